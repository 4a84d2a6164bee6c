"""Days of the week in lists whose year stands above them or at their end: "In 2027 it meets on: Thursday 21
January", "on Thursday 22 April, Thursday 24 June and Thursday 26 August 2027"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date, Years
from clausekit.checks.rules.dates._ranges import dates_by_passage
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY_BEFORE = pattern(rf"\b(?P<day>{'|'.join(DAYS)})(?:,|,? the)? $")
_AND = pattern(rf",? (?:and )?(?:(?:{'|'.join(DAYS)}),? )?(?:the )?|, ")
_CALENDAR_YEAR = pattern(r"(?<![\d/–-])(?P<year>20\d\d)(?![\d/–-])")
_OF_ITS_LIST = 8
"""So many passages at most stand between an item of a list and what leads to it."""
_APRIL = 4
_LONGEST = 300


def weekdays_of_lists(instrument: Instrument) -> Iterator[tuple[Words, str]]:
    """Yield days of the week, with their date, that are not those of their date in the year of the list, each
    with the one that is."""
    dates = dates_by_passage(instrument)
    for passage, found in dates.items():
        for at, one in enumerate(found):
            named = _DAY_BEFORE.search(one.at.shortly_before(16)) if one.day and not one.year else None
            if named is None:
                continue
            day = _in_year_of_the_last(passage, found[at:]) or _in_year_above(one, instrument, dates)
            if day is not None and DAYS[day.weekday()] != named["day"]:
                words = one.at.part(one.at.start - len(named[0]), one.at.end)
                yield words, f"{DAYS[day.weekday()]} in {day.year}"


def _in_year_of_the_last(passage: Passage, row: Sequence[Date]) -> date | None:
    """Return the first of some dates in a row, "21 January, 22 April and 22 July 2027", in the year of the
    last of them."""
    for one, after in pairwise(row):
        if not _AND.fullmatch(passage.text, one.at.end, after.at.start) or one.month > after.month:
            return None
        if after.year:
            return _date(after.year, row[0])
    return None


def _in_year_above(one: Date, instrument: Instrument, dates: Mapping[Passage, Sequence[Date]]) -> date | None:
    """Return a date that is all that an item or a cell tells, in the only year that what leads to it has."""
    place = instrument.place_of[one.at.passage]
    item = bool(place.passage.label) or place.passage.text.strip().startswith(("-", "•", "*", "–"))
    alone = len(dates[one.at.passage]) == 1 and len(place.passage.words) <= _LONGEST
    if not alone or not (item or place.role == "cell"):
        return None
    before = instrument.places[max(0, place.order - _OF_ITS_LIST) : place.order]
    for other in reversed(before):
        text = other.passage.text
        calendar = {int(found["year"]) for found in _CALENDAR_YEAR.finditer(text)}
        financial = [years for years in instrument.years if years.at.passage is other.passage]
        if calendar or financial:
            ahead = text.rstrip().endswith(":") or other.role == "heading"
            return _year_told(one, calendar, financial) if ahead else None
    return None


def _year_told(one: Date, calendar: set[int], financial: Sequence[Years]) -> date | None:
    if len(calendar) == 1 and not financial:
        return _date(next(iter(calendar)), one)
    if len(financial) == 1 and not calendar and financial[0].last == financial[0].first + 1:
        return _date(financial[0].first if one.month >= _APRIL else financial[0].last, one)
    return None


def _date(year: int, one: Date) -> date | None:
    try:
        return date(year, one.month, one.day)
    except ValueError:
        return None
