"""Totals and rows of tables that the text tells: before the table, far from it, by years, by rows."""

from __future__ import annotations

import pytest

from tests.checks.test_rules_figures import found

CONTRIBUTIONS = """# Schedule 3 Contributions

**Table 1: Financial Contributions 2026/27**

| Scheme | Council (£) | ICB (£) | Total (£) |
|---|---|---|---|
| Home First | 412,750 | 1,318,400 | 1,731,150 |
| Equipment | 268,250 | 837,600 | 1,105,850 |
| Carers | 985,000 | 174,250 | 1,159,250 |
| Total | 1,666,000 | 2,330,250 | 3,996,250 |
"""
SAVINGS = """**Table 4: Savings**

| Scheme | Q1 | Q2 | Year |
|---|---|---|---|
| A | 45,000 | 60,000 | 105,000 |
| B | 120,000 | 160,000 | 280,000 |
| Total | 165,000 | 220,000 | 385,000 |
"""
YEARS = """# Annex C Contributions

| Partner | 2026/27 (£) | 2027/28 (£) |
|---|---|---|
| ICB | 46,000 | 94,000 |
| Council | 27,600 | 56,400 |
| Trust | 18,400 | 37,600 |
| Total | 92,000 | 188,000 |
"""


def told(said: str, table: str) -> list[str]:
    """Return the words that are told as another than in a table."""
    text = f"1. Money\n\n1.1 {said}\n\n{table}"
    return [words for words, _ in found("CK-FIGURE-DISAGREES", text)]


@pytest.mark.parametrize(
    ("said", "table", "words"),
    [
        ("The contributions are set out in Schedule 3. The total of them is £3,946,250.", CONTRIBUTIONS,
         "£3,946,250"),
        ("The Financial Contributions for 2026/27 come to £3,814,000.", CONTRIBUTIONS, "£3,814,000"),
        ("In 2026/27 the Partners place Financial Contributions of £3,814,000 in all in the Fund.",
         CONTRIBUTIONS, "£3,814,000"),
        ("The Board has approved savings of £365,000, as follows:", SAVINGS, "£365,000"),
        ("The savings of £420,000 that are to be made are shown in Table 4.", SAVINGS, "£420,000"),
        ("For 2026/27 the budget is £92,000. For 2027/28 it is £176,000.", YEARS, "£176,000"),
        ("The Trust gives £18,400 in 2026/27 and £36,700 in 2027/28.", YEARS, "£36,700"),
        ("For carers the Council gives £985,000 and the ICB £194,250, which makes £1,159,250.",
         CONTRIBUTIONS, "£194,250"),
    ],
)  # fmt: skip
def test_what_a_table_comes_to_is_told_as_another(said: str, table: str, words: str) -> None:
    assert told(said, table) == [words]


@pytest.mark.parametrize(
    ("said", "table"),
    [
        ("The contributions are set out in Schedule 3. The total of them is £3,996,250.", CONTRIBUTIONS),
        ("The Financial Contributions for 2025/26 come to £3,814,000.", CONTRIBUTIONS),
        ("The Financial Contributions for 2026/27 come to about £3,814,000.", CONTRIBUTIONS),
        ("The costs of the building come to £3,814,000.", CONTRIBUTIONS),
        ("The Financial Contributions for 2026/27 come to £1,214,000.", CONTRIBUTIONS),
        ("The Board has approved savings of £385,000, as follows:", SAVINGS),
        ("Savings of up to £400,000 are sought, as follows:", SAVINGS),
        ("Of the £400,000 that was sought in the last year the savings are as follows:", SAVINGS),
        ("For 2026/27 the budget is £92,000. For 2027/28 it is £188,000.", YEARS),
        ("The rent is £18,400 in 2026/27. In 2027/28 it is at most £36,700.", YEARS),
        ("For carers the Council gives £985,000 and the ICB £174,250, which makes £1,159,250.",
         CONTRIBUTIONS),
        ("The total is £3,996,250, which is £2,330,000 more than the £1,666,250 of the year before.",
         CONTRIBUTIONS),
    ],
)  # fmt: skip
def test_what_a_table_comes_to_is_not_told_by_sums_of_something_else(said: str, table: str) -> None:
    assert told(said, table) == []


@pytest.mark.parametrize(
    "said",
    [
        "The ICB pays half of the whole. The councils together pay 30%, and the three trusts 25%.",
        "The Council bears 45% of the cost. The ICB bears 40% of it and the Trust 20%.",
    ],
)
def test_shares_of_one_whole_may_stand_in_several_sentences(said: str) -> None:
    assert len(found("CK-FIGURE-HUNDRED", f"1. Shares\n\n1.1 {said}")) == 1


@pytest.mark.parametrize(
    "said",
    [
        "The ICB pays half of the whole. The councils together pay 30%, and the three trusts 20%.",
        "The ICB pays half of the rent. The Council pays 30% of the rates, and the Trust 25%.",
        "The ICB pays half of the whole. In later years the Council pays up to 30%, and the Trust 25%.",
    ],
)
def test_shares_of_several_wholes_in_several_sentences_are_not_counted_together(said: str) -> None:
    assert found("CK-FIGURE-HUNDRED", f"1. Shares\n\n1.1 {said}") == []


@pytest.mark.parametrize(("share", "hits"), [("51.9%", 1), ("50.9%", 0)])
def test_a_cell_may_give_shares_by_name(share: str, hits: int) -> None:
    text = f"1. Schemes\n\n| Scheme | Overspend |\n|---|---|\n| Aftercare | Council 49.1%, ICB {share} |\n"
    assert len(found("CK-FIGURE-HUNDRED", text)) == hits


@pytest.mark.parametrize(("number", "hits"), [("1,920", 1), ("1,940", 0)])
def test_people_may_be_told_apart_by_one_or_the_other_kind_of_care(number: str, hits: int) -> None:
    said = (
        f"The Partners support {number} adults with a learning disability, of whom 612 are in residential or"
        " nursing care, 735 in supported living and 593 at home."
    )
    assert len(found("CK-FIGURE-PARTS", f"1. People\n\n1.1 {said}")) == hits


@pytest.mark.parametrize(("number", "words"), [("111", ["111"]), ("101", [])])
def test_a_column_of_lists_of_numbers_is_none_of_figures(number: str, words: list[str]) -> None:
    text = f"""1. Roles

| Role | Data Sets | Council | Trust | Total |
|---|---|---|---|---|
| Clinician | 1 to 10 | 0 | 1,840 | 1,840 |
| Administrator | 1, 5, 6 | 110 | 420 | 530 |
| Safeguarding | 1 to 10 | 48 | 53 | {number} |
| Total | | 158 | 2,313 | 2,471 |
"""
    assert [one for one, _ in found("CK-FIGURE-SUM", text)] == words


MEMBERSHIP = """**Table 1: Membership**

| Partner | Seats | Voting | Non-voting |
|---|---|---|---|
| ICB | Place Director; Clinical Lead; Head of Quality | 3 | 1 |
| Council | Director of Adult Services | 2 | 1 |
| Healthwatch | One representative | 0 | 1 |
| Total | | 5 | 3 |
"""
DATA_SETS = """# Schedule 1

**Table 1: Data Sets**

| No. | Data Set | Provided by |
|---|---|---|
| 1 | Demographics | Trust |
| 2 | Social care | Council |
| 3 | Carers | Council |
"""
STAFF = """# Schedule 3

**Table 5: Seconded Staff**

| Team | Whole time equivalent |
|---|---|
| East | 31.5 |
| West | 33.0 |
| Total | 64.5 |
"""


@pytest.mark.parametrize(
    ("said", "table", "words"),
    [
        ("The Board has {} Voting Members, as set out in Table 1.", MEMBERSHIP, ("six", "five")),
        ("The {} Data Sets which may be shared are described in Schedule 1.", DATA_SETS, ("four", "three")),
        ("There are {} whole time equivalent posts in all, as listed in Schedule 3.", STAFF,
         ("62.5", "64.5")),
        ("The savings are {}.", SAVINGS, ("£385,000", "£385,000")),
        ("The Financial Contributions for 2026/27 are {}.", CONTRIBUTIONS, ("£3,966,250", "£3,996,250")),
    ],
)  # fmt: skip
def test_what_is_told_is_that_of_the_table_by_its_name(said: str, table: str, words: tuple[str, str]) -> None:
    wrong, right = words
    assert told(said.format(wrong), table) == ([wrong] if wrong != right else [])
    assert told(said.format(right), table) == []


@pytest.mark.parametrize(("last", "hits"), [("15%", 1), ("20%", 0)])
def test_who_bears_a_share_may_be_no_name(last: str, hits: int) -> None:
    said = f"Equipment is paid for as to 40% by the Council, 40% by the ICB and {last} by the school."
    assert len(found("CK-FIGURE-HUNDRED", f"1. Shares\n\n1.1 {said}")) == hits


TARGETS = """# Schedule 4 Targets

| No. | Measure | Target | Minimum |
|---|---|---|---|
| 1 | Same day deliveries made on the day | 100% | 98% |
| 2 | Urgent deliveries made within 24 hours | 98% | 95% |
| 3 | Items that are repaired | 85% | 80% |
"""


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("The Contractor shall see that 97% of urgent deliveries are made within 24 hours.", ["97%"]),
        ("The Contractor shall see that 98% of urgent deliveries are made within 24 hours.", []),
        ("The Contractor shall report if less than 90% of urgent deliveries are made within 24 hours.", []),
        ("In the first year 90% of urgent deliveries were made within 24 hours.", []),
        ("The Contractor shall see that 97% of urgent deliveries are complete.", []),
    ],
)
def test_a_target_is_one_of_the_row_that_is_named_in_full(said: str, words: list[str]) -> None:
    assert told(said, TARGETS) == words


FOUNDING = """1. Members

1.1 The Founding Members are:

(a) the Integrated Care Board;

(b) Aldshire County Council;

(c) Westmarch City Council; and

(d) Corrick Borough Council.

"""


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("None of the three Founding Members may withdraw.", ["three"]),
        ("None of the four Founding Members may withdraw.", []),
        ("The three Founding Members which are councils pay the rest.", []),
        ("The other three Founding Members pay the rest.", []),
        ("Two of the Founding Members pay the rest.", []),
    ],
)
def test_things_that_a_list_names_are_counted_elsewhere(said: str, words: list[str]) -> None:
    assert [one for one, _ in found("CK-FIGURE-CHANGES", f"{FOUNDING}1.2 {said}\n")] == words


@pytest.mark.parametrize(("number", "words"), [("eight", ["eight"]), ("five", [])])
def test_members_may_be_told_in_a_list_by_whom_they_are_sent(number: str, words: list[str]) -> None:
    text = f"""1. Board

1.1 The Board has {number} members:

(a) for the Council, the Director of Adult Social Care and the Head of Finance or deputy; and

(b) for the ICB, the Place Director, the Chief Finance Officer and the Head of Urgent and Community Care.
"""
    assert [one for one, _ in found("CK-FIGURE-PARTS", text)] == words


WAITS = """# Schedule 5 Indicators

| Scheme | Indicator | 2025/26 | Target |
|---|---|---|---|
| 1 | Advice sent within six weeks | 71% | 95% |
| 2 | Longest wait from referral to treatment, in weeks | 27 | 18 |
"""


@pytest.mark.parametrize(("weeks", "words"), [("16 weeks", ["16 weeks"]), ("18 weeks", []), ("126 days", [])])
def test_a_row_may_say_in_what_its_numbers_are_counted(weeks: str, words: list[str]) -> None:
    said = f"No child is to wait longer than {weeks} from referral to treatment, as Schedule 5 provides."
    assert told(said, WAITS) == words


INSTALMENTS = """# Schedule 2

**Table 2: Instalments**

| Quarter beginning | Council (£) | ICB (£) |
|---|---|---|
| 1 April | 590,862 | 640,887 |
| 1 July | 590,862 | 640,887 |
| 1 October | 590,862 | 640,887 |
| Total | 1,772,586 | 1,922,661 |
"""
PARTIES = """1. Parties

(1) **Westmarch County Council** of Shire House (the “**Council**”); and

(2) **NHS Westmarch Integrated Care Board** of Quay House (the “**ICB**”).

"""
BEDS = """| Service | Provider | Cost (£) |
|---|---|---|
| Step-down beds (14) | Two care homes | 1,126,000 |
| Therapy | Trust | 776,000 |
"""
SLICES = """# Schedule 3

| Part of the Overspend | Council | ICB |
|---|---|---|
| The first £250,000 | 60% | 40% |
| Above £250,000 | 50% | 50% |
"""


@pytest.mark.parametrize(
    ("said", "table", "words"),
    [
        ("The instalment payable by the ICB in each Quarter is {}.", INSTALMENTS, ("£637,137", "£640,887")),
        ("The services are reablement, {} step-down beds and therapy.", BEDS, ("thirteen", "fourteen")),
    ],
)
def test_a_column_or_a_row_tells_what_is_the_same_each_time(
    said: str, table: str, words: tuple[str, str]
) -> None:
    wrong, right = words
    assert told(said.format(wrong), PARTIES + table) == [wrong]
    assert told(said.format(right), PARTIES + table) == []


@pytest.mark.parametrize(("limit", "words"), [("£200,000", ["£200,000"]), ("£250,000", [])])
def test_an_overspend_of_up_to_so_much_is_the_first_part_of_it(limit: str, words: list[str]) -> None:
    text = (
        f"1. Risk\n\n1.1 An Overspend of up to {limit} is shared in proportion to what each pays.\n\n{SLICES}"
    )
    assert [one for one, _ in found("CK-FIGURE-CHANGES", text)] == words


LINES = """# Schedule 2

1. The contributions are:

**Table 1: Contributions**

| Head | Council (£) | ICB (£) | Total (£) |
|---|---|---|---|
| Equipment | 412,600 | 986,400 | 1,399,000 |
| Telecare | 486,900 | 297,100 | 784,000 |
| Total | 899,500 | 1,283,500 | 2,183,000 |

2. {}
"""


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("The sum of £769,000 for telecare is made up of £312,000 for staff and £457,000 for devices.",
         ["£769,000"]),
        ("The sum of £784,000 for telecare is made up of £312,000 for staff and £472,000 for devices.", []),
        ("The sum of £769,000 for telecare in Hensby is made up of £312,000 and £457,000.", []),
    ],
)  # fmt: skip
def test_a_sum_for_a_row_of_the_table_of_its_schedule(said: str, words: list[str]) -> None:
    assert [one for one, _ in found("CK-FIGURE-DISAGREES", LINES.format(said))] == words
