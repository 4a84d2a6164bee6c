"""Sentences that tell a row, or a column, of a table, with one sum that is another there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from decimal import Decimal
from itertools import combinations

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import said_sums, worth
from clausekit.checks.rules.figures._sentences.slips import is_slip, significant
from clausekit.checks.rules.figures._tables.amounts import amount, has, is_same, sums_of
from clausekit.checks.rules.figures._tables.sheets import Line, Sheet, sheets, words_of
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_FEWEST, _MOST = 3, 8
"""So many sums a sentence has that tells a row: with all of them but one it is known."""
_FEW_DIGITS = 3
_NEAR = Decimal("1.1")
_CHANGED = pattern(r"\b(?:instead of|rather than|was|were|from £[\d,.]+ to|previously|formerly|example|if)\b")


def rows_told_otherwise(instrument: Instrument) -> Iterator[tuple[Figure, Words]]:
    """Yield the sums that are others in the one line of a table which has all others of their sentence, each
    with the cell that is meant."""
    tables = [sheet for sheet in sheets(instrument) if not sheet.flat]
    for said in said_sums(instrument) if tables else ():
        if _FEWEST <= len(said.money) <= _MOST and not _CHANGED.search(said.sentence.text):
            found = [one for sheet in tables for line in sheet.lines for one in _odd(said.money, line, sheet)]
            if found and not any(has(sheet, found[0][0]) for sheet in tables):
                yield found[0]


def _odd(money: Sequence[Figure], line: Line, sheet: Sheet) -> Iterator[tuple[Figure, Words]]:
    """Yield the one sum that a line does not have, with the cell near to it that no other sum has."""
    cells = [entry.cell for entry in sums_of(line)]
    missing = [figure for figure in money if not any(is_same(figure, cell, sheet) for cell in cells)]
    others = {worth(figure) for figure in money if figure not in missing}
    telling = all(significant(value) >= _FEW_DIGITS for value in others)
    if (
        len(missing) != 1
        or len(others) < len(money) - 1
        or not telling
        or _follows_from(worth(missing[0]), others)
    ):
        return
    free = [cell for cell in cells if amount(cell, sheet) not in others]
    near = [cell for cell in free if _is_near(worth(missing[0]), amount(cell, sheet))]
    if len(near) == 1:
        yield missing[0], words_of(near[0])


def _follows_from(value: Decimal, others: Set[Decimal]) -> bool:
    """Tell whether a sum is what others make, or by how much two of them differ."""
    return value == sum(others) or any(abs(one - other) == value for one, other in combinations(others, 2))


def _is_near(one: Decimal, other: Decimal) -> bool:
    return is_slip(one, other) or max(one, other) <= min(one, other) * _NEAR
