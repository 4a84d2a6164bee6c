"""Shares that sentences tell of the rows of a table, and numbers that steps make in all."""

from __future__ import annotations

import pytest

from tests.checks.test_rules_figures import found

TABLE = """1. Money

1.1 The sums are these.

| Partner | 2026/27 (£) | 2027/28 (£) | Total (£) |
|---|---|---|---|
| Council | 600,000 | 610,000 | 1,210,000 |
| ICB | 380,000 | 420,000 | 800,000 |
| Trust | 20,000 | 30,000 | 50,000 |
| Total | 1,000,000 | 1,060,000 | 2,060,000 |

1.2 {}
"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        (
            "The share of the Council is 60.0 per cent. of the total for 2026/27, that of the ICB"
            " 38.0 per cent. and that of the Trust 2.5 per cent.",
            ["2.5 per cent"],
        ),
        ("The Council provides 60% of the Budget in 2026/27, the ICB 36% and the Trust 2%.", ["36%"]),
        ("The largest Partner, the Council, provides 57.8% of the total over both years.", ["57.8%"]),
        ("The largest Partner, the Council, provides 58.7% of the total over both years.", []),
        ("The Council provides 60% of the Budget in 2026/27, the ICB 38% and the Trust 2%.", []),
        ("The Council bears 55% of an overspend of the Fund and the ICB 45%.", []),
        ("The ICB pays 50% of the cost of the manager.", []),
        ("The ICB funds 40% of the cost of the carers’ breaks and the Council 60%.", []),
        ("The Council must keep 20% of its budget for carers.", []),
    ],
)
def test_a_share_that_is_told_of_a_row_is_what_the_table_makes(said: str, wrong: list[str]) -> None:
    assert [words for words, _ in found("CK-FIGURE-SHARE", TABLE.format(said))] == wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("The wait comes down by 1.2 days in Period 1 and 1.0 day in Period 2, 2.4 days in all.", ["2.4"]),
        ("That is 1,600 calls in Period 1 and 3,600 in Period 2, so 5,400 over the life of it.", ["5,400"]),
        ("It makes 40 visits in Year 1, 60 in Year 2 and 80 in Year 3, 190 in all.", ["190"]),
        ("There are 120 places in the first year and 150 in the second, making 280 altogether.", ["280"]),
        ("It saves £40,000 in 2026/27 and £60,000 in 2027/28, £110,000 in total.", ["£110,000"]),
        ("The wait comes down by 1.2 days in Period 1 and 1.0 day in Period 2, 2.2 days in all.", []),
        ("Up to 40 places in Year 1 and 60 in Year 2, 90 in all, are paid for.", []),
        ("The list falls from 400 in Year 1 to 300 in Year 2, 350 overall.", []),
    ],
)
def test_what_steps_make_in_all_is_told_as_it_is(said: str, wrong: list[str]) -> None:
    assert [words for words, _ in found("CK-FIGURE-PARTS", f"1. Aims\n\n1.1 {said}\n")] == wrong
