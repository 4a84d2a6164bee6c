"""Short passages that begin like the headings of schedules and of their parts, read as such or not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Place
from clausekit.checks.instrument.references import Reference
from clausekit.patterns import pattern

_TITLE = pattern(r"(schedule|annexe?|appendix|part|table)\s+([\w-]{1,5})\b", re.IGNORECASE)
_LONGEST = 100
_PART = " Part "


def begin_like_divisions(places: Iterable[Place]) -> Iterator[str]:
    """Yield the names with which short passages begin, headings perhaps: "Annex 1 to Schedule 1: Code"."""
    for place in places:
        words = place.passage.text.strip()
        is_title = len(words) <= _LONGEST and not words.endswith((".", ";", ","))
        found = _TITLE.match(words) if is_title and place.role != "contents" else None
        if found:
            yield f"{found[1]} {found[2]}".lower().replace("annexe ", "annex ")


def parts_told_of(reference: Reference, instrument: Instrument) -> Set[str] | None:
    """Return the numbers of the parts of the schedule that is said to have the part that a reference names,
    in small letters; None if it names no part of a schedule, or one that is not there or has no two parts,
    unless only others have a part of that number."""
    if reference.kind != "part" or not reference.within or not reference.container:
        return None
    (kind, number), *outer = reference.within
    schedule = instrument.targets.find(kind, number, outer, reference.at.passage)
    if schedule is None or schedule.heading != 1 or _PART in schedule.division:
        return None
    inside = [place for place in instrument.places if _is_in(place.passage.division, schedule.division)]
    named = (one.partition(" ") for one in begin_like_divisions(inside))
    parts = {name for word, _, name in named if word == "part"}
    below = (place.passage.division.partition(_PART)[2].lower() for place in inside)
    parts |= {one for one in below if one}
    if not parts and _is_of_others(reference.number, instrument):
        return parts
    return parts if len(parts) > 1 else None


def _is_of_others(number: str, instrument: Instrument) -> bool:
    """Tell whether what begins like the heading of a part is in each case a part of some schedule."""
    name = f"{_PART}{number}"
    headed = [
        place.passage.division
        for place in instrument.places
        if place.role == "heading" and place.passage.text.strip().lower().startswith(name.strip().lower())
    ]
    return bool(headed) and all(one.endswith(name) for one in headed)


def _is_in(division: str, schedule: str) -> bool:
    """Tell whether a division is a schedule, or a part of it."""
    return f"{division} ".startswith(f"{schedule} ")
