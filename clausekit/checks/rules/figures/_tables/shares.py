"""Shares in per cent: which lines of a table hold them, and the amounts that they are shares of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations

from clausekit.checks.rules.figures._tables.sheets import Entry, Line, Sheet
from clausekit.checks.rules.figures._tables.totals import TOTAL
from clausekit.patterns import pattern

_NO_SHARE = pattern(
    r"\b(?:increase|uplift|change|variance|growth|vat|inflation|spent|achieved|target|rates?|discount"
    r"|interest|weekly|reduction|savings?|performance|score|likelihood|compliance|response|complete)\b",
    re.IGNORECASE,
)
_SHARE = pattern(
    r"\b(?:shares?|proportions?|split|apportion\w*|contributions?|allocation|weight(?:ing)?s?)\b",
    re.IGNORECASE,
)
_BODY = pattern(
    r"\b(?:councils?|icbs?|trusts?|boards?|authorit(?:y|ies)|partners?|ccgs?|pcts?|nhs|borough|county|city"
    r"|district|hospice|provider|commissioner)\b",
    re.IGNORECASE,
)
_ONLY_PER_CENT = pattern(
    r"(?:%|percentage|per ?cent)(?: (?:of|to be|payable|borne|due|risk|cost)\b.{0,60})?",
    re.IGNORECASE,
)
_UNIT = pattern(r"[£%()]|\b0{3}s?\b|\b(?:shares?|proportion|split|per cent|percentage)\b", re.IGNORECASE)
_WHOLE = Decimal(100)
_FEWEST_ALIKE = 2
_NEAR = Decimal("1.4")
_NEAR_THE_WHOLE = Decimal(25)


@dataclass(frozen=True, eq=False)
class Shares:
    """Percentages that are shares of one whole: their ``parts``, the total if it is stated, and the
    amounts beside them (for each part its amount, and the whole), if there are any that add up."""

    line: Line
    parts: tuple[Entry, ...]
    total: Entry | None
    amounts: tuple[Decimal, ...] = ()
    whole: Decimal = Decimal(0)

    @property
    def made(self) -> Decimal:
        """What the parts make together."""
        return sum((part.value or Decimal(0) for part in self.parts), Decimal(0))

    def implied(self) -> Iterator[tuple[Entry, Decimal]]:
        """Yield the parts with the percentages that their amounts make."""
        if self.whole:
            for part, amount in zip(self.parts, self.amounts, strict=False):
                yield part, amount * 100 / self.whole


def shares_in(sheet: Sheet) -> Iterator[Shares]:
    """Yield the shares of a table: lines of percentages of which the total is said to be 100, or that
    are called shares and make something near it."""
    for lines in (sheet.columns, sheet.rows):
        for line in lines:
            if (
                line.kind == "percentage"
                and not _is_of_no_share(line, sheet)
                and not _makes_a_whole_with_others(line, lines)
            ):
                alone = lines is sheet.columns or len(lines) == 1
                led_by = _last_sentence(sheet.caption) if alone and not line.head.strip() else ""
                shares = _shares(line, led_by)
                if shares is not None and not (lines is sheet.columns and _are_of_their_rows(shares, sheet)):
                    yield _with_amounts(shares, lines)


def _makes_a_whole_with_others(line: Line, lines: Sequence[Line]) -> bool:
    """Tell whether a line, such as the shares of one body in several years, makes in most places a whole with
    the lines beside it, and not by itself."""
    entries = line.of_kind("percentage")
    if any(entry.is_total and entry.cell.number is not None for entry in entries):
        return False
    beside = [one for one in lines if one.kind == "percentage" and len(one.entries) == len(line.entries)]
    made = [
        sum((one.cell.number or Decimal(0) for one in across if one.cell.kind == "percentage"), Decimal(0))
        for across in zip(*(one.entries for one in beside), strict=True)
    ]
    whole = sum(abs(one - _WHOLE) <= 1 for one in made)
    own = sum((entry.value or Decimal(0) for entry in entries), Decimal(0))
    of_all = len(beside) > 1 and len(made) > 1 and whole * 2 > len(made)
    return abs(own - _WHOLE) > 1 and (
        of_all or any(_make_wholes(line, one) for one in beside if one is not line)
    )


def _make_wholes(line: Line, other: Line) -> bool:
    """Tell whether the percentages of two lines make a whole wherever both have one: "72%" and "28%"."""
    made = [
        one.cell.number + beside.cell.number
        for one, beside in zip(line.entries, other.entries, strict=True)
        if one.cell.kind == beside.cell.kind == "percentage" and one.cell.number and beside.cell.number
    ]
    return len(made) > 1 and all(abs(one - _WHOLE) <= 1 for one in made)


def _are_of_their_rows(shares: Shares, sheet: Sheet) -> bool:
    """Tell whether the percentages of a column, which make no whole, are each the share of a sum in its row
    that another sum of the row is."""
    return (
        shares.total is None
        and shares.made != _WHOLE
        and all(
            any(_is_its_share(part, amount, whole.value) for whole, amount in permutations(_sums_in(row), 2))
            for row in sheet.rows
            for part in row.entries
            if part.cell in {one.cell for one in shares.parts}
        )
    )


def _sums_in(row: Line) -> list[Entry]:
    return [entry for entry in row.entries if entry.cell.kind in ("money", "number") and entry.value]


def _is_of_no_share(line: Line, sheet: Sheet) -> bool:
    """Tell whether the head of a line says that its percentages are no shares, or, if it does not say what
    they are, what stands above its table."""
    if _NO_SHARE.search(line.head):
        return True
    return not _SHARE.search(line.head) and _NO_SHARE.search(_last_sentence(sheet.caption)) is not None


def _last_sentence(caption: str) -> str:
    """Return the end of what stands above a table, if it leads to the table."""
    return caption.rstrip().rpartition(". ")[2]


def lines_unlike_others(sheet: Sheet) -> Iterator[tuple[Line, Decimal]]:
    """Yield the rows, or columns, of percentages that do not make 100 where all others, two at least, make
    exactly that."""
    for lines in (sheet.rows, sheet.columns):
        kept = [
            line
            for line in lines
            if _is_of_shares(line) and not any(entry.is_total for entry in line.entries)
        ]
        made = [sum((entry.value or Decimal(0) for entry in _percentages(line)), Decimal(0)) for line in kept]
        others = [(line, total) for line, total in zip(kept, made, strict=True) if total != _WHOLE]
        alike = len(kept) - len(others)
        if len(others) == 1 and (alike >= _FEWEST_ALIKE or (alike and _is_of_bodies(*others[0]))):
            yield others[0]
            return


def _is_of_shares(line: Line) -> bool:
    """Tell whether a line has percentages, with nothing else beside a single one."""
    found = len(_percentages(line))
    return found > 1 or (
        found == 1 and all(entry.cell.kind == "percentage" or entry.value == 0 for entry in line.entries)
    )


def _percentages(line: Line) -> list[Entry]:
    return [entry for entry in line.entries if entry.cell.kind == "percentage"]


def _is_of_bodies(line: Line, made: Decimal) -> bool:
    """Tell whether each percentage of a line is that of a body, and they come near a whole."""
    bodies = all(_BODY.search(entry.name) for entry in _percentages(line))
    return bodies and not _NO_SHARE.search(line.head) and abs(made - _WHOLE) <= _NEAR_THE_WHOLE


def shares_of_rows(sheet: Sheet) -> Iterator[tuple[Entry, Decimal]]:
    """Yield the entries of a column "Council %", each with what "Council £" and "Total £" of its row make."""
    columns = {_bare(line.head): line for line in sheet.columns if line.kind != "percentage"}
    totals = [line for line in columns.values() if _bare(line.head) in ("total", "totals")]
    if not totals:
        yield from _of_rows_without_total(columns, sheet)
    for shares in sheet.columns:
        amounts = columns.get(_bare(shares.head)) if shares.kind == "percentage" else None
        if amounts is None or len(totals) != 1 or amounts in totals or not _bare(shares.head):
            continue
        for part, amount, total in zip(shares.entries, amounts.entries, totals[0].entries, strict=True):
            if part.cell.kind == "percentage" and amount.value is not None and total.value:
                yield part, amount.value * 100 / total.value


def _of_rows_without_total(columns: Mapping[str, Line], sheet: Sheet) -> Iterator[tuple[Entry, Decimal]]:
    """Yield the same of "Council £", "ICB £", "Council %" and "ICB %", where most rows bear out that they are
    the shares of both."""
    pairs = _shares_with_amounts(columns, sheet)
    right, wrong = 0, list[tuple[Entry, Decimal]]()
    for at in range(len(sheet.rows)) if len(pairs) > 1 else ():
        row = [(shares.entries[at], amounts.entries[at].value) for shares, amounts in pairs]
        known = [value for _, value in row if value is not None]
        whole = sum(known, Decimal(0))
        if len(known) < len(row) or not whole or any(share.cell.kind != "percentage" for share, _ in row):
            continue
        implied = [(share, (value or Decimal(0)) * _WHOLE / whole) for share, value in row]
        out = [pair for pair in implied if differs(*pair)]
        right += not out
        wrong += out
    if right > 1 and len(wrong) <= right:
        yield from wrong


def _shares_with_amounts(columns: Mapping[str, Line], sheet: Sheet) -> list[tuple[Line, Line]]:
    """Return the columns of percentages, each with that of the sums of the same body."""
    return [
        (shares, columns[_bare(shares.head)])
        for shares in sheet.columns
        if shares.kind == "percentage" and _bare(shares.head) in columns
    ]


def amounts_unlike_shares_of_rows(sheet: Sheet) -> Iterator[tuple[Entry, Entry, Decimal]]:
    """Yield the one sum of a row "Budget", "ICB %", "Council %", "ICB £", "Council £" that is not its share
    of the budget, where that is in other rows what the sums make, with the share and what it makes; only of
    percentages that make 100."""
    columns = {_bare(line.head): line for line in sheet.columns if line.kind in ("money", "number")}
    pairs = _shares_with_amounts(columns, sheet)
    others = [line for line in columns.values() if all(line is not amounts for _, amounts in pairs)]
    for budgets in others if len(pairs) > 1 else ():
        right, wrong = 0, list[tuple[Entry, Entry, Decimal]]()
        for at, budget in enumerate(budgets.entries):
            row = [(shares.entries[at], amounts.entries[at]) for shares, amounts in pairs]
            whole = budget.value
            if not whole or not all(
                share.cell.kind == "percentage" and amount.value for share, amount in row
            ):
                continue
            out = [(share, amount) for share, amount in row if not _is_its_share(share, amount, whole)]
            right += not out and whole == sum((amount.value or Decimal(0) for _, amount in row), Decimal(0))
            if len(out) == 1 and sum((share.value or Decimal(0) for share, _ in row), Decimal(0)) == _WHOLE:
                ((share, amount),) = out
                wrong.append((amount, share, whole * (share.value or Decimal(0)) / _WHOLE))
        if right > 1 and len(wrong) < right:
            yield from wrong


def amounts_unlike_shares(sheet: Sheet) -> Iterator[tuple[Entry, Decimal, Decimal]]:
    """Yield the one amount of a line that is not the share beside it of the total that is stated, or else of
    the whole of which all others are theirs, with that share and what it makes."""
    for shares in shares_in(sheet):
        if (shares.whole and shares.total is not None) or shares.made != _WHOLE:
            continue
        lines = sheet.rows if shares.line.is_row else sheet.columns
        for line in lines:
            by_name = {entry.name: entry for entry in line.entries}
            pairs = [(part, by_name[part.name]) for part in shares.parts if part.name in by_name]
            if line.kind not in ("money", "number") or not len(pairs) == len(shares.parts) > _FEWEST_ALIKE:
                continue
            for whole in _wholes(shares, pairs, by_name):
                wrong = [pair for pair in pairs if not _is_its_share(*pair, whole)]
                if len(wrong) == 1:
                    ((part, amount),) = wrong
                    share = part.value or Decimal(0)
                    made = whole * share / _WHOLE
                    if shares.total is not None or _is_near(made, amount.value or Decimal(0)):
                        yield amount, share, made
                    break


def _is_near(one: Decimal, other: Decimal) -> bool:
    return max(one, other) <= min(one, other) * _NEAR


def _wholes(
    shares: Shares, pairs: Sequence[tuple[Entry, Entry]], by_name: Mapping[str, Entry]
) -> list[Decimal]:
    """Return of what amounts may be the shares beside them: of the total that is stated, or else of what the
    first, or the second, makes with its share."""
    if shares.total is not None:
        total = by_name.get(shares.total.name)
        return [total.cell.number] if total is not None and total.cell.number else []
    known = [(part.value, amount.value) for part, amount in pairs]
    return [amount * _WHOLE / share for share, amount in known[:2] if share and amount]


def _is_its_share(part: Entry, amount: Entry, whole: Decimal | None) -> bool:
    return not amount.value or not whole or not differs(part, amount.value * _WHOLE / whole)


def _bare(head: str) -> str:
    """Return a head without the unit of its column.

    >>> _bare("Council (£)"), _bare("Council share")
    ('council', 'council')
    """
    return " ".join(_UNIT.sub(" ", head).lower().split())


def _shares(line: Line, led_by: str) -> Shares | None:
    entries = line.of_kind("percentage")
    totals = [entry for entry in entries if entry.is_plain_total and entry.cell.number is not None]
    parts = tuple(entry for entry in entries if entry.is_part and entry.cell.kind)
    if len(parts) < 2 or len(totals) > 1 or any(part.value is None for part in parts):
        return None
    shares = Shares(line, parts, totals[0] if totals else None)
    stated = totals[0].cell.number if totals else None
    if stated is None and not (
        _is_called_share(line, parts, led_by) and abs(shares.made - _WHOLE) <= _NEAR_THE_WHOLE
    ):
        return None
    if stated is not None and stated != _WHOLE:
        return None
    return shares


def _is_called_share(line: Line, parts: Sequence[Entry], led_by: str) -> bool:
    """Tell whether the head of a line says that it has shares, or that it has percentages, each a body's;
    of a column without a head, or a
    table of one row, the words tell that lead to it."""
    if _SHARE.search(line.head):
        return True
    of_bodies = (line.is_row and not line.head) or all(_BODY.search(part.name) for part in parts)
    return of_bodies and bool(_ONLY_PER_CENT.fullmatch(line.head) or _SHARE.search(led_by))


def _with_amounts(shares: Shares, lines: Sequence[Line]) -> Shares:
    """Return shares with the amounts beside them: of the lines of money that add up, that which fits best."""
    sums = [line for line in lines if line.kind in ("money", "number")]
    totals = [line for line in sums if TOTAL.match(line.head)] or sums
    candidates = [one for line in totals if (one := _beside(shares, line)) is not None]
    if not candidates:
        return shares
    return min(candidates, key=lambda one: sum(differs(part, implied) > 0 for part, implied in one.implied()))


def _beside(shares: Shares, line: Line) -> Shares | None:
    """Return shares with the amounts of a line, None if it has not one for each that add up."""
    by_name = {entry.name: entry for entry in line.entries}
    if line.kind not in ("money", "number") or not line.adds_up or len(by_name) != len(line.entries):
        return None
    known = [
        value
        for part in shares.parts
        if part.name in by_name and (value := by_name[part.name].value) is not None
    ]
    whole = sum(known, Decimal(0))
    total = by_name.get(shares.total.name) if shares.total is not None else None
    stated = total.cell.number if total is not None and total.cell.kind else whole
    if len(known) != len(shares.parts) or not whole or stated != whole or min(known) < 0:
        return None
    return Shares(shares.line, shares.parts, shares.total, tuple(known), whole)


def differs(part: Entry, implied: Decimal) -> Decimal:
    """Return by how many points a percentage differs from what its amounts make, beyond its rounding."""
    unit = Decimal(1).scaleb(-part.cell.decimals)
    return max(Decimal(0), abs((part.value or Decimal(0)) - implied) - unit * Decimal("0.51"))
