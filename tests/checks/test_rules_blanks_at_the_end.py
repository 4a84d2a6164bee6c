"""Blanks where a text is signed and dated, details that are to come, and what a template left beside them."""

from __future__ import annotations

import pytest

from clausekit.checks.rules import load
from tests.checks.instruments import hits


def _told(id_: str, text: str) -> list[str]:
    return [hit.words.text.strip() for hit in hits(load(id_), text) if hit.confidence != "doubtful"]


_SIGNED = """
# Agreement

1. Work

1.1 The Council and the ICB work together.

Signed for the Council

Authorised signatory: {}

Signed for the ICB

Authorised signatory: {}
"""


@pytest.mark.parametrize("blank", ["[INSERT NAME]", "[Name]", "<<name>>"])
def test_a_name_is_missing_where_the_other_who_signs_has_one(blank: str) -> None:
    assert _told("CK-BLANK-INSERT", _SIGNED.format("Ann Bell, Chief Executive", blank)) == [blank]
    assert _told("CK-BLANK-INSERT", _SIGNED.format(blank, blank)) == []
    assert _told("CK-BLANK-INSERT", _SIGNED.format("....................", blank)) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1.1 Cover is at least £? million a year.", ["£?"]),
        ("1.1 The host is a charity of Dale, address to follow, which runs the hub.", ["address to follow"]),
        ("1.1 Each sends the other its address to follow up a complaint.", []),
        ("1.1 Is it worth £2? The Board says.", []),
    ],
)
def test_a_detail_is_to_come(text: str, told: list[str]) -> None:
    assert _told("CK-BLANK-TBC", f"1. Work\n\n{text}") == told


def test_a_date_without_its_day() -> None:
    dated = "Dated 2 March 2026\n\nTHIS AGREEMENT is made on {}2026\n\n1. Work\n\n1.1 It was agreed in 2026."
    assert _told("CK-BLANK-MARK", dated.format("")) == ["made on"]
    assert _told("CK-BLANK-MARK", dated.format("2 March ")) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "1.1 Staff are paid. DN: ask payroll whether this still holds. They stay.",
            ["DN: ask payroll whether this still holds."],
        ),
        ("1.1 Option A: Each party bears its own loss.", ["Option A: Each party bears its own loss."]),
        ("1.1 Option A is the one which the Board prefers.", []),
    ],
)
def test_what_a_template_says_beside_the_text(text: str, told: list[str]) -> None:
    assert _told("CK-LEFT-GUIDANCE", f"1. Work\n\n{text}") == told
