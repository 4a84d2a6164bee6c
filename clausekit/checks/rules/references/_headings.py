"""The headings of clauses and divisions, as references name them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from clausekit.checks.instrument import Instrument
from clausekit.patterns import pattern
from clausekit.reading import Passage

_WORD = pattern(r"[^\W_]+")
_SMALL = frozenset(
    ("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "under", "with")
)
_LABEL = pattern(r"(?:schedule|annexe?|appendix|part|attachment)\s+\w{1,5}\s*[:.–—-]*\s*", re.IGNORECASE)
_RUN_IN = pattern(r"\s*([A-Z][^.:;]{2,60})[.:]\s+(?=[A-Z])")
_LONGEST = 120


def plain_words(text: str) -> str:
    """Return words without case, marks and small words, so that two forms of a title are one.

    >>> plain_words("Ending & Withdrawal from the Pool")
    'ending withdrawal pool'
    """
    return " ".join(word for word in _WORD.findall(text.lower()) if word not in _SMALL)


def term_in(passage: Passage, instrument: Instrument) -> str:
    """Return the term that a passage defines, or the cell to the left of it; "" if there is none."""
    if passage.term:
        return passage.term
    definition = instrument.place_of[passage].definition
    if definition is not None:
        return definition.term
    return next(
        (one.term for one in instrument.definitions if one.kind == "table" and passage in one.passages), ""
    )


def headings_of(instrument: Instrument) -> Mapping[Passage, str]:
    """Return the words of numbered headings and of divisions, which may have them in the passage below."""
    return instrument.once(_headings_of)


def _headings_of(instrument: Instrument) -> Mapping[Passage, str]:
    found: dict[Passage, str] = {}
    places = instrument.places
    for at, place in enumerate(places):
        passage = place.passage
        if place.role == "heading" and passage.heading == 1 and passage.division:
            found[passage] = _title_of_division(passage, [one.passage for one in places[at + 1 : at + 2]])
        elif place.role == "heading" and passage.number:
            found[passage] = passage.words.strip()
        elif passage.number and place.role == "text" and (run_in := _RUN_IN.match(passage.words)):
            found[passage] = run_in[1]
    return found


def headings_by_words(instrument: Instrument) -> Mapping[str, Passage]:
    """Return the headings by their plain words; those that stand twice tell nothing and are left out."""
    found: dict[str, Passage] = {}
    twice: set[str] = set()
    for passage, heading in headings_of(instrument).items():
        words = plain_words(heading)
        if words in found:
            twice.add(words)
        found[words] = passage
    return {words: passage for words, passage in found.items() if words and words not in twice}


def _title_of_division(passage: Passage, following: list[Passage]) -> str:
    words = _LABEL.sub("", passage.words.strip(), count=1)
    if words or not following:
        return words
    after = following[0]
    is_title = after.heading in (1, 2, 3) and not after.number and after.division == passage.division
    return after.words.strip() if is_title and len(after.words) <= _LONGEST else ""
