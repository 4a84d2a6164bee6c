"""Days by which a first review or report is due before there is anything to look back on: before the
instrument begins, or before the first year is over after whose end it is due."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date
from clausekit.checks.instrument.grids import Grid
from clausekit.checks.rules.dates._ranges import commencement, dates_by_passage, is_before
from clausekit.patterns import pattern
from clausekit.reading import Passage

_THING = (
    r"(?:reviews?|reports?|returns?|evaluations?|audits?|accounts|statements?|reconciliations?|appraisals?)"
)
_BY = r"(?:by|before|on|in|no later than|not later than)(?: the end of)? (?:\w+day,? )?$"
_FIRST = pattern(
    rf"\b[Ff]irst (?:(?!meeting|payment|instalment|draft)[\w-]+ ){{0,3}}?{_THING}\b[^.;]{{0,80}}?\b{_BY}"
    rf"|\b[Ff]irst (?:reviewed|evaluated|audited|appraised) {_BY}"
)
_FIRST_OF_EACH = pattern(
    rf"\b[Tt]he first(?: of (?:them|these|which))?(?: (?:is|being|to be|will be|shall be|falls?))? due {_BY}"
    rf"|\b[Ff]irst (?:[\w-]+ ){{0,3}}?{_THING} (?:is|being|to be|will be|shall be|falls?)(?: due)? {_BY}"
)
_FIRST_CELL = pattern(rf"First (?:[\w-]+ ){{0,2}}?{_THING}(?: (?:date|due(?: by)?|by|of [\w ]{{3,40}}))?:?")
_OF_OTHER_TIMES = pattern(
    r"\b(?:was|were|took|had|has|have|held|since|[Mm]obilis\w+|[Rr]eadiness|[Bb]aseline|[Tt]ransition\w*"
    r"|[Pp]repar\w+|[Dd]raft\w*|until|previous\w*|former\w*|earlier|existing|set-up|[Ii]mplement\w+"
    r"|[Dd]ue [Dd]iligence|[Ss]hadow)\b|[“\"‘][^”\"’]*$"
)
"""What is told of the time before the start, or of what is over."""
_AFTER_A_YEAR = pattern(
    r"\b(?:[Aa]fter|[Ff]ollowing) (?:the )?(?:end|close) of (?:each|every|the|a) [Ff]inancial [Yy]ear\b"
)
_FAR = 240
_MARCH = 3


def first_before_the_start(instrument: Instrument) -> Iterator[tuple[Date, Date]]:
    """Yield the days by which a first review or report is due that are before the instrument begins, with the
    day on which it does."""
    start = commencement(instrument)
    if start is None:
        return
    for one in instrument.dates:
        role = instrument.place_of[one.at.passage].role
        told = one.at.shortly_before(_FAR).rpartition(". ")[2] if role == "text" else ""
        if _FIRST.search(told) and not _OF_OTHER_TIMES.search(told) and is_before(one, start):
            yield one, start
    dates = dates_by_passage(instrument)
    for grid in instrument.grids:
        yield from ((one, start) for one in _in_rows(grid, dates) if is_before(one, start))


def _in_rows(grid: Grid, dates: Mapping[Passage, Sequence[Date]]) -> Iterator[Date]:
    """Yield the only date of each row for a first review or report."""
    for first, *others in grid.rows:
        passages = [cell.words.passage for cell in others if cell and cell.words]
        found = [one for passage in passages for one in dates.get(passage, ())]
        if first and len(found) == 1 and _FIRST_CELL.fullmatch(first.text.strip()):
            yield found[0]


def first_before_its_year_ends(instrument: Instrument) -> Iterator[tuple[Date, date]]:
    """Yield the days by which the first is due of what is made after the end of each financial year that are
    before the end of the first one, with that."""
    start = commencement(instrument)
    if start is None or start.value is None:
        return
    began = start.value
    end = date(began.year + (began.month > _MARCH), _MARCH, 31)
    for one in instrument.dates:
        told = one.at.shortly_before(_FAR)
        after = _AFTER_A_YEAR.search(told)
        if one.value and began <= one.value < end and after and _FIRST_OF_EACH.search(told, after.end()):
            yield one, end
