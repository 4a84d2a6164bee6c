"""CK-TEXT-SPELLING: a word that is misspelt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._spellings import MISSPELT, found_in, undoubled

_THERE = re.compile(
    r"\b(?:on|of|with|by|for|under|and|to|at)[ ](?P<there>there)[ ](?!(?:being|having|be|is|are|was|were"
    r"|may|will|must|shall|has|have|can|and|or|as|by|on|in|to|for|at|with|from|under|the|after|before|until|unless|if|when)\b)[a-z]+(?:s|ies)\b"
)


def _check(instrument: Instrument) -> Iterator[Hit]:
    spellings = {**undoubled(instrument), **MISSPELT}
    for words, right in found_in(
        instrument, spellings, "text", "cell", "note", "heading", "cover", "signature"
    ):
        yield hit(words, f"“{words.text}” is misspelt.", f"Write “{right}”.")
    for words, match in instrument.search(_THERE):
        start = words.start + match.start("there") - match.start()
        there = words.part(start, start + len(match["there"]))
        yield hit(
            there, f"“{there.text}” stands for what belongs to them.", "Write “their”.", confidence="likely"
        )


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
