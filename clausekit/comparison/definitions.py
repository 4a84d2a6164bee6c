"""Which passages changed in effect, though not in words: they use a term whose definition changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from clausekit.comparison.clauses import Outline
from clausekit.comparison.edits import Place
from clausekit.comparison.places import Places
from clausekit.reading import Passage


def affected(
    terms: Iterable[str], outline: Outline, places: Places, changed: Iterable[Passage]
) -> Mapping[str, tuple[Place, ...]]:
    """Return for each term the places of the passages that use it and did not change in words.

    A use is the term itself, or with the ending of a plural, and not part of a longer term that is defined
    too ("Fund" in "Pooled Fund"). A definition does not use its own term.
    """
    wanted = set(filter(None, terms))
    if not wanted:
        return {}
    defined = {passage.term for passage in outline.passages if passage.term} | wanted
    uses = re.compile(rf"\b({'|'.join(map(re.escape, sorted(defined, key=len, reverse=True)))})(?:s|es)?\b")
    out = set(changed)
    found: dict[str, dict[str, Place]] = {term: {} for term in wanted}
    for passage in outline.passages:
        if passage in out or passage.contents or not any(term in passage.text for term in wanted):
            continue
        own = outline.definition_of.get(passage)
        for term in {match[1] for match in uses.finditer(passage.text)} & wanted:
            if own is None or own.term != term:
                place = places.of_passage(passage)
                found[term].setdefault(str(place), place)
    return {term: tuple(places_of.values()) for term, places_of in found.items()}
