"""Terms that an instrument or a schedule borrows: another agreement defines them, which is not at hand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import has_body
from clausekit.checks.rules._shared.terms import listed
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_A_LIST = 5
"""A schedule that defines so many terms in a list of its own does not leave them to the agreement."""
_OF_WORDS = pattern(
    r"\b(?:words|terms|expressions|phrases|definitions|interpretation provisions|capitalised"
    r"|(?:an?|any|each|every) (?:[a-z]+ )?(?:word|term|expression|phrase))\b",
    re.IGNORECASE,
)
_OF_MEANINGS = pattern(r"\b(?:mean|defin|interpret|capital)\w*", re.IGNORECASE)
_OF_ANOTHER = pattern(
    r"\b(?:the|that)[ ](?:"
    r"(?P<which>(?:[A-Z0-9][\w’'-]*[ ]){0,4})(?:Agreements?|Contracts?|Deed|Memorandum|MoU)"
    r"|(?P<described>relevant|main|principal|master|underlying|corresponding|original|head|framework)[ ]"
    r"(?:agreement|contract|lease|licence|terms and conditions))\b"
)
"""What a sentence says that borrows the terms of another agreement."""
_BY_NAME = pattern(r"\b(?:words?|terms?|expressions?|phrases?):?[ ][“\"‘'][A-Z]")
"""What a sentence says that borrows certain terms and no others."""
_REPEATS = pattern(r"\b(?:reproduc|repeat|restat|transcrib|recit|copied|set out again|set out in full)\w*")
_SOME = pattern(
    r"\b(?:chiefly|mainly|principally|mostly|largely|some|certain|most|main|chief|principal (?:ones|terms)"
    r"|selected|for (?:ease|convenience|information)|not all|where (?:helpful|convenient))\b"
)
"""What a sentence says that repeats the terms of another agreement, all of them or but a few."""
_DENIES = pattern(
    r"\b(?:are|is|do|does|shall|will) not (?:be )?(?:carried|carry|appl(?:y|ied)|import|extend|brought|used)"
    r"|\b(?:whatever|regardless of|irrespective of|despite|notwithstanding)\b"
)
"""What a sentence says that leaves the terms of another agreement where they are."""
_ASIDE = pattern(r"\([^()]*\)")
"""The title of a clause, "(Definitions)", or what is said by the way of another agreement."""
_VARIATION = pattern(
    r"\b(?:deed|agreement|notice|letter) of variation\b|\bvariation\b|\bsupplement", re.IGNORECASE
)
_THIS_ONE = pattern(r"\b[Tt]his [A-Za-z ]{3,50}\((?:the )?[“\"‘'*]*$")
"""Before the name that an instrument gives itself: "this memorandum of understanding (the MoU)"."""
_SUPPLEMENTS = pattern(
    r"\b(?:they|words|meanings|terms|expressions|definitions)\b[^.;]{0,120}\bsupplement\w*\b[^.;]{0,60}"
    r"\bschedule\b[^.;]{0,12}\bdefinitions",
    re.IGNORECASE,
)
"""What a schedule says that adds terms to those of another: "they supplement Schedule 1 (Definitions)"."""
_NAME = 80
_OPENING = 30
_SENTENCE = pattern(r"(?:[^.;:]|(?<=\d)\.(?=\d))+")


def is_borrowed(words: Words, instrument: Instrument) -> bool:
    """Tell whether words stand where the terms of another agreement are used."""
    division = words.passage.division
    return any(not one or _is_within(division, one) for one in instrument.once(_borrowing))


def is_borrowed_in_part(words: Words, instrument: Instrument) -> bool:
    """Tell whether words stand in a schedule which alone, in its agreement, uses the terms of another
    contract."""
    return "" not in instrument.once(_borrowing) and is_borrowed(words, instrument)


def _is_within(division: str, whole: str) -> bool:
    return division == whole or division.startswith(f"{whole} Part ")


def _borrowing(instrument: Instrument) -> frozenset[str]:
    """Return the divisions that use the terms of another agreement, "" for all of the instrument.

    A schedule without clauses around it or a list of its own does so. One that stands in its agreement says
    of the agreement's own terms that they hold in it; there, only another contract is another.
    """
    texts = [place for place in instrument.places if place.role == "text"]
    attached = (place.passage.division and not place.passage.division.startswith("Part ") for place in texts)
    if all(attached) and not has_a_list(instrument):
        return frozenset(("",))
    alone = not (has_body(instrument.places) and has_a_list(instrument)) or varies(instrument)
    return frozenset(_told(instrument, alone=alone))


def _told(instrument: Instrument, *, alone: bool) -> Iterator[str]:
    """Yield the divisions of the sentences that borrow the terms of another; ``alone`` tells that there is no
    agreement around a schedule, and that what a schedule says goes for all."""
    own = instrument.once(_own_names)
    for place in instrument.places:
        if place.role != "text" or place.definition is not None or place.passage.term:
            continue
        division = "" if alone else place.passage.division
        if _SUPPLEMENTS.search(place.passage.words) and not _has_definitions_attached(instrument):
            yield division
        for one in _SENTENCE.findall(_ASIDE.sub("", place.passage.words)):
            whose = [
                match["which"] or match["described"]
                for match in _OF_ANOTHER.finditer(one)
                if match[0].removeprefix("the ") not in own
            ]
            if whose and _borrows_terms(one) and (not division or any(whose)):
                yield division


def _has_definitions_attached(instrument: Instrument) -> bool:
    """Tell whether a schedule of definitions is at hand."""
    return any(
        place.passage.heading == 1 and place.passage.division and "definition" in place.passage.words.lower()
        for place in instrument.places
    )


def _own_names(instrument: Instrument) -> frozenset[str]:
    """Return the short names that an instrument gives itself: "the MoU"."""
    return frozenset(
        one.term for one in instrument.definitions if _THIS_ONE.search(one.at.shortly_before(_NAME))
    )


def _borrows_terms(sentence: str) -> bool:
    """Tell whether a sentence about another agreement says that its words have their meaning here too."""
    return (
        _OF_WORDS.search(sentence) is not None
        and _OF_MEANINGS.search(sentence) is not None
        and not (_BY_NAME.search(sentence) or _DENIES.search(sentence))
        and (_SOME.search(sentence) is not None or not _REPEATS.search(sentence))
    )


def has_a_list(instrument: Instrument) -> bool:
    """Tell whether an instrument has a list of definitions of its own: the groups it speaks of are there."""
    return len(listed(instrument)) >= _A_LIST


def varies(instrument: Instrument) -> bool:
    """Tell whether an instrument varies another, whose words it quotes."""
    begin = instrument.places[:_OPENING]
    return any(
        place.role in ("cover", "heading") and _VARIATION.search(place.passage.words) for place in begin
    )
