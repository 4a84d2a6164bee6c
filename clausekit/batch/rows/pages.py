"""The rows under the headings of a table, each with a cell for every heading."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.batch.rows.groups import Page
from clausekit.batch.rows.heading_row import Headed
from clausekit.batch.rows.messages import no_heading, wrong_width
from clausekit.batch.rows.raw import is_blank
from clausekit.batch.rows.table import Record, Table
from clausekit.problems import Finding


def data_records(table: Table, heading_row: int) -> Iterator[Record]:
    """Yield the rows under the headings, but for those in which nothing is."""
    for record in table.records():
        below = record.number > heading_row
        if below and (record.findings or not all(map(is_blank, record.cells))):
            yield record


def page_of(headed: Headed, record: Record) -> Page:
    """Return a row with as many cells as there are headings, if need be empty ones."""
    cells = record.cells
    missing = headed.width - len(cells)
    if missing > 0:
        cells = [*cells, *[None] * missing]
    return Page(headed.table.file, headed.table.sheet, record.number, cells)


def misplaced(headed: Headed, record: Record) -> Iterator[Finding]:
    """Yield what is wrong with the width of a row, or with cells that have no heading over them."""
    width = headed.width
    if len(record.cells) == width == len(headed.headings):
        return
    beyond = not all(map(is_blank, record.cells[width:]))
    if headed.table.strict_width and not record.findings and (beyond or len(record.cells) < width):
        yield wrong_width(headed.table, record, width)
        return
    cells = enumerate(record.cells, 1)
    stray = [number for number, cell in cells if number not in headed.headings and not is_blank(cell)]
    if stray:
        yield no_heading(headed.table, record, stray)
