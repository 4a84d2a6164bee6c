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


def test_rows_may_have_words_beside_figures_and_a_total_fewer_cells() -> None:
    rows = "Manager\nPO3\n1.0\n£44,200\nNurse\nBand 6\n2.5\n£90,000\nClerk\nScale 3\n2.0\n£39,300\n"
    assert text(f"Post\nGrade\nWTE\nCost\n{rows}Total\n5.5\n£173,500\nIt is reviewed.\n")[-3:] == [
        "| Clerk | Scale 3 | 2.0 | £39,300 |",
        "| Total |  | 5.5 | £173,500 |",
        "It is reviewed.",
    ]


def test_rows_may_be_counted() -> None:
    rows = "1\n15 July 2026\n£500\n2\n15 January 2027\n£500\n3\n15 July 2027\n£500\n"
    assert text(f"Instalment\nDue\nAmount\n{rows}Total\n£1,500\n") == [
        "| Instalment | Due | Amount |",
        "| 1 | 15 July 2026 | £500 |",
        "| 2 | 15 January 2027 | £500 |",
        "| 3 | 15 July 2027 | £500 |",
        "| Total |  | £1,500 |",
    ]


def test_a_row_may_be_called_by_a_letter_or_an_age() -> None:
    rows = "A\n400\n600\n1,000\nB\n300\n500\n800\nPeople aged 75 and over\n100\n200\n300\n"
    assert text(f"Lot\nNorth\nSouth\nBoth\n{rows}It is reviewed.\n")[:-1] == [
        "| Lot | North | South | Both |",
        "| A | 400 | 600 | 1,000 |",
        "| B | 300 | 500 | 800 |",
        "| People aged 75 and over | 100 | 200 | 300 |",
    ]


def test_two_rows_of_many_figures_below_titles_are_a_table_though_they_are_small() -> None:
    rows = "Visits made by the nurses of the team who cover\nthe villages\n12\n14\n15\nCalls\n40\n38\n44\n"
    assert text(f"Measure\nApril\nMay\nJune\n{rows}It is reviewed.\n")[:-1] == [
        "| Measure | April | May | June |",
        "| Visits made by the nurses of the team who cover the villages | 12 | 14 | 15 |",
        "| Calls | 40 | 38 | 44 |",
    ]


def test_a_title_may_be_abbreviated() -> None:
    rows = "1\nWards\n£500\n2\nClinics\n£700\n3\nHomes\n£200\n"
    assert text(f"No.\nPlace\nCost\n{rows}Total\n£1,400\n")[:2] == [
        "| No. | Place | Cost |",
        "| 1 | Wards | £500 |",
    ]


def test_what_names_a_row_may_be_long_between_figures() -> None:
    long = "3. Health assessments of children in care within twenty working days of notice"
    rows = f"1. Contact\n80%\n85%\n2. Answer\n90%\n92%\n{long}\n85%\n90%\n4. Help\n75%\n78%\n"
    found = text(f"Measure\n2027/28\n2028/29\n{rows}It is reviewed.\n")
    assert found[3:5] == [f"| {long} | 85% | 90% |", "| 4. Help | 75% | 78% |"]


def test_the_heading_of_a_part_is_no_title_of_a_column() -> None:
    page = "\n".join(
        ("Part B – Spending in 2026/27", "Line", "£", "Respite", "3,400", "Day care", "2,300", "Beds", "700")
    )
    assert text(f"{page}\n1. It is reviewed.") == [
        "Part B\tSpending in 2026/27",
        "| Line | £ |",
        "| Respite | 3,400 |",
        "| Day care | 2,300 |",
        "| Beds | 700 |",
        "1.\tIt is reviewed.",
    ]
