"""Small agreements in a few lines, to be edited at will: what redlines are tried on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Alignment = Literal["", "center", "right", "both"]


@dataclass(slots=True)
class Words:
    """Words that look alike; ``parameter`` if a parameter filled them in, ``link`` if they are a link."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    parameter: str = ""
    link: bool = False


@dataclass(slots=True)
class Ref:
    """A reference to the number of a paragraph, by its name."""

    target: str


@dataclass(slots=True)
class Note:
    """The mark of a footnote, and its words."""

    text: str


Piece: TypeAlias = Words | Ref | Note


@dataclass(slots=True)
class Para:
    """A paragraph; ``name`` is what references call it.

    ``style`` is one of ``setting.STYLES``; ``list_level`` puts it in a list of its own; ``typed`` numbers it
    by hand; ``section`` ends a section with it.
    """

    pieces: list[Piece]
    style: str = "BodyText"
    alignment: Alignment = ""
    list_level: int | None = None
    typed: bool = False
    section: bool = False
    name: str = ""

    @property
    def text(self) -> str:
        """Its words, without what references and notes print."""
        return "".join(piece.text for piece in self.pieces if isinstance(piece, Words))


@dataclass(slots=True)
class Cell:
    """A cell; it ends with a paragraph. ``above`` merges it with the one above."""

    blocks: list[Block]
    columns: int = 1
    above: bool = False


@dataclass(slots=True)
class Table:
    """A table, row by row."""

    rows: list[list[Cell]]


@dataclass(slots=True)
class Clause:
    """A clause in its content control."""

    tag: str
    blocks: list[Block]


Block: TypeAlias = Para | Table | Clause


@dataclass(slots=True)
class Agreement:
    """A whole agreement; "" for no header or footer."""

    blocks: list[Block]
    header: str = ""
    footer: str = ""
    cut: int = field(default=0)
    """Cut every run after so many characters, 0 for not: no reader can see it."""


def p(*content: str | Piece, style: str = "BodyText") -> Para:
    """Return a paragraph; a string is plain words."""
    return Para([Words(one) if isinstance(one, str) else one for one in content], style)


def containers(blocks: list[Block]) -> Iterator[list[Block]]:
    """Yield the lists of blocks in an agreement, the outermost first."""
    yield blocks
    for block in blocks:
        if isinstance(block, Clause):
            yield from containers(block.blocks)
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from containers(cell.blocks)


def paragraphs(blocks: list[Block]) -> Iterator[Para]:
    """Yield all paragraphs in their order."""
    for block in blocks:
        if isinstance(block, Para):
            yield block
        elif isinstance(block, Clause):
            yield from paragraphs(block.blocks)
        else:
            for row in block.rows:
                for cell in row:
                    yield from paragraphs(cell.blocks)


def tables(blocks: list[Block]) -> list[Table]:
    """Return all tables, nested ones too."""
    return [block for one in containers(blocks) for block in one if isinstance(block, Table)]
