"""Units that things take in all, numbers for a quarter and a year, and things at a price in a row."""

from __future__ import annotations

import pytest

from tests.checks.test_rules_figures import found

TABLE = """1. Money

1.1 The lines are:

| Line | £ |
|---|---|
| Carers' breaks | 300,000 |
| Grants | 2,164,500 |
"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        (
            "We deliver 480 starts a quarter, 1,920 a year. At 30 hours a start this is 56,700 hours.",
            ["56,700"],
        ),
        ("There are 24 workshops of 3 hours each, making 27 hours of training.", ["27"]),
        ("It assumes 600 visits. With two hours for each visit that is 1,300 hours.", ["1,300"]),
        ("Each of the 40 schools gets visits; at 6 visits a school this makes 260 visits.", ["260"]),
        ("The Scheme will deliver 480 starts a quarter, 1,290 in the Financial Year.", ["1,290"]),
        ("We plan 45 referrals a month, 450 a year.", ["450"]),
        ("We deliver 480 starts a quarter, 1,920 a year. At 30 hours a start this is 57,600 hours.", []),
        ("There are 24 workshops of 3 hours each; staff need 75 hours of training.", []),
        ("Staff see 12 patients a month, 40 visits a year are paid for by the ICB.", []),
        ("We plan 45 referrals a month, and 90 reviews in the year.", []),
    ],
)
def test_units_in_all_are_what_things_take_each(said: str, wrong: list[str]) -> None:
    assert [words for words, _ in found("CK-FIGURE-PARTS", f"1. Aims\n\n1.1 {said}\n")] == wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("The grants line assumes 158 grants at an average of £11,700.", ["158"]),
        ("The carers' breaks budget pays for 550 breaks at £600 each.", ["550"]),
        ("The grants line assumes 185 grants at an average of £11,700.", []),
        ("The carers' breaks line pays for 333 breaks at an average of £900.", []),
        ("The grants budget includes 500 beds at £600 each.", []),
    ],
)
def test_things_at_a_price_make_the_sum_of_the_row_that_pays_for_them(said: str, wrong: list[str]) -> None:
    assert [words for words, _ in found("CK-FIGURE-DISAGREES", f"{TABLE}\n1.2 {said}\n")] == wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("The tablets cost £260 for each pupil.", ["£260"]),
        ("A tablet costs £240 a pupil.", ["£240"]),
        ("A bench costs £1,200 for each school.", ["£1,200"]),
        ("The tablets cost £250 for each pupil.", []),
        ("The tablets cost about £255 for each pupil.", []),
        ("The tablets cost up to £260 for each pupil.", []),
        ("The Council pays £260 for each pupil who leaves.", []),
        ("The tablets cost £700 for each pupil.", []),
    ],
)
def test_the_price_of_each_is_that_of_the_row_for_all(said: str, wrong: list[str]) -> None:
    rows = "| What | Cost |\n|---|---|\n| Tablets for 120 pupils | £30,000 |\n| 12 schools | £12,000 |"
    text = f"1. Money\n\n1.1 The lines are:\n\n{rows}\n\n1.2 {said}\n"
    assert [words for words, _ in found("CK-FIGURE-PARTS", text)] == wrong
