"""Defined days that are told again with another date: "the Go-Live Date (4 May 2027)", a row "Go-live"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.definitions import Definition
from clausekit.checks.instrument.figures import Date
from clausekit.checks.instrument.grids import Grid
from clausekit.checks.rules._shared.terms import stems
from clausekit.checks.rules.dates._ranges import WEEKDAY, dates_by_passage, dates_in
from clausekit.checks.rules.dates._told_again import is_for_every_case
from clausekit.patterns import pattern
from clausekit.reading import Passage

_BEGINS = pattern(rf"\W*(?:means )?(?:on )?{WEEKDAY}")
"""What stands before the date in a definition that gives nothing else."""
_IS_GIVEN = pattern(
    rf"(?:,? (?:being|which is|that is|namely)|[ ]of|:|\t| is| shall be|[ ]\((?:being )?) ?(?:on )?{WEEKDAY}"
)
"""What stands between a defined day and a date that is given to it."""
_IS_NAMED = pattern(r"(?:,? (?:which is|being)|[ ]\(|,) ?the ")
"""What stands between a date and the defined day that it is said to be."""
_RECKONED_FROM = pattern(r"\b(?:after|before|following|since|anniversary of) (?:the )?$")
"""What stands before a defined day of which a sentence tells another: "its meeting after the Start Date"."""
_NEAR = 60
_NAMES_NOTHING = frozenset(("date", "day", "the", "of"))

_Event = tuple[str, ...]


@dataclass(frozen=True)
class _Day:
    """A defined day: its definition, and the date that it gives."""

    definition: Definition
    date: Date


def days_told_otherwise(instrument: Instrument) -> Iterator[tuple[Date, Date]]:
    """Yield the dates that are given to a defined day, in a sentence or in a table, and are not the one that
    its definition gives, with that one."""
    dates = dates_by_passage(instrument)
    days = _days(instrument, dates)
    if not days:
        return
    for told, day in (*_in_sentences(instrument, days, dates), *_in_tables(instrument, days, dates)):
        own = told.at.passage in (day.date.at.passage, *day.definition.passages)
        if told.value not in (None, day.date.value) and not own and is_for_every_case(told):
            yield told, day.date


def _days(instrument: Instrument, dates: Mapping[Passage, list[Date]]) -> Mapping[Definition, _Day]:
    """Return the definitions that give one date and hold everywhere, with it."""
    days = {}
    for definition in instrument.definitions:
        given = dates_in(definition, dates) if not definition.scope else []
        first = given[0] if given else None
        if first is None or first.value is None or len(given) > 1:
            continue
        before = first.at.passage.text[: first.at.start]
        if first.at.passage is definition.meaning.passage:
            before = before[definition.meaning.start :]
        if _BEGINS.fullmatch(before):
            days[definition] = _Day(definition, first)
    return days


def _in_sentences(
    instrument: Instrument, days: Mapping[Definition, _Day], dates: Mapping[Passage, list[Date]]
) -> Iterator[tuple[Date, _Day]]:
    """Yield the dates that stand beside the use of a defined day, and are said to be that day."""
    for definition, day in days.items():
        for use in instrument.uses_of.get(definition, ()):
            for told in dates.get(use.at.passage, ()):
                after, before = told.at.start - use.at.end, use.at.start - told.at.end
                text = use.at.passage.text
                given = 0 < after < _NEAR and _IS_GIVEN.fullmatch(text, use.at.end, told.at.start)
                named = 0 < before < _NEAR and _IS_NAMED.fullmatch(text, told.at.end, use.at.start)
                if (given and not _RECKONED_FROM.search(use.at.shortly_before(20))) or named:
                    yield told, day


def _in_tables(
    instrument: Instrument, days: Mapping[Definition, _Day], dates: Mapping[Passage, list[Date]]
) -> Iterator[tuple[Date, _Day]]:
    """Yield the only date of each row that is headed by what a day is called."""
    events = Counter(_event(one.term) for one in days)
    by_event = {event: days[one] for one in days if events[event := _event(one.term)] == 1 and event}
    for grid in instrument.grids:
        rows = [(head, found) for head, found in _rows(grid, dates) if head in by_event]
        for head, found in rows:
            if sum(other == head for other, _ in rows) == 1:
                yield found, by_event[head]


def _rows(grid: Grid, dates: Mapping[Passage, list[Date]]) -> Iterator[tuple[_Event, Date]]:
    """Yield the heads of the rows that have one date, with it."""
    for first, *others in grid.rows:
        found = [one for cell in others if cell and cell.words for one in dates.get(cell.words.passage, ())]
        if first is not None and len(found) == 1:
            yield _event(first.text), found[0]


def _event(name: str) -> _Event:
    """Return the words by which an event is told from others: "Go-Live Date" and "Go-live" have the same."""
    return tuple(word for word in stems(name) if word not in _NAMES_NOTHING)
