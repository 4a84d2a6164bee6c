"""Rows of files of lines: CSV in its dialects."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausekit.problems import ClausekitError
from tests.batch.schemes import opened, told


def csv(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "schemes.csv"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_delimiter_and_encoding_is_recognised(tmp_path: Path, delimiter: str, encoding: str) -> None:
    lines = [["Area", "Budget", "scheme.number"], ["Café", "£1", "007"]]
    rows = opened(csv(tmp_path, "\r\n".join(delimiter.join(line) for line in lines), encoding))
    assert [row.data for row in rows] == [{"area": "Café", "scheme": {"budget": "£1", "number": "007"}}]
    assert [finding.rule for finding in rows.findings] == (["rows-encoding"] if encoding == "cp1252" else [])


def test_values_hold_delimiters_quotation_marks_and_line_breaks(tmp_path: Path) -> None:
    text = 'Area,Budget,Number\n"Westmarch, ""the"" County","£1,234.50","a\nb"\nDale,5,2\n'
    first, second = opened(csv(tmp_path, text))
    assert first.data["area"] == 'Westmarch, "the" County'
    assert first.data["scheme"] == {"budget": "£1,234.50", "number": "a\nb"}
    assert (second.number, second.data["area"]) == (3, "Dale")


def test_numbers_are_read_by_what_the_dictionary_says(tmp_path: Path) -> None:
    text = "Budget,Members of staff,Included?,Number,Share of the NHS\n1234.5,7,TRUE,007,45%\n"
    (row,) = opened(csv(tmp_path, text))
    expected = {"budget": "1234.50", "staff": 7, "included": True, "number": "007", "share": "45%"}
    assert row.data == {"scheme": expected}


def test_a_broken_row_leaves_the_others_alone(tmp_path: Path) -> None:
    text = 'Area,Number\nWestmarch\nDale,1,x\n"Quay"x,2\nFell,3,\nMoor,4\n'
    short, long, quoted, padded, good = opened(csv(tmp_path, text))
    assert "row 2: This row has 1 value, but there are 2 headings." in told(short.findings)[0]
    assert "row 3: This row has 3 values, but there are 2 headings." in told(long.findings)[0]
    assert "row 4: Something stands in this row after a closing quotation mark" in told(quoted.findings)[0]
    assert padded.findings == good.findings == ()


def test_a_quotation_mark_that_is_never_closed_is_told_where_it_opens(tmp_path: Path) -> None:
    first, second = opened(csv(tmp_path, 'Area,Number\nWestmarch,1\nDale,"2\nQuay,3\n'))
    assert first.findings == ()
    assert told(second.findings) == [
        "schemes.csv, row 3: A quotation mark that opens in this row is never closed, so no row after it can "
        "be read. Close it, or double it if it is part of the text."
    ]


def test_a_line_for_a_program_above_the_headings_is_passed_over(tmp_path: Path) -> None:
    (row,) = opened(csv(tmp_path, "sep=;\r\nArea;Number\r\nWestmarch;1\r\n"))
    assert row.data == {"area": "Westmarch", "scheme": {"number": "1"}}


def test_a_file_without_rows_is_told(tmp_path: Path) -> None:
    assert "There are no headings and no rows here." in told(opened(csv(tmp_path, "")).findings)[0]
    assert (
        "There are headings, but no rows under them here."
        in told(opened(csv(tmp_path, "Area\n,\n")).findings)[0]
    )


def test_what_is_no_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(ClausekitError) as caught:
        opened(csv(tmp_path, "Area\x00", "latin-1"))
    assert told(caught.value.findings) == [
        'schemes.csv: The characters of this file cannot be read. Save it as "CSV UTF-8", or as a workbook '
        "(.xlsx)."
    ]


def test_only_a_workbook_has_sheets(tmp_path: Path) -> None:
    with pytest.raises(ClausekitError) as caught:
        opened(csv(tmp_path, "Area\nx\n"), "Schemes")
    assert told(caught.value.findings) == ["schemes.csv: Only a workbook has sheets. Leave --sheet out."]


def test_lines_are_read_as_they_are_needed(tmp_path: Path) -> None:
    """A file of any length needs no more memory than a short one: nothing is read ahead but a buffer."""
    path = csv(tmp_path, "Area\n" + "Westmarch\n" * 50_000 + '"never closed\n')
    rows = opened(path)
    assert rows.count is None
    stream = iter(rows)
    assert [next(stream).number for _ in range(3)] == [2, 3, 4]
    assert rows.findings == ()
