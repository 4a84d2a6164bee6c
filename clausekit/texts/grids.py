"""Tables that are set with blanks: lines whose words stand in columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from clausekit.pages import Run
from clausekit.texts.openings import is_bullet, label_of
from clausekit.texts.printed import Printed
from clausekit.texts.shapes import Grid

_PIECE = re.compile(r"\S+(?: \S+)*")
_RULE = re.compile(r"-{2,}(?:\s+-{2,})+")
_FILLER = re.compile(r"[._…\s]+")
_LONGEST_HEADER = 7
_LONGEST_TABLE = 300
"""More lines on one page are no table whose columns only their alignment shows."""
_GUTTER = 2
_NARROW = 3
"""A gap of so many blanks parts two cells wherever it stands; a smaller one may be in a justified line."""
_GOES_ON = re.compile(
    r"(?:\b(?:of|the|and|or|for|to|in|by|with|a|an|on|at|from|its|their|that|which)|[,/–&-])$"
)
_FIGURE = re.compile(r"[£(-]?[£\d][\d,.]*[%)kKmM]*|nil|n/a|–|-", re.IGNORECASE)


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


@dataclass(frozen=True, slots=True)
class Region:
    """The lines from ``start`` to ``end`` that are a table."""

    start: int
    end: int
    grid: Grid


def grids_in(lines: Sequence[Printed], taken: set[int]) -> list[Region]:
    """Return the tables among lines, of which those ``taken`` are something else."""
    found: list[Region] = []
    place = 0
    while place < len(lines):
        region = None if place in taken else (_ruled(lines, place) or _aligned(lines, place, taken))
        if region is None:
            place += 1
            continue
        if found and region.start < found[-1].end:
            place += 1
            continue
        _add(found, region, lines)
        place = region.end
    return found


def _add(found: list[Region], region: Region, lines: Sequence[Printed]) -> None:
    """Add a table; one that goes on over the turn of a page is one, its header repeated or not."""
    before = found[-1] if found else None
    if (
        before is not None
        and before.end == region.start
        and lines[region.start].turned
        and len(before.grid.rows[0]) == len(region.grid.rows[0])
    ):
        repeated = region.grid.rows[0] == before.grid.rows[0]
        before.grid.rows += region.grid.rows[repeated:]
        before.grid.lines += region.grid.lines[repeated:]
        found[-1] = Region(before.start, region.end, before.grid)
    else:
        found.append(region)


# tables under a rule of dashes


def _ruled(lines: Sequence[Printed], place: int) -> Region | None:
    """Return the table whose rule of dashes comes next after a line: header, rule, rows."""
    start, place = place, _rule_below(lines, place)
    if not place:
        return None
    columns = [(piece.start, piece.end) for piece in _dashes(lines[place])]
    left = columns[0][0]
    if any(line.indent < left for line in lines[start:place]):
        return None
    end = place + 1
    while end < len(lines) and lines[end].indent >= left and _cells(lines[end], columns) is not None:
        end += 1
    header = _row(lines[start:place], columns)
    body = lines[place + 1 : end]
    groups = _gapped(body) if any(line.gap for line in body[1:]) else [[line] for line in body]
    rows = [header, *(_row(group, columns) for group in groups)]
    grid = Grid(
        [[(Run(cell),) for cell in row] for row in rows],
        [lines[start].line, *(group[0].line for group in groups)],
        header=any(header),
        place=lines[start].place,
    )
    return Region(start, end, grid)


def _rule_below(lines: Sequence[Printed], start: int) -> int:
    """Return the place of the rule of dashes below a header that begins at a line, 0 if there is none."""
    for place in range(start + 1, min(len(lines), start + _LONGEST_HEADER)):
        if lines[place].gap:
            return 0
        if _RULE.fullmatch(lines[place].text):
            return place
    return 0


def _dashes(line: Printed) -> list[Piece]:
    return [
        Piece(found[0], line.indent + found.start(), line.indent + found.end())
        for found in re.finditer(r"-+", line.text)
    ]


def _gapped(lines: Sequence[Printed]) -> list[list[Printed]]:
    """Return the groups of lines that empty lines part."""
    groups: list[list[Printed]] = []
    for line in lines:
        if line.gap or not groups:
            groups.append([])
        groups[-1].append(line)
    return groups


# tables whose columns only their alignment shows


def _aligned(lines: Sequence[Printed], place: int, taken: set[int]) -> Region | None:
    """Return the table that begins with a line, if its words and those below stand in columns."""
    if not _is_row(lines[place]):
        return None
    left = lines[place].indent
    spans = [(piece.start, piece.end) for piece in pieces_of(lines[place])]
    end = place + 1
    while end < min(len(lines), place + _LONGEST_TABLE) and end not in taken:
        line = lines[end]
        row = _is_row(line)
        if line.page != lines[place].page or line.indent < left - 1 or (not row and _begins_text(line)):
            break
        wider = _merged([*spans, *((piece.start, piece.end) for piece in pieces_of(line))])
        if len(wider) < 2 or (line.gap and not row):
            break
        spans = wider
        end += 1
    if end == place + 1 or not (_is_form(lines[place:end], spans) or _is_table(lines[place:end], spans)):
        return None
    form = _is_form(lines[place:end], spans)
    rows = _form_rows(lines[place:end]) if form else _rows(lines[place:end], spans)
    doubt = "" if all(group[0].gap for group in rows[1:]) else "Rows were told apart by their looks."
    cells = [_row(group, spans) for group in rows]
    return Region(
        place,
        end,
        Grid(
            [[(Run(cell),) for cell in row] for row in cells],
            [group[0].line for group in rows],
            header=_has_header(cells),
            doubt=doubt,
            place=lines[place].place,
        ),
    )


def _is_row(line: Printed) -> bool:
    """Tell whether a line has cells: pieces far apart, of which the first is no number of a clause."""
    if "  " not in line.text:
        return False
    pieces = pieces_of(line)
    label = label_of(line.text)
    if is_bullet(line.text) or (label is not None and label.gap):
        pieces = pieces[1:]
    if any(_FILLER.fullmatch(piece.text) for piece in pieces):
        return False
    gaps = [after.start - before.end for before, after in pairwise(pieces)]
    return bool(gaps) and max(gaps) >= _NARROW


def _begins_text(line: Printed) -> bool:
    label = label_of(line.text)
    return is_bullet(line.text) or (label is not None and label.gap)


def _merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the columns that pieces take together: those with less than a gutter between them are one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1] + _GUTTER:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def _is_form(lines: Sequence[Printed], columns: Sequence[tuple[int, int]]) -> bool:
    """Tell whether below a header of several columns only the first is filled, in a table to be filled in."""
    first, second = columns[0], columns[1]
    return len(pieces_of(lines[0])) > 2 and all(
        line.indent == first[0] and line.end < second[0] for line in lines[1:]
    )


def _is_table(lines: Sequence[Printed], columns: Sequence[tuple[int, int]]) -> bool:
    """Tell whether in each column at least two lines begin or end at the same place."""
    for column in columns[1:]:
        inside = [
            piece
            for line in lines
            for piece in pieces_of(line)
            if column[0] <= piece.start and piece.end <= column[1]
        ]
        starts, ends = [piece.start for piece in inside], [piece.end for piece in inside]
        if len(inside) < 2 or max(_most(starts), _most(ends)) < 2:
            return False
    return True


def _most(places: Sequence[int]) -> int:
    return max((sum(abs(place - other) <= 1 for other in places) for place in set(places)), default=0)


def _rows(lines: Sequence[Printed], columns: Sequence[tuple[int, int]]) -> list[list[Printed]]:
    """Return the lines of each row: parted by empty lines, or by what begins in the first column."""
    if sum(line.gap for line in lines[1:]) > 1 and not _is_dense(lines):
        return _gapped(lines)
    groups: list[list[Printed]] = []
    for line in lines:
        cells = _cells(line, columns) or [""] * len(columns)
        if not groups or _begins_row(cells, groups[-1], columns):
            groups.append([])
        groups[-1].append(line)
    return groups


def _form_rows(lines: Sequence[Printed]) -> list[list[Printed]]:
    """Return the rows of a table to be filled in: each line below the header begins one."""
    groups = [[lines[0]]]
    for before, line in pairwise(lines):
        if line.text[0].islower() or (before is not lines[0] and _GOES_ON.search(before.text)):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _is_dense(lines: Sequence[Printed]) -> bool:
    """Tell whether rows follow each other without empty lines: more rows than groups."""
    rows = sum(_is_row(line) for line in lines)
    return rows > 1.6 * len(_gapped(lines))


def _begins_row(cells: Sequence[str], row: Sequence[Printed], columns: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a line begins a row: it surely does if its first cell stood empty in the line before.

    Else the cells tell: those that go on with small letters, or after "of the", speak against it.
    """
    before = _cells(row[-1], columns) or [""] * len(columns)
    if not cells[0] or not any(cells[1:]):
        return False
    if not before[0]:
        return True
    if _GOES_ON.search(before[0]):
        return False
    filled = [(cell, part) for cell, part in zip(cells, before, strict=True) if cell]
    going_on = sum(cell[0].islower() or bool(_GOES_ON.search(part)) for cell, part in filled)
    return len(filled) > 2 * going_on


def _has_header(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first row is one of titles: words in three columns or more, or figures below."""
    if len(rows) < 2 or any(_FIGURE.fullmatch(cell) for cell in rows[0]):
        return False
    figures = all(any(_FIGURE.fullmatch(cell) for cell in row) for row in rows[1:])
    return figures or (len(rows[0]) > 2 and all(rows[0]))


def _cells(line: Printed, columns: Sequence[tuple[int, int]]) -> list[str] | None:
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


def _row(lines: Sequence[Printed], columns: Sequence[tuple[int, int]]) -> list[str]:
    """Return the cells of a row of one line or more."""
    found = [""] * len(columns)
    for line in lines:
        for place, cell in enumerate(_cells(line, columns) or [line.text]):
            joined = found[place] if not cell else f"{found[place]} {cell}"
            found[place] = joined.strip()
    return found
