"""From what a cell holds to what a parameter file would say."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest

from clausekit.batch.rows.cells import reader
from clausekit.batch.rows.raw import CellError, ExcelError, Uncomputed, as_text, is_blank


def text(**entries: Any) -> dict[str, Any]:
    return {"type": ["string", "null"], **entries}


MONEY, PERCENTAGE, DATE = text(format="money"), text(format="percentage"), text(format="date")
YEAR, TIME, PERIOD = text(format="financial-year"), text(format="time"), text(format="period")
WHOLE, BOOLEAN = {"type": ["integer", "null"]}, {"type": ["boolean", "null"]}
LIST = {"type": ["array", "null"], "items": {"type": "string"}}


@pytest.mark.parametrize(
    ("schema", "cell", "value"),
    [
        # money, without binary noise
        (MONEY, 0.1 + 0.2, "0.30"),
        (MONEY, 1234567.89, "1234567.89"),
        (MONEY, 1234567.8900000001, "1234567.89"),
        (MONEY, 60267168.0, "60267168"),
        (MONEY, 1234.5, "1234.50"),
        (MONEY, -5, "-5"),
        (MONEY, -0.0, "0"),
        (MONEY, "1234.5", "1234.50"),
        (MONEY, "£60,267,168", "£60,267,168"),
        (MONEY, Decimal("12.10"), "12.10"),
        # percentages: a spreadsheet holds 45% as 0.45
        (PERCENTAGE, 0.45, "45%"),
        (PERCENTAGE, 0.0664, "6.64%"),
        (PERCENTAGE, 1.0, "100%"),
        (PERCENTAGE, "45.00%", "45.00%"),
        # dates
        (DATE, date(2026, 4, 1), "2026-04-01"),
        (DATE, datetime(2026, 4, 1, 9, 30), "2026-04-01"),
        (DATE, "2026-04-01", "2026-04-01"),
        (DATE, "1 April 2026", "2026-04-01"),
        (DATE, "01 Apr 2026", "2026-04-01"),
        # other kinds
        (TIME, time(8, 0), "08:00"),
        (TIME, timedelta(hours=8, minutes=30), "08:30"),
        (YEAR, "2026/27", "2026/27"),
        (PERIOD, "6 months", "6 months"),
        (WHOLE, 7.0, 7),
        (WHOLE, "1,200", 1200),
        (BOOLEAN, True, True),
        (BOOLEAN, "Yes", True),
        (BOOLEAN, "FALSE", False),
        # text that looks like a number stays what it is
        (text(), "007", "007"),
        (text(), "01632 960000", "01632 960000"),
        (text(), "2026/27", "2026/27"),
        (text(), 12.0, "12"),
        (text(), "=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
        (text(), "  the\u00a0Fund \n", "the\u00a0Fund"),
        (text(), "two\r\nlines", "two\nlines"),
        # choices, whatever their capitals; what is none is left for the dictionary to tell
        (text(enum=["Applies", None]), "APPLIES", "Applies"),
        (text(enum=["Applies", None]), "Perhaps", "Perhaps"),
        # lists of single values
        (LIST, "hand; post;\nemail;", ["hand", "post", "email"]),
        (LIST, 7.0, ["7"]),
    ],
)
def test_a_cell_is_read_as_the_dictionary_says(schema: dict[str, Any], cell: Any, value: Any) -> None:
    read = reader(schema)(cell)
    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize(
    ("schema", "cell", "message", "remedy"),
    [
        (MONEY, 411.484444444, "The amount 411.484444444 has fractions of a penny", "=ROUND(..., 2)"),
        (MONEY, True, "must be an amount of money, not TRUE", "£60,267,168"),
        (MONEY, date(2026, 4, 1), "not the date 1 April 2026", "£60,267,168"),
        (PERCENTAGE, 45.0, "The number 45 is 4500% to a spreadsheet.", "type 45% again"),
        (PERCENTAGE, 1 / 3, "The percentage 33.3333333333333% has more than 8 decimal places.", "Round it"),
        (DATE, "04/05/2026", '"04/05/2026" can be read as two dates', "2026-04-01"),
        (DATE, 46113.0, "must be a date, not the number 46113", "Format the cell as a date"),
        (YEAR, date(2011, 12, 1), "made a date of this financial year: 1 December 2011", "again: 2011/12."),
        (YEAR, 2026.0, "must be a financial year, not the number 2026", "2019/20"),
        (PERIOD, 6.0, "must be a period, not the number 6", "12 months"),
        (WHOLE, 7.5, "7.5 is not a whole number.", "whole number"),
        (BOOLEAN, "perhaps", 'must be yes or no; "perhaps" is neither', "yes or no"),
        (BOOLEAN, 1.0, "the number 1 is neither", "yes or no"),
        (text(), 1.1, "the number 1.1 where text is wanted; a zero at its end is lost", "as text"),
        (text(examples=["01632 960000"]), 1632960000.0, "a zero at its front is lost", "01632 960000"),
        (text(), date(2026, 4, 3), "the date 3 April 2026 where text is wanted", '"3 April 2026"'),
        (text(), True, "holds TRUE where text is wanted", "as text"),
        (text(), ExcelError("#REF!"), "The formula in this cell failed: #REF!.", "Mend the formula"),
        (text(), "#N/A", "The formula in this cell failed: #N/A.", "Mend the formula"),
        (text(), Uncomputed(), "The formula in this cell has no stored result.", "save it"),
        (text(), "the \ue000 Fund", "U+E000 cannot be printed", "Delete it."),
        (text(), "the \u202e Fund", "U+202E cannot be printed", "Delete it."),
        (MONEY, float("inf"), "This is not a number.", "again"),
    ],
)
def test_a_cell_that_does_not_say_plainly_what_it_means_is_refused(
    schema: dict[str, Any], cell: Any, message: str, remedy: str
) -> None:
    with pytest.raises(CellError) as caught:
        reader(schema)(cell)
    assert message in caught.value.message
    assert remedy in caught.value.remedy


@pytest.mark.parametrize("cell", [None, "", "  ", "\u00a0\n"])
def test_blanks_alone_are_nothing(cell: Any) -> None:
    assert is_blank(cell)
    assert as_text(cell) == ""


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (0.1 + 0.2, "0.3"),
        (1e15, "1000000000000000"),
        (True, "TRUE"),
        (date(2026, 4, 1), "2026-04-01"),
        (datetime(2026, 4, 1, 9, 30), "2026-04-01 09:30"),
        (ExcelError("#REF!"), "#REF!"),
        (float("nan"), "nan"),
    ],
)
def test_a_message_shows_what_a_cell_holds(cell: Any, shown: str) -> None:
    assert as_text(cell) == shown
