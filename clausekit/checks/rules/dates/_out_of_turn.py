"""Dates that are out of turn by their year: what is still to be done, before what has been done already."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

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
_AND = pattern(r",? (?:and )?(?:(?:on|by|until|to) )?(?:the )?|, ")
_AGAIN = pattern(
    r",? (?:and |then |and then )(?:again|after that|thereafter|afterwards|finally|later"
    r"|for the (?:second|last) time),? (?:(?:on|by|in|not later than|no later than) )?(?:the )?"
)
_OPENS = pattern(
    r"(.{3,60}?) (?:opens?|starts?|begins?|commences?|opened|started|began|launch(?:es|ed)?)", re.IGNORECASE
)
_CLOSES = pattern(r"(.{3,60}?) (?:closes?|ends?|finishes|closed|ended|finished|concludes?)", re.IGNORECASE)
_VERSION = pattern(r"(?:[Vv](?:ersion)? ?)?\d{1,2}(?:\.\d{1,2})*")
_TWO = pattern(
    r"\b(?:instalments|payments|parts|moieties|meetings|occasions|invoices),? (?:due |payable |held )?"
    r"on (?:the )?$"
)
_A_YEAR = timedelta(days=365)
_UNEVEN = 5
_UNEVEN_STEPS, _SHORTEST_STEP = 14, 20
"""Days of payment that fall on a weekend are put off, some longer than others."""
_FAR = 120
_FEWEST_STEPS = 3
_FEWEST_ROWS = 4
_UNUSUAL = 15
"""A date that is so many days farther from its neighbour than others are from theirs is out of turn."""
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
            yield from _out_of_turn(steps, days) or _out_of_step(steps, days)


def _out_of_turn(steps: Sequence[Date], days: Sequence[date]) -> Sequence[tuple[Date, Date]]:
    falls = [at for at in range(1, len(days)) if days[at] < days[at - 1]]
    if len(falls) != 1 or falls[0] + 1 >= len(days) or days[falls[0]].day == 29:
        return ()
    at = falls[0]
    later = days[at].replace(year=days[at].year + 1)
    if days[at - 1] <= later <= days[at + 1] <= days[at - 1] + _LONGEST_STEP:
        return ((steps[at], steps[at - 1]),)
    return ()


def _out_of_step(steps: Sequence[Date], days: Sequence[date]) -> Iterator[tuple[Date, Date]]:
    """Yield the only date of a column that would lie as far from those beside it as all others do if it were
    a year later, or earlier: the last of four instalments, or the first."""
    if any(one.day == 29 for one in days) or _is_even(days):
        return
    found = [
        at
        for at, day in enumerate(days)
        for other in (day.year - 1, day.year + 1)
        if _is_even([*days[:at], day.replace(year=other), *days[at + 1 :]])
    ]
    if len(found) == 1:
        at = found[0]
        yield steps[at], steps[at - 1] if at else steps[1]


def _is_even(days: Sequence[date]) -> bool:
    """Tell whether days are a month or a quarter apart, the same each time but for some days."""
    apart = [(after - before).days for before, after in pairwise(days)]
    return min(apart) > _SHORTEST_STEP and max(apart) - min(apart) <= _UNEVEN_STEPS


def listed_out_of_turn(instrument: Instrument) -> Iterator[tuple[Date, Date]]:
    """Yield the day in a row, "1 April 2026, 1 July 2026 and 1 October 2025", that would follow as the others
    do if it were a year later, with the day before it."""
    for passage, dates in _by_passage(instrument).items():
        row: list[Date] = []
        for one in dates:
            if row and (one.value is None or not _AND.fullmatch(passage.text, row[-1].at.end, one.at.start)):
                yield from _late_in(row)
                row = []
            if one.value is not None:
                row.append(one)
        yield from _late_in(row)


def again_before(instrument: Instrument) -> Iterator[tuple[Date, Date]]:
    """Yield the days on which something is done again that are before the first time: "by 1 June 2028, and
    again by 1 June 2027"."""
    for passage, dates in _by_passage(instrument).items():
        for one, again in pairwise(dates):
            told = one.value and again.value and again.value <= one.value
            if told and _AGAIN.fullmatch(passage.text, one.at.end, again.at.start):
                yield again, one


def paid_out_of_turn(instrument: Instrument) -> Iterator[tuple[Date, Date]]:
    """Yield the second of two days of payments or meetings that is before the first: "in two instalments, on
    30 April 2027 and 29 October 2026"."""
    for passage, dates in _by_passage(instrument).items():
        for one, after in pairwise(dates):
            if not (one.value and after.value and after.value < one.value):
                continue
            joined = passage.text[one.at.end : after.at.start] == " and "
            if joined and _TWO.search(one.at.shortly_before(_FAR)):
                yield after, one


def _late_in(row: Sequence[Date]) -> Iterator[tuple[Date, Date]]:
    days = [one.value for one in row if one.value]
    falls = [at for at in range(1, len(days)) if days[at] < days[at - 1]]
    if len(row) < _FEWEST_STEPS or not falls:
        return
    at = falls[0]
    later = [*days[:at], *(day + _A_YEAR if day < days[at - 1] else day for day in days[at:])]
    steps = [(after - before).days for before, after in pairwise(later)]
    if min(steps) > 0 and max(steps) - min(steps) <= _UNEVEN:
        yield row[at], row[at - 1]


def rows_out_of_turn(instrument: Instrument) -> Iterator[tuple[Date, Date]]:
    """Yield the one date of two columns of a timetable that is not, as in all other rows, some days before or
    after the date in the other column, with that."""
    by_passage = _by_passage(instrument)
    for grid in instrument.grids if by_passage else ():
        rows = [
            {
                at: found[0]
                for at, cell in enumerate(row)
                if cell and cell.words and len(found := by_passage.get(cell.words.passage, ())) == 1
                if found[0].value
            }
            for row in grid.rows[grid.header_rows :]
        ]
        columns = [at for at in range(len(grid.heads)) if sum(at in row for row in rows) >= _FEWEST_ROWS]
        for first, second in pairwise(columns):
            yield from _odd_row([(row[first], row[second]) for row in rows if first in row and second in row])


def _odd_row(pairs: Sequence[tuple[Date, Date]]) -> Iterator[tuple[Date, Date]]:
    if len(pairs) < _FEWEST_ROWS:
        return
    apart = [(second.value - first.value).days for first, second in pairs if first.value and second.value]
    usual = sorted(apart)[len(apart) // 2]
    odd = [at for at, days in enumerate(apart) if abs(days - usual) > _UNUSUAL or days * usual < 0]
    others = [days for at, days in enumerate(apart) if at not in odd]
    same_side = all(days > 0 for days in others) or all(days < 0 for days in others)
    if len(odd) == 1 and same_side and apart[odd[0]] * usual <= 0:
        first, second = pairs[odd[0]]
        is_first = _is_out_of_line([first for first, _ in pairs], odd[0])
        yield (first, second) if is_first else (second, first)


def _is_out_of_line(column: Sequence[Date], at: int) -> bool:
    """Tell whether one date of a column is not between those above and below it."""
    around = [column[one].value for one in (at - 1, at, at + 1) if 0 <= one < len(column)]
    days = [one for one in around if one]
    return days != sorted(days)


def closed_before_opened(instrument: Instrument) -> Iterator[tuple[Date, Date]]:
    """Yield the day of a row of a timetable by which something closes that is before the day of the row above
    by which the same opens, with that."""
    dates = _by_passage(instrument)
    for grid in instrument.grids if dates else ():
        for above, below in pairwise(grid.rows):
            heads = [row[0].text.strip() if row and row[0] else "" for row in (above, below)]
            opened, closed = _OPENS.fullmatch(heads[0]), _CLOSES.fullmatch(heads[1])
            if not (opened and closed and opened[1].lower() == closed[1].lower()):
                continue
            days = [
                [one for cell in row[1:] if cell and cell.words for one in dates.get(cell.words.passage, ())]
                for row in (above, below)
            ]
            if all(len(each) == 1 and each[0].value for each in days):
                (first,), (last,) = days
                if first.value and last.value and last.value < first.value:
                    yield last, first


def versions_out_of_turn(instrument: Instrument) -> Iterator[tuple[Date, Date]]:
    """Yield the one date of a history of versions that is before that of the version above it, with that."""
    by_passage = _by_passage(instrument)
    for grid in instrument.grids if instrument.versions else ():
        numbered = [row[0] is not None and _VERSION.fullmatch(row[0].text) for row in grid.rows]
        for at in range(1, len(grid.heads)) if sum(map(bool, numbered)) >= _FEWEST_STEPS else ():
            cells = [cell.words.passage for _, cell in grid.column(at) if cell.words]
            told = [by_passage[one][0] for one in cells if len(by_passage.get(one, ())) == 1]
            days = [one for one in told if one.value]
            falls = [
                (before, one)
                for before, one in pairwise(days)
                if before.value and one.value and one.value < before.value
            ]
            if len(falls) == 1 and len(days) >= _FEWEST_STEPS and instrument.versions.issuperset(cells):
                before, one = falls[0]
                yield one, before


def _by_passage(instrument: Instrument) -> Mapping[Passage, Sequence[Date]]:
    found: dict[Passage, list[Date]] = defaultdict(list)
    for one in instrument.dates:
        found[one.at.passage].append(one)
    return found
