"""What went wrong, in the words of the spreadsheet: errors.csv and the copy with a column of messages."""

from __future__ import annotations

import csv
import re
import zipfile
from dataclasses import replace
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from clausekit.batch.failures import Failure, alike, errors_csv, write_failures
from clausekit.batch.marked import marked_copy
from clausekit.problems import Finding
from tests.batch.schemes import Table, changed, opened, workbook

SCHEMES: Table = [["Key", "Area", "Budget"], ["A", "Westmarch", 1.234], ["B", "Dale", 5], ["C", "Fell", "x"]]


def failures_of(path: Path) -> list[Failure]:
    return [Failure(row.number, row.place, row.findings) for row in opened(path) if row.findings]


def lines(data: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))


def cells(data: bytes, sheet: str) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in load_workbook(BytesIO(data))[sheet].iter_rows()]


def test_each_thing_to_mend_has_a_line_with_sheet_row_column_value_and_remedy(tmp_path: Path) -> None:
    path = workbook(tmp_path / "schemes.xlsx", {"Schemes": SCHEMES})
    head, line = lines(errors_csv(failures_of(path)))
    assert head[:7] == ["Sheet", "Row", "Column", "Heading", "Value", "What is wrong", "What would be right"]
    assert line[:5] == ["Schemes", "2", "C", "Budget", "1.234"]
    assert line[5].startswith("The amount 1.234 has fractions of a penny")
    assert line[6].startswith("Round it in the spreadsheet")


def test_what_would_be_a_formula_in_a_spreadsheet_is_none(tmp_path: Path) -> None:
    path = workbook(tmp_path / "schemes.xlsx", {"Schemes": SCHEMES})
    (failure,) = failures_of(path)
    for value in ("=cmd|' /C calc'!A0", "+1", "-1", "@x", "\tx", " =1"):
        finding = Finding("cell", "Wrong.", failure.findings[0].source, value, "Right.")
        assert lines(errors_csv([replace(failure, findings=(finding,))]))[1][4] == f"'{value}"


def test_a_finding_without_a_place_is_about_the_row(tmp_path: Path) -> None:
    path = workbook(tmp_path / "schemes.xlsx", {"Schemes": SCHEMES})
    (failure,) = failures_of(path)
    data = errors_csv([replace(failure, findings=(Finding("x", "Wrong."),))])
    assert lines(data)[1][:6] == ["Schemes", "2", "", "", "", "Wrong."]


def test_the_copy_has_a_column_of_messages_in_each_sheet_with_faults(tmp_path: Path) -> None:
    services: Table = [["Key", "Name", "Price"], ["A", "Meals", 2], ["B", "Baths", "=1/3"]]
    path = workbook(tmp_path / "schemes.xlsx", {"Schemes": SCHEMES, "Services": services})
    out = tmp_path / "out"
    out.mkdir()
    write_failures(out, path, failures_of(path), known={})
    copy = (out / "schemes (errors).xlsx").read_bytes()
    first = cells(copy, "Schemes")
    assert [row[:3] for row in first] == [list(row) for row in SCHEMES]
    assert first[0][3] == "What is wrong"
    assert first[1][3].startswith("C (Budget): The amount 1.234 has fractions of a penny")
    assert [row[3] for row in first[2:]] == [None, None]
    second = cells(copy, "Services")
    assert second[2][2] == "=1/3"
    assert second[2][3].startswith("C (Price): The formula in this cell has no stored result.")


def test_the_copy_leaves_all_else_byte_for_byte(tmp_path: Path) -> None:
    path = workbook(tmp_path / "schemes.xlsx", {"Schemes": SCHEMES, "Notes": [["=1+1"]]})
    changed(path, lambda sheet: setattr(sheet["B2"], "comment", None))
    copy = marked_copy(path.read_bytes(), {"Schemes": {2: "=1+1 <&>\x01"}})
    assert copy is not None
    old, new = zipfile.ZipFile(path), zipfile.ZipFile(BytesIO(copy))
    assert old.namelist() == new.namelist()
    changed_parts = [name for name in old.namelist() if old.read(name) != new.read(name)]
    assert changed_parts == ["xl/worksheets/sheet1.xml"]
    cell = load_workbook(BytesIO(copy))["Schemes"]["D2"]
    assert (cell.value, cell.data_type) == ("=1+1 <&>\N{REPLACEMENT CHARACTER}", "s")


def test_a_sheet_without_room_or_a_file_that_is_no_package_has_no_copy(tmp_path: Path) -> None:
    path = workbook(tmp_path / "wide.xlsx", {"Schemes": [["x"]]})
    changed(path, lambda sheet: sheet.cell(2, 16_384, "x"))
    assert marked_copy(path.read_bytes(), {"Schemes": {2: "Wrong."}}) is None
    assert marked_copy(path.read_bytes(), {"Other": {2: "Wrong."}}) is None
    assert marked_copy(b"Area\nx\n", {"": {2: "Wrong."}}) is None


def test_the_copy_can_be_mended_and_read_again(tmp_path: Path) -> None:
    path = workbook(tmp_path / "schemes.xlsx", {"Schemes": SCHEMES})
    write_failures(tmp_path, path, failures_of(path), known={})
    copy = changed(tmp_path / "schemes (errors).xlsx", lambda sheet: setattr(sheet["C2"], "value", 1.23))
    rows = opened(copy)
    assert (rows.findings, failures_of(copy)) == ((), [])


def test_reports_that_were_not_touched_are_written_over_and_then_removed(tmp_path: Path) -> None:
    path = workbook(tmp_path / "data.xlsx", {"Schemes": SCHEMES})
    out = tmp_path / "out"
    out.mkdir()
    made = write_failures(out, path, failures_of(path), known={})
    assert sorted(made) == ["data (errors).xlsx", "errors.csv"]
    assert write_failures(out, path, failures_of(path), known=made) == made
    assert write_failures(out, path, [], known=made) == {}
    assert list(out.iterdir()) == []


@pytest.mark.parametrize("known", [True, False])
def test_a_report_that_somebody_edited_or_that_is_not_ours_is_left_alone(tmp_path: Path, known: bool) -> None:
    path = workbook(tmp_path / "data.xlsx", {"Schemes": SCHEMES})
    out = tmp_path / "out"
    out.mkdir()
    made = write_failures(out, path, failures_of(path), known={}) if known else {}
    (out / "errors.csv").write_text("done: A", encoding="utf-8")
    written = write_failures(out, path, failures_of(path), known=made)
    assert sorted(written) == ["data (errors).xlsx", "errors-2.csv"]
    write_failures(out, path, [], known={**made, **written})
    assert (out / "errors.csv").read_text(encoding="utf-8") == "done: A"


def test_the_file_of_rows_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "errors.csv").write_text("Area,Number\nWestmarch\n", encoding="utf-8")
    path = tmp_path / "errors.csv"
    assert sorted(write_failures(tmp_path, path, failures_of(path), known={})) == ["errors-2.csv"]
    assert path.read_text(encoding="utf-8").startswith("Area")


def test_a_workbook_whose_elements_have_a_prefix_is_looked_into_and_marked_too(tmp_path: Path) -> None:
    """Some programs write x:row where Excel writes row."""
    path = workbook(tmp_path / "plain.xlsx", {"Schemes": [["Area", "Number"], ["#REF!", "1"]]})
    changed(path, lambda sheet: setattr(sheet.row_dimensions[2], "hidden", True))
    prefixed = tmp_path / "prefixed.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(prefixed, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                data = re.sub(rb"<(/?)(\w)", rb"<\1x:\2", data).replace(b"xmlns=", b"xmlns:x=")
            new.writestr(name, data)
    rows = opened(prefixed)
    (row,) = rows
    assert [finding.rule for finding in (*rows.findings, *row.findings)] == ["rows-hidden", "cell"]
    copy = marked_copy(prefixed.read_bytes(), {"Schemes": {2: "Mend it."}})
    assert copy is not None
    assert cells(copy, "Schemes") == [["Area", "Number", "What is wrong"], ["#REF!", "1", "Mend it."]]


def test_the_copy_of_a_copy_has_a_number_in_its_name(tmp_path: Path) -> None:
    path = workbook(tmp_path / "schemes (errors).xlsx", {"Schemes": SCHEMES})
    written = write_failures(tmp_path, path, failures_of(path), known={})
    assert sorted(written) == ["errors.csv", "schemes (errors)-2.xlsx"]


def test_what_is_wrong_alike_in_one_column_of_several_rows_is_told_once(tmp_path: Path) -> None:
    table: Table = [["Key", "Area", "Budget"], *(["A", "x", 1.234] for _ in range(13)), ["B", "x", 1.2345]]
    first, second = alike(failures_of(workbook(tmp_path / "schemes.xlsx", {"Schemes": table})))
    assert str(first.source).endswith("row 2, column C (Budget)")
    assert first.notes == ("The same goes for row 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 2 more.",)
    assert second.notes == ()
