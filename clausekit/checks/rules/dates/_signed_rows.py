"""Rows of a timetable that give the day on which the instrument itself is signed, another than it bears."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date
from clausekit.checks.rules._shared.own_date import made_on
from clausekit.checks.rules.dates._ranges import dates_by_passage
from clausekit.patterns import pattern

_IT_IS_SIGNED = pattern(
    r"(?:(?:this|the) )?(?:agreement|memorandum(?: of understanding)?|mou|deed|protocol|contract)"
    r"(?: (?:is|to be|will be))? (?:signed|executed|made|dated|completed|sealed)(?: by all(?: \w+)?)?"
    r"|(?:signing|signature|execution|date|sealing) of (?:this|the) (?:agreement|memorandum|mou|deed"
    r"|protocol)|(?:this |the )?(?:agreement|memorandum|mou|deed) (?:signature|signing|date)",
    re.IGNORECASE,
)


def signed_on_another_day(instrument: Instrument) -> Iterator[tuple[Date, Date]]:
    """Yield the day of a row by which the instrument is signed, if that is not the day that it bears."""
    made = made_on(instrument)
    if made is None or made.value is None:
        return
    dates = dates_by_passage(instrument)
    for grid in instrument.grids:
        for first, *others in grid.rows:
            if first is None or not _IT_IS_SIGNED.fullmatch(first.text.strip()):
                continue
            found = [
                one for cell in others if cell and cell.words for one in dates.get(cell.words.passage, ())
            ]
            if len(found) == 1 and found[0].value and found[0].value != made.value:
                yield found[0], made
