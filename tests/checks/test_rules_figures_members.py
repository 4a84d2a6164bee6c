"""Numbers of members and things in words: in all, of a kind, of a quorum, and in the table of them."""

from __future__ import annotations

import pytest

from tests.checks.test_rules_figures_counted import words

PARTIES = """1. Parties

(1) **Eastbeck County Council** of Shire House (the “**Council**”); and

(2) **NHS Eastbeck Integrated Care Board** of Quay House (the “**ICB**”).

2. Board

2.1 {}
"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        (
            "The Panel consists of two members of the Council, four of the ICB and one of the Trust, "
            "eight in all.",
            "eight",
        ),
        (
            "The Panel consists of two members of the Council, four of the ICB and one of the Trust, "
            "seven in all.",
            None,
        ),
        ("The Forum has five carers, three nurses and two managers, eleven people altogether.", "eleven"),
        ("The Team works in three towns, two nurses in each town, five in all.", "five"),
        ("The Team works in three towns, two nurses in each town, six in all.", None),
        ("There are five hubs, each with three beds, fourteen in all.", "fourteen"),
        ("The Council runs six homes of eight beds, and the Trust three more, so 51 beds in total.", None),
        (
            "The Board has at least four members, two from each Partner, and five in all when the chair "
            "sits.",
            None,
        ),
        (
            "The Service has nine sites, three of which are shared, twelve in all with those of the Trust.",
            None,
        ),
        ("It meets for two days in each of four months, nine times in all.", None),
    ],
)
def test_numbers_make_what_there_is_in_all(said: str, wrong: str | None) -> None:
    assert words("CK-FIGURE-PARTS", PARTIES.format(said)) == ([wrong] if wrong else [])


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("The quorum is five members, of whom at least three are from each Partner.", "five"),
        ("The quorum is six members, of whom at least three are from each Partner.", None),
        ("The quorum is four members, including at least one from each Partner.", None),
        (
            "The Board is quorate if three members are present, including at least two from each Party.",
            "three",
        ),
        ("The quorum is four, with at least three from the Council and at least two from the ICB.", "four"),
        ("The quorum is five, with at least three from the Council and at least two from the ICB.", None),
        ("The quorum is four members, of whom at least two must be from each Board.", None),
    ],
)
def test_a_quorum_has_room_for_those_of_each_party(said: str, wrong: str | None) -> None:
    assert words("CK-FIGURE-PARTS", PARTIES.format(said)) == ([wrong] if wrong else [])


KINDS = """1. Members

1.1 The Committee has ten members: five councillors of Eastbeck, three councillors of Weir and two officers
of the ICB.

1.2 {}
"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("The nine councillors may vote.", "nine"),
        ("The eight councillors may vote and the two officers of the ICB may speak.", None),
        ("All three officers of the ICB may speak.", "three"),
        ("The four councillors of Eastbeck sit on the left.", "four"),
        ("The five councillors vote first.", None),
        ("The four councillors who live in Weir do not vote.", None),
        ("The six councillors of Northby may attend.", None),
        ("A sub-committee of four councillors and one officer is named each year.", None),
    ],
)
def test_members_of_a_kind_are_as_many_as_listed(said: str, wrong: str | None) -> None:
    assert words("CK-FIGURE-CHANGES", KINDS.format(said)) == ([wrong] if wrong else [])


TABLES = """1. Who we are

1.1 The Partners to this protocol are:

| Partner | Known as |
|---|---|
| Eastbeck County Council | the Council |
| NHS Eastbeck Integrated Care Board | the ICB |
| Weir Hospice | the Hospice |
| Lantern House | Lantern |

1.2 {}

2. Board

2.1 The {} members of the Board are:

| Post | From | Vote |
|---|---|---|
| Director | the Council | Yes |
| Nurse | the ICB | Yes |
| Analyst | the ICB | No |
| Manager | the Hospice | Yes |
| Worker | Lantern | Yes |

2.2 The quorum is three of the {} members with a vote.
"""


@pytest.mark.parametrize(
    ("partners", "members", "voting", "wrong"),
    [
        ("Each of the four Partners signs.", "five", "four", []),
        ("Each of the three Partners signs.", "five", "four", ["three"]),
        ("All five Partners sign.", "five", "four", ["five"]),
        ("The three Partners which hold data sign.", "five", "four", []),
        ("The three Partners sign.", "five", "four", ["three"]),
        ("Each of the four Partners signs.", "six", "four", ["six"]),
        ("Each of the four Partners signs.", "five", "five", ["five"]),
    ],
)
def test_parties_and_members_are_those_of_their_table(
    partners: str, members: str, voting: str, wrong: list[str]
) -> None:
    text = TABLES.format(partners, members, voting)
    assert words("CK-FIGURE-CHANGES", text) + words("CK-FIGURE-DISAGREES", text) == wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        (
            "Calls fall into two kinds of need, namely urgent, routine and planned, within the times below.",
            "two",
        ),
        (
            "Calls fall into three kinds of need, namely urgent, routine and planned, within the times "
            "below.",
            None,
        ),
        ("There are two aims, namely safety and health, and the Board may add a third.", None),
    ],
)
def test_a_sentence_may_go_on_after_what_it_enumerates(said: str, wrong: str | None) -> None:
    assert words("CK-FIGURE-PARTS", f"1. Calls\n\n1.1 {said}\n") == ([wrong] if wrong else [])


SCHEMES = """1. Services

1.1 The Services are the {} schemes in the table in paragraph 1 of Schedule 1.

Schedule 1

Money

1. Budget

| Scheme | Council (£) | ICB (£) | Total (£) |
|---|---|---|---|
| Beds | 40,000 | 60,000 | 100,000 |
| Visits | 30,000 | 20,000 | 50,000 |
| Meals | 20,000 | 30,000 | 50,000 |
| Total | 90,000 | 110,000 | 200,000 |
| Share | 45% | 55% | 100% |
"""


def test_shares_below_a_total_are_no_scheme() -> None:
    assert words("CK-FIGURE-DISAGREES", SCHEMES.format("four")) == ["four"]
    assert words("CK-FIGURE-DISAGREES", SCHEMES.format("three")) == []
