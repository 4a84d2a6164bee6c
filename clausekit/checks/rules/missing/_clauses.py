"""Clauses as wholes: each heading with all that is said under it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from clausekit.checks.instrument import Instrument
from clausekit.reading import Passage


def clauses(instrument: Instrument) -> Mapping[Passage, Sequence[Passage]]:
    """Return the passages of running text and tables under the heading of each clause, notes left out."""
    return instrument.once(_by_heading)


def _by_heading(instrument: Instrument) -> Mapping[Passage, Sequence[Passage]]:
    found: dict[Passage, list[Passage]] = {}
    for place in instrument.places:
        if place.clause is not None and place.role in ("text", "cell"):
            found.setdefault(place.clause, []).append(place.passage)
    return found


def text_of(passages: Sequence[Passage]) -> str:
    """Return the words of some passages."""
    return "\n".join(passage.words for passage in passages)
