"""Where the signs of a pattern stand: what many rules search, they need not go through passage by passage."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from clausekit.checks.instrument.places import Place, Role
from clausekit.patterns import pattern
from clausekit.reading import Passage

_WORD = pattern(r"\w+")


class Searched:
    """The places of an instrument, of which rules search those of some roles one after the other."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._places = tuple(places)
        small = [place.passage.text.lower() for place in self._places]
        self._small = "\n".join(small)
        self._starts = list(accumulate((len(text) + 1 for text in small), initial=0))
        self._vocabulary = "\n".join(set(_WORD.findall(self._small)))
        self._by_roles: dict[tuple[Role, ...], Sequence[Passage]] = {}
        self._with: dict[str, Sequence[int]] = {}

    def passages(self, roles: tuple[Role, ...], signs: Sequence[str] = ()) -> Sequence[Passage]:
        """Return the passages of some roles in which one of some signs stands, in their order; without signs
        all of those roles.

        ``signs`` are words or other letters, small ones, which stand for capitals too.
        """
        if signs:
            found = {at for sign in signs for at in self._numbers(sign)}
            places = (self._places[at] for at in sorted(found))
            return [place.passage for place in places if place.role in roles]
        if roles not in self._by_roles:
            self._by_roles[roles] = [place.passage for place in self._places if place.role in roles]
        return self._by_roles[roles]

    def _numbers(self, sign: str) -> Sequence[int]:
        """Return the numbers of the places in which a sign stands."""
        if sign not in self._with:
            self._with[sign] = self._found(sign) if self._has_words_of(sign) else ()
        return self._with[sign]

    def _has_words_of(self, sign: str) -> bool:
        """Tell whether the words of a sign, or what it has of them, stand anywhere: most signs' do not."""
        return all(word in self._vocabulary for word in _WORD.findall(sign))

    def _found(self, sign: str) -> Sequence[int]:
        numbers = []
        found = self._small.find(sign)
        while found >= 0:
            numbers.append(bisect_right(self._starts, found) - 1)
            found = self._small.find(sign, self._starts[numbers[-1] + 1])
        return numbers
