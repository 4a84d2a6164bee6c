"""Lists of definitions that were read doubtfully: what is not in them may stand there nonetheless."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.definitions import Definition
from clausekit.checks.instrument.lists_of_terms import is_in_list
from clausekit.checks.instrument.places import Place
from clausekit.checks.rules._shared.terms import is_listed, stems
from clausekit.patterns import pattern
from clausekit.reading import Passage

_MEANS = pattern(r"(?:shall )?means?\b|(?:has|have|shall have) the (?:same )?meanings?\b")
_ANY_MEANS = pattern(r"\bmeans\b|\b(?:has|have) the (?:same )?meanings?\b")
_TERM_ALONE = pattern(r"[“\"‘']?[A-Z0-9][\w’'&/-]*(?: (?:of|and|for|[A-Z0-9][\w’'&/-]*)){0,7}[”\"’']?:?")
_RUN_OF_CAPITALS = pattern(r"[A-Z][\w’'&/-]*(?: [A-Z0-9][\w’'&/-]*){6,}")
_MANY_MEANINGS = 4
_SEVERAL = 3


def is_run_of_terms(definition: Definition) -> bool:
    """Tell whether a term is rather several whose lines were lost: "Host Partner Pooled Fund Scheme"."""
    words = stems(definition.term)
    return is_listed(definition) and (
        _RUN_OF_CAPITALS.fullmatch(definition.term) is not None or (len(words) > _SEVERAL and _repeats(words))
    )


def _repeats(words: tuple[str, ...]) -> bool:
    """Tell whether two words in a row come again: "Pooled Fund Pooled Fund Manager"."""
    return any(count > 1 for count in Counter(pairwise(words)).values())


def has_doubtful_list(instrument: Instrument) -> bool:
    """Tell whether a list of definitions lost its lines or columns, so that terms may have been missed."""
    if any(map(is_run_of_terms, instrument.definitions)):
        return True
    places = [place for place in instrument.places if is_in_list(place)]
    told = set(_told(instrument))
    meanings = sum(len(_ANY_MEANS.findall(place.passage.text)) for place in places)
    defined = sum(is_in_list(instrument.place_of[one.at.passage]) for one in instrument.definitions)
    return (
        any(_has_lost_its_term(place, told) for place in places)
        or (meanings >= _MANY_MEANINGS and 2 * defined < meanings)
        or sum(_is_term_without_meaning(place, told) for place in places) >= _SEVERAL
    )


def _told(instrument: Instrument) -> Iterator[Passage]:
    """Yield the passages that definitions begin with, and those that say what a term means."""
    for definition in instrument.definitions:
        yield definition.at.passage
        yield definition.meaning.passage
        yield from definition.passages


def _has_lost_its_term(place: Place, told: set[Passage]) -> bool:
    return (
        place.role == "text" and place.passage not in told and _MEANS.match(place.passage.words) is not None
    )


def _is_term_without_meaning(place: Place, told: set[Passage]) -> bool:
    passage = place.passage
    return (
        place.role == "text"
        and passage not in told
        and not passage.number
        and _TERM_ALONE.fullmatch(passage.words.strip()) is not None
    )
