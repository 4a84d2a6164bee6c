"""CK-REF-WORD: "clause" for a paragraph of a schedule, and the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.references import Reference
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules.references._found import is_numbered, word_of_the_body
from clausekit.reading import Passage


def _check(instrument: Instrument) -> Iterator[Hit]:
    pointing = [
        (one, one.target)
        for one in instrument.references
        if one.is_own and one.target is not None and not one.apart
    ]
    usual = word_of_the_body(instrument)
    for reference, target in pointing:
        right = _right(reference, target, usual)
        if right:
            where = (
                f"{target.division}, whose provisions are paragraphs"
                if target.division
                else f"the body, whose provisions are {usual}s"
            )
            yield hit(
                reference.phrase.part(reference.phrase.start, reference.at.end),
                f"“{reference.kind} {reference.number}” is a provision of {where}.",
                f"Write “{right} {reference.number}”.",
            )


def _right(reference: Reference, target: Passage, usual: str) -> str:
    if not is_numbered(reference) or target.heading == 1:
        return ""
    if target.division:
        return "paragraph" if reference.kind == "clause" else ""
    return usual if reference.kind != usual else ""


RULE = Rule(
    id="CK-REF-WORD",
    level="info",
    title="“Clause” for a paragraph of a schedule, or the other way round",
    why="Clauses are of the body, paragraphs of the schedules. Where the words are kept apart a number"
    " cannot be taken for that of another part; where they are not, it can.",
    fails="""
1. Term

1.1 This agreement ends as ⟦clause 1.1⟧ of Schedule 1 provides, and clause 1.2 applies.

1.2 It can be renewed under clause 1.1.

# Schedule 1

## Ending

1. Notice

1.1 Notice is given in writing.
""",
    passes="""
1. Term

1.1 This agreement ends as paragraph 1.1 of Schedule 1 provides, and clause 1.2 applies.

1.2 It can be renewed.

# Schedule 1

## Ending

1. Notice

1.1 Notice is given in writing, and paragraph (a) of clause 1.1 applies.
""",
    check=_check,
)
