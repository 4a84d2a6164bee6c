"""Columns that tell the same sums for other times or in parts: a year's, a quarter's, nine instalments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from clausekit.checks.rules.figures._tables.sheets import Entry, Line, Sheet
from clausekit.checks.rules.figures._tables.sums import Mismatch
from clausekit.patterns import pattern
from clausekit.recognition.amounts import NUMBER_WORDS, number_of

_PARTS = pattern(
    rf"(?<![\w-])(?P<parts>\d{{1,2}}|{NUMBER_WORDS})(?: equal)?(?: (?:week|month|quarter|term|year)ly)?"
    r" (?:instal|pay)ments?\b",
)
_TIMES = {
    52: pattern(r"\b(?:weekly|(?:per|a|each|every) week)\b"),
    12: pattern(r"\b(?:monthly|(?:per|a|each|every) (?:calendar )?month)\b"),
    4: pattern(r"\b(?:quarterly|(?:per|a|each|every) quarter)\b"),
    2: pattern(r"\b(?:half[- ]yearly|six[- ]monthly|per half[- ]year)\b"),
}
_YEAR = pattern(r"\b(?:annual(?:ly)?|annum|yearly|(?:per|a|each|full) year|total)\b")
_OTHER_KIND = pattern(r"%|\b(?:average|maximum|minimum|cap|limit|deposit|retainer|number|no of)\b")
_SUM = pattern(
    r"\b(?:sums?|amounts?|costs?|charges?|fees?|contributions?|payments?|rent|price|budget|£|20\d\d)"
)


def rate_mismatches(sheet: Sheet) -> Iterator[Mismatch]:
    """Yield the sums of a week, a month, a quarter or an instalment that are not that part of the sum in
    another column, as those of the other rows are; of each row the one that most other columns belie. So
    for what stands in rows, too."""
    yield from _mismatches(sheet.columns)
    yield from _mismatches(sheet.rows, in_pounds="£" in sheet.caption)


def _mismatches(lines: Sequence[Line], *, in_pounds: bool = False) -> Iterator[Mismatch]:
    parted = [
        (parts, line) for line in lines if (parts := _parts_of_a_year(line, in_pounds=in_pounds)) is not None
    ]
    found = [
        mismatch
        for (more, part), (fewer, whole) in permutations(parted, 2)
        if more > fewer and more % fewer == 0
        for mismatch in _out_of_step(part, whole, Decimal(more // fewer))
    ]
    often = Counter(id(cell) for one in found for cell in (one.total.cell, one.parts[0].cell))
    told: dict[int, Mismatch] = {}
    for one in sorted(found, key=lambda one: -often[id(one.total.cell)]):
        told.setdefault(one.line.entries.index(one.total), one)
    yield from told.values()


def _parts_of_a_year(line: Line, *, in_pounds: bool) -> int | None:
    """Return into how many parts a column divides the sum of a year, 1 if it holds that, None if it holds no
    sums of money."""
    head = line.head.lower()
    sums = line.kind == "money" or (in_pounds and line.kind == "number")
    if not sums or _OTHER_KIND.search(head):
        return None
    if (found := _PARTS.search(head)) is not None:
        parts = found["parts"]
        return int(parts) if parts.isdecimal() else number_of(parts)
    times = next((times for times, named in _TIMES.items() if named.search(head)), 1)
    return times if times > 1 or _YEAR.search(head) or _SUM.search(head) else None


def _out_of_step(part: Line, whole: Line, times: Decimal) -> Iterator[Mismatch]:
    """Yield the one sum that is not the whole divided by so many, if those of the other rows are, and the
    whole that is not so many times that sum."""
    right, wrong = 0, list[tuple[Entry, Entry]]()
    for one, base in zip(part.entries, whole.entries, strict=True):
        if not one.cell.number or not base.cell.number or one.is_total:
            continue
        if abs(one.cell.number - base.cell.number / times) <= _step(one) + _step(base) / times:
            right += 1
        else:
            wrong.append((one, base))
    if right and len(wrong) == 1:
        ((one, base),) = wrong
        yield _mismatch(part, one, base, 1 / times)
        yield _mismatch(whole, base, one, times)


def _mismatch(line: Line, stated: Entry, other: Entry, factor: Decimal) -> Mismatch:
    value, made = stated.cell.number or Decimal(0), (other.cell.number or Decimal(0)) * factor
    return Mismatch(line, stated, (other,), value, made, within_rounding=False)


def _step(entry: Entry) -> Decimal:
    """Return the smallest step in which a figure is printed."""
    return Decimal(1).scaleb(-entry.cell.decimals)
