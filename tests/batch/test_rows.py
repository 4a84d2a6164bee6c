"""Rows of workbooks: values where they belong, and each fault in its row."""

from __future__ import annotations

import zipfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from clausekit.problems import ClausekitError
from tests.batch.schemes import Table, changed, opened, rows_of, sheet_findings, told, workbook

FILES = Path(__file__).parent / "files"


def test_a_row_is_what_a_parameter_file_would_say(tmp_path: Path) -> None:
    (row,) = rows_of(
        tmp_path,
        ["Name of the scheme", "Budget", "First day", "Included?", "scheme.number", "Area"],
        ["Reablement", 1234567.89, date(2026, 4, 1), True, "007", "Westmarch"],
    )
    assert row.data == {
        "scheme": {
            "name": "Reablement",
            "budget": "1234567.89",
            "start": "2026-04-01",
            "included": True,
            "number": "007",
        },
        "area": "Westmarch",
    }
    assert (row.number, row.name, row.label) == (2, "Schemes 2", "Reablement")


def test_an_empty_cell_is_null_unless_there_is_a_default(tmp_path: Path) -> None:
    (row,) = rows_of(
        tmp_path, ["Area", "Lead body", "Number", "Contributions 1 council", "Services 1 name"], ["Westmarch"]
    )
    assert row.data == {"area": "Westmarch", "scheme": {"number": None}, "services": None}


def test_every_value_knows_its_sheet_row_and_column(tmp_path: Path) -> None:
    (row,) = rows_of(tmp_path, ["Area", "Contribution of the council 2026/27"], ["Westmarch", 5])
    place = row.source("contributions[0].council")
    assert str(place).endswith("sheet Schemes, row 2, column B (Contribution of the council 2026/27)")
    assert row.excerpt("contributions[0].council") == "5"
    assert str(row.source("scheme.name")).endswith("schemes.xlsx, sheet Schemes, row 2")
    assert row.excerpt("scheme.name") == ""


def test_numbered_columns_and_years_become_entries_and_empty_ones_none(tmp_path: Path) -> None:
    columns = ["Service 2 name", "Service 1 name", "Service 1 visit 1 day", "Service 3 name"]
    yearly = ["Contribution of the council 2027/28", "Contribution of the council 2026/27", "Aim 1", "Aim 2"]
    (row,) = rows_of(tmp_path, [*columns, *yearly], ["Meals", None, "Monday", None, 7, 6, None, "Rest"])
    assert row.data == {
        "services": [{"name": None, "visits": [{"day": "Monday"}]}, {"name": "Meals"}],
        "contributions": [{"council": "6", "year": "2026/27"}, {"council": "7", "year": "2027/28"}],
        "scheme": {"aims": ["Rest"]},
    }
    assert str(row.source("services[1].name")).endswith("column A (Service 2 name)")


def test_a_second_sheet_holds_the_entries_of_a_list_by_the_key_of_the_row(tmp_path: Path) -> None:
    services: Table = [["Key", "Name", "Price"], ["B", "Meals", 2.5], ["A", "Baths", None], ["B", "Walks", 3]]
    first, second = rows_of(
        tmp_path, ["Key", "Area"], ["A", "Westmarch"], ["B", "Dale"], sheets={"Services": services}
    )
    assert first.data == {"area": "Westmarch", "services": [{"name": "Baths", "price": None}]}
    assert [service["name"] for service in second.data["services"]] == ["Meals", "Walks"]
    assert str(second.source("services[1].price")).endswith("sheet Services, row 4, column C (Price)")


def test_a_parameter_can_be_the_key(tmp_path: Path) -> None:
    table = [["Name of the scheme", "Name"], ["Reablement", "Baths"]]
    (row,) = rows_of(tmp_path, ["Name of the scheme"], ["Reablement"], sheets={"services": table})
    assert row.data == {"scheme": {"name": "Reablement"}, "services": [{"name": "Baths"}]}


@pytest.mark.parametrize(
    ("rows", "services", "finding"),
    [
        (
            [["Key"], ["A"]],
            [["Key", "Name"], ["B", "Baths"]],
            'sheet Services, row 2, column A (Key): No row of Schemes has "B" under Key.',
        ),
        (
            [["Key", "Area"], ["A", "x"], ["A", "y"]],
            [["Key", "Name"], ["A", "Baths"]],
            'sheet Schemes, row 3, column A (Key): Rows 2 and 3 have the same key, "A"',
        ),
        (
            [["Area"], ["Westmarch"]],
            [["Name"], ["Baths"]],
            "sheet Services: The first column of this sheet does not say to which row",
        ),
        (
            [["Key", "Services 1 name"], ["A", "Meals"]],
            [["Key", "Name"], ["A", "Baths"]],
            'sheet Services: "Services" gives the same as the column for services[].name.',
        ),
    ],
)
def test_what_is_wrong_with_a_second_sheet_is_told(
    tmp_path: Path, rows: Any, services: Any, finding: str
) -> None:
    (found,) = sheet_findings(tmp_path, *rows, sheets={"Services": services})
    assert finding in found


def test_a_sheet_that_is_named_for_no_list_is_left_aside_and_told(tmp_path: Path) -> None:
    (finding,) = sheet_findings(tmp_path, ["Area"], ["Westmarch"], sheets={"Notes": [["Ask the ICB"]]})
    assert finding.startswith("schemes.xlsx, sheet Notes: This sheet is not read")


def test_titles_above_the_headings_are_passed_over(tmp_path: Path) -> None:
    (row,) = rows_of(tmp_path, ["Schemes of 2026/27"], [], ["Area", "Number"], [], ["Westmarch", "1"])
    assert (row.number, row.data["area"]) == (5, "Westmarch")


def test_the_sheet_is_the_first_visible_one_or_the_one_that_is_named(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "two.xlsx", {"Old": [["Area"], ["Dale"]], "New": [["Area"], ["Westmarch"], ["Quay"]]}
    )
    assert [row.data["area"] for row in opened(path, "new")] == ["Westmarch", "Quay"]
    changed(path, lambda sheet: setattr(sheet, "sheet_state", "hidden"))
    assert opened(path).count == 2
    with pytest.raises(ClausekitError) as caught:
        opened(path, "Newer")
    assert told(caught.value.findings) == [
        'two.xlsx: This workbook has no sheet "Newer". Did you mean "New"? Its sheets are: Old, New.'
    ]


def test_a_failed_formula_is_a_fault_of_its_row_alone(tmp_path: Path) -> None:
    bad, worse, good = rows_of(
        tmp_path, ["Area", "Number"], ["#REF!", "1"], ["=1+1", "2"], ["Westmarch", "3"]
    )
    assert told(bad.findings) == [
        "schemes.xlsx, sheet Schemes, row 2, column A (Area): The formula in this cell failed: #REF!. "
        "Mend the formula, or type the value."
    ]
    assert "row 3, column A (Area): The formula in this cell has no stored result." in told(worse.findings)[0]
    assert (bad.data["area"], bad.excerpt("area")) == (None, "#REF!")
    assert good.findings == ()


def test_text_that_looks_like_a_formula_is_text(tmp_path: Path) -> None:
    path = workbook(tmp_path / "schemes.xlsx", {"Schemes": [["Area"], ["=HYPERLINK(1)"]]})
    changed(path, lambda sheet: setattr(sheet["A2"], "data_type", "s"))
    (row,) = opened(path)
    assert (row.data, row.findings) == ({"area": "=HYPERLINK(1)"}, ())


def test_hidden_rows_are_rendered_and_told(tmp_path: Path) -> None:
    path = workbook(tmp_path / "schemes.xlsx", {"Schemes": [["Area"], ["Westmarch"], ["Dale"]]})
    changed(path, lambda sheet: setattr(sheet.row_dimensions[3], "hidden", True))
    rows = opened(path)
    assert told(rows.findings)[0].startswith(
        "schemes.xlsx, sheet Schemes: Row 3 is hidden, and rendered like all others."
    )
    assert [(row.data["area"], row.hidden) for row in rows] == [("Westmarch", False), ("Dale", True)]


def test_merged_cells_are_refused_in_the_table_and_let_be_above_it(tmp_path: Path) -> None:
    table: Table = [["Schemes of 2026/27"], ["Area", "Number"], ["Westmarch", "1"], [None, "2"]]
    path = workbook(tmp_path / "schemes.xlsx", {"Schemes": table})
    assert opened(changed(path, lambda sheet: sheet.merge_cells("A1:B1"))).findings == ()
    (finding,) = told(opened(changed(path, lambda sheet: sheet.merge_cells("A3:A4"))).findings)
    assert finding == (
        "schemes.xlsx, sheet Schemes, row 3, column A: The cells A3:A4 are merged; only the first of them "
        "can hold anything. Unmerge the cells and fill in each of them."
    )


def test_a_cell_under_no_heading_is_a_fault_of_its_row(tmp_path: Path) -> None:
    first, second = rows_of(
        tmp_path, ["Area", None, "Number"], ["Westmarch", None, "1"], ["x", "y", "2", "z"]
    )
    assert first.findings == ()
    assert told(second.findings) == [
        "schemes.xlsx, sheet Schemes, row 3, column B: There is something in this cell, but its column has "
        "no heading. Nor has column D. Give the column a heading, or empty the cell."
    ]


def test_a_sheet_without_rows_is_told(tmp_path: Path) -> None:
    assert "There are no headings and no rows here." in sheet_findings(tmp_path)[0]
    assert "There are headings, but no rows under them here." in sheet_findings(tmp_path, ["Area"])[0]


def test_dates_are_the_same_in_the_date_system_of_1904(tmp_path: Path) -> None:
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.worksheets[0].append(["First day"])
    book.worksheets[0].append([date(2026, 4, 1)])
    book.save(tmp_path / "schemes.xlsx")
    assert [row.data for row in opened(tmp_path / "schemes.xlsx")] == [{"scheme": {"start": "2026-04-01"}}]


def test_an_old_workbook_is_read_and_said_to_hide_its_failed_formulas() -> None:
    rows = opened(FILES / "schemes.xls")
    assert "a formula that failed (#REF!) cannot be told from an empty cell" in told(rows.findings)[0]
    first, second = rows
    expected = {"name": "Reablement", "budget": "1234567.89", "start": "2026-04-01", "included": True}
    assert first.data == {"scheme": expected}
    assert second.data["scheme"]["budget"] is None


def test_an_open_document_is_read(tmp_path: Path) -> None:
    cells = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    share = '<table:table-cell office:value-type="percentage" office:value="0.45"><text:p>45%</text:p>'
    failed = '<table:table-cell office:value-type="string"><text:p>#REF!</text:p></table:table-cell>'
    spaces = {"office": "office", "table": "table", "text": "text"}
    names = " ".join(f'xmlns:{one}="urn:oasis:names:tc:opendocument:xmlns:{one}:1.0"' for one in spaces)
    path = tmp_path / "schemes.ods"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
        package.writestr(
            "content.xml",
            f"<office:document-content {names}><office:body><office:spreadsheet>"
            f'<table:table table:name="Schemes"><table:table-row>{cells.format("Area")}'
            f"{cells.format('Share of the NHS')}</table:table-row><table:table-row>"
            f"{cells.format('Westmarch')}{share}</table:table-cell></table:table-row><table:table-row>{failed}"
            "</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>",
        )
    first, second = opened(path)
    assert first.data == {"area": "Westmarch", "scheme": {"share": "45%"}}
    assert "The formula in this cell failed: #REF!." in told(second.findings)[0]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        (
            "a.xlsx",
            b"PK\x03\x04 broken",
            "This cannot be read: it is damaged, or it is no workbook or sheet.",
        ),
        (
            "a.xls",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            "This cannot be read: it is damaged, or it is no workbook or sheet.",
        ),
        (
            "a.xlsx",
            b"\xd0\xcf\x11\xe0" + bytes(60) + "EncryptedPackage".encode("utf-16-le"),
            "protected by a password",
        ),
        ("a.docx", b"PK", 'clausekit reads no rows from a file whose name ends in ".docx".'),
    ],
)
def test_what_is_no_file_of_rows_is_told(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ClausekitError) as caught:
        opened(tmp_path / name)
    assert message in told(caught.value.findings)[0]


def test_a_file_that_is_missing_is_told(tmp_path: Path) -> None:
    for name in ("a.xlsx", "a.csv", "a.jsonl"):
        with pytest.raises(ClausekitError) as caught:
            opened(tmp_path / name)
        assert told(caught.value.findings) == [
            f"{name}: There is no such file. Check the name and the folder."
        ]


def test_a_workbook_that_would_fill_the_memory_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbook(tmp_path / "schemes.xlsx", {"Schemes": [["Area"], ["Westmarch"]]})
    monkeypatch.setattr("clausekit.batch.rows.sheets._LARGEST_UNPACKED", 1000)
    with pytest.raises(ClausekitError) as caught:
        opened(path)
    assert "larger than any that can be worked with" in told(caught.value.findings)[0]


def test_a_cell_far_outside_the_table_is_told_before_it_fills_the_memory(tmp_path: Path) -> None:
    path = workbook(tmp_path / "schemes.xlsx", {"Schemes": [["Area"], ["Westmarch"]]})
    changed(path, lambda sheet: sheet.cell(1_048_576, 16_384, "x"))
    with pytest.raises(ClausekitError) as caught:
        opened(path)
    assert "This sheet reaches over 1,048,576 rows and 16,384 columns" in told(caught.value.findings)[0]


def test_a_second_sheet_may_have_titles_above_and_no_values_under_no_heading(tmp_path: Path) -> None:
    services: Table = [["All services"], [None], ["Key", "Name"], ["A", "Baths"], ["A", "Meals", "x"]]
    (finding,) = sheet_findings(tmp_path, ["Key", "Area"], ["A", "x"], sheets={"Services": services})
    assert finding.startswith(
        "schemes.xlsx, sheet Services, row 5, column C: There is something in this cell"
    )


def test_rows_can_be_gone_through_twice(tmp_path: Path) -> None:
    rows = opened(workbook(tmp_path / "schemes.xlsx", {"Schemes": [["Area"], ["Westmarch"], [], ["Dale"]]}))
    assert rows.count == 2
    assert [row.number for row in rows] == [row.number for row in rows] == [2, 4]
    assert rows.paths == {"area"}


def test_the_copy_with_messages_can_be_mended_and_read(tmp_path: Path) -> None:
    (row,) = rows_of(tmp_path, ["Area", "What is wrong"], ["Westmarch", "A (Area): ..."])
    assert row.data == {"area": "Westmarch"}


def test_times_and_durations_are_times_of_day(tmp_path: Path) -> None:
    (row,) = rows_of(tmp_path, ["Opens at"], [timedelta(hours=8, minutes=30)])
    assert row.data == {"scheme": {"opens": "08:30"}}


def test_what_openpyxl_wrote_is_what_was_meant(tmp_path: Path) -> None:
    """The files of these tests are made by another library than the one that reads them."""
    path = workbook(tmp_path / "schemes.xlsx", {"Schemes": [["Area"], ["Westmarch"]]})
    assert load_workbook(path)["Schemes"]["A2"].value == "Westmarch"
