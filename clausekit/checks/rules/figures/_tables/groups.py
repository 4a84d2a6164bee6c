"""What the rows of a table make by what one of its columns says of them: by employer, by class."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.grids import Grid, GridCell
from clausekit.checks.rules.figures._tables.totals import TOTAL

_FEWEST, _MOST = 2, 8
_LONGEST = 40


class Groups(NamedTuple):
    """What the rows of a ``grid`` make, in number or in a column of figures, for each text of another column,
    in small letters; ``head`` is that of the figures, "" if it is the number of rows, ``by`` that of the
    column of texts."""

    grid: Grid
    made: Mapping[str, Decimal]
    head: str = ""
    by: str = ""


def groups_in(instrument: Instrument) -> tuple[Groups, ...]:
    """Return what the rows of tables make by the columns that put them into a few groups."""
    return instrument.once(_groups_in)


def _groups_in(instrument: Instrument) -> tuple[Groups, ...]:
    return tuple(one for grid in instrument.grids if grid.place is not None for one in _of_grid(grid))


def _of_grid(grid: Grid) -> Iterator[Groups]:
    rows = [
        [cell or GridCell("", None) for cell in row]
        for at, row in enumerate(grid.rows)
        if at >= grid.header_rows and not _is_total(grid, at)
    ]
    for column in range(1, len(grid.heads)):
        names = [row[column].text.strip().lower() for row in rows if column < len(row)]
        if not _tells_groups(names) or len(names) != len(rows):
            continue
        if any(row[column].kind for row in rows):
            continue
        by = grid.heads[column]
        yield Groups(grid, {name: Decimal(names.count(name)) for name in set(names)}, by=by)
        for other in range(1, len(grid.heads)):
            numbers = [row[other].number for row in rows if other < len(row)]
            known = [number for number in numbers if number is not None]
            if other != column and len(known) == len(rows):
                pairs = list(zip(names, known, strict=True))
                made = {
                    name: sum((number for of, number in pairs if of == name), Decimal(0))
                    for name in set(names)
                }
                yield Groups(grid, made, grid.heads[other], by)


def _is_total(grid: Grid, row: int) -> bool:
    """Tell whether a row is called a total where its label stands, or in its first cell with words."""
    texts = (cell.text for cell in grid.rows[row] if cell is not None and cell.text)
    return bool(TOTAL.match(grid.label(row)) or TOTAL.match(next(texts, "")))


def _tells_groups(names: list[str]) -> bool:
    """Tell whether the texts of a column put the rows into a few groups, of which one has several."""
    different = set(names)
    return (
        _FEWEST <= len(different) <= _MOST
        and len(names) > len(different)
        and all(name and len(name) <= _LONGEST for name in different)
    )
