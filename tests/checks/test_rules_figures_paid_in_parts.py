"""Sums that pay for units at a price, are paid each quarter, or are told in parts after "of which"."""

from __future__ import annotations

import pytest

from tests.checks.test_rules_figures_counted import words


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("The budget for Scheme 2 (£91,200) pays for 5,700 hours of visits at £16.00 an hour.", None),
        ("The budget for Scheme 2 (£91,200) pays for 5,070 hours of visits at £16.00 an hour.", "£91,200"),
        ("The grant of £84,000 buys 240 places at a price of £350 a place.", None),
        ("The grant of £84,000 buys 204 places at a price of £350 a place.", "£350"),
        ("The grant of £84,000 buys 204 places at £350 a place and pays the rent.", None),
        ("The grant of £84,000 buys at least 204 places at £350 a place.", None),
        ("The grant of £84,000 pays for 40 beds in homes at £350 a week.", None),
        ("The grant of £84,000 is for 204 places at £350 a place and £12,600 of rent.", None),
    ],
)
def test_a_sum_pays_for_units_at_a_price(said: str, wrong: str | None) -> None:
    assert words("CK-FIGURE-PARTS", f"1. Money\n\n1.1 {said}\n") == ([wrong] if wrong else [])


PAID = """1. Payment

1.1 The Council’s part of the Budget is £412,000, the ICB’s is £618,000 and the Trust’s is £96,000.

1.2 {}
"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        (
            "The Council shall pay the Host £103,000 at the beginning of each quarter and the ICB £154,500.",
            [],
        ),
        ("The Council shall pay the Host £130,000 at the beginning of each quarter.", ["£130,000"]),
        (
            "The ICB shall pay the Host £154,500 at the end of each quarter and the Trust shall pay £26,000.",
            ["£26,000"],
        ),
        ("The Trust pays £8,000 every month.", []),
        ("The Trust pays £800 every month for parking.", []),
        ("The Trust pays £20,000 in the first quarter and the rest when the work is done.", []),
        ("The ICB pays a fee of £150,000 for each quarter in which the Unit is open.", []),
    ],
)
def test_payments_of_a_body_make_its_sum_of_the_year(said: str, wrong: list[str]) -> None:
    assert words("CK-FIGURE-PARTS", PAID.format(said)) == wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        (
            "runs contracts worth £31.8 million a year in total, of which contracts worth £18.3 million "
            "are for the "
            "Council and contracts worth £13.5 million are for the ICB.",
            None,
        ),
        (
            "runs contracts worth £31.8 million a year in total, of which contracts worth £13.8 million "
            "are for the "
            "Council and contracts worth £13.5 million are for the ICB.",
            "£13.8 million",
        ),
        (
            "holds £318,400, of which £127,600 is for beds, £109,800 for visits and £80,100 for meals.",
            "£80,100",
        ),
        ("holds £318,400, of which £120,000 is for beds and £90,000 for visits.", None),
        (
            "holds £318,400 a year, of which £127,600 is for beds, £109,800 for visits and £83,100 for "
            "meals.",
            "£318,400",
        ),
        ("holds £318,400, of which £127,600 is for beds, £109,800 for visits and some for meals.", None),
        (
            "holds £318,400, of which £127,600 is for beds, £109,800 for visits and £80,100 for meals; "
            "the balance "
            "is held over.",
            None,
        ),
    ],
)
def test_parts_of_which_one_is_a_slip(said: str, wrong: str | None) -> None:
    assert words("CK-FIGURE-PARTS", f"1. Money\n\n1.1 The Unit {said}\n") == ([wrong] if wrong else [])
