"""Tables of figures, set as tables or flattened to lines by extraction: what rules on figures look at."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.grids import Grid, GridCell
from clausekit.checks.instrument.places import Place
from clausekit.checks.rules.figures._tables.flat import FlatRow, flat_rows
from clausekit.checks.rules.figures._tables.percentages import PERCENT, as_percentages, is_one_row_of_shares
from clausekit.checks.rules.figures._tables.stacked import Stacked, heads_in, stacked
from clausekit.checks.rules.figures._tables.totals import NO_PART, TOTAL, totals_by_figures
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.recognition.amounts import AmountKind

_THOUSANDS = pattern(
    r"£[ ]?(?:0{3}s?|k|m(?:illions?)?)\b|[’']0{3}s?|\b(?:thousands|millions)\b", re.IGNORECASE
)
_IN_THOUSANDS = pattern(r"£[ ]?0{3}|[’']0{3}|£k\b|thousands")
_IN_MILLIONS = pattern(r"£[ ]?m(?:illions?)?\b")
_UNIT = pattern(r"\(?(?:£(?:0{3}s?|k|m)?|%)?\)?")
"""What heads a column, or nothing does, if its head stands in the line above."""
_HUNDRED = 100
_SUBTOTAL = pattern(r"\bsub-? ?totals?\b", re.IGNORECASE)
_MORE_THAN_A_TOTAL = pattern(
    r"\b(?:incl|excl|net|less|after|before|per|plus|average|remain|variance|cap|limit|max|min|people"
    r"|population|cumulative|uplift|change|available|approved|previous|last|prior)\w*\b",
    re.IGNORECASE,
)
_TAKEN_OFF = pattern(
    r"(?:less|minus|deduct(?:ion)?s?|net of(?! receipts| income| payments))\b", re.IGNORECASE
)
_ADDS_TO_NOTHING = pattern(
    r"\b(?:rates?|prices?|unit|average|tariff|ratio|date|no|nos|number of|ref|reference|band|score"
    r"|cumulative|running(?! costs?\b)"
    r"|age|weeks?|page|clause|paragraph|item|row)\b|\bper (?!annum\b|year\b|quarter\b|month\b|week\b|cent)"
    r"|#|^year$",
    re.IGNORECASE,
)
_CHANGE = pattern(r"\b(?:increase|uplift|change|growth|variance|inflation|rise)\b", re.IGNORECASE)
_ROW_ADDS_TO_NOTHING = pattern(
    r"\b(?:average|rates?|prices?|unit (?:cost|price|rate|value)s?|tariff|ratio|cumulative"
    r"|running(?! costs?\b))\b|\bper (?!annum\b|year\b|cent)",
    re.IGNORECASE,
)
_NOTED_NUMBER = pattern(r"(\d{1,2})\.?[ ]?[*†‡§]{1,3}")
_COUNTS_ROWS = pattern(
    r"(?:pay |salary )?(?:bands?|grades?|nos?\.?|ref\.?|references?|codes?|items?|#|lines?|rows?|dates?|due"
    r"|clause|page|paragraph|scheme no\.?)",
    re.IGNORECASE,
)
_QUANTITY_FIRST = pattern(
    r"(?:(?:no\.?|number) of )?(?:weeks|months|days|hours|visits|sessions|beds|units|places)\b", re.IGNORECASE
)
"""What heads a first column that holds a quantity, and does not name the rows."""
_KINDS: tuple[AmountKind, ...] = ("money", "percentage", "number")
_CAPTION = pattern(r"Table (?:\d{1,2}|[A-Z])[:.–-]", re.IGNORECASE)
_YEAR = pattern(r"(?:19|20)\d\d\)?")
_LISTED = pattern(r"\d{1,2}(?:,[ ]\d{1,2})+")
"""Numbers one by one, "1, 5, 6", which are no figure."""
_LEAST_FOR_TOTALS = 2


class Entry(NamedTuple):
    """A figure of a line: its cell, what names it across the line, and whether its figures show a total."""

    cell: GridCell
    name: str
    shown: bool = False

    @property
    def is_named(self) -> bool:
        """Whether it is named a total or sub-total."""
        return TOTAL.match(self.name) is not None

    @property
    def is_total(self) -> bool:
        """Whether it is a total or sub-total, by its name or by the figures of its row or column."""
        return self.shown or self.is_named

    @property
    def is_subtotal(self) -> bool:
        """Whether it is named a sub-total."""
        return _SUBTOTAL.search(self.name) is not None

    @property
    def is_plain_total(self) -> bool:
        """Whether it is a total of what stands before it, and not of something else besides."""
        return self.shown or (self.is_named and _MORE_THAN_A_TOTAL.search(self.name) is None)

    @property
    def is_part(self) -> bool:
        """Whether it counts towards a total."""
        return not self.is_total and NO_PART.match(self.name) is None

    @property
    def is_taken_off(self) -> bool:
        """Whether it is named as what is taken off what stands above it."""
        return _TAKEN_OFF.match(self.name) is not None

    @property
    def value(self) -> Decimal | None:
        """What it is worth, 0 if it says nothing, None if that is not known; what is taken off is
        negative."""
        if self.cell.number is None:
            return Decimal(0) if self.cell.kind is None and self.cell.is_nothing else None
        return -abs(self.cell.number) if self.is_taken_off else self.cell.number


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
        if PERCENT.search(self.head) and "money" not in kinds:
            return "percentage"
        return max(_KINDS, key=kinds.count)

    @property
    def adds_up(self) -> bool:
        """Whether its head lets one expect that its figures add up."""
        nothing = _ROW_ADDS_TO_NOTHING if self.is_row else _ADDS_TO_NOTHING
        if self.kind == "percentage" and _CHANGE.search(self.head):
            return False
        return nothing.search(self.head) is None

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

    Of one that is ``flat``, because extraction made lines of it, the heads are not known. ``texts`` are what
    each row says in columns that hold no figures, beside what names it. ``counted`` tells that its rows are
    numbered from 1, by a column in front. ``named_by`` is the title of what names them, such as "Grade".
    """

    columns: tuple[Line, ...]
    rows: tuple[Line, ...]
    caption: str
    place: Place
    flat: bool = False
    texts: tuple[tuple[str, ...], ...] = ()
    counted: bool = False
    named_by: str = ""

    @property
    def recovered(self) -> bool:
        """Whether it was put together from a text, so that parts of it may be missing."""
        return self.flat or self.place.passage.doubtful

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Its columns, then its rows."""
        return (*self.columns, *self.rows)

    @cached_property
    def factor(self) -> int:
        """By what its figures are to be multiplied."""
        text = " ".join((self.caption, *(line.head for line in self.columns))).lower()
        if _IN_THOUSANDS.search(text):
            return 1_000
        return 1_000_000 if _IN_MILLIONS.search(text) else 1

    @cached_property
    def _worths(self) -> Sequence[Decimal]:
        numbers = (entry.cell.number for line in self.rows for entry in line.entries)
        return sorted(abs(number) * self.factor for number in numbers if number is not None)

    def has_between(self, least: Decimal, most: Decimal) -> bool:
        """Tell whether one of its figures is worth so much."""
        at = bisect_left(self._worths, least)
        return at < len(self._worths) and self._worths[at] <= most


def sheets(instrument: Instrument) -> tuple[Sheet, ...]:
    """Return the tables of figures, those flattened to lines after the others."""
    return instrument.once(_sheets)


def _sheets(instrument: Instrument) -> tuple[Sheet, ...]:
    return tuple(_each_sheet(instrument))


def _each_sheet(instrument: Instrument) -> Iterator[Sheet]:
    flat = [rows for rows in flat_rows(instrument.places) if not _are_in_tables(rows, instrument)]
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
    seen = {words.passage for rows in flat for row in rows for words in row.cells}
    for one in stacked(instrument.places):
        if not any(words_of(cell).passage in seen for row in one.cells for cell in row):
            sheet = _sheet(one.labels, one.heads[1:], _as_lists(one), one.caption, one.place)
            yield replace(sheet, texts=one.texts, counted=one.counted, named_by=one.heads[0])


def _as_lists(one: Stacked) -> list[list[GridCell]]:
    return as_percentages([list(row) for row in one.cells], one.heads[1:], one.caption)


def _are_in_tables(rows: Sequence[FlatRow], instrument: Instrument) -> bool:
    """Tell whether rows that look flattened are all in whole tables; if only the last are, one was torn."""
    tables = {instrument.place_of[words.passage].table for row in rows for words in row.cells}
    known = [table for table in tables if table is not None]
    whole = len(known) == 1 or all(table.rows[0].header for table in known)
    return len(known) == len(tables) and whole


def _of_grid(grid: Grid, place: Place) -> Iterator[Sheet]:
    """Yield the tables of a grid: in one recovered from a text a row "Table B: schemes" begins another."""
    first, heads = grid.header_rows, grid.heads
    of_shares = is_one_row_of_shares(grid)
    begin = 0 if heads and (of_shares or _QUANTITY_FIRST.match(heads[0])) else 1
    kept = [
        at
        for at in range(begin, len(heads))
        if not _COUNTS_ROWS.fullmatch(heads[at]) and _has_figures(grid, at)
    ]
    caption = f"{grid.caption.words if grid.caption is not None else ''} {heads[0] if heads else ''}"
    labels = ["" if of_shares else _name_of(grid, number) for number in range(first, len(grid.rows))]
    named = [heads[at] for at in kept]
    if all(map(_UNIT.fullmatch, named)) and grid.caption is not None:
        above = heads_in(grid.caption.words, len(kept))
        named = (
            [f"{head} {unit}".strip() for head, unit in zip(above, named, strict=True)] if above else named
        )
    cells = as_percentages([[_own(row[at]) for at in kept] for row in grid.rows[first:]], named, caption)
    texts = [
        tuple(cell.text for cell in row if cell and cell.text and not cell.kind) for row in grid.rows[first:]
    ]
    begins = [number for number, label in enumerate(labels) if _CAPTION.match(label)]
    for start, end in pairwise((0, *begins, len(labels))):
        if start in begins:
            caption, named = labels[start], [cell.text for cell in cells[start]]
            start += 1
        if start < end or not begins:
            sheet = _sheet(labels[start:end], named, cells[start:end], caption, place)
            counted = not begins and _counts_its_rows(grid)
            named_by = heads[0] if heads else ""
            yield replace(sheet, texts=tuple(texts[start:end]), counted=counted, named_by=named_by)


def _name_of(grid: Grid, row: int) -> str:
    """Return what names a row: what follows a number with the mark of a note, "2*", if it begins with one."""
    label = grid.label(row)
    if not _NOTED_NUMBER.fullmatch(label):
        return label
    return next((cell.text for cell in grid.rows[row][1:] if cell and cell.text and not cell.kind), label)


def _counts_its_rows(grid: Grid) -> bool:
    """Tell whether the first column of a grid numbers its rows, from 1; a total at the end may have none."""
    first = [_row_number(row[0]) for row in grid.rows[grid.header_rows :]]
    while first and first[-1] is None:
        first.pop()
    return len(first) > 1 and first == list(range(1, len(first) + 1))


def _row_number(cell: GridCell | None) -> Decimal | None:
    if cell is None:
        return None
    noted = _NOTED_NUMBER.fullmatch(cell.text)
    return Decimal(noted[1]) if noted else cell.number


def _has_figures(grid: Grid, column: int) -> bool:
    """Tell whether a column is one of figures: "1, 5, 6" among ranges in words is a list of numbers."""
    cells = [cell for _, cell in grid.column(column)]
    read = sum(cell.number is not None for cell in cells)
    listed = sum(_LISTED.fullmatch(cell.text) is not None for cell in cells)
    return any(cell.kind for cell in cells) and not (listed and not read)


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
    width = min(len(heads), *map(len, cells)) if cells else 0
    added = [number for number in range(width) if not _ADDS_TO_NOTHING.search(heads[number])]
    shown_rows = totals_by_figures(labels, [[row[number] for number in added] for row in cells], rows=True)
    shown_columns = totals_by_figures(
        heads[:width], [[row[number] for row in cells] for number in range(width)], rows=False
    )
    columns = tuple(
        Line(
            head,
            tuple(
                Entry(row[number], label, place in shown_rows)
                for place, (row, label) in enumerate(zip(cells, labels, strict=True))
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
            tuple(
                Entry(cell, head, number in shown_columns)
                for number, (cell, head) in enumerate(zip(row, heads, strict=False))
            ),
            scaled or _THOUSANDS.search(f"{label} {' '.join(heads)}") is not None,
            is_row=True,
        )
        for row, label in zip(cells, labels, strict=True)
    )
    return Sheet(columns, rows, caption, place, flat)


def _of_flat(rows: Sequence[FlatRow], place: Place) -> Sheet:
    cells = [row.grid_cells for row in rows]
    heads = [*[""] * (len(cells[0]) - 1), "Total" if _ends_with_totals(rows[0].head, cells) else ""]
    if _makes_hundreds(cells) and PERCENT.search(rows[0].head):
        cells = [
            [replace(cell, kind="percentage") if cell.kind == "number" else cell for cell in row]
            for row in cells
        ]
    return _sheet([row.label for row in rows], heads, cells, rows[0].head, place, flat=True)


def _makes_hundreds(cells: Sequence[Sequence[GridCell]]) -> bool:
    """Tell whether the rows, or the columns, of a flattened table all end with 100, and have nothing more."""
    ends = ([row[-1].number for row in cells], [cell.number for cell in cells[-1]])
    none_more = all(0 <= (cell.number or 0) <= _HUNDRED for row in cells for cell in row)
    return none_more and any(set(end) == {_HUNDRED} for end in ends)


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
