"""Cells of tables that are percentages, also where they have no sign."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from clausekit.checks.instrument.grids import Grid, GridCell
from clausekit.patterns import pattern

PERCENT = pattern(r"%|\bper ?cent(?:age)?s?\b", re.IGNORECASE)
_OF_PERCENTAGES = pattern(
    r"(?:\(%\)|\b(?:percentage (?:shares?|split|contributions?)|(?:shares?|proportions?),? (?:in|as)"
    r" percentages?|percentages?|per cent|%))[^.]{0,30}$",
    re.IGNORECASE,
)
_HUNDRED = 100


def as_percentages(cells: list[list[GridCell]], heads: Sequence[str], caption: str) -> list[list[GridCell]]:
    """Return cells of which the bare numbers are percentages where the head of their column says so, or what
    stands above a table of nothing but numbers up to 100."""
    called = [PERCENT.search(head) is not None for head in heads]
    numbers = [cell.number for row in cells for cell in row if cell.kind is not None]
    if _OF_PERCENTAGES.search(caption) and all(n is not None and 0 <= n <= _HUNDRED for n in numbers):
        called = [True] * len(heads)
    money = [any(row[at].kind == "money" for row in cells) for at in range(len(heads))]
    return [
        [
            replace(cell, kind="percentage")
            if cell.kind == "number" and called[at] and not money[at]
            else cell
            for at, cell in enumerate(row)
        ]
        for row in cells
    ]


def is_one_row_of_shares(grid: Grid) -> bool:
    """Tell whether a grid has nothing but a percentage below each of its heads."""
    rows = grid.rows[grid.header_rows :]
    return len(rows) == 1 and all(cell is not None and cell.kind == "percentage" for cell in rows[0])
