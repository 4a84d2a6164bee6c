"""CK-LEFT-FILLER: words or marks that only held a place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.patterns import pattern

_WORDS = pattern(
    r"\b(?:lorem ipsum|dolor sit amet|consectetur adipiscing)\b[^.]{0,200}\.?|\b(?:asdf|qwerty"
    r"|blah(?: blah)+)\b",
    re.IGNORECASE,
)
_SIGNS = ("lorem", "dolor sit", "consectetur", "asdf", "qwerty", "blah")
_MARKS = pattern(
    r"(?=[*#@%$!<>~^])(?:(?<=\w )##(?= \w)|(?<=\w )\*\*(?= (?:hours|days|weeks|months|years|per cent)\b)"
    r"|\*{3,}|#{3,}|@{2,}|%{3,}|\${2,}|!{2,}|<{3,}|>{3,}|~{3,}|\^{2,})"
)
_SIGNS_OF_MARKS = ("##", "**", "@@", "%%", "$$", "!!", "<<<", ">>>", "~~~", "^^")
_RULER = pattern(r"[\s*#~<>_=-]+")


def _check(instrument: Instrument) -> Iterator[Hit]:
    for filler, signs in ((_WORDS, _SIGNS), (_MARKS, _SIGNS_OF_MARKS)):
        for words, _ in instrument.search(filler, "text", "cell", "heading", "note", "cover", signs=signs):
            if not _RULER.fullmatch(words.passage.words):
                yield hit(
                    words,
                    f"“{words.text[:60]}” only holds a place.",
                    "Put in the text that is meant, or take it out.",
                )


RULE = Rule(
    id="CK-LEFT-FILLER",
    level="error",
    title="Filler text, or a row of marks that only held a place",
    why="It is the trace of something that was to be written and was not.",
    fails="""
1. Aims

1.1 ⟦Lorem ipsum dolor sit amet.⟧ The Council keeps the fund with ⟦@@@⟧ Bank.
""",
    passes="""
1. Aims

1.1 The Council keeps the fund*.

* With its own bank.
""",
    check=_check,
)
