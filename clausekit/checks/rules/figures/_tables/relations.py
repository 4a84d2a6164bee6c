"""How the columns (or rows) of a table hang together, as most of their figures show: a change is the
difference of two others, a cost a quantity times a price; a cumulative sum grows by each figure; a percentage
is a share or a growth."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations, permutations

from clausekit.checks.rules.figures._tables.sheets import Entry, Line, Sheet
from clausekit.checks.rules.figures._tables.sums import Mismatch, rounding
from clausekit.patterns import pattern

_DIFFERENCE = pattern(
    r"\b(?:changes?|variances?|differences?|movements?|over|under|increases?|decreases?|uplift|growth|rise"
    r"|surplus|saving|margin|balance|remaining|extra|vacan\w+|net)\b",
    re.IGNORECASE,
)
_CUMULATIVE = pattern(r"\b(?:cumulative|running|to date|accumulated)\b", re.IGNORECASE)
_GROWTH = pattern(
    r"\b(?:changes?|variances?|increases?|decreases?|uplift|growth|rise|over|under)\b", re.IGNORECASE
)
_HOW_MANY = pattern(
    r"\b(?:WTE|FTE|posts?|number|no|units|quantity|places|beds|hours|days|weeks|months|visits|sessions)\b",
    re.IGNORECASE,
)
_OF_ONE = pattern(
    r"\b(?:salary|rate|price|per|each|unit|cost of one|(?:hour|dai|week|month)ly)\b", re.IGNORECASE
)
_OF_ALL = pattern(r"(?:(?:total|full|annual) )?(?:costs?|total|amount|sum|budget|value)\b", re.IGNORECASE)
"""Heads of columns of which the last is the product of the others: "WTE", "Salary", "Cost"."""
_LABEL_SHARE = pattern(r".{1,60}\((?P<share>\d{1,2}(?:\.\d{1,2})?) ?%\)")
_TAKEN = "less"
_TIMES = tuple(map(Decimal, ("1", "52", "12", "0.001", "0.052", "0.012")))
"""By what else costs are multiplied: weeks or months of a year, and pounds counted in thousands."""
_HUNDRED = Decimal(100)
_FEWEST_NAMED, _FEWEST = 2, 3
_MOST_COLUMNS = 14


def related_mismatches(sheet: Sheet) -> Iterator[Mismatch]:
    """Yield the figures that are not the difference or the running sum that their line holds elsewhere."""
    for lines in (sheet.columns, sheet.rows):
        if len(lines) <= _MOST_COLUMNS or lines is sheet.columns:
            for line in lines[: _MOST_COLUMNS * 2]:
                yield from _running(line, lines)
                yield from _differences(line, lines)
                if lines is sheet.columns:
                    yield from _products(line, lines)


def _plain(line: Line) -> bool:
    return line.kind in ("money", "number")


def _differences(line: Line, lines: Sequence[Line]) -> Iterator[Mismatch]:
    """Yield where a line called a change is no difference of the two lines by which the others are."""
    if line.kind is None or not _DIFFERENCE.search(line.head):
        return
    at = lines.index(line)
    others = [one for one in lines[max(0, at - 4) : at] if _may_differ_by(line, one)]
    best: tuple[int, list[Mismatch]] = (0, [])
    for more, less in permutations(others, 2):
        if _plain(more) != _plain(less):
            continue
        right, wrong = _compared(line, more, less)
        if len(wrong) * 2 <= right and right > best[0]:
            best = (right, wrong)
    if best[0] >= _FEWEST_NAMED:
        yield from best[1]


def _may_differ_by(line: Line, other: Line) -> bool:
    """Tell whether a line may hold by how much figures such as those of another differ: percentages do by
    points, which may be set as a percentage or as a number."""
    if other.kind == "percentage":
        return line.kind != "money"
    return _plain(line) and _plain(other)


def _compared(line: Line, more: Line, less: Line) -> tuple[int, list[Mismatch]]:
    """Return in how many places a line is one less the other, and where it is not."""
    right, wrong = 0, list[Mismatch]()
    for stated, first, second in zip(line.entries, more.entries, less.entries, strict=True):
        if stated.cell.number is None or first.cell.number is None or second.cell.number is None:
            continue
        made = first.cell.number - second.cell.number
        if made == stated.cell.number:
            right += 1
        elif second.cell.number >= 0:
            parts = (Entry(first.cell, ""), Entry(second.cell, _TAKEN))
            wrong.append(_mismatch(line, stated, parts, made))
    return right, wrong


def _products(line: Line, lines: Sequence[Line]) -> Iterator[Mismatch]:
    """Yield where a cost is not a quantity times a price, as it is in the other rows: in one at least if
    their heads say what they are, in more if they do not."""
    if not _plain(line):
        return
    place = lines.index(line)
    others = [one for one in lines if one is not line and _plain(one)]
    for one, other in combinations(others, 2):
        named = _is_named_product(line, one, other) or _is_named_product(line, other, one)
        if not named and max(lines.index(one), lines.index(other)) > place:
            continue
        for times in _TIMES:
            right, wrong = 0, list[Mismatch]()
            for stated, first, second in zip(line.entries, one.entries, other.entries, strict=True):
                if not (stated.cell.number and first.cell.number and second.cell.number):
                    continue
                made = first.cell.number * second.cell.number * times
                unit = Decimal(1).scaleb(-stated.cell.decimals)
                if abs(made - stated.cell.number) <= unit:
                    right += stated.cell.number >= _HUNDRED and (first.cell.number != 1 or named)
                elif not stated.is_total:
                    wrong.append(_mismatch(line, stated, (), made))
            if right >= (1 if named else _FEWEST_NAMED) and len(wrong) == 1:
                yield from wrong
                return


def _is_named_product(line: Line, quantity: Line, price: Line) -> bool:
    """Tell whether the heads of columns say that one is the other two multiplied: "Cost", "WTE", "Salary"."""
    return bool(_HOW_MANY.search(quantity.head) and _OF_ONE.search(price.head) and _OF_ALL.match(line.head))


def _running(line: Line, lines: Sequence[Line]) -> Iterator[Mismatch]:
    """Yield where a cumulative line does not grow by the figure beside it, as it does elsewhere."""
    if not _plain(line) or not _CUMULATIVE.search(line.head):
        return
    for other in lines:
        if other is line or not _plain(other) or _CUMULATIVE.search(other.head):
            continue
        right, wrong = _grown(line, [other])
        if right >= _FEWEST_NAMED and len(wrong) <= right:
            yield from wrong
            return
    before = [one for one in lines[: lines.index(line)] if _plain(one)]
    if len(before) >= _FEWEST_NAMED and not any(one.adds_up is False for one in before):
        right, wrong = _grown(line, before)
        if right >= _FEWEST_NAMED and len(wrong) <= right:
            yield from wrong


def _grown(line: Line, steps: Sequence[Line]) -> tuple[int, list[Mismatch]]:
    """Return in how many places a cumulative line grows by what others make, and where it does not; after a
    wrong sum it may go on from the right one."""
    right, wrong = 0, list[Mismatch]()
    last: Entry | None = None
    carried = Decimal(0)
    for stated, *some in zip(line.entries, *(one.entries for one in steps), strict=True):
        values = [step.value for step in some]
        if stated.cell.number is None or None in values or any(step.is_total for step in some):
            continue
        before = [Entry(last.cell, "")] if last is not None else []
        step = sum((one for one in values if one is not None), Decimal(0))
        made = step + ((last.cell.number or Decimal(0)) if last is not None else 0)
        carried += step
        if stated.cell.number in (made, carried):
            right += last is not None
        else:
            wrong.append(_mismatch(line, stated, (*(Entry(step.cell, "") for step in some), *before), made))
        last = stated
    return right, wrong


def _mismatch(line: Line, stated: Entry, parts: tuple[Entry, ...], made: Decimal) -> Mismatch:
    value = stated.cell.number or Decimal(0)
    slack = rounding(stated.cell, [part.cell for part in parts])
    return Mismatch(line, stated, parts, value, made, abs(value - made) <= slack)


# percentages


def related_shares(sheet: Sheet) -> Iterator[tuple[Entry, Decimal]]:
    """Yield the percentages of lines that are shares or growth of two others, each with what those make."""
    for lines in (sheet.columns, sheet.rows):
        for line in lines[:_MOST_COLUMNS]:
            if line.kind == "percentage":
                yield from _of_two(line, [one for one in lines[:_MOST_COLUMNS] if _plain(one)])


def _of_two(line: Line, others: Sequence[Line]) -> Iterator[tuple[Entry, Decimal]]:
    ways: list[Callable[[Decimal, Decimal], Decimal]] = [_share]
    if _GROWTH.search(line.head):
        ways.append(_growth)
    best: tuple[int, list[tuple[Entry, Decimal]]] = (0, [])
    for part, whole in permutations(others, 2):
        for way in ways:
            right, telling, wrong = _held(line, part, whole, way)
            named = _share_a_name(line, part) or _GROWTH.search(line.head) is not None
            enough = telling and right >= _FEWEST_NAMED if named else telling >= _FEWEST
            if enough and len(wrong) == 1 and right > best[0]:
                best = (right, wrong)
            elif enough and not wrong:
                return
    yield from best[1]


def _held(
    line: Line, part: Line, whole: Line, way: Callable[[Decimal, Decimal], Decimal]
) -> tuple[int, int, list[tuple[Entry, Decimal]]]:
    """Return how often a line is what two others make, how often in more than 0 or 100, and where not."""
    right = telling = 0
    wrong: list[tuple[Entry, Decimal]] = []
    for stated, one, other in zip(line.entries, part.entries, whole.entries, strict=True):
        number, top, base = stated.cell.number, one.value, other.value
        if number is None or stated.cell.kind == "money" or top is None or not base:
            continue
        made = way(top, base)
        unit = Decimal(1).scaleb(-stated.cell.decimals)
        blur = Decimal(50) * Decimal(1).scaleb(-one.cell.decimals) / abs(base) if line.scaled else 0
        if min(abs(number - made), abs(number + made)) <= unit * Decimal("0.51") + blur:
            right += 1
            telling += abs(number) not in (0, _HUNDRED)
        else:
            wrong.append((stated, made))
    return right, telling, wrong


def _share(part: Decimal, whole: Decimal) -> Decimal:
    return part * _HUNDRED / whole


def _growth(after: Decimal, before: Decimal) -> Decimal:
    return (after - before) * _HUNDRED / before


def _share_a_name(line: Line, other: Line) -> bool:
    """Tell whether two lines begin with the same word: "Council share", "Council (£000)"."""
    first, second = (one.head.lower().split() for one in (line, other))
    return bool(first and second) and first[0] == second[0]


def shares_in_labels(sheet: Sheet) -> Iterator[tuple[Entry, Decimal, Decimal]]:
    """Yield the sums of rows such as "City (35%)" that are not that share of the whole of which the others
    are theirs, each with its share and what that makes."""
    shares = [(Decimal(found["share"]), row) for row in sheet.rows if (found := _LABEL_SHARE.match(row.head))]
    if len(shares) < _FEWEST_NAMED or sum(share for share, _ in shares) != _HUNDRED:
        return
    for column in range(len(sheet.columns)):
        entries = [(share, row.entries[column]) for share, row in shares]
        if any(not one.cell.number or one.cell.kind == "percentage" for _, one in entries):
            continue
        if len(shares) < _FEWEST:
            yield from _of_a_row(entries, [row.entries[column].value for row in sheet.rows])
            continue
        wholes = [(one.cell.number or Decimal(0)) * _HUNDRED / share for share, one in entries]
        for share, one in entries:
            own = (one.cell.number or Decimal(0)) * _HUNDRED / share
            rest = [whole for whole, (_, other) in zip(wholes, entries, strict=True) if other is not one]
            unit = Decimal(1).scaleb(-one.cell.decimals)
            made = rest[0] * share / _HUNDRED
            if max(rest) - min(rest) <= unit * _HUNDRED / min(share for share, _ in shares) and (
                abs(own - rest[0]) * share / _HUNDRED > unit
            ):
                yield one, share, made


def _of_a_row(
    entries: Sequence[tuple[Decimal, Entry]], wholes: Sequence[Decimal | None]
) -> Iterator[tuple[Entry, Decimal, Decimal]]:
    """Yield the one of two shares that is not that of the row of which the other is its share."""
    (share, one), (other_share, other) = entries
    for stated, right, of_stated, of_right in (
        (one, other, share, other_share),
        (other, one, other_share, share),
    ):
        whole = (right.cell.number or Decimal(0)) * _HUNDRED / of_right
        made = whole * of_stated / _HUNDRED
        if whole in wholes and abs(made - (stated.cell.number or Decimal(0))) > Decimal(1).scaleb(
            -stated.cell.decimals
        ):
            yield stated, of_stated, made
