"""Tables of which the extraction left nothing but the words of their cells, line by line.

If after each title of a row come equally many figures, the rows and columns can be found again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from clausekit.pages import Run, Runs
from clausekit.patterns import pattern
from clausekit.recognition.signatures import (
    asks_to_fill_in,
    is_signature,
    leads_to_signature,
    says_who_signs,
)
from clausekit.texts.openings import has_ended, label_of
from clausekit.texts.shapes import Grid, Paragraph, Shape

_FIGURE = pattern(r"£?[\d,.]*\d[%kKmM]?|nil|n/a|[–-]", re.IGNORECASE)
_LONGEST_CELL = 60
_FEWEST = 6
_FEWEST_WITH_FIGURES = 4
_LOST_NUMBER = "This number stands alone; its words may stand elsewhere."
_DOUBT = "These short lines look like a table whose rows and columns the extraction has lost."


def with_doubts(shapes: Sequence[Shape]) -> Iterator[Shape]:
    """Yield the shapes; the first line of what was a table says so, and all its lines are cells."""
    run: list[Paragraph] = []
    begun = False  # what stands before the first number is on the cover
    told = False  # whether what stands before the run is a sentence, which leads to a whole table
    signing = False  # whether it stands in a block of signatures, as names and offices do
    for shape in shapes:
        signing = isinstance(shape, Paragraph) and _signs(shape.text, signing=signing)
        begun = begun or (isinstance(shape, Paragraph) and "\t" in shape.text and not shape.contents)
        if begun and not signing and isinstance(shape, Paragraph) and _may_be_cell(shape):
            run.append(shape)
            continue
        yield from _judged(run, whole=told)
        run = []
        told = isinstance(shape, Paragraph) and has_ended(shape.text)
        if isinstance(shape, Paragraph) and _is_lost_number(shape):
            shape.doubt = _LOST_NUMBER
        yield shape
    yield from _judged(run, whole=told)


def _signs(text: str, *, signing: bool) -> bool:
    """Tell whether a paragraph belongs to a block of signatures, given whether that before it does."""
    return leads_to_signature(text) or (signing and (says_who_signs(text) or is_signature(text)))


def _is_lost_number(paragraph: Paragraph) -> bool:
    label = label_of(paragraph.text)
    return label is not None and label.alone and not label.is_division and not paragraph.contents


def _judged(run: Sequence[Paragraph], *, whole: bool) -> Sequence[Shape]:
    """Return the shapes that a run of short lines is: a table, cells of a lost one, or what it was."""
    grid = (_grid(_cells(run)) or _grid(run)) if whole else None
    if grid is not None:
        return [grid]
    figures = sum(_is_figure(cell) for cell in run)
    if len(run) >= _FEWEST or (figures > 1 and len(run) >= _FEWEST_WITH_FIGURES):
        run[0].doubt = _DOUBT
        for cell in run:
            cell.cell = True
    return run


def _cells(run: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the cells that short lines are: where gaps part cells, lines without one go on in theirs."""
    cells: list[Paragraph] = []
    for line in run:
        if cells and not line.gap and not _is_figure(line) and not _is_figure(cells[-1]):
            cells[-1] = replace(cells[-1], runs=(Run(f"{cells[-1].text} {line.text}"),))
        else:
            cells.append(line)
    return cells if any(line.gap for line in run[1:]) else list(run)


def _grid(run: Sequence[Paragraph]) -> Grid | None:
    """Return the table whose cells are a run: a header, then rows of one title and equally many figures."""
    first = next((place for place, cell in enumerate(run) if _is_figure(cell)), 0)
    width = next((at for at, cell in enumerate(run[first:]) if not _is_figure(cell)), 0) + 1
    start = first - 1  # where the first row begins
    if width < 2 or start != width or len(run) % width or len(run) < 3 * width:
        return None
    rows = [run[at : at + width] for at in range(start, len(run), width)]
    if any(_is_figure(row[0]) or not all(map(_is_figure, row[1:])) for row in rows):
        return None
    rows = [run[:start], *rows]
    cells: list[list[Runs]] = [[cell.runs for cell in row] for row in rows]
    return Grid(cells, [row[0].line for row in rows], header=True, place=run[0].place)


def _is_figure(cell: Paragraph) -> bool:
    return _FIGURE.fullmatch(cell.text) is not None


def _may_be_cell(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return (
        not paragraph.rank
        and not paragraph.contents
        and not paragraph.note
        and len(text) <= _LONGEST_CELL
        and "\t" not in text
        and not has_ended(text)
        and not asks_to_fill_in(text)
        and not is_signature(text)
        and (label_of(text) is None or text.isdecimal())
    )
