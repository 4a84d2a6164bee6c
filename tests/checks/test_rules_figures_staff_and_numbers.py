"""Staff told in parts, what is paid each time, things of lists and of tables whose rows have numbers."""

from __future__ import annotations

import pytest

from tests.checks.test_rules_figures_counted import words

PARTIES = (
    'This Agreement is made between (1) Colne Council (the "Council") and (2) NHS Fell Integrated Care Board'
    ' (the "ICB").\n\n1. Staff\n\n1.1 {}\n'
)


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("The team has six staff: a director, two managers, three officers and an analyst.", "six"),
        ("The team has seven staff: a director, two managers, three officers and an analyst.", None),
        ("The team has nine posts: a manager, four nurses, two therapists and a clerk.", "nine"),
        ("There are ten posts, being a lead, six nurses and three carers.", None),
        ("There are eleven posts, being a lead, six nurses and three carers.", "eleven"),
        ("It has 46 staff, of whom 26 are employed by the Council and 18 are employed by the ICB.", "46"),
        ("It has 46 staff, of whom 28 are employed by the Council and 18 are employed by the ICB.", None),
        (
            "It has 46 staff, of whom 26 are employed by the Council and 18 by the ICB, and others by us.",
            None,
        ),
        ("It has 46 staff, of whom 26 are employed by the Council and 18 work at night.", None),
        ("It has 36.5 WTE staff, of whom 21.0 are employed by the Council and 13.5 by the ICB.", "36.5"),
        ("It has 34.5 WTE staff, of whom 21.0 are employed by the Council and 13.5 by the ICB.", None),
        ("It has 12.5 WTE, of which 7.0 are nurses and 6.5 are therapists.", "12.5"),
        ("It has 12.5 WTE, of which 7.0 are nurses and 2.5 are therapists.", None),
    ],
)
def test_staff_are_as_many_as_they_are_told_in_parts(said: str, wrong: str | None) -> None:
    assert words("CK-FIGURE-PARTS", PARTIES.format(said)) == ([wrong] if wrong else [])


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("The ICB pays £447,000 at the start of each quarter of 2025/26, making £1,908,000 in all.", True),
        ("The ICB pays £477,000 at the start of each quarter of 2025/26, making £1,908,000 in all.", False),
        ("The ICB pays £477,000 a quarter, making £3,816,000 in all.", False),
        ("The ICB pays £6,250 a month for the licence, a total of £72,000 over the Term.", True),
        ("The ICB pays £6,250 a month for the licence, a total of £75,000 over the Term.", False),
        ("The ICB pays £2,500 each quarter (£11,000 in total).", True),
        ("The rent is £1,333.33 a month, making £16,000 in all.", False),
        ("The rent is £1,500 a quarter with a deposit of £500, making £6,500 in all.", False),
        ("The rent is £1,500 a quarter from 1 May 2026, making £6,500 in all.", False),
    ],
)
def test_what_is_paid_each_time_goes_into_what_is_paid_in_all(said: str, wrong: bool) -> None:
    assert bool(words("CK-FIGURE-PARTS", f"1. Payment\n\n1.1 {said}\n")) is wrong


YEARS = """1. Payment

1.1 The grant is paid as follows:

| Year | Council | ICB | Total |
|---|---|---|---|
| Year 1 | £95,000 | £95,000 | £190,000 |
| Year 2 | £97,750 | £97,750 | £195,500 |
| Year 3 | £100,500 | £100,500 | £201,000 |

1.2 In each year the grant is paid in four equal instalments. {}
"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        (
            "In Year 1 each instalment is £47,500, in Year 2 it is £48,785 and in Year 3 it is £50,250.",
            ["£48,785"],
        ),
        ("In Year 1 each instalment is £47,500, in Year 2 it is £48,875 and in Year 3 it is £50,250.", []),
        ("In Year 1 each instalment is £7,500, in Year 2 it is £8,785 and in Year 3 it is £5,250.", []),
    ],
)
def test_instalments_of_years_told_after_their_year(said: str, wrong: list[str]) -> None:
    assert words("CK-FIGURE-DISAGREES", YEARS.format(said)) == wrong


LISTED = """1. Grant

1.1 We may withhold the grant if:

(a) you do not use it for the programme;

(b) you fail to send us a report; or

(c) you become insolvent.

1.2 {}
"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("We may end this agreement in any of the four cases in clause 1.1.", ["four"]),
        ("We may end this agreement in any of the three circumstances set out in clause 1.1.", []),
        ("All four grounds in clause 1.1 may be relied on.", ["four"]),
        ("We shall tell you in the two cases in clause 1.1 in which you may put things right.", []),
        ("Within four weeks of the events in clause 1.1 we shall tell you.", []),
    ],
)
def test_cases_in_a_clause_are_those_of_its_list(said: str, wrong: list[str]) -> None:
    assert words("CK-FIGURE-CHANGES", LISTED.format(said)) == wrong


SCHEMES = """1. Schemes

1.1 The {} schemes and their budgets are:

| Scheme | 2026/27 |
|---|---|
| 1. Discharge team | £4,150,000 |
| 2. Reablement and home first | £6,840,000 |
| 3. Community equipment | £2,360,000 |
| Contingency | £200,000 |
| Total | £13,550,000 |

1.2 {}
"""


@pytest.mark.parametrize(
    ("count", "said", "wrong"),
    [
        ("three", "The budget for Scheme 2 of £6,480,000 includes £640,000 for beds.", ["£6,480,000"]),
        ("three", "The budget for Scheme 2 is £6,940,000.", ["£6,940,000"]),
        ("three", "The budget for Scheme 2 is £6,840,000.", []),
        ("three", "Scheme 1 spends £4,000,000 on staff and the rest on premises.", []),
        ("three", "The ICB pays £2,300,000 towards Scheme 3 and the Council the rest.", []),
        ("three", "Schemes 2 and 3 cost £9,200,000.", []),
        ("four", "Each Scheme has a lead.", ["four"]),
    ],
)
def test_rows_with_a_number_and_a_name(count: str, said: str, wrong: list[str]) -> None:
    assert words("CK-FIGURE-DISAGREES", SCHEMES.format(count, said)) == wrong


@pytest.mark.parametrize(("count", "wrong"), [("three", ["three"]), ("four", [])])
def test_the_name_of_a_column_may_end_in_y(count: str, wrong: list[str]) -> None:
    said = f"""1. Delivery

1.1 Equipment is delivered within these times:

| Priority | Time | Standard |
|---|---|---|
| Emergency | 4 hours | 98% |
| Urgent | 1 day | 97% |
| Routine | 5 days | 95% |
| Adaptations | 20 days | 90% |

1.2 The {count} priorities in clause 1.1 are applied by whoever orders the equipment.
"""
    assert words("CK-FIGURE-DISAGREES", said) == wrong
