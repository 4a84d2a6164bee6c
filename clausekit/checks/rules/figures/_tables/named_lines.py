"""The columns and rows of a table with the words that name each."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.rules.figures._sentences.words import content
from clausekit.checks.rules.figures._tables.sheets import Line, Sheet


def lines_with_names(sheet: Sheet) -> Iterator[tuple[Line, frozenset[str]]]:
    """Yield the columns and the rows of a table with the words that name each; those of a row may stand in
    its second column, after a number or a reference."""
    yield from ((line, content(line.head)) for line in sheet.columns)
    texts = sheet.texts if len(sheet.texts) == len(sheet.rows) else [()] * len(sheet.rows)
    for line, told in zip(sheet.rows, texts, strict=True):
        words = content(" ".join(told))
        yield line, words if words and len(line.head.split()) == 1 else content(line.head)
