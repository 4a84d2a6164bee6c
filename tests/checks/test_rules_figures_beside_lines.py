"""What a sentence tells of a line of a table, or of steps, bands and divisions that follow each other."""

from __future__ import annotations

import pytest

from clausekit.checks.running import Options, run
from clausekit.texts import read
from tests.checks.instruments import AS_AT

_AGREEMENT = """1. Parties

1.1 This agreement is between:

(1) **Eastbeck County Council** of Shire House (the “**Council**”); and

(2) **NHS Eastbeck Integrated Care Board** of Quay House (the “**ICB**”).

2. Term

2.1 This agreement begins on 1 April 2027 and ends on 31 March 2030.

3. Repairs

3.1 {}

## Schedule 1: Money

Table 1: Repair Budget

| | 2027/28 | 2028/29 | 2029/30 | Total |
|---|---|---|---|---|
| Council | £124,000 | £126,000 | £128,000 | £378,000 |
| ICB | £76,000 | £79,000 | £82,000 | £237,000 |
| Total | £200,000 | £205,000 | £210,000 | £615,000 |

## Schedule 2: Work

Table 2: Work

| No. | Measure | 2027/28 | 2028/29 | 2029/30 |
|---|---|---|---|---|
| W1 | Wheelchairs repaired | 410 | 433 | 461 |
| W2 | Hoists out of use | 84 | 76 | 68 |

Table 3: Van Costs

| Party | Share | Sum |
|---|---|---|
| Council | 62% | £31,000 |
| ICB | 38% | £19,000 |
| Total | 100% | £50,000 |

## Schedule 3: Contracts

Table 4: Contracts

| Contract | Led by | Sum |
|---|---|---|
| Batteries | Council | £21,400 |
| Frames | ICB | £18,200 |
| Tyres | Council | £13,900 |
| Seats | ICB | £11,800 |
| Slings | Council | £9,700 |
| Total | | £75,000 |
"""


def _found(said: str) -> list[str]:
    reading = read(_AGREEMENT.format(said), "a.md", markdown=True).reading
    found = run(reading, Options(select=("CK-FIGURE",), as_at=AS_AT))
    return [one.words.text for one in found if one.level != "info"]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        # a row of sums, all but one of them in a line of a table
        ("The three years cost £200,000, £205,000 and £216,000.", "£216,000"),
        ("The first year costs £200,000. The two later years cost £208,000 and £210,000.", "£208,000"),
        # steps
        ("The part of the Council thus rises by £4,000 each year.", "£4,000"),
        ("The number of hoists out of use falls by six in each year.", "six"),
        ("The number of hoists out of use falls by eight in each year and by 20 over the term.", "20"),
        ("By 2029/30 there will be 61 more wheelchairs repaired than in 2027/28.", "61"),
        # often
        ("The group meets once in each quarter, so three times a year.", "three"),
        ("The clerk reports every month, that is 24 times over the term.", "24"),
        ("The clerk meets them every two months, that is to say four times in each financial year.", "four"),
        ("In all 1,334 wheelchairs are to be repaired over the three years.", "1,334"),
        # what is named
        (
            "Five people attend without a say: the clerk, the driver, a carer chosen by the ICB, and a"
            " nurse.",
            "Five",
        ),
        (
            "The aims of the store are:\n\n(a) to lend; and\n\n(b) to mend.\n\n3.2 Progress towards the three"
            " aims in clause 3.1 is measured.",
            "three",
        ),
        (
            "A repair of £8,000 would be Council £4,800 and ICB £3,400.",
            "Council £4,800 and ICB £3,400",
        ),
        (
            "An overspend of £9,000 would fall as to £5,000 upon the Council and £3,000 upon the ICB.",
            "£3,000",
        ),
        # how many follow
        ("The four Schedules form part of this agreement.", "four"),
        ("The Schedules, five in number, are part of it.", "five"),
        # bands
        ("A repair is ordered:\n\n(a) up to £500, by a clerk;\n\n(b) over £800, by the head.", "800"),
        (
            "| Sum | By |\n|---|---|\n| Up to £500 | Clerk |\n| £500 to £2,000 | Head |\n| Over £2,500 |"
            " Board |",
            "2,500",
        ),
        # shares
        ("The parties pay the van costs in the proportions 60% and 40%.", "60%"),
        ("The sum of £4,100 is 2.5% of the budget for 2028/29.", "2.5%"),
        ("The Council repairs the first 30%, which comes to 132 wheelchairs.", "132"),
        # what one party leads
        (
            "The Council is the lead for three contracts, to a value of £54,000, and the ICB for two, to a"
            " value of"
            " £30,000.",
            "£54,000",
        ),
        (
            "Its cost is £9,000, the Council bearing £5,000 and the ICB £3,000.",
            "£3,000",
        ),
        # steps of days, hours, parts in brackets
        (
            "The clerk has ten days to mend it, the head a further five days, and no repair shall take"
            " more than 20"
            " days in all.",
            "20 days",
        ),
        (
            "The depot is open from 8 a.m. to 5 p.m. on every weekday, being ten hours a day, and from 9"
            " a.m. to"
            " noon on Saturdays.",
            "ten",
        ),
        ("There are 18 vans now in use (12 of them the property of the Council and 7 of the ICB).", "18"),
        (
            "It mends 9 chairs on Mondays. It opens two shops, in Eastbeck with 12 benches and in Hale"
            " with 9,"
            " making 22 benches.",
            "22",
        ),
    ],
)
def test_a_figure_is_told_that_its_line_or_its_steps_do_not_make(said: str, told: str) -> None:
    assert told in _found(said)


@pytest.mark.parametrize(
    "said",
    [
        "The three years cost £200,000, £205,000 and £210,000.",
        "The Council insures the vans for £200,000, and the ICB pays up to £216,000.",
        "In the past two years it cost £205,000 and £216,000 was spent.",
        "The part of the Council thus rises by £2,000 each year.",
        "The charge for storage rises by £4,000 each year.",
        "The number of hoists out of use falls by eight in each year and by 16 over the term.",
        "By 2029/30 there will be 51 more wheelchairs repaired than in 2027/28.",
        "By 2028/29 there will be 23 more wheelchairs repaired.",
        "The depot will have two more members.",
        "The group meets once in each quarter, so four times a year.",
        "The clerk reports every month, that is 36 times over the term.",
        "The three Schedules form part of this agreement.",
        "The clerk meets them every two months, that is to say six times in each financial year.",
        "In all 1,304 wheelchairs are to be repaired over the three years.",
        "Four people attend without a say: the clerk, the driver, a carer chosen by the ICB, and a nurse.",
        "The aims of the store are:\n\n(a) to lend; and\n\n(b) to mend.\n\n3.2 Progress towards the two"
        " aims in"
        " clause 3.1 is measured.",
        "A repair of £8,000 would be Council £4,800 and ICB £3,200.",
        "A repair is ordered:\n\n(a) up to £500, by a clerk;\n\n(b) over £500, by the head.",
        "A repair is ordered:\n\n(a) up to £500, by a clerk;\n\n(b) from £501 to £2,000, by the head.",
        "The parties pay the van costs in the proportions 62% and 38%.",
        "The parties bear the loss of a hoist in the proportions 60% and 40%.",
        "The sum of £4,100 is 2% of the budget for 2028/29.",
        "The Council is the lead for three contracts, to a value of £45,000.",
        "Its cost is £9,000, the Council bearing £5,000 and the ICB £4,000.",
        "The clerk has ten days to mend it, the head a further five days, so that it takes no more than 15"
        " days in"
        " all.",
        "The depot is open from 8 a.m. to 6 p.m. on every weekday, being ten hours a day, and from 9 a.m."
        " to noon"
        " on Saturdays.",
        "The clerk, two people who drive and one fitter attend without a say, four people in all.",
        "There are 19 vans now in use (12 of them the property of the Council and 7 of the ICB).",
    ],
)
def test_a_figure_that_agrees_or_is_of_something_else_is_left_alone(said: str) -> None:
    assert _found(said) == []
