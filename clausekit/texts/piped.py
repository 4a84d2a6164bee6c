"""Tables whose cells are parted by upright strokes, as they come when a page or a mail is saved as text."""

from __future__ import annotations

from collections.abc import Sequence

from clausekit.pages import Run
from clausekit.patterns import pattern
from clausekit.texts.printed import Printed
from clausekit.texts.rows import has_header
from clausekit.texts.shapes import Grid, Region

_STROKE = "|"
_RULE = pattern(r"[|:+= -]+")
_FEWEST_FRAMED = 2
_FEWEST_BARE = 3
"""So many lines without strokes around them are a table, if all have the same number of cells."""
_WIDE = 3


def piped_in(lines: Sequence[Printed], taken: set[int]) -> list[Region]:
    """Return the tables among lines whose cells strokes part, of which those ``taken`` are something else."""
    found: list[Region] = []
    place = 0
    while place < len(lines):
        end = _end(lines, place, taken)
        rows = [line for line in lines[place:end] if not _RULE.fullmatch(line.text)]
        if _is_table(rows):
            found.append(Region(place, end, _grid(rows)))
        place = max(end, place + 1)
    return found


def _end(lines: Sequence[Printed], start: int, taken: set[int]) -> int:
    """Return where the lines with strokes end that begin at a place, with no empty line between them."""
    end = start
    while end < len(lines) and end not in taken and _STROKE in lines[end].text:
        if end > start and lines[end].gap:
            break
        end += 1
    return end


def _is_table(rows: Sequence[Printed]) -> bool:
    """Tell whether lines are rows: all framed by strokes, or wide, and of the same number of cells."""
    widths = {len(_cells(row)) for row in rows}
    if len(widths) != 1:
        return False
    if all(_is_framed(row.text.strip()) for row in rows):
        return len(rows) >= _FEWEST_FRAMED
    return len(rows) >= _FEWEST_BARE and min(widths) >= _WIDE


def _is_framed(words: str) -> bool:
    return len(words) > 1 and words.startswith(_STROKE) and words.endswith(_STROKE)


def _cells(row: Printed) -> list[str]:
    words = row.text.strip()
    if _is_framed(words):
        words = words[1:-1]
    return [cell.strip() for cell in words.split(_STROKE)]


def _grid(lines: Sequence[Printed]) -> Grid:
    rows = [_cells(line) for line in lines]
    return Grid(
        [[(Run(cell),) for cell in row] for row in rows],
        [line.line for line in lines],
        header=has_header(rows),
        place=lines[0].place,
    )
