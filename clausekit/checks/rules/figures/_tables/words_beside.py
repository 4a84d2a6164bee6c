"""Numbers in words in a cell beside the same in figures: "£500,000 | five hundred thousand pounds"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.grids import GridCell
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.recognition.amounts import NUMBER_WORDS, number_of

_IN_WORDS = pattern(
    rf"(?P<words>{NUMBER_WORDS})(?P<unit> (?:pounds?(?: sterling)?(?: only)?|per ?cent))?\.?", re.IGNORECASE
)


class Beside(NamedTuple):
    """A number in words, the figure in the cell beside it, and the value of each."""

    words: Words
    figures: Words
    in_words: Decimal
    in_figures: Decimal


def words_beside(instrument: Instrument) -> Iterator[Beside]:
    """Yield the numbers in words beside a figure in their row that is another; where the cells of a table
    were printed one below the other, beside two figures that are."""
    for grid in instrument.grids:
        cells = [[cell for cell in row if cell is not None] for row in grid.rows]
        in_turn = grid.place is not None and grid.place.passage.doubtful
        for run in [list(chain.from_iterable(cells))] if in_turn else cells:
            for at, cell in enumerate(run):
                beside = [_compared(cell, one) for one in (*run[max(at - 1, 0) : at], *run[at + 1 : at + 2])]
                found = [one for one in beside if one]
                if found and all(one.in_words != one.in_figures for one in found):
                    yield found[0]


def _compared(said: GridCell, figure: GridCell) -> Beside | None:
    found = _IN_WORDS.fullmatch(said.text) if said.kind is None else None
    if not found or figure.number is None or said.words is None or figure.words is None:
        return None
    value = number_of(found["words"])
    if value is None or not (found["unit"] or " " in found["words"].strip()):
        return None
    return Beside(said.words, figure.words, Decimal(value), figure.number)
