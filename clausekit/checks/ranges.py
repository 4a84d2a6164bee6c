"""Ranges of a text, asked often whether they cover a place in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable


class Ranges:
    """Ranges of one text by their offsets; those that touch or overlap count as one."""

    def __init__(self, ranges: Iterable[tuple[int, int]] = ()) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(ranges):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def cover(self, position: int) -> bool:
        """Tell whether a character is in a range."""
        at = bisect_right(self._starts, position) - 1
        return at >= 0 and position < self._ends[at]

    def meet(self, start: int, end: int) -> bool:
        """Tell whether a range has a character in common with another."""
        at = bisect_left(self._starts, end) - 1
        return at >= 0 and start < self._ends[at]
