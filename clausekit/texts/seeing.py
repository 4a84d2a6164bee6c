"""A reading from the paragraphs and tables of a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from clausekit.pages import Run, Runs
from clausekit.reading import NOTE_MARK, Block, Cell, Look, Passage, Reading, Row, Span, Table
from clausekit.recognition.lines import BlockLines, CellLines, Layout, Line, RowLines, TableLines
from clausekit.recognition.structure import Structure, is_structured
from clausekit.texts.notes import pieces_with_notes
from clausekit.texts.openings import label_of
from clausekit.texts.printed import BULLET
from clausekit.texts.shapes import Grid, Paragraph, Shape

_COLUMN = 120
"""The width of a character, in twentieths of a point."""
_PLAIN, _BOLD = Look(), Look(bold=True)


def reading_of(shapes: Sequence[Shape], *, shows_bold: bool) -> Reading:
    """Return the reading of a text; ``shows_bold`` tells whether it would show bold type."""
    lines: list[BlockLines] = []
    notes: dict[str, tuple[Block, ...]] = {}
    margins: list[Block] = []
    bullets: list[Line] = []
    for shape in shapes:
        if isinstance(shape, Grid):
            lines.append(_table(shape, shows_bold))
        elif shape.margin:
            margins.append(_passage(_line(shape, shows_bold)))
        elif shape.note:
            notes[_key(shape.note)] = (_passage(_line(shape, shows_bold)),)
        else:
            line = _line(shape, shows_bold)
            lines.append(line)
            if shape.bullet:
                bullets.append(line)
    Structure({}).see(lines)
    for line in bullets:
        if not (line.label or line.signature or line.heading):
            line.label = BULLET
    return Reading(
        body=tuple(_frozen(lines)),
        notes=notes,
        margins={"margins": tuple(margins)} if margins else {},
        structured=is_structured(lines),
    )


def _key(note: int) -> str:
    return f"footnote:{note}"


def _line(paragraph: Paragraph, shows_bold: bool) -> Line:
    numbered = paragraph.rank and label_of(paragraph.text) is not None
    layout = Layout(
        style_name="Title" if paragraph.rank == 1 and not numbered else "",
        indent=paragraph.indent * _COLUMN,
        outline=max(0, paragraph.rank - 2) if paragraph.rank else None,
        plain=not shows_bold,
    )
    line = _words(paragraph.runs, layout, paragraph.line, 0 if paragraph.cell else None)
    if line.text.startswith(f"{BULLET}\t"):
        line.label, line.typed = BULLET, 2
    line.contents = paragraph.contents
    line.doubtful = paragraph.cell or bool(paragraph.doubt)
    return line


def _words(runs: Runs, layout: Layout, place: int, column: int | None = None) -> Line:
    spans: list[Span] = []
    pieces: list[str] = []
    start = 0
    for run in runs:
        for piece, note in pieces_with_notes(run.text):
            look = _BOLD if run.bold else _PLAIN
            spans.append(Span(start, start + len(piece), look, note=_key(note) if note else ""))
            pieces.append(NOTE_MARK if note else piece)
            start += len(piece)
    return Line((), layout, "".join(pieces), tuple(spans), line=place, column=column)


def _table(grid: Grid, shows_bold: bool) -> TableLines:
    layout = Layout(plain=not shows_bold)
    rows = [
        RowLines(
            None,
            [
                CellLines(None, [_words(part, layout, line, column) for part in _parts(cell)], 1, False)
                for column, cell in enumerate(row)
            ],
            grid.header and place == 0,
            None,
        )
        for place, (row, line) in enumerate(zip(grid.rows, grid.lines, strict=True))
    ]
    table = TableLines(None, rows, "", "")
    for row in rows:
        for cell in row.cells:
            for line in cell.blocks:
                if isinstance(line, Line):
                    line.doubtful = bool(grid.doubt)
    return table


def _parts(cell: Runs) -> Iterator[Runs]:
    """Yield the paragraphs of a cell, which line breaks part."""
    part: list[Run] = []
    for run in cell:
        first, *others = run.text.split("\n")
        part.append(replace(run, text=first))
        for words in others:
            yield tuple(part)
            part = [replace(run, text=words)]
    yield tuple(part)


def _frozen(lines: Iterable[BlockLines]) -> Iterator[Block]:
    for block in lines:
        yield _passage(block) if isinstance(block, Line) else _frozen_table(block)


def _passage(line: Line) -> Passage:
    return Passage(
        text=line.text,
        spans=line.spans,
        style=line.layout.style_name,
        level=line.level,
        indent=line.layout.indent,
        label=line.label,
        number=line.number,
        typed=line.typed,
        division=line.division,
        heading=line.heading,
        contents=line.contents,
        term=line.term,
        line=line.line,
        signature=line.signature,
        doubtful=line.doubtful,
    )


def _frozen_table(table: TableLines) -> Table:
    rows = (
        Row(tuple(Cell(tuple(_frozen(cell.blocks))) for cell in row.cells), row.header) for row in table.rows
    )
    return Table(tuple(rows), division=table.division, holds_text=table.holds_text)
