"""Titles of schedules and parts: words and values, without markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausekit.marks import LINE_CLOSE, VALUE_CLOSE, VALUE_OPEN
from clausekit.model import Blank, Inline, Text, Value


def title(text: str, filled: Sequence[tuple[str, str | None]]) -> tuple[Inline, ...]:
    """Return the inlines of a title as it was rendered; ``filled`` is as for ``build``."""
    lines = (line.rpartition(LINE_CLOSE)[2] for line in text.split("\n"))
    return tuple(_inlines(" ".join(lines), filled))


def _inlines(text: str, filled: Sequence[tuple[str, str | None]]) -> Iterator[Inline]:
    words, *values = text.split(VALUE_OPEN)
    if words:
        yield Text(words)
    for value in values:
        place, _, words = value.partition(VALUE_CLOSE)
        parameter, printed = filled[int(place)]
        yield Blank(parameter) if printed is None else Value(parameter, printed)
        if words:
            yield Text(words)
