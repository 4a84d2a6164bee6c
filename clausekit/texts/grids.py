"""Tables that are set with blanks: lines whose words stand in columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from clausekit.pages import Run, Runs, words
from clausekit.patterns import pattern
from clausekit.texts.cells import Columns, Piece, cells_of, is_row, loosened, pieces_of, row_of
from clausekit.texts.openings import goes_on, has_ended, is_bullet, label_of
from clausekit.texts.printed import Printed
from clausekit.texts.rows import are_in_doubt, form_rows, gapped, has_header, is_figure, is_form, rows_of
from clausekit.texts.shapes import Grid, Region

_RULE = pattern(r"-{2,}(?:\s+-{2,})+")
_ANY_RULE = pattern(r"[-–—=]{3,}(?:\s+[-–—=]{3,})*")
"""Rules part the rows, too, and stand above and below a total."""
_CAPTION = pattern(r"(?:Table|TABLE|Figure|Chart) (?:\d{1,2}|[A-Z]\d?)(?::|\.? [–—-]) ?\S")
"""What begins another table, though no empty line is above it."""
_LONGEST_HEADER = 7
_LONGEST_TABLE = 100
"""More lines on one page are no table whose columns only their alignment shows."""
_LONGEST_GROUP = 40
_GUTTER = 2
_FEWEST_FULL = 3
_FEWEST_ALONE = 2
"""So many rows with a figure in each column tell the columns, fewer if nothing but figures stands in any."""
_DOUBT = "Where the rows of this table begin was told by their looks."


def grids_in(lines: Sequence[Printed], taken: set[int]) -> list[Region]:
    """Return the tables among lines, of which those ``taken`` are something else."""
    found: list[Region] = []
    place = 0
    while place < len(lines):
        if found and (longer := _gone_on(found[-1], lines, place, taken)):
            found[-1] = longer
            place = longer.end
            continue
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


def _gone_on(before: Region, lines: Sequence[Printed], place: int, taken: set[int]) -> Region | None:
    """Return a table with what follows on the next page below its repeated header, where its last row may go
    on; None if the header is not repeated there."""
    start = place + _repeated(before, lines, place)
    if start == place or start >= len(lines) or start in taken:
        return None
    more = _aligned(lines, start, taken, going_on=True)
    grid = before.grid
    if more is None or len(more.grid.rows[0]) != len(grid.rows[0]):
        return None
    rows, places = list(more.grid.rows), list(more.grid.lines)
    if not words(rows[0][0]):
        grid.rows[-1] = list(map(_put_together, grid.rows[-1], rows.pop(0)))
        places.pop(0)
    grid.rows += rows
    grid.lines += places
    return Region(before.start, more.end, grid)


def _repeated(before: Region, lines: Sequence[Printed], place: int) -> int:
    """Return how many lines at the beginning of a page repeat the first ones of the table before it."""
    if before.end != place or not lines[place].turned:
        return 0
    header = lines[before.start : before.start + _LONGEST_HEADER]
    pairs = zip(header, lines[place:], strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0].text.split() == pair[1].text.split(), pairs))


def _put_together(cell: Runs, more: Runs) -> Runs:
    """Return a cell of a row that the turn of the page has broken."""
    return (Run(f"{words(cell)} {words(more)}".strip()),)


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
    while end < len(lines) and (
        _is_rule(lines[end]) or (lines[end].indent >= left and cells_of(lines[end], columns) is not None)
    ):
        end += 1
    header = row_of(lines[start:place], columns)
    body = _without_rules(lines[place + 1 : end])
    groups = gapped(body) if any(line.gap for line in body[1:]) else [[line] for line in body]
    rows = [header, *(row_of(group, columns) for group in groups)]
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


# tables whose columns only their alignment shows


def _aligned(
    lines: Sequence[Printed], place: int, taken: set[int], *, going_on: bool = False
) -> Region | None:
    """Return the table that begins with a line, if its words and those below stand in columns.

    In one that is ``going_on`` from the page before, a line may have words in one column alone.
    """
    if not (going_on or is_row(lines[place])):
        return None
    end, columns = _extent(lines, place, taken)
    own = _without_rules(lines[place:end])
    if len(own) < 2:
        return None
    columns = _told_by_turns(own) or _told_by_figures(own, columns)
    if is_form(own, columns):
        rows = form_rows(own)
    elif _is_table(own, columns):
        rows = rows_of(own, columns)
    else:
        return None
    cells = [row_of(row, columns) for row in rows]
    grid = Grid(
        [[(Run(cell),) for cell in row] for row in cells],
        [row[0].line for row in rows],
        header=has_header(cells),
        doubt=_DOUBT if are_in_doubt(rows, columns) else "",
        place=own[0].place,
    )
    return Region(place, end, grid)


def _extent(lines: Sequence[Printed], place: int, taken: set[int]) -> tuple[int, Columns]:
    """Return where the lines end that stand in columns with the one at a place, and those columns."""
    left = lines[place].indent
    columns = [(piece.start, piece.end) for piece in pieces_of(lines[place])]
    end = place + 1
    while end < min(len(lines), place + _LONGEST_TABLE) and end not in taken:
        line = lines[end]
        if _CAPTION.match(line.text):
            break
        if _is_rule(line):
            end += 1
            continue
        row = is_row(line)
        if end == place + 1 and row:
            left = min(left, line.indent)  # the first column of a header may be empty
        if line.page != lines[place].page or line.indent < left - 1:
            break
        if not row and _begins_text(line) and not _goes_on_in_a_column(line, columns):
            break
        wider = _merged([*columns, *((piece.start, piece.end) for piece in pieces_of(line))])
        if len(wider) < len(columns) and (
            _stands_in(line, columns) or _reaches_over(line, lines[end + 1 : end + 2], columns)
        ):
            wider = columns
        if len(wider) < 2 or (
            line.gap and not row and not _heads_a_group(line, lines[end + 1 : end + 2], columns)
        ):
            break
        columns = wider
        end += 1
    return end, columns


def _heads_a_group(line: Printed, after: Sequence[Printed], columns: Columns) -> bool:
    """Tell whether a line by itself is the title of rows that follow, with figures where columns are."""
    if len(columns) < _FEWEST_FULL or len(line.text) > _LONGEST_GROUP:
        return False
    if has_ended(line.text) or goes_on(line.text) or label_of(line.text) is not None:
        return False
    return any(
        is_row(row)
        and row.page == line.page
        and is_figure(pieces_of(row)[-1].text)
        and len(_merged([*columns, *((piece.start, piece.end) for piece in pieces_of(row))])) == len(columns)
        for row in after
    )


def _is_rule(line: Printed) -> bool:
    return _ANY_RULE.fullmatch(line.text) is not None


def _without_rules(lines: Sequence[Printed]) -> list[Printed]:
    return [line for line in lines if not _is_rule(line)]


def _stands_in(line: Printed, columns: Columns) -> bool:
    """Tell whether the figures of a line end where columns do, however far its title reaches over them."""
    _, *others = loosened(line, columns)
    return bool(others) and all(
        is_figure(piece.text)
        and any(abs(piece.end - right) <= 1 or abs(piece.start - left) <= 1 for left, right in columns)
        for piece in others
    )


def _reaches_over(line: Printed, after: Sequence[Printed], columns: Columns) -> bool:
    """Tell whether the last words of a row reach over several columns, such as "met from the reserve", while
    the line after it has something in each."""
    *first, last = pieces_of(line)
    if len(columns) < _FEWEST_FULL or not first or is_figure(last.text):
        return False
    fit = [(piece.start, piece.end) for piece in first]
    full = [(piece.start, piece.end) for other in after for piece in pieces_of(other)]
    return len(full) == len(columns) == len(_merged([*columns, *fit])) == len(_merged([*columns, *full]))


def _told_by_turns(lines: Sequence[Printed]) -> Columns:
    """Return the columns of lines that all have as many pieces, however these are set; none if they have
    not."""
    rows = [pieces_of(line) for line in lines]
    if len({len(row) for row in rows}) > 1 or len(rows[0]) < _FEWEST_FULL:
        return []
    spans = [
        (min(one.start for one in each), max(one.end for one in each)) for each in zip(*rows, strict=True)
    ]
    return spans if all(after[0] > before[1] for before, after in pairwise(spans)) else []


def _told_by_figures(lines: Sequence[Printed], columns: Columns) -> Columns:
    """Return the columns that the fullest rows of figures stand in, if a long title hides some of them."""
    rows = [pieces for line in lines if is_figure((pieces := pieces_of(line))[-1].text)]
    widest = max(map(len, rows), default=0)
    full = [pieces for pieces in rows if len(pieces) == widest]
    alone = len(full) == len(rows) and all(is_figure(piece.text) for pieces in full for piece in pieces)
    if widest <= len(columns) or len(full) < (_FEWEST_ALONE if alone else _FEWEST_FULL):
        return columns
    own = _merged([(piece.start, piece.end) for pieces in full for piece in pieces], gutter=1)
    return own if len(own) == widest else columns


def _goes_on_in_a_column(line: Printed, columns: Columns) -> bool:
    """Tell whether a line that follows directly begins where a column but the first does."""
    return not line.gap and any(abs(line.indent - start) <= 1 for start, _ in columns[1:])


def _begins_text(line: Printed) -> bool:
    """Tell whether a line without cells begins what comes after a table: an item, a clause, a schedule."""
    label = label_of(line.text)
    if label is None:
        return is_bullet(line.text)
    if label.gap or (label.is_division and not line.text.islower()):
        return True
    number = label.typed
    return number is not None and (len(number.path) > 1 or label.rest.isupper()) and label.rest[:1].isupper()


def _merged(spans: Sequence[tuple[int, int]], gutter: int = _GUTTER) -> list[tuple[int, int]]:
    """Return the columns that pieces take together: those with less than a gutter between them are one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1] + gutter:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def _is_table(lines: Sequence[Printed], columns: Columns) -> bool:
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
