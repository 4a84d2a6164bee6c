"""Whether rows and columns of a table add up, and which figure is wrong if they do not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from clausekit.checks.instrument.grids import GridCell
from clausekit.checks.rules.figures._tables.sections import as_account
from clausekit.checks.rules.figures._tables.sheets import Entry, Line, Sheet
from clausekit.patterns import pattern

_FEWEST_PARTS = 2
_PRICE_ACROSS = pattern(r"\b(?:rates?|per|unit|each|hourly|daily|weekly|monthly|average)\b", re.IGNORECASE)
"""What heads a column of prices."""
_PRICE_BELOW = pattern(
    r"\b(?<!business )(?<!water )(?<!council )(?<!council tax )rates?\b(?! relief| rebate|payers?)"
    r"|\bunit (?:costs?|prices?|rates?|values?|charges?)\b|\baverage\b"
    r"|\b(?:cost|price|charge|fee|sum|amount|payment|tariff|£) (?:of |for )?(?:per (?!annum|year)|each\b)"
    r"|\b(?:hourly|daily|weekly|monthly) (?:[a-z]+ )?(?:costs?|prices?|charges?|fees?|sums?|amounts?|rent)\b",
    re.IGNORECASE,
)
"""What a row of a price is called: "each" in "two chairs at £50 each", or in a name, does not tell that."""
_RATE_OF_MANY = pattern(r"\bper \d", re.IGNORECASE)
_QUANTITY = pattern(
    r"\b(?:number|hours?|beds?|days?|weeks?|months?|places?|fte|wte|posts?|visits?|people|users|quantity)\b",
    re.IGNORECASE,
)
_LEFT = pattern(r"\b(?:net|balance|after|remaining|left|revised)\b", re.IGNORECASE)
"""How a row is called that holds what is left after the one above it was taken off."""
_STAFF = pattern(r"\b(?:WTE|FTE|whole[ -]time|full[ -]time|posts?|headcount|establishment)\b", re.IGNORECASE)
"""What heads a column of staff, whose parts are told as exactly as they are."""
_PENCE = 2
_COUNTED = 100
_FEW_POSTS = 8
_FACTORS_AND_PRODUCT = 3
_NEAR_ENOUGH = Decimal("0.15")
_NEAR_THE_MEAN = Decimal("0.1")


@dataclass(frozen=True, eq=False)
class Mismatch:
    """A total that is not what its parts make; ``within_rounding`` if rounding may be why."""

    line: Line
    total: Entry
    parts: tuple[Entry, ...]
    stated: Decimal
    made: Decimal
    within_rounding: bool

    @property
    def excess(self) -> Decimal:
        """By how much the total is too high."""
        return self.stated - self.made

    def excess_of(self, cell: GridCell) -> Decimal | None:
        """Return by how much a cell of it is too high if it alone is wrong; None if it is no cell of it."""
        if cell is self.total.cell:
            return self.excess
        for part in self.parts:
            if part.cell is cell:
                return -self.excess if part.value == part.cell.number else self.excess
        return None


def mismatches(sheet: Sheet) -> Iterator[Mismatch]:
    """Yield the totals of a table that do not add up."""
    for lines in (sheet.columns, sheet.rows):
        yield from _totals_first(lines)
    products = _products_across(sheet)
    shares = {id(entry.cell) for column in sheet.columns if _are_shares(column) for entry in column.entries}
    for line in sheet.lines:
        kind = line.kind
        if kind is None or (line.is_row and products) or not (line.adds_up or _are_rates_that_add(line)):
            continue
        entries = _in_pounds(line.of_kind(kind))
        if line.is_row:
            entries = [entry for entry in entries if id(entry.cell) not in shares]
        if _mixes_units(entries, _PRICE_ACROSS if line.is_row else _PRICE_BELOW):
            continue
        for place, entry in enumerate(entries):
            if entry.is_plain_total and entry.cell.number is not None:
                mismatch = _mismatch(line, entries, place)
                if mismatch is not None:
                    yield mismatch


def _are_shares(column: Line) -> bool:
    """Tell whether the figures of a column, which have no sign of per cent, make a total of 100."""
    *parts, last = [entry.cell.number or Decimal(0) for entry in column.entries] or [Decimal(0)]
    ends_in_total = bool(column.entries) and column.entries[-1].is_plain_total
    return ends_in_total and len(parts) > 1 and last == sum(parts, Decimal(0)) == _COUNTED


def _are_rates_that_add(line: Line) -> bool:
    """Tell whether a row of rates, "Admissions per 100,000", ends with about what they make, as rates of the
    quarters do for the year."""
    *parts, last = line.entries or (None,)
    values = [part.cell.number or Decimal(0) for part in parts if part is not None]
    if last is None or not last.is_plain_total or last.cell.number is None or len(values) <= _FEWEST_PARTS:
        return False
    made = sum(values, Decimal(0))
    return (
        _RATE_OF_MANY.search(line.head) is not None and abs(last.cell.number - made) <= made * _NEAR_THE_MEAN
    )


def _products_across(sheet: Sheet) -> bool:
    """Tell whether the rows of a table end with a product: posts times the cost of one."""
    products = 0
    for row in sheet.rows:
        numbers = [entry.cell.number for entry in row.entries if entry.cell.number]
        if len(numbers) == _FACTORS_AND_PRODUCT:
            one, other, stated = numbers
            products += 1 not in (one, other) and abs(one * other - stated) <= 1
    return products >= _FEWEST_PARTS


def _totals_first(lines: Sequence[Line]) -> Iterator[Mismatch]:
    """Yield the totals before their parts that are not what those make, where as many others are."""
    right, wrong = 0, list[Mismatch]()
    for line in lines:
        kind = line.kind
        if kind is None or not line.adds_up:
            continue
        first, *others = line.of_kind(kind) or (None,)
        parts = [one for one in others if one is not None and one.is_part]
        if (
            first is None
            or not first.is_plain_total
            or first.cell.number is None
            or len(parts) < _FEWEST_PARTS
        ):
            continue
        values = [part.value for part in parts]
        if len(parts) < len(others) or None in values:
            continue
        made = sum((value for value in values if value is not None), Decimal(0))
        stated = first.cell.number
        if made == stated:
            right += 1
        else:
            within = abs(stated - made) <= rounding(first.cell, [part.cell for part in parts])
            wrong.append(Mismatch(line, first, tuple(parts), stated, made, within))
    if right and len(wrong) <= right:
        yield from wrong


def wrong_cells(found: Sequence[Mismatch]) -> Iterator[tuple[GridCell, tuple[Mismatch, ...]]]:
    """Yield the figures that explain why totals of a table do not add up, each with those totals.

    A figure in two sums that are out by the same is wrong itself; else a total is.
    """
    left = list(found)
    while left:
        first, *others = left
        crossing = next(((cell, other) for other in others for cell in _crossing(first, other)), None)
        cell = crossing[0] if crossing else first.total.cell
        explained = [one for one in left if one is first or (crossing and _explains(cell, one, first))]
        yield cell, tuple(explained)
        left = [one for one in left if one not in explained]


def part_without_its_point(one: Mismatch) -> Entry | None:
    """Return the one part of a total in pounds and pence that would make it right with a point before its
    last two digits: "£57562" among sums such as "£575.62"."""
    pence = sum(part.cell.decimals == _PENCE for part in one.parts)
    if pence <= len(one.parts) / 2:
        return None
    found = [
        part
        for part in one.parts
        if part.value
        and not part.cell.decimals
        and one.made - part.value + part.value.scaleb(-_PENCE) == one.stated
    ]
    return found[0] if len(found) == 1 else None


def _in_pounds(entries: Sequence[Entry]) -> Sequence[Entry]:
    """Return what is in pounds, if that is said of some of the columns: "Council (£)" beside "Persons"."""
    pounds = [entry for entry in entries if "£" in entry.name]
    parts = sum(entry.is_part for entry in pounds)
    return pounds if parts >= _FEWEST_PARTS and any(entry.is_total for entry in pounds) else entries


def _mixes_units(entries: Sequence[Entry], price: re.Pattern[str]) -> bool:
    """Tell whether a line has prices beside sums, or quantities without a pound sign beside money."""
    parts = [entry for entry in entries if entry.cell.kind and not entry.is_total]
    money = any(entry.cell.kind == "money" for entry in entries)
    return any(
        price.search(part.name) or (money and part.cell.kind == "number" and _QUANTITY.search(part.name))
        for part in parts
    )


def _crossing(one: Mismatch, other: Mismatch) -> Iterator[GridCell]:
    """Yield the cells that two sums share and that would be out by the same in both, but for empty ones."""
    for entry in (*one.parts, one.total):
        excess = one.excess_of(entry.cell)
        if entry.cell.words is not None and excess is not None and excess == other.excess_of(entry.cell):
            yield entry.cell


def _explains(cell: GridCell, one: Mismatch, first: Mismatch) -> bool:
    excess = one.excess_of(cell)
    return excess is not None and excess == first.excess_of(cell)


def _mismatch(line: Line, entries: Sequence[Entry], place: int) -> Mismatch | None:
    """Return what is wrong with a total, None if in one of its readings it is right, or is the mean of
    its parts."""
    total = entries[place]
    stated = total.cell.number
    assert stated is not None
    closest: Mismatch | None = None
    for parts in _readings(entries, place):
        values = [part.value for part in parts]
        if None in values:
            return None
        if sum(1 for part in parts if part.cell.kind) < _FEWEST_PARTS and len(parts) < _FEWEST_PARTS:
            continue
        made = sum((value for value in values if value is not None), Decimal(0))
        if made == stated or abs(stated * len(parts) - made) <= made * _NEAR_THE_MEAN:
            return None
        if not total.is_named and _is_rather_no_sum(stated, made, parts):
            continue
        slack = _exact_to(line, total.cell, [part.cell for part in parts])
        within = abs(stated - made) <= slack
        mismatch = Mismatch(line, total, tuple(parts), stated, made, within)
        if closest is None or abs(mismatch.excess) < abs(closest.excess):
            closest = mismatch
    return closest


def _is_rather_no_sum(stated: Decimal, made: Decimal, parts: Sequence[Entry]) -> bool:
    """Tell whether what only its figures or a vague name call a total may be a mean, or no total here."""
    values = [part.value or Decimal(0) for part in parts]
    no_more_than_a_part = min(values) >= 0 and stated <= max(values)
    return abs(stated - made) > abs(made) * _NEAR_ENOUGH or no_more_than_a_part


def _readings(entries: Sequence[Entry], place: int) -> Iterator[list[Entry]]:
    """Yield what may be the parts of a total: what stands since the last one (for a sub-total, the end
    of that), all that is no total, the totals before it with what stands after them, or all that is not
    named a total: what only looks like one by its figures may be half of all."""
    before = entries[:place]
    totals = [number for number, entry in enumerate(before) if entry.is_total]
    since = totals[-1] + 1 if totals else 0
    parts = [entry for entry in before if entry.is_part]
    latest = [entry for entry in before[since:] if entry.is_part]
    yield latest
    if latest and totals and all(entry.is_taken_off for entry in latest):
        yield [before[totals[-1]], *latest]
    if entries[place].is_subtotal:
        yield from (latest[number:] for number in range(1, len(latest) - 1))
    elif account := as_account(before):
        yield account
    elif totals:
        yield parts
        yield [before[number] for number in totals] + latest
        yield [entry for entry in before if entry.is_part or (entry.is_total and not entry.is_named)]
    for number, entry in enumerate(latest):
        if number and latest[number - 1].is_taken_off and _LEFT.search(entry.name):
            yield latest[number:]


def _exact_to(line: Line, total: GridCell, parts: Sequence[GridCell]) -> Decimal:
    """Return by how much a sum may be out: of whole-time equivalents a few hardly more than one step."""
    slack = rounding(total, parts)
    figures = [cell for cell in (total, *parts) if cell.number]
    few = len(figures) <= _FEW_POSTS and _STAFF.search(line.head)
    return min(slack, max(map(_unit, figures))) if few and figures else slack


def rounding(total: GridCell, parts: Sequence[GridCell]) -> Decimal:
    """Return by how much a sum may be out if each of its figures was rounded as it is printed.

    Figures to the penny are never rounded, nor are small numbers of people or things.
    """
    figures = [cell for cell in (total, *parts) if cell.number]
    unit = max((_unit(cell) for cell in figures), default=Decimal(0))
    if unit <= Decimal("0.01") and total.kind != "percentage":
        return Decimal(0)
    if unit == 1 and total.kind != "percentage" and abs(total.number or Decimal(0)) < _COUNTED:
        return Decimal(0)
    count = Decimal(len(figures))
    return unit * min(count / 2, count.sqrt())


def _unit(cell: GridCell) -> Decimal:
    """Return the smallest step in which a figure is printed ("£1.5m": 100,000)."""
    exponent = int(cell.number.as_tuple().exponent) if cell.number is not None else 0
    return Decimal(1).scaleb(exponent if exponent > 0 else -cell.decimals)
