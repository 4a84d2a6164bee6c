"""Rules on figures: parts of a price that are told one below the other."""

from __future__ import annotations

import pytest

from tests.checks.test_rules_figures import found

_HUNDRED = "CK-FIGURE-HUNDRED"


def _listed(lead: str, *items: str) -> str:
    return "\n\n".join(["1. Fees", f"1.1 {lead}", *(f"- {item}" for item in items)]) + "\n"


@pytest.mark.parametrize(
    "items",
    [
        [
            "Instalment 1: £400, due on 1 May 2027 ({} of the total fee)",
            "Instalment 2: £300, due on 1 July 2027 (30% of the total fee)",
            "Instalment 3: £300, due on 1 September 2027 (30% of the total fee)",
        ],
        ["First payment (1 May): {}", "Second payment (1 July): 45%", "Final payment (1 September): 15%"],
        ["**Milestone A:** {} of the Grant", "**Milestone B:** 60% of the Grant"],
        ["Stage one (design): {}", "Stage two (building): 50%", "Stage three (handing over): 10%"],
    ],
)
def test_instalments_below_each_other_make_the_whole(items: list[str]) -> None:
    assert not found(_HUNDRED, _listed("The fee falls due so:", items[0].format("40%"), *items[1:]))
    assert found(_HUNDRED, _listed("The fee falls due so:", items[0].format("45%"), *items[1:]))


@pytest.mark.parametrize(("last", "wrong"), [("40%", []), ("30%", [("30%", "likely")])])
def test_a_list_of_instalments_needs_no_numbers(last: str, wrong: list[tuple[str, str]]) -> None:
    text = _listed(
        "The fee is payable in three instalments:",
        "£300 on signature (30% of the fee)",
        "£300 on delivery (30% of the fee)",
        f"£400 on acceptance ({last} of the fee)",
    )
    assert found(_HUNDRED, text) == wrong


@pytest.mark.parametrize(
    "items",
    [
        ["Stage 1: occupancy of 50%", "Stage 2: occupancy of 40%"],
        ["Instalment 1: 50%, if the works have begun", "Instalment 2: 40% of the fee"],
        ["Week 1: 40% of the fee", "Week 2: 50% of the fee"],
        ["Payment 2: 40% of the fee", "Payment 3: 50% of the fee"],
    ],
)
def test_percentages_below_each_other_that_are_no_instalments_are_left_alone(items: list[str]) -> None:
    assert not found(_HUNDRED, _listed("The following applies:", *items))


def test_what_a_cancellation_costs_is_no_instalment() -> None:
    text = _listed("Cancelling costs, in payments of:", "10% of the fee, up to May", "75% of the fee, later")
    assert not found(_HUNDRED, text)
