"""Paragraphs that count with a letter and figures, D4, D6, D7: where one is missing, or only its heading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.patterns import pattern
from clausekit.reading import Passage

_LETTERED = pattern(r"(?P<letter>[A-Z])(?P<count>\d{1,2})")
_FEWEST = 3


class LeftOut(NamedTuple):
    """A number that is left out, with the one before it, and the paragraph after it; ``below`` is the first
    paragraph that the heading of that number would have below it, if the text has such."""

    before: str
    missing: str
    after: Passage
    below: Passage | None


def left_out(instrument: Instrument) -> Iterator[LeftOut]:
    """Yield the numbers of a letter and figures that are left out."""
    counts: dict[tuple[str, str], list[tuple[int, Passage]]] = defaultdict(list)
    for place in instrument.places:
        found = _LETTERED.fullmatch(place.passage.number)
        if found and place.role in ("text", "heading"):
            counts[place.passage.division, found["letter"]].append((int(found["count"]), place.passage))
    for (division, letter), labels in counts.items():
        for (before, _), (after, passage) in pairwise(labels):
            if len(labels) >= _FEWEST and after == before + 2:
                missing = f"{letter}{before + 1}"
                below = (
                    one.passage
                    for one in instrument.places
                    if one.passage.division == division and one.passage.number.startswith(f"{missing}.")
                )
                yield LeftOut(f"{letter}{before}", missing, passage, next(below, None))
