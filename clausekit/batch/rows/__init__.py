"""Rows of data to render documents from: workbooks, files of lines, lists and folders."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from clausekit.batch.rows.headings import Headings
from clausekit.batch.rows.row import Row, Rows
from clausekit.batch.rows.tabular import rows_of
from clausekit.files import read_bytes
from clausekit.problems import ClausekitError, Finding, Source

__all__ = ["Headings", "Row", "Rows", "open_rows"]

_WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})


def open_rows(path: Path, *, sheet: str | None, headings: Headings) -> Rows:
    """Return the rows of a file or folder; ``sheet`` names the sheet of a workbook that has them.

    What is wrong with its headings is in the findings of the rows, what is wrong with single cells in those
    of each row. Raises ClausekitError if the file cannot be read at all.
    """
    ending = path.suffix.lower()
    if sheet is not None and ending not in _WORKBOOKS:
        message = "Only a workbook has sheets."
        raise ClausekitError(Finding("rows-sheet", message, Source(str(path)), remedy="Leave --sheet out."))
    if path.is_dir():
        from clausekit.batch.rows.lists import folder_rows

        return folder_rows(path)
    if ending in _READERS:
        _refuse_unreadable(path)
        return _READERS[ending](path, sheet, headings)
    message = f'clausekit reads no rows from a file whose name ends in "{ending}".'
    remedy = f"It reads {', '.join(sorted(_READERS))} and folders of parameter files."
    raise ClausekitError(Finding("rows-kind", message, Source(str(path)), remedy=remedy))


def _refuse_unreadable(path: Path) -> None:
    """Raise ClausekitError if the file is missing, or nobody may read it."""
    try:
        path.open("rb").close()
    except OSError:
        read_bytes(path)  # says what is wrong with it


def _of_workbook(path: Path, sheet: str | None, headings: Headings) -> Rows:
    from clausekit.batch.rows.sheets import open_workbook

    first, others = open_workbook(path, sheet)
    return rows_of(first, others, headings)


def _of_lines(path: Path, _: str | None, headings: Headings) -> Rows:
    from clausekit.batch.rows.delimited import open_delimited

    return rows_of(open_delimited(path, headings.knows), (), headings)


def _of_yaml(path: Path, _: str | None, __: Headings) -> Rows:
    from clausekit.batch.rows.lists import yaml_rows

    return yaml_rows(path)


def _of_json(path: Path, _: str | None, headings: Headings) -> Rows:
    from clausekit.batch.rows.objects import json_rows

    return json_rows(path, headings)


def _of_json_lines(path: Path, _: str | None, headings: Headings) -> Rows:
    from clausekit.batch.rows.objects import json_lines

    return json_lines(path, headings)


_READERS: Mapping[str, Callable[[Path, str | None, Headings], Rows]] = {
    **dict.fromkeys(_WORKBOOKS, _of_workbook),
    **dict.fromkeys((".csv", ".tsv", ".tab", ".txt"), _of_lines),
    **dict.fromkeys((".yaml", ".yml"), _of_yaml),
    ".json": _of_json,
    **dict.fromkeys((".jsonl", ".ndjson"), _of_json_lines),
}
