"""Words with capitals that look like a defined term, though nobody defines them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from clausekit.checks.instrument.places import Place
from clausekit.checks.ranges import Ranges
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage
from clausekit.recognition.calendar import MONTHS
from clausekit.recognition.names import (
    BEGINNERS,
    is_known_name,
    names_a_body,
    names_a_document,
    names_an_office,
)

Likeness: TypeAlias = Literal["term", "body", "office", "document", "heading", "acronym", "party"]

_WORD = pattern(
    r"(?<![\w’'&/.@-])(?!(?:MAY|SHALL|MUST|WILL|SHOULD|NOT|AND|OR)\b)(?:GOV\.UK\b|(?:Children|People|Women|Men)[’']s\b"
    r"|(?:Adults|Carers|Patients|Users|Governors)[’'](?= )|[A-Z][\w&-]*(?:[’'](?!s\b)\w+)?)"
)
"""A word with a capital; one for people takes its apostrophe in: "Director of Children’s Services"."""
_JOINS = pattern(r"[ \u00a0](?:(?:and|&)[ \u00a0]|(?:of|for|in|to|on)[ \u00a0](?:the[ \u00a0])?)?")
_STARTS_AFTER = pattern(r"(?:^|[.:;?!•●–—\t\n(\[“\"‘/]|\d\)|\([a-z]{1,4}\))[ \u00a0]*$")
_AND = pattern(r"[ \u00a0](?:and|&)[ \u00a0](?:the[ \u00a0])?")
_CALLED = pattern(r"\b(?:called|titled|entitled)[ \u00a0][“\"]?$")
_OF_EUROPE = pattern(r"\bEuropean Parliament and (?:of )?the $")
"""What stands before the Council of the European Union."""
_PROCESSING = pattern(r"Process(?:ing|ed|es)?(?: of(?: the)?)? Personal Data|Data Processing")
"""What the law on data calls so with or without a definition."""
_LONGEST_BEFORE = 32
_OF_A_MAKER = pattern(r"[A-Z][a-z]+[A-Z][a-z]+")
"""A name that somebody made up: "CareLinks"."""
_POSTCODE = pattern(r"\b[A-Z]{1,2}\d[\dA-Z]?[ \u00a0]\d[A-Z]{2}\b")


@dataclass(frozen=True, slots=True)
class Capitals:
    """A phrase with capitals that is no use of a defined term.

    ``likeness`` is what it may be instead of an undefined term: the name of a body or a party, an office,
    the title of a document or of a heading here, an acronym. ``first`` tells that it begins a sentence,
    where one capital proves nothing; ``extends`` that it goes on from a defined term ("Pooled Fund
    Accountant"). ``times`` is how often the same words stand in the instrument in the middle of a sentence.
    """

    at: Words
    likeness: Likeness
    first: bool = False
    extends: bool = False
    times: int = 0


def capitals_of(
    places: Sequence[Place],
    covered: Callable[[Passage], Iterable[tuple[int, int]]],
    terms: Mapping[Passage, Sequence[tuple[int, int]]],
    passed_over: Iterable[Passage],
    names: Iterable[str],
) -> Iterator[Capitals]:
    """Yield the phrases with capitals in running text, cells and notes, in order.

    ``covered`` gives the ranges of a passage that are known to be something else, such as citations;
    ``terms`` those of defined terms; ``passed_over`` are passages where capitals mean nothing; ``names``
    what the parties are called.
    """
    headings = {_plain(place.passage.words) for place in places if place.role in ("heading", "contents")}
    known = {_plain(name) for name in names}
    left_out = set(passed_over)
    local = frozenset(word[0] for passage in left_out for word in _WORD.finditer(passage.text))
    found: list[Capitals] = []
    for place in places:
        passage = place.passage
        if place.role not in ("text", "cell", "note") or passage in left_out or _is_shouted(passage):
            continue
        own = terms.get(passage, ())
        found += (
            replace(one, likeness=_likeness(one.at, headings, known, local))
            for one in _phrases(
                passage, Ranges((*covered(passage), *own)), {end: start for start, end in own}
            )
            if not _is_common(one.at.text) and not _OF_EUROPE.search(one.at.shortly_before(_LONGEST_BEFORE))
        )
    counted = Counter(one.at.text for one in found if not one.first)
    yield from (replace(one, times=counted[one.at.text]) for one in found)


def _phrases(passage: Passage, others: Ranges, terms: Mapping[int, int]) -> Iterator[Capitals]:
    """Yield the phrases outside of other facts; one that goes on from a term takes the term in.

    ``terms`` gives by the end of each term where it begins.
    """
    text = passage.text
    words = deque(
        match.span() for match in _WORD.finditer(text, passage.typed) if not others.cover(match.start())
    )
    while words:
        begin, end = words.popleft()
        first = (
            bool(_STARTS_AFTER.search(text[max(passage.typed, begin - 8) : begin])) or begin == passage.typed
        )
        if first and text[begin:end] in BEGINNERS:
            continue
        while words and (join := _JOINS.match(text, end)) and join.end() == words[0][0]:
            if text[begin:end] in MONTHS and join[0].strip():
                break  # "reports each April to the Board"
            end = words.popleft()[1]
        extends = begin - 1 in terms
        if extends:
            begin = terms[begin - 1]
        if not (first and " " not in text[begin:end]) and end - begin > 1:
            yield Capitals(Words(passage, begin, end), "term", first, extends)


def _likeness(at: Words, headings: set[str], parties: set[str], local: frozenset[str]) -> Likeness:
    """Return what a phrase may be; ``local`` are the words with capitals that name and place the parties."""
    words, plain = at.text, _plain(at.text)
    if plain in parties:
        return "party"
    if plain in headings and " " in plain:
        return "heading"
    if " " not in words and _OF_A_MAKER.fullmatch(words):
        return "body"
    if " " not in words and sum(character.isupper() for character in words) > 1:
        return "acronym"
    if names_a_body(words) or all(word[0] in local for word in _WORD.finditer(words)):
        return "body"
    if names_an_office(words):
        return "office"
    return "document" if names_a_document(words) or _CALLED.search(at.before[-12:]) else "term"


def _is_common(words: str) -> bool:
    """Tell whether everyone knows a phrase, each word of it with a capital or each name in it: "Parts and
    Schedules", "the United Kingdom and European Economic Area"."""
    return (
        is_known_name(words) or words.startswith("GOV.UK") or _PROCESSING.fullmatch(words) is not None
    ) or all(
        is_known_name(name) or all(is_known_name(word[0]) for word in _WORD.finditer(name))
        for name in _AND.split(words)
    )


def _is_shouted(passage: Passage) -> bool:
    """Tell whether a passage is all capitals, or an address: there they mean nothing."""
    return passage.words.isupper() or bool(_POSTCODE.search(passage.text))


def _plain(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip().lower()


def by_phrase(found: Iterable[Capitals]) -> Mapping[str, tuple[Capitals, ...]]:
    """Return the places of each phrase."""
    phrases: dict[str, list[Capitals]] = defaultdict(list)
    for one in found:
        phrases[one.at.text].append(one)
    return {phrase: tuple(each) for phrase, each in phrases.items()}
