"""Days by which the accounts of a year are due before it is over, or its budget when it nearly is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date
from clausekit.checks.rules.dates._ranges import dates_by_passage
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_FOR_A_YEAR = r"(?:for|of)\s(?:the\s)?(?:financial\s)?(?:year\s)?(?:ending\s|ended\s)?(?:on\s)?$"
_LOOKS_BACK = pattern(
    r"\b(?:(?:final|annual|year[ -]end|audited|closing|outturn|out-turn)\s(?:\w+\s){0,2}"
    r"(?:accounts?|reports?|returns?|statements?|certificates?|outturn|position)|accounts|outturn|out-turn)\s"
    rf"(?:\w+\s){{0,3}}?{_FOR_A_YEAR}",
    re.IGNORECASE,
)
_LOOKS_AHEAD = pattern(
    r"\b(?:budgets?|contributions?|plan|uplift|prices|charges)\s(?:for|of|in)\s(?:the\s)?(?:financial\s)?(?:year\s)?$",
    re.IGNORECASE,
)
_BY = r"\b(?:by|before|no later than|not later than|on or before)\s(?:the\s)?(?:end\sof\s)?"
_DUE_BY = pattern(
    r"(?:[^.;\d]{0,90}\b(?:sent|send|sends|submitted|submits?|given|gives?|prepared|completed|audited|closed"
    r"|certified|provided?|presented|laid|reported|published|delivered|drawn up|due)\b[^.;\d]{0,60}|\s)" + _BY
)
_SETTLED_BY = pattern(
    rf"[^.;\d]{{0,40}}\b(?:agreed?|set|approved?|fixed?|settled?|confirmed?)\b[^.;\d]{{0,40}}{_BY}"
)
_FAR = 90
_MARCH, _LAST = 3, 31


def due_in_the_wrong_year(instrument: Instrument) -> Iterator[tuple[Date, Words]]:
    """Yield the days by which accounts of a year are due before its end, and those by which its budget is
    still to be agreed in its last months, with the words for the year."""
    dates = dates_by_passage(instrument)
    for at, last in _financial_years(instrument):
        after = next((one for one in dates.get(at.passage, ()) if one.at.start >= at.end), None)
        if after is None or not after.year:
            continue
        due = after.value or date(after.year, after.month, 1)
        before, between = at.shortly_before(_FAR), at.passage.text[at.end : after.at.start]
        is_within = date(last - 1, 4, 1) <= due < date(last, _MARCH, 1)
        is_at_its_end = due.year == last and due.month <= _MARCH
        if (is_within and _LOOKS_BACK.search(before) and _DUE_BY.fullmatch(between)) or (
            is_at_its_end and _LOOKS_AHEAD.search(before) and _SETTLED_BY.fullmatch(between)
        ):
            yield after, at


def _financial_years(instrument: Instrument) -> Iterator[tuple[Words, int]]:
    """Yield the words for a financial year, or for the day on which one ends, with the year of its end."""
    for year in instrument.years:
        if year.last == year.first + 1:
            yield year.at, year.last
    for one in instrument.dates:
        if one.year and (one.month, one.day) == (_MARCH, _LAST):
            yield one.at, one.year
