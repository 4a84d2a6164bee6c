"""How many members a body has, in all or of each party, and how many must be present, told twice with two
numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from typing import Literal, TypeAlias

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Place
from clausekit.checks.rules._shared.said_sums import COUNT, count_of
from clausekit.checks.rules.figures._sentences.restated import Restated
from clausekit.checks.words import Words
from clausekit.patterns import pattern

NumberKind: TypeAlias = Literal["members", "voting members", "members of each", "quorum"]

_SO_MANY = rf"(?P<count>{COUNT})(?:[ ]\(\d{{1,3}}\))?"
_MEMBERS = r"(?P<voting>[ ]voting)?[ ]members\b"
_OF_ALL = rf"(?:[ ](?:voting|of|the|its|our|{COUNT})){{0,4}}"
_SIZE = pattern(
    rf"\b(?:has|have|comprises?|consists? of|(?:is|are) made up of|there (?:are|shall be|will be)"
    rf"|(?:all|any|each) of (?:the|its|our)|of (?:the|its|our)|all)[ ]{_SO_MANY}{_MEMBERS}",
    re.IGNORECASE,
)
"""How many members there are: "It has eleven members", "five of the nine voting members"."""
_EACH = (
    r"each(?: one)?(?: of the)?[ ](?:Partner|Part(?:y|ies)|Organisation|Commissioner|Authorit(?:y|ies)"
    r"|Council|Bod(?:y|ies))s?"
)
_OF_EACH = tuple(
    pattern(way, re.IGNORECASE)
    for way in (
        rf"\b{_EACH}[ ](?:has|sends|names|nominates?|appoints?|is represented by"
        rf"|(?:shall|will|may|is to) (?:appoint|have|nominate|name))[ ]{_SO_MANY}{_MEMBERS}",
        rf"(?<=[ ])(?<!least ){_SO_MANY}{_MEMBERS}[ ](?:appointed by|nominated by|named by|from|of|for)[ ]"
        rf"{_EACH}\b",
        rf"\b{COUNT}(?:[ ]voting)?[ ]members(?P<in_all>,)[ ](?:being[ ])?{_SO_MANY}"
        r"(?:[ ]of (?:whom|them))?[ ](?:is |are |to be |shall be )?"
        rf"(?:appointed by|nominated by|from|for)[ ]{_EACH}\b",
    )
)
"""How many members each party has in a body: "eight members, four from each Partner"."""
_BEFORE_SIZE = pattern(rf"\b{_EACH}[ ]$", re.IGNORECASE)
_QUORUM_TOLD = pattern(r"\b(?:quorum|quorate|present|attend\w*)\b", re.IGNORECASE)
_QUORUM = tuple(
    pattern(way, re.IGNORECASE)
    for way in (
        rf"\bquorum\b(?:[ ][\w’-]+){{0,8}}?[ ](?:is|be|of|at|requires|needs)[ ](?:at least[ ])?{_SO_MANY}"
        r"(?![ ]?%)",
        rf"\b{_SO_MANY}{_OF_ALL}[ ]members(?:[ ][\w’-]+){{0,6}}?[ ](?:a|the)[ ]quorum\b",
        r"\b(?:unless|until|needs?|requires?|only if|quorate (?:if|when))[ ](?:the presence of[ ])?"
        rf"(?:at least[ ])?{_SO_MANY}{_OF_ALL}[ ]members\b",
        rf"\bfewer than[ ]{_SO_MANY}(?:[ ]voting)?[ ]members[ ](?:are|is|have|attend)\b",
    )
)
"""How many must be present for a meeting to decide."""
_BODY = pattern(
    r"\b(?:The |Each |Any )?((?:[A-Z][\w’-]* (?:(?:and|of|for) )?){0,5}"
    r"(?:Board|Committee|Group|Forum|Panel|Partnership|Team|Executive))\b"
)
_ANOTHER = pattern(
    r"\b(?:instead|increas\w*|reduc\w*|example|inquorate|adjourned|second meeting|reconvened|casual"
    r"|[Ii]n the [\w ]{1,30}? part|(?:decisions?|matters?|items?|business) (?:on|about|under|relating|of))\b",
    re.IGNORECASE,
)
"""Words about other numbers than those of each meeting."""
_WAYS: tuple[tuple[NumberKind, re.Pattern[str]], ...] = (
    ("members", _SIZE),
    *(("members of each", way) for way in _OF_EACH),
    *(("quorum", way) for way in _QUORUM),
)
_FEWEST = 2
_SIGNS = ("members", "quorum")
_PASSAGES_BACK, _SHORTLY = 15, 40


@dataclass(frozen=True, slots=True)
class _Number:
    """How many members a ``body`` has or needs, as ``at`` says; ``borne_out`` tells that its sentence says it
    in two ways, "eight members, four from each Partner"."""

    kind: NumberKind
    count: Decimal
    at: Words
    place: Place
    body: str
    borne_out: bool


def meetings_again(instrument: Instrument) -> Iterator[Restated]:
    """Yield the numbers of members, or of those who must be present, that are others of the same body."""
    told: list[_Number] = []
    for one in _numbers(instrument):
        same = [other for other in told if other.kind == one.kind and is_one_body(other.body, one.body)]
        if same and not any(other.count == one.count for other in same):
            surely_right = one.borne_out and not same[0].borne_out
            yield Restated(same[0].at, one.at) if surely_right else Restated(one.at, same[0].at)
        told.append(one)


def is_one_body(one: str, other: str) -> bool:
    """Tell whether two names may be of one body: "the Board" is the Place Board."""
    return one.endswith(other) or other.endswith(one) if one and other else one == other


def _numbers(instrument: Instrument) -> Iterator[_Number]:
    """Yield how many members bodies have and need, in order."""
    found = [
        _number(kind, words, match, instrument)
        for kind, way in _WAYS
        for words, match in instrument.search(way, "text", "note", signs=_SIGNS)
    ]
    yield from sorted((one for one in found if one), key=lambda one: (one.place.order, one.at.start))


def _number(kind: NumberKind, words: Words, match: re.Match[str], instrument: Instrument) -> _Number | None:
    place = instrument.place_of[words.passage]
    count = count_of(match["count"])
    sentence = instrument.sentence_of(words)
    at = words.part(match.start("count"), match.end("count"))
    if (
        count is None
        or count < _FEWEST
        or _ANOTHER.search(sentence.text)
        or _is_of_another(kind, words, sentence)
    ):
        return None
    voting = kind == "members" and match["voting"]
    body = _body_of(sentence, place, instrument)
    borne_out = "in_all" in match.re.groupindex
    return _Number("voting members" if voting else kind, count, at, place, body, borne_out)


def _is_of_another(kind: NumberKind, words: Words, sentence: Words) -> bool:
    """Tell whether what is told as the size of a body is that of one party's members, or as their number how
    many of them must be present."""
    if kind == "members of each":
        return _QUORUM_TOLD.search(sentence.text) is not None
    return kind == "members" and _BEFORE_SIZE.search(words.shortly_before(_SHORTLY)) is not None


def _body_of(sentence: Words, place: Place, instrument: Instrument) -> str:
    """Return the body of which a sentence speaks: the last named in it, in its heading or above it."""
    before = Words(sentence.passage, sentence.passage.typed, sentence.end).text
    above = islice(reversed(instrument.places[: place.order]), _PASSAGES_BACK)
    inside = (one.passage.words for one in above if one.division is place.division)
    return next((found for text in (before, place.heading, *inside) if (found := body_named(text))), "")


def body_named(text: str) -> str:
    """Return the last body that words name, "" if they name none.

    >>> body_named("The Finance Group reports to the Joint Board each quarter.")
    'Joint Board'
    """
    return next(reversed(_BODY.findall(text)), "")
