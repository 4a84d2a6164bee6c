"""CK-TEXT-AMERICAN: an American spelling."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.spellings import AMERICAN, found_in


def _check(instrument: Instrument) -> Iterator[Hit]:
    for words, right in found_in(instrument, AMERICAN, "text", "cell", "note", "heading"):
        yield hit(words, f"“{words.text}” is spelt as in America.", f"Write “{right}”.")


RULE = Rule(
    id="CK-TEXT-AMERICAN",
    level="info",
    title="A word spelt as in America",
    why="In an English agreement such a word often shows that a passage was taken over from elsewhere,"
    " with the law that it was written for.",
    fails="""
1. Costs

1.1 The ⟦center⟧ pays by ⟦installments⟧.
""",
    passes="""
1. Costs

1.1 The centre pays by instalments for the computer program.
""",
    check=_check,
)
