"""Where shares are said to be, and whether there are any."""

from __future__ import annotations

import pytest

from clausekit.checks.running import Options, run
from tests.checks.instruments import AS_AT, reading_of

_SCHEDULES = """
# Agreement

(1) Dale County Council (“the Council”); and

(2) NHS Dale Integrated Care Board (“the ICB”).

1. Money

1.1 The Council keeps the books, and Table 1 shows who buys what.

Table 1

| Service | Bought by | Budget |
|---|---|---|
| Beds | the Council | £100,000 |
| Nurses | the ICB | £200,000 |

1.2 The shares in an overspend are in Table 2.

Table 2

| Service | Council | ICB |
|---|---|---|
| Beds | 60% | 40% |
| Nurses | 10% | 90% |

Table 3

| Year | Council | ICB |
|---|---|---|
| 2027/28 | £100,000 | £200,000 |

2. Risk

2.1 {words}

2.2 The Board meets each month.

2.3 What is saved is split 55% to the Council and 45% to the ICB.
"""


def _found(words: str) -> list[str]:
    options = Options(select=("CK-REF-TITLE",), as_at=AS_AT)
    return [one.words.text for one in run(reading_of(_SCHEDULES.replace("{words}", words)), options)]


@pytest.mark.parametrize(
    "words",
    [
        "An overspend is shared as in Table ⟦1⟧.",
        "An overspend is borne by the Partners in the proportions shown in Table ⟦1⟧.",
        "Money left is returned in the shares for each service set out in Table ⟦1⟧.",
        "The saving is divided between the Partners as shown in Table ⟦1⟧.",
        "An overspend is split in the percentages in clause ⟦2.2⟧.",
        "What is left is apportioned under clause ⟦2.2⟧.",
        "It is returned to the Partners in the ratio given in clause ⟦2.2⟧.",
    ],
)
def test_shares_are_in_what_tells_of_shares(words: str) -> None:
    plain = words.replace("⟦", "").replace("⟧", "")
    assert _found(plain) == [words.partition("⟦")[2].partition("⟧")[0]]


@pytest.mark.parametrize(
    "words",
    [
        "An overspend is shared as in Table 2.",
        "An overspend is shared in the proportions in Table 3.",
        "An overspend is shared as in clause 2.3.",
        "The services are shared out as the Board decides under clause 2.2.",
        "What is shared is told to the Board under clause 2.2.",
        "The sums in Table 1 are paid each quarter.",
    ],
)
def test_what_tells_of_shares_or_is_named_for_another_thing_is_left_alone(words: str) -> None:
    assert _found(words) == []


@pytest.mark.parametrize(("clause", "told"), [("1.1", []), ("1.2", ["1.2"]), ("1.3", [])])
def test_equal_instalments_of_a_contribution_are_no_proportions(clause: str, told: list[str]) -> None:
    text = (
        "1. Money\n\n1.1 The Council and the ICB contribute in the proportions 40% and 60%.\n\n1.2 The ICB"
        " pays its contribution in four equal instalments.\n\n1.3 Each bears half of the rent.\n\n2. Savings"
        f"\n\n2.1 What is saved is returned in the proportions in clause {clause}.\n"
    )
    found = run(reading_of(text), Options(select=("CK-REF-TITLE",), as_at=AS_AT))
    assert [one.words.text for one in found] == told
