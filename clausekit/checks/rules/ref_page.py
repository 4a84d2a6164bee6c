"""CK-REF-PAGE: a reference to a page by its number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit

_PAGE = re.compile(
    r"(?<![\w-])(?:[Pp]ages?[ \u00a0]\d{1,3}(?:[ \u00a0]?(?:[–-]|to|and)[ \u00a0]?\d{1,3})?"
    r"|pp?\.[ \u00a0]?\d{1,3})(?![\w.]\d|\w)"
)
_LEADS = re.compile(
    r"\b(?:see|on|at|from|to|of|in|and|or|under|per|set out|overleaf)(?:[ \u00a0]the)?[ \u00a0\n(]*$|[(\[]$",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    r"[ \u00a0](?:of|in)[ \u00a0](?:(?:the|its|their|that)[ \u00a0])?"
    r"(?:[A-Z]|\d|guid|report|document|plan|code)"
)
_OF_THIS = re.compile(
    r"[ \u00a0](?:of|in)[ \u00a0](?:this|the)[ \u00a0]"
    r"(?:agreement|memorandum|deed|contract|protocol|schedule)",
    re.IGNORECASE,
)


def _check(instrument: Instrument) -> Iterator[Hit]:
    for words, _ in instrument.search(_PAGE):
        if not _LEADS.search(words.before) and not _is_followed_by_place(words.after):
            continue
        other = _OF_ANOTHER.match(words.after) and not _OF_THIS.match(words.after)
        if not other:
            yield hit(
                words,
                f"“{words.text}” is the number of a page, which changes with every edit.",
                "Refer to the clause, paragraph or table by its own number.",
            )


def _is_followed_by_place(after: str) -> bool:
    return after.lstrip().startswith(("above", "below"))


RULE = Rule(
    id="CK-REF-PAGE",
    level="warning",
    title="A reference to a page",
    why="A page number is true of one printing only: another printer, another draft or a copy on a"
    " screen has other pages, and the reference then leads astray.",
    fails="""
1. Funds

1.1 The contributions are in the table on ⟦page 14⟧, as amended (see ⟦pages 3 to 5⟧).
""",
    passes="""
1. Funds

1.1 The contributions are in the table in clause 1.2, as explained on page 14 of the Better Care Fund Policy
Framework. A plan has no more than two pages.

1.2 Each contribution is one page long.
""",
    check=_check,
)
