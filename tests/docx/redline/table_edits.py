"""Edits of tables, as people make them."""

from __future__ import annotations

from tests.docx.redline.agreements import (
    Agreement,
    Cell,
    Para,
    Table,
    Words,
    containers,
    p,
    tables,
)
from tests.docx.redline.choosing import Choice, a_place, some, standing, words


def _cell(choice: Choice) -> Cell:
    return Cell([p(words(choice, 0, 3), style="TableText")])


def _plain(table: Table) -> bool:
    return all(cell.columns == 1 and not cell.above for row in table.rows for cell in row)


def _table(agreement: Agreement, choice: Choice, *, plain: bool = False) -> Table | None:
    return some(choice, [table for table in tables(agreement.blocks) if not plain or _plain(table)])


def insert_row(agreement: Agreement, choice: Choice) -> None:
    table = _table(agreement, choice)
    if table:
        width = sum(cell.columns for cell in table.rows[0])
        place = choice.number(0, len(table.rows))
        if place == len(table.rows) or not any(cell.above for cell in table.rows[place]):
            table.rows.insert(place, [_cell(choice) for _ in range(width)])


def delete_row(agreement: Agreement, choice: Choice) -> None:
    table = _table(agreement, choice, plain=True)
    if table and len(table.rows) > 1:
        del table.rows[choice.number(0, len(table.rows) - 1)]


def move_row(agreement: Agreement, choice: Choice) -> None:
    table = _table(agreement, choice, plain=True)
    if table and len(table.rows) > 1:
        row = table.rows.pop(choice.number(0, len(table.rows) - 1))
        table.rows.insert(choice.number(0, len(table.rows)), row)


def insert_column(agreement: Agreement, choice: Choice) -> None:
    table = _table(agreement, choice, plain=True)
    if table:
        place = choice.number(0, len(table.rows[0]))
        for row in table.rows:
            row.insert(place, _cell(choice))


def delete_column(agreement: Agreement, choice: Choice) -> None:
    table = _table(agreement, choice, plain=True)
    if table and len(table.rows[0]) > 1:
        place = choice.number(0, len(table.rows[0]) - 1)
        for row in table.rows:
            del row[place]


def change_cell(agreement: Agreement, choice: Choice) -> None:
    table = _table(agreement, choice)
    if table:
        cell = choice.one(choice.one(table.rows))
        paragraph = cell.blocks[-1]
        assert isinstance(paragraph, Para)
        paragraph.pieces = [Words(words(choice, 0, 3))]


def merge_cells(agreement: Agreement, choice: Choice) -> None:
    table = _table(agreement, choice, plain=True)
    if table and len(table.rows[0]) > 1:
        row = choice.one(table.rows)
        row[0].columns = 2
        del row[1]


def insert_table(agreement: Agreement, choice: Choice) -> None:
    blocks, place = a_place(agreement, choice)
    columns = choice.number(1, 3)
    rows = [[_cell(choice) for _ in range(columns)] for _ in range(choice.number(1, 3))]
    blocks.insert(place, Table(rows))


def delete_table(agreement: Agreement, choice: Choice) -> None:
    found = some(choice, standing(agreement, Table))
    if found:
        blocks, place = found
        del blocks[place]


def leave_tables_adjacent(agreement: Agreement, choice: Choice) -> None:
    """Delete a paragraph between two tables."""
    found = [
        (blocks, place)
        for blocks in containers(agreement.blocks)
        for place in range(1, len(blocks) - 1)
        if isinstance(blocks[place], Para)
        and isinstance(blocks[place - 1], Table)
        and isinstance(blocks[place + 1], Table)
    ]
    chosen = some(choice, found)
    if chosen:
        blocks, place = chosen
        del blocks[place]
