"""Titles of law: in wrong letters, with a wrong year, and where a name of the past has a right one in it."""

from __future__ import annotations

import pytest

from tests.checks.law_sentences import told

TITLES = ("CK-LAW-TITLE", "CK-LAW-YEAR")


@pytest.mark.parametrize(
    "name",
    [
        "Health and social Care Act 2012",
        "Health & Social care Act 2012",
        "National health Service Act 2006",
        "Health and Social Care Act 2008 (regulated Activities) Regulations 2014",
        "Contracts (Rights of third Parties) Act 1999",
        "Human Rights act 1998",
        "Care act 2014",
    ],
)
def test_a_small_letter_in_a_title_is_a_slip_and_no_other_act(name: str) -> None:
    assert told(f"The Partners act under the {name} here.", *TITLES) == [("CK-LAW-TITLE", name, "likely")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Partners act under the EQUALITY ACT 2010 and the Health and Social Care Act 2012.",
        "The care act 2014 is what staff call it for short.",
        "Under the Local Government and Housing Act 1989 and the Companies Act 2006 it is a company.",
        "The Care Act 2014 (Consequential Amendments) Order 2015 stands.",
        "They act 2014 times a year, and order 2015 pens.",
    ],
)
def test_titles_in_letters_of_their_own_are_left_alone(sentence: str) -> None:
    assert told(sentence, *TITLES) == []


def test_a_heading_has_capitals_of_its_own() -> None:
    assert (
        told("The Council keeps records.\n\n2. The Data protection act 2018\n\n2.1 It applies.", *TITLES)
        == []
    )


@pytest.mark.parametrize(
    "name", ["SECRETARY OF STATE FOR HEALTH AND SOCIAL CARE", "DEPARTMENT OF HEALTH & SOCIAL CARE"]
)
def test_a_name_in_capitals_may_be_longer_than_one_of_the_past(name: str) -> None:
    assert told(f"THE {name} pays.") == []
    assert [words for _, words, _ in told("THE DEPARTMENT OF HEALTH pays.")] == ["DEPARTMENT OF HEALTH"]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("It is made between the City of Dale and the North West Fell CCG.", "North West Fell CCG"),
        (
            "It is an Agreement with the Dale and Fell Clinical Commissioning Group.",
            "Dale and Fell Clinical Commissioning Group",
        ),
        ("The Council pays NHS Bath and North Dale CCG.", "NHS Bath and North Dale CCG"),
    ],
)
def test_the_name_of_a_body_begins_where_the_place_does(sentence: str, words: str) -> None:
    assert [found for _, found, _ in told(sentence)] == [words]


@pytest.mark.parametrize(
    ("sentence", "confidence"),
    [
        ("Section 31 of the Health Act 1999 enabled councils to delegate.", "doubtful"),
        ("The Data Protection Act 1998 gave people rights.", "doubtful"),
        ("The Council shall do what the Data Protection Act 1998 provided for.", "certain"),
        ("The Council keeps to the Data Protection Act 1998 provided that it is paid.", "certain"),
        ("Each Partner follows the rules that the Data Protection Act 1998 imposes.", "certain"),
    ],
)
def test_what_law_did_when_it_stood_is_history(sentence: str, confidence: str) -> None:
    assert [one for _, _, one in told(sentence)] == [confidence]
