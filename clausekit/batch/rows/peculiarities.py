"""What a sheet of an xlsx file says and calamine does not tell: hidden rows, errors, results that miss."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from posixpath import join, normpath
from typing import IO
from xml.etree import ElementTree

UNREADABLE = (
    *(zipfile.BadZipFile, zlib.error, ElementTree.ParseError),
    *(OSError, EOFError, KeyError, ValueError, NotImplementedError, RuntimeError),
)
"""What the libraries raise for a package that is broken, encrypted, or packed in a way they do not know."""

_CHUNK = 1 << 20
_LARGEST_PART = 10_000_000
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_NUMBER = re.compile(rb'\br="([0-9]+)"')
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*[^/>])>(.*?)</(?:\w+:)?c>", re.DOTALL)
_FILLED = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})([0-9]{1,9})"[^>]*(?<!/)>')
_REFERENCE = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,7})"')
_TYPE = re.compile(rb'\bt="(\w+)"')
_RESULT = re.compile(rb"<(?:\w+:)?v\b[^>]*>([^<]*)</(?:\w+:)?v>")
_SUSPECT = (b't="e"', b"<f", b":f", b'hidden="')
"""What stands in rows that need a closer look, and in few others."""


@dataclass(slots=True)
class Peculiarities:
    """Rows that are hidden, and by row and column the error that a cell shows; "" if a result is missing.

    ``height`` and ``width`` are the last row and column with anything in it.
    """

    height: int = 0
    width: int = 0
    hidden: set[int] = field(default_factory=set)
    cells: dict[int, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))


def peculiarities(data: bytes, sheet: str) -> Peculiarities | None:
    """Return what is peculiar in a sheet; None if the file is no xlsx."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            part = part_of(package, sheet)
            if part is None:
                return None
            found = Peculiarities()
            with package.open(part) as stream:
                for rows in _rows(stream):
                    _measure(rows, found)
                    if any(mark in rows for mark in _SUSPECT):
                        _look(rows, found)
            return found
    except UNREADABLE:
        return None


def unpacked_size(data: bytes) -> int:
    """Return how large all parts of a package are together; 0 if it is no package."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            return sum(entry.file_size for entry in package.infolist())
    except UNREADABLE:
        return 0


def part_of(package: zipfile.ZipFile, sheet: str) -> str | None:
    """Return the name of the part that holds a sheet."""
    if "xl/workbook.xml" not in package.namelist():
        return None
    parts = ("xl/workbook.xml", "xl/_rels/workbook.xml.rels")
    if any(package.getinfo(part).file_size > _LARGEST_PART for part in parts):
        return None
    workbook, links = (ElementTree.fromstring(package.read(part)) for part in parts)
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    for element in workbook.iter():
        if element.tag.endswith("}sheet") and element.get("name") == sheet:
            link = next((value for key, value in element.attrib.items() if key.endswith("}id")), None)
            target = targets.get(link, "")
            return target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
    return None


def _rows(stream: IO[bytes]) -> Iterator[bytes]:
    """Yield the text of a sheet in pieces that end where a row ends."""
    rest = b""
    while chunk := stream.read(_CHUNK):
        rest += chunk
        cut = rest.rfind(b"row>") + 4
        if cut > 3:
            yield rest[:cut]
            rest = rest[cut:]
    yield rest


def _measure(rows: bytes, found: Peculiarities) -> None:
    filled = _FILLED.findall(rows)
    found.height = max(found.height, *map(int, {row for _, row in filled}), 0)
    found.width = max(found.width, *map(column_number, {column for column, _ in filled}), 0)


def _look(rows: bytes, found: Peculiarities) -> None:
    for match in _ROW.finditer(rows):
        number = _NUMBER.search(match[1])
        if number and _HIDDEN.search(match[1]):
            found.hidden.add(int(number[1]))
    for match in _CELL.finditer(rows):
        attributes, content = match.groups()
        place, kind = _REFERENCE.search(attributes), _TYPE.search(attributes)
        if place is None:
            continue
        result = _RESULT.search(content)
        said = result[1].decode("utf-8", "replace") if result else ""
        failed = kind is not None and kind[1] == b"e"
        uncomputed = b"<f" in content and not said and not (kind and kind[1] == b"str")
        if failed or uncomputed:
            found.cells[int(place[2])][column_number(place[1])] = said


def column_number(letters: bytes) -> int:
    """Return the number of a column, from 1, by its letters."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
