"""Lines of a table that is set with blanks: the pieces of a line, and the columns in which they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from clausekit.patterns import pattern
from clausekit.texts.notes import is_note
from clausekit.texts.openings import is_bullet, label_of
from clausekit.texts.printed import Printed

Columns = Sequence[tuple[int, int]]
"""Where each column begins and ends."""

_PIECE = pattern(r"£\d[\d,.]*(?= £\d[\d,.]*(?: [ £]|$))|\S+(?: \S+)*")
"""Two sums of money are two pieces, even with one blank between them."""
_SUM = pattern(r"[(-]?£?\d[\d,.]*[%)]?")
_ROW_NUMBER = pattern(r"\d+|\d{1,2}[A-Z]|[A-Z]{1,3}[ -]?\d{1,2}(?:\.\d{1,2})?")
"""What numbers the rows of a table: "3", "4A", "P7", "KPI 2"."""
_LETTER = pattern(r"[A-Z]")
_VERSION, _DAY = re.compile(r"v?\d{1,2}\.\d{1,2}"), re.compile(r"\d{1,2} [A-Z][a-z]{2,8} \d{4}|[\d/.-]{8,10}")
"""A row of the history of a document: "1.1   10 February 2026"."""
_NOTHING = pattern(r"£?[ ]?[-–—]")
"""What stands in the cells of an empty row of an account."""
_FILLER = pattern(r"[._…\s]+")
_NARROW = 3
"""A gap of so many blanks parts two cells wherever it stands; a smaller one may be in a justified line."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a line that stand together, and the columns between which they stand."""

    text: str
    start: int
    end: int


def pieces_of(line: Printed) -> list[Piece]:
    """Return the pieces of a line that two blanks or more part."""
    return [
        Piece(found[0], line.indent + found.start(), line.indent + found.end())
        for found in _PIECE.finditer(line.text)
    ]


def is_row(line: Printed) -> bool:
    """Tell whether a line has cells: pieces far apart, of which the first may be the number of a row."""
    if "  " not in line.text or is_note(line.text):
        return False
    pieces = pieces_of(line)
    if all(_NOTHING.fullmatch(piece.text) for piece in pieces):
        return True
    label = label_of(line.text)
    if is_bullet(line.text) or (label is not None and label.gap):
        is_version = len(pieces) > 1 and _VERSION.fullmatch(pieces[0].text) and _DAY.fullmatch(pieces[1].text)
        if not (is_version or _ROW_NUMBER.fullmatch(pieces[0].text) or _is_lettered(pieces)):
            return False
        pieces = pieces[1:]
    elif label is not None and label.text.endswith(".") and not pieces[-1].text[-1].isdigit():
        return False
    if any(_FILLER.fullmatch(piece.text) for piece in pieces):
        return False
    gaps = [after.start - before.end for before, after in pairwise(pieces)]
    return bool(gaps) and max(gaps) >= _NARROW


def _is_lettered(pieces: Sequence[Piece]) -> bool:
    """Tell whether pieces are a row known by a letter, with words and a sum: "B   Senior staff   £1,500"."""
    first, *others = pieces
    return (
        _LETTER.fullmatch(first.text) is not None
        and len(others) > 1
        and bool(_SUM.fullmatch(others[-1].text))
    )


def cells_of(line: Printed, columns: Columns) -> list[str] | None:
    """Return the words of a line in each column; None if words stand between columns."""
    found = [""] * len(columns)
    for piece in pieces_of(line):
        place = next(
            (
                at
                for at, (start, end) in enumerate(columns)
                if piece.start >= start - 1 and (piece.end <= end + 1 or at == len(columns) - 1)
            ),
            None,
        )
        if place is None:
            return None
        found[place] = f"{found[place]} {piece.text}".strip()
    return found


def placed_cells(line: Printed, columns: Columns) -> list[str]:
    """Return the words of a line in each column; words that reach over columns stand in the first of them,
    figures where their last digit stands."""
    fitting = cells_of(line, columns)
    if fitting is not None:
        return fitting
    found = [""] * len(columns)
    for piece in loosened(line, columns):
        place = _column_of(piece, columns)
        found[place] = f"{found[place]} {piece.text}".strip()
    return found


def loosened(line: Printed, columns: Columns) -> list[Piece]:
    """Return the pieces of a line; a figure that stands where a column does is one, even if only one blank
    parts it from a figure before it or, at the end of the line, from a long title."""
    pieces = pieces_of(line)
    return [one for piece in pieces for one in _parted(piece, columns, is_last=piece is pieces[-1])]


def _parted(piece: Piece, columns: Columns, *, is_last: bool) -> list[Piece]:
    words, _, figure = piece.text.rpartition(" ")
    start = piece.end - len(figure)
    stands = any(abs(start - left) <= 1 or abs(piece.end - right) <= 1 for left, right in columns[1:])
    if not words or not stands or not _SUM.fullmatch(figure) or not (is_last or _SUM.fullmatch(words)):
        return [piece]
    return [Piece(words, piece.start, start - 1), Piece(figure, start, piece.end)]


def _column_of(piece: Piece, columns: Columns) -> int:
    if piece.text[-1].isdigit():
        return min(range(len(columns)), key=lambda at: abs(columns[at][1] - piece.end))
    overlapped = (at for at, (start, end) in enumerate(columns) if piece.start < end and start < piece.end)
    nearest = min(range(len(columns)), key=lambda at: abs(columns[at][0] - piece.start))
    return next(overlapped, nearest)


def row_of(lines: Sequence[Printed], columns: Columns) -> list[str]:
    """Return the cells of a row of one line or more."""
    found = [""] * len(columns)
    for line in lines:
        for place, cell in enumerate(placed_cells(line, columns)):
            joined = found[place] if not cell else f"{found[place]} {cell}"
            found[place] = joined.strip()
    return found
