"""Parties in the place of others: strange names in lists of them, roles, employers, numbers of the others."""

from __future__ import annotations

import pytest

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules import load
from clausekit.texts import read
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


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The supplier deletes records on the Hospital’s instruction.", ["Hospital"]),
        ("The Charity shall repay what it has not spent.", ["Charity"]),
        ("The Trust’s staff work in the Hospital.", []),
        ("The University pays. Nothing done by the University shall count.", []),
        ("The Trust shall keep records on Dale’s behalf.", []),
        ("Harm to the City’s bridges is not insured.", []),
    ],
)
def test_a_body_that_is_no_party_is_not_bound(sentence: str, words: list[str]) -> None:
    assert told(f"{PARTIES}\n1. Records\n\n1.1 {sentence}\n", "CK-PARTY-ROLE") == words


_IN_A_SENTENCE = """MEMORANDUM

1. This memorandum (the MoU) is between Westmarch County Council (the County), Dale District Council (Dale)
and Weir Hospitals NHS Trust (the Trust), together called the Partners.
2. A Partner may leave if it gives the other {others} three months of notice.

Signed for
Westmarch County Council
Chief Executive
{signed}
Chief Executive
Weir Hospitals NHS Trust
Chief Executive
"""


def _told_in_lines(rule: str, others: str = "Partners", signed: str = "Dale District Council") -> list[str]:
    text = _IN_A_SENTENCE.format(others=others, signed=signed)
    instrument = Instrument(read(text, "example.txt", markdown=False).reading, "example.txt")
    return [hit.words.text for hit in load(rule).check(instrument) if hit.confidence != "doubtful"]


@pytest.mark.parametrize(
    ("signed", "words"), [("Dale District Council", []), ("Fell District Council", ["Fell District Council"])]
)
def test_who_signs_in_the_place_of_a_party_is_told(signed: str, words: list[str]) -> None:
    assert _told_in_lines("CK-PARTY-ROLE", signed=signed) == words


@pytest.mark.parametrize(("others", "words"), [("Partners", []), ("Partner", ["the other Partner"])])
def test_parties_named_in_one_sentence_are_counted(others: str, words: list[str]) -> None:
    assert _told_in_lines("CK-PARTY-TWO-WORDS", others=others) == words
