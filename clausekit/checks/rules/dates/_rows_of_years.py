"""Rows of a table for financial years in turn, of which one year stands twice and another nowhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Years
from clausekit.checks.instrument.grids import Grid

_FEWEST = 3


def years_in_two_rows(instrument: Instrument) -> Iterator[tuple[Years, Years]]:
    """Yield the year of a row that another row has in the same words, where all others follow on each other,
    with that."""
    by_passage = {one.at.passage: one for one in instrument.years if one.last == one.first + 1}
    for grid in instrument.grids if by_passage else ():
        rows = [
            by_passage[cell.words.passage]
            for row in grid.rows[grid.header_rows :]
            if (cell := row[0] if row else None) and cell.words and cell.words.passage in by_passage
        ]
        if len(rows) >= _FEWEST and _is_of_years_alone(grid, rows):
            yield from _twice(rows)


def _is_of_years_alone(grid: Grid, rows: Sequence[Years]) -> bool:
    """Tell whether each row of a table is of a year, but for a total at its end."""
    return len(grid.rows) - grid.header_rows - len(rows) <= 1


def _twice(rows: Sequence[Years]) -> Iterator[tuple[Years, Years]]:
    starts = [one.first - at for at, one in enumerate(rows)]
    (start, count), *_ = Counter(starts).most_common(1)
    if count != len(rows) - 1:
        return
    at = next(at for at, one in enumerate(starts) if one != start)
    twins = [one for one in rows if one.first == rows[at].first and one is not rows[at]]
    if twins and twins[0].at.passage.words.split() == rows[at].at.passage.words.split():
        yield rows[at], twins[0]
