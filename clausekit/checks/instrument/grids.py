"""Tables as grids: what each cell is worth, what heads its column, which rows and columns are totals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from clausekit.checks.instrument.places import Place
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Cell, Passage, Table, passages_of
from clausekit.recognition.amounts import AmountKind, decimal

_FIGURE = pattern(
    r"(?P<before>£(?=\())?(?P<open>\()? ?(?:\+|(?P<minus>[-−–]))? ?(?P<sign>[£€$])? ?(?P<minus_after>[-−–])?"
    r"(?P<digits>\d[\d,. ]*?) ?(?P<unit>%|per[ ]cent|k|m|million|WTE|FTE)?[ ]?(?P<close>\))?\.?"
)
_NOTHING = pattern(r"(?:[-−–—]|nil|none|n/a|£[ ]?[-–—]|£?0)?", re.IGNORECASE)
_TOTAL = pattern(r"(?:grand |overall |sub-?[ ]?)?totals?\b|sum\b|all[ ]*:?$", re.IGNORECASE)
_TOTAL_LATER = pattern(r"\b(?:total|subtotal)s?[ ]*:?$", re.IGNORECASE)
_SUBTOTAL = pattern(r"\bsub-? ?totals?\b", re.IGNORECASE)
_SCALES = {"k": 3, "m": 6, "million": 6}


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell with its words (those of its first paragraph, None if it is empty) and its figure, if it is one.

    ``number`` is None if the cell holds no figure, or a malformed one: that has a ``kind`` all the same.
    ``decimals`` is how exact the figure claims to be. ``columns`` is how many columns it covers.
    """

    text: str
    words: Words | None
    kind: AmountKind | None = None
    number: Decimal | None = None
    decimals: int = 0
    columns: int = 1

    @property
    def is_nothing(self) -> bool:
        """Whether it is empty, or says "nil" or "-"."""
        return _NOTHING.fullmatch(self.text) is not None


@dataclass(frozen=True, eq=False)
class Grid:
    """A table as a grid: ``rows`` of as many cells as there are columns; a wide cell stands in its first
    column, and in the others there is None.

    ``place`` is that of its first passage, ``caption`` the passage before the table, if any.
    """

    table: Table
    rows: tuple[tuple[GridCell | None, ...], ...]
    place: Place | None
    caption: Passage | None = None

    @cached_property
    def header_rows(self) -> int:
        """How many rows at the top are headings: those marked so, else those without a figure."""
        marked = 0
        for row in self.table.rows:
            if not row.header:
                break
            marked += 1
        if marked:
            return marked
        plain = 0
        for cells in self.rows[:2]:
            if any(cell and cell.kind for cell in cells[1:]):
                break
            plain += 1
        return (
            plain
            if plain < len(self.rows) and any(cell and cell.kind for cell in self.rows[plain][1:])
            else min(1, plain)
        )

    @cached_property
    def heads(self) -> tuple[str, ...]:
        """What heads each column, from all heading rows."""
        width = max(map(len, self.rows), default=0)
        return _with_groups(
            [
                " ".join(filter(None, (self._head(row, column) for row in self.rows[: self.header_rows])))
                for column in range(width)
            ]
        )

    def _head(self, row: Sequence[GridCell | None], column: int) -> str:
        while column > 0 and column < len(row) and row[column] is None:
            column -= 1
        cell = row[column] if column < len(row) else None
        return cell.text if cell else ""

    def label(self, row: int) -> str:
        """Return what names a row: its first cell with words that are no figure."""
        return next((cell.text for cell in self.rows[row] if cell and cell.text and cell.kind is None), "")

    @cached_property
    def total_rows(self) -> tuple[int, ...]:
        """The rows that are a total or sub-total by their label."""
        return tuple(row for row in range(self.header_rows, len(self.rows)) if _is_total(self.label(row)))

    @cached_property
    def subtotal_rows(self) -> tuple[int, ...]:
        """Those of them that say that they are a sub-total."""
        return tuple(row for row in self.total_rows if _SUBTOTAL.search(self.label(row)))

    @cached_property
    def total_columns(self) -> tuple[int, ...]:
        """The columns that are a total by their heading."""
        return tuple(column for column, head in enumerate(self.heads) if column and _is_total(head))

    def column(self, number: int) -> Iterator[tuple[int, GridCell]]:
        """Yield row number and cell of what is below the headings in a column."""
        for row in range(self.header_rows, len(self.rows)):
            if number < len(self.rows[row]) and (cell := self.rows[row][number]) is not None:
                yield row, cell


def _with_groups(heads: Sequence[str]) -> tuple[str, ...]:
    """Return heads of which each has the name of its group: "2026-27 Council", "ICB", "2027-28 Council",
    "ICB" were printed below "2026-27" and "2027-28"."""
    found = list(heads)
    for name in {head for head in heads if head and heads.count(head) > 1}:
        before = [heads[at - 1].rpartition(" ") if at else ("", "", "") for at in _places(heads, name)]
        if all(group for group, _, _ in before) and len({first for _, _, first in before}) == 1:
            for at, (group, _, _) in zip(_places(heads, name), before, strict=True):
                found[at] = f"{group} {name}"
    return tuple(found)


def _places(heads: Sequence[str], name: str) -> list[int]:
    return [at for at, head in enumerate(heads) if head == name]


def grids_of(places: Sequence[Place]) -> Iterator[Grid]:
    """Yield the tables of the body and the notes, in order."""
    seen: set[int] = set()
    before: Passage | None = None
    for place in places:
        table = place.table
        if table is None:
            before = place.passage
        elif id(table) not in seen:
            seen.add(id(table))
            yield Grid(table, tuple(_rows(table)), place, before)


def _rows(table: Table) -> Iterator[tuple[GridCell | None, ...]]:
    width = max((sum(cell.columns for cell in row.cells) for row in table.rows), default=0)
    for row in table.rows:
        cells: list[GridCell | None] = []
        for cell in row.cells:
            cells += [_cell(cell), *[None] * (cell.columns - 1)]
        yield (*cells, *[None] * (width - len(cells)))


def _cell(cell: Cell) -> GridCell:
    passages = [passage for passage in passages_of(cell.blocks) if passage.text.strip()]
    if not passages:
        return GridCell("", None, columns=cell.columns)
    first = passages[0]
    text = " ".join(" ".join(passage.text.split()) for passage in passages)
    begin = len(first.text) - len(first.text.lstrip())
    words = Words(first, begin, len(first.text.rstrip()))
    figure = _FIGURE.fullmatch(text) if len(passages) == 1 else None
    if figure is None or bool(figure["open"]) != bool(figure["close"]):
        return GridCell(text, words, columns=cell.columns)
    unit = figure["unit"] or ""
    kind: AmountKind = (
        "money"
        if figure["sign"] or figure["before"]
        else "percentage"
        if unit in ("%", "per cent")
        else "number"
    )
    digits = figure["digits"].strip()
    value = decimal(digits)
    if value is not None:
        value = value.scaleb(_SCALES.get(unit, 0))
        if figure["minus"] or figure["minus_after"] or figure["open"]:
            value = -value
    return GridCell(text, words, kind, value, len(digits.partition(".")[2]), cell.columns)


def _is_total(label: str) -> bool:
    return bool(_TOTAL.match(label) or _TOTAL_LATER.search(label))
