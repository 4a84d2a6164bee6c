"""What kind of instrument it is, by what the file says, by its title, or by its first words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from clausekit.checks.instrument.places import Place
from clausekit.patterns import pattern

_KINDS: Mapping[str, re.Pattern[str]] = {
    "deed-of-variation": pattern(r"\bdeed of variation\b|\bvariation (?:agreement|deed)\b", re.IGNORECASE),
    "heads-of-terms": pattern(r"\bheads of (?:terms|agreement)\b", re.IGNORECASE),
    "terms-of-reference": pattern(r"\bterms of reference\b", re.IGNORECASE),
    "information-sharing-protocol": pattern(r"\b(?:information|data)[ -]sharing protocol\b", re.IGNORECASE),
    "information-sharing-agreement": pattern(
        r"\b(?:information|data)[ -]sharing (?:agreement|contract)\b", re.IGNORECASE
    ),
    "memorandum-of-understanding": pattern(r"\bmemorandum of understanding\b|\bMoU\b", re.IGNORECASE),
    "memorandum-of-agreement": pattern(
        r"\bmemorandum of agreement\b(?! (?:made )?(?:under|pursuant to) section)", re.IGNORECASE
    ),
    "public-cooperation-agreement": pattern(
        r"\b(?:co-?operation|collaboration|shared services?) agreement\b", re.IGNORECASE
    ),
    "section-75-agreement": pattern(r"\bsection 75\b|\bs\.? ?75\b|\bpartnership agreement\b", re.IGNORECASE),
}
"""The kinds, those first whose words also stand in the titles of others."""

_FIRST_PASSAGES = 60
_FIRST_TITLES = 3
_POOLED = pattern(r"\bsection 75\b|\bpooled fund", re.IGNORECASE)
_OF_ANOTHER = pattern(
    r"\b(?:under|pursuant to|supplement(?:s|al|ing|ary) to|(?:forms?|forming) (?:a )?part of|annexed to"
    r"|attached to|(?:schedule|annex|appendix|addendum|amendments?|side letter) to|varying|amending)"
    r" (?:the|that|a|an|our|its) (?:[\w’'()/-]+ ){0,8}?(?:agreement|arrangements|memorandum|mou|protocol)\b",
    re.IGNORECASE,
)
"""What names the instrument under which this one is made: "made under the Partnership Agreement of 2025"."""
_PART = pattern(
    r"(?:[\w’'&-]+ ){0,4}(?:schedules?|annex|appendix|specifications?|statement|procedure"
    r"|side letter)(?: (?:for|of|to|no\.?)\b.*| [\d/–-]+)?",
    re.IGNORECASE,
)
"""The title of what belongs to another instrument: "Financial Schedule 2026/27"."""


class Kind(NamedTuple):
    """The kind of an instrument, named as our templates are, "" if it is none of them.

    ``confidence`` is 1 if the file says so, 0.9 by its title, 0.6 by its first words, 0 for none.
    """

    name: str
    confidence: float


def kind_of(places: Sequence[Place], manifest: Mapping[str, Any] | None) -> Kind:
    """Return the kind of an instrument."""
    template = str((manifest or {}).get("template", ""))
    if template in _KINDS:
        return Kind(template, 1.0)
    begin = places[:_FIRST_PASSAGES]
    titles = [
        " ".join(place.passage.words.split())
        for place in begin
        if place.role == "cover" or (place.passage.heading == 1 and not place.passage.division)
    ]
    name = _named(_OF_ANOTHER.sub("", " ".join(titles)))
    if name and not any(map(_PART.fullmatch, titles[:_FIRST_TITLES])):
        return Kind(name, 0.9)
    opening = " ".join(place.passage.words for place in begin if place.role not in ("contents", "margin"))
    name = "section-75-agreement" if len(_POOLED.findall(opening)) > 1 else _named(opening)
    if not name and _POOLED.search(opening):
        name = "section-75-agreement"
    return Kind(name, 0.6 if name else 0.0)


def _named(text: str) -> str:
    return next((name for name, named in _KINDS.items() if named.search(text)), "")
