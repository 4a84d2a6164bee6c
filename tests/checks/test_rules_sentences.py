"""Rules on figures and dates in sentences: what is reckoned out, what a table has, terms of years."""

from __future__ import annotations

import pytest

from clausekit.checks.rules import load
from tests.checks.instruments import hits

_PARTIES = """
1. Parties

(1) **Westmarch County Council** of Shire House (the “**Council**”); and

(2) **NHS Westmarch Integrated Care Board** of Quay House (the “**ICB**”).

2. Money

"""
_TABLE = """

# Schedule 1

Table 1: Contributions 2026/27

| Source | Council | ICB |
|---|---|---|
| Minimum contribution | Nil | £2,100,000 |
| Disabled Facilities Grant | £850,000 | Nil |
| Total | £850,000 | £2,100,000 |
"""


def found(id_: str, *sentences: str, table: str = "") -> list[str]:
    """Return what a rule hits in clauses of one sentence each."""
    text = "\n\n".join(f"2.{number} {words}" for number, words in enumerate(sentences, 1))
    return [
        hit.words.text
        for hit in hits(load(id_), f"{_PARTIES}{text}\n{table}")
        if hit.confidence != "doubtful"
    ]


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("The ICB pays £3,500 a month, that is £42,000 a year.", ""),
        ("The ICB pays £3,500 a month, that is £45,000 a year.", "£45,000"),
        ("The Council pays £5,000 a term, i.e. £10,000 in the three terms of a year.", "£10,000"),
        ("The fee is paid in twelve instalments of £39,562.50, £474,750 in all.", ""),
        ("The fee is paid in twelve instalments of £39,562.50, £475,750 in all.", "£475,750"),
        ("The fee is 12 x £39,562.50 = £484,750.", "£484,750"),
        ("The post costs 0.5 WTE at £44,000, that is £20,000.", "£20,000"),
        ("The grant is £11,340 for 18 places (£620 each).", "£11,340"),
        ("The rent is £9,500 per quarter, making £36,000 for the year.", "£36,000"),
        ("A visit costs £25, or £30 at weekends; £120 a month or £1,300 a year if paid in advance.", ""),
        ("The budget of £28,700,000 becomes £29,718,850, an increase of £1,081,850.", "£1,081,850"),
    ],
)
def test_what_a_sentence_reckons_out(sentence: str, wrong: str) -> None:
    assert found("CK-FIGURE-PARTS", sentence) == ([wrong] if wrong else [])


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Of the costs, 5% of £500,000 is £20,000.", "£20,000"),
        ("Pay of £647,700 would rise, at 2.7%, by £17,487.90.", ""),
        ("The fee is 4.5% of the first two lines, £1,526,595 together, and so comes to £68,967.", "£68,967"),
        ("On-costs of £25,000 are 20 per cent of salaries of £100,000.", "20 per cent"),
        ("Not more than £50,000, being 5% of the Grant of £1,000,000, is spent on overheads.", ""),
        ("The contribution rises by 3%, from £400,000 to £416,000.", "3%"),
        ("It is about 5% of the Fund of £1,234,000, that is £60,000 or so.", ""),
    ],
)
def test_what_is_not_the_share_of_a_sum(sentence: str, wrong: str) -> None:
    assert found("CK-FIGURE-SHARE", sentence) == ([wrong] if wrong else [])


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        (
            "For 2026/27 the contribution of the Council is £850,000, that of the ICB £2,100,000 (Table 1).",
            "",
        ),
        ("For 2026/27 the Council pays £580,000 and the ICB £2,100,000, as Table 1 shows.", "£580,000"),
        ("The ICB’s contribution for 2026/27 is £2,010,000.", "£2,010,000"),
        ("The Disabled Facilities Grant of the Council is £860,000, as in Schedule 1.", "£860,000"),
        ("The Council may spend up to £50,000 of its contribution in Table 1.", ""),
        ("If the Fund grew, the Council would contribute £805,000 in total.", ""),
    ],
)
def test_what_a_table_says_otherwise(sentence: str, wrong: str) -> None:
    assert found("CK-FIGURE-DISAGREES", sentence, table=_TABLE) == ([wrong] if wrong else [])


def test_a_named_sum_that_changes() -> None:
    first = "The Council keeps cyber insurance of not less than £5,000,000 for each claim."
    other = "For cyber risks the Trust maintains cover of not less than £2,000,000 for each claim."
    assert found("CK-FIGURE-CHANGES", first, other) == ["£2,000,000"]
    assert found("CK-FIGURE-CHANGES", first, first) == []


@pytest.mark.parametrize(
    ("first", "other", "wrong"),
    [
        (
            "The annual cap is £200,000.",
            "If the cap of £250,000 in clause 2.1 is reached, all meet.",
            "£250,000",
        ),
        ("A Partner may leave on six months’ notice.", "The notice in clause 2.1 (six months) runs.", ""),
        ("The ICB pays a grant of £1,284,500.", "If £1,248,500 is not spent, it is repaid.", "£1,248,500"),
        ("The virement limit is £25,000 for officers.", "The virement limit is £90,000 for the Board.", ""),
    ],
)
def test_what_another_clause_says_otherwise(first: str, other: str, wrong: str) -> None:
    assert found("CK-FIGURE-CHANGES", first, other) == ([wrong] if wrong else [])


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        (
            "This Agreement starts on 1 April 2026 and lasts for three years, until 31 March 2028.",
            "31 March 2028",
        ),
        ("This Agreement starts on 1 April 2026 and lasts for three years, until 31 March 2029.", ""),
        ("The lease runs for five years from 1 July 2026 and expires on 30 June 2031.", ""),
        ("The pilot lasts from 1 April 2026 for 18 months, ending on 31 August 2027.", "31 August 2027"),
    ],
)
def test_a_term_of_years(sentence: str, wrong: str) -> None:
    told = found("CK-DATE-TERM", sentence)
    assert any(wrong in words for words in told) if wrong else told == []
