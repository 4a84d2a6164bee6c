"""Tables whose cells the extraction printed one below the other: "Council", "£100", "£200", "ICB", ..."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausekit.pages import Run
from clausekit.texts.openings import has_ended, refers_on
from clausekit.texts.printed import Printed
from clausekit.texts.shapes import Grid, Region

_FIGURE = re.compile(r"[-(]?£?\d[\d,]*(?:\.\d+)?[mkMK]?%?\)?|[Nn]il|[Nn]/[Aa]|[-–]")
_MONEY = re.compile(r"£|\d,\d{3}|\d%")
_YEAR = re.compile(r"\d{4}[/–-]\d{2,4}")
_UNIT = re.compile(r"[(]?(?:£[’'‘]?0{3}s?|£?[mk]|%|£ million|WTE)[)]?")
_LONGEST_LABEL = 70
_FEWEST_ROWS = 3
_FEWEST_FIGURES, _MOST_FIGURES = 2, 8
_DOUBT = "The cells of this table were printed one below the other; its rows were told by their figures."


def verticals_in(lines: Sequence[Printed], taken: set[int]) -> list[Region]:
    """Return the tables among lines with a cell on each line: a label, then as many figures each time."""
    found: list[Region] = []
    place = 0
    while place < len(lines):
        width = _figures_after(lines, place, taken)
        count = _rows_from(lines, place, width, taken) if width else 0
        end = place + count * (width + 1)
        if count < _FEWEST_ROWS:
            place += 1
            continue
        if not _has_money(lines[place:end]):
            place = end
            continue
        start = _header_start(lines, place, width, taken)
        found.append(Region(start, end, _grid(lines, start, place, end, width)))
        place = end
    return found


def _figures_after(lines: Sequence[Printed], place: int, taken: set[int]) -> int:
    """Return how many figures follow a label, 0 if it is none, or too few or too many do."""
    if not _is_label(lines, place, taken):
        return 0
    end = place + 1
    while end < len(lines) and end not in taken and _is_figure(lines[end].text):
        end += 1
    figures = end - place - 1
    return figures if _FEWEST_FIGURES <= figures <= _MOST_FIGURES else 0


def _is_figure(text: str) -> bool:
    return _FIGURE.fullmatch(text) is not None and not _UNIT.fullmatch(text)


def _rows_from(lines: Sequence[Printed], place: int, width: int, taken: set[int]) -> int:
    """Return how many rows follow each other; after the last, a figure may be the number of what is next."""
    count = 0
    while place < len(lines) and (figures := _figures_after(lines, place, taken)) >= width:
        count += 1
        place += width + 1
        if figures > width:
            break
    return count


def _is_label(lines: Sequence[Printed], place: int, taken: set[int]) -> bool:
    if place in taken or place >= len(lines):
        return False
    text = lines[place].text
    return (
        len(text) <= _LONGEST_LABEL
        and any(map(str.isalpha, text))
        and not (_FIGURE.fullmatch(text) or _UNIT.fullmatch(text) or has_ended(text) or refers_on(text))
    )


def _has_money(lines: Sequence[Printed]) -> bool:
    return sum(_MONEY.search(line.text) is not None for line in lines) >= _FEWEST_ROWS


def _header_start(lines: Sequence[Printed], place: int, width: int, taken: set[int]) -> int:
    """Return where the titles of the columns begin, which their units may follow; ``place`` if none stand."""
    end = place
    if _are(_UNIT, lines[max(0, end - width) : end], width):
        end -= width
    titles = range(end - width - 1, end)
    whole = titles.start >= 0 and all(_is_title(lines, at, taken) for at in titles)
    return titles.start if whole else place


def _are(pattern: re.Pattern[str], lines: Sequence[Printed], count: int) -> bool:
    return len(lines) == count and all(pattern.fullmatch(line.text) for line in lines)


def _is_title(lines: Sequence[Printed], place: int, taken: set[int]) -> bool:
    return _is_label(lines, place, taken) or _YEAR.fullmatch(lines[place].text) is not None


def _grid(lines: Sequence[Printed], start: int, place: int, end: int, width: int) -> Grid:
    texts = [line.text for line in lines]
    rows = [texts[at : at + width + 1] for at in range(place, end, width + 1)]
    where = [lines[at].line for at in range(place, end, width + 1)]
    if start < place:
        units = texts[start + width + 1 : place]
        titles = texts[start : start + width + 1]
        if units:
            titles[1:] = [f"{title} {unit}" for title, unit in zip(titles[1:], units, strict=True)]
        rows.insert(0, titles)
        where.insert(0, lines[start].line)
    return Grid(
        [[(Run(cell),) for cell in row] for row in rows],
        where,
        header=start < place,
        doubt=_DOUBT,
        place=lines[start].place,
    )
