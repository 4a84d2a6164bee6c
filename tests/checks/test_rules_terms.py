"""Rules on terms against instruments with a list of definitions: what is told, and what is left alone."""

from __future__ import annotations

import pytest

from clausekit.checks.rules import load
from tests.checks.instruments import hits

_LIST = """
## 1. Definitions

1.1 In this agreement:

**Annual Report** means the report on the services of a year.

**Financial Contribution** means the sum that a Partner pays.

**Partner** means each party to this agreement.

**Review** means the review of the services each March.

**Service User** means a person who is supported.

## 2. Work

{}
"""


def _found(id_: str, text: str) -> list[tuple[str, str]]:
    return [(hit.words.text, hit.confidence) for hit in hits(load(id_), _LIST.format(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "2.1 Each Partner pays into the Common Fund. The Common Fund is audited each year.\n\n"
            "## 3. Common Fund\n\n3.1 The Common Fund bears interest for the Partners.",
            [("Common Fund", "likely")],
        ),
        (
            "2.1 The Westmarch Care Forum advises the Partners. The Westmarch Care Forum meets at noon, and"
            " they hear the Westmarch Care Forum.",
            [("Westmarch Care Forum", "doubtful")],
        ),
        (
            "2.1 The Carers Board is made up of six people. The Carers Board reports, and the Partners hear"
            " the Carers Board.\n\n## 3. Carers Board\n\n3.1 It meets.",
            [],
        ),
    ],
)
def test_what_is_spoken_of_again_and_again_is_no_name_that_a_heading_explains(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert _found("CK-TERM-UNDEFINED", text) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Each Partner follows the Acceptable Use Policy.", [("Acceptable Use Policy", "likely")]),
        ("A Clinical Prescriber signs each order.", [("Clinical Prescriber", "likely")]),
        ("Each Partner agrees an Improvement Target for the year.", [("Improvement Target", "likely")]),
        ("It is set out in the relevant Scheme Specification.", [("Scheme Specification", "likely")]),
        ("They agree Activity Planning Assumptions with it.", [("Activity Planning Assumptions", "likely")]),
        ("It bears what it incurs as Host Authority.", [("Host Authority", "likely")]),
        ("It follows the Joint Local Health and Wellbeing Strategies.", []),
        ("A Risk Assessment meeting is held each month.", []),
        ("The Carers Framework 2024-27 is kept in mind.", []),
        ("Each Partner completes the Trusted Assessor Handbook.", []),
        ("It reports to the Information Commissioners Office.", []),
        ("It reports to the Medicines and Healthcare products Regulatory Agency.", []),
        ("It is met from the Disabled Facilities Grant and Scheme 6.", []),
        ("It is a member of the Liabilities to Third Parties Scheme.", []),
        ("It falls under the General Data Protection Regulation (EU) 2016/679.", []),
        ("The Equality Strategy of each Partner is met.", []),
        ("The Moorland Suite is booked for it.", []),
    ],
)
def test_ordinary_words_for_the_thing_or_any_of_a_kind(sentence: str, found: list[tuple[str, str]]) -> None:
    assert _found("CK-TERM-UNDEFINED", f"2.1 {sentence}") == found


@pytest.mark.parametrize(
    ("sentences", "found"),
    [
        ("The Dashboard is sent monthly. Each reads the Dashboard, and keeps the Dashboard.", ["Dashboard"]),
        ("The Room is booked. Each enters the Room, and leaves the Room.", []),
        (
            "Each Hub Manager reports. The Hub Manager plans the work, and the Hub Manager signs.",
            ["Hub Manager"],
        ),
        (
            "Each Corporate Director reports. The Corporate Director plans; the Corporate Director signs.",
            [],
        ),
    ],
)
def test_single_words_and_posts_that_are_spoken_of_again_and_again(sentences: str, found: list[str]) -> None:
    told = _found("CK-TERM-UNDEFINED", f"2.1 {sentences}")
    assert [words for words, confidence in told if confidence == "likely"] == found


@pytest.mark.parametrize(
    "sentence",
    [
        "It may set up groups. There are two, the Finance Sub-Group and the Quality Sub-Group.",
        "It needs the approval of the Equipment Panel, on which every Partner has a seat.",
        "Its Delivery Group is in being. Whoever leads asks the Delivery Group for help.",
        "They follow the advice of the Reference Group. The Reference Group advises on the list.",
        "They employ the Equipment Manager. The Equipment Manager and the Chair attend.",
    ],
)
def test_groups_and_posts_that_a_sentence_tells_of(sentence: str) -> None:
    told = _found("CK-TERM-UNDEFINED", f"2.1 {sentence}")
    assert [words for words, confidence in told if confidence == "likely"] == []


@pytest.mark.parametrize(
    ("sentences", "found"),
    [
        ("The Surety will see that the rent is paid.", [("Surety", "likely")]),
        ("The Landlord reserves the right to enter.", [("Landlord", "likely")]),
        ("The Employer shall pay. Any other employer is told.", []),
        ("The rent is paid to the Landlord. The Landlord shall enter by day.", [("Landlord", "likely")]),
        ("The Health Board shall report. Papers go to the Health Board.", [("Health Board", "likely")]),
        ("The Company warrants that it may agree. Dale Care Company Limited is told.", []),
        ("The University shall report. The University of Dale is not a party.", []),
    ],
)
def test_a_party_of_a_precedent_that_is_to_do_something(sentences: str, found: list[tuple[str, str]]) -> None:
    assert _found("CK-TERM-UNDEFINED", f"2.1 {sentences}") == found


def test_what_a_drafter_qualifies_may_be_people() -> None:
    assert _found("CK-TERM-UNDEFINED", "2.1 There is no charge to Eligible Carers.") == [
        ("Eligible Carers", "likely")
    ]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Each review has regard to the views of service users.", ["service users"]),
        ("Each Partner pays its financial contribution in May.", ["financial contribution"]),
        ("After that the financial contributions are reviewed.", ["financial contributions"]),
        ("It is reported within 14 working days of the end of the month.", ["working days"]),
        ("The financial contributions policy of the Council is met.", []),
        ("The financial contributions of another body are left out.", []),
    ],
)
def test_a_term_that_has_capitals_everywhere_else(sentence: str, words: list[str]) -> None:
    often = (
        "2.1 A Financial Contribution is paid by each Partner. Each Financial Contribution is paid in ten"
        " Working Days, and a Financial Contribution may be returned to a Service User in three Working Days."
        " The Service Users know of each Financial Contribution.\n\n**Working Day** means a day of work.\n\n"
    )
    told = _found("CK-TERM-CAPITALS", f"{often}2.2 {sentence}")
    assert [found for found, confidence in told if confidence != "doubtful"] == words
