"""In how many parts something is paid, told twice: "shall pay its Contribution in twelve equal monthly
instalments" here, "each Contribution is paid in four equal quarterly instalments" there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.said_sums import COUNT, count_of
from clausekit.checks.rules.figures._sentences.mentions import parties_in
from clausekit.checks.rules.figures._sentences.restated import Restated
from clausekit.checks.rules.figures._sentences.words import plain
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_THING = (
    r"(?P<thing>(?:[A-Z][\w’-]+[ ]){0,3}?"
    r"(?:[Cc]ontributions?|[Ff]ees?|[Cc]harges?|[Gg]rants?|[Rr]ents?|[Pp]rice))"
)
_IN = (
    r"(?:[ ](?:to|into)[ ](?:the[ ])?[A-Z]\w+(?:[ ][A-Z]\w+){0,3})?"
    r"(?:[ ](?:is|are|shall be|will be))?(?:[ ](?:paid|payable|due))?[ ](?:in|by)[ ]"
    rf"(?P<stated>(?P<count>{COUNT})(?:[ ]\(\d{{1,2}}\))?[ ](?:equal[ ])?"
    r"(?:(?:monthly|quarterly|half-yearly)[ ])?(?:equal[ ])?)(?:instalments|payments)\b"
)
_PAYS = pattern(rf"\bpays?[ ](?:its|the|their|his|each)[ ]{_THING}{_IN}")
_IS_PAID = pattern(rf"(?:\b[Tt]he|\b[Ee]ach|\b[Aa]ll|\b[Ii]ts|[’']s)[ ]{_THING}{_IN}")
_OTHERWISE = pattern(
    r"\b(?:if|unless|first|second|third|last|later|instead|until|for 20\d\d|in 20\d\d|where|may"
    r"|previous\w*|was|were"
    r"|except|save|one-off|scheme \d|capital)\b",
    re.IGNORECASE,
)
_SIGNS = ("instalments", "payments")


@dataclass(frozen=True, slots=True)
class _Paid:
    """A ``thing`` that is paid ``count`` times, by whom, as ``at`` says."""

    thing: str
    count: Decimal
    parties: frozenset[str]
    at: Words


def instalments_again(instrument: Instrument) -> Iterator[Restated]:
    """Yield the numbers of instalments that are others for the same thing, paid by the same."""
    told: dict[tuple[str, frozenset[str]], dict[Decimal, Words]] = {}
    for one in _each(instrument):
        same = told.setdefault((one.thing, one.parties), {})
        if same and one.count not in same:
            yield Restated(one.at, next(iter(same.values())))
        same.setdefault(one.count, one.at)


def _each(instrument: Instrument) -> Iterator[_Paid]:
    found = [
        (words, match)
        for way in (_PAYS, _IS_PAID)
        for words, match in instrument.search(way, "text", "note", signs=_SIGNS)
    ]
    found.sort(key=lambda one: (instrument.place_of[one[0].passage].order, one[0].start))
    for sentence, told in groupby(found, key=lambda one: instrument.sentence_of(one[0])):
        if _OTHERWISE.search(sentence.text):
            continue
        for words, match in told:
            count = count_of(match["count"])
            if count is not None:
                start, end = match.span("stated")
                at = words.part(start, end - (match["stated"].endswith(" ")))
                before = sentence.part(sentence.start, match.start())
                yield _Paid(plain(match["thing"]), count, parties_in(before, instrument), at)
