"""Dates that are out of turn by their year: what is still to be done, before what has been done already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date
from clausekit.patterns import pattern
from clausekit.reading import Passage

_HAS_BEEN = pattern(
    r"\b(?:received|issued|made|sent|served|given|approved|wrote|written|offered|invited|notified|awarded"
    r"|announced|published|accepted|confirmed|agreed|signed)\b"
)
_IS_DUE = pattern(
    r"\b(?:(?:is|are) (?:due|required) (?:to be )?|(?:is|are) to be |(?:must|shall|should|will) be )"
    r"(?:\w+ly )?\w+(?:ed|n|t|d)\b[^.;]{0,40}?\b(?:by|before|no later than|not later than|on or before) "
    r"(?:the )?$"
)
_ON = pattern(r"\b[Oo]n (?:the )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?$")
_FAR = 120
_FEWEST_STEPS = 3
_LONGEST_STEP = timedelta(days=400)


def due_before(instrument: Instrument) -> Iterator[tuple[Date, Date]]:
    """Yield the days by which something is still to be done that are before the day on which what asks for it
    was done, with that: "On 3 March 2027 ... received an offer. It is to be returned by 17 March 2026."."""
    for dates in _by_passage(instrument).values():
        past: Date | None = None
        for one in dates:
            if one.value is None:
                continue
            before, after = one.at.shortly_before(_FAR), one.at.shortly_after(_FAR)
            if _ON.search(before) and _HAS_BEEN.search(after.partition(". ")[0]):
                past = one
            elif past is not None and past.value and _IS_DUE.search(before) and one.value < past.value:
                yield one, past


def steps_out_of_turn(instrument: Instrument) -> Iterator[tuple[Date, Date]]:
    """Yield the one date of a timetable that is before the step above it, though it would be in turn a year
    later, with the date of that step."""
    by_passage = _by_passage(instrument)
    columns: dict[tuple[int, int], list[Date]] = defaultdict(list)
    for place in instrument.places if by_passage else ():
        dates = by_passage.get(place.passage, ()) if place.role == "cell" else ()
        if len(dates) == 1 and dates[0].value is not None:
            columns[id(place.table), place.column].append(dates[0])
    for steps in columns.values():
        days = [one.value for one in steps if one.value]
        if len(steps) > _FEWEST_STEPS and len(days) == len(steps):
            yield from _out_of_turn(steps, days)


def _out_of_turn(steps: Sequence[Date], days: Sequence[date]) -> Iterator[tuple[Date, Date]]:
    falls = [at for at in range(1, len(days)) if days[at] < days[at - 1]]
    if len(falls) != 1 or falls[0] + 1 >= len(days) or days[falls[0]].day == 29:
        return
    at = falls[0]
    later = days[at].replace(year=days[at].year + 1)
    if days[at - 1] <= later <= days[at + 1] <= days[at - 1] + _LONGEST_STEP:
        yield steps[at], steps[at - 1]


def _by_passage(instrument: Instrument) -> Mapping[Passage, Sequence[Date]]:
    found: dict[Passage, list[Date]] = defaultdict(list)
    for one in instrument.dates:
        found[one.at.passage].append(one)
    return found
