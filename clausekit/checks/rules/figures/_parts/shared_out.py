"""A sum that two parties bear, as an example shows: "An overspend of £900 falls as to £600 on the Council and
£300 on the ICB", also where the sum is told in the sentence before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import worth
from clausekit.checks.rules.figures._sentences.reckoned import ROUGH, Reckoned, reckon
from clausekit.patterns import pattern
from clausekit.reading import Passage

_NAME = r"(?:the[ ])?[A-Z][\w’]*(?:[ ][A-Z][\w’]*){0,3}"
_BEARS = pattern(
    r"(?:\b(?:bears?|pays?|meets?|funds?|finds?|owes?|receives?|takes?|falls?|falling|borne|shared|split"
    r"|divided"
    r"|returned"
    r"|bearing|paying|meeting|finding|receiving|taking|contributing)[ ](?:as[ ]to[ ])?|\bas[ ]to[ ])$"
)
_AND = pattern(
    rf"[ ](?:on|upon|by|to|from|for)[ ]{_NAME},?[ ]and[ ](?:as[ ]to[ ])?"
    rf"|,?[ ]and[ ]{_NAME}(?:[ ](?:bears|pays|meets))?[ ]"
)
_ENDS = pattern(rf"[ ](?:on|upon|by|to|from|for)[ ]{_NAME}(?![\w,])|(?=[.;)]|$)")
_OF_EACH = pattern(
    r"\b(?:each|every|up to|first|further|more than|at least|per|plus|rest|balance|remainder)\b"
)
_NEAR = Decimal("0.3")
_FAR, _PARTS = 120, 2


def shared_out(instrument: Instrument) -> Iterator[Reckoned]:
    """Yield the second of two parts of a sum which do not make it, with what it should be."""
    by_passage: dict[Passage, list[Figure]] = defaultdict(list)
    for figure in instrument.figures:
        if figure.kind == "money" and figure.value is not None:
            by_passage[figure.at.passage].append(figure)
    for sums in by_passage.values():
        for at in range(1, len(sums) - 1):
            yield from _parts_of(sums[at - 1], sums[at : at + _PARTS])


def _parts_of(whole: Figure, parts: Sequence[Figure]) -> Iterator[Reckoned]:
    first, second = parts
    text = whole.at.passage.text
    if not _BEARS.search(first.at.shortly_before(_FAR)):
        return
    if not _AND.fullmatch(text, first.at.end, second.at.start) or not _ENDS.match(text, second.at.end):
        return
    between = text[whole.at.end : second.at.end]
    made = worth(whole) - worth(first)
    rough = _OF_EACH.search(between) or ROUGH.search(between)
    if rough or made <= 0 or abs(made - worth(second)) > worth(whole) * _NEAR:
        return
    yield reckon(second, made, (whole, first))
