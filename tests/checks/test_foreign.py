"""How well each family of rules does on agreements that others wrote: what it must reach at least."""

from __future__ import annotations

import pytest

from tests.checks.foreign_texts import UNSEEN, measure

FAMILIES = {
    "CK-BLANK": (0.99, 0.98),
    "CK-DATE": (0.98, 0.97),
    "CK-FIGURE": (0.99, 0.94),
    "CK-LAW": (0.95, 0.98),
    "CK-LEFT": (0.99, 0.98),
    "CK-MISSING": (0.95, 0.95),
    "CK-NUMBER": (0.98, 0.95),
    "CK-PARTY": (0.95, 0.90),
    "CK-REF": (0.98, 0.95),
    "CK-TERM": (0.95, 0.90),
    "CK-TEXT": (0.98, 0.96),
}
"""Precision of errors and warnings, and recall."""


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_of_rules_finds_the_faults_of_foreign_texts_and_little_else(family: str) -> None:
    precision, recall = FAMILIES[family]
    score = measure(family, among=("CK",))
    assert score.precision >= precision, [f"{one.file}:{one.line} {one.message}" for one in score.false]
    assert score.recall >= recall, [str(fault) for fault in score.missed]


def test_what_rules_were_not_tuned_to_is_found_for_the_most_part() -> None:
    score = measure("CK", folder=UNSEEN)
    assert score.precision >= 0.86, [f"{one.file}:{one.line} {one.message}" for one in score.false]
    assert score.recall >= 0.74, [str(fault) for fault in score.missed]
