"""Tables whose cells the extraction printed one below the other."""

from __future__ import annotations

from tests.texts.test_pages import text

_ROWS = "Council\n100,000\n50%\nTrust\n60,000\n30%\nHospice\n40,000\n20%\n"


def test_a_label_and_as_many_figures_each_time_are_a_table() -> None:
    assert text(f"Body\nSum\nShare\n{_ROWS}The shares are reviewed each year.\n") == [
        "| Body | Sum | Share |",
        "| Council | 100,000 | 50% |",
        "| Trust | 60,000 | 30% |",
        "| Hospice | 40,000 | 20% |",
        "The shares are reviewed each year.",
    ]


def test_the_units_of_columns_may_stand_below_their_titles() -> None:
    assert text(f"Body\nSum\nShare\n£000\n%\n{_ROWS}")[0] == "| Body | Sum £000 | Share % |"


def test_a_number_after_the_last_row_is_that_of_the_next_clause() -> None:
    assert text(f"1.1\nThe sums are:\n{_ROWS}1.2\nThe shares are reviewed.\n")[-2:] == [
        "| Hospice | 40,000 | 20% |",
        "1.2\tThe shares are reviewed.",
    ]


def test_labels_without_money_are_no_table() -> None:
    assert not any(line.startswith("|") for line in text("North\n1\n2\nSouth\n3\n4\nEast\n5\n6\n"))
