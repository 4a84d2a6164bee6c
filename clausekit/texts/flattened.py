"""Tables of which the extraction left nothing but the words of their cells, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from clausekit.recognition.signatures import asks_to_fill_in, is_signature
from clausekit.texts.openings import has_ended, label_of
from clausekit.texts.shapes import Paragraph, Shape

_FIGURE = re.compile(r"£?[\d,.]*\d[%kKmM]?|nil|n/a|[–-]", re.IGNORECASE)
_LONGEST_CELL = 60
_FEWEST = 6
_FEWEST_WITH_FIGURES = 4
_DOUBT = "These short lines look like a table whose rows and columns the extraction has lost."


def with_doubts(shapes: Sequence[Shape]) -> Iterator[Shape]:
    """Yield the shapes; the first line of what was a table says so, and all its lines are cells."""
    run: list[Paragraph] = []
    begun = False  # what stands before the first number is on the cover
    for shape in shapes:
        begun = begun or (isinstance(shape, Paragraph) and "\t" in shape.text and not shape.contents)
        if begun and isinstance(shape, Paragraph) and _may_be_cell(shape):
            run.append(shape)
            continue
        yield from _judged(run)
        run = []
        yield shape
    yield from _judged(run)


def _judged(run: Sequence[Paragraph]) -> Iterable[Paragraph]:
    figures = sum(bool(_FIGURE.fullmatch(cell.text)) for cell in run)
    if len(run) >= _FEWEST or (figures > 1 and len(run) >= _FEWEST_WITH_FIGURES):
        run[0].doubt = _DOUBT
        for cell in run:
            cell.cell = True
    return run


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
        and label_of(text) is None
    )
