"""CK-LAW-OVERTAKEN: a scheme, guidance or expression that later law has overtaken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules.law._gdpr import bare_gdpr
from clausekit.checks.rules.law._standing import gone
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage

_KEPT_UP = pattern(
    r"\b(?:amended|updated|revised|varied)\b[^.;]{0,20}\b(?:replaced|superseded|re-?issued)\b"
    r"|\b(?:current|latest) (?:edition|version)\b",
    re.IGNORECASE,
)
_DONE = pattern(
    r"\b(?:has|have|had)(?: (?:already|each|all|both|been))*"
    r" (?:sent|issued|given|published|displayed|made|used)\b[^.;]*$"
)
"""What was done is told in the words of its time."""
_EXPLAINED = pattern(r"s?[”\"’]?,? (?:\(?(?:within the meaning|as defined|as that term is defined)\b)")
_NEAR = 60
_LONGEST_LIST = 30


def _check(instrument: Instrument) -> Iterator[Hit]:
    for found in gone(instrument, ("expression", "guidance"), ("replaced",)):
        kept_up = _KEPT_UP.search(_with_its_lead(found.passage, instrument))
        done = _DONE.search(found.words.shortly_before(_NEAR))
        found = replace(found, related=(*found.related, *_law_that_explains(found.words, instrument)))
        yield replace(found, confidence="doubtful") if kept_up or done else found
    for words in bare_gdpr(instrument):
        yield hit(
            words,
            "“GDPR” may be that of the European Union or the UK GDPR, of which this text speaks elsewhere.",
            "Write “UK GDPR”, if that is meant.",
            confidence="likely",
        )


def _law_that_explains(words: Words, instrument: Instrument) -> Iterator[Words]:
    """Yield the Act that an expression is taken from: where that is told, the expression need not be."""
    explained = _EXPLAINED.match(words.after)
    for cited in instrument.citations if explained else ():
        if explained and cited.at.passage is words.passage and 0 <= cited.at.start - words.end <= _NEAR:
            yield cited.at


def _with_its_lead(passage: Passage, instrument: Instrument) -> str:
    """Return the words of a passage, after those that lead to the list of which it is an item."""
    order = instrument.place_of[passage].order
    for place in reversed(instrument.places[max(0, order - _LONGEST_LIST) : order]):
        if place.passage.text.endswith(":"):
            return f"{place.passage.text} {passage.text}"
    return passage.text


RULE = Rule(
    id="CK-LAW-OVERTAKEN",
    level="warning",
    title="An expression, scheme or guidance that has been overtaken",
    why="Words that the law no longer uses have no meaning that a court could look up, and a scheme that"
    " has ended cannot be followed.",
    fails="""
1. Data

1.1 The Partners shall protect ⟦sensitive personal data⟧ and meet the standards of the ⟦IG Toolkit⟧.
""",
    passes="""
1. Data

1.1 The Partners shall protect special categories of personal data and meet the standards of the Data
Security and
Protection Toolkit.
""",
    yields_to=("CK-LAW-REPEALED",),
    check=_check,
)
