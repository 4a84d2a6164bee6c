"""Tables printed a cell on each line, with words, days or mailboxes in some of their columns."""

from __future__ import annotations

import pytest

from tests.texts.recovery import passages, reading, remarks, shown


def _page(*cells: str, lead: str = "2. The seats are shared as follows:") -> str:
    return "\n".join(("1. We meet each month.", lead, *cells, "3. The chair has no second vote."))


def test_the_last_column_may_have_words_and_the_total_none() -> None:
    page = _page(
        *("Body", "Seats", "Votes", "Holders"),
        *("The Borough", "2", "2", "Two cabinet members"),
        *("The Hospital", "1", "3", "Its finance director; or a deputy"),
        *("The Hospice", "1", "1", "Its chief executive"),
        *("All", "4", "6"),
    )
    assert shown(page) == [
        "1: We meet each month.",
        "2: The seats are shared as follows:",
        "| Body | Seats | Votes | Holders |",
        "| The Borough | 2 | 2 | Two cabinet members |",
        "| The Hospital | 1 | 3 | Its finance director; or a deputy |",
        "| The Hospice | 1 | 1 | Its chief executive |",
        "| All | 4 | 6 |  |",
        "3: The chair has no second vote.",
    ]
    assert remarks(page) == []
    assert not any(passage.doubtful for passage in passages(reading(page)))


def test_days_and_mailboxes_tell_as_figures_do() -> None:
    page = _page(
        *("Meeting", "Date", "Business"),
        *("Spring", "Monday 6 April 2026", "Outturn"),
        *("Summer", "Monday 6 July 2026", "Review of the plan, and its", "measures"),
        *("Autumn", "5 October 2026", "Budget"),
        lead="2. The meetings are:",
    )
    assert shown(page)[2:-1] == [
        "| Meeting | Date | Business |",
        "| Spring | Monday 6 April 2026 | Outturn |",
        "| Summer | Monday 6 July 2026 | Review of the plan, and its measures |",
        "| Autumn | 5 October 2026 | Budget |",
    ]
    officers = _page(
        *("Body", "Post", "Address"),
        *("The Borough", "Head of Housing", "housing@eastmere.example"),
        *("The Hospital", "Head of Estates", "estates@hospital.example"),
        *("The Hospice", "Manager", "manager@hospice.example"),
    )
    assert shown(officers)[2:-1] == [
        "| Body | Post | Address |",
        "| The Borough | Head of Housing | housing@eastmere.example |",
        "| The Hospital | Head of Estates | estates@hospital.example |",
        "| The Hospice | Manager | manager@hospice.example |",
    ]


def test_a_heading_may_stand_after_a_column_of_figures() -> None:
    page = _page(
        *("Post", "Hours"),
        *("Manager", "37.0", "Nurse", "18.5", "Clerk", "30.0", "Total", "85.5"),
        "Chair and Votes",
    )
    assert shown(page)[2:-1] == [
        "| Post | Hours |",
        "| Manager | 37.0 |",
        "| Nurse | 18.5 |",
        "| Clerk | 30.0 |",
        "| Total | 85.5 |",
        "Chair and Votes",
    ]


@pytest.mark.parametrize(
    "cells",
    [
        pytest.param(
            ("Body", "Seats", "Holders", "Borough", "2", "Members", "Trust", "Nurses", "Hospice", "1", "All"),
            id="a row lacks a cell",
        ),
        pytest.param(
            ("Jane Field", "Manager", "jane@eastmere.example", "Amir Shah", "Nurse", "amir@eastmere.example"),
            id="nothing heads the columns",
        ),
        pytest.param(
            ("Chairs", "Tables", "Lamps", "Beds", "Hoists", "Rails", "Ramps", "Frames", "Mats", "Stools"),
            id="nothing tells the columns",
        ),
        pytest.param(
            ("Period", "Report due", "April to June", "24 July 2026", "July to September", "23 October 2026",
             "October to December", "22 January 2027", "January to March", "23 April 2027", "Final outturn"),
            id="the last row lacks its day",
        ),
    ],
)  # fmt: skip
def test_what_is_not_whole_is_no_table(cells: tuple[str, ...]) -> None:
    assert not any(line.startswith("|") for line in shown(_page(*cells)))


def test_units_below_titles_are_no_titles() -> None:
    page = _page(
        *("Service", "Borough", "£", "Hospital", "£"),
        *("Respite", "1,200", "800", "Day care", "2,400", "600", "Advice", "300", "100", "Beds", "70", "30"),
    )
    assert "| Respite | 1,200 | 800 |" in shown(page)


def test_rows_of_words_and_figures_by_turns_are_a_table_if_their_titles_are_words() -> None:
    page = """\
        1. Seats

        1.1 The members and their votes are these.
        Partner Body
        Seat
        Post holder
        Votes
        Council
        1
        Director of Adults
        2
        ICB
        2
        Director of Place
        2
        Trust
        3
        Medical Director
        1
        Total votes
        5

        1.2 They meet each month.
        """
    assert shown(page)[2:-1] == [
        "| Partner Body | Seat | Post holder | Votes |",
        "| Council | 1 | Director of Adults | 2 |",
        "| ICB | 2 | Director of Place | 2 |",
        "| Trust | 3 | Medical Director | 1 |",
        "| Total votes |  |  | 5 |",
    ]
