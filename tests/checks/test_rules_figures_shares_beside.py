"""Shares beside sums and beside each other: columns of per cent, two that make a whole, shares of those."""

from __future__ import annotations

import pytest

from clausekit.checks.rules import load
from tests.checks.instruments import hits


def _found(id_: str, text: str) -> list[str]:
    return [one.words.text for one in hits(load(id_), text) if one.confidence != "doubtful"]


def test_the_shares_in_a_row_are_no_part_of_its_sum() -> None:
    text = """
1. Payments

| Partner | Equipment | Per cent | Beds | Per cent | Total |
|---|---|---|---|---|---|
| City | 1,512,000 | 24 | 875,000 | 25 | 2,387,000 |
| County | 2,268,000 | 36 | 1,050,000 | 30 | {} |
| ICB | 2,520,000 | 40 | 1,575,000 | 45 | 4,095,000 |
| Total | 6,300,000 | 100 | 3,500,000 | 100 | 9,800,000 |
"""
    assert _found("CK-FIGURE-SUM", text.format("3,318,000")) == []
    assert _found("CK-FIGURE-SUM", text.format("3,381,000")) == ["3,381,000"]


def test_two_shares_that_make_a_whole_in_each_row_need_make_none_below_each_other() -> None:
    text = """
1. Bands

| Band | Part of the Overspend | Largest amount | Council share | ICB share |
|---|---|---|---|---|
| 1 | Up to 2% | £972,000 | 72% | 28% |
| 2 | Above 2% and up to 5% | £1,458,000 | 60% | 40% |
| | **Bands 1 and 2 together** | **£2,430,000** | | |
| 3 | Above 5% | No limit | 50% | 50% |
"""
    assert _found("CK-FIGURE-HUNDRED", text) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "Of the 3,000 users, 2,250 (75%) have care. Of those, 900 (45 per cent) need more.",
            ["45 per cent"],
        ),
        ("Of the 3,000 users, 2,250 (75%) have care. Of those, 900 (40 per cent) need more.", []),
        ("Of the 3,000 users, 2,250 (75%) have care. Of these, 900 (30%) need more.", []),
        ("We see 1,500 people a year. Of those seen, 300 (25%) are new.", ["25%"]),
        ("We see 1,500 people a year. Of those seen, 300 (20%) are new.", []),
        ("There are 12 hubs. Of those, 30 (20%) are new.", []),
    ],
)
def test_shares_of_those_told_before(sentence: str, words: list[str]) -> None:
    assert _found("CK-FIGURE-SHARE", f"1. Use\n\n1.1 {sentence}\n") == words


def test_a_term_lasts_to_the_end_of_the_date_that_is_defined() -> None:
    text = """
1. Words

| Term | Meaning |
|---|---|
| Commencement Date | 1 April 2026 |
| Expiry Date | {} |

2. Term

2.1 This Agreement takes effect on the Commencement Date and, unless ended earlier under clause 15, continues
for three years until the end of the Expiry Date.
"""
    assert _found("CK-DATE-TERM", text.format("31 March 2029")) == []
    assert _found("CK-DATE-TERM", text.format("31 March 2028")) == ["three years"]
