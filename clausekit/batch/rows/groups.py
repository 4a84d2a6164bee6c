"""From the columns of a table to nested values: which cell goes where, entries by number, year or sheet.

Where columns go is found once, for all rows. The values of a row are read by going through that layout; where
each of them stands is found in the same way, but only when somebody asks: few rows have a fault.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from clausekit.batch.rows.cells import Reader, reader
from clausekit.batch.rows.places import CellSource
from clausekit.batch.rows.raw import CellError, Raw, as_text, is_blank
from clausekit.batch.rows.spellings import Meaning
from clausekit.parameters.yamlfile import Data
from clausekit.problems import Finding

_STEP = re.compile(r"[^.\[\]]+|\[\]")

HasDefault: TypeAlias = Callable[[str], bool]
"""Whether the dictionary says what the list at a path is if nothing is said of it."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column that gives a parameter: its number from 1, its heading, what that means, how it is read."""

    number: int
    heading: str
    meaning: Meaning
    read: Reader
    has_default: bool


def column_of(number: int, heading: str, meaning: Meaning) -> Column:
    """Return the column with a heading of that meaning."""
    schema = meaning.field.schema
    return Column(number, heading, meaning, reader(schema), "default" in schema)


@dataclass(slots=True)
class Group:
    """A group of values, by name."""

    parts: dict[str, Node] = field(default_factory=dict)


@dataclass(slots=True)
class Entries:
    """A list whose entries stand in columns: "1", "2" or by financial year, which ``year`` then gives."""

    year: str | None
    has_default: bool
    entries: dict[str, Node] = field(default_factory=dict)


@dataclass(slots=True)
class Sheet:
    """A list whose entries stand in a sheet of their own, under the key of the row that they belong to."""

    layout: Group
    entries: Mapping[str, Sequence[Page]]
    key: int
    """The column of the first sheet, from 1, that holds the key."""
    has_default: bool


Node: TypeAlias = Column | Group | Entries | Sheet


@dataclass(frozen=True, slots=True)
class Page:
    """The row of a sheet that is being read, with a cell for each column that has a heading, or more."""

    file: str
    sheet: str
    row: int
    cells: Sequence[Raw]

    def source(self, column: Column | None) -> CellSource:
        """Return the place of the row's cell in a column, or of the row."""
        if column is None:
            return CellSource(self.file, self.row, None, self.sheet)
        return CellSource(self.file, self.row, column.number, self.sheet, column.heading)


def layout(columns: Iterable[Column], has_default: HasDefault) -> Group:
    """Return where the cells of a row go."""
    root = Group()
    for column in columns:
        _place(root, column, has_default)
    _put_in_order(root)
    return root


def attach(root: Group, path: str, sheet: Sheet) -> None:
    """Put the entries of a second sheet where the path leads."""
    *groups, last = path.split(".")
    for name in groups:
        root = _group_in(root, name)
    root.parts[last] = sheet


def _place(root: Group, column: Column, has_default: HasDefault) -> None:
    meaning = column.meaning
    chosen = iter(zip(meaning.entries, meaning.field.years, strict=True))
    holder: Group | Entries = root
    key = path = ""
    for step in _STEP.findall(meaning.field.path):
        if step == "[]":
            entry, year = next(chosen)
            holder = _entries_in(holder, key, year, has_default(path))
            key, path = entry, f"{path}[]"
        else:
            holder = _group_in(holder, key) if key else holder
            key, path = step, f"{path}.{step}".lstrip(".")
    _parts(holder)[key] = column


def _parts(holder: Group | Entries) -> dict[str, Node]:
    return holder.parts if isinstance(holder, Group) else holder.entries


def _group_in(holder: Group | Entries, key: str) -> Group:
    inner = _parts(holder).setdefault(key, Group())
    assert isinstance(inner, Group)
    return inner


def _entries_in(holder: Group | Entries, key: str, year: str | None, has_default: bool) -> Entries:
    inner = _parts(holder).setdefault(key, Entries(year, has_default))
    assert isinstance(inner, Entries)
    return inner


def _put_in_order(holder: Group | Entries) -> None:
    """Sort entries: those with numbers first, then by year."""
    if isinstance(holder, Entries):
        in_order = sorted(holder.entries, key=lambda key: ("/" in key, len(key), key))
        holder.entries = {key: holder.entries[key] for key in in_order}
    for inner in _parts(holder).values():
        if isinstance(inner, Group | Entries):
            _put_in_order(inner)


def values(group: Group, page: Page, findings: list[Finding]) -> dict[str, Data]:
    """Return the values of a group in a row, adding what is wrong with them to the findings.

    What is blank or wrong is null or, if the dictionary has a default for it, left out.
    """
    cells = page.cells
    data: dict[str, Data] = {}
    for name, part in group.parts.items():
        value: Data
        if isinstance(part, Column):
            raw = cells[part.number - 1]
            value = None if raw is None or raw == "" else _read(part, raw, page, findings)
            has_default = part.has_default
        elif isinstance(part, Group):
            value, has_default = values(part, page, findings), False
        else:
            value = [_entry(one, key, where, part, findings) for key, one, where in _entries(part, page)]
            value, has_default = value or None, part.has_default
        if value is not None or not has_default:
            data[name] = value
    return data


def _read(column: Column, raw: Raw, page: Page, findings: list[Finding]) -> Data:
    try:
        return column.read(raw)
    except CellError as error:
        source, said = page.source(column), as_text(raw)
        findings.append(Finding("cell", error.message, source, said, error.remedy))
        return None


def _entry(node: Node, key: str, page: Page, around: Entries | Sheet, findings: list[Finding]) -> Data:
    if isinstance(node, Column):
        return _read(node, page.cells[node.number - 1], page, findings)
    assert isinstance(node, Group)
    entry = values(node, page, findings)
    if isinstance(around, Entries) and around.year and "/" in key:
        entry[around.year] = key
    return entry


def _entries(node: Entries | Sheet, page: Page) -> Iterator[tuple[str, Node, Page]]:
    """Yield the entries that a list has in a row: which, their layout, and the row they stand in."""
    if isinstance(node, Sheet):
        for own in node.entries.get(as_text(page.cells[node.key - 1]), ()):
            yield "", node.layout, own
        return
    for key, part in node.entries.items():
        if _has_anything(part, page):
            yield key, part, page


def _has_anything(node: Node, page: Page) -> bool:
    """Return whether any cell of a node is filled in: an entry without any is none."""
    if isinstance(node, Column):
        return not is_blank(page.cells[node.number - 1])
    if isinstance(node, Sheet):
        return False
    return any(_has_anything(part, page) for part in _parts(node).values())


def sources(group: Group, page: Page) -> dict[str, CellSource]:
    """Return the place of each value of a row by its path."""
    return {path: where.source(column) for path, where, column in _placed(group, page, "")}


def excerpts(group: Group, page: Page) -> dict[str, str]:
    """Return what stands in the cell of each value of a row, by its path."""
    return {
        path: as_text(where.cells[column.number - 1])
        for path, where, column in _placed(group, page, "")
        if column
    }


def _placed(node: Node, page: Page, path: str) -> Iterator[tuple[str, Page, Column | None]]:
    """Yield the path of each value, the row in which it stands, and its column unless it is a whole row."""
    if isinstance(node, Column):
        yield path, page, node
    elif isinstance(node, Group):
        for name, part in node.parts.items():
            yield from _placed(part, page, f"{path}.{name}" if path else name)
    else:
        for index, (_, part, own) in enumerate(_entries(node, page)):
            place = f"{path}[{index}]"
            if isinstance(node, Sheet):
                yield place, own, None
            yield from _placed(part, own, place)
