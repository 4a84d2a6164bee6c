"""Figures that a sentence says again in another way: as a share, a count, or of all years together."""

from __future__ import annotations

import pytest

from tests.checks.test_rules_figures import found

_GRANTS = """
| Line | 2026/27 (£) | 2027/28 (£) | 2028/29 (£) |
|---|---|---|---|
| Nursing staff | 920,000 | 938,400 | 957,168 |
| Voluntary sector grants | 600,000 | 612,000 | 624,240 |
| Total | 1,520,000 | 1,550,400 | 1,581,408 |
"""
_FUND = "The Partners keep a pool of £3,455,000 (the “Pooled Fund”)."


def _told(rule: str, *paragraphs: str) -> list[str]:
    numbered = "\n\n".join(f"1.{number} {words}" for number, words in enumerate(paragraphs, 1))
    return [words for words, _ in found(rule, f"1. Money\n\n{numbered}\n")]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Over the three years the voluntary sector receives £1,863,240 in grants.", ["£1,863,240"]),
        ("Across the term the voluntary sector grants come to £1,836,240.", []),
        ("Over the three years the grants to hospices come to £1,863,240.", []),
        ("Over the three years the voluntary sector receives grants of £450,000 a year.", []),
    ],
)
def test_a_sum_of_all_years_together(said: str, words: list[str]) -> None:
    text = f"1. Money\n\n1.1 {said}\n\n# Schedule 1 Budget\n{_GRANTS}"
    assert [one for one, _ in found("CK-FIGURE-DISAGREES", text)] == words


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("The Host keeps 5 per cent of the Pooled Fund, being £175,250.", ["5 per cent"]),
        ("The Host keeps 5 per cent of the Pooled Fund, being £172,750.", []),
        ("The Host keeps 5 per cent of the Pooled Fund, £173,000, in reserve.", []),
        ("The reserve is 2% of the Pooled Fund (£96,100).", ["2%"]),
        ("The Host may keep up to £96,100, or 2% of the Pooled Fund if that is less.", []),
    ],
)
def test_a_share_of_a_sum_that_has_a_name(said: str, words: list[str]) -> None:
    assert _told("CK-FIGURE-SHARE", _FUND, said) == words


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("It takes 1,200 referrals, and completes 90 per cent of them, 1,020 referrals.", ["1,020"]),
        ("It takes 1,200 referrals, and completes 85 per cent of them, 1,020 referrals.", []),
        ("It takes 1,200 referrals, and of 400 reviews completes 90 per cent of them, 360 in all.", []),
    ],
)
def test_a_share_of_what_was_counted_before(said: str, words: list[str]) -> None:
    assert _told("CK-FIGURE-SHARE", said) == words


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Of the eleven nurses, seven are employed by the Trust and three by the Council.", ["eleven"]),
        ("Of the eleven nurses, seven are employed by the Trust and four by the Council.", []),
        ("Of the eleven nurses, seven are employed by the Trust, and the others by agencies.", []),
        ("The three teams, North, South, East and West, each have a lead.", ["three"]),
        ("The four teams, North, South, East and West, each have a lead.", []),
        ("The fee of £69,100 is met by the Council as to £23,100 and the ICB as to £64,000.", ["£64,000"]),
        ("The fee of £69,100 is met by the Council as to £23,100 and the ICB as to £46,000.", []),
        (
            "The fee of £69,100 is met by the Council as to £23,100, the ICB as to £9,000, the rest by fees.",
            [],
        ),
        ("The ICB pays £2,300,000. One fifth of that, £406,000, is paid in April.", ["£406,000"]),
        ("The ICB pays £2,300,000. One fifth of that, £460,000, is paid in April.", []),
        ("In the three years, Dale Council, Marl Council and the ICB are each audited twice.", []),
        ("For the two schemes, Dale Council, Marl Council and Fell Council each pay.", []),
    ],
)
def test_parts_of_a_number_and_names_beside_it(said: str, words: list[str]) -> None:
    assert _told("CK-FIGURE-PARTS", said) == words


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("The Board meets four times a year, in January, April and July.", ["four times a year"]),
        ("The Board meets quarterly in January, April, July and October.", []),
        ("The Board meets twice each year, in May, July and October.", ["twice each year"]),
    ],
)
def test_how_often_and_the_months_of_it(said: str, words: list[str]) -> None:
    assert _told("CK-FIGURE-PARTS", said) == words


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Minutes are sent within two weeks (21 days).", ["two weeks (21 days)"]),
        ("It lasts for 24 months (three years).", ["24 months (three years)"]),
        (
            "It lasts for one year and six months (eight quarters).",
            ["one year and six months (eight quarters)"],
        ),
        ("It lasts for one year and six months (six quarters), or 12 weeks (three months).", []),
        ("Minutes are sent within two weeks (14 days), or two weeks (10 working days).", []),
        ("It lasts two years (18 months) and is told within 48 hours (two days).", ["two years (18 months)"]),
    ],
)
def test_a_period_in_two_units(said: str, words: list[str]) -> None:
    assert _told("CK-FIGURE-WORDS", said) == words


LIMITED = (
    "A contract worth more than £400,000 a year needs the consent of the Board. A deputy may not give it.",
    "A move between Schemes of more than 4% is reported to the Board.",
    "The Host may spend up to £15,000 on repairs. It insures its stock for £60,000.",
)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("The Board approves a contract worth more than £300,000 a year (clause 2.1).", ["£300,000"]),
        ("The Board hears of a move between Schemes above 5% (clause 3.1).", ["5%"]),
        ("The Board approves a contract worth more than £0.4m a year (clause 2.1).", []),
        ("The Manager signs a contract worth less than £100,000 a year (clause 2.1).", []),
        ("The contract for beds is worth £900,000 a year (clause 2.1).", []),
        ("The contract for beds, worth more than £900,000 a year (clause 2.1), was approved in May.", []),
        ("The Board allows repairs by the Host of up to £25,000 (clause 4.1).", []),
    ],
)
def test_a_limit_beside_its_clause_in_brackets_is_the_one_limit_there(said: str, words: list[str]) -> None:
    every = enumerate((*LIMITED, said), start=2)
    clauses = "".join(f"\n{at}. Clause\n\n{at}.1 {one}\n" for at, one in every)
    assert [text for text, _ in found("CK-FIGURE-CHANGES", clauses)] == words


def test_a_sum_for_both_may_be_said_again_for_the_year() -> None:
    said = "1. Rent\n\n1.1 The ICB pays the rent of both Clinics at £5,300 a quarter ({} a year).\n"
    assert found("CK-FIGURE-PARTS", said.format("£21,200")) == []
    assert found("CK-FIGURE-PARTS", said.format("£22,100")) != []


def test_a_period_may_be_those_of_a_clause_together() -> None:
    said = (
        "1. Talks\n\n1.1 The officers meet within 10 Working Days; the directors within a further 20 Working"
        " Days.\n\n2. Experts\n\n2.1 A matter not settled within the {} Working Days allowed by clause 1.1"
        " goes to an expert.\n"
    )
    assert found("CK-FIGURE-CHANGES", said.format(30)) == []
    assert found("CK-FIGURE-CHANGES", said.format(45)) == [("45 Working Days", "likely")]
