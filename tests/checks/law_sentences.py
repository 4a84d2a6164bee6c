"""What the rules for law say of one sentence, as the tests of law ask it."""

from __future__ import annotations

from datetime import date

from clausekit.checks.rules import load
from tests.checks.instruments import AS_AT, hits

STANDING = ("CK-LAW-REPEALED", "CK-LAW-BODY-ABOLISHED", "CK-LAW-BODY-RENAMED", "CK-LAW-OVERTAKEN")
"""The rules for what stands no more."""


def clause(sentence: str) -> str:
    """Return a small agreement of which a sentence is the only clause."""
    return f"1. Duties\n\n1.1 {sentence}\n"


def told(sentence: str, *rules: str, as_at: date = AS_AT) -> list[tuple[str, str, str]]:
    """Return what rules say of a sentence: rule, words, confidence; those for what stands no more if none."""
    return [
        (id_, hit.words.text, hit.confidence)
        for id_ in rules or STANDING
        for hit in hits(load(id_), clause(sentence), as_at)
    ]
