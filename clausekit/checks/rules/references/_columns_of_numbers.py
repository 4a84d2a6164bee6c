"""Numbers of provisions in a column of a table, "Paragraph | 10.1 | 10.2", which are not there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.grids import Grid
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_HEAD = pattern(
    r"(?:see )?(?:clause|para(?:graph)?|section|provision)s?(?: (?:no\.?|numbers?|ref\.?|references?))?",
    re.IGNORECASE,
)
_NUMBER = pattern(r"\d{1,2}(?:\.\d{1,2}){1,2}")
_FEWEST = 3


def numbers_missing(instrument: Instrument) -> Iterator[tuple[Words, str]]:
    """Yield the numbers that are not there, though the others of their column are, with the head of that."""
    there = {
        (place.passage.division, place.passage.number)
        for place in instrument.places
        if place.passage.number and place.role not in ("contents", "margin", "note")
    }
    for grid in instrument.grids:
        division = grid.place.passage.division if grid.place else ""
        own = {number for where, number in there if where in ("", division)}
        for column, head in enumerate(grid.heads):
            if _HEAD.fullmatch(head.strip()):
                yield from ((words, head.strip()) for words in _missing_in(grid, column, own))


def _missing_in(grid: Grid, column: int, there: Set[str]) -> Iterator[Words]:
    """Yield the numbers of a column that are not there, if those of nearly all of its rows are."""
    cells = [row[column] for row in grid.rows[grid.header_rows :] if column < len(row)]
    told = [cell.words for cell in cells if cell and cell.words and _NUMBER.fullmatch(cell.text)]
    missing = [words for words in told if words.text.strip() not in there]
    if len(told) >= _FEWEST and len(missing) * _FEWEST <= len(told):
        yield from (words for words in missing if words.text.strip().rpartition(".")[0] in there)
