"""Workbooks: xlsx, xls and ods, through calamine; of xlsx also what calamine does not tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from clausekit.batch.rows.peculiarities import Peculiarities, peculiarities, unpacked_size
from clausekit.batch.rows.places import CellSource
from clausekit.batch.rows.raw import ExcelError, Raw, Uncomputed
from clausekit.batch.rows.table import Merged, Record, Table
from clausekit.files import read_bytes
from clausekit.problems import ClausekitError, Finding, Source, nearest

_LARGEST, _LARGEST_UNPACKED = 500_000_000, 4_000_000_000
_MOST_CELLS = 100_000_000
"""So many cells, empty ones too, take some gigabytes; to ask for more than there are ends the program."""

_PANIC = "PanicException"
_PACKAGE = b"PK"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def open_workbook(path: Path, sheet: str | None) -> tuple[Table, tuple[Table, ...]]:
    """Return the sheet with the rows, and the other visible sheets that have anything in them.

    ``sheet`` names the first; else it is the first visible one. Raises ClausekitError if the file is no
    workbook, is encrypted, or has no such sheet.
    """
    data = read_bytes(path, limit=_LARGEST)
    workbook = _workbook(data, str(path))
    name, others = _chosen(workbook, sheet, str(path))
    first = _table(data, workbook, name, str(path))
    tables = (_table(data, workbook, other, str(path)) for other in others)
    return first, tuple(table for table in tables if next(table.records(), None))


def _workbook(data: bytes, file: str) -> CalamineWorkbook:
    if unpacked_size(data) > _LARGEST_UNPACKED:
        message = "Unpacked, this workbook is larger than any that can be worked with."
        remedy = "Take out what is not needed, or save the rows as CSV, of which there may be any number."
        raise ClausekitError(Finding("rows-workbook", message, Source(file), remedy=remedy))
    if _ENCRYPTED in data[:100_000] or _ENCRYPTED in data[-100_000:]:
        raise _encrypted(file)
    with _told(Source(file)):
        return CalamineWorkbook.from_filelike(BytesIO(data))


@contextmanager
def _told(place: Source) -> Iterator[None]:
    """Raise ClausekitError for whatever calamine raises, its panics among them, which are no Exceptions."""
    try:
        yield
    except PasswordError:
        raise _encrypted(place.file) from None
    except BaseException as error:
        if not isinstance(error, CalamineError | OSError | ValueError) and type(error).__name__ != _PANIC:
            raise
        message = "This cannot be read: it is damaged, or it is no workbook or sheet."
        remedy = "Open the workbook in Excel or LibreOffice and save it anew as .xlsx."
        raise ClausekitError(Finding("rows-workbook", message, place, remedy=remedy)) from None


def _encrypted(file: str) -> ClausekitError:
    message = "This workbook is protected by a password, so it cannot be read."
    remedy = "Save a copy without a password (in Excel: File, Info, Protect Workbook)."
    return ClausekitError(Finding("rows-encrypted", message, Source(file), remedy=remedy))


def _chosen(workbook: CalamineWorkbook, sheet: str | None, file: str) -> tuple[str, list[str]]:
    """Return the name of the sheet with the rows, and those of the other visible ones."""
    visible = [one.name for one in workbook.sheets_metadata if one.visible == SheetVisibleEnum.Visible]
    names = workbook.sheet_names
    if not names:
        raise ClausekitError(Finding("rows-workbook", "This workbook has no sheets.", Source(file)))
    if sheet is None:
        name = (visible or names)[0]
    else:
        name = next((one for one in names if one.casefold() == sheet.casefold()), "")
        if not name:
            meant = nearest(sheet, names)
            remedy = f'Did you mean "{meant}"? ' if meant else ""
            message = f'This workbook has no sheet "{sheet}".'
            remedy += f"Its sheets are: {', '.join(names)}."
            raise ClausekitError(Finding("rows-sheet", message, Source(file), remedy=remedy))
    return name, [one for one in visible if one != name]


def _table(data: bytes, workbook: CalamineWorkbook, name: str, file: str) -> Table:
    place = CellSource(file, sheet=name)
    found = peculiarities(data, name) if data.startswith(_PACKAGE) else None
    if found and found.height * found.width > _MOST_CELLS:
        reach = f"{found.height:,} rows and {found.width:,} columns"
        message = f"This sheet reaches over {reach}, too many to be read at once."
        remedy = "Delete what stands far outside the table, or save the rows as CSV: any number can be read."
        raise ClausekitError(Finding("rows-workbook", message, place, remedy=remedy))
    with _told(place):
        sheet = workbook.get_sheet_by_name(name)
    findings = () if found else (_old_format(file, name),)
    return Table(
        file,
        name,
        lambda: _records(sheet, found or Peculiarities()),
        findings,
        [Merged(*(n + 1 for n in (*start, *end))) for start, end in sheet.merged_cell_ranges or ()],
    )


def _old_format(file: str, name: str) -> Finding:
    message = "In a file of this kind, a formula that failed (#REF!) cannot be told from an empty cell."
    remedy = "Save it as .xlsx to be told of failed formulas, hidden rows and formulas without a result."
    return Finding("rows-old-format", message, CellSource(file, sheet=name), remedy=remedy, level="warning")


def _records(sheet: CalamineSheet, found: Peculiarities) -> Iterator[Record]:
    if sheet.start is None:
        return
    for number, cells in enumerate(sheet.iter_rows(), 1):
        yield Record(number, _mended(number, cells, found), number in found.hidden)


def _mended(number: int, cells: Sequence[Raw], found: Peculiarities) -> Sequence[Raw]:
    """Return the cells, with the failed and uncomputed formulas that calamine shows as empty."""
    if number not in found.cells:
        return cells
    wide = [*cells]
    for column, said in found.cells[number].items():
        wide += [None] * (column - len(wide))
        wide[column - 1] = ExcelError(said) if said else Uncomputed()
    return wide
