"""A table as it stands in a file, before anybody asks what its headings mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from clausekit.batch.rows.raw import Raw
from clausekit.problems import Finding


class Record(NamedTuple):
    """One row of a file: its number, its cells, and what is wrong with it as a whole."""

    number: int
    cells: Sequence[Raw]
    hidden: bool = False
    findings: tuple[Finding, ...] = ()


class Merged(NamedTuple):
    """Cells that are merged into one."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet or a file of lines; ``records`` reads all its rows, that of the headings among them.

    ``findings`` are about the file as such.
    """

    file: str
    sheet: str
    records: Callable[[], Iterator[Record]]
    findings: tuple[Finding, ...] = ()
    merged: Sequence[Merged] = ()
    streams: bool = False
    """Whether it is too long to be looked through before the first row is read."""
    strict_width: bool = False
    """Whether a row with fewer or more cells than headings is broken, as in a file of lines."""
