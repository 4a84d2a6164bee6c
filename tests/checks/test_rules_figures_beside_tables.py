"""What sentences tell of the sums, numbers and shares of tables, and of parts of members; notice of two
parties."""

from __future__ import annotations

import pytest

from tests.checks.test_rules_figures_counted import words
from tests.checks.test_rules_figures_members import PARTIES

BY_YEAR = """

3. Money

| Year | ICB (£) | Council (£) | Total (£) |
|---|---|---|---|
| 2027/28 | 3,412,000 | 2,215,400 | 5,627,400 |
| 2028/29 | 3,514,360 | 2,281,862 | 5,796,222 |

3.1 {}
"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("In the first year the ICB shall contribute £3,332,700 and the Council £2,215,400.", "£3,332,700"),
        ("In the first year the ICB shall contribute £3,412,000 and the Council £2,215,400.", None),
        ("The ICB pays £3,412,000 and the Council pays £2,510,400 into the fund.", "£2,510,400"),
        ("Last year the ICB contributed £3,332,700 and the Council £2,215,400.", None),
        ("The ICB pays up to £3,000,000 for beds and the Council £2,215,400.", None),
        ("The ICB pays £2,950,000 and the Council £2,000,000 towards the works.", None),
    ],
)
def test_sums_of_parties_are_those_of_one_row(said: str, wrong: str | None) -> None:
    text = PARTIES.format("The Board meets.") + BY_YEAR.format(said)
    assert words("CK-FIGURE-DISAGREES", text) == ([wrong] if wrong else [])


COSTS = """1. Costs

1.1 The costs are shared as follows:

| Partner | Licence for the System (£) | Training (£) | Total (£) |
|---|---|---|---|
| Council | 14,300 | 6,100 | 20,400 |
| ICB | 21,900 | 6,100 | 28,000 |
| Total | 36,200 | 12,200 | 48,400 |

1.2 {}
"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("The licence for the System costs £35,200 in that year.", "£35,200"),
        ("The licence for the System costs £36,200 in that year. It rises by 3% each April.", None),
        ("The licence for the System costs £14,300.", None),
        ("The licence for the System was £31,400 last year.", None),
        ("The training of a new member of staff costs £11,500.", None),
        ("The training costs £11,200.", "£11,200"),
        ("The move of the server costs £41,500.", None),
        ("The licence for the System costs about £35,200.", None),
    ],
)
def test_what_a_column_comes_to_is_told_after_its_table(said: str, wrong: str | None) -> None:
    assert words("CK-FIGURE-DISAGREES", COSTS.format(said)) == ([wrong] if wrong else [])


@pytest.mark.parametrize(("last", "wrong"), [("15%", ["15%"]), ("10%", [])])
def test_shares_in_one_row_make_a_hundred(last: str, wrong: list[str]) -> None:
    text = (
        "1. Costs\n\n1.1 Other costs are borne in these shares:\n\n"
        "| Council | ICB | Lantern |\n|---|---|---|\n"
        f"| 40% | 50% | {last} |\n"
    )
    assert words("CK-FIGURE-HUNDRED", text) == wrong


def test_measures_in_one_row_make_no_hundred() -> None:
    text = (
        "1. Targets\n\n1.1 The targets for the year are:\n\n"
        "| On time | Seen | Satisfied |\n|---|---|---|\n| 40% | 45% | 25% |\n"
    )
    assert words("CK-FIGURE-HUNDRED", text) == []


NUMBERS = """1. Work

1.1 The work expected in the year is:

| Kind | Number |
|---|---|
| Loans | 12,500 |
| Returns | 9,500 |
| Repairs | 1,400 |

1.2 {}
"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("The 9,500 returns represent 67 per cent of the loans.", "67 per cent"),
        ("The 9,500 returns represent 76 per cent of the loans.", None),
        ("The 1,400 repairs are 11.2% of the loans and shall be done at once.", None),
        ("The 1,400 repairs are 12% of the pieces that are kept.", None),
        ("The 9,500 returns are 9% of the loans of the county.", None),
    ],
)
def test_shares_of_the_number_in_a_row(said: str, wrong: str | None) -> None:
    assert words("CK-FIGURE-SHARE", NUMBERS.format(said)) == ([wrong] if wrong else [])


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        (
            "The Group is quorate if 40% of voting members attend. If 50% of voting members are not "
            "present, the"
            " Chair may decide.",
            "50%",
        ),
        (
            "The Group is quorate if 40% of voting members attend. If 40% of voting members are not "
            "present, the"
            " Chair may decide.",
            None,
        ),
        (
            "The Group is quorate if 40% of voting members attend. A change of these terms needs 75% of "
            "voting"
            " members present.",
            None,
        ),
        ("The quorum is 50% of members. At a reconvened meeting 30% of members is a quorum.", None),
    ],
)
def test_what_part_of_members_must_be_present(said: str, wrong: str | None) -> None:
    assert words("CK-FIGURE-CHANGES", f"1. Quorum\n\n1.1 {said}\n") == ([wrong] if wrong else [])


def test_two_parties_may_end_an_agreement_on_two_notices() -> None:
    parties = PARTIES.replace("; and", ";").replace(
        "2. Board", "(3) **Weir Hospice** of Mill Lane (the “**Hospice**”).\n\n2. Ending"
    )
    of_two = (
        "The Council or the ICB may end this Agreement by six months’ notice in writing.\n\n2.2 {} may "
        "withdraw"
        " from this Agreement by three months’ notice, and it then goes on between the Council and the ICB."
    )
    assert words("CK-FIGURE-CHANGES", parties.format(of_two.format("The Hospice"))) == []
    both = (
        "A Partner may end this Agreement by six months’ notice in writing.\n\n2.2 A Partner may end this"
        " Agreement by three months’ notice in writing."
    )
    assert words("CK-FIGURE-CHANGES", parties.format(both)) == ["three months"]


GROWN = """1. Sums

| Year | ICB (£) | Council (£) | Total (£) |
|---|---|---|---|
| 2027/28 | 400,000 | 200,000 | 600,000 |
| 2028/29 | 412,000 | 206,000 | 681,000 |

1.1 The sums for 2028/29 are those for 2027/28 increased by {}.
"""


def test_a_wrong_total_does_not_hide_what_its_parts_grow_by() -> None:
    assert words("CK-FIGURE-SHARE", GROWN.format("2%")) == ["2%"]
    assert words("CK-FIGURE-SHARE", GROWN.format("3%")) == []


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("The rate in Weir is 12.4%, above the national average of 14.2%.", "14.2%"),
        ("The rate in Weir is 12.4%, above the national average of 11.2%.", None),
        ("Beck is above the average; in Weir it is 9.8% compared to an average of 10.5%.", None),
        (
            "The rate in Weir is still below the average: it is 12.4% compared to an average of 11.2%.",
            "11.2%",
        ),
        ("The rate in Weir is not below the average: it is 12.4% compared to an average of 11.2%.", None),
        (
            "The rate remains above the average;\n\n- in Weir it is 12.4% compared with an average of "
            "14% for England",
            "14%",
        ),
        (
            "The rate is close to the average;\n\n- in Weir it is 12.4% compared with an average of 14% "
            "for England",
            None,
        ),
    ],
)
def test_what_is_above_an_average_is_more(said: str, wrong: str | None) -> None:
    assert words("CK-FIGURE-SHARE", f"1. Need\n\n1.1 {said}\n") == ([wrong] if wrong else [])


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("Each Annual Contribution is paid in four equal quarterly instalments.", "four equal quarterly"),
        ("Each Annual Contribution is paid in twelve equal monthly instalments.", None),
        ("The ICB shall pay its Annual Contribution in four equal instalments.", None),
        ("If an invoice is late, each Annual Contribution is paid in four equal instalments.", None),
        ("The Management Fee is paid in four equal instalments.", None),
    ],
)
def test_something_is_paid_in_as_many_parts(said: str, wrong: str | None) -> None:
    first = "Each Partner shall pay its Annual Contribution in twelve equal monthly instalments."
    assert words("CK-FIGURE-CHANGES", PARTIES.format(f"{first}\n\n2.2 {said}")) == ([wrong] if wrong else [])


ORDERS = """1. Orders

1.1 {}

Schedule 1

Orders

1. The limits for each order are:

| Grade | Limit |
|---|---|
| Assistant | £200 |
| Registered nurse | £800 |
| Team leader | £1,600 |
"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("A nurse may order up to the limit in Schedule 1, which for a registered nurse is £600.", "£600"),
        ("A nurse may order up to the limit in Schedule 1, which for a registered nurse is £800.", None),
        ("For a team leader the limit is £1,500.", "£1,500"),
        ("The limit for a matron is £600.", None),
        ("The limit for a team leader in another county is £900.", None),
    ],
)
def test_limits_are_those_of_their_row(said: str, wrong: str | None) -> None:
    assert words("CK-FIGURE-DISAGREES", ORDERS.format(said)) == ([wrong] if wrong else [])
