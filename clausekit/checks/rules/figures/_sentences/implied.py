"""Sums that may stand nowhere but follow from what does: what the rows and columns of tables make, and by how
much two sums differ of which one is said to become the other."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.said_sums import said_sums, worth
from clausekit.checks.rules.figures._tables.sheets import Sheet, sheets
from clausekit.checks.rules.figures._tables.sums import mismatches
from clausekit.patterns import pattern

_BECOMES = pattern(r"[^£.;]{0,40}?\bto[ ](?:a total of[ ])?")
_MOST_COLUMNS = 6


def implied(instrument: Instrument) -> frozenset[Decimal]:
    """Return the sums that follow from others."""
    return instrument.once(_implied)


def _implied(instrument: Instrument) -> frozenset[Decimal]:
    found = {*_differences(instrument)}
    for sheet in sheets(instrument):
        found.update(mismatch.made for mismatch in mismatches(sheet))
        found.update(_changes(sheet))
    found.discard(Decimal(0))
    return frozenset(found)


def _differences(instrument: Instrument) -> Iterator[Decimal]:
    """Yield by how much sums change: "from £100 to £110"."""
    for said in said_sums(instrument):
        for one, other in pairwise(said.money):
            if _BECOMES.fullmatch(said.sentence.passage.text, one.at.end, other.at.start):
                yield abs(worth(one) - worth(other))


def _changes(sheet: Sheet) -> Iterator[Decimal]:
    """Yield by how much two figures of a row differ, in a table with few columns."""
    if len(sheet.columns) > _MOST_COLUMNS:
        return
    for line in sheet.rows:
        numbers = [one.cell.number for one in line.entries if one.cell.number is not None]
        yield from (abs(one - other) for one, other in combinations(numbers, 2))
