"""Putting away what did not change, but for what stands next to a change, and the headings above it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from clausekit.reports.marked import Fold, Line, MarkedBlock, MarkedRow, MarkedTable, RowFold

_LEAST_FOLDED = 2

_Item = TypeVar("_Item")
_Away = TypeVar("_Away")


def folded(blocks: Sequence[Line | MarkedTable]) -> Iterator[MarkedBlock]:
    """Yield the changed blocks with one on each side and the headings above; all else is folded away."""
    shown: set[int] = set()
    headings: dict[tuple[int, int], int] = {}
    for place, block in enumerate(blocks):
        if isinstance(block, Line) and block.heading:
            rank = (block.heading, block.level)
            headings = {other: above for other, above in headings.items() if other < rank}
            headings[rank] = place
        # A line of the contents that came or went has no edit that counts: it follows.
        if block.edits:
            shown |= {place - 1, place, place + 1, *headings.values()}
    yield from _put_away(blocks, shown, Fold)


def folded_rows(rows: Sequence[MarkedRow]) -> Iterator[MarkedRow | RowFold]:
    """Yield the header rows and the changed ones; all else is folded away."""
    shown = {place for place, row in enumerate(rows) if row.edits or row.sign != "same" or row.header}
    yield from _put_away(rows, shown | {0}, RowFold)


def _put_away(
    items: Sequence[_Item], shown: set[int], away: Callable[[tuple[_Item, ...]], _Away]
) -> Iterator[_Item | _Away]:
    """Yield the items with those not shown put away in one; a single one is shown all the same."""
    hidden: list[_Item] = []
    for place, item in enumerate(items):
        if place not in shown:
            hidden.append(item)
            continue
        yield from _away(hidden, away)
        hidden = []
        yield item
    yield from _away(hidden, away)


def _away(hidden: list[_Item], away: Callable[[tuple[_Item, ...]], _Away]) -> Iterator[_Item | _Away]:
    if len(hidden) < _LEAST_FOLDED:
        yield from hidden
    else:
        yield away(tuple(hidden))
