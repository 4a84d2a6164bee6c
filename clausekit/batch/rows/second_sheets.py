"""Second sheets: the entries of lists, each under the key of the row that it belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from clausekit.batch.rows.groups import Page, Sheet, attach
from clausekit.batch.rows.heading_row import Headed, heading_record, read_headings
from clausekit.batch.rows.headings import Headings
from clausekit.batch.rows.messages import duplicate_heading, homeless_entry, keyless_sheet, unread_sheet
from clausekit.batch.rows.pages import data_records, misplaced, page_of
from clausekit.batch.rows.places import CellSource
from clausekit.batch.rows.raw import as_text, is_blank
from clausekit.batch.rows.spellings import normalised
from clausekit.batch.rows.table import Record, Table
from clausekit.problems import Finding


@dataclass(frozen=True, slots=True)
class Second:
    """A second sheet: the list whose entries it holds, its row of headings, the key's column in the first."""

    path: str
    table: Table
    record: Record
    key: int


def second_sheets(
    others: Iterable[Table], first: Table, given: Mapping[int, str], headings: Headings
) -> tuple[list[Second], list[Finding]]:
    """Return those sheets that hold entries of lists, and what is wrong with the others.

    ``given`` are the headings of the first sheet; one of them is in the first column of each second sheet.
    """
    found: list[Second] = []
    findings: list[Finding] = []
    keys = {normalised(heading): number for number, heading in reversed([*given.items()])}
    for other in others:
        path = headings.list_named(other.sheet)
        if path is None:
            findings.append(unread_sheet(other, first.sheet))
            continue
        record = _heading_record(other, keys, headings.within(path))
        key = keys.get(normalised(as_text(record.cells[0]))) if record else None
        if record is None or key is None:
            findings.append(keyless_sheet(other, given.values()))
        else:
            found.append(Second(path, other, record, key))
    return found, findings


def _heading_record(other: Table, keys: Mapping[str, int], within: Headings) -> Record | None:
    return heading_record(other, lambda heading: normalised(heading) in keys or within.knows(heading))


def attach_entries(
    first: Headed, second: Second, headings: Headings, keys: Mapping[str, object]
) -> Iterator[Finding]:
    """Put the entries of a second sheet where the rows of the first find them; yield what is wrong with them.

    ``keys`` are those of the rows of the first sheet.
    """
    path, table = second.path, second.table
    read = read_headings(table, second.record, headings.within(path), {1})
    yield from table.findings
    yield from read.findings
    entries: dict[str, list[Page]] = defaultdict(list)
    for record in data_records(table, read.row):
        yield from misplaced(read, record)
        value = as_text(record.cells[0])
        if not is_blank(value) and value in keys:
            entries[value].append(page_of(read, record))
        else:
            heading = read.headings[1]
            yield homeless_entry(table, record.number, heading, value, first.table.sheet, keys)
    taken = [given for given in first.paths if given == path or given.startswith((f"{path}[", f"{path}."))]
    if taken:
        source = CellSource(table.file, None, None, table.sheet)
        yield duplicate_heading(source, table.sheet, 0, taken[0])
    else:
        attach(first.layout, path, Sheet(read.layout, entries, second.key, headings.has_default(path)))
