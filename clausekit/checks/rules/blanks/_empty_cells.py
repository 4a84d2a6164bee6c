"""The one cell of a column of words in which nothing stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.grids import Grid, GridCell
from clausekit.checks.words import Words, whole
from clausekit.patterns import pattern

_FEWEST = 3
"""So many other cells of the column have words at least."""
_MAY_BE_EMPTY = pattern(
    r"(?i:\b(?:notes?|comments?|remarks?|conditions?|exceptions?|further|other|references?|links?|sign\w*|initials?"
    r"|where|if any|optional|limits?|variations?|risks?|mitigation|rag|status|score|update|outcome|action\w*"
    r"|progress|response|completed?|result|answer|tick|yes|no|deputy|substitute|change\w*)\b)|^\W*$"
)
"""Heads of columns whose cells need not be filled, or are to be filled in by hand."""
_OF_ALL = pattern(
    r"\W*(?:all|every|each|total|overall|whole|sum|average)\b|(?:\w+ )?year$|(?-i:[a-z])", re.IGNORECASE
)
"""Labels of rows that tell of all the others, or that go on from the row above."""
_WORDS = pattern(r"[^\W\d_]{2}")


def empty_cells(instrument: Instrument) -> Iterator[tuple[Words, str]]:
    """Yield the rows with the one empty cell of a column, as the words beside it, with the head of the
    column."""
    for grid in instrument.grids:
        marked = bool(grid.table.rows) and grid.table.rows[0].header
        width = max(map(len, grid.rows), default=0)
        for column in range(1, width) if marked else ():
            row = _the_empty_one(grid, column)
            beside = grid.rows[row][column - 1] if row is not None else None
            if beside is not None and beside.words is not None:
                yield whole(beside.words.passage), grid.heads[column].strip()


def _the_empty_one(grid: Grid, column: int) -> int | None:
    """Return the row of the only empty cell of a column of words, all else in whose row is filled."""
    if column >= len(grid.heads) or _MAY_BE_EMPTY.search(grid.heads[column]):
        return None
    cells = [(row, cell) for row, cell in grid.column(column) if row not in grid.total_rows]
    empty = [row for row, cell in cells if not cell.text.strip()]
    filled = [cell for _, cell in cells if cell.text.strip()]
    if len(empty) != 1 or len(filled) < _FEWEST or not all(_has_words(cell) for cell in filled):
        return None
    if empty[0] == grid.header_rows or _OF_ALL.match(grid.label(empty[0])):
        return None
    others = [cell for at, cell in enumerate(grid.rows[empty[0]]) if at != column]
    return empty[0] if all(cell is not None and cell.text.strip() for cell in others) else None


def _has_words(cell: GridCell) -> bool:
    return cell.kind is None and _WORDS.search(cell.text) is not None
