"""Figures of the text against tables and lists: how many rows there are, what they make, how they grow."""

from __future__ import annotations

import pytest

from tests.checks.test_rules_figures import found, table

PROJECTS = """1. Programme

1.1 {}

# Schedule 2

Table 3: Programme budget

| Ref | Project | Lead | 2026/27 (£) |
|---|---|---|---:|
| P1 | Falls prevention | Council | 120,000 |
| P2 | Carers' breaks | ICB | 90,000 |
| P3 | Home adaptations | Council | 60,000 |
| P4 | Night sitting | ICB | 30,000 |
| | of which grant-funded | | 10,000 |
| | Total | | 300,000 |
"""
SHARED = """1. Money

1.1 {}

# Schedule 2

Table 1: Contributions

| Partner | 2026/27 | 2027/28 | 2028/29 |
|---|---|---|---|
| City Council | £200,000 | £206,000 | £212,180 |
| Borough Council | £100,000 | £103,000 | £106,090 |
| Trust | £50,000 | £48,000 | £48,000 |
| ICB | £300,000 | £309,000 | £318,270 |
| Total | £650,000 | £666,000 | £684,540 |

Table 2: Licences

| Partner | Licences |
|---|---|
| City Council | 900 |
| Borough Council | 350 |
| Trust | 2,100 |
| ICB | 150 |
| Total | 3,500 |

Table 3: Posts

| Post | Employer | WTE |
|---|---|---|
| Manager | Council | 1.0 |
| Social worker | Council | 6.0 |
| Nurse | Trust | 5.0 |
| Therapist | Trust | 3.0 |
| Total | | 15.0 |
"""


def words(rule: str, text: str) -> list[str]:
    """Return the words that a rule hits."""
    return [one for one, _ in found(rule, text)]


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("The Partners shall run the five projects set out in Table 3.", "five"),
        ("Table 3 lists six projects.", "six"),
        ("There are five projects, which Table 3 describes.", "five"),
        ("The money is spent on five projects (Table 3).", "five"),
        ("Table 3 shows how the fund is split between five projects.", "five"),
        ("The Programme consists of 5 projects, listed in Schedule 2.", "5"),
        ("Each of the five projects in Table 3 has a lead.", "five"),
        ("Schedule 2 sets out three projects and their leads.", "three"),
        ("Five projects are set out in Table 3.", "Five"),
    ],
)
def test_a_number_of_things_is_that_of_the_rows_of_the_table_that_sets_them_out(
    said: str, wrong: str
) -> None:
    assert words("CK-FIGURE-DISAGREES", PROJECTS.format(said)) == [wrong]


@pytest.mark.parametrize(
    "said",
    [
        "The Partners shall run the four projects set out in Table 3.",
        "Two projects in Table 3 are led by the ICB.",
        "The Council leads two of the projects in Table 3.",
        "The two projects led by the ICB in Table 3 start first.",
        "At least three projects in Table 3 are to start in April.",
        "Table 3 lists the projects for three years.",
        "Three further projects may be added to Table 3.",
        "Any two projects in Table 3 may be joined.",
        "The first three projects in Table 3 are new.",
        "The Council runs two projects of its own besides those in Table 3.",
        "The three projects with the largest budgets in Table 3 are reviewed monthly.",
        "For the other three projects, see Table 3.",
        "The three Council projects in Table 3 come first.",
    ],
)
def test_a_number_of_some_of_the_rows_is_left_alone(said: str) -> None:
    assert words("CK-FIGURE-DISAGREES", PROJECTS.format(said)) == []


MEASURES = """5. Performance

5.1 The measures are:

| No. | Measure | 2026/27 | 2027/28 |
|---|---|---|---|
| M1 | First contact in time | 80% | 85% |
| M2 | Answers to urgent calls | 90% | 92% |
| M3 | Health checks | 85% | 90% |

5.2 {}
"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("The standard is met if at least two of the four measures are reached.", ["four"]),
        ("The Board looks at all four measures each quarter.", ["four"]),
        ("Performance is good where any two out of four measures are met.", ["four"]),
        ("The standard is met if at least two of the three measures are reached.", []),
        ("Two of the four measures which the ICB sets are new.", []),
        ("Two of these measures are new.", []),
    ],
)
def test_a_number_of_measures_is_that_of_the_table_before_it(said: str, wrong: list[str]) -> None:
    assert words("CK-FIGURE-DISAGREES", MEASURES.format(said)) == wrong


def test_a_number_of_measures_in_a_schedule_is_that_of_its_table() -> None:
    text = MEASURES.replace("5. Performance\n\n5.1 The measures are:", "# Schedule 5").replace("5.2 ", "")
    assert words("CK-FIGURE-DISAGREES", text.format("At least two of the four measures are met.")) == ["four"]


def test_a_column_that_counts_things_tells_their_number() -> None:
    text = table("Ward / Beds", "Ash / 12", "Beech / 18", "Total / 30").replace("The costs are:", "{}")
    assert words("CK-FIGURE-DISAGREES", text.format("There are thirty-two beds, as follows.")) == [
        "thirty-two"
    ]
    assert words("CK-FIGURE-DISAGREES", text.format("There are thirty beds, as follows.")) == []


@pytest.mark.parametrize(
    ("lead", "wrong"),
    [
        ("We share three aims:", ["three"]),
        ("The Forum has the following four aims:", []),
        ("The Partners have agreed five aims for the first year:", ["five"]),
        ("Within three Working Days the Council shall:", []),
        ("At least two conditions are met, of these:", []),
        ("If two forecasts show an overspend, then:", []),
    ],
)
def test_a_number_of_things_is_that_of_the_items_after_it(lead: str, wrong: list[str]) -> None:
    items = (
        "(a) to prevent falls;\n\n(b) to help carers;\n\n(c) to cut waiting; and\n\n(d) to share what works."
    )
    assert words("CK-FIGURE-CHANGES", f"1. Aims\n\n1.1 {lead}\n\n{items}\n") == wrong


def test_a_number_of_things_is_that_of_the_paragraphs_of_the_schedule_that_is_named_for_them() -> None:
    text = """1. Purposes

1.1 Records are used for the {} purposes in Schedule 1.

# Schedule 1: Purposes

1. Giving care.

2. Planning care.

3. Checking the quality of care.
"""
    assert words("CK-FIGURE-CHANGES", text.format("four")) == ["four"]
    assert words("CK-FIGURE-CHANGES", text.format("three")) == []


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("The contribution of the City Council rises by 4% from 2026/27 to 2027/28.", ["4%"]),
        ("The ICB pays 2.5 per cent more in 2027/28 than in 2026/27.", ["2.5 per cent"]),
        ("The total for 2027/28 is 3.2% above that for 2026/27.", ["3.2%"]),
        ("From 2026/27 to 2027/28 the ICB pays 3% more and the Trust is cut by 6%.", ["6%"]),
        ("The contribution of the ICB for 2027/28 is that for 2026/27 uplifted by 3.5%.", ["3.5%"]),
        ("The ICB pays 3 per cent more in 2027/28 than in 2026/27.", []),
        ("Between 2026/27 and 2027/28 the contribution of the Trust falls by 4%.", []),
        ("If prices rise by 5% between 2026/27 and 2027/28 the Partners shall meet.", []),
        ("Demand rises by 6% from 2026/27 to 2027/28.", []),
        ("What the ICB pays for transport rises by 7% from 2026/27 to 2027/28.", []),
        ("The budget was £400,000. That is 9% more than the £380,000 of last year.", ["9%"]),
        ("The budget was £399,000. That is 5% more than the £380,000 of last year.", []),
    ],
)
def test_growth_is_that_of_the_columns_or_the_sums(said: str, wrong: list[str]) -> None:
    assert words("CK-FIGURE-SHARE", SHARED.format(said)) == wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        (
            "Of the licences in Table 2 the City Council and the Borough Council together hold 1,350.",
            ["1,350"],
        ),
        ("Between them the Trust and the ICB have 2,520 of the licences in Table 2.", ["2,520"]),
        ("The licences in Table 2 come to 3,500 in all.", []),
        ("The City Council and the Borough Council together hold 1,250 of the licences in Table 2.", []),
        ("The City Council and the Borough Council together have 1,400 staff.", []),
        ("The licences are in Table 2, and they come to 3,050.", ["3,050"]),
        ("Table 3 shows 15 WTE posts, of which 8 are Council posts.", ["8"]),
        ("Table 3 shows 15 WTE posts, of which 7 are Council posts.", []),
        ("The Team has four posts (Table 3), of which three are Trust posts.", ["three"]),
        ("The Team has four posts (Table 3), of which one is vacant and three are filled.", []),
    ],
)
def test_what_rows_make_together_is_what_the_text_says(said: str, wrong: list[str]) -> None:
    assert words("CK-FIGURE-DISAGREES", SHARED.format(said)) == wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("The ICB pays monthly instalments of £25,000 in 2026/27 and £25,570 in 2027/28.", ["£25,570"]),
        ("The ICB pays £75,000 in 2026/27 and £77,520 in 2027/28, in four payments a year.", ["£77,520"]),
        ("The ICB pays monthly instalments of £25,000 in 2026/27 and £25,750 in 2027/28.", []),
        ("The ICB pays rent in four equal instalments of £8,000 in 2026/27 and £8,200 in 2027/28.", []),
    ],
)
def test_instalments_of_a_year_are_parts_of_what_the_table_has_for_it(said: str, wrong: list[str]) -> None:
    assert words("CK-FIGURE-DISAGREES", SHARED.format(said)) == wrong


def test_the_title_of_a_paragraph_tells_whose_budget_it_is() -> None:
    text = """1. Schemes

1.1 Scheme 2 (Community equipment). Aids are lent free of charge. The ICB holds the contract, and the budget
of {} meets its whole cost.

| No | Scheme | Council (£) | ICB (£) | Total (£) |
|---|---|---|---|---|
| 1 | Reablement | 400,000 | 600,000 | 1,000,000 |
| 2 | Community equipment | 1,120,000 | 1,680,000 | 2,800,000 |
"""
    assert words("CK-FIGURE-DISAGREES", text.format("£2,850,000")) == ["£2,850,000"]
    assert words("CK-FIGURE-DISAGREES", text.format("£2,800,000")) == []
    assert words("CK-FIGURE-DISAGREES", text.format("£1,680,000")) == []


def test_a_limit_is_that_of_the_table_of_limits() -> None:
    text = """1. Limits

1.1 The Committee itself may award a new contract of up to {}, and the Director one of up to £100,000.

# Annex A: Delegated limits

| Decision | Director | Committee |
|---|---|---|
| Award of a new contract | £100,000 | £2,000,000 |
| Grant to a charity | £10,000 | £300,000 |
"""
    assert words("CK-FIGURE-DISAGREES", text.format("£2,500,000")) == ["£2,500,000"]
    assert words("CK-FIGURE-DISAGREES", text.format("£2,000,000")) == []


def test_posts_times_the_cost_of_one_are_no_sum() -> None:
    rows = ("Nurse / 3.0 / 50,000 / {} ", "Driver / 2.0 / 30,000 / 60,000", "Clerk / 1.5 / 24,000 / 36,000")
    text = table("Post / Posts held / Cost of one post (£) / Total (£)", *rows)
    assert words("CK-FIGURE-SUM", text.format("150,000")) == []
    assert words("CK-FIGURE-SUM", text.format("155,000")) == ["155,000"]


def test_running_costs_are_part_of_a_total_and_tiers_are_none() -> None:
    text = table(
        "Item / Cost", "Grants / £500,000", "Staff / £300,000", "Running costs / £200,000", "Total / {}"
    )
    assert words("CK-FIGURE-SUM", text.format("£1,000,000")) == []
    assert words("CK-FIGURE-SUM", text.format("£1,100,000")) == ["£1,100,000"]
    tiers = ("first £10,000 / 100% / 0%", "next £20,000 / 45% / 55%", "all above £30,000 / 50% / 50%")
    assert words("CK-FIGURE-SUM", table("Slice / Reserve / Council", *tiers)) == []


MEMBERS = """
| Partner | Members | Number |
|---|---|---|
| Council | Director of Adults; Director of Public Health; Head of Finance | 3 |
| ICB | Accountable Officer; Chief Finance Officer | 2 |
| Trust | Chief Executive; Director of Nursing | 2 |
"""
POSTS = """
**Table 6: Posts which transfer**

| Post | Band | People |
|---|---|---|
| Head of Joint Commissioning | 8c | 1 |
| Commissioning Manager | 7 | 4 |
| Administrator | 4 | 3 |
"""
SCHEMES = """
| No. | Individual Scheme | Lead |
|---|---|---|
| 1 | Home First | ICB |
| 2 | Equipment | Council |
| 3 | Carers | Council |
"""


@pytest.mark.parametrize(
    ("said", "table", "words"),
    [
        ("The Board has {} voting members, as follows:", MEMBERS, ("eight", "seven")),
        ("{} people hold the posts which are to transfer. The posts are listed in Table 6.", POSTS,
         ("Nine", "Eight")),
        ("The Individual Schemes at the Commencement Date are these {}:", SCHEMES, ("five", "three")),
        ("The Individual Schemes are shown in the table below. There are {} of them.", SCHEMES,
         ("four", "three")),
    ],
)  # fmt: skip
def test_things_are_counted_after_their_name_or_in_the_sentence_before(
    said: str, table: str, words: tuple[str, str]
) -> None:
    wrong, right = words
    text = f"1. Clause\n\n1.1 {said}\n\n{table}"
    assert found("CK-FIGURE-DISAGREES", text.format(wrong)) == [(wrong, "likely")]
    assert found("CK-FIGURE-DISAGREES", text.format(right)) == []
