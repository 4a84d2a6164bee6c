"""Words spoken of again and again without a definition, short names of law, and lists out of their order."""

from __future__ import annotations

import pytest

from clausekit.checks.rules import load
from tests.checks.instruments import hits

_AGREEMENT = """
## 1. Definitions

1.1 In this agreement:

**Area** means the area of the Council.

**Contribution** means the sum that a Partner pays.

**Financial Year** means a year that begins on 1 April.

**Partner** means each party to this agreement.

**Review** means the review of the services each March.

**Service User** means a person who is supported.

## 2. Work

{}
"""


def _likely(text: str) -> list[str]:
    found = hits(load("CK-TERM-UNDEFINED"), _AGREEMENT.format(text))
    return [hit.words.text for hit in found if hit.confidence == "likely"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "2.1 A notice goes to the Authorised Officer of the other Partner.\n\n"
            "2.2 The Authorised Officer of each Partner answers within a week.",
            ["Authorised Officer"],
        ),
        (
            "2.1 Within ten days of the end of each Quarter, a report goes to both.\n\n"
            "2.2 What is left at the end of a Quarter is carried forward.",
            ["Quarter"],
        ),
        (
            "2.1 Money is moved by the Pooled Fund Manager, the finance officer being told.\n\n"
            "2.2 The Pooled Fund Manager keeps the accounts.",
            ["Pooled Fund Manager"],
        ),
        (
            "2.1 The Partners appoint a Pooled Fund Manager.\n\n2.2 The Pooled Fund Manager keeps accounts.",
            [],
        ),
        (
            "2.1 The Pool Manager is the finance officer of the Council.\n\n"
            "2.2 The Pool Manager keeps the accounts.",
            [],
        ),
        (
            "2.1 The Place Director is told.\n\n2.2 The Place Director tells the Partners.",
            [],
        ),
        (
            "2.1 Each Partner is a Controller of what it holds.\n\n2.2 The Controller tells the other one.",
            [],
        ),
    ],
)
def test_what_is_spoken_of_again_needs_a_definition(text: str, told: list[str]) -> None:
    assert _likely(text) == told


_BOARD = "2.{0} Item {0} goes to the Board, which answers within a week of the meeting."


def test_a_board_by_that_name_alone_is_not_defined() -> None:
    often = "\n\n".join(_BOARD.format(at) for at in range(1, 7))
    parties = (
        "This agreement is made between Wendle Council (the Council) and NHS Wendle Integrated Care Board"
        " (the ICB).\n\n"
    )
    rule = load("CK-TERM-UNDEFINED")

    def told(text: str) -> list[str]:
        found = hits(rule, parties + _AGREEMENT.format(text))
        return [hit.words.text for hit in found if hit.confidence == "likely"]

    assert told(often) == ["Board"]
    assert told(f"{often}\n\n2.7 The Board shall have six members.") == []
    assert told(f"{often}\n\n## 3. Meetings of the Board\n\n3.1 It meets each month.") == []
    assert told(f"{often}\n\n2.7 The Board of the ICB is told.") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "2.1 The functions are those in section 3 of the 2006 Act.\n\n2.2 The 2006 Act lets the Partners"
            " pool money, as section 75 of the National Health Service Act 2006 has long done.",
            ["2006 Act"],
        ),
        (
            "2.1 Section 100B of the Local Government Act 1972 applies.\n\n"
            "2.2 So does section 100A of the 1972 Act.",
            [],
        ),
        (
            "2.1 The host acts under the Regulations.\n\n2.2 What the Regulations forbid is not done.",
            ["Regulations"],
        ),
        (
            "2.1 The Care and Support Regulations 2014 apply, and the Regulations bind the Partners.\n\n"
            "2.2 What the Regulations named above forbid is not done.",
            [],
        ),
        ("2.1 Adults are helped under the Act of 2014.\n\n2.2 The Act of 2014 binds us.", ["Act of 2014"]),
    ],
)
def test_law_has_a_short_name_only_where_one_is_given(text: str, told: list[str]) -> None:
    assert _likely(text) == told


def test_the_name_of_the_instrument_itself_borrows_no_terms() -> None:
    text = (
        "1. This memorandum of understanding (the MoU) is between Wendle Council (the Council) and Wendle"
        " Trust (the Trust), the Partners.\n\n"
        "2. Words given a meaning in brackets keep that meaning in the MoU.\n\n"
        "3. There is a team (the Hub Team), a lead (the Hub Lead), a plan (the Year Plan), a day (the Start"
        " Day), a fund (the Hub Fund) and a list (the Case List).\n\n"
        "4. Costs are met until the End Date, and the Hub Lead reports on the End Date."
    )
    found = hits(load("CK-TERM-UNDEFINED"), text)
    assert [hit.words.text for hit in found if hit.confidence == "likely"] == ["End Date"]


_TERMS = ("Area", "Budget", "Carer", "Fund", "Host", "Partner", "Quarter", "Review", "Term")


def _order(terms: tuple[str, ...], after: str = "") -> list[tuple[str, str]]:
    entries = "\n\n".join(f"**{one}** means what it says." for one in terms)
    text = f"## 1. Definitions\n\n1.1 In this agreement:\n\n{entries}\n\n{after}"
    return [(hit.words.text, hit.confidence) for hit in hits(load("CK-TERM-ORDER"), text)]


def test_one_term_of_a_long_list_is_out_of_its_order_by_a_slip() -> None:
    moved = (*_TERMS[:2], "Review", *_TERMS[2:7], "Term")
    assert _order(_TERMS) == []
    assert _order(moved) == [("Review", "likely")]
    assert _order((*moved[:5], "Zone", *moved[5:])) == [("Review", "doubtful"), ("Zone", "doubtful")]
    assert _order(moved[:7]) == [("Review", "doubtful")]
    assert _order(moved, "1.2 The list is not in the order of the alphabet.") == [("Review", "doubtful")]
    assert _order(_TERMS, "1.2 A line.\n\n“Including” means including without limit.") == [
        ("Including", "doubtful")
    ]


_ENTRY = (
    "## 1. Definitions\n\n1.1 In this agreement:\n\n"
    "**Year** means twelve months from 1 May, and “the First Year” and “the Last Year” mean the first and"
    " last;\n\n"
    "**Partner** means each party;\n\n**Term** means {}.\n\n## 2. Term\n\n2.1 {}\n\n"
    "2.2 Each Partner pays in the First Year, in the Last Year and in any other Year of the Term."
)


def test_terms_defined_along_with_another() -> None:
    text = _ENTRY.format("the time from 1 May 2026 to 30 April 2029", "Each Partner pays its share.")
    assert [hit for hit in hits(load("CK-TERM-UNDEFINED"), text) if hit.confidence == "likely"] == []


@pytest.mark.parametrize(
    ("meaning", "clause", "told"),
    [
        ("the period described in clause 2", "This agreement shall continue for the Term.", ["Term"]),
        ("the time set by clause 2.1", "It starts on 1 May 2026 and lasts for the Term.", []),
        ("the period in clause 2", "It shall continue for the Term, until the end of the work.", []),
        ("the three years from 1 May 2026", "This agreement shall continue for the Term.", []),
    ],
)
def test_a_clause_that_sends_back_to_the_term(meaning: str, clause: str, told: list[str]) -> None:
    found = hits(load("CK-TERM-CIRCULAR"), _ENTRY.format(meaning, clause))
    assert [hit.words.text for hit in found] == told


def test_a_meaning_that_is_the_term_for_the_time_being() -> None:
    text = (
        "## 1. Definitions\n\n1.1 In this agreement:\n\n**Staff** means {} for the time being in post.\n\n"
        "**Hub** means the hub."
    )
    rule = load("CK-TERM-CIRCULAR")
    assert [hit.words.text for hit in hits(rule, text.format("the Staff"))] == ["Staff"]
    assert list(hits(rule, text.format("the persons"))) == []


def test_letters_that_a_schedule_defines_for_itself() -> None:
    text = (
        "## 1. Work\n\n1.1 A vacancy of 0.5 WTE or more is filled.\n\n"
        "## Schedule 1: Posts\n\n1. {}“WTE” means whole-time equivalent. There are 4.0 WTE in all.\n"
    )
    rule = load("CK-TERM-SCOPE")
    assert [hit.words.text for hit in hits(rule, text.format("In this Schedule "))] == ["WTE"]
    assert [hit for hit in hits(rule, text.format("In this agreement ")) if hit.confidence == "likely"] == []


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("2.1 The Authorised Officers of the Partners shall meet within a week.", ["Authorised Officers"]),
        ("2.1 The Link Officer of each Partner shall be told.", ["Link Officer"]),
        ("2.1 It is used in common with the Review and the Service Media.", ["Service Media"]),
        ("2.1 If the Premises cannot be used, the Review is put off.", ["Premises"]),
        ("2.1 The Chief Officers of the Partners shall meet within a week.", []),
        ("2.1 The Link Officer of the Hospice shall be told.", []),
        ("2.1 The premises of each Partner are open.", []),
    ],
)
def test_officers_whose_they_are_and_things_in_short_lists(sentence: str, told: list[str]) -> None:
    found = hits(load("CK-TERM-UNDEFINED"), _AGREEMENT.format(sentence))
    assert [one.words.text for one in found if one.confidence == "likely"] == told


@pytest.mark.parametrize(
    ("meaning", "clause", "told"),
    [
        ("the fund that both keep", "2.1 They keep a fund (the “Joint Fund”) for it.", ["Joint Fund"]),
        ("the fund that both keep", "(C) They wish to keep a fund (the “Joint Fund”).", ["Joint Fund"]),
        ("the fund set up under clause 2", "2.1 They set up a fund (the “Joint Fund”) for it.", []),
        ("the fund described in recital (C)", "2.1 They keep a fund (the “Joint Fund”) for it.", []),
        ("the fund that both keep", "2.1 [NAME OF FUND] (the “Joint Fund”) is kept.", []),
        ("the fund that both keep", "2.1 They keep a fund (not the Joint Fund) for it.", []),
    ],
)
def test_a_listed_term_that_brackets_define_too(meaning: str, clause: str, told: list[str]) -> None:
    text = _AGREEMENT.format(clause).replace("**Partner**", f"**Joint Fund** means {meaning}.\n\n**Partner**")
    found = hits(load("CK-TERM-TWICE"), text)
    assert [one.words.text for one in found if one.confidence == "likely"] == told


@pytest.mark.parametrize(
    ("sentences", "told"),
    [
        ("2.1 The WVCH shall keep the records.", ["WVCH"]),
        ("2.1 WVCH keeps the records.", ["WVCH"]),
        ("2.1 The list is sent each month. The CSU prepares it.", ["CSU"]),
        ("2.1 The West Vale Care Hub (WVCH) is told. WVCH keeps the records.", []),
        ("2.1 The CQC shall be told, and the DPO must agree.", []),
        ("2.1 The records of WVCH are kept.", []),
        ("2.1 Access by way of the WVCH will be restored.", []),
        ("2.1 " + "WVCH keeps the records. " * 4, []),
    ],
)
def test_letters_that_nothing_explains_are_to_do_something(sentences: str, told: list[str]) -> None:
    found = hits(load("CK-TERM-UNDEFINED"), _AGREEMENT.format(sentences))
    assert [one.words.text for one in found if one.confidence == "likely"] == told
