"""CK-TEXT-SPACES: two spaces, one before a punctuation mark, or none after it."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.patterns import pattern

_SIGNS = ("  ", " ,", " ;", " .", " :", "( ", " )")
_SPACES = pattern(
    r" (?:(?<=[\w,;)”’] ) {1,2}(?=[\w(“‘])|(?<=[a-z)”’\d] ) {0,2}(?=[,;.:](?:\s|$)|,[a-z])"
    r"|(?<=\( ) {0,2}(?=\w)|(?<=\w ) {0,2}(?=\)))"
)


_LOST = pattern(r"[,.](?:(?<=,)(?=[a-z]{3})|(?=(?:The|This|If|In|Any|Each|All|Where|It|For|Such)[ ]))")
_WORD_BEFORE = pattern(r"[a-z]{3}$")


def _check(instrument: Instrument) -> Iterator[Hit]:
    for words, _ in instrument.search(_SPACES, "text", "note", signs=_SIGNS):
        start, end = _around(words.passage.text, words.start, words.end)
        yield hit(
            words.part(start, end),
            f"There is a space too many in “{words.passage.text[start:end]}”.",
            "Take the space out.",
        )
    for words, _ in instrument.search(_LOST, "text", "note", signs=(",", ".")):
        start, end = _around(words.passage.text, words.start, words.end)
        if not _WORD_BEFORE.search(words.shortly_before(3)):
            continue
        if "@" not in words.passage.text[start:end] and "/" not in words.passage.text[start:end]:
            yield hit(
                words.part(start, end),
                f"There is no space after the mark in “{words.passage.text[start:end]}”.",
                "Put a space in.",
            )


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range of a space with the word, or the mark, on either side."""
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


RULE = Rule(
    id="CK-TEXT-SPACES",
    level="info",
    title="A space too many, or one that is missing",
    why="It says nothing, but it shows where words were moved or taken out, and it looks careless in an"
    " engrossment.",
    fails="""
1. Costs

1.1 The Council pays the ⟦costs ,⟧ and the ⟦other  Partners⟧ pay their ⟦share,unless⟧ it is nil.
""",
    passes="""
1. Costs

1.1 The Council pays the costs, and the other Partners pay their share. Each pays on the day … agreed.
""",
    check=_check,
)
