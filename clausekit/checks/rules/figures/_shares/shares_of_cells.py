"""Sums that are a percentage of what a table has, though no sentence says of which cell: "it may hold back 2%
of its next payment: £303 for the ICB, or £109 for the Trust", "The limit in clause 7.3 is £38 for 2026/27".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import SaidSums, count_of, said_sums, worth
from clausekit.checks.rules.figures._sentences.provisions import provision_named
from clausekit.checks.rules.figures._sentences.reckoned import ROUGH, Reckoned
from clausekit.checks.rules.figures._sentences.slips import is_slip
from clausekit.checks.rules.figures._tables.amounts import amount, sums_of
from clausekit.checks.rules.figures._tables.labels import years_of
from clausekit.checks.rules.figures._tables.sheets import Entry, Line, Sheet, sheets
from clausekit.patterns import pattern
from clausekit.reading import Passage
from clausekit.recognition.amounts import NUMBER_WORDS, decimal

_A_PART = (
    (Decimal("0.25"), pattern(r"\bquarter(?:ly|s)?\b|\bfour (?:equal )?instalments\b")),
    (Decimal(1) / 12, pattern(r"\bmonth(?:ly|s)?\b")),
    (Decimal("0.5"), pattern(r"\bhalf[ -]year(?:ly)?\b|\btwo (?:equal )?instalments\b")),
)
"""What part of a year’s sum is paid at a time, and how a sentence tells that."""
_PER_CENT = pattern(
    rf"(?<![\w.,])(?:(?P<figure>\d{{1,3}}(?:\.\d{{1,2}})?)|(?P<number>{NUMBER_WORDS}))[ ]?(?:%|per cent\b)",
    re.IGNORECASE,
)
_LEAST, _FEWEST = 1000, 2
_HUNDRED = Decimal(100)


class _Cell(NamedTuple):
    """A sum of a table: what it is worth, and where it stands."""

    value: Decimal
    entry: Entry
    column: Line
    sheet: Sheet


def shares_of_cells(instrument: Instrument) -> Iterator[Reckoned]:
    """Yield the sums that a percentage of a table’s sums was meant to make, and does not."""
    cells = instrument.once(_cells)
    for said in said_sums(instrument) if cells else ():
        shares = [one for one in said.figures if one.kind == "percentage"]
        if ROUGH.search(said.sentence.text):
            continue
        leads = len(shares) == 1 and len(said.money) >= _FEWEST
        if leads and shares[0].at.start < said.money[0].at.start:
            yield from _of_a_column(said.money, worth(shares[0]), _parts(said), cells)
        elif not shares and len(said.money) == 1 and worth(said.money[0]) >= _LEAST:
            yield from _of_a_year(said, cells, instrument)


def _cells(instrument: Instrument) -> tuple[_Cell, ...]:
    return tuple(
        _Cell(amount(entry.cell, sheet), entry, column, sheet)
        for sheet in sheets(instrument)
        for column in sheet.columns
        if column.kind != "percentage"
        for entry in sums_of(column)
    )


def _parts(said: SaidSums) -> list[Decimal]:
    return [Decimal(1), *(part for part, way in _A_PART if way.search(said.sentence.text))]


def _of_a_column(
    sums: Sequence[Figure], share: Decimal, parts: Sequence[Decimal], cells: Sequence[_Cell]
) -> Iterator[Reckoned]:
    """Yield the one sum that is not such a share of a column, or of a part of it, as all others are, but is
    one with a slip of the pen."""
    for part in parts:
        rate = share * part / _HUNDRED
        fitting = {one.at: [cell for cell in cells if _fits(one, cell.value * rate)] for one in sums}
        wrong = [one for one in sums if not fitting[one.at]]
        columns = {id(cell.column) for found in fitting.values() for cell in found}
        if len(wrong) != 1 or not columns:
            continue
        made = {
            cell.value * rate
            for cell in cells
            if id(cell.column) in columns and is_slip(worth(wrong[0]), cell.value * rate)
        }
        others = {worth(one) for one in sums if one is not wrong[0]}
        if len(made) == 1 and not made & others and not any(cell.value == worth(wrong[0]) for cell in cells):
            yield Reckoned(
                wrong[0], made.pop(), Decimal(0), tuple(one for one in sums if one is not wrong[0])
            )
            return


def _of_a_year(said: SaidSums, cells: Sequence[_Cell], instrument: Instrument) -> Iterator[Reckoned]:
    """Yield the sum of a year that is the share of another one, by the provision that a sentence names."""
    (stated,) = said.money
    told = frozenset(years_of(said.sentence.text))
    named = provision_named(said.sentence, instrument) if len(told) == 1 else None
    shares = _percentages(named) if named is not None else []
    if len(shares) != 1:
        return
    rate = shares[0] / _HUNDRED
    of_year = [cell for cell in cells if frozenset(years_of(cell.column.head)) == told]
    if any(_fits(stated, cell.value * rate) for cell in of_year):
        return
    rows = {
        (id(cell.sheet), cell.entry.name)
        for cell in cells
        if _fits(stated, cell.value * rate) and years_of(cell.column.head)
    }
    made = {
        cell.value * rate
        for cell in of_year
        if (id(cell.sheet), cell.entry.name) in rows or is_slip(worth(stated), cell.value * rate)
    }
    if len(made) == 1:
        yield Reckoned(stated, made.pop(), Decimal(1), ())


def _percentages(passage: Passage) -> list[Decimal]:
    """Return the percentages of a passage, in figures or in words."""
    found = (
        count_of(one["number"]) if one["number"] else decimal(one["figure"])
        for one in _PER_CENT.finditer(passage.text)
    )
    return [value for value in found if value]


def _fits(figure: Figure, made: Decimal) -> bool:
    return abs(worth(figure) - made) <= (Decimal("0.005") if figure.decimals else Decimal("0.5"))
