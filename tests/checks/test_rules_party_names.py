"""The names of parties where they stand for themselves, and parties that several lines name."""

from __future__ import annotations

import pytest

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules import load
from clausekit.texts import read
from tests.checks.instruments import hits

_MADE_BY = """
{}

1. Parties

This agreement is made between:

(1) Westmarch County Council (“the Council”);

(2) Dale and Weir Partnership NHS Foundation Trust (“the Trust”); and

(3) Westmarch Voluntary Sector Alliance (“the Alliance”).

2. Funds

2.1 {}
"""


def _found(cover: str, text: str = "The Council pays.") -> list[str]:
    found = hits(load("CK-PARTY-NAME-CHANGES"), _MADE_BY.format(cover, text))
    return [hit.words.text for hit in found if hit.confidence == "likely"]


@pytest.mark.parametrize(
    ("cover", "words"),
    [
        ("WESTMARCH DISTRICT COUNCIL (1)\n\nDated 2 May 2026", ["WESTMARCH DISTRICT COUNCIL"]),
        (
            "Westmarsh County Council and Dale and Weir Partnership NHS Foundation Trust",
            ["Westmarsh County Council"],
        ),
        (
            "Westmarch County Council and Dale and Weir NHS Foundation Trust",
            ["Dale and Weir NHS Foundation Trust"],
        ),
        ("Westmarch Volunteer Sector Alliance", ["Westmarch Volunteer Sector Alliance"]),
        ("Westmarch County Council and Dale and Weir Partnership NHS Foundation Trust", []),
        ("NORTHMERE BOROUGH COUNCIL", []),
    ],
)
def test_names_on_a_cover_are_those_of_the_parties(cover: str, words: list[str]) -> None:
    assert _found(cover) == words


def test_a_sentence_may_name_another_council_of_the_place() -> None:
    assert _found("", "It tells Westmarch District Council of the change.") == []


def test_the_lines_of_a_party_may_stand_apart() -> None:
    text = """
1.1     This Agreement is made on 16 September 2026 between:

    (1) DALE COUNTY COUNCIL of Shire Hall, Bridge Street, Dale DL1 1DA (the “Council”);

    (2) DALE VALLEY HOSPITALS NHS FOUNDATION TRUST of the General Hospital, Infirmary Road,
    Dale DL3 2NE (the “Hospitals Trust”);

    (3) DALE COMMUNITY NHS TRUST of Kestrel House, Business Park Way,
    Oakham DL9 6AR (the “Community Trust”),

each a “Partner” and together the “Partners”.

1.2     The Partners have agreed to share Personal Data.
"""
    parties = Instrument(read(text, "agreement.txt", markdown=False).reading).parties.each
    assert [[short.term for short in party.short] for party in parties] == [
        ["Council"],
        ["Hospitals Trust"],
        ["Community Trust"],
    ]


_NOTICES = """
24 NOTICES

24.1 The addresses are:

Westmarch County Council

              Head of Law, County Hall, Westmarch WM1 1AA

Dale and Weir Partnership NHS Foundation Trust

              Chief Executive, The Infirmary, Dale DL1 1AA
{}

25 PRIVACY NOTICE

25.1 The Alliance gives its e-mail address in its privacy notice.
"""


@pytest.mark.parametrize(
    ("entry", "missing"),
    [
        ("", ["Westmarch Voluntary Sector Alliance"]),
        ("\nWestmarch Voluntary Sector Alliance\n\n              Director, Oak House, Dale DL1 2AA", []),
    ],
)
def test_a_party_may_head_its_address(entry: str, missing: list[str]) -> None:
    text = _MADE_BY.format("", "The Council pays.") + _NOTICES.format(entry)
    found = hits(load("CK-PARTY-NO-NOTICE"), text)
    assert [hit.words.text for hit in found if hit.confidence == "likely"] == missing


def test_a_name_may_stand_above_the_line_to_be_signed() -> None:
    signed = """
SIGNATURES

Signed on behalf of each of them:

WESTMARCH COUNTY COUNCIL
Signature: ................................

DALE AND WEIR PARTNERSHIP NHS FOUNDATION TRUST
Signature: ................................
"""
    found = hits(load("CK-PARTY-NO-SIGNATURE"), _MADE_BY.format("", "The Council pays.") + signed)
    assert [hit.words.text for hit in found] == ["Westmarch Voluntary Sector Alliance"]


def test_lines_of_signatures_may_have_run_into_one() -> None:
    signed = """
SIGNED for WESTMARCH COUNTY COUNCIL Signature .......... SIGNED for DALE AND WEIR PARTNERSHIP NHS
FOUNDATION TRUST Signature .......... SIGNED for WESTMARCH VOLUNTARY SECTOR ALLIANCE Signature ..........
"""
    found = hits(load("CK-PARTY-NO-SIGNATURE"), _MADE_BY.format("", "The Council pays.") + signed)
    assert [hit.words.text for hit in found] == []


def test_two_of_several_parties_may_be_both_of_them() -> None:
    text = _MADE_BY.format(
        "", "Either Payer may audit the accounts. Both Partners may ask for them."
    ).replace(
        "2. Funds",
        "The Council and the Trust are “the Payers”, and all three are “the Partners”.\n\n2. Funds",
    )
    assert [hit.words.text for hit in hits(load("CK-PARTY-TWO-WORDS"), text)] == ["Both Partners"]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The Trust consults each of the Councils.", ["each of the Councils"]),
        ("Both Councils are told.", ["Both Councils"]),
        ("It tells each of the Councils in the county.", []),
        ("Each of the Alliances is told.", []),
    ],
)
def test_all_of_several_where_but_one_is_a_party(sentence: str, words: list[str]) -> None:
    found = hits(load("CK-PARTY-NUMBER"), _MADE_BY.format("", sentence))
    assert [hit.words.text for hit in found] == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The Partners find another way of giving to the other Partner its due.", ["the other Partner"]),
        ("Where a Partner acts for another, the other Partner pays.", []),
    ],
)
def test_another_way_is_no_second_party(sentence: str, words: list[str]) -> None:
    found = hits(load("CK-PARTY-TWO-WORDS"), _MADE_BY.format("", sentence))
    assert [hit.words.text for hit in found] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Partnership Trust pays the County Council.", ["County Council", "Partnership Trust"]),
        ("The Community Trust and the District Council are told.", []),
    ],
)
def test_a_short_name_with_a_word_of_the_long_one(text: str, words: list[str]) -> None:
    assert sorted(_found("", text)) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Borough Council shall pay each invoice.", ["Borough Council"]),
        ("The Borough Council is told. It may object.", []),
        ("The Borough Council shall pay. It is Northmere Borough Council.", []),
        ("The County Council shall pay each invoice.", ["County Council"]),
    ],
)
def test_a_council_of_another_kind_that_acts_is_no_party(text: str, words: list[str]) -> None:
    assert _found("Dated 2 May 2026", text) == words
