"""Numbers that the extraction read as a column of their own, out of turn."""

from __future__ import annotations

from clausekit.checks.running import Options, run
from tests.texts.recovery import reading, remarks, shown

_APART = """\
6.3

The Council shall pay the Provider within 30 days after it receives a proper invoice.

6.4

6.5

The Provider shall:

6.4.1

keep records of what it spends; and

6.4.2

show them to each Partner that asks.

An invoice that is not proper is returned.

7

7.1

7.2

Reports

The Provider reports to the Board each quarter.

The Board may ask for more.
"""

_BEFORE = """\
4.1 The Partners may use these arrangements:

4.1.1

4.1.2

integrated commissioning; and

one or more pooled funds.

Functions

The purpose of this agreement is to give the Partners a framework.

It covers the functions that they name.

5

5.1

5.2

5.3

The Partners may add a scheme.
"""


def test_numbers_out_of_turn_go_before_the_words_that_they_fit() -> None:
    assert shown(_APART) == [
        "6.3: The Council shall pay the Provider within 30 days after it receives a proper invoice.",
        "6.4: The Provider shall:",
        "6.4.1: keep records of what it spends; and",
        "6.4.2: show them to each Partner that asks.",
        "6.5: An invoice that is not proper is returned.",
        "7: Reports",
        "7.1: The Provider reports to the Board each quarter.",
        "7.2: The Board may ask for more.",
    ]


def test_numbers_that_follow_their_words_are_put_before_them() -> None:
    assert shown(_BEFORE) == [
        "4.1: The Partners may use these arrangements:",
        "4.1.1: integrated commissioning; and",
        "4.1.2: one or more pooled funds.",
        "5: Functions",
        "5.1: The purpose of this agreement is to give the Partners a framework.",
        "5.2: It covers the functions that they name.",
        "5.3: The Partners may add a scheme.",
    ]


def test_where_a_number_did_not_stand_before_its_words_that_is_said() -> None:
    assert {line for line, _ in remarks(_APART)} == {9, 19, 27, 29, 31}


def test_a_number_that_a_sentence_asks_for_is_none_of_a_provision() -> None:
    page = _APART.replace("that asks.", "that asks under clause\n9.9\n.")
    assert shown(page)[3] == "6.4.2: show them to each Partner that asks under clause 9.9"


def test_a_new_schedule_counts_anew() -> None:
    page = """\
9.1

The Council keeps the records.

9.2

It shows them to the Board.

Schedule 1

1

Aims

1.1

The aims are these.

1.2

They may change.
"""
    assert shown(page) == [
        "9.1: The Council keeps the records.",
        "9.2: It shows them to the Board.",
        "Schedule 1: ",
        "Schedule 1 1: Aims",
        "Schedule 1 1.1: The aims are these.",
        "Schedule 1 1.2: They may change.",
    ]


def test_no_fault_of_numbers_is_sure_in_a_text_whose_numbers_stand_apart() -> None:
    page = _APART.replace("7.2\n", "7.4\n")
    found = run(reading(page), Options(select=("CK-NUMBER",)))
    assert {(one.rule, one.level) for one in found} == {("CK-NUMBER-GAP", "info")}
