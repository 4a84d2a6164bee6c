"""Days in the rows of a table that are not as far apart as they are in all other rows, or as the text says:
papers that go out so long before each meeting."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date, Period
from clausekit.checks.instrument.grids import Grid
from clausekit.checks.rules.dates._ranges import dates_by_passage
from clausekit.checks.rules.dates._working_days import working_days_between
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage

_FEWEST = 4
_MANY = 5
_SLIP, _WEEK = 5, 7
"""In a short table only whole weeks are slips: days that differ by fewer are moved for a reason that the
table need not tell."""
_PAPERS = pattern(r"\b(?:papers?|agendas?|reports?)\b", re.IGNORECASE)
_MEETING = pattern(r"\b(?:meetings?|meets|board|date|day)\b", re.IGNORECASE)
_SENT = pattern(
    r"\b(?:papers|agendas?|reports)\b[^.;]{0,80}\b(?:sent|go(?:es)?(?: out)?|circulated|issued|published"
    r"|distributed)\b[^.;]{0,40}$"
    r"|\b(?:sends?|circulates?|issues?|publish(?:es)?|distributes?)\b[^.;]{0,60}\b(?:papers|agendas?|reports)\b"
    r"[^.;]{0,60}$",
    re.IGNORECASE,
)
_BEFORE_A_MEETING = pattern(
    r" (?:before|in advance of|ahead of|prior to) (?:each|every|the|an?|any) (?:\w+ ){0,2}meeting",
    re.IGNORECASE,
)
_AT_LEAST = pattern(r"\b(?:at least|(?:not|no) (?:less|fewer|later) than|minimum of) $")
_CHRISTMAS = 12


class Apart(NamedTuple):
    """A day of a row that is not as far from the other day of the row as it should be, and how far the others
    are."""

    odd: Date
    other: Date
    usual: str


def odd_in_their_tables(instrument: Instrument) -> Iterator[Apart]:
    """Yield the one day of a table that is nearer to the other day of its row, or farther, than in all other
    rows, in days and in working days."""
    dates = dates_by_passage(instrument)
    for grid in instrument.grids:
        columns = _columns(grid, dates)
        for one, other in combinations(sorted(columns), 2):
            yield from _odd(columns[one], columns[other])


def _columns(grid: Grid, dates: Mapping[Passage, Sequence[Date]]) -> dict[int, dict[int, Date]]:
    """Return the days of the cells that have one day and nothing else of weight, by column and row."""
    found: dict[int, dict[int, Date]] = {}
    for column in range(max(map(len, grid.rows), default=0)):
        for row, cell in grid.column(column):
            inside = dates.get(cell.words.passage, ()) if cell.words else ()
            if len(inside) == 1 and inside[0].value:
                found.setdefault(column, {})[row] = inside[0]
    return {column: rows for column, rows in found.items() if len(rows) >= _FEWEST}


def _odd(ones: Mapping[int, Date], others: Mapping[int, Date]) -> Iterator[Apart]:
    rows = sorted(set(ones) & set(others))
    if len(rows) < _FEWEST:
        return
    days = {row: (_day(others[row]) - _day(ones[row])).days for row in rows}
    usual, times = Counter(days.values()).most_common(1)[0]
    if times != len(rows) - 1 or not usual:
        return
    odd = next(row for row in rows if days[row] != usual)
    like = next(row for row in rows if days[row] == usual)
    as_usual = working_days_between(_day(ones[like]), _day(others[like]))
    working = working_days_between(_day(ones[odd]), _day(others[odd]))
    differs = abs(days[odd] - usual)
    is_slip = differs % _WEEK == 0 or (differs >= _SLIP and len(rows) >= _MANY)
    if is_slip and working != as_usual and not _spans_christmas(ones[odd], others[odd]):
        yield Apart(others[odd], ones[odd], f"{abs(usual)} days")


def _day(one: Date) -> date:
    assert one.value is not None
    return one.value


def _spans_christmas(one: Date, other: Date) -> bool:
    return _day(one).year != _day(other).year or _CHRISTMAS in (_day(one).month, _day(other).month)


def not_as_long_before(instrument: Instrument) -> Iterator[tuple[Words, Period, str]]:
    """Yield the days on which papers go out for a meeting by a table, that are not as long before it as the
    text says; the period itself if none of them is."""
    told = [one for one in instrument.periods if _is_before_meetings(one)]
    if len(told) != 1:
        return
    period, dates = told[0], dates_by_passage(instrument)
    for grid in instrument.grids:
        columns = _columns(grid, dates)
        papers = [column for column in columns if _PAPERS.search(grid.heads[column])]
        meetings = [one for one in columns if one not in papers and _MEETING.search(grid.heads[one])]
        if len(papers) != 1 or len(meetings) != 1:
            continue
        sent, met = columns[papers[0]], columns[meetings[0]]
        rows = sorted(set(sent) & set(met))
        wrong = [row for row in rows if not _fits(period, _day(sent[row]), _day(met[row]))]
        if rows and len(wrong) == len(rows):
            yield period.at, period, sent[rows[0]].at.text
        elif len(wrong) == 1:
            yield sent[wrong[0]].at, period, met[wrong[0]].at.text


def _is_before_meetings(one: Period) -> bool:
    return (
        one.unit in ("day", "week")
        and _BEFORE_A_MEETING.match(one.at.shortly_after(60)) is not None
        and _SENT.search(one.at.shortly_before(120)) is not None
    )


def _fits(period: Period, sent: date, met: date) -> bool:
    """Tell whether papers are sent as long before a meeting as is said; clear days may be a day more."""
    days = (met - sent).days
    told = int(period.count) * (7 if period.unit == "week" else 1)
    if period.quality:
        days = working_days_between(sent, met)
    at_least = _AT_LEAST.search(period.at.shortly_before(30)) is not None
    return days >= told if at_least else told <= days <= told + 1
