"""Columns of tables: as wide as their words need, and together as wide as the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

_CHARACTER = 112
"""What a character of a table takes, in twentieths of a point, on average and with room to spare."""

_NARROW, _CAPITAL, _WIDE = 62, 150, 178
_CHARACTERS = {
    **dict.fromkeys("fijlrt.,:;'’|!()[]/-", _NARROW),
    **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZ&", _CAPITAL),
    **dict.fromkeys("mwMW@%—", _WIDE),
}
"""What those characters take that are far from the average; it matters where a word stands alone."""

_BOLD = 108
"""What a bold word takes, in hundredths of what it would else."""

_CELL_MARGINS = 230
_LONGEST_LINE = 60
"""Longer text wraps; it claims no more width than a line of this many characters."""


Words: TypeAlias = Sequence[Sequence[str]]
"""The words of each cell, row by row, the header first."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a table begins, how wide it is, and each of its columns: measures as they stand in the file."""

    indent: str
    width: str
    columns: tuple[str, ...]


LayOut: TypeAlias = Callable[[Words, int], Layout]
"""Lays out a table that stands in text with an indent."""


def lay_out(words: Words, indent: int, text_width: int) -> Layout:
    """Return the layout of a table with those words.

    It reaches from ``indent`` to the right margin; from the left margin if its words would break otherwise.
    """
    least = _least_widths(words)
    if sum(least) > text_width - indent:
        indent = 0
    columns = _shares(words, least, text_width - indent)
    return Layout(str(indent), str(sum(columns)), tuple(map(str, columns)))


def column_widths(rows: Words, total: int) -> list[int]:
    """Return widths that add up to ``total``: each column's longest word fits if it can, then its lines.

    Where not all words fit, the columns with the longest give way: an address of e-mail, not "Telephone".
    """
    return _shares(rows, _least_widths(rows), total)


def _shares(rows: Words, least: Sequence[int], total: int) -> list[int]:
    """Return the widths where those of the longest words are known."""
    least = _within(total, least)
    wanted = [
        max(min(max(map(len, column)), _LONGEST_LINE) * _CHARACTER + _CELL_MARGINS, narrow)
        for column, narrow in zip(zip(*rows, strict=True), least, strict=True)
    ]
    if sum(wanted) <= total or sum(least) >= total:
        shares = wanted if sum(wanted) <= total else least
        whole = sum(shares)
        widths = [total * share // whole for share in shares]
    else:
        spare, lacking = total - sum(least), sum(wanted) - sum(least)
        widths = [
            narrow + spare * (wide - narrow) // lacking for narrow, wide in zip(least, wanted, strict=True)
        ]
    widths[-1] += total - sum(widths)
    return widths


def _within(total: int, widths: Sequence[int]) -> list[int]:
    """Return the widths with the largest of them cut to one measure, so that they fit into ``total``."""
    room = total
    for place, width in enumerate(sorted(widths)):
        share = room // (len(widths) - place)
        if width > share:
            return [min(other, share) for other in widths]
        room -= width
    return list(widths)


def _least_widths(rows: Words) -> list[int]:
    """Return for each column the width that its longest word needs."""
    return [
        max((_longest_word(heading) * _BOLD // 100, *map(_longest_word, cells))) + _CELL_MARGINS
        for heading, *cells in zip(*rows, strict=True)
    ]


@lru_cache(maxsize=1024)  # many tables have cells in common: headings, names of the parties
def _longest_word(cell: str) -> int:
    longest = 0
    for word in cell.split():
        if len(word) * _WIDE > longest:
            longest = max(longest, sum(_CHARACTERS.get(character, _CHARACTER) for character in word))
    return longest
