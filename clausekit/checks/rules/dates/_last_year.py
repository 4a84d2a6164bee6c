"""Financial years that were not brought up to date: the one before the first of an instrument where its own
must be meant, and the same year at the head of two columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date, Years
from clausekit.checks.rules.dates._behind import began
from clausekit.checks.rules.dates._ranges import Range, commencement, ranges
from clausekit.patterns import pattern
from clausekit.reading import Passage

_PAID = r"contributions?|budgets?|funding|payments?|instalments?|expenditure|resources|allocations?|scheme"
_FOR = pattern(
    rf"\b(?:{_PAID}|fund|plan)(?: \w+){{0,3}}? (?:for|in)"
    r" (?:the )?(?:financial )?(?:year )?$|^(?:the )?financial year\s*:?\s*$",
    re.IGNORECASE,
)
"""What stands before the year for which something is paid."""
_HEADS = pattern(rf"\b(?:{_PAID})\b|^\W*(?:financial )?year\b", re.IGNORECASE)
_THEN_PAID = pattern(
    r"[ ,]{1,2}[^.;]{0,60}\b(?:shall|will|must|contributes?|pays?|makes?|provides?|(?:is|are) to)\b"
)
_OPENS = pattern(
    r"(?:^|[.;:(] ?)(?:\([a-z]+\) ?)?(?:For|In)(?: respect of)? (?:the )?(?:[Ff]inancial [Yy]ear )?$"
)
"""How a sentence opens with the year for which it says what shall be paid."""
_PAID_IN = pattern(
    rf"\b(?:{_PAID})\b[^.;]{{0,40}} (?:is|are|will be|shall be) [^.;]{{0,60}}£[^.;]{{1,20}} (?:in|for)"
    r" (?:the )?(?:financial year )?$",
    re.IGNORECASE,
)
_RUNS = pattern(
    r"\b(?:runs?|lasts?|appl(?:y|ies)|operates?|continues?|begins?|starts?|is|are"
    r"|(?:shall|will) (?:be|run|last))(?: in force| available| funded| provided| open| payable)?"
    r"(?: (?:for|over) [^.;]{0,30})?,? from $"
)
_APRIL, _MARCH = (4, 1), (3, 31)
_COMPARES = pattern(
    r"\b(?:baseline|out-?turn|actuals?|previous|prior|last|preceding|compar\w*|increase\w*|uplift\w*|rise\w*"
    r"|rose|since|than|prices|was|were|had|has been|have been|underspen\w+|overspen\w+|carried|brought|spent"
    r"|audited|historic\w*|began|before|up to|until|to date|report\w*|position|reconcil\w*|accounts|base year"
    r"|based on|trend|forecast|illustrat\w*|closing|opening|balance|as in|levels?|set up|introduced|approved"
    r"|published|ran|held)\b",
    re.IGNORECASE,
)
"""Words of one who looks back, or measures by a year that is over."""
_FIRST_MONTH = 4
_FAR = 200
_PAIR = 2


def years_left_behind(instrument: Instrument) -> Iterator[tuple[Years, Date]]:
    """Yield the financial years just before the first of the instrument for which contributions, a budget or
    a scheme are told, in a heading, a caption, the head of a table or a sentence, with when it began.

    A table, and what stands before it, that has a year of the instrument as well compares the two.
    """
    start = _start(instrument)
    if start is None or start.value is None:
        return
    first = start.value.year
    own = {one.at.passage for one in instrument.years if one.first >= first or one.last - one.first > 1}
    beside = _tables_with(own, instrument)
    for one in instrument.years:
        passage = one.at.passage
        if (one.first, one.last) != (first - 1, first) or passage in own or _COMPARES.search(passage.text):
            continue
        table = instrument.place_of[passage].table
        if table is not None and id(table) in beside:
            continue
        if _is_told_for(one, instrument):
            yield one, start


def ranges_left_behind(instrument: Instrument) -> Iterator[tuple[Range, Date]]:
    """Yield the dates of one or more financial years from which and to which something is said to run, though
    they are over before the instrument begins, with when it began."""
    start = _start(instrument)
    if start is None or start.value is None:
        return
    for one in ranges(instrument):
        first, last = one.first.value, one.last.value
        if first is None or last is None or not first < last < start.value:
            continue
        whole = ((first.month, first.day), (last.month, last.day)) == (_APRIL, _MARCH)
        before = one.first.at.shortly_before(_FAR)
        if whole and _RUNS.search(before) and not _COMPARES.search(before):
            yield one, start


def _start(instrument: Instrument) -> Date | None:
    """Return the day from which an instrument has effect, if its first financial year begins with it."""
    start = commencement(instrument) or began(instrument)
    return start if start and start.value and start.value.month >= _FIRST_MONTH else None


def years_at_two_heads(instrument: Instrument) -> Iterator[tuple[Years, Years]]:
    """Yield the years at the head of a column that the column before it has as well, in the same words, with
    that: of "Target 2025/26" twice the second is of another year."""
    by_passage = {one.at.passage: one for one in instrument.years}
    for grid in instrument.grids if by_passage else ():
        for at, (head, after) in enumerate(pairwise(grid.heads)):
            if head.strip() and head.split() == after.split() and grid.heads.count(head) == _PAIR:
                first, second = (
                    [
                        by_passage[cell.words.passage]
                        for row in grid.rows[: grid.header_rows]
                        if (cell := row[column]) and cell.words and cell.words.passage in by_passage
                    ]
                    for column in (at, at + 1)
                )
                if first and second:
                    yield second[-1], first[-1]


def _is_told_for(one: Years, instrument: Instrument) -> bool:
    """Tell whether something is paid or planned for a year: it heads that, or words before it say so."""
    place, before = instrument.place_of[one.at.passage], one.at.before
    if place.role == "heading" or _captions(one.at.passage, instrument):
        return _HEADS.search(before) is not None
    if place.role == "cell":
        return place.row == 0 and _FOR.search(before) is not None
    if place.role != "text":
        return False
    before = one.at.shortly_before(_FAR)
    opens = _OPENS.search(before) and _THEN_PAID.match(one.at.shortly_after(_FAR))
    return bool(opens or _FOR.search(before) or _PAID_IN.search(before))


def _captions(passage: Passage, instrument: Instrument) -> bool:
    return any(grid.caption is passage for grid in instrument.grids)


def _tables_with(passages: set[Passage], instrument: Instrument) -> set[int]:
    """Return the tables in which some passages stand, or that they head."""
    places = (instrument.place_of[passage] for passage in passages)
    return {id(place.table) for place in places if place.table} | {
        id(grid.table) for grid in instrument.grids if grid.caption in passages
    }
