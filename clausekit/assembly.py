"""Puts clauses and schedules together into a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from clausekit.model import Document
from clausekit.problems import Finding, Source
from clausekit.walk import clauses


def repeated_families(document: Document) -> Iterator[Finding]:
    """Yield a finding for each family of which the document has more than one clause.

    A reference to a family must find one clause, so two siblings cannot stand in one document.
    """
    count = Counter(clause.key for clause in clauses(document))
    for clause in clauses(document):
        if count[clause.key] > 1:
            count[clause.key] = 0
            siblings = [other.id for other in clauses(document) if other.key == clause.key]
            yield Finding(
                "repeated-family",
                f"The document has more than one clause of the family {clause.key}: {', '.join(siblings)}.",
                Source(clause.file),
                excerpt=clause.id,
                remedy="Keep one of them in the template, or give each a condition that excludes the other.",
            )
