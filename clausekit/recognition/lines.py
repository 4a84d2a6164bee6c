"""What is found out about paragraphs before they are passages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from clausekit.reading import Alignment, Revision, Span


@dataclass(frozen=True, slots=True)
class Layout:
    """How a paragraph stands; ``outline`` counts from 0; ``list`` is the id of its list, with the level.

    ``plain`` tells that it comes from a text that shows no bold type, so that only words tell what it is.
    """

    style_name: str = ""
    alignment: Alignment = "left"
    indent: int = 0
    first_line: int = 0
    outline: int | None = None
    list: str = ""
    level: int | None = None
    plain: bool = False


@dataclass(slots=True, eq=False)
class Line:
    """A paragraph on the way to a passage: first what it says of itself, then what its place makes of it.

    ``elements`` is what it was read from, as its reader needs it; ``line`` where in a text file it begins.
    """

    elements: tuple[Any, ...]
    layout: Layout
    text: str
    spans: tuple[Span, ...]
    label: str = ""
    clause: str = ""
    bookmarks: tuple[str, ...] = ()
    revision: Revision | None = None
    contents: bool = False
    column: int | None = None  # of the table in which it stands
    line: int = 0

    level: int | None = None
    typed: int = 0
    number: str = ""
    division: str = ""
    heading: int = 0
    term: str = ""
    signature: bool = False
    doubtful: bool = False

    @property
    def words(self) -> str:
        """The text without a number typed by hand."""
        return self.text[self.typed :]


@dataclass(slots=True, eq=False)
class CellLines:
    """A cell: its blocks, its width in columns, whether it goes on from above."""

    element: Any
    blocks: list[BlockLines]
    columns: int
    merged: bool


@dataclass(slots=True, eq=False)
class RowLines:
    """A row: its cells, whether it is repeated on each page, the tracked change of it."""

    element: Any
    cells: list[CellLines]
    header: bool
    revision: Revision | None


@dataclass(slots=True, eq=False)
class TableLines:
    """A table: its rows, the name of its style, its clause; whether it only lays out text."""

    element: Any
    rows: list[RowLines]
    style: str
    clause: str
    division: str = ""
    holds_text: bool = False


BlockLines: TypeAlias = Line | TableLines


def lines_in(blocks: Iterable[BlockLines]) -> Iterator[Line]:
    """Yield the lines of blocks, also those in tables, in order."""
    for block in blocks:
        if isinstance(block, Line):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from lines_in(cell.blocks)
