"""The data that rules find by, kept in ``clausekit/checks/data``; the head of a file says what is in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

_FOLDER = Path(__file__).parents[2] / "data"


def lines_of(name: str) -> Iterator[str]:
    """Yield the lines of a file of the data, without its head comment."""
    for line in (_FOLDER / name).read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield line


def table(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a file of the data that is a table, by the names of its columns."""
    head, *rows = (line.split("\t") for line in lines_of(name) if line)
    for row in rows:
        yield dict(zip(head, row, strict=True))
