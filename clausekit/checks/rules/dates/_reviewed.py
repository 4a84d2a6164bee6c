"""The day by which an instrument is first reviewed, told with two dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date
from clausekit.patterns import pattern

_THING = (
    r"(?:[Aa]greement|[Mm]emorandum(?: of [Uu]nderstanding)?|MoU|MOU|[Pp]rotocol|[Tt]erms of [Rr]eference"
    r"|[Dd]eed|[Cc]harter|[Pp]lan|[Pp]olicy|[Aa]rrangements?|[Dd]ocument|[Ss]chedule|[Ss]cheme)"
)
_BY = (
    r"(?: (?:is|are|takes? place|will be|shall be|must be|to be|due|held|completed|carried out|done|again"
    r"|fully|formally|jointly|together))*:? (?:on or before|by|on|before|(?:no|not) later than)"
    r"(?: the end of)? (?:\w+day,? )?$"
)
_REVIEWED = pattern(
    r"\b(?P<turn>[Ff]irst |[Nn]ext |[Ss]econd |[Ff]inal |[Mm]id-term |[Aa]nnual )?(?:formal |joint |full )?"
    rf"[Rr]eviews?(?: of)? (?P<which>this|these|the|its|our) (?:[A-Z][\w’-]+ ){{0,3}}(?P<thing>{_THING}){_BY}"
)
_IS_REVIEWED = pattern(
    rf"\b(?P<which>[Tt]his|[Tt]hese|[Tt]he|[Ii]ts|[Oo]ur) (?:[A-Z][\w’-]+ ){{0,3}}(?P<thing>{_THING})"
    rf" (?:is|are|will be|shall be|must be)(?: (?P<turn>first|next))?(?: \w+ly)? reviewed{_BY}"
)
_OTHERWISE = pattern(r"\b(?:twice|then|second|again by|unless|if|last|previous\w*)\b", re.IGNORECASE)
_FAR = 160


class _Review(NamedTuple):
    at: Date
    thing: str
    turn: str


def reviewed_otherwise(instrument: Instrument) -> Iterator[tuple[Date, Date]]:
    """Yield the days by which the same thing is reviewed that differ from the first one told, with that."""
    told: list[_Review] = []
    for one in instrument.dates:
        found = _review(one) if one.value and one.at.passage not in instrument.versions else None
        if found is None:
            continue
        first = next((other for other in told if _is_the_same(found, other)), None)
        if first is None:
            told.append(found)
        elif first.at.value != one.value and first.at.at.passage is not one.at.passage:
            yield one, first.at


def _review(one: Date) -> _Review | None:
    before = one.at.shortly_before(_FAR).rpartition(". ")[2]
    match = _REVIEWED.search(before) or _IS_REVIEWED.search(before)
    if match is None or _OTHERWISE.search(before):
        return None
    return _Review(one, match["thing"].lower(), (match["turn"] or "").strip().lower())


def _is_the_same(one: _Review, other: _Review) -> bool:
    """Tell whether two reviews are the same: that which has no turn is the first."""
    return one.thing == other.thing and (one.turn or "first") == (other.turn or "first")
