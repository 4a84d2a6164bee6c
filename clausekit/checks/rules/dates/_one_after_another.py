"""Years, quarters or phases by their number that do not follow each other: "Year 2: 1 April 2027 to 31 March
2029", while Year 3 begins on 1 April 2028."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date
from clausekit.checks.rules.dates._ranges import Range, ranges
from clausekit.patterns import pattern

_NUMBERED = pattern(
    r"(?P<what>Year|Quarter|Period|Phase|Stage|Instalment|Q) ?(?P<number>\d{1,2})(?![\d/.–-])"
)
_FEWEST, _SHORTLY = 3, 40


def overlapping(instrument: Instrument) -> Iterator[tuple[Date, Date]]:
    """Yield the ends of numbered years that lie behind the beginning of the next, with that, if all others of
    their kind follow each other day by day; where a row tells its financial year, that is looked at instead.
    """
    for run in _runs(instrument):
        steps = [(one, after, _is_next(one, after)) for one, after in pairwise(run)]
        wrong = [(one, after) for one, after, follows in steps if not follows]
        if len(run) < _FEWEST or len(wrong) != 1:
            continue
        one, after = wrong[0]
        if _tells_its_year(one, instrument):
            continue
        if one.last.value and after.first.value and one.last.value >= after.first.value:
            yield one.last, after.first


def _is_next(one: Range, after: Range) -> bool:
    last, first = one.last.value, after.first.value
    return last is not None and first is not None and first == last + timedelta(days=1)


def _runs(instrument: Instrument) -> Iterator[list[Range]]:
    """Yield the ranges of what is counted 1, 2, 3: in a list of definitions, or in the rows of a table."""
    run: list[Range] = []
    kind, count = "", 0
    for one in ranges(instrument):
        named = _named(one, instrument)
        found = _NUMBERED.match(named)
        goes_on = found is not None and found["what"] == kind and int(found["number"]) == count + 1
        if not goes_on:
            yield run
            run = []
        if found is not None:
            kind, count = found["what"], int(found["number"])
            run.append(one)
    yield run


def _tells_its_year(one: Range, instrument: Instrument) -> bool:
    place = instrument.place_of[one.first.at.passage]
    told = (instrument.place_of[year.at.passage] for year in instrument.years)
    return any(
        other is place or (other.table is not None and (other.table, other.row) == (place.table, place.row))
        for other in told
    )


def _named(one: Range, instrument: Instrument) -> str:
    """Return what a range is named by: the first cell of its row, the term that it defines, or its line."""
    place = instrument.place_of[one.first.at.passage]
    if place.table is None:
        *_, beside = (None, *_NUMBERED.finditer(one.first.at.shortly_before(_SHORTLY)))
        return beside[0] if beside else place.passage.term or place.passage.words
    row = (other for other in instrument.places if other.table is place.table and other.row == place.row)
    return next(row).passage.words
