"""Days by which notice is given, so many months before another day, that are too late for it."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date, Period
from clausekit.checks.rules.dates._length import MONTHS
from clausekit.checks.rules.dates._ranges import add_months, dates_by_passage
from clausekit.patterns import pattern

_AT_LEAST = pattern(
    r"[ ,(–-]*(?:(?:that is|i\.e\.|being|and)[ ,]*)?(?:at least|not less than|no less than) $"
)
_BEFORE = pattern(r" (?:before|prior to|ahead of) (?:the )?(?:[a-z]+ ){0,4}$|[’']? notice (?:before|of) $")


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
