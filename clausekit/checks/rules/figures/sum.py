"""CK-FIGURE-SUM: rows and columns of a table that do not add up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import chain

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.grids import GridCell
from clausekit.checks.rule import Confidence, Hit, Rule, hit
from clausekit.checks.rules.figures._sentences.slips import is_exchange
from clausekit.checks.rules.figures._tables.accounts import carried_mismatches
from clausekit.checks.rules.figures._tables.balances import balance_mismatches
from clausekit.checks.rules.figures._tables.rates import rate_mismatches
from clausekit.checks.rules.figures._tables.relations import related_mismatches
from clausekit.checks.rules.figures._tables.sheets import Sheet, sheets, words_of
from clausekit.checks.rules.figures._tables.sums import (
    Mismatch,
    mismatches,
    part_without_its_point,
    wrong_cells,
)
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_WHOLE = Decimal(100)
_SCALED = pattern(r"(?<=\d)(?: ?million|m|k)$")
_FAR = Decimal("0.7")
_FAR_IF_DOUBTED = Decimal("0.35")
"""A total that is so far from its parts may be one of rows that were lost or are not its own, or of other
percentages."""


def _check(instrument: Instrument) -> Iterator[Hit]:
    before: list[Sheet] = []
    for sheet in sheets(instrument):
        if before and before[-1].place.passage.division != sheet.place.passage.division:
            before = []
        told = (_with_tables_before(one, sheet, before) for one in _told(sheet))
        carried = carried_mismatches(sheet, before)
        wrong = list(wrong_cells([*(one for one in told if one is not None), *carried]))
        before.append(sheet)
        for cell, sums in wrong:
            lacking = part_without_its_point(sums[0])
            if lacking is not None:
                yield _without_its_point(lacking.cell, sums)
            else:
                yield _hit(cell, sums, _confidence(sheet, sums, several=_have_several_causes(wrong)))


def _with_tables_before(one: Mismatch, sheet: Sheet, before: Sequence[Sheet]) -> Mismatch | None:
    """Return what is wrong with the last total of a table, None if it is that of the tables before it too:
    "Total for the Council" ends one, "Total for the Trust" and "Total" the next."""
    if one.line not in sheet.columns or one.total is not one.line.entries[-1] or not one.total.is_total:
        return one
    column = sheet.columns.index(one.line)
    nearest = one
    carried = Decimal(0)
    for other in reversed(before):
        last = other.columns[column].entries[-1:] if column < len(other.columns) else ()
        if len(other.columns) != len(sheet.columns) or not last or last[0].cell.number is None:
            break
        carried += last[0].cell.number
        made = one.made + carried
        if made == one.stated:
            return None
        if abs(one.stated - made) < abs(nearest.excess):
            nearest = replace(one, made=made)
    return nearest


def _told(sheet: Sheet) -> Iterator[Mismatch]:
    """Yield the sums that are wrong; that percentages do not make 100 is for another rule, and what
    rounding to thousands explains is no fault."""
    balances = list(balance_mismatches(sheet))
    known = {id(one.total.cell) for one in balances}
    others = (one for one in mismatches(sheet) if id(one.total.cell) not in known)
    for mismatch in chain(balances, others, related_mismatches(sheet), rate_mismatches(sheet)):
        percentages = mismatch.line.kind == "percentage"
        if percentages and mismatch.stated == _WHOLE:
            continue
        if not (mismatch.within_rounding and (mismatch.line.scaled or percentages)):
            yield mismatch


def _have_several_causes(wrong: Sequence[tuple[GridCell, Sequence[Mismatch]]]) -> bool:
    """Tell whether the faults of a table may come from more than one wrong figure.

    They do not if all sums are out by the same: one in a row among them, which lost rows do not explain, or
    by digits exchanged.
    """
    each = [one for _, sums in wrong for one in sums]
    one_cause = len({abs(one.excess) for one in each}) == 1 and any(
        one.line.is_row or is_exchange(one.stated, one.made) for one in each
    )
    return len(wrong) > 1 and not one_cause


def _confidence(sheet: Sheet, sums: Sequence[Mismatch], *, several: bool) -> Confidence:
    """Return how sure a fault is: rounding may explain it, or it is no sum of these if it is far from it, or,
    of several in a table recovered from a text, rows were lost."""
    rounded = len(sums) == 1 and sums[0].within_rounding
    doubted = sheet.recovered or sums[0].line.kind == "percentage"
    much = _FAR_IF_DOUBTED if doubted else _FAR
    far = (
        len(sums) == 1
        and sums[0].parts
        and abs(sums[0].excess) > much * max(abs(sums[0].made), abs(sums[0].stated))
    )
    return "doubtful" if rounded or far or (sheet.recovered and several) else "certain"


def _hit(cell: GridCell, sums: Sequence[Mismatch], confidence: Confidence) -> Hit:
    first = sums[0]
    excess = first.excess_of(cell)
    right = cell.number - excess if cell.number is not None and excess is not None else first.made
    if cell is first.total.cell:
        message = f"“{cell.text}” is not what its figures make: that is {_as(right, cell)}."
        remedy = f"Correct the total to {_as(right, cell)}, or the figure that is wrong."
    else:
        out = _as(abs(first.excess), cell)
        message = f"With “{cell.text}” neither its row nor its column adds up: both are out by {out}."
        remedy = f"With {_as(right, cell)} both totals would be right."
    return hit(
        words_of(cell),
        message,
        remedy,
        confidence=confidence,
        related=tuple(_related(cell, sums)),
    )


def _without_its_point(cell: GridCell, sums: Sequence[Mismatch]) -> Hit:
    whole, pence = cell.text[:-2], cell.text[-2:]
    return hit(
        words_of(cell),
        f"“{cell.text}” seems to lack its point: with {whole}.{pence} the total is right.",
        "Put in the point, or correct the total.",
        related=tuple(_related(cell, sums)),
    )


def _related(cell: GridCell, sums: Sequence[Mismatch]) -> Iterator[Words]:
    seen = {cell.words}
    for one in sums:
        for entry in (one.total, *one.parts):
            if entry.cell.words is not None and entry.cell.kind and entry.cell.words not in seen:
                seen.add(entry.cell.words)
                yield entry.cell.words


def _as(value: Decimal, like: GridCell) -> str:
    """Return a figure set as another is, also in thousands or millions: "£6.6m"."""
    sign = "£" if like.kind == "money" else ""
    scaled = _SCALED.search(like.text)
    unit = "%" if like.kind == "percentage" else scaled[0] if scaled else ""
    shown = abs(value).scaleb(-3 if unit == "k" else -6 if scaled else 0)
    return f"{'-' if value < 0 else ''}{sign}{shown:,.{like.decimals}f}{unit}"


RULE = Rule(
    id="CK-FIGURE-SUM",
    level="error",
    title="A row or a column of a table that does not add up to its total",
    why="Where a total and its parts disagree, nobody can say what the parties agreed to pay: each will"
    " rely on the figure that suits it. Differences that rounding to thousands explains are left alone.",
    fails="""
1. Contributions

1.1 The contributions are:

| Source | Council | ICB | Total |
|---|---|---|---|
| Minimum contribution | Nil | £2,100,000 | £2,100,000 |
| Improved Better Care Fund | £800,000 | Nil | £800,000 |
| Disabled Facilities Grant | £350,000 | Nil | £350,000 |
| Total | ⟦£1,250,000⟧ | £2,100,000 | £3,250,000 |

1.2 The instalments are:

| Instalment | Amount |
|---|---|
| First | £60,000.00 |
| Second | £40,000.00 |
| Total | ⟦£110,000.00⟧ |

1.3 The changes are:

| Service | 2025/26 | 2026/27 | Change |
|---|---|---|---|
| Reablement | 1,200 | 1,250 | 50 |
| Equipment | 800 | 790 | (10) |
| Carers | 400 | 430 | ⟦20⟧ |

1.4 The budgets are:

| Service | Total | Council | ICB |
|---|---|---|---|
| Reablement | £2,000,000 | £640,000 | £1,360,000 |
| Carers | ⟦£410,000⟧ | £236,400 | £163,600 |
""",
    passes="""
1. Contributions

1.1 The contributions are:

| Source | Council | ICB | Total |
|---|---|---|---|
| Minimum contribution | Nil | £2,100,000 | £2,100,000 |
| Improved Better Care Fund | £800,000 | Nil | £800,000 |
| Total | £800,000 | £2,100,000 | £2,900,000 |

1.2 In thousands of pounds:

| Service | £000 |
|---|---|
| Reablement | 1,334 |
| Equipment | 1,333 |
| Carers | 1,334 |
| Total | 4,000 |

1.3 The wards are:

| Ward | Beds | Mean stay in days |
|---|---|---|
| Ash | 24 | 12.4 |
| Beech | 20 | 14.1 |
| All wards | 44 | 13.2 |
""",
    check=_check,
)
