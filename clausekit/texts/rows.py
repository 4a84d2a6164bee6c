"""Rows of a table that is set with blanks: which lines belong together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from clausekit.patterns import pattern
from clausekit.texts.cells import Columns, is_row, pieces_of, placed_cells
from clausekit.texts.printed import Printed

_GOES_ON = pattern(
    r"(?:(?<!/)\b(?:of|the|and|or|for|to|in|by|with|a|an|on|at|from|its|their|that|which)|[,/–&-])$"
)
_QUOTED = pattern(r"[“\"][A-Z0-9][^“”\"]*[”\"]|[‘'][A-Z0-9][^‘']*[’']")
_OPENS_QUOTE = pattern(r"[“\"][A-Z0-9][^“”\"]*")
"""A term that goes on in the next line: "Data Protection" above "Legislation", in one pair of quotes."""
_NAMED = pattern(r"the [A-Z]")
_MEANS = pattern(r"(?:shall )?means?\b|(?:has|have|shall have) the (?:same )?meanings?\b")
_ENDED = pattern(r"[.;](?: and| or)?$")
_MAILBOX = pattern(r"\S+@\S+")
_SHORT_LAW = pattern(r"(?:19|20)\d\d (?:Act|Regulations|Order)\b")
"""A term that begins with a figure: "2006 Act"."""
_BEGINS_MEANING = pattern(r"(?:the|an?|any|all|each|either|both|every|those|what|such|has|means?)\b")
_LEADS_ON = pattern(
    r"\b(?:under|between|into|as|is|are|be|means|sets?|gives?|has|have|holds?|than|per|before|after|during|within"
    r"|through|over|about|against|towards|upon|all|any|each|not|only|if|when|where|who|whom)$"
)
"""What the first words of a noun may follow: a meaning that ends so goes on."""
_APART = 2
"""So many blanks stand between two columns at least."""
_WIDE = 25
"""Narrower columns break a line wherever they like."""
_FIGURE = pattern(
    r"(?!£[ ]?0{3})[(−–-]?[ ]?£?[ ]?[(−–-]?\d[\d,.]*(?:[ ]?(?:%|k|m|wte|fte))?[ ]?\)?|nil|none|n/a"
    r"|£?[ ]?[–—-]",
    re.IGNORECASE,
)
_YEAR = pattern(r"(?:19|20)\d\d")
_OF_WHICH = pattern(r"(?:of|for|from) (?:which|whom)\b|includ|less\b|plus\b", re.IGNORECASE)


def is_figure(text: str) -> bool:
    """Tell whether a cell holds a figure, or says that there is none."""
    return _FIGURE.fullmatch(text) is not None


def rows_of(lines: Sequence[Printed], columns: Columns) -> list[list[Printed]]:
    """Return the lines of each row: parted by empty lines, or by what begins in the first column."""
    parted = sum(line.gap for line in lines[1:]) > 1 and not _is_dense(lines)
    glossary = _is_glossary(lines, columns)
    named = _are_of_bodies(lines, columns)
    groups: list[list[Printed]] = []
    for line, after in zip(lines, (*lines[1:], None), strict=True):
        cells = placed_cells(line, columns)
        if (
            not groups
            or (parted and line.gap)
            or (line.gap and cells[0][:1].isupper() and any(map(is_figure, cells[1:])))
            or (line.gap and line.text[:1].isupper() and _ends_in_figure(groups[-1][-1]))
            or (not parted and _begins_row(cells, groups[-1], columns, glossary=glossary))
            or (named and _NAMED.match(cells[0]) is not None and not _goes_on_in(groups[-1][-1], columns))
            or (after is not None and _leads_to_figures(cells, placed_cells(after, columns)))
            or _defines(cells)
            or _has_figures_where(cells, groups[-1], columns)
        ):
            groups.append([])
        groups[-1].append(line)
    return groups


def _ends_in_figure(line: Printed) -> bool:
    """Tell whether a line is a whole row: words, then figures up to its end."""
    pieces = pieces_of(line)
    return len(pieces) > 1 and is_figure(pieces[-1].text)


def _has_figures_where(cells: Sequence[str], row: Sequence[Printed], columns: Columns) -> bool:
    """Tell whether a line has a figure in a column in which a row has one already: it is another row."""
    before = [placed_cells(line, columns) for line in row]
    return any(
        is_figure(cell) and any(is_figure(other[place]) for other in before)
        for place, cell in enumerate(cells)
        if place
    )


def _leads_to_figures(cells: Sequence[str], after: Sequence[str]) -> bool:
    """Tell whether a line is the first of a title of a row whose figures stand in the line after it."""
    first, *others = cells
    return (
        first[:1].isupper()
        and not any(others)
        and any(map(is_figure, after[1:]))
        and _goes_on(first, after[0])
    )


def _goes_on(before: str, text: str) -> bool:
    """Tell whether a title that a line begins goes on in the next."""
    return text[:1].islower() or (bool(text) and _GOES_ON.search(before) is not None)


def gapped(lines: Sequence[Printed]) -> list[list[Printed]]:
    """Return the groups of lines that empty lines part."""
    groups: list[list[Printed]] = []
    for line in lines:
        if line.gap or not groups:
            groups.append([])
        groups[-1].append(line)
    return groups


def form_rows(lines: Sequence[Printed]) -> list[list[Printed]]:
    """Return the rows of a table to be filled in: each line below the header begins one."""
    groups = [[lines[0]]]
    for before, line in pairwise(lines):
        if line.text[0].islower() or (before is not lines[0] and _GOES_ON.search(before.text)):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def is_form(lines: Sequence[Printed], columns: Columns) -> bool:
    """Tell whether below a header of several columns only the first is filled, in a table to be filled in."""
    first, second = columns[0], columns[1]
    return len(pieces_of(lines[0])) > 2 and all(
        line.indent == first[0] and line.end < second[0] for line in lines[1:]
    )


def _is_dense(lines: Sequence[Printed]) -> bool:
    """Tell whether rows follow each other without empty lines: more rows than groups."""
    rows = sum(is_row(line) for line in lines)
    return rows > 1.6 * len(gapped(lines))


def _is_glossary(lines: Sequence[Printed], columns: Columns) -> bool:
    """Tell whether most lines of two columns have a meaning in the second: "the board", "a day which"."""
    if len(columns) != 2:
        return False
    meanings = [cells[1] for line in lines if all(cells := placed_cells(line, columns))]
    begin = sum(_BEGINS_MEANING.match(one) is not None and _MEANS.match(one) is None for one in meanings)
    return 2 * begin > len(meanings)


def _are_of_bodies(lines: Sequence[Printed], columns: Columns) -> bool:
    """Tell whether rows are those of bodies that are called "the Council" or "the Trust": most lines begin
    so, and have something in each column."""
    rows = [placed_cells(line, columns) for line in lines]
    return sum(_NAMED.match(row[0]) is not None and all(row) for row in rows) * 2 > len(rows)


def _goes_on_in(line: Printed, columns: Columns) -> bool:
    return _GOES_ON.search(placed_cells(line, columns)[0]) is not None


def _begins_row(cells: Sequence[str], row: Sequence[Printed], columns: Columns, *, glossary: bool) -> bool:
    """Tell whether a line begins a row: it surely does if its first cell stood empty in the line before.

    Else the cells tell: those that go on with small letters speak against it; so do those of a ``glossary``
    for whose first words there was no room.
    """
    before = placed_cells(row[-1], columns)
    if not any(cells[1:]):
        return _OF_WHICH.match(cells[0]) is not None and any(map(is_figure, before[1:]))
    if not cells[0]:
        return False
    if not before[0] or _has_figures_below_titles(cells, before) or _stood_empty(cells, before):
        return True
    if cells[0][:1].isupper() and all(cells) and all(map(is_figure, before[1:])):
        return True
    if _GOES_ON.search(before[0]) or _leads_to_figures(before, cells):
        return False
    if _QUOTED.fullmatch(cells[0]) or (_OPENS_QUOTE.fullmatch(cells[0]) and _closes_quotes(before[0])):
        return True
    if _defines(placed_cells(row[0], columns)) and not glossary:
        return _defines(cells) or _ENDED.search(before[-1]) is not None
    filled = [cell for cell in cells if cell]
    going_on = sum(cell[0].islower() and not _MAILBOX.fullmatch(cell) for cell in filled)
    if len(filled) > 2 * going_on:
        return not (glossary and _had_no_room(cells, before, columns))
    ends = _was_broken_off(cells, before, columns) or _is_next_in_glossary(
        cells, before, columns, glossary=glossary
    )
    return (cells[0][0].isupper() or _SHORT_LAW.match(cells[0]) is not None) and ends


def _closes_quotes(cell: str) -> bool:
    return cell.count("“") == cell.count("”") and cell.count('"') % 2 == 0


def _stood_empty(cells: Sequence[str], before: Sequence[str]) -> bool:
    """Tell whether the second of two cells had ended one line before the first: it does not go on below."""
    return len(cells) == 2 and cells[1][:1].isalpha() and not before[1]


def _is_next_in_glossary(
    cells: Sequence[str], before: Sequence[str], columns: Columns, *, glossary: bool
) -> bool:
    """Tell whether a line has a term and the beginning of its meaning, and goes on with nothing.

    The term had room in the line before; in a ``glossary`` its meaning tells as well.
    """
    if len(cells) != 2 or not (cells[1] and before[1]) or _GOES_ON.search(before[1]):
        return False
    begins = _BEGINS_MEANING.match(cells[1]) is not None
    if glossary and begins and not _LEADS_ON.search(before[1]):
        return True
    return _has_room(cells, before, columns, 0) and (begins or cells[0].isupper())


def _had_no_room(cells: Sequence[str], before: Sequence[str], columns: Columns) -> bool:
    """Tell whether neither cell of a line had room in the line before, whose meaning has not ended."""
    going_on = cells[1][:1].isalpha() and not _BEGINS_MEANING.match(cells[1]) and not _ENDED.search(before[1])
    return going_on and not any(_has_room(cells, before, columns, place) for place in (0, 1))


def _has_room(cells: Sequence[str], before: Sequence[str], columns: Columns, place: int) -> bool:
    """Tell whether a cell in the line before a line had room for the first word of the cell below."""
    start, end = columns[place]
    width = columns[place + 1][0] - start - _APART if place + 1 < len(columns) else end - start
    return len(before[place]) + 1 + len(cells[place].split()[0]) <= width


def _has_figures_below_titles(cells: Sequence[str], before: Sequence[str]) -> bool:
    """Tell whether a line has figures below words, and words in half of its columns at most: "Payable on
    Council", "30 April   1,200"."""
    filled = [cell for cell in cells[1:] if cell]
    figures = sum(map(_is_sum, filled))
    return all(before) and not any(map(is_figure, before[1:])) and 0 < len(filled) <= 2 * figures


def _is_sum(cell: str) -> bool:
    return is_figure(cell) and not _YEAR.fullmatch(cell)


def _defines(cells: Sequence[str]) -> bool:
    """Tell whether a line has a term and the beginning of what it means."""
    return len(cells) == 2 and cells[0][:1].isalnum() and _MEANS.match(cells[1]) is not None


def _was_broken_off(cells: Sequence[str], before: Sequence[str], columns: Columns) -> bool:
    """Tell whether the line before a line ended its cells: by a stop, or though there was room for the next
    word."""
    if len(cells) != len(before) or not (cells[-1] and before[-1]):
        return False
    width = columns[-1][1] - columns[-1][0]
    has_room = len(before[-1]) + 1 + len(cells[-1].split()[0]) <= width
    return _ENDED.search(before[-1]) is not None or (len(cells) == 2 and width >= _WIDE and has_room)


def has_header(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first row is one of titles: words in three columns or more, or figures below."""
    if len(rows) < 2 or any(map(_is_sum, rows[0])):
        return False
    with_figures = sum(any(map(is_figure, row)) for row in rows[1:])
    return 2 * with_figures > len(rows) - 1 or (len(rows[0]) > 2 and all(rows[0]))


def are_in_doubt(rows: Sequence[Sequence[Printed]], columns: Columns) -> bool:
    """Tell whether rows may be parted wrongly: cells go over lines, and neither gap nor figure tells.

    A line with a figure is a row; one whose first cell is filled, with others, below another like it may be
    one or go on, unless terms in quotes tell.
    """
    if all(len(row) == 1 or all(line.gap for line in row[1:]) for row in rows):
        return False
    terms = [" ".join(placed_cells(line, columns)[0] for line in row).strip() for row in rows[1:]]
    if terms and all(map(_QUOTED.fullmatch, terms)):
        return False
    lines = [line for row in rows for line in row]
    return any(
        not line.gap and _may_begin(before, columns) and _may_begin(line, columns)
        for before, line in pairwise(lines[1:])
    )


def _may_begin(line: Printed, columns: Columns) -> bool:
    first, *others = placed_cells(line, columns)
    return bool(first) and any(others) and not any(map(is_figure, others))
