"""Lengths of terms: the day on which each ends, and a date that is not that day."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from clausekit.checks.instrument.figures import Date, Period
from clausekit.checks.rule import Hit, hit
from clausekit.checks.rules.dates._ranges import end_of
from clausekit.checks.words import Words
from clausekit.patterns import pattern

LONGEST_BEFORE = 160
_AND_MONTHS = pattern(r",? and ")
_SLIP = 31
"""A date that is out by more days than a month has is no slip of the day."""
INCLUSIVE = pattern(r"includ|inclus|\bends?\b|\bexpir", re.IGNORECASE)
MONTHS = {"month": 1, "year": 12, "quarter": 3}


def put_together(periods: Sequence[Period]) -> Iterator[Period]:
    """Yield periods in order, "three years and six months" as one."""
    before: Period | None = None
    for one in periods:
        if before is not None and _goes_on(before, one):
            count = before.count * MONTHS["year"] + one.count
            before = replace(one, at=one.at.part(before.at.start, one.at.end), count=count)
            continue
        if before is not None:
            yield before
        before = one
    if before is not None:
        yield before


def _goes_on(years: Period, months: Period) -> bool:
    """Tell whether two periods are one: so many years, and so many months."""
    return (
        years.at.passage is months.at.passage
        and (years.unit, months.unit) == ("year", "month")
        and _AND_MONTHS.fullmatch(months.at.passage.text, years.at.end, months.at.start) is not None
    )


def ends_otherwise(period: Period, first: date, last: Date, between: str) -> Iterator[Hit]:
    """Yield a hit if a period does not end on the day on which it is said to end."""
    right = end_of(first, int(period.count) * MONTHS[period.unit])
    if last.value is None or last.value == right:
        return
    days = (last.value - right).days
    late_by_one = days == 1 and not INCLUSIVE.search(between)
    at, other = _at_fault(period, last, slip=abs(days) <= _SLIP)
    yield hit(
        at,
        f"“{period.at.text}” from {in_full(first)} end on {in_full(right)}, not on “{last.at.text}”.",
        "Correct the date or the length.",
        confidence="likely" if late_by_one else "certain",
        related=(other,),
    )


def _at_fault(period: Period, last: Date, *, slip: bool) -> tuple[Words, Words]:
    """Return the words at fault, and others to look at: the date where only its day can be wrong; else what
    says both, or of two passages the later one."""
    if slip:
        return last.at, period.at
    first, second = sorted((last.at, period.at), key=lambda words: words.start)
    near = first.passage is second.passage and second.end - first.start <= LONGEST_BEFORE
    return (first.part(first.start, second.end), last.at) if near else (second, first)


def periods_near(periods: Sequence[Period], start: int, end: int) -> Sequence[Period]:
    """Return those of the periods of a passage, in order, that stand in a stretch of it or near."""
    first = bisect_left(periods, start - LONGEST_BEFORE, key=lambda one: one.at.start)
    last = bisect_left(periods, end + LONGEST_BEFORE, key=lambda one: one.at.start)
    return periods[first:last]


def is_last_of_month(day: date | None) -> bool:
    return day is not None and end_of(day.replace(day=1), 1) == day


def in_full(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
