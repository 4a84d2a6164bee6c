"""Which rows and columns of a table are totals, by what they are called and by what their figures make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import repeat

from clausekit.checks.instrument.grids import GridCell
from clausekit.patterns import pattern
from clausekit.recognition.calendar import MONTHS

TOTAL = pattern(
    r"(?:the |grand |overall |sub-? ?)?totals?\b|sum\b|all[ ]*:?$|.{1,60}\b(?:sub-? ?)?totals?[ ]*:?$"
    r"|[a-z]{2,12}totals?[ ]*:?$",
    re.IGNORECASE | re.DOTALL,
)
NO_PART = pattern(
    r"of (?:which|whom)|includ|memo\b|note\b|as a |share of|percentage|%|proportion|cumulative"
    r"|running\b(?! cost| expense)",
    re.IGNORECASE,
)
_PERHAPS = pattern(
    r"(?:(?:all|both|gross|net|overall|combined|together|aggregate|whole|entire|balance)\b"
    r"(?! (?:other|above|over|below|under|further|remaining|more|else|the rest|sums|costs? (?:above|over)))"
    r"|in all\b|(?:full |whole |academic |financial )?year$|pooled (?:fund|budget)$|(?:the )?(?:fund|pool)$"
    r"|(?:annual|revised|gross|net) (?:budget|cost)|(?:two|three|four|five) years)",
    re.IGNORECASE,
)
"""Words by which a total is often called, though a part may be called so too."""
_OF_A_YEAR = pattern(
    r"(?:(?:full|whole|financial|academic) )?years?(?: total)?|annual(?: total)?"
    r"|20\d\d(?:[/–-]\d\d(?:\d\d)?)?",
    re.IGNORECASE,
)
_OF_A_QUARTER = pattern(r"(?:quarter|qtr)(?: [1-4])?|Q[1-4]", re.IGNORECASE)
_QUARTER = pattern(
    r"Q ?[1-4]\b|(?:quarter|qtr) ?[1-4]\b|(?:first|second|third|fourth) quarter\b", re.IGNORECASE
)
_MONTH = pattern("(?:" + "|".join(name[:3] for name in MONTHS) + r")[a-z]*\b", re.IGNORECASE)
_PARTS = ((4, _QUARTER), (12, _MONTH))
"""How many quarters, and months, a year has, and how the columns of those are headed."""
_FEWEST_PARTS = 2
_NO_CHANCE = 100
"""That figures of at least so many units make just what is stated is no chance."""
_SURELY_NO_CHANCE = 1000

_NEAR = Decimal("0.05")

Cells = Sequence[GridCell]
_Made = tuple[Sequence[Decimal | None], Sequence[Decimal | None]]
"""What lines make, by column, and the only figure that they have there, where they have but one."""


def totals_by_figures(names: Sequence[str], lines: Sequence[Cells], *, rows: bool) -> frozenset[int]:
    """Return which rows (or columns) are totals though they are not called so: by their figures, or, for the
    last row, by a name that a total may have."""
    found: set[int] = set()
    last = max((at for at, line in enumerate(lines) if _is_counted(names[at], line)), default=-1)
    for at in range(_FEWEST_PARTS, len(names)):
        if _is_total(names, lines, at, found, is_row=rows, is_last=at == last):
            found.add(at)
    return frozenset(found)


def last_row_is_total(names: Sequence[str], lines: Sequence[Cells]) -> bool:
    """Tell whether the last row is a total though it is not called so."""
    last = len(names) - 1
    return last >= _FEWEST_PARTS and _is_total(names, lines, last, set(), is_row=True, is_last=True)


def _is_total(
    names: Sequence[str], lines: Sequence[Cells], at: int, found: set[int], *, is_row: bool, is_last: bool
) -> bool:
    """Tell whether a line is a total; ``found`` are those before it that are, though not called so."""
    name = names[at]
    if TOTAL.match(name) or NO_PART.match(name):
        return False
    perhaps = _PERHAPS.match(name) is not None
    if perhaps and is_row and is_last:
        return True
    made = list(_made(names, lines, at, found))
    may_be_near = is_row and (perhaps or (is_last and not name.strip() and all(names[:at])))
    if not is_row and _is_whole_of_periods(names, at) and any(map(_bears_out, made, repeat(lines[at]))):
        return True
    near = may_be_near and _is_near(made, lines[at])
    return near or _is_borne_out(made, lines[at], perhaps=perhaps)


def _is_whole_of_periods(names: Sequence[str], at: int) -> bool:
    """Tell whether a column is headed by what those before it are the parts of: a year after its quarters or
    its months, a quarter after its months."""
    before = [name.strip() for name in names[:at]]
    if _OF_A_YEAR.fullmatch(names[at].strip()):
        return any(len(before) >= count and all(map(part.match, before[-count:])) for count, part in _PARTS)
    return _OF_A_QUARTER.fullmatch(names[at].strip()) is not None and all(map(_MONTH.match, before[-3:]))


def _bears_out(made: _Made, line: Cells) -> bool:
    """Tell whether a figure of a line is what those before it make."""
    sums, _ = made
    return any(cell.number and cell.number == total for cell, total in zip(line, sums, strict=True))


def _is_counted(name: str, line: Cells) -> bool:
    return NO_PART.match(name) is None and any(cell.kind for cell in line)


def _is_near(made: Sequence[_Made], line: Cells) -> bool:
    """Tell whether each figure of a line comes near what those before it make."""
    return any(
        all(
            total is not None and abs(cell.number - total) <= abs(total) * _NEAR
            for cell, total in zip(line, sums, strict=True)
            if cell.number
        )
        for sums, _ in made
    )


def _is_borne_out(made: Sequence[_Made], line: Cells, *, perhaps: bool) -> bool:
    """Tell whether the figures of a line are what those before it make, in one way to read them."""
    for sums, lone in made:
        right = [
            abs(cell.number).scaleb(cell.decimals)
            for cell, total in zip(line, sums, strict=True)
            if cell.number and total is not None and cell.number == total
        ]
        filled = sum(
            cell.number is not None and cell.number != alone for cell, alone in zip(line, lone, strict=True)
        )
        if not perhaps and 2 * len(right) < filled:
            continue
        told = sum(units >= _NO_CHANCE for units in right)
        if told >= _FEWEST_PARTS or (told and (perhaps or max(right) >= _SURELY_NO_CHANCE)):
            return True
        if perhaps and len(right) >= _FEWEST_PARTS:
            return True
    return False


def _made(names: Sequence[str], lines: Sequence[Cells], at: int, found: set[int]) -> Iterator[_Made]:
    """Yield what the lines before one make: those since the last total, all parts, or totals and the rest;
    and, where only one of them has a figure, that."""
    shares = _has_shares_only(lines[at])
    before = [
        place
        for place in range(at)
        if NO_PART.match(names[place]) is None and (shares or not _has_shares_only(lines[place]))
    ]
    totals = [place for place in before if place in found or TOTAL.match(names[place])]
    latest = [place for place in before if not totals or place > totals[-1]]
    parts = [place for place in before if place not in totals]
    for chosen in (latest, parts, [*totals, *latest]):
        if len(chosen) >= _FEWEST_PARTS:
            columns = [[lines[place][column] for place in chosen] for column in range(len(lines[at]))]
            yield [_sum(cells) for cells in columns], [_lone(cells) for cells in columns]


def _has_shares_only(line: Cells) -> bool:
    """Tell whether all figures of a line are percentages, which are no part of a sum beside them."""
    return {cell.kind for cell in line if cell.kind} == {"percentage"}


def _sum(cells: Cells) -> Decimal | None:
    """Return what cells make, None if fewer than two hold a figure, or one holds words."""
    if any(cell.number is None and not cell.is_nothing for cell in cells):
        return None
    numbers = [cell.number for cell in cells if cell.number]
    return sum(numbers, Decimal(0)) if len(numbers) >= _FEWEST_PARTS else None


def _lone(cells: Cells) -> Decimal | None:
    """Return the only figure of cells of which the others hold nothing."""
    numbers = [cell.number for cell in cells if cell.number]
    plain = all(cell.number is not None or cell.is_nothing for cell in cells)
    return numbers[0] if len(numbers) == 1 and plain else None
