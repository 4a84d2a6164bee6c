"""Tables whose cells the extraction printed one below the other: "Council", "£100", "£200", "ICB", ..."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, pairwise

from clausekit.pages import Run
from clausekit.patterns import pattern
from clausekit.texts.openings import has_ended, label_of, refers_on
from clausekit.texts.printed import Printed
from clausekit.texts.shapes import Grid, Region

_FIGURE = pattern(r"[-−(]?£?[-−]?\d[\d,]*(?:\.\d+)?[mkMK]?%?\)?|[Nn]il|[Nn]one|[Nn]/[Aa]|[-–—]|\d[a-d]")
_MONEY = pattern(r"£|\d,\d{3}|\d%")
_DECIMAL = pattern(r"\d\.\d")
_YEAR = pattern(r"\d{4}(?:[/–-]\d{2,4})?")
_UNIT = pattern(r"[(]?(?:£[’'‘]?0{3}s?|£?[mk]|%|£ million|£|WTE|FTE)[)]?")
_TOTAL = pattern(
    r"(?:grand |overall |sub-? ?)?totals?\b|all\b|sum\b|gross\b|net\b|both\b|.*\b(?:sub-? ?)?totals?:?$",
    re.IGNORECASE,
)
_ABBREVIATED = pattern(r"\b(?:Ltd|Inc|Co|Corp|plc|Nos?|Ref|(?:[A-Z]\.)+[A-Z])\.$")
_LONGEST_LABEL = 70
_BROKEN = 24
"""The name of a row is broken after at least so many letters."""
_LONGEST_TITLE = 24
_FEWEST_ROWS = 3
_MANY = 3
_WIDEST = 9
_DOUBT = "The cells of this table were printed one below the other; its rows were told by their figures."


@dataclass(slots=True)
class _Table:
    """A table being read: where its first row begins, which of its columns hold figures, its rows."""

    start: int
    figures: tuple[int, ...]
    width: int
    rows: list[list[str]] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    whole: int = 0
    """How many of its rows have all cells."""

    def add(self, row: list[str], place: int) -> None:
        """Add a row that begins at a place."""
        self.rows.append(row)
        self.places.append(place)


def verticals_in(lines: Sequence[Printed], taken: set[int]) -> list[Region]:
    """Return the tables among lines with a cell on each line: rows of equally many words and figures."""
    cells, places = _with_whole_labels(lines, taken)
    shapes = "".join(
        "." if at in taken else _shape(cell.text, end - at + _is_between_figures(cells, number))
        for number, (cell, (at, end)) in enumerate(zip(cells, pairwise(places), strict=True))
    )
    found: list[Region] = []
    place = 0
    while place < len(cells):
        table, end = _table_at(cells, shapes, place)
        if table is None:
            place = max(end, place + 1)
            continue
        start, titles = _header(cells, shapes, table)
        found.append(Region(places[start], places[end], _grid(cells, start, titles, table)))
        place = end
    return found


def _with_whole_labels(lines: Sequence[Printed], taken: set[int]) -> tuple[list[Printed], list[int]]:
    """Return lines with what names a row on one, where it was printed on two and a figure follows; and the
    place of each, with that of the end."""
    cells: list[Printed] = []
    places: list[int] = []
    for place, (line, after) in enumerate(zip(lines, [*lines[1:], None], strict=False)):
        if (
            after is not None
            and _FIGURE.fullmatch(after.text)
            and places
            and places[-1] == place - 1
            and not taken.intersection((place - 1, place))
            and _is_broken(lines[place - 1].text, line.text)
        ):
            cells[-1] = replace(cells[-1], text=f"{cells[-1].text} {line.text}")
            continue
        cells.append(line)
        places.append(place)
    return cells, [*places, len(lines)]


def _is_broken(text: str, rest: str) -> bool:
    """Tell whether two lines are the name of a row, which was too long for one."""
    broken = len(text) >= _BROKEN and len(text) + len(rest) <= 2 * _LONGEST_LABEL
    return broken and text[0].isupper() and rest[0].islower() and not (has_ended(text) or has_ended(rest))


def _is_between_figures(cells: Sequence[Printed], at: int) -> bool:
    """Tell whether a text has a figure before it and after it, as what names a row has, which may be long."""
    return 0 < at < len(cells) - 1 and all(_FIGURE.fullmatch(cells[other].text) for other in (at - 1, at + 1))


def _shape(text: str, lines: int = 1) -> str:
    """Return what a text as long as so many lines is: a figure F, a unit U, words that may be a cell L, or no
    cell at all "."."""
    if _UNIT.fullmatch(text):
        return "U"
    if _FIGURE.fullmatch(text):
        return "F"
    is_label = len(text) <= lines * _LONGEST_LABEL and any(map(str.isalnum, text))
    ended = has_ended(text) and not _ABBREVIATED.search(text)
    asks = len(text) > 1 and refers_on(text)  # a row may be called "A"
    return "L" if is_label and not (ended or asks) else "."


def _table_at(lines: Sequence[Printed], shapes: str, start: int) -> tuple[_Table | None, int]:
    """Return the table whose first row begins at a place, None if there is none, and where it ends."""
    width = _width(lines, shapes, start)
    if not width:
        return None, start
    pattern = shapes[start : start + width]
    counted = pattern[0] == "F"
    table = _Table(start, tuple(at for at in range(1, width) if pattern[at] == "F"), width)
    end = start
    while end < len(lines):
        if shapes.startswith(pattern, end) and (not counted or lines[end].text == str(table.whole + 1)):
            table.add([line.text for line in lines[end : end + width]], end)
            table.whole += 1
            end += width
        elif size := _short_row(lines, shapes, end, table):
            table.add(_spread([line.text for line in lines[end : end + size]], table), end)
            end += size
        elif shapes[end] == "L" and shapes.startswith(pattern, end + 1) and not counted:
            table.add([lines[end].text, *[""] * (width - 1)], end)
            end += 1
        else:
            break
    surely = len(table.rows) >= _FEWEST_ROWS and _has_money(table)
    return (table, end) if surely or _is_titled(lines, shapes, table) else (None, start)


def _width(lines: Sequence[Printed], shapes: str, start: int) -> int:
    """Return how many cells the rows from a place have: the least number after which their shapes recur."""
    if shapes[start] != "L" and lines[start].text != "1":
        return 0
    if start and shapes[start - 1] == "F" and _MONEY.search(lines[start - 1].text):
        return 0  # what stands before would be a row, too
    return next((width for width in range(2, _WIDEST + 1) if _recurs(lines, shapes, start, width)), 0)


def _recurs(lines: Sequence[Printed], shapes: str, start: int, width: int) -> bool:
    """Tell whether the shapes of the first cells come again twice, or once before a total or with
    many figures."""
    pattern = shapes[start : start + width]
    if pattern[-1:] != "F" or "." in pattern or "U" in pattern:
        return False
    return shapes.startswith(pattern * 2, start + width) or (
        shapes.startswith(pattern, start + width)
        and (pattern.count("F") >= _MANY or _ends_in_total(lines, start + 2 * width))
    )


def _ends_in_total(lines: Sequence[Printed], place: int) -> bool:
    return place < len(lines) and _TOTAL.match(lines[place].text) is not None


def _short_row(lines: Sequence[Printed], shapes: str, start: int, table: _Table) -> int:
    """Return how many cells a row has whose empty cells were not printed, 0 if it is none."""
    end = start + 1
    while end < len(lines) and shapes[end] == "F" and end - start <= len(table.figures):
        end += 1
    figures = end - start - 1
    goes_on = end < len(lines) and shapes[end] == "F" and not lines[end].gap
    if shapes[start] != "L" or not figures or goes_on:
        return 0
    whole = figures == len(table.figures) < table.width - 1
    return end - start if whole or _TOTAL.match(lines[start].text) else 0


def _spread(cells: Sequence[str], table: _Table) -> list[str]:
    """Return a short row with its figures in the columns whose figures look most like them."""
    label, *figures = cells
    columns = max(
        combinations(table.figures, len(figures)),
        key=lambda chosen: (sum(map(_alike, figures, (table.rows[0][at] for at in chosen))), chosen),
    )
    row = [label, *[""] * (table.width - 1)]
    for column, figure in zip(columns, figures, strict=True):
        row[column] = figure
    return row


def _alike(figure: str, other: str) -> bool:
    """Tell whether two figures are printed alike: both money, both with a point, or neither."""
    return bool(_MONEY.search(figure)) == bool(_MONEY.search(other)) and ("." in figure) == ("." in other)


def _is_titled(lines: Sequence[Printed], shapes: str, table: _Table) -> bool:
    """Tell whether a table of some figures has a title for each of its columns: then two rows of many figures
    are enough, or some rows of at least two."""
    enough = len(table.rows) * len(table.figures) >= 2 * _MANY
    return enough and len(table.figures) > 1 and bool(_header(lines, shapes, table)[1])


def _has_money(table: _Table) -> bool:
    """Tell whether figures are such as tables have: money, or in several columns fractions."""
    figures = [" ".join(row[1:]) for row in table.rows]
    money = sum(_MONEY.search(row) is not None for row in figures)
    fractions = sum(_DECIMAL.search(row) is not None for row in figures)
    needed = len(table.rows) if table.width == len("LF") else _FEWEST_ROWS
    return money >= needed or (fractions >= needed and len(table.figures) > 1)


def _header(lines: Sequence[Printed], shapes: str, table: _Table) -> tuple[int, list[str]]:
    """Return where the titles of the columns begin, and those, with their units if such stand below each or
    below all of them; the first row and nothing if there are none."""
    end = table.start
    for titles, units in _headers(shapes, table):
        if titles[0] >= 0 and all(_is_title(lines, shapes, at) for at in titles):
            below = dict(zip(table.figures, units, strict=False))
            return titles[0], [
                " ".join(filter(None, (lines[at].text, lines[below[column]].text if column in below else "")))
                for column, at in enumerate(titles)
            ]
    return end, []


def _headers(shapes: str, table: _Table) -> Iterator[tuple[list[int], Sequence[int]]]:
    """Yield where the titles of the columns may stand before a table, and their units, if such do."""
    end, columns = table.start, len(table.figures)
    others = table.width - columns
    if shapes[:end].endswith("LU" * columns):
        below = list(range(end - 2 * columns, end, 2))
        yield [*range(below[0] - others, below[0]), *below], [at + 1 for at in below]
    elif shapes[:end].endswith("U" * columns):
        yield list(range(end - columns - table.width, end - columns)), range(end - columns, end)
    yield list(range(end - table.width, end)), ()


def _is_title(lines: Sequence[Printed], shapes: str, place: int) -> bool:
    """Tell whether a line may head a column: so does "Budget line", which elsewhere asks for a number."""
    text = lines[place].text
    label = label_of(text)
    if label is not None and label.is_division:
        return False
    asks = refers_on(text) and text[:1].isupper() and len(text) <= _LONGEST_TITLE
    return shapes[place] in "LU" or asks or _YEAR.fullmatch(text) is not None


def _grid(lines: Sequence[Printed], start: int, titles: Sequence[str], table: _Table) -> Grid:
    rows, places = list(table.rows), list(table.places)
    if titles:
        rows.insert(0, list(titles))
        places.insert(0, start)
    return Grid(
        [[(Run(cell),) for cell in row] for row in rows],
        [lines[place].line for place in places],
        header=bool(titles),
        doubt=_DOUBT,
        place=lines[start].place,
    )
