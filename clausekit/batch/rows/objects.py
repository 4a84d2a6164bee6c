"""Rows in JSON: a list of objects, or an object on each line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from clausekit.batch.rows.cells import Reader, Schema, reader
from clausekit.batch.rows.groups import Column, Page, column_of, layout, values
from clausekit.batch.rows.headings import Headings
from clausekit.batch.rows.messages import not_understood
from clausekit.batch.rows.places import Lazy
from clausekit.batch.rows.raw import CellError, as_text
from clausekit.batch.rows.row import Row, Rows
from clausekit.batch.rows.spellings import Meaning
from clausekit.files import read_text
from clausekit.parameters.binding import NOT_PARAMETERS
from clausekit.problems import ClausekitError, Finding, Source

_LARGEST = 500_000_000


def json_rows(path: Path, headings: Headings) -> Rows:
    """Return a row for each object of a JSON list. Raises ClausekitError if the file is no such list."""
    text = read_text(path, limit=_LARGEST)
    objects: list[tuple[int, Any]] = []
    place = _after_blanks(text, 0)
    if text[place : place + 1] != "[":
        raise _no_json(
            str(path), text, place, "This file is no list: it does not begin with a square bracket."
        )
    place = _after_blanks(text, place + 1)
    while text[place : place + 1] != "]":
        if objects:
            if text[place : place + 1] != ",":
                raise _no_json(str(path), text, place, "A comma is missing here.")
            place = _after_blanks(text, place + 1)
        start = place
        try:
            given, place = _DECODER.raw_decode(text, place)
        except (ValueError, RecursionError) as error:
            raise _no_json(
                str(path),
                text,
                getattr(error, "pos", start),
                f"This cannot be read as JSON: {_reason(error)}.",
            ) from None
        objects.append((text.count("\n", 0, start) + 1, given))
        place = _after_blanks(text, place)
    read = _Objects(str(path), headings)
    return Rows(
        (), lambda: (read.row(n, line, given) for n, (line, given) in enumerate(objects, 1)), len(objects)
    )


def json_lines(path: Path, headings: Headings) -> Rows:
    """Return a row for each line with a JSON object, read as a stream."""
    return Rows((), lambda: _json_lines(path, _Objects(str(path), headings)))


def _json_lines(path: Path, objects: _Objects) -> Iterator[Row]:
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip(b" \t\r\n\xef\xbb\xbf"):
                yield _of_line(number, line, objects)


def _of_line(number: int, line: bytes, objects: _Objects) -> Row:
    try:
        given = _DECODER.decode(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        shown = line.decode("utf-8", "replace").strip()
        return objects.broken(number, f"This line is no JSON: {_reason(error)}.", shown)
    return objects.row(number, number, given)


class _Objects:
    """Makes rows of JSON objects: nested as in a parameter file, or flat under the headings of columns."""

    def __init__(self, file: str, headings: Headings) -> None:
        self._file = file
        self._headings = headings
        self._meanings: dict[str, tuple[Meaning, ...]] = {}
        self._readers: dict[int, Reader] = {}

    def broken(self, number: int, message: str, excerpt: str) -> Row:
        """Return the row of a text that is no object."""
        place = Source(self._file, number)
        finding = Finding("rows-json", message, place, excerpt, "Write one object for each document: {...}.")
        return Row(number, str(number), {}, place, {}, {}, findings=(finding,))

    def row(self, number: int, line: int, given: Any) -> Row:
        """Return the row of an object."""
        if not isinstance(given, dict):
            return self.broken(
                number, "This is no object, with names and values in curly brackets.", str(given)
            )
        place = Source(self._file, line)
        flat = tuple(name for name in given if not self._headings.is_name(name))
        columns, findings = self._columns(given, flat, place)
        page = Page(self._file, "", line, tuple(given.values()))
        data = values(layout(columns, self._headings.has_default), page, findings) if flat else {}
        for name, value in given.items():
            if name in flat:
                continue
            if name in data:
                findings.append(_given_twice(place, name))
            else:
                data[name] = self._nested(value, self._headings.schema_at(name) or {}, findings)
        findings = [replace(finding, source=place) for finding in findings]
        parameters = (value for name, value in given.items() if name not in NOT_PARAMETERS)
        label = next((as_text(value) for value in parameters if not isinstance(value, dict | list)), "")
        sources = Lazy(lambda: {path: place for path, _ in _paths(data, "")})
        excerpts = Lazy(lambda: {path: as_text(value) for path, value in _paths(data, "")})
        return Row(number, str(number), data, place, sources, excerpts, label, findings=tuple(findings))

    def _columns(
        self, given: Mapping[str, Any], flat: Iterable[str], place: Source
    ) -> tuple[list[Column], list[Finding]]:
        """Return the names that are headings of columns, and what is wrong with them."""
        columns: list[Column] = []
        findings: list[Finding] = []
        numbers = {name: number for number, name in enumerate(given, 1)}
        for name in flat:
            meanings = self._meanings.get(name)
            if meanings is None:
                meanings = self._meanings[name] = self._headings.meanings(name)
            if len(meanings) != 1:
                findings.append(not_understood(place, name, meanings, self._headings))
            elif isinstance(given[name], dict | list):
                message = f'"{name}" is a single value, not a list or an object.'
                findings.append(Finding("rows-json", message, place, name, "Write text or a number."))
            elif any(column.meaning == meanings[0] for column in columns):
                findings.append(_given_twice(place, name))
            else:
                columns.append(column_of(numbers[name], name, meanings[0]))
        return columns, findings

    def _nested(self, given: Any, schema: Schema, findings: list[Finding]) -> Any:
        """Return a value as a parameter file would give it, by what the dictionary says; if wrong, null."""
        if isinstance(given, dict):
            inner = schema.get("properties", {})
            return {name: self._nested(value, inner.get(name, {}), findings) for name, value in given.items()}
        if isinstance(given, list):
            return [self._nested(value, schema.get("items", {}), findings) for value in given]
        if given is None or "type" not in schema or "properties" in schema or "items" in schema:
            return str(given) if isinstance(given, float) else given
        read = self._readers.get(id(schema))
        if read is None:
            read = self._readers[id(schema)] = reader(schema)
        try:
            return read(given)
        except CellError as error:
            findings.append(Finding("cell", error.message, None, as_text(given), error.remedy))
            return None


def _paths(data: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Yield the path of everything in some data, and of single values what they are."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from _paths(value, f"{path}.{name}" if path else name)
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _paths(value, f"{path}[{index}]")
    else:
        yield path, data


def _given_twice(place: Source, name: str) -> Finding:
    message = f'"{name}" gives what this object has given already.'
    return Finding("rows-json", message, place, name, "Keep the one that is right.")


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    given = dict(pairs)
    if len(given) < len(pairs):
        names = [name for name, _ in pairs]
        twin = next(name for name in names if names.count(name) > 1)
        raise ValueError(f'"{twin}" stands twice in one object')
    return given


def _refuse(word: str) -> None:
    raise ValueError(f"{word} is no number")


_DECODER = json.JSONDecoder(object_pairs_hook=_without_twins, parse_constant=_refuse)


def _after_blanks(text: str, place: int) -> int:
    match = re.compile(r"[ \t\r\n]*").match(text, place)
    return match.end() if match else place


def _reason(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "its brackets stand too deep in each other"
    return getattr(error, "msg", str(error)).rstrip(".")


def _no_json(file: str, text: str, place: int, message: str) -> ClausekitError:
    line = text.count("\n", 0, place) + 1
    excerpt = text.split("\n")[line - 1] if place < len(text) else ""
    remedy = "Write a list of objects: [{...}, {...}]."
    return ClausekitError(Finding("rows-json", message, Source(file, line), excerpt, remedy))
