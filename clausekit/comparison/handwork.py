"""What was written by hand into a file that clausekit made: where it differs from a draft made anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from clausekit.comparison.clauses import Unit
from clausekit.comparison.hybrids import Texts
from clausekit.comparison.places import Places
from clausekit.comparison.printed import closest, located, plain_passage, touches
from clausekit.comparison.spots import Spot
from clausekit.reading import Passage


class Handwork:
    """The paragraphs of a text that its sources do not print, and those that they print and it lacks.

    Without ``texts`` (it was just made, or cannot be made anew) nothing in it is known to be by hand.
    """

    def __init__(self, places: Places, texts: Texts | None) -> None:
        self._places = places
        self._texts = texts
        self._kept: dict[str, tuple[Counter[str], Counter[str]]] = {}

    @property
    def known(self) -> bool:
        """Whether the text could be held against a draft made anew."""
        return self._texts is not None

    def wrote(self, spot: Spot) -> bool:
        """Tell whether someone wrote what stands there, or took out what stood there."""
        passage, unit = spot.passage, self._places.unit(spot)
        if passage is None or unit is None or not self._knows(unit):
            return False
        extra, missing = self._differences(unit)
        if spot.block is not None:
            return any(line in extra for line in _lines(spot.passages))
        text, start, end = located(passage, *spot.within(passage))
        if text not in extra:
            return False
        expected = closest(text, missing)
        return not expected or touches(text, start, end, expected)

    def took_out(self, spot: Spot, unit: Unit | None) -> bool:
        """Tell whether the text's sources print whole paragraphs of the other text in a unit that lacks
        them."""
        if spot.block is None or unit is None or not self._knows(unit):
            return False
        lines = _lines(spot.passages)
        return bool(lines) and all(line in self._differences(unit)[1] for line in lines)

    def _knows(self, unit: Unit) -> bool:
        return self._texts is not None and unit.origin.id in self._texts

    def _differences(self, unit: Unit) -> tuple[Counter[str], Counter[str]]:
        name = unit.origin.id
        if name not in self._kept:
            assert self._texts is not None
            printed = Counter(filter(None, self._texts[name]))
            there = Counter(_lines(self._places.passages(name)))
            self._kept[name] = there - printed, printed - there
        return self._kept[name]


def _lines(passages: Iterable[Passage]) -> list[str]:
    return [line for passage in passages if (line := plain_passage(passage))]
