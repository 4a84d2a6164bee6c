"""Numbers that a PDF has printed apart from their words, and words that it has broken in a narrow cell."""

from __future__ import annotations

from tests.texts.recovery import shown


def test_each_number_of_a_column_gets_its_title() -> None:
    page = """\
        1. The Council pays.

        Schedule 3
        Part 1
        Schedule 4
        Part 2
        Schedule 5

        Finance Protocol
        Statement on Money
        Joint Working
        General Duties
        Performance
        """
    assert shown(page)[1:] == [
        "Schedule 3: Finance Protocol",
        "Schedule 3 Part 1: Statement on Money",
        "Schedule 4: Joint Working",
        "Schedule 4 Part 2: General Duties",
        "Schedule 5: Performance",
    ]


def test_a_number_too_many_does_not_break_a_sentence() -> None:
    page = """\
        1.1

        The dispute goes to the Executive.

        1.2

        1.3

        Partnership Board. If the facilitator brings about none, the
        Partnership Board decides by a majority, and tells the Partners.

        What stays as it is
        """
    assert "Partnership Board decides" not in [line.partition(": ")[2][:25] for line in shown(page)]


def test_a_clause_below_a_table_with_numbers_is_known_by_its_first_part() -> None:
    page = """\
        2

        Tiers

        The tiers are these:

        1

        National law

        2

        This protocol

        3

        Tools and training

        4

        Agreements

        3

        Commitments

        3.1

        Each Signatory commits itself to share.
        """
    assert shown(page)[-2:] == ["3: Commitments", "3.1: Each Signatory commits itself to share."]


def test_the_last_word_of_a_narrow_cell_is_no_heading() -> None:
    page = """\
        The table below says who is answerable for each part of the arrangements between us.

        Leading the improvement of the health
        and wellbeing of the people of the county of
        Westmarch and by means of the Better Care
        Fund

        Health and Wellbeing Board
        """
    assert any(line.endswith("Better Care Fund") for line in shown(page))


def test_figures_and_provisions_of_law_in_cells_are_no_numbers() -> None:
    page = """\
        3. Posts

        3.1 The posts and the law are these:

        WTE

        55.1

        13.4

        Article

        6(1)(e)

        9(2)(h)

        3.2 It ends.
        """
    numbers = [line.partition(": ")[0] for line in shown(page) if ": " in line]
    assert numbers == ["3", "3.1", "3.2"]
