"""The workbook to fill in for a template: a column for each parameter, a sheet for each list, examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Literal

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from clausekit.batch.examples import Example, example_of, examples_of, kind_in_sheet
from clausekit.batch.rows.asking import headings_for
from clausekit.batch.rows.cells import Schema
from clausekit.batch.rows.headings import KEY, Headings
from clausekit.batch.rows.spellings import is_group, is_list_of_groups
from clausekit.parameters.binding import NOT_PARAMETERS
from clausekit.parameters.values import FORMATS
from clausekit.workshop import Workshop

_LAST_ROW = 1_048_576
_LONGEST_NAME = 31
_FORBIDDEN_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'"))
_MOST_INLINE = 255
"""Signs that a list of choices may have in a rule itself; a longer one stands in a hidden sheet."""

_WIDTHS = {"date": 18, "money": 18, "percentage": 12, "integer": 10, "boolean": 10}
_NUMBER_FORMATS = {
    "date": "d mmmm yyyy",
    "money": '"£"#,##0.00',
    "percentage": "0.00%",
    "integer": "0",
    "boolean": "General",
}
_TEXT_FORMAT = "@"
_KEY_HELP = (
    "A short name of your own for this row. The other sheets repeat it to say to which row an entry belongs, "
    "and the file is named after it, unless you name files with --name."
)
_EXAMPLE_KEY = "Example"


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: its heading, what the dictionary says of it, and what it has in each example."""

    heading: str
    schema: Schema
    examples: Sequence[Example]


def sheet_for(workshop: Workshop, template: str) -> bytes:
    """Return a workbook with the columns that a template asks for, to be filled in and read by ``open_rows``.

    The first sheet has a row for each document; each list of groups has a sheet of its own. What stands in
    them is an example, to be overwritten. Raises ClausekitError if there is no such template, or it cannot be
    read.
    """
    headings = headings_for(workshop, template)
    workbook = Workbook()
    first = workbook.active
    assert isinstance(first, Worksheet)
    first.title = _sheet_name(template, ())
    choices = workbook.create_sheet("Choices")
    choices.sheet_state = "hidden"
    single = [one for one in headings.fields if not one.years and one.path not in NOT_PARAMETERS]
    columns = [_Column(headings.spelling(one), one.schema, [example_of(one.schema)]) for one in single]
    _fill_in(first, columns, choices)
    for path, schema in _lists(headings.asked, ""):
        title = _sheet_name(str(schema.get("title", path)), workbook.sheetnames)
        if headings.list_named(title) != path:
            title = _sheet_name(path.replace(".", " "), workbook.sheetnames)
        group = workshop.dictionary.entry(f"{path}[]")
        parties = group is not None and group.schema.get("x-def") == "party"
        entries = list(examples_of(schema, parties=parties))
        _fill_in(workbook.create_sheet(title), list(_entry_columns(headings.within(path), entries)), choices)
    if choices["A1"].value is None:
        workbook.remove(choices)
    stream = BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def _lists(schema: Schema, place: str) -> Iterator[tuple[str, Schema]]:
    for name, entry in schema["properties"].items():
        path = f"{place}.{name}" if place else name
        if not place and name in NOT_PARAMETERS:
            continue
        if is_group(entry):
            yield from _lists(entry, path)
        elif is_list_of_groups(entry):
            yield path, entry


def _entry_columns(headings: Headings, entries: Sequence[Mapping[str, Example]]) -> Iterator[_Column]:
    """Yield the columns of a sheet of entries; a list in an entry has columns for its first entry."""
    for one in headings.fields:
        if one.path in entries[0]:
            yield _Column(headings.spelling(one), one.schema, [entry[one.path] for entry in entries])
        elif not one.path.endswith("[]"):
            example = example_of(one.schema)
            yield _Column(headings.spelling(one), one.schema, [example] * len(entries))


def _sheet_name(title: str, taken: Sequence[str]) -> str:
    name = title.translate(_FORBIDDEN_IN_NAMES).strip()[:_LONGEST_NAME].strip()
    return name if name not in taken else name[: _LONGEST_NAME - 2] + f" {len(taken)}"


def _fill_in(sheet: Worksheet, columns: Sequence[_Column], choices: Worksheet) -> None:
    _head(sheet, 1, KEY, _KEY_HELP)
    _format(sheet, 1, _TEXT_FORMAT, 14)
    for row in range(len(columns[0].examples)):
        _put(sheet.cell(row + 2, 1), _EXAMPLE_KEY, _TEXT_FORMAT)
    for number, column in enumerate(columns, 2):
        kind = kind_in_sheet(column.schema)
        number_format = _NUMBER_FORMATS.get(kind, _TEXT_FORMAT)
        _head(sheet, number, column.heading, _help(column.schema))
        _format(sheet, number, number_format, _WIDTHS.get(kind, 32))
        if rule := _rule(column.schema, kind, choices):
            letter = get_column_letter(number)
            rule.add(f"{letter}2:{letter}{_LAST_ROW}")
            sheet.add_data_validation(rule)
        for row, example in enumerate(column.examples, 2):
            _put(sheet.cell(row, number), example, number_format)
    sheet.freeze_panes = "B2"


def _head(sheet: Worksheet, number: int, heading: str, about: str) -> None:
    cell = sheet.cell(1, number, heading)
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", fgColor="DDE6F0")
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if about:
        cell.comment = Comment(about, "clausekit", height=120, width=320)


def _format(sheet: Worksheet, number: int, number_format: str, width: int) -> None:
    """Give a column its width, and its empty cells the format that keeps what is typed as it is meant."""
    dimension = sheet.column_dimensions[get_column_letter(number)]
    dimension.width = width
    dimension.number_format = number_format


def _put(cell: Cell | MergedCell, value: Example, number_format: str) -> None:
    cell.value = value
    cell.number_format = number_format
    if isinstance(value, str):
        cell.data_type = "s"  # text that begins with = is no formula
        cell.alignment = Alignment(wrap_text=True, vertical="top")


def _help(schema: Schema) -> str:
    """Return what a person should know to fill in a column."""
    lines = [str(schema.get("description", ""))]
    example = next(iter(schema.get("examples", ())), None)
    kind = kind_in_sheet(schema)
    if kind == "array":
        lines.append("Several entries: put a semicolon between them.")
        example = "; ".join(map(str, example)) if isinstance(example, list) else example
    elif kind == "boolean":
        lines.append("Write yes or no.")
    elif kind in FORMATS and kind not in ("date", "money", "percentage"):
        example = example or FORMATS[kind].example
    if "default" in schema:
        lines.append(f"If the cell is empty: {_shown(schema['default'])}.")
    else:
        lines.append("If the cell is empty, the document shows a blank.")
    if example is not None:
        lines.append(f"For example: {example}")
    return "\n".join(line for line in lines if line)


def _shown(default: Any) -> str:
    if default is None:
        return "a blank to be filled in by hand"
    if isinstance(default, bool):
        return "yes" if default else "no"
    return ("; ".join(map(str, default)) or "none") if isinstance(default, list) else str(default)


def _rule(schema: Schema, kind: str, choices: Worksheet) -> DataValidation | None:
    """Return the rule by which a spreadsheet refuses what cannot be right; None for text."""
    if kind == "boolean":
        return _list_rule(["yes", "no"], choices)
    given = [str(choice) for choice in schema.get("enum", ()) if choice is not None]
    if given:
        return _list_rule(given, choices)
    rules = {
        "date": _date_rule(),
        "money": _number_rule("decimal", "-1E+15", "1E+15", "Type an amount in pounds."),
        "percentage": _number_rule("decimal", "-1", "1", "Type a percentage, such as 45%."),
        "integer": _number_rule(
            "whole",
            str(schema.get("minimum", -1_000_000_000)),
            str(schema.get("maximum", 1_000_000_000)),
            "Type a whole number.",
        ),
    }
    return rules.get(kind)


def _date_rule() -> DataValidation:
    error = "Type a date, such as 1 April 2026."
    return DataValidation(
        type="date",
        operator="greaterThan",
        formula1="1",
        allow_blank=True,
        showErrorMessage=True,
        error=error,
    )


def _number_rule(kind: Literal["whole", "decimal"], least: str, most: str, error: str) -> DataValidation:
    return DataValidation(
        type=kind,
        operator="between",
        formula1=least,
        formula2=most,
        allow_blank=True,
        showErrorMessage=True,
        error=error,
    )


def _list_rule(given: Sequence[str], choices: Worksheet) -> DataValidation:
    inline = ",".join(given)
    if len(inline) <= _MOST_INLINE and not any(sign in choice for choice in given for sign in ',"'):
        formula = f'"{inline}"'
    else:
        number = choices.max_column + (choices.cell(1, choices.max_column).value is not None)
        for row, choice in enumerate(given, 1):
            _put(choices.cell(row, number), choice, _TEXT_FORMAT)
        letter = get_column_letter(number)
        formula = f"{quote_sheetname(choices.title)}!${letter}$1:${letter}${len(given)}"
    rule = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=True)
    rule.error = "Choose one of the list."
    return rule
