"""CK-REF-CIRCULAR: two provisions that each give way to the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.references import Reference
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules.references._found import own_references
from clausekit.patterns import pattern
from clausekit.reading import Passage

_GIVES_WAY = pattern(
    r"\bsubject(?: always)? to(?: the provisions of| the terms of)?[ \u00a0\n]$", re.IGNORECASE
)
_SENDS_ON = pattern(
    r"\b(?:(?:as )?(?:set out|provided|described|stated|specified|given|defined) (?:in|by|under)"
    r"|in accordance with|under|see)[ \u00a0\n]$",
    re.IGNORECASE,
)
_SHORT = 160
"""A provision that says no more than this, and sends the reader on, says nothing else."""


def _check(instrument: Instrument) -> Iterator[Hit]:
    for leads, longest in ((_GIVES_WAY, 0), (_SENDS_ON, _SHORT)):
        steps: dict[tuple[Passage, Passage], Reference] = {}
        for reference in own_references(instrument):
            passage, target = reference.at.passage, reference.target
            if target is None or target is passage or not passage.number:
                continue
            if leads.search(reference.phrase.before) and not (longest and len(passage.words) > longest):
                steps.setdefault((passage, target), reference)
        for (passage, target), reference in steps.items():
            back = steps.get((target, passage))
            if back is not None and instrument.place_of[target].order < instrument.place_of[passage].order:
                yield _hit(reference, back)


def _hit(reference: Reference, back: Reference) -> Hit:
    return hit(
        reference.phrase.part(reference.phrase.start, reference.at.end),
        f"“{reference.kind} {reference.number}” refers back to {reference.at.passage.number}:"
        " each of the two depends on the other.",
        "Say which of the two prevails, or put the rule into one of them.",
        confidence="likely",
        related=(back.phrase,),
    )


RULE = Rule(
    id="CK-REF-CIRCULAR",
    level="warning",
    title="Two provisions that each refer to the other for their meaning",
    why="If each of two provisions applies only subject to the other, neither prevails, and where they"
    " conflict nobody can say what applies.",
    fails="""
1. Costs

1.1 Subject to clause 1.2, each Partner bears its own costs.

1.2 Subject to ⟦clause 1.1⟧, the Partners share the costs of the pooled fund.
""",
    passes="""
1. Costs

1.1 Subject to clause 1.2, each Partner bears its own costs.

1.2 Despite clause 1.1, the Partners share the costs of the pooled fund.
""",
    check=_check,
)
