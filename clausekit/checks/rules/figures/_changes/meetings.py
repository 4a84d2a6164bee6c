"""How many members a body has, and how many must be present, told twice with two numbers."""

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

NumberKind: TypeAlias = Literal["members", "voting members", "quorum"]

_SO_MANY = rf"(?P<count>{COUNT})(?:[ ]\(\d{{1,3}}\))?"
_MEMBERS = r"(?P<voting>[ ]voting)?[ ]members\b"
_OF_ALL = rf"(?:[ ](?:voting|of|the|its|our|{COUNT})){{0,4}}"
_SIZE = pattern(
    rf"\b(?:has|have|comprises?|consists? of|(?:is|are) made up of|there (?:are|shall be|will be)"
    rf"|(?:all|any|each) of (?:the|its|our)|of (?:the|its|our)|all)[ ]{_SO_MANY}{_MEMBERS}",
    re.IGNORECASE,
)
"""How many members there are: "It has eleven members", "five of the nine voting members"."""
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
    *(("quorum", way) for way in _QUORUM),
)
_FEWEST = 2
_SIGNS = ("members", "quorum")
_PASSAGES_BACK = 15


@dataclass(frozen=True, slots=True)
class _Number:
    """How many members a ``body`` has or needs, as ``at`` says."""

    kind: NumberKind
    count: Decimal
    at: Words
    place: Place
    body: str


def meetings_again(instrument: Instrument) -> Iterator[Restated]:
    """Yield the numbers of members, or of those who must be present, that are others of the same body."""
    told: list[_Number] = []
    for one in _numbers(instrument):
        same = [other for other in told if other.kind == one.kind and is_one_body(other.body, one.body)]
        if same and not any(other.count == one.count for other in same):
            yield Restated(one.at, same[0].at)
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
    sentence = next(one for one in instrument.sentences_of(words.passage) if one.overlaps(words))
    if count is None or count < _FEWEST or _ANOTHER.search(sentence.text):
        return None
    voting = kind == "members" and match["voting"]
    at = words.part(match.start("count"), match.end("count"))
    body = _body_of(sentence, place, instrument)
    return _Number("voting members" if voting else kind, count, at, place, body)


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
