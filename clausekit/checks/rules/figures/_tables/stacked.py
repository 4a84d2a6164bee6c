"""Tables without a total that extraction set one cell a line, or one row a line that ends with its figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from clausekit.checks.instrument.grids import GridCell
from clausekit.checks.instrument.places import Place
from clausekit.checks.rules.figures._tables.flat import grid_cell_of
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_FIGURE = pattern(
    r"(?:[-−–(]?[£]? ?\d[\d,]*(?:\.\d+)?[ ]?%?\)?|nil|none|n/a|[-–—])",
    re.IGNORECASE,
)
_NUMBER = pattern(r"\d{1,2}")
_NO_CELL = pattern(r"[.;:?]$|\b(?:shall|must|will|means)\b")
_A_FIGURE = r"(?:£ ?\d[\d,]*(?:\.\d+)?|\d{1,3}(?:\.\d+)?[ ]?%|\d{1,3}(?:,\d{3})+|nil|[-–—])"
_ROW = pattern(
    r"(?:(?P<code>[A-Z]{1,4}[ .-]?\d{1,3}[a-z]?)\s+)?(?P<label>[A-Z][^.;:?£%]{2,110}?|\d{1,2})"
    rf"(?P<figures>(?:\s+{_A_FIGURE}){{1,7}})"
)
_FIGURES = pattern(_A_FIGURE)
_LONGEST_ROW = 240
_HEAD = pattern(
    r"(?P<before>[A-Z][^.;:?]{0,80})\b(?P<last>(?:[Tt]argets?|[Ss]tandards?|[Tt]hresholds?|[Gg]oals?|[Ll]evels?"
    r"|[Ss]hares?|[Bb]udgets?|[Aa]mounts?|[Cc]osts?|[Ss]ums?|[Vv]alues?|[Cc]ontributions?|[Pp]rices?|[Ff]ees?)"
    r"(?: ?\([£%]\))?)"
)
_ONE_HEAD = pattern(
    r"(?:[Yy]ears?|Yr|[Qq]uarter|[Pp]hase|[Mm]onth|[Ss]tage) \d{1,2}\b|(?:19|20)\d\d ?[/–-] ?\d{2,4}"
    r"|\S+(?: \([£%]\))?"
)
_TELLING_HEAD = pattern(
    r"(?:[Yy]ears?|Yr|[Qq]uarter|[Pp]hase|[Mm]onth|[Ss]tage) \d{1,2}|Q[1-4]|(?:19|20)\d\d ?[/–-] ?\d{2,4}"
    r"|(?:[Tt]otals?|Term|Council|ICB|CCG|Trust|Change|Budget|Amount)(?: \([£%]\))?"
)
_IS_SENTENCE = pattern(r"[.;:?]$|[.;] |\b(?:shall|must|will|are|is)\b")
_MOST_BESIDE = 6
_LONGEST_CELL = 60
_FEWEST_ROWS, _FEWEST_LINES = 2, 3
_WIDEST = 8


class Stacked(NamedTuple):
    """A table: what heads its columns, that of the labels first, and its rows, each with what names it, with
    what else it says and with its cells."""

    heads: tuple[str, ...]
    labels: tuple[str, ...]
    texts: tuple[tuple[str, ...], ...]
    cells: tuple[tuple[GridCell, ...], ...]
    caption: str
    place: Place

    @property
    def counted(self) -> bool:
        """Whether its rows are numbered from 1."""
        return list(self.labels) == [str(number + 1) for number in range(len(self.labels))]


def stacked(places: Sequence[Place]) -> Iterator[Stacked]:
    """Yield the tables that stand one cell a line, then those that stand one row a line."""
    before: Place | None = None
    run: list[Place] = []
    for place in places:
        if place.role == "margin":
            continue
        if place.table is None and place.role in ("text", "heading") and _is_cell(place):
            run.append(place)
            continue
        yield from _in_run(run, before)
        before, run = place, []
    yield from _in_run(run, before)
    yield from _of_lines(places)


def _is_cell(place: Place) -> bool:
    text = _text(place)
    return 0 < len(text) <= _LONGEST_CELL and _NO_CELL.search(text) is None


def _text(place: Place) -> str:
    return place.passage.text.strip()


# one cell a line


def _in_run(run: Sequence[Place], before: Place | None) -> Iterator[Stacked]:
    """Yield the tables of lines that may be cells, each as wide as makes the most rows."""
    start = 0
    while (first := next((at for at in range(start, len(run)) if _is_figure(run[at])), -1)) >= 0:
        found = [
            (end, width, label)
            for width in range(2, _WIDEST + 1)
            for label in (first - 1, first)
            if label - width >= start and (end := _end_of_rows(run, label, width))
        ]
        if not found:
            start = first + 1
            continue
        end, width, label = max(found, key=lambda one: (one[0], one[1]))
        yield _of_cells(run[label - width : end], width, [*run[start : label - width], before])
        start = end


def _end_of_rows(run: Sequence[Place], label: int, width: int) -> int:
    """Return where the rows end that begin with a label, 0 if there are too few."""
    heads = run[label - width : label]
    if any(map(_is_figure, heads)):
        return 0
    at, numbered = label, _is_figure(run[label])
    while at + width <= len(run) and all(map(_is_figure, run[at + 1 : at + width])):
        expected = str((at - label) // width + 1)
        if (_text(run[at]) != expected) if numbered else _is_figure(run[at]):
            break
        at += width
    return at if at - label >= _FEWEST_ROWS * width else 0


def _is_figure(place: Place) -> bool:
    return _FIGURE.fullmatch(_text(place)) is not None


def _of_cells(items: Sequence[Place], width: int, before: Sequence[Place | None]) -> Stacked:
    rows = [items[at : at + width] for at in range(width, len(items), width)]
    return Stacked(
        tuple(map(_text, items[:width])),
        tuple(_text(row[0]) for row in rows),
        tuple(() for _ in rows),
        tuple(tuple(grid_cell_of(_words(place)) for place in row[1:]) for row in rows),
        next((_text(place) for place in reversed(before) if place is not None), ""),
        items[0],
    )


def _words(place: Place) -> Words:
    text = place.passage.text
    return Words(place.passage, len(text) - len(text.lstrip()), len(text.rstrip()))


# one row a line


def _of_lines(places: Sequence[Place]) -> Iterator[Stacked]:
    """Yield tables of which each row is a line that ends with its figures, below a line that heads them."""
    head, rows = "", list[tuple[Place, re.Match[str]]]()
    for place in (*(one for one in places if one.role != "margin"), None):
        row = _row(place) if place is not None and head else None
        if row and place is not None:
            rows.append((place, row))
            continue
        if len(rows) >= _FEWEST_LINES and _are_alike(rows) and (heads := _heads_of(head, rows[0][1])):
            yield _of_rows(heads, rows)
        head = _text(place) if place is not None and place.table is None else ""
        rows = []


def _row(place: Place) -> re.Match[str] | None:
    text = _text(place)
    return _ROW.fullmatch(text) if place.table is None and len(text) <= _LONGEST_ROW else None


def _are_alike(rows: Sequence[tuple[Place, re.Match[str]]]) -> bool:
    """Tell whether rows all have references or all have none, and as many figures of the same kinds; those
    that have but numbers are counted from 1."""
    kinds = [(bool(row["code"]), *map(_kind, _FIGURES.findall(row["figures"]))) for _, row in rows]
    numbers = [row["label"] for _, row in rows if row["label"].isdecimal()]
    counted = numbers == [str(number + 1) for number in range(len(rows))]
    return all(_agree(one, other) for one, other in pairwise(kinds)) and (counted or not numbers)


def _kind(figure: str) -> str:
    return "£" if "£" in figure else "%" if "%" in figure else "" if figure[-1].isdecimal() else "-"


def _agree(one: Sequence[object], other: Sequence[object]) -> bool:
    """Tell whether two rows are alike; a dash may stand for any figure."""
    return len(one) == len(other) and all(
        "-" in (first, second) or first == second for first, second in zip(one, other, strict=True)
    )


def _heads_of(line: str, row: re.Match[str]) -> list[str]:
    """Return what heads the labels and the columns, as the line above the rows tells; [] if it does not."""
    count = len(_FIGURES.findall(row["figures"]))
    if count > 1:
        heads = heads_in(line, count)
        return [line.removesuffix(" ".join(heads)).strip(), *heads] if heads else []
    found = _HEAD.fullmatch(line)
    return [found["before"].strip(), found["last"]] if found else []


def _of_rows(heads: Sequence[str], rows: Sequence[tuple[Place, re.Match[str]]]) -> Stacked:
    return Stacked(
        tuple(heads),
        tuple(row["code"] or row["label"] for _, row in rows),
        tuple((row["label"],) if row["code"] else () for _, row in rows),
        tuple(tuple(_cells_of(*one)) for one in rows),
        "",
        rows[0][0],
    )


def _cells_of(place: Place, row: re.Match[str]) -> Iterator[GridCell]:
    indent = len(place.passage.text) - len(place.passage.text.lstrip())
    for figure in _FIGURES.finditer(row.string, *row.span("figures")):
        yield grid_cell_of(Words(place.passage, indent + figure.start(), indent + figure.end()))


def heads_in(line: str, count: int) -> list[str]:
    """Return the heads of so many columns that stand in the line above a table, one blank apart, after what
    heads its labels; [] if it is no such line."""
    found = _ONE_HEAD.findall(line) if not _IS_SENTENCE.search(line) else []
    telling = sum(_TELLING_HEAD.fullmatch(head) is not None for head in found[-count:])
    headed = count > 1 and count < len(found) <= count + _MOST_BESIDE and telling * 2 >= count
    return found[-count:] if headed else []
