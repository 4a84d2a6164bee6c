"""CK-REF-PAGE: a reference to a page by its number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_PAGE = pattern(
    r"(?<![\w-])(?:[Pp]ages?[ \u00a0]\d{1,3}(?:[ \u00a0]?(?:[–-]|to|and|&)[ \u00a0]?\d{1,3})?"
    r"|pp?\.[ \u00a0]?\d{1,3}|(?<=see )pp?\d{1,3}|(?<=\()pp?\d{1,3}(?=\)))(?![\w.]\d|\w)"
)
_LEADS = pattern(
    r"\b(?:see|on|at|from|to|of|in|and|or|under|per|set out|overleaf)(?:[ \u00a0]the)?[ \u00a0\n(]*$|[(\[]$",
    re.IGNORECASE,
)
_IN_A_SENTENCE = pattern(r"[a-z,][ \u00a0]$")
_GOES_ON = pattern(r"[.,;)]|[ \u00a0][a-z]")
_OF_THE_AGENDA = pattern(r"\(Pages?[ \u00a0]\d[^()]*\)")
"""The pages of the papers with an item of an agenda: "(Pages 1 - 154)"."""
_LONGEST_NAME = 40
_OF_ANOTHER = pattern(
    r"[ \u00a0](?:of|in)[ \u00a0](?:(?:the|its|their|that)[ \u00a0])?"
    r"(?:[A-Z]|\d|guid|report|document|plan|code|pack|paper|agenda|minutes|bundle|book|manual|leaflet|letter)"
)
_OF_THIS = pattern(
    r"[ \u00a0](?:of|in)[ \u00a0](?:this|the)[ \u00a0]"
    r"(?:agreement|memorandum|deed|contract|protocol|schedule)",
    re.IGNORECASE,
)


def _check(instrument: Instrument) -> Iterator[Hit]:
    for words, _ in instrument.search(_PAGE, signs=("page", "p.", "see p", "(p")):
        if not _refers(words):
            continue
        if _OF_THE_AGENDA.match(words.passage.text, max(0, words.start - 1)):
            continue
        after = words.shortly_after(_LONGEST_NAME)
        other = _OF_ANOTHER.match(after) and not _OF_THIS.match(after)
        if not other:
            yield hit(
                words,
                f"“{words.text}” is the number of a page, which changes with every edit.",
                "Refer to the clause, paragraph or table by its own number.",
            )


def _refers(words: Words) -> bool:
    """Tell whether the number of a page is part of a sentence, and not printed at the foot of a page."""
    before, after = words.shortly_before(_LONGEST_NAME), words.shortly_after(_LONGEST_NAME)
    if _LEADS.search(before) or after.lstrip().startswith(("above", "below")):
        return True
    small = words.text[0].islower() and _IN_A_SENTENCE.search(before)
    return bool(small and _GOES_ON.match(after))


RULE = Rule(
    id="CK-REF-PAGE",
    level="warning",
    title="A reference to a page",
    why="A page number is true of one printing only: another printer, another draft or a copy on a"
    " screen has other pages, and the reference then leads astray.",
    fails="""
1. Funds

1.1 The contributions are in the table on ⟦page 14⟧, as amended (see ⟦pages 3 to 5⟧).

1.2 A Partner pays more only as ⟦page 9⟧ allows.
""",
    passes="""
1. Funds

1.1 The contributions are in the table in clause 1.2, as explained on page 14 of the Better Care Fund Policy
Framework. A plan has no more than two pages.

1.2 Each contribution is one page long.
""",
    check=_check,
)
