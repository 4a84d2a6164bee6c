"""Parties in the place of others: strange names in lists of them, roles, employers, numbers of the others."""

from __future__ import annotations

import pytest

from clausekit.checks.rules import load
from tests.checks.instruments import hits

PARTIES = """
Parties

(1) Westmarch County Council (“the County”);

(2) Dale Borough Council (“Dale”); and

(3) Weir Hospitals NHS Foundation Trust (“the Trust”).
"""


def told(text: str, rule: str) -> list[str]:
    """Return the words that a rule tells in a text."""
    return [hit.words.text for hit in hits(load(rule), text)]


@pytest.mark.parametrize(
    ("third", "words"),
    [
        ("Weir Hospitals NHS Foundation Trust", []),
        ("The Trust", []),
        ("Moor Community Services NHS Trust", ["Moor Community Services NHS Trust"]),
        ("Other bodies", []),
    ],
)
def test_a_list_of_the_parties_has_their_names(third: str, words: list[str]) -> None:
    table = f"""
1. Approval

| Partner | Approved by |
|---|---|
| Westmarch County Council | Cabinet |
| Dale Borough Council | Cabinet |
| {third} | Board |
"""
    assert told(PARTIES + table, "CK-PARTY-NAME-CHANGES") == words


def test_partners_may_be_those_of_a_definition() -> None:
    text = """
1. Words

**Partner** means each of Westmarch County Council, Dale Council and Weir Hospice.

2. Approval

| Partner | Approved by |
|---|---|
| Westmarch County Council | Cabinet |
| Fell District Council | Cabinet |
| Weir Hospice | Trustees |
"""
    assert told(text, "CK-PARTY-NAME-CHANGES") == ["Fell District Council"]
    assert told(text.replace("Fell District", "Dale"), "CK-PARTY-NAME-CHANGES") == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The Trust and Dale pay the Host each quarter.", []),
        ("The County and Dale pay the Host each quarter.", ["County"]),
        ("The County, as host, pays the Hosting Team each quarter.", []),
        ("The Trust repays the County and the Borough their costs.", ["Borough"]),
        ("The Trust serves the people of the County and the Borough of Moor.", []),
        ("The Trust serves the County and the Borough.", []),
        ("An Underspend is returned to Moor City Council.", ["Moor City Council"]),
        ("An Underspend is returned to Dale Borough Council.", []),
        ("Records are returned to Moor City Council.", []),
    ],
)
def test_a_party_does_not_stand_for_another(sentence: str, words: list[str]) -> None:
    text = f"{PARTIES}\n1. Words\n\n**Host** means the County.\n\n2. Money\n\n2.1 {sentence}\n"
    assert told(text, "CK-PARTY-ROLE") == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The County employs the manager of the hub (“the Hub Manager”).", []),
        ("Dale employs the manager of the hub (“the Hub Manager”).", ["Dale"]),
        ("Dale employs the nurses.", ["Dale"]),
        ("Dale employs the cleaners.", []),
    ],
)
def test_who_employs_whom_is_told_as_in_the_table(sentence: str, words: list[str]) -> None:
    table = "| Post | Employer |\n|---|---|\n| Hub Manager | County |\n| Nurse | Trust |\n"
    assert told(f"{PARTIES}\n1. Staff\n\n1.1 {sentence}\n\n{table}", "CK-PARTY-ROLE") == words


@pytest.mark.parametrize(("number", "found"), [("three", []), ("four", ["four"]), ("two", [])])
def test_the_others_are_one_fewer_than_all(number: str, found: list[str]) -> None:
    text = f"1. Money\n\n1.1 We, the four Partners, agree.\n\n1.2 It invoices the other {number} Partners.\n"
    assert told(text, "CK-FIGURE-CHANGES") == found
