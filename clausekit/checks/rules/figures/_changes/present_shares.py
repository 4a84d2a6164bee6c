"""What part of the members must be present, told twice: "quorate when 40% of members are present. If 50% of
members are not present"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Place
from clausekit.checks.rules.figures._sentences.restated import Restated
from clausekit.checks.rules.figures._sentences.words import plain
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.recognition.amounts import decimal

_OF_MEMBERS = pattern(
    r"(?<![\d.,])(?P<stated>(?P<share>\d{1,3}(?:\.\d)?)[ ]?(?:%|per cent))[ ](?:or more[ ])?of[ ](?:the"
    r"|its|all|our)?[ ]?"
    r"(?P<whom>(?:[a-z]+[ ]){0,2}(?:members|representatives|partners|trustees|directors|governors))\b"
)
_QUORUM = pattern(r"\b(?:quor\w+|present|attend\w*|in attendance)\b")
_ANOTHER = pattern(
    r"\b(?:major\w*|vot(?:e|es|ed)\b(?! members)|change\w*|amend\w*|in favour|agree\w*|wind\w*|dissol\w+"
    r"|written"
    r"|special|extraordinary|chang\w+|second meeting|adjourned|reconvened|in writing|remov\w+)\b"
)
_NEAR = 3


@dataclass(frozen=True, slots=True)
class _Present:
    """What part of ``whom`` must be there, as ``at`` says."""

    share: Decimal
    whom: str
    at: Words
    place: Place


def present_again(instrument: Instrument) -> Iterator[Restated]:
    """Yield the percentages of members who must be present that are others shortly before."""
    told: list[_Present] = []
    for one in _each(instrument):
        near = [
            other
            for other in told
            if other.whom == one.whom
            and other.place.division is one.place.division
            and one.place.order - other.place.order <= _NEAR
        ]
        if near and not any(other.share == one.share for other in near):
            yield Restated(one.at, near[-1].at)
        told.append(one)


def _each(instrument: Instrument) -> Iterator[_Present]:
    for words, found in instrument.search(_OF_MEMBERS, "text", "note", signs=("%", "per cent")):
        sentence = instrument.sentence_of(words)
        share = decimal(found["share"])
        if share is not None and _QUORUM.search(sentence.text) and not _ANOTHER.search(sentence.text):
            at = words.part(*found.span("stated"))
            yield _Present(share, plain(found["whom"]), at, instrument.place_of[words.passage])
