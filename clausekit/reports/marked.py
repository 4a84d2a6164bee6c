"""The text with its changes, as a plain sequence of marked pieces that any format can print.

MarkedText: Line (a paragraph) | MarkedTable > MarkedRow > MarkedCell > Line | Fold (unchanged, put away)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal, TypeAlias

from clausekit.comparison.edits import Edit, Layer
from clausekit.reports.phrases import clean, counted

Sign = Literal["same", "deleted", "inserted", "formatted"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with one sign, and the edit that they are part of.

    A number that the word processor gives has no edit of its own when it changes: it follows.
    """

    text: str
    sign: Sign = "same"
    edit: Edit | None = None

    @property
    def layer(self) -> Layer:
        """The layer of its edit; a change without one follows from another."""
        return self.edit.layer if self.edit else "following"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: its number, its words, its edits that count, and what became of its looks by edit.

    ``sign`` is that of the whole paragraph. ``moved`` tells whether moved text left from here or came here,
    ``elsewhere`` the number that it has or had there. ``depth`` is how far in it stands, from 0. ``level`` is
    that of its list: of headings alike, those of the parts of a schedule have a deeper one than its own.
    """

    label: tuple[Piece, ...]
    pieces: tuple[Piece, ...]
    sign: Sign = "same"
    depth: int = 0
    heading: int = 0
    moved: Literal["", "from", "to"] = ""
    elsewhere: str = ""
    edits: tuple[Edit, ...] = ()
    looks: tuple[tuple[int, str], ...] = ()
    level: int = 0

    @property
    def follows(self) -> bool:
        """Whether something in it changed that merely follows."""
        return any(
            piece.sign != "same" and piece.layer == "following" for piece in (*self.label, *self.pieces)
        )


@dataclass(frozen=True, slots=True)
class MarkedCell:
    """A cell with its paragraphs (tables inside a cell are drawn out into paragraphs)."""

    lines: tuple[Line, ...]
    sign: Sign = "same"
    columns: int = 1


@dataclass(frozen=True, slots=True)
class MarkedRow:
    """A row; ``edits`` are its own and those in its cells."""

    cells: tuple[MarkedCell, ...]
    sign: Sign = "same"
    header: bool = False
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkedTable:
    """A table, with rows that did not change folded away."""

    rows: tuple[MarkedRow | RowFold, ...]
    sign: Sign = "same"
    edits: tuple[Edit, ...] = ()
    moved: Literal["", "from", "to"] = ""


@dataclass(frozen=True, slots=True)
class RowFold:
    """Rows that did not change."""

    rows: tuple[MarkedRow, ...]

    def __str__(self) -> str:
        return f"{counted(len(self.rows), 'row')} unchanged"


@dataclass(frozen=True, slots=True)
class Fold:
    """What did not change, but for numbers and references that may follow."""

    blocks: tuple[Line | MarkedTable, ...]

    def __str__(self) -> str:
        tables = sum(isinstance(block, MarkedTable) for block in self.blocks)
        paragraphs = len(self.blocks) - tables
        kinds = [
            counted(number, kind) for number, kind in ((paragraphs, "paragraph"), (tables, "table")) if number
        ]
        following = sum(isinstance(block, Line) and block.follows for block in self.blocks)
        follow = ""
        if following:
            some = "" if following == len(self.blocks) else f", {following:,} of them"
            follow = f"{some} but for what merely follows"
        moved = "moved too, " if all(block.moved for block in self.blocks) else ""
        return f"{' and '.join(kinds)} {moved}unchanged{follow}"


MarkedBlock: TypeAlias = Line | MarkedTable | Fold


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A story of the instrument: the body (its name is ""), a note, a header or footer."""

    name: str
    blocks: tuple[MarkedBlock, ...]


def all_rows(table: MarkedTable) -> Iterator[MarkedRow]:
    """Yield all rows of a table, those folded away too."""
    for row in table.rows:
        yield from row.rows if isinstance(row, RowFold) else (row,)


def numbered(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, int]]:
    """Yield the pieces, each with the number of its edit where the last words of that edit end, else 0."""
    for piece, following in zip_longest(pieces, pieces[1:]):
        counts = piece.edit is not None and piece.edit.layer != "following"
        ends = counts and (following is None or following.edit is not piece.edit)
        yield piece, piece.edit.id if piece.edit and ends else 0


def move_words(line: Line) -> str:
    """Return where a moved paragraph went or came from, "" if it did not move."""
    if not line.moved:
        return ""
    if not line.edits:
        return "moved with it"
    way = "moved to" if line.moved == "from" else "moved here from"
    return f"{way} {clean(line.elsewhere)}" if line.elsewhere else f"{way} another place"
