"""Growth that a sentence tells of each year, or from a day on, of what a table has for several years."""

from __future__ import annotations

import pytest

from tests.checks.test_rules_figures import found

TABLE = """1. Money

1.1 The sums are these.

Table 1: Contributions

| Partner | 2027/28 (£) | 2028/29 (£) | 2029/30 (£) |
|---|---|---|---|
| Council | 640,000 | 656,000 | 672,400 |
| ICB | 1,360,000 | 1,394,000 | 1,428,850 |
| Total | 2,000,000 | 2,050,000 | 2,101,250 |

1.2 {}
"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("Contributions rise by 2.5% on 1 April 2028 and by 3.5% on 1 April 2029, as Table 1 shows.", "3.5%"),
        ("Contributions increase by 2% each year.", "2%"),
        ("The Contributions are increased by 3% in each Financial Year.", "3%"),
        ("The contribution of the Council increases by 3% annually.", "3%"),
        ("The Contributions have been uplifted by 3.0% from 1 April 2028.", "3.0%"),
    ],
)
def test_growth_of_each_year_is_that_of_the_table(said: str, wrong: str) -> None:
    assert [words for words, _ in found("CK-FIGURE-SHARE", TABLE.format(said))] == [wrong]


@pytest.mark.parametrize(
    "said",
    [
        "Contributions rise by 2.5% on 1 April 2028 and by 2.5% on 1 April 2029, as Table 1 shows.",
        "Contributions increase by 2.5% each year.",
        "The salary of the manager increases by 3% annually.",
        "Contributions may increase by up to 5% each year.",
        "The fee increases by 3% each year.",
        "The price rises by 4% on 1 April 2028.",
        "If the Contributions rise by 5% each year the Board reviews them.",
    ],
)
def test_growth_of_something_else_is_not_that_of_the_table(said: str) -> None:
    assert found("CK-FIGURE-SHARE", TABLE.format(said)) == []
