"""How many members of a kind a body has, against the sentence that tells them one by one: "four councillors
of the City and three councillors of the County" make seven councillors."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Place
from clausekit.checks.rules._shared.said_sums import COUNT, count_of
from clausekit.checks.rules.figures._sentences.members import Counted
from clausekit.checks.rules.figures._sentences.words import plain
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_KIND = (
    r"(?P<kind>councillors?|representatives?|directors?|officers?|trustees?|governors?|nominees?|carers?|members?"
    r"|lay members?|appointees?|clinicians?|delegates?)\b"
)
_OF_BODY = (
    r"(?:appointed by|nominated by|named by|chosen by|elected by|drawn from|of|from|by|for)[ ](?:the[ ])?"
    r"(?P<body>[A-Z][\w’-]*(?:[ ](?:of |and )?[A-Z][\w’-]*){0,4})"
)
_TOLD = pattern(
    rf"(?<![\w£.,-])(?P<count>(?i:{COUNT})"
    rf"|an?)(?:[ ]\(\d{{1,2}}\))?[ ](?:(?:[a-z]+[ ])?{_KIND}[ ])?{_OF_BODY}"
)
"""So many of a kind of one body; what is not told again is of the kind before: "three of the ICB"."""
_HAS = pattern(
    r"\b(?:has|have|consists?|compris\w+|made up|composed|members?(?:hip)?|are|appoints?)\b", re.IGNORECASE
)
_AGAIN = pattern(
    rf"\b(?:[Tt]he|[Aa]ll(?: of)?(?: the)?|[Ee]ach of the|[Aa]ny of the|[Oo]f the"
    rf"|[Ii]ts)[ ](?P<count>{COUNT})"
    rf"(?:[ ]\(\d{{1,2}}\))?[ ]{_KIND}(?P<of>[ ]{_OF_BODY})?"
    r"(?![ ](?:who|which|whose|that|with|without|named|elected|other|present|attending)\b)"
)
_NOT_ALL = pattern(
    r"\b(?:at least|at most|up to|not more than|quorum|any[ ](?:one|two)|other|if|either|or|until|initially"
    r"|first)\b",
    re.IGNORECASE,
)
_SIGNS = (
    *("councillors", "representatives", "directors", "officers", "trustees", "governors", "nominees"),
    *("members", "carers", "appointees", "clinicians", "delegates"),
)
_FEWEST = 2
_FAR = 40
"""So many passages at most stand between the list and what is said of it."""


@dataclass(frozen=True, slots=True)
class _Listed:
    """A sentence that tells members: how many of each kind each body has."""

    sentence: Words
    place: Place
    by_body: Mapping[tuple[str, str], Decimal]

    def of_kind(self, kind: str) -> frozenset[Decimal]:
        """Return the numbers that are right for a kind: of all of it, and of each body."""
        own = [count for (one, _), count in self.by_body.items() if one == kind]
        return frozenset((sum(own, Decimal(0)), *own)) if own else frozenset()


def kinds_miscounted(instrument: Instrument) -> Iterator[Counted]:
    """Yield the numbers of members of a kind that are not those which the sentence on the members tells."""
    listed = [one for one in _lists(instrument) if len(one.by_body) >= _FEWEST]
    for words, found in instrument.search(_AGAIN, "text", "note", signs=_SIGNS) if listed else ():
        place = instrument.place_of[words.passage]
        meant = _meant(place, words, listed)
        if meant is None:
            continue
        count, kind = count_of(found["count"]), plain(found["kind"])
        right = _right(meant, kind, plain(found["body"]) if found["of"] else "")
        if count is not None and count >= _FEWEST and right and count not in right:
            yield Counted(words.part(*found.span("count")), max(right))


def _right(meant: _Listed, kind: str, body: str) -> frozenset[Decimal]:
    """Return the numbers that are right for a kind, or for those of it of one body; nothing if not known."""
    if not body:
        return meant.of_kind(kind)
    own = meant.by_body.get((kind, body))
    return frozenset((own,)) if own is not None else frozenset()


def _meant(place: Place, words: Words, listed: Sequence[_Listed]) -> _Listed | None:
    """Return the one list in the same schedule or the body that stands shortly before some words; None if
    there are several, or none."""
    near = [
        one
        for one in listed
        if one.place.division is place.division
        and 0 <= place.order - one.place.order <= _FAR
        and not one.sentence.overlaps(words)
    ]
    others = [one for one in listed if one.place.division is place.division]
    return near[0] if len(near) == len(others) == 1 else None


def _lists(instrument: Instrument) -> Iterator[_Listed]:
    seen: set[Words] = set()
    for words, _ in instrument.search(_TOLD, "text", "note", signs=_SIGNS):
        for sentence in instrument.sentences_of(words.passage):
            if sentence.overlaps(words) and sentence not in seen:
                seen.add(sentence)
                if _HAS.search(sentence.text) and not _NOT_ALL.search(sentence.text):
                    yield _Listed(sentence, instrument.place_of[words.passage], _by_body(sentence))


def _by_body(sentence: Words) -> Mapping[tuple[str, str], Decimal]:
    """Return how many of each kind each body has; nothing if one is told twice."""
    told: dict[tuple[str, str], list[Decimal]] = defaultdict(list)
    kind = ""
    for found in _TOLD.finditer(sentence.passage.text, sentence.start, sentence.end):
        kind = plain(found["kind"]) if found["kind"] else kind
        if kind:
            told[kind, plain(found["body"])].append(_number(found))
    return {key: counts[0] for key, counts in told.items()} if all(len(c) == 1 for c in told.values()) else {}


def _number(found: re.Match[str]) -> Decimal:
    return Decimal(1) if found["count"] in ("a", "an") else count_of(found["count"]) or Decimal(0)
