"""Rows that give the day of what a clause says is done so long before another day: "Lists given (clause 5) |
1 March"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date, Period
from clausekit.checks.instrument.places import Place
from clausekit.checks.rules.dates._length import MONTHS
from clausekit.checks.rules.dates._ranges import add_months, commencement, dates_by_passage
from clausekit.patterns import pattern
from clausekit.reading import Passage

_AT_LEAST = pattern(r"\b(?:at least|(?:not|no) (?:less|fewer|later) than)(?: the)? $")
_BEFORE = pattern(r"(?:’| in)?(?: \w+)? (?:before|prior to|in advance|ahead of)\b(?P<what>[^.;]{0,60})")
_START = pattern(r"\b(?:Commencement|Start|Effective|Transfer) Date\b")
_DAYS = {"day": 1, "week": 7}
_WIDEST = 12
"""So many cells before and after one are looked at for those of its row."""


def too_late_for_their_clause(instrument: Instrument) -> Iterator[tuple[Date, Period, date]]:
    """Yield the days of rows that name a clause which asks for the thing longer before another day, with the
    period that it asks for and that day."""
    dates = dates_by_passage(instrument)
    for reference in instrument.references:
        place = instrument.place_of[reference.at.passage]
        if place.role != "cell" or reference.target is None:
            continue
        row = [
            one for other in _beside(place, instrument) for one in dates.get(other.passage, ()) if one.value
        ]
        asked = _asked(reference.target, instrument, dates.get(reference.target, []))
        if len(row) == 1 and asked:
            period, day = asked
            if row[0].value and row[0].value > _back(day, period):
                yield row[0], period, day


def _beside(place: Place, instrument: Instrument) -> list[Place]:
    """Return the cells of the row in which a cell stands."""
    near = instrument.places[max(0, place.order - _WIDEST) : place.order + _WIDEST]
    return [one for one in near if one.table is place.table and one.row == place.row]


def _asked(clause: Passage, instrument: Instrument, dates: list[Date]) -> tuple[Period, date] | None:
    """Return how long before which day a clause has something done, if it says so of one thing only."""
    found = []
    for period in instrument.periods:
        if period.at.passage is not clause or not _AT_LEAST.search(period.at.shortly_before(30)):
            continue
        before = _BEFORE.match(period.at.shortly_after(90))
        if before and (period.unit in _DAYS or period.unit in MONTHS) and not period.quality:
            day = _day(before["what"], clause, instrument, dates, period)
            if day:
                found.append((period, day))
    return found[0] if len(found) == 1 else None


def _day(
    what: str, clause: Passage, instrument: Instrument, dates: list[Date], period: Period
) -> date | None:
    """Return the day before which a clause has something done: the date that follows, or its Start Date."""
    after = [one for one in dates if one.at.start >= period.at.end]
    if after:
        return after[0].value
    start = commencement(instrument)
    named = _START.search(what) or (not what.strip() and _START.search(clause.text))
    return start.value if start and named else None


def _back(day: date, period: Period) -> date:
    """Return the last day that is as long before a day as a period."""
    if period.unit in MONTHS:
        return add_months(day, -int(period.count) * MONTHS[period.unit])
    return day - timedelta(days=int(period.count) * _DAYS[period.unit])
