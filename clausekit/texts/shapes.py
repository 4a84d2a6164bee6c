"""What the pieces of a text are, once its lines are put together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from clausekit.pages import Run, Runs, words
from clausekit.texts.printed import Printed


@dataclass(slots=True)
class Paragraph:
    """A paragraph: its words, of which some may be bold, and where in the file it begins.

    A number at its beginning that is surely one has a tab after it. ``rank`` is that of a heading that the
    text marks as one (from 1), else 0; ``indent`` the column at which it stands. ``doubt`` says why it may
    not be what was printed, "" if there is no doubt. ``cell`` marks what seems to have been a cell of a
    table, ``note`` is the number of the footnote that it is, else 0, ``margin`` marks a header or
    footer. ``place`` orders what is read, ``gap`` tells that an empty line stands before it.
    """

    runs: Runs
    line: int
    indent: int = 0
    rank: int = 0
    bullet: bool = False
    contents: bool = False
    cell: bool = False
    note: int = 0
    margin: bool = False
    doubt: str = ""
    place: int = 0
    gap: bool = True

    @property
    def text(self) -> str:
        """The bare words."""
        return words(self.runs)

    @property
    def first_line(self) -> int:
        """The line of the file on which it begins."""
        return self.line


@dataclass(slots=True)
class Grid:
    """A table: rows of cells, the first of them a header if ``header`` is set.

    ``lines`` are the places of the rows in the file; ``doubt`` as for a paragraph.
    """

    rows: list[list[Runs]]
    lines: list[int]
    header: bool = False
    doubt: str = ""
    place: int = 0

    @property
    def first_line(self) -> int:
        """The line of the file on which it begins."""
        return self.lines[0]


@dataclass(frozen=True, slots=True)
class Region:
    """The lines from ``start`` to ``end`` of a text that are a table."""

    start: int
    end: int
    grid: Grid


Shape: TypeAlias = Paragraph | Grid


def plain(text: str, first: Printed) -> Paragraph:
    """Return a paragraph without bold words that begins with a line."""
    return Paragraph((Run(text),), first.line, first.indent, place=first.place, gap=first.gap)
