"""How many Schedules, or annexes, an instrument is said to have: "the nine Schedules hereto", "the Schedules,
five in number", where it has others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.said_sums import COUNT, count_of
from clausekit.checks.rules.figures._sentences.members import Counted
from clausekit.patterns import pattern

_KINDS = r"(?:Schedules|Annexes|Appendices|annexes|appendices|schedules)"
_SO_MANY = pattern(
    rf"\b(?:[Tt]he|its|these|has|have|our)[ ](?P<count>{COUNT})[ ](?P<kind>{_KINDS})\b"
    r"(?=[ ](?:hereto|to this|annexed|attached|form|are part|below|which follow|that follow)\b|[.,;:)]|$)"
    rf"|\b(?P<named>{_KINDS}),[ ](?:which[ ]are[ ])?(?P<number>{COUNT})[ ]in[ ]number\b"
    rf"|\b[Tt]here[ ]are[ ](?P<in_all>{COUNT})[ ](?P<kinds>{_KINDS})\b(?=[.,;:)]|[ ](?:to|in)[ ]this|$)",
)
_DIVISION = pattern(r"(?P<kind>Schedule|Annex|Appendix)[ ](?P<name>\d{1,2}|[A-Z])\b", re.IGNORECASE)
_SINGULAR = {"schedules": "schedule", "annexes": "annex", "appendices": "appendix"}
_SIGNS = ("schedules", "annexes", "appendices")
_FEWEST = 2


def divisions_miscounted(instrument: Instrument) -> Iterator[Counted]:
    """Yield the numbers of divisions of a kind that are not those which follow, counted from the first on."""
    if instrument.breaks_off_in is not None:
        return
    names: dict[str, set[str]] = {}
    for place in instrument.places:
        found = _DIVISION.match(place.passage.division) if place.role != "contents" else None
        if found is not None:
            names.setdefault(found["kind"].lower(), set()).add(found["name"].upper())
    for words, found in instrument.search(_SO_MANY, "text", "cell", signs=_SIGNS) if names else ():
        group, kind = next(
            (group, found[name])
            for group, name in (("count", "kind"), ("number", "named"), ("in_all", "kinds"))
            if found[group]
        )
        count, there = count_of(found[group]), names.get(_SINGULAR[kind.lower()], set())
        if words.passage.division or count is None or count < _FEWEST or not _counts_on(there):
            continue
        if count != len(there):
            yield Counted(words.part(*found.span(group)), Decimal(len(there)))


def _counts_on(names: set[str]) -> bool:
    """Tell whether divisions are 1, 2, 3 or A, B, C, and none is left out."""
    numbers = {str(at) for at in range(1, len(names) + 1)}
    letters = {chr(ord("A") + at) for at in range(len(names))}
    return len(names) >= _FEWEST and names in (numbers, letters)
