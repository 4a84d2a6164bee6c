"""Paragraphs and tables of a text as a plain page, from which a Word file can be made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from clausekit.pages import Block, Heading, Para, Run, Runs, words
from clausekit.pages import Grid as PageGrid
from clausekit.texts.notes import without_marks
from clausekit.texts.shapes import Grid, Paragraph, Shape


def set_as_page(shapes: Iterable[Shape]) -> Iterator[Block]:
    """Yield the blocks of a page; what stood in margins is left out, as it was printed anew on each page."""
    for shape in shapes:
        if isinstance(shape, Grid):
            yield _grid(shape)
        elif not shape.margin:
            yield _paragraph(shape)


def _paragraph(paragraph: Paragraph) -> Block:
    if paragraph.rank:
        return Heading(paragraph.rank, without_marks(paragraph.text.replace("\t", " ")))
    runs = _readable(paragraph.runs)
    if paragraph.note:
        runs = (Run(f"[{paragraph.note}]\t"), *runs)
    return Para(runs, paragraph.bullet)


def _grid(grid: Grid) -> PageGrid:
    width = len(grid.rows[0])
    header = tuple(words(_readable(cell)) for cell in grid.rows[0]) if grid.header else ("",) * width
    return PageGrid(header, tuple(tuple(map(_readable, row)) for row in grid.rows[grid.header :]))


def _readable(runs: Runs) -> Runs:
    return tuple(replace(run, text=without_marks(run.text.replace("\n", " "))) for run in runs)
