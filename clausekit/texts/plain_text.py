"""Plain text, also text extracted from a PDF, as paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clausekit.patterns import pattern
from clausekit.texts.beside import one_after_other
from clausekit.texts.columns import one_column
from clausekit.texts.contents import contents_in, with_entries_apart, with_pages, without_page
from clausekit.texts.detached import with_their_words
from clausekit.texts.figures import figures_in
from clausekit.texts.flattened import with_doubts
from clausekit.texts.glossaries import with_terms_apart
from clausekit.texts.grids import grids_in
from clausekit.texts.joining import joined
from clausekit.texts.margins import with_numbers_in_turn
from clausekit.texts.notes import Note, with_marks, without_notes
from clausekit.texts.openings import label_of
from clausekit.texts.piped import piped_in
from clausekit.texts.printed import (
    Printed,
    printed,
    with_hyphens,
    with_letters,
    without_double_spacing,
    without_stars,
)
from clausekit.texts.recurring import recurring_in
from clausekit.texts.running import without_running
from clausekit.texts.shapes import Paragraph, Region, Shape, plain
from clausekit.texts.splitting import parted
from clausekit.texts.tabs import tabbed_in
from clausekit.texts.verticals import verticals_in

_IN_COLUMNS = "This page seems to have two columns; the left one is read before the right one."
_BLANKS = pattern(r" {2,}")


def shapes_of_text(text: str) -> list[Shape]:
    """Return the paragraphs and tables of a plain text, in order; after them its notes and margins."""
    body, running = without_running(
        without_double_spacing(printed(with_hyphens(with_letters(without_stars(text)))))
    )
    unglued, in_columns = one_column(body)
    apart, notes = without_notes(one_after_other(unglued))
    lines = with_entries_apart(apart)
    for place, line in enumerate(lines):
        line.place = place
    listed = contents_in(lines)
    regions = piped_in(lines, listed)
    tabled = _places(regions)
    regions += tabbed_in(lines, listed | tabled)
    tabled |= _places(regions)
    regions += grids_in(lines, listed | tabled)
    tabled |= _places(regions)
    regions += figures_in(lines, listed | tabled)
    tabled |= _places(regions)
    regions += recurring_in(lines, listed | tabled)
    tabled |= _places(regions)
    regions += verticals_in(lines, listed | tabled)
    tabled |= _places(regions)
    for region in regions:
        if region.end < len(lines):
            lines[region.end].gap = True
    with_terms_apart([line for at, line in enumerate(lines) if at not in listed])
    prose = [line for at, line in enumerate(lines) if at not in listed and at not in tabled]
    entries = _contents([line for at, line in enumerate(lines) if at in listed])
    shapes: list[Shape] = [region.grid for region in regions]
    shapes += entries
    shapes += parted(
        joined(with_their_words(with_numbers_in_turn(prose))), [_title(entry) for entry in entries]
    )
    shapes.sort(key=lambda shape: shape.place)
    found = [*with_doubts(with_marks(shapes)), *map(_note, notes), *map(_margin, running)]
    for shape in found:
        if shape.first_line in in_columns:
            shape.doubt = _IN_COLUMNS
    return found


def _places(regions: Iterable[Region]) -> set[int]:
    return {place for region in regions for place in range(region.start, region.end)}


def _contents(lines: Sequence[Printed]) -> list[Paragraph]:
    found = []
    for line in with_their_words(with_pages(lines)):
        entry = plain(_BLANKS.sub("\t", line.text), line)
        entry.contents = True
        found.append(entry)
    return found


def _title(entry: Paragraph) -> str:
    """Return the heading that an entry of a table of contents names."""
    label = label_of(entry.text)
    return without_page(label.rest if label else entry.text)


def _note(note: Note) -> Paragraph:
    words = " ".join(paragraph.text for paragraph in joined(note.lines))
    found = plain(words, note.lines[0])
    found.note = note.number
    return found


def _margin(line: Printed) -> Paragraph:
    found = plain(_BLANKS.sub("\t", line.text), line)
    found.margin = True
    return found
