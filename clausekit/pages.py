"""A plain page, whatever prints it: headings, paragraphs and tables.

It carries no more than a summary or a text typed by hand needs: words, which of them are bold, and where a
link leads within the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look alike; ``link`` names a place on the same page, "" if they lead nowhere."""

    text: str
    bold: bool = False
    link: str = ""


Runs: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 0 is the title of the page, 1 the one below it."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph, or with ``bullet`` an item of a list."""

    runs: Runs
    bullet: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: a header row and rows of as many cells; there is at least one column."""

    header: tuple[str, ...]
    rows: tuple[tuple[Runs, ...], ...]


Block: TypeAlias = Heading | Para | Grid


@dataclass(frozen=True, slots=True)
class FromClause:
    """Blocks that are the wording of a clause of the library, ``family/alternative@1.0.0#digest``."""

    name: str
    blocks: tuple[Block, ...]


def para(text: str, *, bullet: bool = False) -> Para:
    """Return a paragraph of plain words."""
    return Para((Run(text),), bullet)


def grid(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Grid:
    """Return a table of plain words."""
    return Grid(tuple(header), tuple(tuple((Run(cell),) for cell in row) for row in rows))


def words(runs: Runs) -> str:
    """Return the bare words."""
    return "".join(run.text for run in runs)
