"""CK-REF-NOT-USED: a reference to a provision that was taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.references import Reference
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules.references._found import own_references
from clausekit.checks.rules.references._headings import headings_of
from clausekit.patterns import pattern
from clausekit.reading import Passage

_EMPTY = pattern(
    r"[\s\[(]*(?:clause |schedule |paragraph |this (?:clause|schedule|paragraph|page) (?:is |has been )?)?"
    r"(?:not (?:in )?used?|deleted|reserved|intentionally (?:left )?(?:blank|omitted|deleted)|omitted"
    r"|no longer used|spare|void)[\s\]).]*",
    re.IGNORECASE,
)
_OUTERMOST = pattern(r"\d+[A-Z]*")


def _check(instrument: Instrument) -> Iterator[Hit]:
    titles = headings_of(instrument)
    empty = {
        place.passage
        for place in instrument.places
        if place.role in ("text", "heading") and _is_empty(place.passage, titles.get(place.passage, ""))
    }
    clauses = {(passage.division, passage.number): passage for passage in empty if passage.number}
    for reference in own_references(instrument) if empty else ():
        target = reference.target or _above(reference, clauses)
        if target in empty:
            yield hit(
                reference.phrase.part(reference.phrase.start, reference.at.end),
                f"“{reference.kind} {reference.number}” points to what is no longer used.",
                "Take the reference out, or put in the number of the provision that is meant now.",
            )


def _is_empty(passage: Passage, title: str) -> bool:
    return bool(_EMPTY.fullmatch(passage.words)) or bool(title and _EMPTY.fullmatch(title))


def _above(reference: Reference, clauses: dict[tuple[str, str], Passage]) -> Passage | None:
    """Return the clause that was taken out of which a reference names a part: clause 9 for "clause 9.2"."""
    clause = _OUTERMOST.match(reference.number)
    return clauses.get(("", clause[0])) if clause and reference.kind in ("clause", "section") else None


RULE = Rule(
    id="CK-REF-NOT-USED",
    level="error",
    title="A reference to a provision that is marked as not used",
    why="The provision was taken out and its number kept, so that the other numbers stay. What still"
    " refers to it has lost its meaning.",
    fails="""
1. Term

1.1 This agreement ends as ⟦clause 2⟧ provides, and notice is given as in ⟦clause 2.3⟧.

2. [Not used]

3. Funds

3.1 The Partners keep a pooled fund.
""",
    passes="""
1. Term

1.1 This agreement ends as clause 3 provides.

2. [Not used]

3. Ending

3.1 A Partner may end it by notice.
""",
    check=_check,
)
