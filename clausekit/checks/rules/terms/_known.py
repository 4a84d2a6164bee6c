"""Words in capitals that are spoken of as if the reader knew them, though nothing says what they are."""

from __future__ import annotations

from collections.abc import Sequence

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.capitals import Capitals
from clausekit.checks.rules._shared.term_words import (
    BOARDS,
    BODIES,
    GROUPS,
    OF_THE_PUBLIC,
    PARTIES,
    PLACES,
    PUBLIC_GROUPS,
    RANKS,
    SITES,
)
from clausekit.checks.rules._shared.terms import is_spoken_of, stems
from clausekit.checks.rules.terms._explained import are_ordinary, is_explained, is_named_in_table, is_told_of
from clausekit.checks.rules.terms._leans import is_called_so
from clausekit.patterns import pattern
from clausekit.recognition.names import BEGINNERS, names_an_office

_OFTEN = 3
_NEAR = 40
_PAIR = 2
_MAY_BE_TERMS = frozenset(("term", "document", "heading"))
_PUBLISHED = OF_THE_PUBLIC - {"policy", "framework", "standard", "principle"}
_OF_BODIES = BODIES - {"joint", "local"}
_GOES_ON = pattern(r"[ \u00a0](?:[A-Z]|(?:19|20)\d\d|[a-z]+ [A-Z][a-z]+ [A-Z])")
"""After words that are part of a name, "Medicines and Healthcare products Regulatory Agency", or before the
years of a paper: "Carers Framework 2024-27"."""
_ANY_OR_THE = pattern(
    r"\b(?:[Tt]he|[Ee]ach|[Ee]very|[Aa]ny|[Aa]ll|[Tt]hat|[Ss]uch|[Nn]o|[Aa]n?|[Ii]ts|[Tt]heir)[ \u00a0]"
    r"(?:(?:relevant|applicable|appropriate|respective)[ \u00a0])?$"
)


def is_spoken_of_as_known(found: Sequence[Capitals], spoken: int, instrument: Instrument) -> bool:
    """Tell whether a text speaks of the same words as of a thing that the reader knows.

    ``spoken`` is how often it does. What it speaks of again and again needs a definition even if a heading
    or a table has the same name; what it speaks of once or twice has to be called by ordinary words.
    """
    if any(map(is_called_so, found)):
        return False
    if " " not in found[0].at.text:
        return spoken >= _OFTEN and _is_a_noun_of_its_own(found[0], instrument)
    if found[0].likeness == "office":
        return spoken >= _OFTEN and _is_made_here(found, instrument)
    if found[0].likeness == "body":
        return spoken >= _OFTEN and _is_group_of_its_own(found[0], instrument)
    if found[0].likeness not in _MAY_BE_TERMS:
        return False
    return _is_often_told_of(found, instrument) if spoken >= _OFTEN else _is_any_or_the(found, instrument)


def _is_a_noun_of_its_own(phrase: Capitals, instrument: Instrument) -> bool:
    """Tell whether a single word may be a term: no party of an agreement whose parties are not known, and no
    place that has a name."""
    word = phrase.at.text
    last = stems(word)[-1]
    known = last not in PARTIES or bool(instrument.parties.each)
    return phrase.likeness == "term" and known and last not in PLACES and word not in BEGINNERS


def _is_made_here(found: Sequence[Capitals], instrument: Instrument) -> bool:
    """Tell whether an office is one that only this agreement can have made."""
    words = stems(found[0].at.text)
    ranked = words[0] in RANKS or not are_ordinary(found[0].at, instrument)
    return not ranked and not any(map(is_told_of, found))


def _is_group_of_its_own(phrase: Capitals, instrument: Instrument) -> bool:
    """Tell whether what looks like the name of a body has none but ordinary words in it."""
    return PUBLIC_GROUPS.isdisjoint(stems(phrase.at.text)) and are_ordinary(phrase.at, instrument)


def _is_often_told_of(found: Sequence[Capitals], instrument: Instrument) -> bool:
    """Tell whether several words are a term; a group with a name of its own is told of where it stands."""
    if stems(found[0].at.text)[-1] not in GROUPS:
        return True
    return are_ordinary(found[0].at, instrument) and not any(map(is_explained, found))


def _is_any_or_the(found: Sequence[Capitals], instrument: Instrument) -> bool:
    """Tell whether ordinary words that name no group, place or office stand once or twice as "the" thing, or
    any of a kind, and neither a table nor the words beside them say what that is."""
    first, words = found[0], stems(found[0].at.text)
    last = words[-1]
    published = first.likeness == "document" and (last in _PUBLISHED or words[0] in _OF_BODIES)
    return (
        not published
        and " to " not in first.at.text
        and not any(_GOES_ON.match(one.at.shortly_after(_NEAR)) for one in found)
        and any(_is_of_a_kind(one, words) for one in found)
        and last not in (*GROUPS, *BOARDS, *PLACES, *SITES)
        and not names_an_office(first.at.text)
        and are_ordinary(first.at, instrument)
        and not any(map(is_explained, found))
        and not is_named_in_table(first, instrument)
    )


def _is_of_a_kind(phrase: Capitals, words: Sequence[str]) -> bool:
    """Tell whether words are "the" thing or any of a kind, or several that are called by many words."""
    if _ANY_OR_THE.search(phrase.at.shortly_before(25)):
        return True
    return len(words) > _PAIR and is_spoken_of(phrase.at)
