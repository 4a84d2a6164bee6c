"""Figures that cannot be: ranges turned round, days and members told otherwise, sums of two periods."""

from __future__ import annotations

import pytest

from clausekit.checks.rules import load
from tests.checks.instruments import hits


def _told(sentence: str) -> list[str]:
    text = f"1. Fund\n\n1.1 The Council keeps the fund.\n\n1.2 {sentence}\n"
    return [hit.words.text for hit in hits(load("CK-FIGURE-RANGE"), text)]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The rate of success ranges from 70% to 35% of them.", "ranges from 70% to 35%"),
        ("It pays between £900 and £600 a case.", "between £900 and £600"),
        ("It pays between £1.2 million and £900,000.", "between £1.2 million and £900,000"),
        ("It answers within 5 to 3 working days.", "5 to 3 working days"),
        ("The aim is to reduce smoking from 3% to 8% or less.", "reduce smoking from 3% to 8%"),
        ("The fee rises from £500 to £450 in May.", "rises from £500 to £450"),
        (
            "It asks for at least five members and no more than three members.",
            "at least five members and no more than three members",
        ),
        (
            "It lasts no more than two weeks and at least one month.",
            "no more than two weeks and at least one month",
        ),
        ("Whoever misses 150% of the meetings leaves.", "150% of the meetings"),
    ],
)
def test_what_is_the_wrong_way_round_is_told(sentence: str, words: str) -> None:
    assert _told(sentence) == [words]


@pytest.mark.parametrize(
    "sentence",
    [
        "The rate ranges from 35% to 70%, and the hall is open between 10 and 4.",
        "The gap is split between 60% and 40%, or between 70% and 20%.",
        "The fee moves from £500 to £450. The wait is cut from 5 to 3 working days.",
        "It lasts at least six weeks and no more than three months.",
        "It has at least six members and no more than three of them from the Trust.",
        "It made 120% of the planned visits and saw 110% of patients forecast.",
        "The fee rises by 5% from £100 in May to £105, and from 5 to 20 May it is free.",
        "The wait of 2.9 days is cut from that of 2024/25, to 1.5 days or less.",
        "The number falls from 12 in the north to 15 in the south. Prices rise from 30 April to 1 May.",
    ],
)
def test_what_only_looks_turned_round_is_left_alone(sentence: str) -> None:
    assert _told(sentence) == []


@pytest.mark.parametrize(
    ("rule", "sentence", "words"),
    [
        ("CK-FIGURE-CHANGES", "It answers within 15 days. Within these 14 days the ICB waits.", ["14 days"]),
        ("CK-FIGURE-CHANGES", "It gives three months’ notice. Those three months are clear.", []),
        ("CK-FIGURE-CHANGES", "It gives three months or six months. These two months count.", []),
        (
            "CK-FIGURE-CHANGES",
            "It is kept for 6 years. The seven year retention period ends.",
            ["seven year"],
        ),
        ("CK-FIGURE-CHANGES", "It is kept for 7 years. The seven-year retention period ends.", []),
        ("CK-FIGURE-MALFORMED", "The population is 2,624,62 in all.", ["2,624,62"]),
        ("CK-FIGURE-MALFORMED", "The population is 2,624,620; see pages 4,5 and 1,234.", []),
    ],
)
def test_days_told_again_and_numbers_that_lack_a_digit(rule: str, sentence: str, words: list[str]) -> None:
    text = f"1. Fund\n\n1.1 The Council keeps the fund.\n\n1.2 {sentence}\n"
    assert [hit.words.text for hit in hits(load(rule), text)] == words


@pytest.mark.parametrize(
    ("items", "sentence", "words"),
    [
        (("the Leader;", "the Mayor; and", "the Dean."), "The Board has six voting members.", ["six"]),
        (("the Leader;", "the Mayor; and", "the Dean."), "The Board has three voting members.", []),
        (("the Leader;", "two Mayors; and", "the Dean."), "The Board has six voting members.", []),
        (("the Leader;", "nurses; and", "the Dean."), "The Board has six voting members.", []),
        (("the Leader;", "the Mayor; and", "the Dean."), "The six members in the north vote.", []),
    ],
)
def test_members_are_counted_against_their_list(
    items: tuple[str, ...], sentence: str, words: list[str]
) -> None:
    listed = "\n\n".join(f"- {item}" for item in items)
    text = f"1. Board\n\n1.1 The voting members of the Board are:\n\n{listed}\n\n1.2 {sentence}\n"
    assert [hit.words.text for hit in hits(load("CK-FIGURE-CHANGES"), text)] == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("It pays £124,500 (in words so much) per annum in quarterly instalments of £31,250.", ["£31,250"]),
        ("It pays £120,000 a year in monthly instalments of £10,000.", []),
        ("The fee is £1,000 a month, £13,000 a year.", ["£13,000"]),
        ("The fee is £1,000 a month (£12,000 a year).", []),
        ("It pays £120,000 a year and £1,000 a month for rent.", []),
        ("The price is £124,500. VAT is payable at 20% (£24,990).", ["£24,990"]),
        ("The price is £124,500. VAT is payable at 20% (£24,900).", []),
        ("The price is £124,500. VAT is payable at 20% (£5,000).", []),
    ],
)
def test_sums_of_two_periods_and_the_tax_on_one(sentence: str, words: list[str]) -> None:
    text = f"1. Fund\n\n1.1 The Council keeps the fund.\n\n1.2 {sentence}\n"
    assert [hit.words.text for hit in hits(load("CK-FIGURE-PARTS"), text)] == words
