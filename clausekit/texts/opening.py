"""Opening a file that holds text, whoever wrote it: an editor, a converter of PDF files, a scanner."""

from __future__ import annotations

from pathlib import Path

from clausekit.files import read_bytes
from clausekit.problems import ClausekitError, Finding, Source

_LARGEST = 20_000_000
_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_HARMLESS = b"\t\n\v\f\r\x1b"
_CONTROLS = bytes(code for code in range(32) if code not in _HARMLESS)
_MOST_CONTROLS = 0.002
"""A file of which a larger share are control characters is no text."""


def open_text(path: Path, shown: str | None = None) -> str:
    """Return the text of a file, its lines ended by line feeds; ``shown`` is what messages call it.

    It may be in UTF-8, in UTF-16 with a byte order mark, or else is taken to be in Windows-1252. Raises
    ClausekitError if the file cannot be read, is empty, or is no text.
    """
    file = shown or str(path)
    data = read_bytes(path, shown=file, limit=_LARGEST)
    _refuse_what_is_no_text(data, file)
    text = _decoded(data).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise _fault(
            "text-empty",
            file,
            "There is no text in this file.",
            "If it was made from a scan, have the text of the scan recognised first (OCR).",
        )
    return text


def _refuse_what_is_no_text(data: bytes, file: str) -> None:
    if data.startswith(_OFFICE):
        raise _fault(
            "file-office",
            file,
            "This is a file of Word or a similar program, not plain text.",
            "Give it the ending .docx if it is a Word file.",
        )
    if data.startswith(b"%PDF"):
        raise _fault(
            "text-pdf",
            file,
            "This is a PDF file, which holds pages rather than text.",
            "Extract its text first, for example with: pdftotext -layout FILE.pdf FILE.txt",
        )
    if data[:2] in _MARKS:
        return
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > len(data) * _MOST_CONTROLS:
        raise _fault(
            "text-binary", file, "This file does not hold text.", "Name a text, a Markdown or a Word file."
        )


def _decoded(data: bytes) -> str:
    if data[:2] in _MARKS:
        return data.decode(_MARKS[data[:2]], errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("windows-1252", errors="replace")


def _fault(rule: str, file: str, message: str, remedy: str) -> ClausekitError:
    return ClausekitError(Finding(rule, message, Source(file), remedy=remedy))
