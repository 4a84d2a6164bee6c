"""Dates that are given in words and again in figures beside them: "the thirty-first day of October Two
thousand and twenty-six (30 October 2026)"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date
from clausekit.patterns import pattern
from clausekit.recognition.amounts import number_of

_AGAIN = pattern(
    r"(?:,? (?:in the year )?(?P<year>[Tt]wo [Tt]housand(?: [Aa]nd)? [A-Za-z-]+))?,?"
    r" ?(?:\((?:being |that is |i\.e\. |the )?|being |that is(?: to say)?,? |namely )"
)
"""What stands between a date and the same in figures."""


def told_in_two_ways(instrument: Instrument) -> Iterator[tuple[Date, Date]]:
    """Yield the dates in brackets that are not the date in words before them, with that."""
    for first, again in pairwise(instrument.dates):
        passage = first.at.passage
        if (
            again.at.passage is not passage
            or not first.at.text[0].isalpha()
            or not again.at.text[0].isdecimal()
        ):
            continue
        between = _AGAIN.fullmatch(passage.text, first.at.end, again.at.start)
        if between is None or not (first.day and again.day):
            continue
        year = first.year or (number_of(between["year"].lower()) if between["year"] else None)
        same_year = year is None or not again.year or year == again.year
        if (first.day, first.month) != (again.day, again.month) or not same_year:
            yield again, first
