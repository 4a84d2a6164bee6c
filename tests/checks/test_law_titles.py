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


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("They have regard to section 149 of the Equality Act 2006.", "149"),
        ("Such reports are exempt under Part 1 of Schedule 12A to the Local Government Act 2000.", "12A"),
        ("The finance officer (Local Government Act 2003, section 151) signs.", "151"),
        ("It is for the s.151 Local Government Act 2003 officer.", "151"),
        ("They act under sections 9, 10 and 180 of the Care Act 2014.", "180"),
        ("Schedule 29 to the Equality Act 2010 names them.", "29"),
        ("By the Care Act 2014 (the 2014 Act) both act. Section 180 of the 2014 Act names them.", "180"),
    ],
)
def test_no_provision_is_beyond_the_end_of_its_act(sentence: str, number: str) -> None:
    assert told(sentence, "CK-LAW-FORM") == [("CK-LAW-FORM", number, "likely")]


@pytest.mark.parametrize(
    "sentence",
    [
        "See Schedule 9 to this Agreement, the Care Act 2014, Schedule 30 and clause 4.",
        "In Schedule 9 Care Act 2014 duties are listed.",
        "The Care Act 2014, section 9 of which applies, and section 200 of the Equality Act 2010.",
        "Schedule A1 to the Mental Capacity Act 2005, and section 12ZB of the NHS Act 2006.",
        "Paragraph 12 of Schedule 1 to the Children Act 2004 stands.",
    ],
)
def test_provisions_that_may_be_there_are_left_alone(sentence: str) -> None:
    assert told(sentence, "CK-LAW-FORM") == []


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        ("The Freedom of Information Act 2000 applies, but for section 140 of that Act.", ["140"]),
        ("The Freedom of Information Act 2000 applies, but for section 40 of that Act.", []),
        ("The Freedom of Information Act 2000 and the Lottery Rules apply. See section 140 of the Act.", []),
        ("The Care Act 2014 (the “2014 Act”) applies, as does section 317 of the 2014 Act.", ["317"]),
        ("The Care Act 2014 (the “2014 Act”) applies, as does section 17 of the 2014 Act.", []),
    ],
)
def test_a_section_beyond_the_end_of_an_act_by_its_short_name(sentence: str, numbers: list[str]) -> None:
    assert [number for _, number, _ in told(sentence, "CK-LAW-FORM")] == numbers
