"""Days without a year that are not the last of their months where all others are: "30 June, 30 September, 31
December and 30 March", or the end of a year that begins on 1 April: "and ends on 30 March"."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date
from clausekit.patterns import pattern
from clausekit.recognition.calendar import MONTHS

_SEPARATOR = pattern(r"[ ]?(?:,|;)[ ](?:and[ ])?(?:on[ ])?|[ ]and[ ](?:on[ ])?")
_TO_THE_END = pattern(
    r",?[ ](?:in (?:each|any|one|every) year,?[ ])?(?:and[ ])?(?:ends?|ending|running to|to|until|up to)"
    r"(?:[ ]and including)?(?:[ ]on)?(?:[ ]the)?(?:[ ](?:following|next))?[ ]"
)
_BEGINS = pattern(r"\b(?:begin|start|commenc|run|from)\w*[ ](?:on[ ]|from[ ])?$")
_A_YEAR = pattern(r"\b(?:year|twelve months|12 months)\b")
_A_COMMON_YEAR = 2001
_FEWEST = 3
_SLIP = 3
_SHORTLY = 20


def days_of_the_year(instrument: Instrument) -> Iterator[tuple[Date, str]]:
    """Yield the days that are out, each with the day that is expected."""
    yearless = [
        one for one in instrument.dates if one.day and one.month and not one.year and not one.impossible
    ]
    yield from _ends_of_years(yearless)
    for run in _runs(yearless):
        early = [one for one in run if one.day == _last(one) - 1]
        if len(early) == 1 and all(one.day >= _last(one) for one in run if one is not early[0]):
            yield early[0], f"{_last(early[0])} {MONTHS[early[0].month - 1]}"


def _ends_of_years(days: list[Date]) -> Iterator[tuple[Date, str]]:
    """Yield the day with which a year ends that is not the one before its first."""
    for first, last in pairwise(days):
        passage = first.at.passage
        if last.at.passage is not passage or not _A_YEAR.search(passage.text):
            continue
        leads = _BEGINS.search(first.at.shortly_before(_SHORTLY))
        if leads and _TO_THE_END.fullmatch(passage.text, first.at.end, last.at.start):
            expected = date(_A_COMMON_YEAR + 1, first.month, first.day) - timedelta(days=1)
            apart = abs((_in_year(last, expected.year) - expected).days)
            if 0 < apart <= _SLIP and (first.month, first.day) != (3, 1):
                yield last, f"{expected.day} {MONTHS[expected.month - 1]}"


def _in_year(day: Date, year: int) -> date:
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))


def _runs(days: list[Date]) -> Iterator[list[Date]]:
    """Yield the days that a text lists one after the other, if they are several."""
    run: list[Date] = []
    for one in days:
        before = run[-1] if run else None
        text = one.at.passage.text
        listed = (
            before is not None
            and before.at.passage is one.at.passage
            and _SEPARATOR.fullmatch(text, before.at.end, one.at.start)
        )
        if not listed:
            if len(run) >= _FEWEST:
                yield run
            run = []
        run.append(one)
    if len(run) >= _FEWEST:
        yield run


def _last(day: Date) -> int:
    """Return the last day of the month of a day, in a common year."""
    return monthrange(_A_COMMON_YEAR, day.month)[1]
