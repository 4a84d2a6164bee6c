"""Files of lines with a delimiter: CSV in any of its dialects, read as a stream."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Callable, Iterator
from io import TextIOWrapper
from pathlib import Path

from clausekit.batch.rows.heading_row import heading_record
from clausekit.batch.rows.places import CellSource
from clausekit.batch.rows.table import Record, Table
from clausekit.problems import ClausekitError, Finding, Source

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DELIMITERS = (",", ";", "\t", "|")
_CHUNK = 1 << 16
_NEVER_ENDS = ("unexpected end of data", "field larger")


def open_delimited(path: Path, known: Callable[[str], bool]) -> Table:
    """Return the table in a file of lines; the delimiter is the one with which most headings are known.

    Raises ClausekitError if its characters cannot be read.
    """
    encoding = _encoding(path)
    findings: tuple[Finding, ...] = ()
    if encoding == "cp1252":
        message = (
            "This file is not in UTF-8; it is read as Windows-1252, the character set of Excel's plain CSV."
        )
        remedy = "If letters such as £ and é come out wrong, save it as CSV UTF-8."
        findings = (Finding("rows-encoding", message, Source(str(path)), remedy=remedy, level="info"),)
    tables = [
        Table(str(path), "", _records(path, encoding, delimiter), findings, streams=True, strict_width=True)
        for delimiter in _DELIMITERS
    ]
    return max(tables, key=lambda table: _fitness(table, known))


def _fitness(table: Table, known: Callable[[str], bool]) -> tuple[int, int]:
    """Return how many headings are known, and how many columns there are, if this is the delimiter."""
    record = heading_record(table, known)
    if record is None:
        return 0, 0
    return sum(1 for cell in record.cells if isinstance(cell, str) and known(cell)), len(record.cells)


def _records(path: Path, encoding: str, delimiter: str) -> Callable[[], Iterator[Record]]:
    def read() -> Iterator[Record]:
        with path.open("rb") as data, TextIOWrapper(data, encoding, newline="") as text:
            reader = csv.reader(text, delimiter=delimiter, strict=True)
            number = 0
            while True:
                number += 1
                try:
                    yield Record(number, next(reader))
                except StopIteration:
                    return
                except csv.Error as error:
                    endless = any(words in str(error) for words in _NEVER_ENDS)
                    yield Record(number, (), False, (_broken(path, number, endless),))
                    if endless:
                        return

    return read


def _broken(path: Path, number: int, endless: bool) -> Finding:
    source = CellSource(str(path), number)
    if endless:
        message = "A quotation mark that opens in this row is never closed, so no row after it can be read."
        return Finding(
            "rows-quotes", message, source, remedy="Close it, or double it if it is part of the text."
        )
    message = "Something stands in this row after a closing quotation mark, before the next delimiter."
    remedy = 'Double each quotation mark that is part of the text: "the ""Fund""".'
    return Finding("rows-quotes", message, source, remedy=remedy)


def _encoding(path: Path) -> str:
    """Return the character set of a file: what it says itself, UTF-8 if it fits, else Windows-1252."""
    with path.open("rb") as file:
        head = file.read(4)
        for mark, encoding in _MARKS:
            if head.startswith(mark):
                return _checked(path, encoding)
    for encoding in ("utf-8", "cp1252"):
        try:
            return _checked(path, encoding)
        except ClausekitError:
            if encoding == "cp1252":
                raise
    raise AssertionError("unreachable")


def _checked(path: Path, encoding: str) -> str:
    """Return the character set if the whole file can be read in it; raise ClausekitError if not."""
    decoder = codecs.getincrementaldecoder(encoding)()
    with path.open("rb") as file:
        try:
            while chunk := file.read(_CHUNK):
                if "\x00" in decoder.decode(chunk):
                    raise ValueError
            decoder.decode(b"", final=True)
        except ValueError:
            message = "The characters of this file cannot be read."
            remedy = 'Save it as "CSV UTF-8", or as a workbook (.xlsx).'
            raise ClausekitError(
                Finding("rows-encoding", message, Source(str(path)), remedy=remedy)
            ) from None
    return encoding
