"""CK-REF-ITSELF: a clause that refers to itself as if to another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.references import Reference
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.fragments import numbers_printed_in
from clausekit.checks.rules.references._found import own_references
from clausekit.patterns import pattern
from clausekit.recognition.references import PROVISIONS

_SHORT = 600
_AS_ANOTHER = pattern(
    r"\b(?:subject(?: always)? to|nothing in|notwithstanding|despite|without prejudice to"
    r"|in accordance with|see"
    r"|(?:have|has|having|had) (?:due )?regard to"
    r"|(?:comply|complies|compliance|conflicts?) with|read (?:together )?with"
    r"|except as (?:set out|provided) (?:in|by)"
    r"|(?:as )?(?:set out|provided|described|specified|defined|referred to) (?:in|at|under)"
    r"|(?:dealt with|governed|regulated) (?:in|by|under))"
    r"(?: the provisions of)?[ \u00a0\n(]$",
    re.IGNORECASE,
)

_AS_EXCEPTION = pattern(
    r"\b(?:unless|except(?:ing)?|save|other than|apart from)\b[^.;]{0,80}"
    r"\b(?:under|by|in|as|with|by virtue of|pursuant to)[ \u00a0\n]$",
    re.IGNORECASE,
)
"""What stands before the provision that makes an exception: "unless the chair allows it under"."""


def _check(instrument: Instrument) -> Iterator[Hit]:
    for reference in own_references(instrument):
        if reference.target is not reference.at.passage or reference.this:
            continue
        before = reference.phrase.before
        as_another = _AS_ANOTHER.search(before) or _AS_EXCEPTION.search(before)
        if reference.kind in PROVISIONS and as_another:
            yield hit(
                reference.phrase.part(reference.phrase.start, reference.at.end),
                f"“{reference.kind} {reference.number}” is the very provision in which these words stand.",
                f"Put in the number that is meant, or write “this {reference.kind}”.",
                confidence="likely" if _is_one_provision(reference, instrument) else "doubtful",
            )


def _is_one_provision(reference: Reference, instrument: Instrument) -> bool:
    """Tell whether a reference stands in its passage's own provision, not in one that was joined to it."""
    passage = reference.at.passage
    first = next(instrument.sentences_of(passage), None)
    is_first = first is not None and reference.at.end <= first.end
    return is_first or (len(passage.text) <= _SHORT and numbers_printed_in([passage]) <= {passage.number})


RULE = Rule(
    id="CK-REF-ITSELF",
    level="warning",
    title="A clause that refers to itself as if to another",
    why="A provision cannot be subject to itself: another was meant, and what that one says is left out"
    " of account.",
    fails="""
1. Costs

1.1 Each Partner bears its own costs.

1.2 Subject to ⟦clause 1.2⟧, the Partners share the costs of the pooled fund.
""",
    passes="""
1. Costs

1.1 Each Partner bears its own costs, in accordance with this clause 1.1.

1.2 Subject to clause 1.1, the Partners share the costs of the pooled fund. A payment under clause 1.2 is made
within 30 days.
""",
    check=_check,
)
