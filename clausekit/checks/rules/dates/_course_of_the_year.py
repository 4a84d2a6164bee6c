"""The parts of a year: from when to when the year and its quarters run, told without years."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date
from clausekit.checks.rules.dates._ranges import dates_by_passage, is_to
from clausekit.patterns import pattern

_QUARTERS = pattern(r"\bquarter|\bthree months\b|\binstalments?\b", re.IGNORECASE)
_JOINED = pattern(r",? ?(?:and |or )?(?:on |from |ending on |beginning on |the )*")
_OF_THE_SAME_YEAR = pattern(
    r" (?:of|in) the (?:same|preceding|previous) (?:calendar )?year|,? in the year before"
)
_FAR = 60
_FOUR = 4
_APRIL, _MARCH = (4, 1), (3, 31)
_LAST_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

_Run = tuple[Date, Date]


def out_of_course(instrument: Instrument) -> Iterator[tuple[Date, str]]:
    """Yield the days with which a year or a quarter cannot begin or end, with what is expected."""
    columns: dict[tuple[int, int], list[_Run]] = defaultdict(list)
    for passage, dates in dates_by_passage(instrument).items():
        runs = [
            (first, last)
            for first, last in pairwise(dates)
            if first.day and last.day and is_to(passage.text[first.at.end : last.at.start])
        ]
        for first, last in runs:
            if not (first.year or last.year):
                yield from _year(first, last)
        yield from _broken(runs)
        place = instrument.place_of[passage]
        if place.role == "cell" and len(runs) == 1:
            columns[id(place.table), place.column] += runs
        if _QUARTERS.search(passage.text):
            yield from _quarters([one for one in dates if one.day and not one.impossible])
    for runs in columns.values():
        yield from _broken(runs)


def _year(first: Date, last: Date) -> Iterator[tuple[Date, str]]:
    """Yield the end of a year that is a day short, or that is said to be in the year in which it begins."""
    if (first.month, first.day) != _APRIL or last.month != _MARCH[0] or last.impossible:
        return
    if last.day == _MARCH[1] - 1:
        yield last, "31 March"
    elif _OF_THE_SAME_YEAR.match(last.at.shortly_after(_FAR)):
        yield last, "31 March in the year after"


def _broken(runs: Sequence[_Run]) -> Iterator[tuple[Date, str]]:
    """Yield the one day at which four or more runs that go on from each other do not."""
    if len(runs) < _FOUR or any(one.impossible for run in runs for one in run):
        return
    breaks = [
        at for at, ((_, last), (first, _)) in enumerate(pairwise(runs)) if not _goes_on_from(last, first)
    ]
    if len(breaks) == 1:
        (_, last), (first, _) = runs[breaks[0]], runs[breaks[0] + 1]
        yield (
            (first, "the day after the one before") if _ends_a_month(last) else (last, "the end of the month")
        )
    elif not breaks and len(runs) == _FOUR and _ends_a_month(runs[0][1]) and not _ends_a_month(runs[-1][1]):
        yield runs[-1][1], "the end of the month"


def _goes_on_from(last: Date, first: Date) -> bool:
    if last.value and first.value:
        return (first.value - last.value).days == 1
    return _ends_a_month(last) and (first.day, first.month) == (1, last.month % 12 + 1)


def _ends_a_month(one: Date) -> bool:
    return one.day >= _LAST_DAYS[one.month - 1]


def _quarters(dates: Sequence[Date]) -> Iterator[tuple[Date, str]]:
    """Yield the one day of four in a row that is not three months after the one before."""
    for at in range(len(dates) - _FOUR + 1):
        four = dates[at : at + _FOUR]
        text = four[0].at.passage.text
        if all(_JOINED.fullmatch(text, one.at.end, after.at.start) for one, after in pairwise(four)):
            yield from _odd_one(four)


def _odd_one(four: Sequence[Date]) -> Iterator[tuple[Date, str]]:
    """Yield the one of four days, all at the same place of their months, whose month is out of step."""
    if not (all(map(_ends_a_month, four)) or len({one.day for one in four}) == 1):
        return
    for rest in range(3):
        fits = [one.month % 3 == rest for one in four]
        if fits.count(False) == 1:
            yield four[fits.index(False)], "a day three months after the one before"
