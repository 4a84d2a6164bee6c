"""Tables whose cells are parted by tabs, as they come when a Word file is saved as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clausekit.pages import Run
from clausekit.patterns import pattern
from clausekit.texts.openings import has_ended, label_of
from clausekit.texts.printed import Printed
from clausekit.texts.rows import has_header, is_figure
from clausekit.texts.shapes import Grid, Region

_FEWEST_ROWS = 2
_WIDE = 3
"""Lines of so many cells are a table, whatever stands in them; of fewer only if figures do."""
_TITLED = 2
_LONGEST_BAND = 60
_A_LIST = 3
_TERM = pattern(r"[“\"‘']?[A-Z0-9][^.;:]{0,60}:?")
_TERMS = pattern(
    r"(?:defined )?(?:terms?|expressions?|words?|phrases?)(?: (?:or|and) (?:terms?|phrases?))?", re.IGNORECASE
)
_MEANINGS = pattern(
    r"(?:its )?(?:meanings?|definitions?|interpretation|explanation)|what (?:it|they|this|we) means?",
    re.IGNORECASE,
)
_MEANING = pattern(
    r"[a-z“\"‘'£\d(]|(?:The|An?|Each|Every|Any|All|Those|One|Has|Means|As|Either|Both|What|Such|This|Someone)\b"
)
_BARE = pattern(r"\d{1,2}")
_CAPTION = pattern(r"(?:table|figure|chart) [\w.-]{1,5}:?", re.IGNORECASE)
_ITEM = pattern(r"\(?(?:[a-z]|[ivx]{1,5}|\d{1,3}(?:\.\d{1,3})*)[.)]|\d{1,3}(?:\.\d{1,3})+|[•–-]")
_TITLE_OF_NUMBERS = pattern(r"(?:no|nos|number|ref|item|version|issue|revision|draft|#)\b\.?", re.IGNORECASE)


def tabbed_in(lines: Sequence[Printed], taken: set[int]) -> list[Region]:
    """Return the tables among lines whose cells tabs part, of which those ``taken`` are something else."""
    found: list[Region] = []
    place = 0
    while place < len(lines):
        end = _end(lines, place, taken)
        for first, last in _between_paragraphs(lines, place, end):
            if _is_table(lines[first:last]):
                found.append(Region(first, last, _grid(lines[first:last])))
        place = max(end, place + 1)
    return found


def _between_paragraphs(lines: Sequence[Printed], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where lines with tabs stand together between numbered paragraphs, whose numbers too have tabs.

    Below the title "No." numbers are those of rows.
    """
    while start < end:
        cells = lines[start].tabbed
        if cells and _TITLE_OF_NUMBERS.match(cells[0]):
            yield start, end
            return
        last = start
        while last < end and not (_is_paragraph(lines[last]) or _is_title(lines, last)):
            last += 1
        if last > start:
            yield start, last
        start = last + 1


def _is_paragraph(line: Printed) -> bool:
    """Tell whether a line is a number with words after it, and no more cells; one without a mark has a
    sentence after it."""
    cells = _indented(line.tabbed)
    if len(cells) != _TITLED or is_figure(cells[1]):
        return False
    bare = _BARE.fullmatch(cells[0]) is not None and has_ended(cells[1])
    return bare or _ITEM.fullmatch(cells[0]) is not None


def _is_title(lines: Sequence[Printed], place: int) -> bool:
    """Tell whether a line is the caption of a table, or a number with the title of what follows."""
    cells = _indented(lines[place].tabbed)
    if len(cells) != _TITLED or is_figure(cells[1]):
        return False
    if _CAPTION.fullmatch(cells[0]):
        return True
    label = label_of("\t".join(cells))
    if label is None or label.typed is None or label.text != cells[0]:
        return False
    wider = place + 1 < len(lines) and len(_indented(lines[place + 1].tabbed)) > _TITLED
    return label.typed.titled or wider


def _indented(cells: Sequence[str]) -> Sequence[str]:
    """Return the cells of a line without the empty ones before the first, which are but an indent."""
    return cells[next((at for at, cell in enumerate(cells) if cell), 0) :]


def _end(lines: Sequence[Printed], start: int, taken: set[int]) -> int:
    """Return where the lines with tabs end that begin at a place; one of words alone may band rows."""
    end = start
    while end < len(lines) and end not in taken and not (end > start and lines[end].gap):
        if _begins_division(lines[end]) or (not lines[end].tabbed and not _is_band(lines, end, start)):
            break
        end += 1
    while end > start and not lines[end - 1].tabbed:
        end -= 1
    return end


def _begins_division(line: Printed) -> bool:
    """Tell whether a line is the heading of a schedule or the like, with a tab after its number."""
    label = label_of(line.text)
    apart = label is not None and (label.gap or line.tabbed[:1] == (label.text,))
    return label is not None and label.is_division and apart


def _is_band(lines: Sequence[Printed], place: int, start: int) -> bool:
    """Tell whether a line without tabs stands as a heading between two rows of a table: "Funded by:"."""
    text = lines[place].text
    follows = place + 1 < len(lines) and bool(lines[place + 1].tabbed) and not lines[place + 1].gap
    ended = has_ended(text) and not text.endswith(":")
    return place > start + 1 and follows and len(text) <= _LONGEST_BAND and not ended and not label_of(text)


def _is_table(lines: Sequence[Printed]) -> bool:
    """Tell whether lines are rows: not numbered paragraphs, whose numbers too have a tab after them."""
    rows = [line.tabbed for line in lines if line.tabbed]
    if len(rows) < _FEWEST_ROWS:
        return False
    numbered = sum(_ITEM.fullmatch(row[0]) is not None for row in rows)
    if numbered * 2 > len(rows) and not _TITLE_OF_NUMBERS.match(rows[0][0]):
        return False
    width = max(map(len, rows))
    if width >= _WIDE:
        return sum(len(row) == width for row in rows) * 2 >= len(rows)
    return (
        _heads_definitions(rows[0])
        or _defines(rows)
        or sum(is_figure(row[-1]) for row in rows) >= max(_FEWEST_ROWS, len(rows) - 1)
    )


def _heads_definitions(row: Sequence[str]) -> bool:
    """Tell whether a row has the titles of a list of definitions: "Term", "Meaning"."""
    return len(row) == 2 and bool(_TERMS.fullmatch(row[0]) and _MEANINGS.fullmatch(row[1]))


def _defines(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether rows have terms with what they mean: a capital on the left, on the right small letters, or
    words with which meanings begin."""
    whole = [row for row in rows if len(row) == 2]
    meanings = sum(_MEANING.match(row[1]) is not None for row in whole)
    return (
        len(whole) >= _A_LIST and all(_TERM.fullmatch(row[0]) for row in whole) and meanings * 2 > len(whole)
    )


def _grid(lines: Sequence[Printed]) -> Grid:
    width = max(len(line.tabbed) for line in lines)
    whole = [line.tabbed for line in lines if len(line.tabbed) == width]
    rows = [_spread(line.tabbed or (line.text,), whole, width) for line in lines]
    return Grid(
        [[(Run(cell),) for cell in row] for row in rows],
        [line.line for line in lines],
        header=has_header(rows),
        place=lines[0].place,
    )


def _spread(cells: Sequence[str], whole: Sequence[Sequence[str]], width: int) -> list[str]:
    """Return a row with all its cells; where cells were merged, the figures are rather those of the last
    columns if in the first ones whole rows have no figures."""
    empty = [""] * (width - len(cells))
    beside = [row[len(cells) - 1] for row in whole]
    figures = [cell for cell in beside if is_figure(cell)]
    alike = sum(("." in cell) == ("." in cells[-1]) for cell in figures)
    if empty and is_figure(cells[-1]) and 2 * alike < len(whole):
        return [cells[0], *empty, *cells[1:]]
    return [*cells, *empty]
