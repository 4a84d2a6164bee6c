"""Dates from which and to which something lasts, as a text or a table gives them."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date
from clausekit.checks.instrument.grids import Grid
from clausekit.reading import Passage

_TO = re.compile(
    r"[ ,]*(?:\([^()]{1,60}\)[ ,]*)?(?:inclusive[ ])?[(]?(?:up[ ])?(?:to|until|till|through|[-–—])"
    r"(?:[ ](?:and[ ])?(?:including|inclusive(?:[ ]of)?|the[ ]end[ ]of|midnight[ ]on|midnight"
    r"|\d\d[.:]\d\d[ ]on))*[ ]?(?:the[ ])?"
)
_FROM_START = re.compile(
    rf"\bfrom (?:and including )?the (?:commencement|start|effective) date({_TO.pattern})$", re.IGNORECASE
)
_BETWEEN = re.compile(r"\bbetween[ ]$", re.IGNORECASE)
_AND = re.compile(r"[ ]and[ ]")
_BEGINS = re.compile(
    r"\b(?:from|commenc\w+|begin\w*|start\w*|takes? effect|has effect|with effect)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_AND_ENDS = re.compile(
    r"[^.;]{0,80}\b(?:ends?|ending|expir(?:es?|y|ing)|continues?|continuing|terminat(?:es?|ing)|runs?"
    r"|finish(?:es)?)\b"
    r"(?:[ ][a-z]+){0,7}[ ](?:on|until|to|at|of)(?:[ ](?:and[ ]including|the[ ]end[ ]of|midnight[ ]on))*"
    r"[ ](?:the[ ])?",
    re.IGNORECASE,
)
_START = re.compile(r"\b(?:commence\w*|start\w*|effective|begins?|from)\b(?:.{0,20}\bdate\b)?", re.IGNORECASE)
_END = re.compile(
    r"\b(?:expir\w+|end|ends|end date|finish\w*|to|until|termination date|completion)\b", re.IGNORECASE
)
_START_TERM = re.compile(r"(?:commencement|start|effective) date", re.IGNORECASE)
_END_TERM = re.compile(r"(?:expiry|end|expiration|termination|final) date", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Range:
    """Two dates of which the second ends what the first begins, and the words between them ("" in a
    table or in two definitions)."""

    first: Date
    last: Date
    between: str = ""


def ranges(instrument: Instrument) -> Iterator[Range]:
    """Yield the ranges: those in a sentence, those in a row of a table, those of two definitions."""
    by_passage = dates_by_passage(instrument)
    for passage, dates in by_passage.items():
        yield from _in_text(passage, dates)
    for grid in instrument.grids:
        yield from _in_grid(grid, by_passage)
    yield from _in_definitions(instrument, by_passage)
    yield from _from_commencement(instrument, by_passage)


def dates_by_passage(instrument: Instrument) -> dict[Passage, list[Date]]:
    """Return the dates of each passage that has some."""
    found: dict[Passage, list[Date]] = {}
    for one in instrument.dates:
        found.setdefault(one.at.passage, []).append(one)
    return found


def add_months(day: date, months: int) -> date:
    """Return the same day some months later, or the last of that month if it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def end_of(first: date, months: int) -> date:
    """Return the last day of a period of some months that begins on a day.

    >>> end_of(date(2026, 4, 1), 12)
    datetime.date(2027, 3, 31)
    """
    return add_months(first, months) - timedelta(days=1)


def _in_text(passage: Passage, dates: Sequence[Date]) -> Iterator[Range]:
    for first, last in pairwise(dates):
        between = passage.text[first.at.end : last.at.start]
        before = first.at.shortly_before(60)
        if (
            _TO.fullmatch(between)
            or (_AND.fullmatch(between) and _BETWEEN.search(before))
            or (_AND_ENDS.fullmatch(between) and _BEGINS.search(before))
        ):
            yield Range(first, last, between)


def _in_grid(grid: Grid, dates: Mapping[Passage, Sequence[Date]]) -> Iterator[Range]:
    """Yield the ranges of rows with a column for the start and one for the end."""
    starts = [column for column, head in enumerate(grid.heads) if _START.fullmatch(head.strip())]
    ends = [
        column
        for column, head in enumerate(grid.heads)
        if _END.fullmatch(head.strip()) or _END_TERM.fullmatch(head.strip())
    ]
    if len(starts) != 1 or len(ends) != 1:
        return
    for row in grid.rows[grid.header_rows :]:
        found = [
            dates.get(cell.words.passage, ())
            for column in (starts[0], ends[0])
            if column < len(row) and (cell := row[column]) is not None and cell.words is not None
        ]
        if len(found) == 2 and all(len(each) == 1 for each in found):
            yield Range(found[0][0], found[1][0])


def _from_commencement(instrument: Instrument, dates: Mapping[Passage, Sequence[Date]]) -> Iterator[Range]:
    """Yield the ranges that begin on the Commencement Date, where that is defined as a date."""
    start = commencement(instrument)
    if start is None:
        return
    for passage, found in dates.items():
        for last in found:
            words = _FROM_START.search(passage.text, max(0, last.at.start - 160), last.at.start)
            if words and last is not start:
                yield Range(start, last, words[1])


def _in_definitions(instrument: Instrument, dates: Mapping[Passage, Sequence[Date]]) -> Iterator[Range]:
    starts, ends = (list(_defined(instrument, dates, pattern)) for pattern in (_START_TERM, _END_TERM))
    if len(starts) == 1 and len(ends) == 1:
        yield Range(starts[0], ends[0])


def _defined(
    instrument: Instrument, dates: Mapping[Passage, Sequence[Date]], term: re.Pattern[str]
) -> Iterator[Date]:
    for definition in instrument.definitions:
        if term.fullmatch(definition.term) and not definition.scope:
            inside = [
                one
                for one in dates.get(definition.meaning.passage, ())
                if one.at.overlaps(definition.meaning)
            ]
            if len(inside) == 1:
                yield inside[0]


def commencement(instrument: Instrument) -> Date | None:
    """Return the date that is defined as the one on which the instrument begins."""
    found = list(_defined(instrument, dates_by_passage(instrument), _START_TERM))
    return found[0] if len(found) == 1 else None
