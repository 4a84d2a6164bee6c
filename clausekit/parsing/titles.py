"""Titles of schedules and parts: a line of words and values, without markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausekit.model import Blank, Inline, Text, Value
from clausekit.parsing.lines import LINE_MARK, VALUE


def title(text: str, filled: Sequence[tuple[str, str | None]]) -> tuple[Inline, ...]:
    """Return the inlines of a title as it was rendered; ``filled`` is as for ``build``."""
    return tuple(_inlines(LINE_MARK.sub("", text), filled))


def _inlines(text: str, filled: Sequence[tuple[str, str | None]]) -> Iterator[Inline]:
    # What the pattern captures, the places of values, stands between the words.
    for index, piece in enumerate(VALUE.split(text)):
        if index % 2:
            parameter, printed = filled[int(piece)]
            yield Blank(parameter) if printed is None else Value(parameter, printed)
        elif piece:
            yield Text(piece)
