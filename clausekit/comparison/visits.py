"""All steps of two flows in the order of the text, those in tables and moves too, each with where it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeAlias

from clausekit.comparison.flow import (
    Arrival,
    CellDeleted,
    CellInserted,
    CellMatched,
    Deleted,
    Departure,
    Flow,
    Flows,
    Inserted,
    Matched,
    Move,
    RowDeleted,
    RowInserted,
    RowMatched,
    TableMatched,
)
from clausekit.reading import Row, Table


class CellAt(NamedTuple):
    """A cell, or with the column None a whole row, by its place in a table."""

    table: Table
    row: int
    column: int | None


@dataclass(frozen=True, slots=True)
class Where:
    """Where a step is: in which cells, in which move, and in which note or margin of each text.

    ``old_part`` and ``new_part`` are keys of ``Reading.notes`` or ``Reading.margins``, "" in the body.
    """

    old_cell: CellAt | None = None
    new_cell: CellAt | None = None
    move: Move | None = None
    old_part: str = ""
    new_part: str = ""


Visited: TypeAlias = (
    Matched | Inserted | Deleted | Move | RowInserted | RowDeleted | CellInserted | CellDeleted
)


def visits(flows: Flows) -> Iterator[tuple[Visited, Where]]:
    """Yield what an edit can be found in; a move where the text is now, followed by what is in it."""
    yield from _flow(flows.body, Where())
    for old_key, new_key, flow in flows.notes:
        yield from _flow(flow, Where(old_part=old_key or "", new_part=new_key or ""))
    for key, flow in flows.margins:
        yield from _flow(flow, Where(old_part=key, new_part=key))


def _flow(flow: Flow, where: Where) -> Iterator[tuple[Visited, Where]]:
    for step in flow:
        match step:
            case Matched() | Inserted() | Deleted():
                yield step, where
            case TableMatched():
                yield from _table(step, where)
            case Arrival():
                within = replace(where, move=step.move)
                yield step.move, within
                yield from _flow(step.move.flow, within)
            case Departure():
                pass


def _table(tables: TableMatched, where: Where) -> Iterator[tuple[Visited, Where]]:
    old_row = new_row = 0
    for step in tables.rows:
        old_at, new_at = CellAt(tables.old, old_row, None), CellAt(tables.new, new_row, None)
        match step:
            case RowInserted():
                yield step, replace(where, new_cell=new_at)
                new_row += 1
            case RowDeleted():
                yield step, replace(where, old_cell=old_at)
                old_row += 1
            case RowMatched():
                yield from _cells(step, old_at, new_at, where)
                old_row += 1
                new_row += 1


def _cells(row: RowMatched, old: CellAt, new: CellAt, where: Where) -> Iterator[tuple[Visited, Where]]:
    old_column = new_column = 0
    for step in row.cells:
        old_at, new_at = old._replace(column=old_column), new._replace(column=new_column)
        match step:
            case CellInserted():
                yield step, replace(where, new_cell=new_at)
                new_column += step.cell.columns
            case CellDeleted():
                yield step, replace(where, old_cell=old_at)
                old_column += step.cell.columns
            case CellMatched():
                yield from _flow(step.flow, replace(where, old_cell=old_at, new_cell=new_at))
                old_column += step.old.columns
                new_column += step.new.columns


def heading_row(table: Table) -> Row:
    """Return the row that names the columns: the one repeated on each page, or else the first."""
    return next((row for row in table.rows if row.header), table.rows[0])
