"""Tables printed a cell on each line that stand whole between two sentences: titles, then rows all alike.

A column of figures, of days or of mailboxes tells how many cells a row has, also where its last cell, or any
other, has words. Nothing is guessed: all that stands between the sentences must be rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from clausekit.pages import Run, Runs
from clausekit.patterns import pattern
from clausekit.recognition.calendar import MONTHS
from clausekit.recognition.headings import reads_as_title
from clausekit.recognition.signatures import is_signature, leads_to_signature
from clausekit.texts.openings import goes_on, has_ended, label_of
from clausekit.texts.printed import Printed
from clausekit.texts.rows import is_figure
from clausekit.texts.shapes import Grid, Region

_DAY = pattern(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2}(?:st|nd|rd|th)? )?(?:"
    + "|".join(MONTHS)
    + r")(?: \d{4})?|\d{1,2}/\d{1,2}/\d{2,4}",
    re.IGNORECASE,
)
_MAILBOX = pattern(r"\S+@\S+\.\S+")
_YEAR = pattern(r"\d{4}(?:[/–-]\d{2,4})?")
_TOTAL = pattern(r"(?:grand |overall )?totals?\b|all\b|sum\b|.*\btotals?:?$", re.IGNORECASE)
_CAPTION = pattern(r"(?:table|figure|chart) [\w.-]{1,5}(?:[:.–—-]|$)", re.IGNORECASE)
_LONGEST_CELL, _LONGEST_TITLE = 70, 45
_WIDEST = 9
_FEWEST_ROWS = 3
_FEWEST_MARKED = 2
"""Two rows are enough if so many of their columns, at least, hold something that tells."""
_WORDS = "L"


def recurring_in(lines: Sequence[Printed], taken: set[int]) -> list[Region]:
    """Return the tables among lines that fill what stands between two sentences."""
    bounds = [-1, *(at for at, line in enumerate(lines) if at in taken or _parts(line)), len(lines)]
    found: list[Region] = []
    for before, after in pairwise(bounds):
        if after - before > 2 * _FEWEST_ROWS:
            region = _table(lines, before + 1, after)
            if region is not None:
                found.append(region)
    return found


def _parts(line: Printed) -> bool:
    """Tell whether a line is no cell: it ends a sentence, is too long, or begins a provision or a block of
    signatures."""
    text = line.text
    if has_ended(text) or len(text) > _LONGEST_CELL or _CAPTION.match(text):
        return True
    label = label_of(text)
    numbered = label is not None and not (text.isdecimal() or is_figure(text))
    return numbered or is_signature(text) or leads_to_signature(text)


def _kind(text: str) -> str:
    """Return what a cell holds: a figure F, a day D, a mailbox E, or words L."""
    if is_figure(text):
        return "F"
    if _DAY.fullmatch(text):
        return "D"
    return "E" if _MAILBOX.fullmatch(text) else _WORDS


def _table(lines: Sequence[Printed], start: int, end: int) -> Region | None:
    """Return the table that lines are; a heading may stand before it, or after it."""
    cells, places = _whole_cells(lines, start, end)
    for first in (0, 1):
        for width in range(2, _WIDEST + 1):
            rows = _rows(cells[first:], width)
            if rows is not None and (not first or _kind(rows[1][0].text) == _WORDS):
                after = first + sum(map(len, rows))
                return Region(places[first], places[after], _grid(rows, width))
    return None


def _whole_cells(lines: Sequence[Printed], start: int, end: int) -> tuple[list[Printed], list[int]]:
    """Return the cells that lines are, those of two lines put together; and their places, with the end."""
    cells: list[Printed] = []
    places: list[int] = []
    for place in range(start, end):
        line = lines[place]
        before = cells[-1].text if cells else ""
        small = line.text[0].islower() and _kind(line.text) == _WORDS
        if before and not line.gap and _kind(before) == _WORDS and (small or goes_on(before)):
            cells[-1] = replace(cells[-1], text=f"{before} {line.text}")
            continue
        cells.append(line)
        places.append(place)
    return cells, [*places, end]


def _rows(cells: Sequence[Printed], width: int) -> list[Sequence[Printed]] | None:
    """Return the titles and the rows, each of so many cells, that cells are; a total may have words in fewer
    of its cells, and a heading may follow. None if they are none."""
    kinds = "".join(_kind(cell.text) for cell in cells)
    shape = kinds[width : 2 * width]
    marked = [at for at, kind in enumerate(shape) if kind != _WORDS]
    if (
        not marked
        or shape == "F" * width
        or not _heads(cells[:width])
        or (shape in (shape[: width // 2] * 2, "") and kinds[:width] != _WORDS * width)
    ):
        return None
    end = width
    while kinds.startswith(shape, end):
        end += width
    rows = [cells[at : at + width] for at in range(0, end, width)]
    count = len(rows) - 1
    figures = shape.count("F")
    size = len(kinds) - end
    sums = kinds[end:] in (_WORDS + "F" * figures, f"{_WORDS}F")
    ends_in_total = sums and _TOTAL.match(cells[end].text) is not None
    if ends_in_total and 0 < figures == len(marked) and size < width:
        rows.append(cells[end : end + size])
    elif end < len(cells) and not _is_heading(cells[end:], follows_words=shape[-1] == _WORDS):
        return None
    enough = count >= _FEWEST_ROWS or (count > 1 and (ends_in_total or len(marked) >= _FEWEST_MARKED))
    return rows if enough and _counts(rows, shape) else None


def _heads(cells: Sequence[Printed]) -> bool:
    """Tell whether cells are the titles of columns; "£" below each of several is none."""
    return all(map(_is_title, cells)) and len({cell.text for cell in cells}) == len(cells)


def _is_title(cell: Printed) -> bool:
    """Tell whether a cell may head a column: short words, or a year."""
    words = _kind(cell.text) == _WORDS and len(cell.text) <= _LONGEST_TITLE
    return words or _YEAR.fullmatch(cell.text) is not None


def _is_heading(rest: Sequence[Printed], *, follows_words: bool) -> bool:
    """Tell whether a line after the last row is a heading; after words it may be more of them, if no empty
    line stands before it."""
    return len(rest) == 1 and reads_as_title(rest[0].text) and (rest[0].gap or not follows_words)


def _counts(rows: Sequence[Sequence[Printed]], shape: str) -> bool:
    """Tell whether the first cells of the rows are words, or count them."""
    numbers = [row[0].text for row in rows[1:]]
    return shape[0] != "F" or numbers == [str(at) for at in range(1, len(rows))]


def _grid(rows: Sequence[Sequence[Printed]], width: int) -> Grid:
    """Return the table that rows are, the figures of a total in the columns of the others."""
    columns = [0, *(at for at in range(1, width) if is_figure(rows[1][at].text))]
    cells: list[list[Runs]] = []
    for row in rows:
        places = range(width) if len(row) == width else (*columns[: len(row) - 1], columns[-1])
        own = dict(zip(places, row, strict=True))
        cells.append([(Run(own[at].text if at in own else ""),) for at in range(width)])
    return Grid(cells, [row[0].line for row in rows], header=True, place=rows[0][0].place)
