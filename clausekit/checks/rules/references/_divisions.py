"""Schedules, annexes and appendices, and which of them nothing refers to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.patterns import pattern
from clausekit.reading import Passage

_DIVISION = pattern(r"(Schedule|Annex|Annexe|Appendix|Attachment) (\S+)$")
_INSTRUMENT = pattern(
    r"\b(?:agreement|contract|deed|lease|plan|policy|report|guidance|code|framework|protocol|directions?|letter)\b",
    re.IGNORECASE,
)
"""What may have schedules of its own, unlike a body: "sends the measures in Annex C to the Board"."""
_SEVERAL = ("schedules", "annexes", "appendices")
_COUNTS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def unused_divisions(instrument: Instrument) -> list[Passage]:
    """Return the headings of those, not empty, to which nothing refers; none if no reference names any by its
    number."""
    referred = set(_referred(instrument))
    if not referred:
        return []
    written = {one.passage.division for one in instrument.places if one.role in ("text", "cell", "signature")}
    return [
        one
        for one in _divisions(instrument)
        if one.division.lower() not in referred and any(each.startswith(one.division) for each in written)
    ]


def _divisions(instrument: Instrument) -> Iterator[Passage]:
    """Yield the headings with which schedules, annexes and appendices begin."""
    for place in instrument.places:
        passage = place.passage
        begins = passage.heading == 1 and instrument.targets.division(passage.division) is passage
        if begins and place.role == "heading" and _DIVISION.fullmatch(passage.division):
            yield passage


def _referred(instrument: Instrument) -> Iterator[str]:
    """Yield the divisions to which text outside of them refers."""
    first = 0
    for reference in instrument.references:
        if reference.kind not in ("schedule", "annex", "appendix") or reference.this:
            continue
        if reference.owner == "law" or (reference.owner == "document" and _INSTRUMENT.search(reference.of)):
            continue
        number = reference.number.lower()
        number = str(_COUNTS.index(number)) if number in _COUNTS else number
        value = int(number) if number.isdecimal() else ord(number) if len(number) == 1 else 0
        for each in range(first + 1, value) if reference.through else ():
            yield f"{reference.kind} {each if number.isdecimal() else chr(each)}"
        first = value
        name = reference.target.division if reference.target else f"{reference.kind} {number}"
        listed = reference.phrase.text.lower().startswith(_SEVERAL)
        if listed or not reference.at.passage.division.lower().startswith(name.lower()):
            yield name.lower()
