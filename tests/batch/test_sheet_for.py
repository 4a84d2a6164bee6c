"""The workbook to fill in: what it asks for, and that it comes back as it was meant."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
import yaml
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from clausekit.batch.rows import open_rows
from clausekit.batch.rows.asking import headings_for
from clausekit.batch.sheet_for import sheet_for
from clausekit.pipeline import make_draft
from clausekit.templates import schedule_names, template_names
from clausekit.workshop import Workshop, open_workshop

ROOT = Path(__file__).parent.parent.parent
NAMES = (*template_names(ROOT), *schedule_names(ROOT))


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return open_workshop(ROOT)


@pytest.fixture(scope="module")
def book(workshop: Workshop) -> Workbook:
    return load_workbook(BytesIO(sheet_for(workshop, "scheme-specification")))


@pytest.mark.parametrize("name", NAMES)
def test_the_example_of_every_sheet_renders_without_findings(
    workshop: Workshop, name: str, tmp_path: Path
) -> None:
    path = tmp_path / "filled-in.xlsx"
    path.write_bytes(sheet_for(workshop, name))
    rows = open_rows(path, sheet=None, headings=headings_for(workshop, name))
    (row,) = rows
    assert (rows.findings, row.findings) == ((), ())
    matter = tmp_path / "example.yaml"
    matter.write_text(yaml.safe_dump({"template": name, **row.data}, allow_unicode=True), encoding="utf-8")
    assert make_draft(workshop, matter).findings == ()


def column(book: Workbook, heading: str, sheet: str = "scheme-specification") -> str:
    cells = book[sheet][1]
    return next(cell.column_letter for cell in cells if cell.value == heading)


def rule(sheet: Worksheet, letter: str) -> tuple[str | None, object]:
    for one in sheet.data_validations.dataValidation:
        if f"{letter}2:" in str(one.sqref):
            return one.type, one.formula1
    return None, None


def test_the_headings_follow_the_questionnaire_and_have_its_help_as_notes(book: Workbook) -> None:
    sheet = book["scheme-specification"]
    headings = [cell.value for cell in sheet[1]]
    assert headings[:2] == ["Key", "Date of the agreement"]
    assert headings.index("1 Name of the scheme") < headings.index("2 Aims and outcomes")
    note = sheet[f"{column(book, 'Date of the agreement')}1"].comment
    assert note is not None
    assert note.text.startswith("The day on which the last party signs.")
    assert sheet.freeze_panes == "B2"
    assert sheet["A1"].font.bold


def test_choices_dates_and_yes_or_no_are_offered_and_all_else_refused(book: Workbook) -> None:
    sheet = book["scheme-specification"]
    assert rule(sheet, column(book, "3 Lead commissioning")) == ("list", '"Applies,Does not apply"')
    assert rule(sheet, column(book, "Date of the agreement"))[0] == "date"
    assert rule(sheet, column(book, "Is there a pooled fund?")) == ("list", '"yes,no"')
    assert rule(sheet, column(book, "2 Aims and outcomes")) == (None, None)


def test_lists_have_sheets_of_their_own_with_formats_that_keep_what_is_typed(book: Workbook) -> None:
    assert "7 Financial contributions" in book.sheetnames
    sheet = book["7 Financial contributions"]
    assert [cell.value for cell in sheet[1]] == [
        "Key",
        "Financial year",
        "Fund",
        "Contribution of the council",
        "Contribution of the NHS bodies",
    ]
    assert [cell.number_format for cell in sheet[2]] == ["@", "@", "@", '"£"#,##0.00', '"£"#,##0.00']
    assert sheet["A2"].value == book["scheme-specification"]["A2"].value
    assert sheet.column_dimensions["B"].number_format == "@"


def test_the_choices_of_a_long_list_stand_in_a_hidden_sheet(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clausekit.batch.sheet_for._MOST_INLINE", 10)
    book = load_workbook(BytesIO(sheet_for(workshop, "scheme-specification")))
    assert book["Choices"].sheet_state == "hidden"
    sheet = book["scheme-specification"]
    kind, formula = rule(sheet, column(book, "3 Lead commissioning"))
    assert (kind, str(formula).partition("!")[0]) == ("list", "'Choices'")
    letter = str(formula).split("$")[1]
    assert [book["Choices"][f"{letter}{row}"].value for row in (1, 2)] == ["Applies", "Does not apply"]
