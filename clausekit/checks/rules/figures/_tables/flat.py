"""Tables that extraction flattened to lines: labels, each with its figures after it, down to a total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from clausekit.checks.instrument.grids import GridCell
from clausekit.checks.instrument.places import Place
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.recognition.amounts import AmountKind, decimal

_CELL = pattern(
    r"(?<!\S)(?:(?P<minus>[-−(])?(?P<sign>£[ ]?)?(?P<digits>\d[\d,]*(?:\.\d+)*)(?P<percent>[ ]?%)?"
    r"(?(minus)\)?)|nil|n/a|[-–—])(?!\S)",
    re.IGNORECASE,
)
_TOTAL = pattern(r"(?:(?:grand|overall) )?totals?\b[^.;]{0,40}$|[^.;]{1,60} total:?$", re.IGNORECASE)
_SUBTOTAL = pattern(r"\bsub-? ?total", re.IGNORECASE)
_HEADS_A_TOTAL = pattern(r"\btotals?\b", re.IGNORECASE)
_SENTENCE = pattern(r"[a-z]{2}[.;] |\b(?:shall|must|will|means)\b")
_PAGE = pattern(r"\d{1,3}")
_LONGEST_LABEL = 600
"""With the headings that are repeated on each page."""
_FEWEST_ROWS = 3
_LEAST_WIDTH = 3


class FlatRow(NamedTuple):
    """A row: its label, the words of its cells, and, for the first, what stands before its label."""

    label: str
    cells: tuple[Words, ...]
    head: str = ""

    @property
    def grid_cells(self) -> list[GridCell]:
        """Its cells with their figures."""
        return [grid_cell_of(words) for words in self.cells]


def flat_rows(places: Sequence[Place]) -> Iterator[list[FlatRow]]:
    """Yield the rows of each flattened table that ends with a total."""
    for run in _runs(places):
        rows: list[FlatRow] = []
        for row in _rows(run):
            if _SENTENCE.search(row.label) or len(row.label) > _LONGEST_LABEL:
                if table := _with_totals_across(rows):
                    yield table
                rows = []
            rows.append(row)
            if _TOTAL.match(row.label) and not _SUBTOTAL.search(row.label) and (table := _table(rows)):
                yield table
                rows = []
        if table := _with_stray_total(rows) or _with_totals_across(rows):
            yield table


def _table(rows: Sequence[FlatRow]) -> list[FlatRow]:
    """Return the rows that end with a total and have as many figures; [] if there are too few, or if one
    has fewer figures, so that it is not known where they belong.

    A figure too many at the beginning belongs to the label ("Spring Budget 2017").
    """
    rows = _without_page_number(rows)
    width = len(rows[-1].cells) if rows else 0
    found: list[FlatRow] = []
    for row in reversed(rows):
        if len(row.cells) < width:
            return []
        found.insert(0, FlatRow(row.label, row.cells[-width:], row.label))
    return found if len(found) >= _FEWEST_ROWS else []


def _without_page_number(rows: Sequence[FlatRow]) -> Sequence[FlatRow]:
    """Return rows without what stands after the total, alone in its line, where every other row ends."""
    if not rows or not all(len(row.cells) == len(rows[-1].cells) - 1 for row in rows[:-1]):
        return rows
    *cells, last = rows[-1].cells
    if not _PAGE.fullmatch(last.text) or last.text != last.passage.text.strip():
        return rows
    return [*rows[:-1], FlatRow(rows[-1].label, tuple(cells), rows[-1].head)]


def _with_stray_total(rows: Sequence[FlatRow]) -> list[FlatRow]:
    """Return the rows of a table whose last is a total by its figures, though its label went astray: most are
    the sums of those above; [] if that is not so."""
    table = _table(rows)
    if len(table) < _FEWEST_ROWS or len(table[-1].cells) < _LEAST_WIDTH:
        return []
    *parts, last = [[cell.number or Decimal(0) for cell in row.grid_cells] for row in table]
    right = sum(total == sum(column) for total, column in zip(last, zip(*parts, strict=True), strict=True))
    return [*table[:-1], FlatRow("Total", table[-1].cells)] if right * 2 > len(last) else []


def _with_totals_across(rows: Sequence[FlatRow]) -> list[FlatRow]:
    """Return the last rows, all of a width, of which each ends with its total, as the heads above them and
    most of their figures tell; [] if there are too few."""
    table: list[FlatRow] = []
    for row in reversed(rows):
        if table and len(row.cells) != len(table[0].cells):
            break
        table.insert(0, FlatRow(row.label, row.cells, row.label))
        if _HEADS_A_TOTAL.search(row.label):
            break
    if len(table) < _FEWEST_ROWS or len(table[0].cells) < _LEAST_WIDTH:
        return []
    sums = [[cell.number or Decimal(0) for cell in row.grid_cells] for row in table]
    right = sum(total == sum(parts) != 0 for *parts, total in sums)
    headed = _HEADS_A_TOTAL.search(table[0].label)
    return table if headed and right > 1 and right * 2 > len(table) else []


def _runs(places: Sequence[Place]) -> Iterator[list[Place]]:
    """Yield passages that follow each other and have no number: what a flattened table can be, or what
    is left of one that was recovered in part."""
    run: list[Place] = []
    for place in places:
        line = place.table is None and place.role in ("text", "heading")
        if not place.passage.number and (line or place.passage.doubtful):
            run.append(place)
            continue
        if run:
            yield run
        run = []
    if run:
        yield run


def _rows(run: Sequence[Place]) -> Iterator[FlatRow]:
    label, cells = "", list[Words]()
    for place in run:
        text, start = place.passage.text, place.passage.typed
        for match in _CELL.finditer(text, start):
            between = text[start : match.start()].strip()
            if between and cells:
                yield FlatRow(label, tuple(cells))
                label, cells = "", []
            label = f"{label} {between}".strip()
            cells.append(Words(place.passage, match.start(), match.end()))
            start = match.end()
        rest = text[start:].strip()
        if rest:
            if cells:
                yield FlatRow(label, tuple(cells))
                label, cells = "", []
            label = f"{label} {rest}".strip()
    if cells:
        yield FlatRow(label, tuple(cells))


def grid_cell_of(words: Words) -> GridCell:
    """Return words that are a cell with their figure."""
    match = _CELL.fullmatch(words.text)
    if match is None or match["digits"] is None:
        return GridCell(words.text, words)
    kind: AmountKind = "money" if match["sign"] else "percentage" if match["percent"] else "number"
    value = decimal(match["digits"])
    if value is not None and match["minus"]:
        value = -value
    return GridCell(words.text, words, kind, value, len(match["digits"].partition(".")[2]))
