"""Tables that are headed with a year, of which no row is in that year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date, Years
from clausekit.checks.instrument.grids import Grid
from clausekit.checks.rules.dates._ranges import Range, dates_by_passage, ranges
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage

_FEWEST = 3
_OF_ITS_YEAR = pattern(r"\b(?:instalments?|payments?|invoices?|contributions?|meetings?)\b", re.IGNORECASE)
"""What is done in the year that heads it; accounts are closed after it, and budgets set before."""
_OF_ANOTHER = pattern(
    r"\b(?:accounts?|audit|outturn|clos\w+|budget|planning|forecast|report\w*)\b", re.IGNORECASE
)
_LATE = timedelta(days=45)
"""What is due for a year may be paid so long after it, but not all of it."""
_EARLY = timedelta(days=31)
_IN_A_YEAR = pattern(r"\b(?:in|for|during|meetings?|dates),? (?P<year>20\d\d)\b(?![/–-])")
_LONGEST_CAPTION = 140
_APRIL = 4
_FIRST_YEAR = pattern(
    r"\b(?:[Ff]irst|FIRST) (?:[Ff]inancial |FINANCIAL |[Cc]ontract |[Aa]greement )?(?:[Yy]ear|YEAR)\b"
    r"[^.;\d]{0,30}$"
)


def out_of_the_year(instrument: Instrument) -> Iterator[tuple[Words, Date]]:
    """Yield the years that head tables, of whose days none lies in them, each with the first of these."""
    dates = dates_by_passage(instrument)
    for grid in instrument.grids:
        caption = grid.caption
        if caption is None or not _may_be_of_its_year(caption.text):
            continue
        headed = _headed(caption, instrument, dates.get(caption, []))
        inside = [
            one
            for row in grid.rows[grid.header_rows :]
            for cell in row
            if cell and cell.words
            for one in dates.get(cell.words.passage, ())
            if one.value
        ]
        if headed and len(inside) >= _FEWEST:
            words, first, last = headed
            values = [one.value for one in inside if one.value]
            late = [day for day in values if day > last + _LATE]
            if not any(first - _EARLY <= day <= last for day in values) and (late or max(values) < first):
                yield words, inside[0]


def _may_be_of_its_year(caption: str) -> bool:
    return (
        len(caption) <= _LONGEST_CAPTION
        and _OF_ITS_YEAR.search(caption) is not None
        and _OF_ANOTHER.search(caption) is None
    )


def _headed(caption: Passage, instrument: Instrument, dates: list[Date]) -> tuple[Words, date, date] | None:
    """Return the one year that heads a table, as its words, its first and its last day."""
    years = [one for one in instrument.years if one.at.passage is caption]
    if len(years) == 1 and not dates and years[0].last == years[0].first + 1:
        first = years[0].first
        return years[0].at, date(first, 4, 1), date(first + 1, 3, 31)
    calendar = list(_IN_A_YEAR.finditer(caption.text, caption.typed)) if not (years or dates) else []
    if len(calendar) == 1:
        year = int(calendar[0]["year"])
        return Words(caption, *calendar[0].span("year")), date(year, 1, 1), date(year, 12, 31)
    return None


def first_years_of_none(instrument: Instrument) -> Iterator[tuple[Range, Years]]:
    """Yield a "first financial year" that is none of the years of the tables, with the first of these: "First
    Financial Year: 1 April 2026 to 31 March 2027" beside tables from 2027/28 on."""
    starts = [years for grid in instrument.grids if (years := _first_of(grid, instrument))]
    if not starts:
        return
    first = min(starts, key=lambda one: one.first)
    named = {one.first for one in instrument.years if one.last == one.first + 1}
    for one in ranges(instrument):
        begins = one.first.value
        if begins is None or not _FIRST_YEAR.search(one.first.at.shortly_before(60)):
            continue
        if begins.year != first.first and begins.year not in named and begins.month == _APRIL:
            yield one, first


def _first_of(grid: Grid, instrument: Instrument) -> Years | None:
    """Return the first year of a column of years that follow each other."""
    passages = [row[0].words.passage for row in grid.rows if row and row[0] and row[0].words]
    years = [one for passage in passages for one in instrument.years if one.at.passage is passage]
    run = len(years) > 1 and all(two.first == one.first + 1 for one, two in pairwise(years))
    return years[0] if run else None
