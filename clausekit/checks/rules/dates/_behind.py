"""Days by which something is still to be done that lie before the instrument began."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date
from clausekit.checks.instrument.grids import Grid
from clausekit.checks.rules._shared.own_date import made
from clausekit.checks.rules.dates._ranges import commencement, dates_by_passage, is_before
from clausekit.patterns import pattern
from clausekit.reading import Passage

_DONE = r"\w+ed|made|done|sent|given|held|begun|known|set|born|paid|drawn|taken|shown|due|in force|as"
_UNTIL = r"by|before|(?:no|not) later than|on or before|ends? on|ending on|expires? on|end (?:of|on)|on"
_STILL_TO_BE = pattern(
    r"\b(?:shall|will|must|may|(?:is|are)(?: due| required)? to)(?: also| first| then| next)?"
    rf"(?P<doing>(?: (?:not|be|have|been|\w+ly))*(?: (?!(?:{_UNTIL})\b)[\w’'-]+)?)"
    r"(?P<what>(?:,? (?!(?:who|which|that|where|if|than|but|and|or|whose|when|since"
    rf"|{_UNTIL})\b)[\w’'-]+){{0,12}}?)"
    rf",? (?P<until>{_UNTIL}|in) (?:(?:the|end|of) ){{0,3}}(?:\w+day,? )?$",
    re.IGNORECASE,
)
_PRESENT = pattern(
    r"\b(?:is|are)(?: next| first| then| to be)? (?:\w+ly )?(?!(?:dated|registered|known)\b)"
    r"\w+(?:ed|wn|id|de|ld|nt) (?:again )?(?:by|before|(?:no|not) later than)(?: the end of)? $"
    r"|\b(?:meetings?|reviews?|payments?|instalments?|reports?)\b[^.;]{0,30}\b"
    r"(?:takes? place|falls? due|is held|(?:is|are) (?:due|to take place)"
    r"|(?:shall|will|must) (?:be (?:held|paid|made)|take place|begin))(?: on| in| by| before)? $"
    r"|\b(?:shall|will|must) (?:pay|send|submit|deliver|hold|review|provide|make)(?: [a-z]+){1,4} on $",
    re.IGNORECASE,
)
"""What is done, or falls due, by a date to come."""
_ALREADY = pattern(rf"\b(?:{_DONE})$", re.IGNORECASE)
_ENDS = pattern(
    r"(?:(?:scheme|contract|service|post|project|funding|programme|agreement|term|licence|lease) )?"
    r"(?:ends?(?: on| date)?|expires?(?: on)?|expiry(?: date)?|finish(?:es)?|until|review (?:date|by|due)"
    r"|next review|due(?: by| date)?|to be reviewed(?: by)?)\s*:?",
    re.IGNORECASE,
)
_CHANGES = pattern(
    r"[“\"‘][^”\"’]*$|\b(?:delet|replac|substitut|amend|omit|read|formerly|previous|original)\w*",
    re.IGNORECASE,
)
"""Words of a sentence that quotes or changes what another instrument says."""
_FAR = 160
_LAST_MONTHS = 2


def began(instrument: Instrument) -> Date | None:
    """Return the day on which an instrument began: its commencement, or its making if that is earlier."""
    return instrument.once(_began)


def _began(instrument: Instrument) -> Date | None:
    start = commencement(instrument)
    days = (*made(instrument), *((start,) if start else ()))
    return min(days, key=lambda one: one.value or date.max, default=None)


def lying_behind(instrument: Instrument) -> Iterator[tuple[Date, Date]]:
    """Yield the days by which something is still to be done that are before the instrument began, with the
    day on which it began."""
    start = began(instrument)
    if start is None:
        return
    by_passage = dates_by_passage(instrument)
    for dates in by_passage.values():
        for one in dates:
            if is_before(one, start) and _is_still_to_be(instrument, one, start):
                yield one, start
    for grid in instrument.grids:
        for one in _ends(grid, by_passage):
            if is_before(one, start):
                yield one, start


def _is_still_to_be(instrument: Instrument, one: Date, start: Date) -> bool:
    before = one.at.shortly_before(_FAR)
    if instrument.place_of[one.at.passage].role in ("cover", "note") or _CHANGES.search(before):
        return False
    present = _PRESENT.search(before)
    if present and not _ALREADY.search(present[0].removesuffix(" on ")):
        return _is_long_before(one, start)
    found = _STILL_TO_BE.search(before)
    if found is None:
        return False
    only_verb = not found["what"].strip()
    return only_verb or (found["until"].lower() not in ("on", "in") and not _ALREADY.search(found["what"]))


def _is_long_before(one: Date, start: Date) -> bool:
    """Tell whether a day lies so long before a start that what is done by it is no work of the last weeks."""
    if start.value is None:
        return False
    return (start.value.year - one.year) * 12 + start.value.month - one.month > _LAST_MONTHS


def _ends(grid: Grid, dates: Mapping[Passage, Sequence[Date]]) -> Iterator[Date]:
    """Yield the ends that a table gives in a column or a row of ends, if most are later than the first.

    A column of ends that all lie behind is of what is over.
    """
    columns = [
        [row[at] for row in grid.rows[grid.header_rows :] if at < len(row)]
        for at, head in enumerate(grid.heads)
        if _ENDS.fullmatch(head.strip())
    ]
    rows = [
        row[1:] for row in grid.rows if row and row[0] is not None and _ENDS.fullmatch(row[0].text.strip())
    ]
    for cells in (*columns, *rows):
        found = [
            dates[cell.words.passage][0]
            for cell in cells
            if cell is not None and cell.words is not None and len(dates.get(cell.words.passage, ())) == 1
        ]
        values = sorted(one.value for one in found if one.value is not None)
        if len(values) > 1:
            yield from (one for one in found if one.value and one.value < values[len(values) // 2])
