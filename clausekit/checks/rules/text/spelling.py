"""CK-TEXT-SPELLING: a word that is misspelt."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.misspelt import misspelt, stuttered
from clausekit.checks.rules._shared.spellings import (
    MISSPELT,
    found_in,
    tripled,
    undoubled,
)
from clausekit.checks.rules.text._glued import are_two, glued
from clausekit.checks.rules.text._mistaken import mistaken
from clausekit.checks.rules.text._near_words import slips_of_words
from clausekit.checks.rules.text._phrases import letters_out_of_order, slips_in_names
from clausekit.patterns import pattern

_THERE = pattern(
    r"\b(?:on|of|with|by|for|under|and|to|at)[ ](?P<there>there)[ ](?!(?:being|having|be|is|are|was|were"
    r"|may|will|must|shall|has|have|can|and|or|as|by|on|in|to|for|at|with|from|under|the|after|before"
    r"|until|unless|if|when)\b)[a-z]+(?:s|ies)\b"
)


def _check(instrument: Instrument) -> Iterator[Hit]:
    for words, right, sure in glued(instrument):
        yield hit(
            words,
            f"“{words.text}” is two words.",
            f"Write “{right}”.",
            confidence="likely" if sure else "doubtful",
        )
    spellings = {
        **slips_of_words(instrument), **tripled(instrument), **misspelt(instrument), **undoubled(instrument),
        **stuttered(instrument), **MISSPELT,
    }  # fmt: skip
    for one in are_two(instrument):
        spellings.pop(one, None)
    for words, right in found_in(
        instrument, spellings, "text", "cell", "note", "heading", "cover", "signature"
    ):
        yield hit(words, f"“{words.text}” is misspelt.", f"Write “{right}”.")
    for words, right in (*slips_in_names(instrument), *letters_out_of_order(instrument)):
        if words.text.lower() not in spellings:
            yield hit(
                words,
                f"“{words.text}” is “{right}” elsewhere.",
                f"Write “{right}”, if that is meant.",
                confidence="likely",
            )
    for words, right in mistaken(instrument):
        yield hit(words, f"“{words.text}” is another word than is meant.", f"Write “{right}”.")
    for words, match in instrument.search(_THERE, signs=(" there ",)):
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

1.1 The Partners shall ⟦liase⟧ and keep ⟦seperate⟧ accounts ⟦form⟧ 1 April 2026.

1.2 The Council is the ⟦acountable⟧ body, and ⟦forecsats⟧ its spending as ⟦agreeed⟧, if a ⟦quorem⟧ meets.
Under its ⟦governanance⟧ the costs of ⟦theCouncil⟧ are paid ⟦forthe⟧ year by the Council.
""",
    passes="""
1. Commissioning

1.1 The Partners shall liaise and keep separate accounts from 1 April 2026 in the form of
Schedule 1, and abide by the judgement of the court.
""",
    check=_check,
    yields_to=("CK-TERM-VARIANT",),
)
