"""Figures by what a text says of parties, their shares and rows, of totals, and of how sums move."""

from __future__ import annotations

import pytest

from tests.checks.test_rules_figures import found

PARTIES = """1. Parties

(1) **Northby County Council** of Shire House (the “**Council**”);

(2) **NHS Fell Integrated Care Board** of Quay House (the “**ICB**”); and

(3) **Fellside Hospitals NHS Foundation Trust** of Mill Lane (the “**Trust**”).

2. Money

2.1 {}

# Schedule 1: Schemes

Table 1: Schemes

| No. | Scheme | Lead | Sum |
|---|---|---|---|
| S1 | Home care | The Council | £400,000 |
| S2 | Reablement | The ICB | £250,000 |
| S3 | Step-down beds | The Council | £300,000 |
| S4 | Evaluation | The Trust | £50,000 |
| | Total | | £1,000,000 |
"""


def told(rule: str, clause: str) -> list[str]:
    """Return the words of what a rule finds in a clause of an agreement of three parties."""
    return [words for words, _ in found(rule, PARTIES.format(clause))]


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("The Council leads two Schemes, which together are worth £730,000.", ["£730,000"]),
        ("The Council leads two Schemes, which together are worth £700,000.", []),
        ("The Council is responsible for two of the Schemes, at a cost of £630,000.", ["£630,000"]),
        ("The Council hosts two teams that are worth £700,000.", []),
        ("The Council leads three Schemes, which together are worth £730,000.", []),
        ("The Council leads two Schemes and may spend up to £730,000.", []),
    ],
)
def test_what_the_rows_of_a_party_make_is_what_the_text_says(said: str, wrong: list[str]) -> None:
    assert told("CK-FIGURE-DISAGREES", said) == wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("The report covers all five Schemes.", ["five"]),
        ("The report covers all four Schemes.", []),
        ("The report covers five Schemes of other areas.", []),
    ],
)
def test_all_of_some_things_are_as_many_as_the_table_has(said: str, wrong: list[str]) -> None:
    assert told("CK-FIGURE-DISAGREES", said) == wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        (
            "Of £200,000 in all: {} The Council’s part is thus £120,000 and the ICB’s £85,000.",
            ["£85,000"],
        ),
        ("Of £200,000 in all: {} The Council’s part is thus £120,000 and the ICB’s £80,000.", []),
        ("The grant is £200,000. {} In July the Council pays £12,000 and the ICB £8,000.", []),
        ("The grant is £200,000. {} The Council pays about £121,000 and the ICB about £79,000.", []),
        ("{} The Council pays £500 and the ICB £70.", []),
    ],
)
def test_parts_of_parties_are_the_shares_said_before(said: str, wrong: list[str]) -> None:
    text = said.format("The Council provides 60% of every instalment and the ICB 40%.")
    assert told("CK-FIGURE-PARTS", text) == wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        (
            "The Board adds £6,000,000, raising the budget from £219,000,000 to £224,000,000.",
            ["£224,000,000"],
        ),
        ("The Board adds £6,000,000, raising the budget from £219,000,000 to £225,000,000.", []),
        ("The Board cuts £40,000 from the fee, reducing it from £90,000 to £60,000.", ["£60,000"]),
        ("The Board cuts £40,000 from the fee, reducing it from £90,000 to £50,000.", []),
        ("The Board adds £6,000 and moves the office, whose rent goes from £20,000 to £25,000.", []),
        ("The fee rises by 3%, to £206,000 in all, which is £6,600 more than in 2024/25.", ["£6,600"]),
        ("The fee rises by 3%, to £206,000 in all, which is £6,000 more than in 2024/25.", []),
        ("The fee falls by 10% to £90,000, a reduction of £9,000.", ["£9,000"]),
        ("The fee falls by 10% to £90,000, a reduction of £10,000.", []),
        ("The fee rises by 2.7%, to £103,000, which is £2,708 more than before.", []),
    ],
)
def test_sums_move_by_what_is_said(said: str, wrong: list[str]) -> None:
    assert told("CK-FIGURE-PARTS", said) == wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        (
            "It has nine voting members, three from the Council, two from the ICB and three from the Trust.",
            True,
        ),
        (
            "It has eight voting members, three from the Council, two from the ICB and three from the Trust.",
            False,
        ),
        ("The staff number 36, made up of 26 analysts, 8 engineers and 4 clerks.", True),
        ("The staff number 38, made up of 26 analysts, 8 engineers and 4 clerks.", False),
        ("The Board has nine members, two from each partner.", False),
        ("The Council hires 16 beds for 48 weeks at £1,250 a bed a week. The cost is £980,000.", True),
        ("The Council hires 16 beds for 48 weeks at £1,250 a bed a week. The cost is £960,000.", False),
    ],
)
def test_numbers_are_what_their_parts_make(said: str, wrong: bool) -> None:
    assert bool(told("CK-FIGURE-PARTS", said)) is wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("On 1 May there were 421 Eligible Persons in the area.", ["421"]),
        ("On 1 May there were 412 Eligible Persons in the area.", []),
        ("On 1 May there were 431 Eligible Persons in the area.", []),
        ("Of the 251 Eligible Persons of the county many live at home.", []),
        ("On 1 May there were 421 Waiting Persons in the area.", []),
    ],
)
def test_a_number_of_things_is_the_total_of_their_table(said: str, wrong: list[str]) -> None:
    text = f"""1. Persons

1.1 {said}

Table 1: Eligible Persons by setting

| Setting | County | City | Total |
|---|---|---|---|
| Care homes | 162 | 103 | 265 |
| Own home | 89 | 58 | 147 |
| Total | 251 | 161 | 412 |
"""
    assert [words for words, _ in found("CK-FIGURE-DISAGREES", text)] == wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        (
            "a rise of 2.5% in each Budget for 2027/28 and of a further 3 per cent for 2028/29",
            ["3 per cent"],
        ),
        ("a rise of 2.5% in each Budget for 2027/28 and of a further 2 per cent for 2028/29", []),
        ("a rise of 4 per cent in each Budget for 2027/28", ["4 per cent"]),
        ("a rise of 2.5 per cent in each Budget for 2027/28", []),
    ],
)
def test_growth_in_a_year_is_from_the_year_before(said: str, wrong: list[str]) -> None:
    text = f"""1. Money

1.1 The parties have planned {said}, with the results in Table 4.

Table 4: Budgets (£)

| Year | Council | ICB |
|---|---|---|
| 2026/27 | 5,400,000 | 7,400,000 |
| 2027/28 | 5,535,000 | 7,585,000 |
| 2028/29 | 5,645,700 | 7,736,700 |
"""
    assert [words for words, _ in found("CK-FIGURE-SHARE", text)] == wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("A saving of £90,000 gives the Council £40,000, the ICB £30,000 and the Trust £20,000.", []),
        (
            "A saving of £90,000 gives the Council £40,000, the ICB £33,000 and the Trust £20,000.",
            ["£90,000"],
        ),
        (
            "Then £90,000 would mean £40,000 for the Council, £30,000 for the ICB and £29,000 for the Trust.",
            ["£90,000"],
        ),
        ("Below £90,000 the Council signs for £40,000, the ICB for £30,000, the Trust for £25,000 only.", []),
        ("A limit of £90,000 lets the Council spend £40,000, the ICB £30,000 and the Trust £25,000.", []),
    ],
)
def test_what_each_party_has_of_a_sum_makes_it(said: str, wrong: list[str]) -> None:
    assert told("CK-FIGURE-PARTS", said) == wrong
