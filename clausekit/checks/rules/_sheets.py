"""Tables of figures, set as tables or flattened to lines by extraction: what rules on figures look at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.grids import Grid, GridCell
from clausekit.checks.instrument.places import Place
from clausekit.checks.rules._flat import FlatRow, flat_rows
from clausekit.checks.words import Words
from clausekit.recognition.amounts import AmountKind

_THOUSANDS = re.compile(
    r"£[ ]?(?:0{3}s?|k|m(?:illions?)?)\b|[’']0{3}s?|\b(?:thousands|millions)\b", re.IGNORECASE
)
_PERCENT = re.compile(r"%|\bper ?cent(?:age)?s?\b", re.IGNORECASE)
_TOTAL = re.compile(
    r"(?:the |grand |overall |sub-? ?)?totals?\b|sum\b|.{1,60}\b(?:sub-? ?)?totals?[ ]*:?$",
    re.IGNORECASE | re.DOTALL,
)
_SUBTOTAL = re.compile(r"\bsub-? ?totals?\b", re.IGNORECASE)
_MORE_THAN_A_TOTAL = re.compile(
    r"\b(?:incl|excl|net|less|after|before|per|plus|average|remain|variance|cap|limit|max|min|people"
    r"|population"
    r"|cumulative|uplift|change|available|approved|previous|last|prior)\w*\b",
    re.IGNORECASE,
)
_NO_PART = re.compile(r"of which|includ|memo\b|note\b|as a |share of|percentage|%|proportion", re.IGNORECASE)
_TAKEN_OFF = re.compile(r"(?:less|minus|deduct(?:ion)?s?|net of)\b", re.IGNORECASE)
_ADDS_TO_NOTHING = re.compile(
    r"\b(?:rates?|prices?|unit|average|tariff|ratio|date|no|nos|number of|ref|reference|band|score"
    r"|cumulative|running"
    r"|age|weeks?|page|clause|paragraph|item|row)\b|\bper (?!annum\b|year\b|quarter\b|month\b|week\b|cent)"
    r"|#|^year$",
    re.IGNORECASE,
)
_CHANGE = re.compile(r"\b(?:increase|uplift|change|growth|variance|inflation|rise)\b", re.IGNORECASE)
_ROW_ADDS_TO_NOTHING = re.compile(
    r"\b(?:average|rates?|prices?|unit|tariff|ratio|cumulative|running)\b|\bper (?!annum\b|year\b|cent)",
    re.IGNORECASE,
)
_KINDS: tuple[AmountKind, ...] = ("money", "percentage", "number")
_CAPTION = re.compile(r"Table (?:\d{1,2}|[A-Z])[:.–-]", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d\)?")
_LEAST_FOR_TOTALS = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure of a line: its cell, and what names it across the line."""

    cell: GridCell
    name: str

    @property
    def is_total(self) -> bool:
        """Whether it is named a total or sub-total."""
        return _TOTAL.match(self.name) is not None

    @property
    def is_subtotal(self) -> bool:
        """Whether it is named a sub-total."""
        return _SUBTOTAL.search(self.name) is not None

    @property
    def is_plain_total(self) -> bool:
        """Whether it is a total of what stands before it, and not of something else besides."""
        return self.is_total and _MORE_THAN_A_TOTAL.search(self.name) is None

    @property
    def is_part(self) -> bool:
        """Whether it counts towards a total."""
        return not self.is_total and _NO_PART.match(self.name) is None

    @property
    def value(self) -> Decimal | None:
        """What it is worth, 0 if it says nothing, None if that is not known; what is taken off is
        negative."""
        if self.cell.number is None:
            return Decimal(0) if self.cell.kind is None and self.cell.is_nothing else None
        return -abs(self.cell.number) if _TAKEN_OFF.match(self.name) else self.cell.number


@dataclass(frozen=True, eq=False)
class Line:
    """A row or a column of a table, without what heads it; ``head`` names it.

    ``scaled`` tells that its figures are in thousands or millions, and so rounded.
    """

    head: str
    entries: tuple[Entry, ...]
    scaled: bool
    is_row: bool

    @property
    def kind(self) -> AmountKind | None:
        """What its figures are: a percentage if its head says so or most of them are; None if it has none."""
        kinds: list[AmountKind] = [entry.cell.kind for entry in self.entries if entry.cell.kind]
        if not kinds:
            return None
        if _PERCENT.search(self.head) and "money" not in kinds:
            return "percentage"
        return max(_KINDS, key=kinds.count)

    @property
    def adds_up(self) -> bool:
        """Whether its head lets one expect that its figures add up."""
        pattern = _ROW_ADDS_TO_NOTHING if self.is_row else _ADDS_TO_NOTHING
        if self.kind == "percentage" and _CHANGE.search(self.head):
            return False
        return pattern.search(self.head) is None

    def of_kind(self, kind: AmountKind) -> tuple[Entry, ...]:
        """Return its entries without those that are figures of another kind than its own, or years among
        money."""
        others = {"money", "percentage"} - {kind}
        return tuple(
            entry
            for entry in self.entries
            if entry.cell.kind not in others and not (kind == "money" and _YEAR.fullmatch(entry.cell.text))
        )


@dataclass(frozen=True, eq=False)
class Sheet:
    """A table of figures: its columns and its rows as lines, and what stands above it.

    Of one that is ``flat``, because extraction made lines of it, the heads are not known.
    """

    columns: tuple[Line, ...]
    rows: tuple[Line, ...]
    caption: str
    place: Place
    flat: bool = False

    @property
    def recovered(self) -> bool:
        """Whether it was put together from a text, so that parts of it may be missing."""
        return self.flat or self.place.passage.doubtful

    @property
    def lines(self) -> tuple[Line, ...]:
        """Its columns, then its rows."""
        return (*self.columns, *self.rows)


def sheets(instrument: Instrument) -> Iterator[Sheet]:
    """Yield the tables of figures, those flattened to lines after the others."""
    flat = [rows for rows in flat_rows(instrument.places) if not _is_one_table(rows, instrument)]
    torn = {instrument.place_of[words.passage].table for rows in flat for row in rows for words in row.cells}
    for grid in instrument.grids:
        if (
            grid.place is not None
            and grid.table not in torn
            and any(cell and cell.kind for row in grid.rows for cell in row)
        ):
            yield from _of_grid(grid, grid.place)
    for rows in flat:
        yield _of_flat(rows, instrument.place_of[rows[0].cells[0].passage])


def _is_one_table(rows: Sequence[FlatRow], instrument: Instrument) -> bool:
    """Tell whether rows that look flattened are all in one table; if only the last are, it was torn."""
    tables = {instrument.place_of[words.passage].table for row in rows for words in row.cells}
    return len(tables) == 1 and None not in tables


def _of_grid(grid: Grid, place: Place) -> Iterator[Sheet]:
    """Yield the tables of a grid: in one recovered from a text a row "Table B: schemes" begins another."""
    first = grid.header_rows
    caption = (
        f"{grid.caption.words if grid.caption is not None else ''} {grid.heads[0] if grid.heads else ''}"
    )
    labels = [grid.label(number) for number in range(first, len(grid.rows))]
    heads = [*grid.heads[1:]]
    cells = [[_own(cell) for cell in row[1:]] for row in grid.rows[first:]]
    begins = [number for number, label in enumerate(labels) if _CAPTION.match(label)]
    for start, end in pairwise((0, *begins, len(labels))):
        if start in begins:
            caption, heads = labels[start], [cell.text for cell in cells[start]]
            start += 1
        if start < end or not begins:
            yield _sheet(labels[start:end], heads, cells[start:end], caption, place)


def _own(cell: GridCell | None) -> GridCell:
    return cell if cell is not None else GridCell("?", None)


def _sheet(
    labels: Sequence[str],
    heads: Sequence[str],
    cells: Sequence[Sequence[GridCell]],
    caption: str,
    place: Place,
    *,
    flat: bool = False,
) -> Sheet:
    scaled = _THOUSANDS.search(caption) is not None
    columns = tuple(
        Line(
            head,
            tuple(
                Entry(row[number], label)
                for row, label in zip(cells, labels, strict=True)
                if number < len(row)
            ),
            scaled or _THOUSANDS.search(head) is not None,
            is_row=False,
        )
        for number, head in enumerate(heads)
    )
    rows = tuple(
        Line(
            label,
            tuple(map(Entry, row, heads)),
            scaled or _THOUSANDS.search(f"{label} {' '.join(heads)}") is not None,
            is_row=True,
        )
        for row, label in zip(cells, labels, strict=True)
    )
    return Sheet(columns, rows, caption, place, flat)


def _of_flat(rows: Sequence[FlatRow], place: Place) -> Sheet:
    cells = [row.grid_cells for row in rows]
    heads = [*[""] * (len(cells[0]) - 1), "Total" if _ends_with_totals(rows[0].head, cells) else ""]
    return _sheet([row.label for row in rows], heads, cells, rows[0].head, place, flat=True)


def _ends_with_totals(before: str, cells: Sequence[Sequence[GridCell]]) -> bool:
    """Tell whether the last column of a flattened table is a total: its head says so, and most rows bear
    it out."""
    if len(cells[0]) <= _LEAST_FOR_TOTALS or "total" not in before.lower().split():
        return False
    right = sum(row[-1].number == sum(cell.number or 0 for cell in row[:-1]) for row in cells)
    return right * 2 > len(cells)


def words_of(cell: GridCell) -> Words:
    """Return the words of a cell that has some."""
    assert cell.words is not None
    return cell.words
