"""What a table makes by a column of it, told again elsewhere, and members whom all parties appoint."""

from __future__ import annotations

import pytest

from tests.checks.test_rules_figures import found

STAFF = """1. Staff

1.1 The posts are these.

| Post | Employer | WTE | Cost |
|---|---|---|---|
| Lead | City | 1.0 | £60,000 |
| Nurse | ICB | 4.0 | £200,000 |
| Therapist | ICB | 3.0 | £150,000 |
| Adviser | City | 5.0 | £250,000 |
| Total | | 13.0 | £660,000 |

1.2 {}
"""
PARTIES = """1. Parties

(1) **Westmarch County Council** of Shire House (the “**Council**”);

(2) **NHS Westmarch Integrated Care Board** of Quay House (the “**ICB**”); and

(3) **Westmarch NHS Trust** of Bay House (the “**Trust**”).

2. Board

2.1 {}
"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("Two posts are with the City and three with the ICB.", ["three"]),
        ("Of these 6.0 WTE are employed by the City and 8.0 WTE by the ICB.", ["8.0"]),
        ("Two posts are with the City and two with the ICB.", []),
        ("Of these 6.0 WTE are employed by the City and 7.0 WTE by the ICB.", []),
        ("The City may add at least two posts and the ICB three.", []),
        ("The City has two cars and the ICB five bicycles, of which two are new.", []),
    ],
)
def test_what_rows_make_by_a_column_is_told_again_as_it_is(said: str, wrong: list[str]) -> None:
    assert [words for words, _ in found("CK-FIGURE-DISAGREES", STAFF.format(said))] == wrong


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ("| Employer | WTE |\n|---|---|\n| City | 6.0 |\n| ICB | 6.0 |", ["6.0"]),
        ("| | | |\n|---|---|---|\n| City | 6.0 WTE | £310,000 |\n| ICB | 8.0 WTE | £350,000 |", ["8.0 WTE"]),
        ("| | |\n|---|---|\n| City | £310,000 |\n| ICB | £530,000 |", ["£530,000"]),
        ("| Employer | WTE |\n|---|---|\n| City | 6.0 |\n| ICB | 7.0 |", []),
        ("| Partner | Seats |\n|---|---|\n| City | 6 |\n| ICB | 5 |", []),
        ("| Partner | Vehicles (£) |\n|---|---|\n| City | 90,000 |\n| ICB | 350,400 |", []),
    ],
)
def test_a_table_of_groups_has_what_the_larger_table_makes_of_each(rows: str, wrong: list[str]) -> None:
    text = STAFF.format(f"By employer that comes to:\n\n{rows}\n")
    assert [words for words, _ in found("CK-FIGURE-DISAGREES", text)] == wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("ten members, of whom the Council shall appoint four, the ICB three and the Trust two.", "ten"),
        ("eight members, of whom the Council appoints four, the ICB two and the Trust one.", "eight"),
        ("eleven members, the Council appointing five, the ICB four and the Trust three.", "eleven"),
    ],
)
def test_members_are_as_many_as_all_the_parties_appoint(said: str, wrong: str) -> None:
    assert [
        words for words, _ in found("CK-FIGURE-PARTS", PARTIES.format(f"There is a board of {said}"))
    ] == [wrong]


@pytest.mark.parametrize(
    "said",
    [
        "The Board has nine members, of whom the Council appoints four, the ICB three and the Trust two.",
        "The Board has ten members, of whom the Council appoints four and the ICB three.",
        "The Board has eight members, of whom the Council appoints four, the ICB two and the Trust one. The"
        " eighth is an independent chair.",
        "The team is of seven people, being four nurses, the Head and two carers.",
    ],
)
def test_members_whom_no_party_appoints_may_be_left_out(said: str) -> None:
    assert found("CK-FIGURE-PARTS", PARTIES.format(said)) == []


LED = """1. Projects

1.1 The Fund pays for these.

**Table 2: Projects (£)**

| No. | Project | Lead | 2027/28 |
|---|---|---|---:|
| P1 | Falls | Council | 210,000 |
| P2 | Frailty | ICB | 340,000 |
| P3 | Carers | Council | 125,000 |
| P4 | Equipment | Council | 98,000 |
| P5 | Stroke | ICB | 77,000 |
| | **Total** | | **850,000** |

1.2 """


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("The Council leads three Projects and the ICB leads two.", []),
        ("The Council leads four Projects and the ICB leads one.", ["four"]),
        ("The Council leads three Projects and the ICB leads one.", ["one"]),
        ("Four Projects are led by the Council and one by the ICB.", ["Four"]),
        ("The Council names four officers and the ICB one.", []),
        ("The Council leads two reviews and the ICB leads two.", []),
    ],
)
def test_things_by_who_leads_them_are_as_many_as_the_table_has(said: str, wrong: list[str]) -> None:
    assert [words for words, _ in found("CK-FIGURE-DISAGREES", f"{LED}{said}\n")] == wrong
