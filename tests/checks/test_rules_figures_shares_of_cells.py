"""Sums that are a percentage of what a table has: of a year, or of what is paid in a quarter."""

from __future__ import annotations

import pytest

from tests.checks.test_rules_figures import found

TABLE = """6. Contributions

6.1 The Contributions are:

| Partner | Share | 2026/27 (£) | 2027/28 (£) | Both years (£) |
|---|---|---|---|---|
| Council | 74.29% | 600,600 | 618,618 | 1,219,218 |
| ICB | 25.71% | 207,900 | 214,137 | {} |
| Total | 100.00% | 808,500 | 832,755 | 1,641,255 |

7. Underspends

7.1 An Underspend shall be carried forward up to two per cent. of the Contributions for the year.

8. Payment

8.1 {}
"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("The limit in clause 7.1 is accordingly £16,655.10 for 2026/27.", "£16,655.10"),
        ("The limit in clause 7.1 is accordingly £16,710 for 2026/27.", "£16,710"),
        (
            "It may hold back 2% of its next quarterly payment: £3,003 or, for the ICB, £1,309.50.",
            "£1,309.50",
        ),
        ("Each pays 5% into a reserve, being £30,030 from the Council and £10,359 from the ICB.", "£10,359"),
    ],
)
def test_a_sum_is_the_percentage_of_a_cell_that_it_was_meant_to_be(said: str, wrong: str) -> None:
    assert [words for words, _ in found("CK-FIGURE-SHARE", TABLE.format("422,037", said))] == [wrong]


@pytest.mark.parametrize(
    "said",
    [
        "The limit in clause 7.1 is accordingly £16,170 for 2026/27.",
        "It may hold back 2% of its next quarterly payment: £3,003 or, for the ICB, £1,039.50.",
        "The fee in clause 7.1 is £20,000 for 2026/27.",
        "For late payment 2% is added: £1,000 for the first month and £2,500 for the second.",
        "The Council pays £30,030 and the ICB £10,359 for audit, of which 5% is returned.",
    ],
)
def test_a_sum_of_something_else_is_no_percentage_of_a_cell(said: str) -> None:
    assert found("CK-FIGURE-SHARE", TABLE.format("422,037", said)) == []


def test_percentages_are_no_part_of_what_a_column_of_totals_makes() -> None:
    assert [words for words, _ in found("CK-FIGURE-SUM", TABLE.format("422,307", "It is paid."))] == [
        "422,307"
    ]
