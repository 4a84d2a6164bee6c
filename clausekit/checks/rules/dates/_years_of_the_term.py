"""Tables with a column, or a row, for each financial year of the instrument, that are a year early or late:
the term is 2027/28 to 2029/30 and the columns are headed 2026/27 to 2028/29."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Years
from clausekit.checks.instrument.grids import Grid
from clausekit.checks.rules.dates._ranges import commencement, expiry
from clausekit.patterns import pattern
from clausekit.reading import Passage

_COMPARES = pattern(
    r"\b(?:baseline|out-?turn|actuals?|previous|prior|last|preceding|historic\w*|forecast|before|trend"
    r"|extension|extended|future|next|beyond|after|later|indicative|spent|past)\b",
    re.IGNORECASE,
)
_FEWEST = 2
_APRIL, _MARCH = (4, 1), (3, 31)


def years_beside_the_term(instrument: Instrument) -> Iterator[tuple[Years, int]]:
    """Yield the first of as many years as an instrument has that head a table and are not its own, with the
    year in which its own begin; a table that heads its own elsewhere may have others beside them."""
    start, end = commencement(instrument), expiry(instrument)
    if start is None or end is None or start.value is None or end.value is None:
        return
    first, last = start.value, end.value
    whole_years = (first.month, first.day) == _APRIL and (last.month, last.day) == _MARCH
    count = last.year - first.year
    if not whole_years or count < _FEWEST:
        return
    for grid in instrument.grids:
        caption = grid.caption.text if grid.caption else ""
        years = _years_of(grid, instrument)
        if len(years) != count or _COMPARES.search(caption):
            continue
        if abs(years[0].first - first.year) == 1:
            yield years[0], first.year


def _years_of(grid: Grid, instrument: Instrument) -> Sequence[Years]:
    """Return the single years that follow each other at the heads of a table's columns, or of its rows."""
    by_passage: dict[Passage, list[Years]] = {}
    for one in instrument.years:
        by_passage.setdefault(one.at.passage, []).append(one)
    heads = grid.rows[: max(1, grid.header_rows)]
    columns = [cell for row in heads for cell in row if cell and cell.words]
    rows = [row[0] for row in grid.rows if row and row[0] and row[0].words]
    for cells in (columns, rows):
        if any(_COMPARES.search(cell.text) for cell in cells):
            continue
        found = [
            years[0]
            for cell in cells
            if cell.words and len(years := by_passage.get(cell.words.passage, [])) == 1
            if years[0].last == years[0].first + 1
        ]
        if len(found) >= _FEWEST and all(two.first == one.first + 1 for one, two in pairwise(found)):
            return found
    return ()
