"""Tables, cell by cell."""

from __future__ import annotations

from clausekit.reading import Cell, Reading, Row, Table
from tests.comparison.marking import written
from tests.comparison.readings import passage_of, table_of
from tests.comparison.test_align import changes, flows_of

OLD = """
    | Partner | 2019/20 | 2020/21 |
    | The Council | £100 | £110 |
    | West CCG | £200 | £210 |
    | East CCG | £300 | £310 |
"""


def test_a_cell_that_changed_is_marked_and_no_other() -> None:
    assert changes(OLD, OLD.replace("£210", "£215")) == ["| West CCG | £200 | [£210-£215]"]


def test_a_row_put_in() -> None:
    new = OLD.replace("    | East", "    | North CCG | £250 | £260 |\n    | East")
    assert changes(OLD, new) == ["+ | North CCG | £250 | £260"]


def test_a_row_taken_out_beside_one_that_changed() -> None:
    new = """
    | Partner | 2019/20 | 2020/21 |
    | The Council | £100 | £110 |
    | East CCG | £305 | £315 |
    """
    assert changes(OLD, new) == ["- | West CCG | £200 | £210", "| East CCG | [£300-£305] | [£310-£315]"]


def test_a_column_put_in() -> None:
    new = """
    | Partner | Share | 2019/20 | 2020/21 |
    | The Council | 10% | £100 | £110 |
    | West CCG | 40% | £200 | £210 |
    | East CCG | 50% | £300 | £310 |
    """
    assert changes(OLD, new) == [
        "| Partner | [-Share] | 2019/20 | 2020/21",
        "| The Council | [-10%] | £100 | £110",
        "| West CCG | [-40%] | £200 | £210",
        "| East CCG | [-50%] | £300 | £310",
    ]


def test_a_column_taken_out() -> None:
    new = """
    | Partner | 2020/21 |
    | The Council | £110 |
    | West CCG | £210 |
    | East CCG | £310 |
    """
    assert changes(OLD, new) == [
        "| Partner | [2019/20-] | 2020/21",
        "| The Council | [£100-] | £110",
        "| West CCG | [£200-] | £210",
        "| East CCG | [£300-] | £310",
    ]


def test_every_figure_changed() -> None:
    new = """
    | Partner | 2026/27 | 2027/28 |
    | The Council | £1 | £2 |
    | West CCG | £3 | £4 |
    | East CCG | £5 | £6 |
    """
    assert changes(OLD, new) == [
        "| Partner | [2019/20-2026/27] | [2020/21-2027/28]",
        "| The Council | [£100-£1] | [£110-£2]",
        "| West CCG | [£200-£3] | [£210-£4]",
        "| East CCG | [£300-£5] | [£310-£6]",
    ]


def test_two_tables_left_adjacent() -> None:
    old = f"{OLD}\n    Between the tables there are words.\n    | A | B |\n    | one | two |"
    first, second = table_of(*(["A", "B"], ["one", "two"])), table_of(*(["C", "D"], ["three", "four"]))
    flow = flows_of(Reading((first, passage_of("Words."), second)), Reading((first, second))).body
    assert written(flow).split("\n") == ["| A | B", "| one | two", "- Words.", "| C | D", "| three | four"]
    assert changes(old, old) == []


def test_merged_cells() -> None:
    def table(total: str) -> Table:
        wide = Cell((passage_of("Total of both years"),), columns=2)
        return Table(
            (
                *table_of(["Partner", "2019/20", "2020/21"], ["The Council", "£100", "£110"]).rows,
                Row((wide, Cell((passage_of(total),)))),
            )
        )

    old, new = Reading((table("£210"),)), Reading((table("£215"),))
    assert written(flows_of(old, new).body).split("\n")[-1] == "| Total of both years | [£210-£215]"


def test_a_table_that_moved() -> None:
    words = [
        f"Paragraph {name} says what the Partners have agreed of {name}." for name in ("one", "two", "six")
    ]
    passages = [passage_of(text) for text in words]
    table = table_of(["Partner", "Money that it pays"], ["The Council", "one hundred pounds"])
    old, new = Reading((*passages, table)), Reading((table, *passages))
    lines = written(flows_of(old, new).body).split("\n")
    assert lines[0] == "> | Partner | Money that it pays"
    assert lines[-1] == "< | The Council | one hundred pounds"
