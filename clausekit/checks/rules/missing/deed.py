"""CK-MISSING-DEED: a deed that is not executed as one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.patterns import pattern

_CALLED_DEED = pattern(r"\b(?:this deed|deed of \w+)\b", re.IGNORECASE)
_EXECUTED = pattern(r"\bas (?:a|their|its) deed\b|\bseal(?:ed)?\b", re.IGNORECASE)


def _check(instrument: Instrument) -> Iterator[Hit]:
    signatures = [place for place in instrument.places if place.role == "signature"]
    begin = instrument.places[:20]
    named = [
        place
        for place in begin
        if place.role in ("cover", "heading") and _CALLED_DEED.search(place.passage.words)
    ]
    if not signatures or not named:
        return
    if any(_EXECUTED.search(place.passage.text) for place in instrument.places if place.role != "contents"):
        return
    for words, _ in instrument.search(_CALLED_DEED, "cover", "heading"):
        yield hit(
            words,
            f"“{words.text}” is called a deed, but is signed without words that make it one.",
            "Let each party execute it as a deed, by its seal or by signatures in the presence of a witness.",
            confidence="likely",
        )
        return


RULE = Rule(
    id="CK-MISSING-DEED",
    level="error",
    title="A deed that is not executed as a deed",
    why="An instrument is a deed only if it makes clear on its face that it is meant to be one and is"
    " executed as one (Law"
    " of Property (Miscellaneous Provisions) Act 1989, section 1). Otherwise what it promises without"
    " anything in return does not bind.",
    fails="""
# ⟦Deed of Variation⟧

1. Variation

1.1 Clause 14 of the Principal Agreement is varied.

2. Execution

Signed for and on behalf of Northmoor Council

Name:
""",
    passes="""
# Deed of Variation

1. Variation

1.1 Clause 14 of the Principal Agreement is varied.

2. Execution

Executed as a deed by affixing the common seal of Northmoor Council in the presence of:

Name:
""",
    check=_check,
    of_the_whole=True,
)
