"""Labels after which nothing stands: "The leads are:", then "Council:" and "Trust:" with nobody's name."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Place
from clausekit.checks.rules._shared.parties import called, named_parties
from clausekit.checks.words import Words, whole
from clausekit.patterns import pattern

_LABEL = pattern(r"\s*(?P<label>[A-Z][\w&’' .()/-]{1,60}?)\s*:\s*")
_LEADS = pattern(r"\b(?:is|are|be|follows|following|below)\b[^.;]{0,60}:\s*$")
_LONGEST = 70


def labels_without_value(instrument: Instrument) -> Iterator[Words]:
    """Yield the names of parties that a list gives with nothing after them, below words that lead to it."""
    run: list[Place] = []
    leads = False
    for place in instrument.places:
        if _label(place):
            run += [place] if leads else []
            continue
        if len(run) > 1 and (place.passage.number or place.passage.heading):
            names = _names(instrument)
            yield from (whole(one.passage) for one in run if _label(one) in names)
        leads, run = place.role == "text" and _LEADS.search(place.passage.words) is not None, []


def _label(place: Place) -> str:
    """Return the words before the colon with which a line ends, in small letters; "" if it is no label."""
    words = place.passage.words
    if len(words) > _LONGEST or place.role not in ("text", "heading") or place.passage.number:
        return ""
    found = _LABEL.fullmatch(words)
    return found["label"].lower().removeprefix("the ") if found else ""


def _names(instrument: Instrument) -> frozenset[str]:
    """Return what the parties are called, in small letters."""
    names = (name for party in named_parties(instrument) for name in called(party))
    return frozenset(name.removeprefix("the ").removeprefix("The ").lower() for name in names)
