"""Where the signs of a pattern stand: what many rules search, they need not go through passage by passage."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from clausekit.reading import Passage


class Searched:
    """Passages that are searched one after the other."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._passages = tuple(passages)
        small = [passage.text.lower() for passage in self._passages]
        self._small = "\n".join(small)
        self._starts = list(accumulate((len(text) + 1 for text in small), initial=0))
        self._with: dict[str, Sequence[int]] = {}

    def with_any(self, signs: Sequence[str]) -> Sequence[Passage]:
        """Return the passages in which one of some signs stands, in their order; all of them without signs.

        ``signs`` are words or other letters, small ones, which stand for capitals too.
        """
        if not signs:
            return self._passages
        found = {at for sign in signs for at in self._numbers(sign)}
        return [self._passages[at] for at in sorted(found)]

    def _numbers(self, sign: str) -> Sequence[int]:
        """Return the numbers of the passages in which a sign stands."""
        if sign not in self._with:
            numbers = []
            found = self._small.find(sign)
            while found >= 0:
                numbers.append(bisect_right(self._starts, found) - 1)
                found = self._small.find(sign, self._starts[numbers[-1] + 1])
            self._with[sign] = numbers
        return self._with[sign]
