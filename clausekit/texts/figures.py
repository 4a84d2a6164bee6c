"""Tables of figures whose columns the extraction pushed together: "Council £100 £200", line below line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausekit.pages import Run, Runs
from clausekit.patterns import pattern
from clausekit.recognition.calendar import MONTHS
from clausekit.texts.openings import label_of
from clausekit.texts.printed import Printed
from clausekit.texts.shapes import Grid, Region

_FIGURE = r"(?:[-(]?£?\d[\d,]*(?:\.\d+)?[mkMK]?%?\)?|\d{4}[/–-]\d{2,4}|[Nn]il|[Nn]/[Aa])"
_ROW = pattern(
    r"(?P<words>\d{4}[/–-]\d{2,4}|\d{1,2}(?=\s+£?\d{1,3},\d{3})|(?:\d{1,2}\b)?[^\d£,%.].{0,80}?)"
    rf"(?P<figures>(?:\s+{_FIGURE}){{1,12}})"
)
_MONTH = pattern(r"\b\d{1,2} (?:" + "|".join(MONTHS) + r")$", re.IGNORECASE)
_YEAR = pattern(r"20\d\d(?:[/–-]\d{2,4})?")
_DATED = pattern(r"\d{1,2} \d{1,2} [A-Z][a-z]{2,8} \d{4}")
"""A row of instalments: their number, and the day on which each falls due."""
_NUMBERED = pattern(r"\d{1,2}(?: to |[-–/ ]|$)")
_COUNT = pattern(r"(\d{1,2})\b")
_TOTAL = pattern(r"(?:grand |overall )?totals?\b|all\b", re.IGNORECASE)
_MONEY = pattern(r"[£%]|\d,\d{3}|[Nn]il")
_FEWEST = 2
_FEWEST_OF_ONE = 3
_MANY = 4
_DOUBT = "The columns of this table were pushed together; they were told apart by their figures."


def figures_in(lines: Sequence[Printed], taken: set[int]) -> list[Region]:
    """Return the tables of figures among lines, of which those ``taken`` are something else."""
    found: list[Region] = []
    place = 0
    while place < len(lines):
        rows = _rows(lines, place, taken)
        if not _is_table(rows):
            place += max(1, len(rows))
            continue
        start = place
        header = _header(lines[place - 1], len(rows[0])) if place and place - 1 not in taken else None
        if header is not None and not any(region.end == place for region in found):
            rows, start = [header, *rows], place - 1
        end = start + len(rows)
        cells: list[list[Runs]] = [[(Run(cell),) for cell in row] for row in rows]
        where = [line.line for line in lines[start:end]]
        grid = Grid(
            cells, where, header=header is not None, doubt="" if header else _DOUBT, place=lines[start].place
        )
        found.append(Region(start, end, grid))
        place = end
    return found


def _rows(lines: Sequence[Printed], start: int, taken: set[int]) -> list[list[str]]:
    """Return the cells of lines that follow each other and end with equally many figures."""
    rows: list[list[str]] = []
    for place in range(start, len(lines)):
        cells = [] if place in taken else _cells(lines[place].text, rows[-1] if rows else None)
        if rows and len(cells) == len(rows[0]) + 1 and _YEAR.fullmatch(cells[1]):
            cells[:2] = [" ".join(cells[:2])]  # "Total 2026/27"
        if not cells or (rows and len(cells) != len(rows[0])):
            break
        rows.append(cells)
    return rows


def _cells(text: str, before: Sequence[str] | None) -> list[str]:
    """Return the cells of a line, given those of the row ``before``; none if it is no row."""
    found = _ROW.fullmatch(text)
    if found is None:
        return []
    words, figures = found["words"], found["figures"].split()
    if _MONTH.search(words) and len(figures) > 1 and _YEAR.fullmatch(figures[0]):
        words = f"{words} {figures.pop(0)}"
    if len(figures) == 1 and not _MONEY.search(figures[0]):
        return []
    if label_of(text) is not None and not (_counts_rows(words, figures) or _counts_on(words, before)):
        return []
    return [words, *figures]


def _counts_rows(words: str, figures: Sequence[str]) -> bool:
    """Tell whether a number at the beginning of a line is that of a row, or in its title, "0 to 19 nursing",
    and none of a clause: several sums stand after its words."""
    sums = sum(map(bool, map(_MONEY.search, figures)))
    return _NUMBERED.match(words) is not None and (sums > 1 or (sums == 1 and bool(_DATED.fullmatch(words))))


def _counts_on(words: str, before: Sequence[str] | None) -> bool:
    """Tell whether a row has the number that comes next to that of the row before."""
    number, last = _COUNT.match(words), _COUNT.match(before[0]) if before else None
    return number is not None and last is not None and int(number[1]) == int(last[1]) + 1


def _is_table(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether rows are surely a table: of several columns of money, or of one in several rows, or of
    several columns above a total."""
    if len(rows) >= _MANY and len(rows[0]) > 2 and _TOTAL.match(rows[-1][0]):
        return True
    money = sum(all(_MONEY.search(cell) for cell in row[1:]) for row in rows)
    return len(rows) >= (_FEWEST if rows and len(rows[0]) > 2 else _FEWEST_OF_ONE) and money >= _FEWEST


def _header(line: Printed, width: int) -> list[str] | None:
    """Return the titles of columns that stand above figures, one word for each."""
    words = line.text.split()
    if len(words) == width and label_of(line.text) is None and not line.text.endswith((".", ":", ";")):
        return words
    return None
