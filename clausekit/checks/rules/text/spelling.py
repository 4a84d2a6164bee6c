"""CK-TEXT-SPELLING: a word that is misspelt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.misspelt import misspelt, stuttered
from clausekit.checks.rules._shared.spellings import (
    MISSPELT,
    found_in,
    small_words,
    spelt_like,
    tripled,
    undoubled,
)
from clausekit.checks.rules.text._glued import are_two, glued
from clausekit.checks.rules.text._phrases import slips_in_names
from clausekit.patterns import pattern

_THERE = pattern(
    r"\b(?:on|of|with|by|for|under|and|to|at)[ ](?P<there>there)[ ](?!(?:being|having|be|is|are|was|were"
    r"|may|will|must|shall|has|have|can|and|or|as|by|on|in|to|for|at|with|from|under|the|after|before"
    r"|until|unless|if|when)\b)[a-z]+(?:s|ies)\b"
)

_OTHER_WORDS = {
    "manger": r"manger",
    "mangers": r"mangers",
    "pubic": r"pubic(?=[ ](?:health|bod|sector|fund|holiday|interest|authorit|service|procurement|law))",
    "heath": r"(?<=public )heath(?=[ ](?!road|street|lane))|heath(?=[ ](?:and (?:social|well|care|safety)"
    "|needs|visitor|regulator|inequalit|scrutiny|protection|improvement|outcome|professional|econom|system"
    "|provider))",
    "form": r"form(?=[ ](?:the date|\d{1,2} (?:january|february|march|april|may|june|july|august|september"
    r"|october|november|december)|time to time))",
    "asses": r"asses(?=[ ](?:the|each|any|its|their|needs|whether)\b)",
    "principle": r"principle(?=[ ](?:contract|office|council|deed)\b)",
    "statue": r"statue(?=[ ](?:or|and|law)\b)",
    "fro": r"fro(?=[ ](?:the|a|an|each|any|all)\b)",
    "tot": r"tot(?=[ ]he\b)",
    "untied": r"untied(?=[ ]kingdom\b)",
    "causal": r"causal(?=[ ]vacanc)",
    "then": "|".join(f"(?<={word} )then" for word in ("more", "less", "fewer", "rather", "higher", "lower")),
    "effected": r"(?:(?<=not be )|(?<=likely to be )|(?<=adversely ))effected(?=[ ]by\b)",
    "loose": r"(?<=shall )loose|(?<=will )loose|(?<=may )loose",
}
_RIGHT = {
    "manger": "manager",
    "mangers": "managers",
    "pubic": "public",
    "heath": "health",
    "form": "from",
    "asses": "assess",
    "principle": "principal",
    "statue": "statute",
    "fro": "for",
    "tot": "to",
    "untied": "united",
    "causal": "casual",
    "then": "than",
    "effected": "affected",
    "loose": "lose",
}
_SLIP = pattern(rf"\b(?:{'|'.join(_OTHER_WORDS.values())})\b", re.IGNORECASE)
"""Words that are right in themselves, where those around them show that another is meant."""


def _check(instrument: Instrument) -> Iterator[Hit]:
    for words, right, sure in glued(instrument):
        yield hit(
            words,
            f"“{words.text}” is two words.",
            f"Write “{right}”.",
            confidence="likely" if sure else "doubtful",
        )
    spellings = {
        **tripled(instrument), **misspelt(instrument), **undoubled(instrument), **stuttered(instrument),
        **MISSPELT,
    }  # fmt: skip
    for one in are_two(instrument):
        spellings.pop(one, None)
    for words, right in found_in(
        instrument, spellings, "text", "cell", "note", "heading", "cover", "signature"
    ):
        yield hit(words, f"“{words.text}” is misspelt.", f"Write “{right}”.")
    for words, right in slips_in_names(instrument):
        if words.text.lower() not in spellings:
            yield hit(
                words,
                f"“{words.text}” is “{right}” elsewhere.",
                f"Write “{right}”, if that is meant.",
                confidence="likely",
            )
    if doubted := tuple(_OTHER_WORDS.keys() & instrument.once(small_words)):
        yield from _other_words(instrument, doubted)
    for words, match in instrument.search(_THERE, signs=(" there ",)):
        start = words.start + match.start("there") - match.start()
        there = words.part(start, start + len(match["there"]))
        yield hit(
            there, f"“{there.text}” stands for what belongs to them.", "Write “their”.", confidence="likely"
        )


def _other_words(instrument: Instrument, doubted: Sequence[str]) -> Iterator[Hit]:
    """Yield hits on words that are right in themselves, but not where they stand; ``doubted`` are some."""
    for words, match in instrument.search(_SLIP, "text", "cell", "note", "heading", "cover", signs=doubted):
        right = spelt_like(_RIGHT[match[0].lower()], match[0])
        yield hit(words, f"“{words.text}” is another word than is meant.", f"Write “{right}”.")


RULE = Rule(
    id="CK-TEXT-SPELLING",
    level="warning",
    title="A word that is misspelt",
    why="A misspelt word is a blemish, and a search for it, or for the term that it belongs to, does not"
    " find it.",
    fails="""
1. ⟦Commissoning⟧

1.1 The Partners shall ⟦liase⟧ and keep ⟦seperate⟧ accounts ⟦form⟧ 1 April 2026.

1.2 The Council is the ⟦acountable⟧ body, and ⟦forecsats⟧ its spending as ⟦agreeed⟧. Under its
⟦governanance⟧ the costs of ⟦theCouncil⟧ are paid ⟦forthe⟧ year by the Council.
""",
    passes="""
1. Commissioning

1.1 The Partners shall liaise and keep separate accounts from 1 April 2026 in the form of
Schedule 1, and abide by the judgement of the court.
""",
    check=_check,
    yields_to=("CK-TERM-VARIANT",),
)
