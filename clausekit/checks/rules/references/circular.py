"""CK-REF-CIRCULAR: two provisions that each give way to the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.references import Reference
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules.references._found import own_references
from clausekit.checks.rules.references._period_told_by_its_term import periods_told_by_their_terms
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
_AS_TOLD = pattern(
    r"\b(?:(?:to|in|under|by|with) which"
    r"|(?:circumstances|cases?|conditions|manner|events?|matters|persons|extent|times?)"
    r"(?: (?:that|which))?|as|what)[ \u00a0\n]$",
    re.IGNORECASE,
)
_IT_TELLS = pattern(
    r"(?: \([^()]*\))?[ \u00a0\n](?:refers?|describes?|sets? out|provides?|mentions?|lists?|gives?|states?"
    r"|specif(?:y|ies)|defines?|appl(?:y|ies)|relates?)\b"
)
"""What surrounds a provision that tells what is meant: "the circumstances to which clause 7.3 refers"."""
_SHORT = 160
"""A provision that says no more than this, and sends the reader on, says nothing else."""


def _check(instrument: Instrument) -> Iterator[Hit]:
    for leads, follows, longest in (
        (_GIVES_WAY, None, 0), (_SENDS_ON, None, _SHORT), (_AS_TOLD, _IT_TELLS, _SHORT)
    ):  # fmt: skip
        steps: dict[tuple[Passage, Passage], Reference] = {}
        for reference in own_references(instrument):
            passage, target = reference.at.passage, reference.target
            if target is None or target is passage or not passage.number:
                continue
            if follows and not follows.match(reference.phrase.passage.text, reference.phrase.end):
                continue
            if leads.search(reference.phrase.before) and not (longest and len(passage.words) > longest):
                steps.setdefault((passage, target), reference)
        for (passage, target), reference in steps.items():
            back = steps.get((target, passage))
            if back is not None and instrument.place_of[target].order < instrument.place_of[passage].order:
                yield _hit(reference, back)
    for circle in periods_told_by_their_terms(instrument):
        reference = circle.reference
        yield hit(
            circle.words,
            f"“{circle.term}” is the period that {reference.kind} {reference.number} tells, which says only"
            f" that it is the {circle.term}.",
            "Say here how long it is, or from which day to which.",
            confidence="likely",
            related=(reference.phrase,),
        )


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

1.3 Emergency orders are placed only in the cases to which clause 1.4 refers.

1.4 The manager approves emergency orders in the cases to which ⟦clause 1.3⟧ refers.
""",
    passes="""
1. Costs

1.1 Subject to clause 1.2, each Partner bears its own costs.

1.2 Despite clause 1.1, the Partners share the costs of the pooled fund.

1.3 Emergency orders are placed only in the cases to which clause 1.4 refers.

1.4 The manager approves orders after a fall or a fire, and clause 1.3 applies to them.
""",
    check=_check,
)
