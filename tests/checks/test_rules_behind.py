"""What lies behind an instrument: days that are over, though something is still to be done by them, and the
financial year before its own."""

from __future__ import annotations

import pytest

from clausekit.checks.running import Options, run
from tests.checks.instruments import AS_AT, reading_of

_AGREEMENT = """
This agreement is made on 28 June 2025.

1. Term

1.1 In this agreement Commencement Date means 1 April 2025.

1.2 The Partners keep a pooled fund.

2. Review

2.1 {words}
"""


def _found(words: str, rule: str) -> list[str]:
    options = Options(select=(rule,), as_at=AS_AT)
    return [one.words.text for one in run(reading_of(_AGREEMENT.replace("{words}", words)), options)]


@pytest.mark.parametrize(
    "words",
    [
        "This protocol shall be reviewed by ⟦31 March 2022⟧ and then in each year.",
        "The Host Partner will send the accounts to the Board no later than ⟦30 June 2024⟧.",
        "The Trust is to appoint a manager before ⟦1 September 2023⟧.",
        "The scheme shall end on ⟦31 March 2024⟧.",
        "A plan must be agreed between the Partners on or before ⟦1 May 2024⟧.",
        "The Partners shall by ⟦31 December 2023⟧ agree a plan.",
        "The Council shall publish its strategy by ⟦March 2024⟧.",
    ],
)
def test_what_is_still_to_be_done_cannot_lie_behind(words: str) -> None:
    plain = words.replace("⟦", "").replace("⟧", "")
    assert _found(plain, "CK-DATE-ORDER") == [words.partition("⟦")[2].partition("⟧")[0]]


@pytest.mark.parametrize(
    "words",
    [
        "This protocol was reviewed by 31 March 2022.",
        "This protocol shall be reviewed by 31 March 2026.",
        "The Trust shall keep the staff whom it employed on 31 March 2022.",
        "The Council shall pay invoices for work done before 31 March 2024.",
        "The ICB shall honour the contracts that it entered into before 1 April 2024.",
        "The Partners shall comply with the protocol dated 31 March 2022.",
        "The Council shall pay the sum that fell due on 31 March 2024.",
        "The words “shall be reviewed by 31 March 2022” are deleted from the protocol.",
    ],
)
def test_history_is_left_alone(words: str) -> None:
    assert _found(words, "CK-DATE-ORDER") == []


def test_an_end_that_lies_behind_the_ends_beside_it() -> None:
    table = """The schemes are:

| Scheme | Ends |
|---|---|
| Reablement | 31 March 2027 |
| Carers | 31 March 2024 |
| Equipment | 31 March 2027 |
"""
    assert _found(table, "CK-DATE-ORDER") == ["31 March 2024"]
    turned = """The schemes are:

| | Reablement | Carers | Equipment |
|---|---|---|---|
| Ends | 31 March 2027 | 31 March 2027 | 31 March 2024 |
"""
    assert _found(turned, "CK-DATE-ORDER") == ["31 March 2024"]
    assert _found(table.replace("2027", "2023"), "CK-DATE-ORDER") == []


@pytest.mark.parametrize(
    "words",
    [
        "The contributions for ⟦2024/25⟧ are those of Schedule 1.",
        "The Partners agree the budget for the Financial Year ⟦2024/25⟧.",
        "This scheme is part of the Better Care Fund for ⟦2024/25⟧.",
        "The sums are:\n\n| Financial Year ⟦2024/25⟧ | Council | ICB |\n|---|---|---|\n| Pool | £10 | £20 |",
        "The sums are:\n\nFinancial contributions ⟦2024/25⟧\n\n| Partner | Sum |\n|---|---|\n| ICB | £10 |",
    ],
)
def test_the_year_before_the_first_is_left_behind(words: str) -> None:
    plain = words.replace("⟦", "").replace("⟧", "")
    assert _found(plain, "CK-DATE-YEAR") == ["2024/25"]


@pytest.mark.parametrize(
    "words",
    [
        "The contributions for 2025/26 are those of Schedule 1.",
        "The contributions for 2024/25 were those of the agreement before this.",
        "The contributions for 2025/26 exceed the budget for 2024/25.",
        "The baseline is the budget for 2024/25.",
        "The Council reports the outturn of the fund for 2024/25.",
        "The sums are:\n\n| Partner | 2024/25 | 2025/26 |\n|---|---|---|\n| Council | £10 | £20 |",
        "The sums are:\n\n| Measure | Actual 2024/25 | Target 2025/26 |\n|---|---|---|\n| Visits | 10 | 20 |",
    ],
)
def test_a_year_for_comparison_is_left_alone(words: str) -> None:
    assert _found(words, "CK-DATE-YEAR") == []


def test_two_columns_of_one_year() -> None:
    table = "The targets are:\n\n| Measure | {} | {} |\n|---|---|---|\n| Visits | 10 | 20 |"
    assert _found(table.format("Target 2025/26", "Target 2025/26"), "CK-DATE-YEAR") == ["2025/26"]
    assert _found(table.format("Target 2025/26", "Actual 2025/26"), "CK-DATE-YEAR") == []
