"""The row of headings of a table: where it is, which columns give what, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from clausekit.batch.rows.groups import Column, Group, column_of, layout
from clausekit.batch.rows.headings import KEY, WHAT_IS_WRONG, Headings
from clausekit.batch.rows.messages import (
    duplicate_heading,
    merged_cells,
    more_headings,
    not_understood,
    other_templates_heading,
    required_columns,
)
from clausekit.batch.rows.places import CellSource
from clausekit.batch.rows.raw import as_text, is_blank
from clausekit.batch.rows.spellings import normalised
from clausekit.batch.rows.table import Record, Table
from clausekit.problems import Finding

_HEAD = 20
"""How many rows are looked at to find the headings."""

_MOST_WRONG = 20
"""After so many headings that are wrong no more are looked at: a sheet can have 16,384."""


@dataclass(frozen=True, slots=True)
class Headed:
    """A table whose headings were read: their row, what they are by column from 1, and where cells go."""

    table: Table
    row: int
    headings: Mapping[int, str]
    layout: Group
    paths: frozenset[str]
    findings: tuple[Finding, ...]

    @property
    def width(self) -> int:
        """The last column that has a heading."""
        return max(self.headings)


def heading_record(table: Table, known: Callable[[str], bool]) -> Record | None:
    """Return the row of the headings: of the first rows the one with the most that are known.

    That is the first row with anything in it, unless titles stand above the table; None if there is none.
    """
    best, most = None, -1
    for record in islice(table.records(), _HEAD):
        texts = [cell for cell in record.cells if isinstance(cell, str) and not is_blank(cell)]
        understood = sum(map(known, texts))
        if understood > most and not all(map(is_blank, record.cells)):
            best, most = record, understood
        if texts and understood == len(texts):
            break
    return best


def headings_in(record: Record) -> dict[int, str]:
    """Return the headings that stand in a row, by column from 1."""
    return {
        number: " ".join(as_text(cell).split())
        for number, cell in enumerate(record.cells, 1)
        if not is_blank(cell)
    }


def read_headings(table: Table, record: Record, headings: Headings, keys: Collection[int]) -> Headed:
    """Return what the headings in a row of a table mean; the columns ``keys`` need not be parameters."""
    given = headings_in(record)
    reading = _Reading(table, record.number, given, headings, keys)
    columns = reading.columns()
    findings = [
        *reading.findings,
        *_both_ways(table, columns),
        *required_columns(table, record.number, columns, headings),
        *merged_cells(table, record.number, max(given, default=0)),
    ]
    wrong = any(finding.level == "error" for finding in findings)
    nested = Group() if wrong else layout(columns, headings.has_default)
    paths = frozenset(column.meaning.field.path for column in columns)
    return Headed(table, record.number, given, nested, paths, tuple(findings))


class _Reading:
    """Finds what each heading means, and notes those that mean nothing, or the same as another."""

    def __init__(
        self,
        table: Table,
        row: int,
        given: Mapping[int, str],
        headings: Headings,
        keys: Collection[int],
    ) -> None:
        self.findings: list[Finding] = []
        self._table = table
        self._row = row
        self._given = given
        self._headings = headings
        self._keys = keys
        self._first: dict[object, int] = {}

    def columns(self) -> list[Column]:
        """Return the columns that give a parameter."""
        columns: list[Column] = []
        for number, heading in self._given.items():
            if sum(finding.level == "error" for finding in self.findings) == _MOST_WRONG:
                self.findings.append(more_headings(self._source(number, heading)))
                break
            column = self._column(number, heading)
            columns += [column] if column else []
        return columns

    def _column(self, number: int, heading: str) -> Column | None:
        key = normalised(heading)
        source = self._source(number, heading)
        if key == normalised(WHAT_IS_WRONG) or self._is_again(key, number, source):
            return None
        meanings = self._headings.meanings(heading)
        clear = len(meanings) == 1
        if (number in self._keys or key == normalised(KEY)) and not (clear and meanings[0].field.asked):
            return None
        if not clear:
            self.findings.append(not_understood(source, heading, meanings, self._headings))
            return None
        (meaning,) = meanings
        if self._is_again((meaning.field.path, meaning.entries), number, source):
            return None
        if not meaning.field.asked:
            templates = self._headings.templates_asking(meaning.field.path)
            self.findings.append(other_templates_heading(source, heading, meaning, templates))
        return column_of(number, heading, meaning)

    def _source(self, number: int, heading: str) -> CellSource:
        return CellSource(self._table.file, self._row, number, self._table.sheet, heading)

    def _is_again(self, what: object, number: int, source: CellSource) -> bool:
        """Return whether another column has the same heading, or gives the same, noting it if so."""
        earlier = self._first.setdefault(what, number)
        if earlier != number:
            other = self._given[earlier]
            self.findings.append(duplicate_heading(source, self._given[number], earlier, other))
        return earlier != number


def _both_ways(table: Table, columns: Sequence[Column]) -> Iterator[Finding]:
    """Yield a finding for each list that stands both in one cell and in numbered columns."""
    whole = {column.meaning.field.path: column for column in columns if not column.meaning.entries}
    for column in columns:
        path = column.meaning.field.path
        if path.endswith("[]") and (other := whole.get(path.removesuffix("[]"))):
            source = CellSource(table.file, None, column.number, table.sheet, column.heading)
            yield duplicate_heading(source, column.heading, other.number, other.heading)
