"""Sums that a table or a list shares out, the shares beside them, and hours of opening for a week."""

from __future__ import annotations

import pytest

from tests.checks.test_rules_figures import found

LEAD = "1. Money\n\n1.1 {}\n\n{}\n\n2. Board\n\n2.1 The Board meets each month.\n"
ROWS = "| Partner | Sum |\n|---|---|\n| Council | £60,000 |\n| ICB | £30,000 |\n| Trust | £{} |"


def shared(lead: str, last: str = "12,000") -> list[str]:
    """Return the sums that are not what the rows of a table make to which they lead."""
    return [words for words, _ in found("CK-FIGURE-PARTS", LEAD.format(lead, ROWS.format(last)))]


@pytest.mark.parametrize(
    "lead",
    [
        "By way of example, an Overspend of £100,000 would be borne as follows:",
        "Example: the Underspend is £100,000. It is returned to the Partners as follows:",
        "Budget £900,000; outturn £1,000,000; overspend £100,000. The overspend is shared thus:",
        "The grant of £100,000 is divided in the following way:",
    ],
)
def test_a_sum_that_a_table_shares_out_is_what_its_rows_make(lead: str) -> None:
    assert shared(lead) == ["£100,000"]
    assert shared(lead, "10,000") == []


@pytest.mark.parametrize(
    "lead",
    [
        "An overspend of up to £100,000 is borne as follows:",
        "The first £50,000 of an Overspend of £100,000 is borne as follows:",
        "An invoice of £100,000 is followed by these:",
        "A grant of £100,000 is paid in instalments as follows:",
    ],
)
def test_a_limit_or_a_sum_that_is_not_shared_out_leads_to_no_parts(lead: str) -> None:
    assert shared(lead) == []


def test_a_sum_falls_into_the_items_of_a_list() -> None:
    items = "- Council £120,000\n- ICB £90,000"
    lead = "A surplus of £200,000 falls between the Partners in this way:"
    assert [words for words, _ in found("CK-FIGURE-PARTS", LEAD.format(lead, items))] == ["£200,000"]


@pytest.mark.parametrize(("last", "wrong"), [("12,000", ["£12,000"]), ("10,000", []), ("90,000", None)])
def test_the_one_sum_that_is_not_the_share_beside_it_is_told(last: str, wrong: list[str] | None) -> None:
    rows = "| Partner | Share | Sum |\n|---|---|---|\n| Council | 60% | £60,000 |\n| ICB | 30% | £30,000 |\n"
    text = LEAD.format("The shares are these.", f"{rows}| Trust | 10% | £{last} |")
    told = [words for words, _ in found("CK-FIGURE-SHARE", text)]
    assert told == wrong if wrong is not None else "£90,000" not in told


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        (
            "The Hub is open from 8am to 8pm on every day of the year: 12 hours a day and 72 hours a week.",
            "72",
        ),
        ("The line is staffed Monday to Friday, 9am to 5.30pm, 40 hours a week.", "40"),
        ("The clinic opens 08:00 to 20:00 seven days a week (80 hours a week).", "80"),
        ("It is open 8am to 6pm on weekdays and 9am to 1pm on Saturdays. That is 56 hours a week.", "56"),
        ("The service runs for ten hours a day, five days a week, 55 hours a week in all.", "55"),
        ("The desk is open from 9 a.m. to 5 p.m. each Working Day, seven hours a day.", "seven"),
        ("It is open Monday to Thursday 9am to 5pm and Friday 9am to 4pm, 40 hours a week.", "40"),
        ("Cover is 24 hours a day, seven days a week: 148 hours a week.", "148"),
        ("The night service runs from 6pm to midnight on weekdays, 36 hours a week.", "36"),
    ],
)
def test_hours_for_a_week_are_what_the_times_of_opening_make(said: str, wrong: str) -> None:
    assert [words for words, _ in found("CK-FIGURE-PARTS", LEAD.format(said, ""))] == [wrong]


@pytest.mark.parametrize(
    "said",
    [
        "The Hub is open from 8am to 8pm on every day of the year: 12 hours a day and 84 hours a week.",
        "It is open 8am to 6pm on weekdays and 9am to 1pm on Saturdays. That is 54 hours a week.",
        "The nurse works 9am to 5pm, Monday to Friday; full-time is 37.5 hours a week.",
        "Staff work 37 hours a week. The Hub is open 8am to 8pm every day.",
        "Care is given from 7am to 10pm every day, for up to 28 hours a week.",
        "The desk is open from 9am to 5pm on weekdays with a break at noon, 35 hours a week.",
    ],
)
def test_hours_of_staff_and_limits_are_no_hours_of_opening(said: str) -> None:
    assert found("CK-FIGURE-PARTS", LEAD.format(said, "")) == []
