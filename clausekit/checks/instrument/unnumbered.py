"""Schedules without a number: what is counted below a heading that is no more than "SCHEDULE"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from clausekit.checks.instrument.places import Place
from clausekit.patterns import pattern
from clausekit.reading import Passage

UNNUMBERED = pattern(r"(?:the )?(?P<kind>schedule|annex|appendix)", re.IGNORECASE)
"""The heading of the only schedule, which has no number."""
_NAMED = pattern(r"(?P<which>this|the) (?P<kind>schedule|annex|appendix)\b(?! \w)", re.IGNORECASE)
_FEWEST = 2


class UnnumberedSchedules:
    """The paragraphs of schedules without a number, which have numbers that the body has, too."""

    def __init__(self, places: Sequence[Place]) -> None:
        self._around: dict[Passage, Mapping[str, Passage]] = {}
        self._kinds: dict[str, list[Mapping[str, Passage]]] = {}
        numbers: dict[str, Passage] | None = None
        for place in places:
            passage = place.passage
            heads = UNNUMBERED.fullmatch(passage.words.strip()) if place.role == "heading" else None
            if heads:
                numbers = {}
                self._kinds.setdefault(heads["kind"].lower(), []).append(numbers)
            elif passage.division or place.role in ("note", "margin"):
                numbers = None
            if numbers is not None:
                if passage.number:
                    numbers.setdefault(passage.number, passage)
                self._around[passage] = numbers

    def numbers(self, of: str, at: Passage) -> Mapping[str, Passage]:
        """Return what has a number in a schedule that words name in a passage, "this Schedule" or "the
        Schedule"; nothing if they name none, or next to nothing has a number there."""
        named = _NAMED.fullmatch(of)
        if named is None:
            return {}
        sole = self._kinds.get(named["kind"].lower(), [])
        found = self._around.get(at) if named["which"].lower() == "this" else None
        if found is None and len(sole) == 1:
            found = sole[0]
        return found if found is not None and len(found) >= _FEWEST else {}

    def beside(self, number: str, at: Passage) -> Passage | None:
        """Return what has a number in the schedule in which a passage stands."""
        return self._around.get(at, {}).get(number)
