"""Days told with how many months they are before another day, or before the end of the instrument, which
they are not: too late for notice, or not that long before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date, Period
from clausekit.checks.rules.dates._length import MONTHS
from clausekit.checks.rules.dates._ranges import add_months, dates_by_passage, expiry
from clausekit.patterns import pattern

_AT_LEAST = pattern(
    r"[ ,(–-]*(?:(?:that is|i\.e\.|being|and)[ ,]*)?(?:at least|not less than|no less than) $"
)
_SOME_DAYS = 3
"""Months end on days of other numbers: six months before 31 March is 30 September."""
_BEFORE = pattern(r" (?:before|prior to|ahead of) (?:the )?(?:[a-z]+ ){0,4}$|[’']? notice (?:before|of) $")


_IS = pattern(r",[ ](?:(?:being|that is|which is)[ ])?$|[ ]\((?:being |that is )?$")
_BEFORE_THE_END = pattern(
    r" before (?:the )?(?:(?:Initial |Original |First )?(?:Term|Period|Agreement|Memorandum)"
    r"|this [A-Z]\w+|it) (?:ends|expires|is due to (?:end|expire))\b"
    r"|[ ]before (?:the )?(?:expiry|end|termination) date\b",
    re.IGNORECASE,
)
"""A day that is so long before the end of the instrument."""


def told_before_the_end(instrument: Instrument) -> Iterator[tuple[Date, Period, Date]]:
    """Yield the days that are told with how long before the end of the instrument they are, and are not."""
    end = expiry(instrument)
    if end is None or end.value is None:
        return
    dates = dates_by_passage(instrument)
    for period in instrument.periods:
        text = period.at.passage.text
        if period.unit not in MONTHS or period.count != int(period.count):
            continue
        if not _BEFORE_THE_END.match(text, period.at.end):
            continue
        before = [one for one in dates.get(period.at.passage, ()) if one.at.end <= period.at.start]
        by = before[-1] if before else None
        if by is None or not by.value or not _IS.fullmatch(text, by.at.end, period.at.start):
            continue
        right = add_months(by.value, int(period.count) * MONTHS[period.unit])
        if abs((right - end.value).days) > _SOME_DAYS:
            yield by, period, end


def too_late_for(instrument: Instrument) -> Iterator[tuple[Date, Period, Date]]:
    """Yield the days that are fewer months before another day than is told between them."""
    dates = dates_by_passage(instrument)
    for period in instrument.periods:
        if period.unit not in MONTHS or period.count != int(period.count):
            continue
        passage = period.at.passage
        for by in dates.get(passage, ()):
            if not by.value or not _AT_LEAST.fullmatch(passage.text, by.at.end, period.at.start):
                continue
            for end in dates[passage]:
                before = end.value and end.at.start > period.at.end
                if before and _BEFORE.fullmatch(passage.text, period.at.end, end.at.start):
                    earliest = add_months(by.value, int(period.count) * MONTHS[period.unit])
                    if end.value and earliest > end.value:
                        yield by, period, end
