"""A copy of a workbook with a column of messages: all else in it stays as it is, byte for byte.

Only the text of its sheets is touched, row by row, so that formulas, rules, charts and macros are kept, and
the copy needs no more memory than its largest sheet. Messages are text, whatever they begin with.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from xml.sax.saxutils import escape

from clausekit.batch.rows.headings import WHAT_IS_WRONG
from clausekit.batch.rows.peculiarities import UNREADABLE, column_number, part_of
from clausekit.batch.rows.places import letters

MARKABLE = frozenset({".xlsx", ".xlsm"})
_LAST_COLUMN = 16_384
_LONGEST = 32_000
"""Signs that a cell can hold, a few less."""

_ROW = re.compile(rb'(<(?:\w+:)?row\b[^>]*?\br="([0-9]+)"[^>]*)>(.*?)(</(?:\w+:)?row>)', re.DOTALL)
_REFERENCE = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})[0-9]+"')
_SPANS = re.compile(rb' spans="[^"]*"')
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def marked_copy(workbook: bytes, messages: Mapping[str, Mapping[int, str]]) -> bytes | None:
    """Return the workbook with each message, by sheet and row, in a column after the last that is used.

    Return None if it cannot be marked, as when all columns are used.
    """
    try:
        with zipfile.ZipFile(BytesIO(workbook)) as package:
            return _marked(package, messages)
    except UNREADABLE:
        return None


def _marked(package: zipfile.ZipFile, messages: Mapping[str, Mapping[int, str]]) -> bytes | None:
    parts = {part_of(package, sheet): rows for sheet, rows in messages.items()}
    if None in parts or not parts:
        return None
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as copy:
        for entry in package.infolist():
            data: bytes | None = package.read(entry)
            assert data is not None
            if entry.filename in parts:
                data = _with_messages(data, parts[entry.filename])
            if data is None:
                return None
            copy.writestr(entry, data)
    return stream.getvalue()


def _with_messages(sheet: bytes, messages: Mapping[int, str]) -> bytes | None:
    used = {column_number(match[1]) for match in _REFERENCE.finditer(sheet)}
    column = max(used, default=0) + 1
    if column > _LAST_COLUMN:
        return None
    first = _ROW.search(sheet)
    said = {int(first[2]): WHAT_IS_WRONG, **messages} if first else messages

    def mark(match: re.Match[bytes]) -> bytes:
        opening, number, cells, closing = match.groups()
        message = said.get(int(number))
        if message is None:
            return match[0]
        prefix = closing[2:].rpartition(b"row>")[0]
        cell = _cell(f"{letters(column)}{int(number)}", message, prefix.decode())
        return b"".join((_SPANS.sub(b"", opening), b">", cells, cell, closing))

    return _ROW.sub(mark, sheet)


def _cell(reference: str, message: str, prefix: str) -> bytes:
    text = escape(_REFUSED.sub("\N{REPLACEMENT CHARACTER}", message)[:_LONGEST])
    p = prefix
    return (
        f'<{p}c r="{reference}" t="inlineStr"><{p}is><{p}t xml:space="preserve">{text}</{p}t></{p}is></{p}c>'
    ).encode()
