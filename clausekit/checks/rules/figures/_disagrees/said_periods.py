"""Periods in sentences that a table gives too: how long something is kept, within what time it is done."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Period
from clausekit.checks.instrument.grids import Grid
from clausekit.checks.rules.figures._sentences.restated import may_be_same
from clausekit.checks.rules.figures._sentences.words import content, padded
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage

_AROUND = pattern(
    r"(?:within|for|up to|no (?:more|later) than|not more than)?|(?:after|from|of|following|since)\b.*"
)
"""What stands in a cell beside its period."""
_KEEPS = pattern(r" (?:kept|keep|retain\w*|retention|store|stored|held|hold|delet\w*|destroy\w*|eras\w*) ")
_WITHIN = pattern(r" (?:within|response|respond|time|deadline|turnaround|wait\w*|deliver\w*) ")
_OTHER = pattern(
    r" (?:extend\w*|further|example|unles|otherwise|previou\w*|instead|notice|review\w*|every|each|first"
    r"|at least|average|wa|were|term|begin\w*|start\w*|commenc\w*|expire\w*) "
)
_AFTER_HEADS = pattern(
    r".{0,80}\b(?:[Kk]ept|[Hh]eld|[Rr]etained|[Rr]etention|[Pp]eriod|[Bb]y|[Ff]or|[Tt]ime|[Tt]arget)[ ]"
    r"([A-Z][^A-Z]{2,})"
)
_IN_UNITS = pattern(r",? (?:in |\()(?P<unit>day|week|month|hour|minute)s\)?$", re.IGNORECASE)
_EXTREMES = frozenset(("longest", "average", "mean", "median", "maximum", "time", "most"))
"""Words of a row that a sentence about a limit says in another way."""
_LONGEST_LABEL, _LONGEST_HEADS = 120, 200
_FEWEST_WORDS = 2
_SHORTEST = 5


class SaidPeriod(NamedTuple):
    """A period as a sentence states it, and the one that the table gives."""

    stated: Words
    right: Words


class _Cell(NamedTuple):
    """A cell with a period: what its row and column are called, and whether each has no other period."""

    period: Period
    row: frozenset[str]
    head: str
    only_in_row: bool
    only_in_column: bool


def said_periods(instrument: Instrument) -> Iterator[SaidPeriod]:
    """Yield the periods that are others in the table which gives those of the same thing."""
    by_passage: dict[Passage, list[Period]] = {}
    for one in instrument.periods:
        by_passage.setdefault(one.at.passage, []).append(one)
    tables = [
        cells for grid in instrument.grids if (cells := [*_cells(grid, by_passage), *_in_numbers(grid)])
    ]
    tables += _set_line_by_line(instrument, by_passage)
    if not tables:
        return
    for passage, periods in by_passage.items():
        if instrument.place_of[passage].role != "text":
            continue
        for sentence in instrument.sentences_of(passage):
            first = bisect_left(periods, sentence.start, key=lambda one: one.at.start)
            inside = periods[first : bisect_left(periods, sentence.end, key=lambda one: one.at.start)]
            if len(inside) == 1 and not _OTHER.search(padded(sentence.text)):
                yield from _against(inside[0], sentence, tables)


def _set_line_by_line(
    instrument: Instrument, periods: Mapping[Passage, Sequence[Period]]
) -> Iterator[list[_Cell]]:
    """Yield the tables that stand one cell a line, in a schedule: each line that is a period and no more is
    of what the line before it names."""
    for division, places in groupby(instrument.places, key=lambda place: place.passage.division):
        lines = [place.passage for place in places if place.role == "text"] if division else []
        rows = [
            (before, inside[0])
            for before, one in pairwise(lines)
            if len(inside := periods.get(one, ())) == 1
            and _is_all(inside[0])
            and not periods.get(before)
            and len(before.words) <= _LONGEST_LABEL
            and not before.words.rstrip().endswith((".", ":", ";", ","))
        ]
        if len(rows) >= _FEWEST_WORDS:
            heads = " ".join(one.words for one in lines[: lines.index(rows[0][1].at.passage)])
            title = instrument.place_of[rows[0][0]].heading
            head = padded(f"{title} {heads[-_LONGEST_HEADS:]}")
            yield [
                _Cell(period, content(_label(label.words)), head, only_in_row=True, only_in_column=False)
                for label, period in rows
            ]


def _label(words: str) -> str:
    """Return what names a row, without the heads of the columns that are read as one line with the first."""
    found = _AFTER_HEADS.fullmatch(words)
    return found[1] if found else words


def _against(period: Period, sentence: Words, tables: Sequence[Sequence[_Cell]]) -> Iterator[SaidPeriod]:
    text = period.at.passage.text
    ends = [at for mark in ",;" if (at := text.find(mark, period.at.end, sentence.end)) >= 0]
    own = sentence.part(sentence.start, min(ends, default=sentence.end))
    meant = [cell for cells in tables for cell in _meant(own, cells)]
    if meant and not any(may_be_same(period, cell.period) for cell in meant):
        yield SaidPeriod(period.at, meant[0].period.at)


def _meant(own: Words, cells: Sequence[_Cell]) -> list[_Cell]:
    """Return the cells of a table that words are about: those of the one row that they name, or that of a
    column whose title they say."""
    said, text = content(own.text), padded(own.text)
    rows = {cell.row for cell in cells if _is_named(cell.row, said)}
    longest = {row for row in rows if not any(row < other for other in rows)}
    if len(longest) == 1:
        return [
            cell
            for cell in cells
            if cell.row in longest
            and cell.only_in_row
            and any(way.search(text) and way.search(cell.head) for way in (_KEEPS, _WITHIN))
        ]
    return [
        cell
        for cell in cells
        if not longest
        and cell.only_in_column
        and _KEEPS.search(cell.head)
        and len(content(cell.head)) >= _FEWEST_WORDS
        and content(cell.head) <= said
    ]


def _is_named(row: frozenset[str], said: frozenset[str]) -> bool:
    telling = len(row) >= _FEWEST_WORDS or any(len(word) >= _SHORTEST for word in row)
    return telling and row <= said


def _is_all(period: Period) -> bool:
    """Tell whether a cell says nothing but a period, and from when it runs."""
    return all(_AROUND.fullmatch(words.strip()) for words in (period.at.before, period.at.after))


def _in_numbers(grid: Grid) -> Iterator[_Cell]:
    """Yield the numbers of rows that say in what they are counted: "Wait from referral, in weeks"."""
    for row in grid.rows[grid.header_rows :]:
        unit = next((found for cell in row if cell and (found := _IN_UNITS.search(cell.text))), None)
        for cell in row if unit else ():
            if unit and cell and cell.words and cell.kind == "number" and cell.number is not None:
                label = unit.string[: unit.start()]
                period = Period(cell.words, abs(cell.number), unit["unit"].lower())
                name = content(label) - _EXTREMES
                yield _Cell(period, name, padded(label), only_in_row=True, only_in_column=False)


def _cells(grid: Grid, periods: Mapping[Passage, Sequence[Period]]) -> list[_Cell]:
    """Return the cells of a table that hold a period."""
    found: list[tuple[int, int, Period]] = []
    for at, row in enumerate(grid.rows[grid.header_rows :], grid.header_rows):
        for column, cell in enumerate(row):
            if column and cell is not None and cell.words is not None:
                inside = periods.get(cell.words.passage, ())
                if len(inside) == 1 and _is_all(inside[0]):
                    found.append((at, column, inside[0]))
    rows = [at for at, _, _ in found]
    columns = [column for _, column, _ in found]
    return [
        _Cell(
            period,
            content(grid.label(at)),
            padded(f"{grid.heads[column] if column < len(grid.heads) else ''} {period.at.before}"),
            rows.count(at) == 1,
            columns.count(column) == 1,
        )
        for at, column, period in found
    ]
