"""Shares of a fund that a table has, of a total that bodies divide, growth of prices, staff in a column."""

from __future__ import annotations

import pytest

from tests.checks.test_rules_figures_counted import words

FUND = """1. Fund

1.1 The Partners contribute as follows in 2027/28:

| Purpose | Council (£) | ICB (£) | Total (£) |
|---|---|---|---|
| Beds | 412,500 | 637,500 | 1,050,000 |
| Visits | 208,000 | 266,600 | 474,600 |
| Total | 620,500 | 904,100 | 1,524,600 |
| Share of the Joint Fund | 40.7% | 59.3% | 100.0% |

1.2 An overspend is borne as follows:

(a) the first {} shall be borne equally; and

(b) any further sum up to {} shall be borne by the Council.
"""


@pytest.mark.parametrize(
    ("first", "further", "wrong"),
    [
        ("£30,492 (2 per cent of the Joint Fund)", "£76,230 (5% of the Joint Fund)", []),
        ("£30,492 (3 per cent of the Joint Fund)", "£76,230 (5% of the Joint Fund)", ["3 per cent"]),
        ("£30,942 (2 per cent of the Joint Fund)", "£76,320 (5% of the Joint Fund)", ["£30,942", "£76,320"]),
        ("£30,492 (2 per cent of the Joint Fund)", "£76,230 (4% of the Joint Fund)", ["4%"]),
        ("£30,492 (about 2.5% of the Reserve Fund)", "£75,000 (about 6% of the Joint Fund)", []),
        ("£30,000 (2 per cent of the Joint Fund)", "up to 6% of the Joint Fund (£80,000)", []),
    ],
)
def test_shares_of_what_a_table_comes_to(first: str, further: str, wrong: list[str]) -> None:
    assert words("CK-FIGURE-SHARE", FUND.format(first, further)) == wrong


DIVIDED = "1. Risk\n\n1.1 What is left over shall be borne {}. {}\n"


@pytest.mark.parametrize(
    ("shares", "said", "wrong"),
    [
        (
            "by the Council as to 45% and by the ICB as to 55%, up to a total of £600,000",
            "The Council’s share of that total is £207,000.",
            ["£207,000"],
        ),
        (
            "by the Council as to 45% and by the ICB as to 55%, up to a total of £600,000",
            "The Council’s share of that total is £270,000 and the ICB’s is £330,000.",
            [],
        ),
        (
            "as to 45% by the Council and 55% by the ICB, but not above £600,000 a year",
            "The ICB’s part of that sum is £303,000.",
            ["£303,000"],
        ),
        (
            "by the Council (45%) and the ICB (55%) up to £600,000",
            "The ICB’s share is therefore £330,000, and that of the Council is £290,000.",
            ["£290,000"],
        ),
        (
            "by the Council (45%) and the ICB (55%) up to £600,000",
            "The Council’s share of the costs of the move is £12,000.",
            [],
        ),
        ("by the Council (45%) and the ICB (45%) up to £600,000", "The ICB’s share is £300,000.", []),
        ("by the Council (45%) and the ICB (55%) up to £600,000", "The Council’s insurance is £5,000.", []),
    ],
)
def test_shares_of_the_total_that_is_divided(shares: str, said: str, wrong: list[str]) -> None:
    assert words("CK-FIGURE-SHARE", DIVIDED.format(shares, said)) == wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("rise by 4 per cent from £18.50 an hour in 2026/27 to £19.94 an hour in 2027/28", ["4 per cent"]),
        ("rise by 4 per cent from £18.50 an hour in 2026/27 to £19.24 an hour in 2027/28", []),
        ("rise by 3.5% from £4.10 a mile in 2026/27 to £4.24 a mile in 2027/28", []),
        ("rise from £18.50 a visit to £19.94 a visit, an increase of 4%", ["4%"]),
        ("rise by 5% from £40 per person to £42 per person", []),
    ],
)
def test_prices_of_a_thing_grow_as_said(said: str, wrong: list[str]) -> None:
    assert words("CK-FIGURE-SHARE", f"1. Prices\n\n1.1 The prices of the Provider {said}.\n") == wrong


STAFF = """1. Team

1.1 The team is as follows:

| Post | WTE | Cost (£) |
|---|---|---|
| Manager | 1.0 | 61,300 |
| Nurses | 2.5 | 112,400 |
| Clerk | 0.6 | 17,200 |
| Stationery | | 2,100 |
| Total | {} | 193,000 |
"""


def test_posts_are_told_exactly() -> None:
    assert words("CK-FIGURE-SUM", STAFF.format("4.4")) == ["4.4"]
    assert words("CK-FIGURE-SUM", STAFF.format("4.1")) == []
