"""CK-LEFT-HIGHLIGHT: words that are still highlighted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_RATING = pattern(r"(?:red|amber|green|r|a|g|rag|blue|yellow|high|medium|low|\d+)?", re.IGNORECASE)


def _check(instrument: Instrument) -> Iterator[Hit]:
    for words in instrument.highlights:
        if words.text.strip() and not _is_parameter(words) and not _RATING.fullmatch(words.text.strip()):
            yield hit(
                words,
                f"“{_short(words.text.strip())}” is highlighted, as what is still to be settled is.",
                "Settle it and take the colour off.",
                confidence="likely",
            )


def _is_parameter(words: Words) -> bool:
    """Tell whether an open parameter of our own draft is highlighted: that is told as such."""
    return any(
        span.parameter for span in words.passage.spans if span.start < words.end and words.start < span.end
    )


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:50]}…"


RULE = Rule(
    id="CK-LEFT-HIGHLIGHT",
    level="warning",
    title="Words that are still highlighted",
    why="A highlight says that somebody meant to come back to the words. Nobody can see from the page"
    " whether they did.",
    fails="""
1. Host

1.1 The Council hosts the fund, where “Council” is highlighted in yellow.
""",
    passes="""
1. Host

1.1 The Council hosts the fund.
""",
    check=_check,
    yields_to=(
        "CK-BLANK-INSERT",
        "CK-BLANK-LINE",
        "CK-BLANK-MARK",
        "CK-BLANK-PARAMETER",
        "CK-BLANK-TBC",
        "CK-LEFT-BRACKETS",
        "CK-LEFT-CHOICE",
        "CK-LEFT-DRAFT",
        "CK-LEFT-FIELD",
        "CK-LEFT-FILLER",
        "CK-LEFT-GUIDANCE",
        "CK-LEFT-OBJECT",
        "CK-LEFT-QUESTION",
    ),
)
