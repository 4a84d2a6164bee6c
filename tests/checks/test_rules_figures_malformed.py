"""Rules on figures: sums of money that are set as none is."""

from __future__ import annotations

import pytest

from tests.checks.test_rules_figures import found, table

_MALFORMED = "CK-FIGURE-MALFORMED"


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("The claim is £1,861.111.", ["£1,861.111"]),
        ("A move costs £4.5 in all.", ["£4.5"]),
        ("The Host is paid £13,245M a year, the Trust £12,500.", ["£13,245M"]),
        ("The budget is £4.5M, and travel is paid at £0.455 a mile.", []),
        ("It costs between £1.2 and £1.5 million.", []),
        ("Cheques 1247-£50.00,1257-£100.00 are not cashed.", []),
        ("A place costs £5-£10, as the age of the child may be.", []),
        ("All councils spend £95,000m, the ICBs £13,245m.", []),
    ],
)
def test_a_sum_in_the_text_can_be_read_in_one_way(said: str, wrong: list[str]) -> None:
    assert [words for words, _ in found(_MALFORMED, f"1. Money\n\n1.1 {said}\n")] == wrong


def test_a_sum_with_one_digit_of_pence_is_told_among_others_with_two() -> None:
    pence = table("Item / Sum", "A / £4.5", "B / £3.20", "C / £2.00", "D / £1.35")
    assert [words for words, _ in found(_MALFORMED, pence)] == ["£4.5"]
    millions = table("Item / £m", "A / £4.5", "B / £3.2", "C / £2.0")
    assert not found(_MALFORMED, millions)
