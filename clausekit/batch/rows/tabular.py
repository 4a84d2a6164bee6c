"""From tables to rows: the values of each row, and what is wrong with the table as a whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import partial

from clausekit.batch.rows.groups import excerpts, sources, values
from clausekit.batch.rows.heading_row import Headed, heading_record, headings_in, read_headings
from clausekit.batch.rows.headings import Headings
from clausekit.batch.rows.messages import empty_table, hidden_rows, key_twice
from clausekit.batch.rows.pages import data_records, misplaced, page_of
from clausekit.batch.rows.places import Lazy
from clausekit.batch.rows.raw import as_text
from clausekit.batch.rows.row import Row, Rows
from clausekit.batch.rows.second_sheets import attach_entries, second_sheets
from clausekit.batch.rows.table import Record, Table
from clausekit.problems import Finding


def rows_of(table: Table, others: Iterable[Table], headings: Headings) -> Rows:
    """Return the rows of a table; ``others`` are sheets that may hold the entries of lists."""
    record = heading_record(table, headings.knows)
    if record is None:
        return Rows((*table.findings, empty_table(table)), lambda: iter(()), 0)
    seconds, findings = second_sheets(others, table, headings_in(record), headings)
    headed = read_headings(table, record, headings, {second.key for second in seconds})
    look = _Look(headed, {second.key for second in seconds})
    findings = [*table.findings, *findings, *headed.findings, *look.findings()]
    for second in seconds:
        findings += attach_entries(headed, second, headings, look.keys[second.key])
    return Rows(tuple(findings), lambda: _rows(headed), look.count, headed.paths)


def _rows(headed: Headed) -> Iterator[Row]:
    for record in data_records(headed.table, headed.row):
        yield _row(headed, record)


def _row(headed: Headed, record: Record) -> Row:
    findings = [*record.findings, *misplaced(headed, record)]
    page = page_of(headed, record)
    return Row(
        record.number,
        f"{page.sheet} {page.row}".strip(),
        values(headed.layout, page, findings),
        page.source(None),
        Lazy(partial(sources, headed.layout, page)),
        Lazy(partial(excerpts, headed.layout, page)),
        as_text(page.cells[0]),
        record.hidden,
        tuple(findings),
    )


class _Look:
    """What a look through a table tells: how many rows it has, which are hidden, and the keys of all.

    A file that is read as a stream is not looked through; of it is only told if it has no rows.
    """

    def __init__(self, headed: Headed, keys: Collection[int]) -> None:
        self.count: int | None = None
        self.keys: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        self._headed = headed
        self._hidden: list[int] = []
        records = data_records(headed.table, headed.row)
        self._is_empty = next(records, None) is None if headed.table.streams else not self._through(keys)

    def _through(self, keys: Collection[int]) -> int:
        self.count = 0
        for record in data_records(self._headed.table, self._headed.row):
            self.count += 1
            if record.hidden:
                self._hidden.append(record.number)
            for key in keys:
                cell = record.cells[key - 1] if key <= len(record.cells) else None
                self.keys[key][as_text(cell)].append(record.number)
        return self.count

    def findings(self) -> Iterator[Finding]:
        """Yield what is wrong with the rows as a whole."""
        table = self._headed.table
        if self._is_empty:
            yield empty_table(table, self._headed.row)
        if self._hidden:
            yield hidden_rows(table, self._hidden)
        for key, rows in self.keys.items():
            for value, numbers in rows.items():
                if len(numbers) > 1:
                    yield key_twice(table, key, self._headed.headings[key], value, numbers)
