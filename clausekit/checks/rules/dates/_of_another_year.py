"""The one day of a list that is out of turn, and would not be a year later or earlier: "28 July 2026,
28 October 2026 and 1 February 2026", items that fall due one after another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date
from clausekit.checks.rules._shared.lists import lists_of
from clausekit.checks.rules.dates._ranges import WEEKDAY, dates_by_passage
from clausekit.patterns import pattern

_AND = pattern(rf",? (?:and )?(?:then )?(?:(?:on|by) )?(?:the )?{WEEKDAY}")
_FALLS_DUE = pattern(
    r"\b(?:due|pay(?:s|able|ments?)?|paid|instalments?|meets?|meetings?|reports?|held|take place|reviews?"
    r"|returns?|sessions?|invoices?|dates?|days)\b"
)
_IS_OVER = pattern(
    r"\b(?:was|were|dated|made|met|amended|approved|varied|issued|published|supersed\w+|replac\w+|Act|Order"
    r"|Regulations)\b"
)
"""Words of what is listed without regard to time."""
_STEPS = pattern(
    r"(?:milestones?|events?|steps?|actions?|stages?|tasks?|meetings?|instalments?|payments?|deliverables?"
    r"|activit(?:y|ies)|reports?|reviews?|phases?|what)\b",
    re.IGNORECASE,
)
"""How the first column of a timetable is headed."""
_FEWEST, _PAIR = 3, 2
_LONGEST = timedelta(days=400)


def listed_in_another_year(instrument: Instrument) -> Iterator[tuple[Date, Date]]:
    """Yield the one day of a sentence or of the items of a list that is out of turn by its year, with the day
    before it."""
    for row in (*_in_sentences(instrument), *_in_items(instrument), *_in_columns(instrument)):
        days = [one.value for one in row if one.value]
        if len(days) == len(row) >= _FEWEST and (at := _odd_one(days)):
            yield row[at], row[at - 1]


def _in_sentences(instrument: Instrument) -> Iterator[Sequence[Date]]:
    for passage, dates in dates_by_passage(instrument).items():
        if len(dates) < _FEWEST or instrument.place_of[passage].role not in ("text", "note"):
            continue
        rows: list[list[Date]] = [[]]
        for one in dates:
            if rows[-1] and not _AND.fullmatch(passage.text, rows[-1][-1].at.end, one.at.start):
                rows.append([])
            rows[-1].append(one)
        for row in rows:
            if _falls_due(instrument.sentence_of(row[0].at).text):
                yield row


def _in_items(instrument: Instrument) -> Iterator[Sequence[Date]]:
    dates = dates_by_passage(instrument)
    for one in lists_of(instrument) if dates else ():
        row = [found for item in one.items for found in dates.get(item.passage, ())]
        if len(row) != len(one.items) or len({day.at.passage for day in row}) != len(row) or one.lead is None:
            continue
        if _falls_due(" ".join((one.lead.text, *(item.passage.text for item in one.items)))):
            yield row


def _in_columns(instrument: Instrument) -> Iterator[Sequence[Date]]:
    """Yield the days of a column of a timetable."""
    dates = dates_by_passage(instrument)
    for grid in instrument.grids if dates else ():
        if len(grid.heads) < _PAIR or not _STEPS.match(grid.heads[0].strip()):
            continue
        for at in range(1, len(grid.heads)):
            cells = [cell.words.passage for _, cell in grid.column(at) if cell.words]
            row = [found for cell in cells for found in dates.get(cell, ())]
            if (
                len(row) > _FEWEST
                and len(row) == len(cells)
                and len({day.at.passage for day in row}) == len(row)
            ):
                yield row


def _falls_due(text: str) -> bool:
    return _FALLS_DUE.search(text) is not None and not _IS_OVER.search(text)


def _odd_one(days: Sequence[date]) -> int:
    """Return which day is before the one above it if one day alone has a wrong year, 0 if none is."""
    falls = [at for at in range(1, len(days)) if days[at] <= days[at - 1]]
    if len(falls) != 1 or any((day.month, day.day) == (2, 29) for day in days):
        return 0
    mended = (
        [*days[:at], day.replace(year=year), *days[at + 1 :]]
        for at, day in enumerate(days)
        for year in (day.year - 1, day.year + 1)
    )
    fits = any(
        all(one < after for one, after in pairwise(row)) and row[-1] - row[0] <= _LONGEST for row in mended
    )
    return falls[0] if fits else 0
