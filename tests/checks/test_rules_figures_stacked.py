"""Tables of which a text has a cell on each line, and what their figures make: quarters, points, rates."""

from __future__ import annotations

import pytest

from tests.checks.test_rules_figures import found, table, told

LEAD = "1. Money\n\n1.1 The sums of the partners stand in Schedule 1.\n\nSchedule 1 – Money\n\n"


def stacked(*rows: str) -> str:
    """Return a text with a table that has a cell on each line."""
    return LEAD + "\n".join(row.replace(" / ", "\n") for row in rows) + "\n2.1 They are reviewed.\n"


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        (
            ("Lot / 2026/27 / 2027/28 / Total", "A / £1,200 / £1,300 / £2,500", "B / £700 / £800 / £1,600"),
            "£1,600",
        ),
        (
            (
                "Site / Q1 / Q2 / Q3 / Q4 / Year",
                "Elm / 12 / 14 / 15 / 13 / 54",
                "Oak / 20 / 22 / 21 / 24 / 78",
            ),
            "78",
        ),
        (
            (
                "Call / Apr / May / Jun / Quarter",
                "Day / 112 / 120 / 131 / 363",
                "Night / 98 / 105 / 111 / 341",
            ),
            "341",
        ),
        (
            (
                "Post / City / Trust / Total",
                "Lead / 1.0 / 0.5 / 1.5",
                "Nurse / 0.0 / 6.5 / 6.5",
                "Clerk / 4.0 / 1.0 / 6.0",
            ),
            "6.0",
        ),
        (
            (
                "Rate / Q1 / Q2 / Q3 / Q4 / Year",
                "Falls / 412 / 398 / 405 / 421 / 1,636",
                "Falls per 10,000 / 81 / 77 / 79 / 83 / 302",
            ),
            "302",
        ),
        (
            (
                "No. / Scheme / City / ICB / Total",
                "1 / Homes / £1,000 / £500 / £1,500",
                "2 / Alarms / £200 / £300 / £500",
                "3 / Beds / £0 / £900 / £990",
            ),
            "£990",
        ),
    ],
)
def test_rows_with_a_cell_on_each_line_add_up(rows: tuple[str, ...], wrong: str) -> None:
    assert [(level, words) for _, level, words in told(stacked(*rows), "CK-FIGURE-SUM")] == [("error", wrong)]


@pytest.mark.parametrize(
    "rows",
    [
        ("Site / Q1 / Q2 / Q3 / Q4 / Year", "Elm / 20 / 22 / 21 / 24 / 24", "Oak / 30 / 32 / 31 / 33 / 33"),
        ("Site / Q1 / Q2 / Q3 / Q4 / Year", "Elm / 12 / 14 / 15 / 13 / 54", "Stay / 20 / 22 / 21 / 21 / 21"),
        ("Rate / Q1 / Q2 / Total", "Falls / 410 / 420 / 830", "Falls per 10,000 / 81 / 77 / 79"),
    ],
)
def test_the_year_of_what_is_there_at_a_time_is_no_sum(rows: tuple[str, ...]) -> None:
    assert told(stacked(*rows), "CK-FIGURE-SUM") == []


def test_one_figure_that_is_wrong_in_its_row_and_carried_on_is_told_for_certain() -> None:
    rows = (
        "Fund / 2026/27 / 2027/28 / Total",
        "One / 120,000 / 122,000 / 242,000",
        "Two / 80,000 / 82,000 / 172,000",
    )
    text = stacked(*rows, "Both / 200,000 / 204,000 / 414,000")
    assert [level for _, level, _ in told(text, "CK-FIGURE-SUM")] == ["error", "error"]


def test_what_is_carried_on_in_the_columns_of_a_table_that_breaks_off_may_be_of_a_lost_row() -> None:
    rows = (
        "Fund / 2026/27 / 2027/28 / Total",
        "One / 120,000 / 122,000 / 242,000",
        "Two / 80,000 / 82,000 / 162,000",
    )
    whole = stacked(*rows, "Total / 200,000 / 209,000 / 409,000")
    assert [level for _, level, _ in told(whole, "CK-FIGURE-SUM")] == ["error", "error"]
    broken_off = whole.replace("\n2.1 They are reviewed.", "\nOver the page\n")
    assert [level for _, level, _ in told(broken_off, "CK-FIGURE-SUM")] == ["info", "info"]


@pytest.mark.parametrize("points", ["Points", "Change (points)", "Change"])
def test_a_change_in_points_is_the_difference_of_percentages(points: str) -> None:
    rows = ("A / 71% / 90% / +19", "B / 58% / 85% / +27", "C / 49% / 62% / +15")
    heads = f"Measure / Was / Target / {points}"
    wrong = [("+15", "certain")] if "Change" in points else []
    assert found("CK-FIGURE-SUM", table(heads, *rows)) == wrong


def test_the_growth_of_percentages_is_no_difference() -> None:
    rows = ("A / 50% / 60% / 20%", "B / 40% / 50% / 25%", "C / 80% / 90% / 12.5%")
    assert found("CK-FIGURE-SUM", table("Measure / Was / Is / Change", *rows)) == []


def test_a_sum_in_millions_is_told_in_millions() -> None:
    rows = ("Fund / 2026/27 / 2027/28 / Total", "One / £1.2m / £1.3m / £2.5m", "Two / £2.1m / £2.2m / £4.6m")
    _, _, words = told(stacked(*rows), "CK-FIGURE-SUM")[0]
    assert words == "£4.6m"
