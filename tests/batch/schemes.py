"""A small dictionary of schemes, and files of rows for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from clausekit.batch.rows import Headings, Row, Rows, open_rows
from clausekit.cache import Cache
from clausekit.parameters.dictionary import Dictionary, load_dictionary
from clausekit.problems import Finding

_DICTIONARY = """\
type: object
additionalProperties: false
properties:
  scheme:
    title: The scheme
    type: object
    additionalProperties: false
    properties:
      name: {title: 1 Name of the scheme, type: string, examples: [Reablement]}
      number: {title: Number, type: string}
      telephone: {title: Telephone, type: string, examples: ["01632 960000"]}
      lead: {title: Lead body, type: string, enum: [Council, NHS], default: Council}
      included: {title: "Included?", type: boolean}
      staff: {title: Members of staff, type: integer}
      start: {title: First day, type: string, format: date}
      opens: {title: Opens at, type: string, format: time}
      budget: {title: Budget, type: string, format: money}
      share: {title: Share of the NHS, type: string, format: percentage}
      year: {title: First year, type: string, format: financial-year}
      notice: {title: Notice, type: string, format: period}
      aims: {title: Aims, type: array, items: {type: string, title: Aim}}
  area: {title: Area, type: string}
  contributions:
    title: 7 Contributions
    type: array
    default: []
    items:
      type: object
      additionalProperties: false
      required: [council]
      properties:
        year: {title: Financial year, type: string, format: financial-year}
        council: {title: Contribution of the council, type: string, format: money}
        nhs: {title: Contribution of the NHS, type: string, format: money}
  services:
    title: Services
    type: array
    items:
      type: object
      additionalProperties: false
      properties:
        name: {title: Name, type: string}
        price: {title: Price, type: string, format: money}
        visits:
          title: Visits
          type: array
          items: {type: object, additionalProperties: false, properties: {day: {title: Day, type: string}}}
  vat:
    title: VAT
    type: object
    additionalProperties: false
    properties: {rate: {title: Rate of VAT, type: string}}
"""

Table = Sequence[Sequence[Any]]


def dictionary() -> Dictionary:
    return load_dictionary(_DICTIONARY, "parameters.yaml", Cache(None))


def headings() -> Headings:
    """Return the headings of a template that asks for all but the VAT rate, which "vat-letter" asks for."""
    known = dictionary()
    asked = [path for path in known.paths() if not path.startswith("vat")]
    return Headings(known.part(asked), known.part(known.paths()), lambda _: ["vat-letter"])


def workbook(path: Path, sheets: Mapping[str, Table]) -> Path:
    """Write a workbook; a text that begins with = is a formula there."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def changed(path: Path, *changes: Any) -> Path:
    """Let each change be made to the first sheet of a workbook."""
    from openpyxl import load_workbook

    book = load_workbook(path)
    sheet = book.worksheets[0]
    assert isinstance(sheet, Worksheet)
    for change in changes:
        change(sheet)
    book.save(path)
    return path


def opened(path: Path, sheet: str | None = None) -> Rows:
    return open_rows(path, sheet=sheet, headings=headings())


def rows_of(path: Path, *table: Sequence[Any], sheets: Mapping[str, Table] | None = None) -> list[Row]:
    """Return the rows of a sheet "Schemes", in which nothing may be wrong."""
    rows = opened(workbook(path / "schemes.xlsx", {"Schemes": table, **(sheets or {})}))
    assert rows.findings == ()
    return list(rows)


def sheet_findings(path: Path, *table: Sequence[Any], sheets: Mapping[str, Table] | None = None) -> list[str]:
    """Return what is wrong with a sheet "Schemes" as a whole."""
    return told(opened(workbook(path / "schemes.xlsx", {"Schemes": table, **(sheets or {})})).findings)


def told(findings: Iterable[Finding]) -> list[str]:
    """Return findings as "place: message remedy", the place without folders."""
    return [_told(finding) for finding in findings]


def _told(finding: Finding) -> str:
    place = finding.source and replace(finding.source, file=Path(finding.source.file).name)
    return f"{place}: {finding.message} {finding.remedy}".strip()
