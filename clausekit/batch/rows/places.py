"""Places in a file of rows, in the words of the person who fills it in: sheet, row, column."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from clausekit.problems import Source

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class CellSource(Source):
    """A cell, a row (no ``column``) or a sheet as a whole (no ``line`` either).

    >>> print(CellSource("schemes.xlsx", 5, 6, "Schemes", "Contribution 2026/27"))
    schemes.xlsx, sheet Schemes, row 5, column F (Contribution 2026/27)
    """

    sheet: str = ""
    heading: str = ""

    def __str__(self) -> str:
        parts = [self.file]
        if self.sheet:
            parts.append(f"sheet {self.sheet}")
        if self.line is not None:
            parts.append(f"row {self.line}")
        if self.column is not None:
            heading = f" ({self.heading})" if self.heading else ""
            parts.append(f"column {letters(self.column)}{heading}")
        return ", ".join(parts)


def letters(column: int) -> str:
    """Return how a spreadsheet calls a column.

    >>> letters(1), letters(27), letters(16384)
    ('A', 'AA', 'XFD')
    """
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


class Lazy(Mapping[str, T]):
    """A mapping that is made when somebody first looks into it."""

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], Mapping[str, T]]) -> None:
        self._make = make
        self._made: Mapping[str, T] | None = None

    def _all(self) -> Mapping[str, T]:
        if self._made is None:
            self._made = self._make()
        return self._made

    def __getitem__(self, path: str) -> T:
        return self._all()[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())
