"""Sums of sentences and cells of tables: whether they are the same, and what a table comes to in all."""

from __future__ import annotations

from decimal import Decimal

from clausekit.checks.instrument.figures import Figure
from clausekit.checks.instrument.grids import GridCell
from clausekit.checks.rules._shared.said_sums import half_a_step, worth
from clausekit.checks.rules.figures._tables.sheets import Entry, Line, Sheet


def slack_of(figure: Figure, sheet: Sheet) -> Decimal:
    """Return by how much a sum and a cell may differ that are the same, as exactly as each is written."""
    return max(half_a_step(figure), Decimal(sheet.factor) / 2 if sheet.factor > 1 else Decimal(0))


def has(sheet: Sheet, figure: Figure) -> bool:
    """Tell whether a table has a sum, in whatever cell."""
    slack = slack_of(figure, sheet)
    return sheet.has_between(worth(figure) - slack, worth(figure) + slack)


def amount(cell: GridCell, sheet: Sheet) -> Decimal:
    """Return what a cell is worth in pounds, without its sign."""
    return abs(cell.number or Decimal(0)) * sheet.factor


def is_same(figure: Figure, cell: GridCell, sheet: Sheet) -> bool:
    """Tell whether a sum is that of a cell."""
    return bool(cell.number) and abs(amount(cell, sheet) - worth(figure)) <= slack_of(figure, sheet)


def sums_of(line: Line) -> list[Entry]:
    """Return the figures of a line that may be sums of money."""
    return [
        entry
        for entry in line.entries
        if entry.cell.number and entry.cell.words and entry.cell.kind != "percentage"
    ]


def grand_total(sheet: Sheet) -> GridCell | None:
    """Return the cell that has what a table of sums comes to: the last of its column of totals, or of its
    only column of sums; None if it has no such. Percentages below it, "Share of the Fund", are left out."""
    columns = [line for line in sheet.columns if line.kind in ("money", "number")]
    totals = [line for line in columns if any(_heads_totals(line, row) for row in sheet.rows)]
    added = [line for line in columns if line.adds_up]
    chosen = totals[-1:] or (added if len(added) == 1 else [])
    last = next(reversed(_figures(chosen[0])), None) if chosen else None
    known = last is not None and last.is_plain_total and last.cell.number and last.cell.words
    return last.cell if last is not None and known else None


def _figures(line: Line) -> tuple[Entry, ...]:
    """Return the figures of a line but for the shares which its total has below it."""
    return line.of_kind(line.kind) if line.kind else ()


def _heads_totals(column: Line, row: Line) -> bool:
    return any(entry.name == column.head and entry.is_plain_total for entry in row.entries)


def made_in_all(sheet: Sheet, total: GridCell) -> Decimal:
    """Return what the parts of a total make, which may be wrong itself."""
    column = next(line for line in sheet.columns if (figures := _figures(line)) and figures[-1].cell is total)
    parts = [entry.value or Decimal(0) for entry in _figures(column)[:-1] if entry.is_part]
    return sum(parts, Decimal(0)) * sheet.factor
