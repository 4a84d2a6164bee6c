"""Where a term is said to have its meaning, though another provision than the one that is named gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules.references._found import own_references
from clausekit.checks.rules.references._provisions import Elsewhere, provision
from clausekit.patterns import pattern

_HAS_ITS_MEANING = pattern(
    r"\b(?:(?:has|have|bears?|shall have|with) the (?:same )?meanings?"
    r"(?: (?:given|set out|ascribed|assigned|attributed))?(?: to (?:it|them|that (?:term|expression)))?"
    r"|(?:is|are|as) defined)(?: (?:in|by|under|at))? $"
)
_KINDS = ("clause", "section", "paragraph")
_FARTHEST = 120


def meant_elsewhere(instrument: Instrument) -> Iterator[Elsewhere]:
    """Yield the references to the provision in which a term of the list is said to have its meaning, but
    which does not have the term, with the only passage that names it in quotes."""
    for reference in own_references(instrument):
        passage, target = reference.at.passage, reference.target
        if target is None or reference.kind not in _KINDS or not passage.term or reference.title:
            continue
        if not _HAS_ITS_MEANING.search(reference.phrase.shortly_before(_FARTHEST)):
            continue
        words = re.compile(re.escape(passage.term), re.IGNORECASE)
        if any(words.search(one.text) for one in provision(target, instrument)):
            continue
        quoted = re.compile(rf"[“\"‘'](?:[Tt]he )?{re.escape(passage.term)}[”\"’']")
        giving = [
            place.passage
            for place in instrument.places
            if place.passage is not passage and place.passage.number and quoted.search(place.passage.text)
        ]
        if len(giving) == 1:
            named = f"{reference.kind} {reference.number}"
            lack = f"“{passage.term}” is not given its meaning in {named}, which does not name it."
            yield Elsewhere(reference, lack, giving[0])
