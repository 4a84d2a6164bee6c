"""The heaviest chain of links: which pairs of two sequences are kept so that none cross."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Link(NamedTuple):
    """A range of the old sequence that answers to a range of the new one, and what that is worth."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    weight: float


def heaviest_chain(links: Sequence[Link]) -> list[Link]:
    """Return the links of greatest total weight that follow one another in both sequences.

    Takes O(n log n): a sweep through the old sequence, with the best chain that ends before each place of
    the new one in a tree of prefix maxima (Fenwick 1994).
    """
    if len(links) < 2:
        return list(links)
    by_start = sorted(links, key=lambda link: (link.old_start, link.new_start))
    by_end = sorted(range(len(by_start)), key=lambda index: by_start[index].old_end)
    best = _PrefixMaxima(max(link.new_end for link in links))
    total = [0.0] * len(by_start)
    before = [-1] * len(by_start)
    closed = 0
    for index, link in enumerate(by_start):
        while closed < len(by_end) and by_start[by_end[closed]].old_end <= link.old_start:
            ended = by_end[closed]
            best.add(by_start[ended].new_end, total[ended], ended)
            closed += 1
        weight, before[index] = best.up_to(link.new_start)
        total[index] = weight + link.weight
    last = max(range(len(by_start)), key=total.__getitem__)
    chain = []
    while last >= 0:
        chain.append(by_start[last])
        last = before[last]
    return chain[::-1]


class _PrefixMaxima:
    """The greatest weight at or below a place, and whose it is (-1: nobody's)."""

    def __init__(self, size: int) -> None:
        self._best = [(0.0, -1)] * (size + 2)

    def add(self, place: int, weight: float, owner: int) -> None:
        place += 1
        while place < len(self._best):
            if weight > self._best[place][0]:
                self._best[place] = (weight, owner)
            place += place & -place

    def up_to(self, place: int) -> tuple[float, int]:
        best = (0.0, -1)
        place += 1
        while place > 0:
            if self._best[place][0] > best[0]:
                best = self._best[place]
            place -= place & -place
        return best
