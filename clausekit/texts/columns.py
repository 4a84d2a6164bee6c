"""Pages that were set in two columns, and whose extraction glued the lines of both together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from clausekit.patterns import pattern
from clausekit.texts.openings import has_ended
from clausekit.texts.printed import Printed, by_page

_GAP = pattern(r"(?<=\S) {2,}(?=\S)")
_FEWEST = 15
"""Fewer lines in two columns are rather a table."""
_SHARE = 0.7
_WIDE = 25
"""How long the lines of each column are at least on average."""


@dataclass(frozen=True, slots=True)
class Halves:
    """A line of a page in two columns: what stands in the left one, and in the right one, if anything."""

    left: Printed | None
    right: Printed | None


def one_column(lines: Sequence[Printed]) -> tuple[list[Printed], set[int]]:
    """Return the lines with the left column of each page before the right one, and where such pages begin."""
    found: list[Printed] = []
    where: set[int] = set()
    for page in by_page(lines):
        column = _right_column(page)
        if column is None:
            found += page
        else:
            where.add(page[0].line)
            found += _unglued(page, column)
    return found, where


def _right_column(page: Sequence[Printed]) -> int | None:
    """Return where the right column of a page begins; None if the page has one column, or a table."""
    if len(page) < _FEWEST:
        return None
    starts = [line.indent + gap.end() for line in page for gap in _GAP.finditer(line.text)]
    column = max(Counter(starts).items(), key=lambda item: (item[1], -item[0]), default=(0, 0))[0]
    if starts.count(column) < max(_FEWEST, _SHARE * len(page)):
        return None
    halves = [_halves(line, column) for line in page]
    both = [(one.left.text, one.right.text) for one in halves if one.left and one.right]
    if len(both) < max(_FEWEST, _SHARE * len(page)):
        return None
    is_prose = all(
        sum(map(len, side)) > _WIDE * len(side) and sum(map(has_ended, side)) < len(side) / 2
        for side in zip(*both, strict=True)
    )
    return column if is_prose else None


def _halves(line: Printed, column: int) -> Halves:
    """Return a line parted before a column; a line that runs across it is all on the left."""
    if line.indent >= column:
        return Halves(None, line)
    at = column - line.indent
    if line.text[at - 2 : at].strip() or at >= len(line.text):
        return Halves(line, None)
    return Halves(
        replace(line, text=line.text[:at].rstrip()),
        replace(line, text=line.text[at:], indent=0, gap=line.gap),
    )


def _unglued(page: Sequence[Printed], column: int) -> Iterator[Printed]:
    """Yield the lines of the left column, then those of the right one, which goes on where the left ended."""
    right: list[Printed] = []
    for line in page:
        halves = _halves(line, column)
        if halves.left is not None:
            yield halves.left
        if halves.right is not None:
            right.append(halves.right)
    if right:
        yield replace(right[0], gap=True, turned=True)
        yield from right[1:]
