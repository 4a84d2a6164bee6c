"""CK-TEXT-SPELLING: a word that is misspelt."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._spellings import MISSPELT, found_in


def _check(instrument: Instrument) -> Iterator[Hit]:
    for words, right in found_in(
        instrument, MISSPELT, "text", "cell", "note", "heading", "cover", "signature"
    ):
        yield hit(words, f"“{words.text}” is misspelt.", f"Write “{right}”.")


RULE = Rule(
    id="CK-TEXT-SPELLING",
    level="warning",
    title="A word that is misspelt",
    why="A misspelt word is a blemish, and a search for it, or for the term that it belongs to, does not"
    " find it.",
    fails="""
1. ⟦Commissoning⟧

1.1 The Partners shall ⟦liase⟧ and keep ⟦seperate⟧ accounts.
""",
    passes="""
1. Commissioning

1.1 The Partners shall liaise and keep separate accounts, and abide by the judgement of the court.
""",
    check=_check,
    yields_to=("CK-TERM-VARIANT",),
)
