"""CK-TEXT-QUOTES: a quotation mark without its other half."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Place
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules.text._pairs import unpaired
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_STRAIGHT = pattern(r'"(?![ \u00a0]?(?:x|×|by|wide|long|deep|high|screens?|tall)\b)')
_SINGLE = pattern(r"\((?P<mark>‘)[^’()]{1,60}\)")
"""A single mark that opens in brackets and is not closed in them: else it may be an apostrophe."""
_FURTHEST = 200
"""So many passages at most may stand between the two halves of a quoted provision."""
_OPENS_AFTER = " \t\u00a0([/–—-"


def _check(instrument: Instrument) -> Iterator[Hit]:
    for words, sure in unpaired(instrument, {"“": "”"}):
        yield _hit(words, sure=sure)
    for words, match in instrument.search(_SINGLE, signs=("(‘",)):
        yield _hit(words.part(*match.span("mark")), sure=not words.passage.doubtful)
    waiting: tuple[int, Words] | None = None
    for place in instrument.places:
        passage = place.passage
        if (at := _odd(place)) is None:
            continue
        words = Words(passage, at, at + 1)
        if waiting and waiting[0] + _FURTHEST >= place.order and _ends(words):
            waiting = None  # a provision is quoted that has several paragraphs
            continue
        if waiting:
            yield _hit(waiting[1], sure=not waiting[1].passage.doubtful)
        waiting = (place.order, words) if at == passage.typed else None
        if not waiting:
            yield _hit(words, sure=not passage.doubtful)
    if waiting:
        yield _hit(waiting[1], sure=not waiting[1].passage.doubtful)


def _odd(place: Place) -> int | None:
    """Return which straight mark of a passage has no other half in it, if one has none."""
    passage = place.passage
    if place.role not in ("text", "note", "heading") or "“" in passage.text or "”" in passage.text:
        return None
    marks = [match.start() for match in _STRAIGHT.finditer(passage.text, passage.typed)]
    return _without_other(passage.text, passage.typed, marks) if len(marks) % 2 else None


def _ends(words: Words) -> bool:
    return not words.after.strip(" .;,)")


def _without_other(text: str, start: int, marks: list[int]) -> int:
    """Return which of an odd number of straight marks has no other half; one opens after a blank."""
    opened = -1
    for mark in marks:
        opens = mark == start or text[mark - 1] in _OPENS_AFTER
        if opens and opened >= 0:
            return opened
        if not opens and opened < 0:
            return mark
        opened = mark if opens else -1
    return opened if opened >= 0 else marks[-1]


def _hit(words: Words, *, sure: bool) -> Hit:
    return hit(
        words,
        f"The quotation mark {words.text} has no other half.",
        "Put in its other half where the quoted words begin or end.",
        confidence="likely" if sure else "doubtful",
    )


RULE = Rule(
    id="CK-TEXT-QUOTES",
    level="warning",
    title="A quotation mark without its other half",
    why="Quotation marks show which words are defined or cited. Where one is missing, what is the term"
    " and what is the rest of the sentence is open.",
    fails="""
1. Costs

1.1 The costs of the fund (the ⟦“⟧Fund Costs) are shared.

1.2 The Partners call the fund the ⟦"⟧Pool and use its money for the "Services".
""",
    passes="""
1. Costs

1.1 The costs of the fund (the “Fund Costs”) are shared, and paid by the "Host".
""",
    check=_check,
)
