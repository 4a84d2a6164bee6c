"""CK-FIGURE-WORDS: a number in words with another in figures after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.words import Words
from clausekit.recognition.amounts import NUMBER_WORDS, decimal, number_of

_IN_FIGURES = re.compile(r"\([ ]?£?[ ]?(?P<figures>\d[\d,]*(?:\.\d+)?)[ ]?(?:%|per cent)?[ ]?\)")
_WORDS_BEFORE = re.compile(
    rf"(?<![\w-])(?P<words>{NUMBER_WORDS})(?: pounds?(?: sterling)?| per ?cent| percent)?[ \u00a0]?$",
    re.IGNORECASE,
)
_LONGEST_NUMBER = 80
_FIGURES_FIRST = re.compile(
    rf"(?<![\w.,/-])£?(?P<figures>\d[\d,]*)%?[ \u00a0]\((?P<words>{NUMBER_WORDS})"
    r"(?:[ ]pounds?(?:[ ]sterling)?|[ ]per[ ]cent)?\)",
    re.IGNORECASE,
)
_MENTIONS = re.compile(
    r"\b(?:clauses?|paragraphs?|sections?|schedules?|parts?|articles?|regulations?|annex|appendix)[ \u00a0]$",
    re.IGNORECASE,
)


def _check(instrument: Instrument) -> Iterator[Hit]:
    for words, match in instrument.search(_IN_FIGURES):
        if before := _WORDS_BEFORE.search(words.shortly_before(_LONGEST_NUMBER)):
            both = words.part(words.start - len(before[0]), words.end)
            yield from _compared(both, before["words"], match["figures"])
    for words, match in instrument.search(_FIGURES_FIRST):
        yield from _compared(words, match["words"], match["figures"])


def _compared(both: Words, words: str, figures: str) -> Iterator[Hit]:
    in_words, in_figures = number_of(words), decimal(figures)
    if (
        in_words is None
        or in_figures is None
        or Decimal(in_words) == in_figures
        or _MENTIONS.search(both.shortly_before(20))
    ):
        return
    yield hit(
        both,
        f"“{both.text}” is {in_words:,} in words and {in_figures:,} in figures.",
        "Write the number that is meant in both places, or in one only.",
    )


RULE = Rule(
    id="CK-FIGURE-WORDS",
    level="error",
    title="A number in words that is not the number in figures beside it",
    why="Where words and figures differ, a court will often follow the words, which may not be what either"
    " party"
    " has been working to.",
    fails="""
1. Notice

1.1 A Partner gives at least ⟦twenty (12)⟧ Working Days’ notice, and pays ⟦ten per cent (15%)⟧ of the cost.
""",
    passes="""
1. Notice

1.1 A Partner gives at least twenty (20) Working Days’ notice, and pays one thousand pounds (£1,000) within
thirty-one (31) days. See clause one (2).
""",
    check=_check,
)
