"""Schedules that have a name beside their number: "Part II of the Financial Schedule" is of Schedule 1."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from clausekit.checks.instrument.places import Place
from clausekit.patterns import pattern
from clausekit.recognition.references import ORDINALS, Mention, ReferenceKind

_NUMBERED = pattern(r"(?P<kind>Schedule|Annex|Appendix) (?P<number>[\w-]{1,5})")
_NAME = pattern(
    r"[\s:–—-]*\(?(?:the )?(?P<name>(?:[a-z’&-]+ ){1,4}(?:schedule|annexe?|appendix))\)?\s*", re.IGNORECASE
)
_KINDS: Mapping[str, ReferenceKind] = {"schedule": "schedule", "annex": "annex", "appendix": "appendix"}


class NamedSchedules:
    """The schedules that are headed by a name which ends in "Schedule" itself."""

    def __init__(self, places: Sequence[Place]) -> None:
        self._numbers: dict[str, tuple[ReferenceKind, str]] = {}
        for place, below in pairwise(places):
            passage = place.passage
            numbered = _NUMBERED.fullmatch(passage.division)
            if place.role != "heading" or passage.heading != 1 or numbered is None:
                continue
            lines = (passage.words, below.passage.words if not below.passage.number else "")
            found = next((name for line in lines if (name := _NAME.fullmatch(line))), None)
            if found and found["name"].split()[0].lower() not in ORDINALS:
                of = (_KINDS[numbered["kind"].lower()], numbered["number"])
                self._numbers.setdefault(found["name"].lower(), of)

    def known(self, mention: Mention) -> Mention:
        """Return a mention of what is in a schedule by its name as one of what is in it by its number."""
        of = self._numbers.get(mention.of.lower().removeprefix("the ")) if mention.of else None
        if of is None or mention.owner != "document":
            return mention
        return replace(mention, owner="own", of="", within=(*mention.within, of))
