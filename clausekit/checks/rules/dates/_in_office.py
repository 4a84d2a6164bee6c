"""How long someone holds an office, as a clause says, and how long the first one does by the dates."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date, Period
from clausekit.checks.rules.dates._ranges import dates_by_passage
from clausekit.patterns import pattern
from clausekit.reading import Passage

_SERVES = pattern(
    r"\b(?:serves?|holds? (?:that |the )?office|(?:is|are) (?:appointed|elected)"
    r"|remains? in (?:office|post))\b"
    r"[^.;]{0,40}\bfor (?:a |the )?(?:term |period )?(?:of )?$",
    re.IGNORECASE,
)
_TAKES_OFFICE = pattern(r"\b(?:appointed|elected|(?:took|takes) office|chosen)\b[^.;]{0,40}\b(?:on|from) $")
_UNTIL = pattern(
    r"[^.;]{0,60}\b(?:serves?|holds? (?:that |the )?office|in (?:office|post)|ends?|expires?)\b[^.;]{0,30}"
    r"\b(?:until|to|on)(?: the end of)? "
)


def terms_of_office(instrument: Instrument) -> Iterator[tuple[Period, Date, Date]]:
    """Yield how long an office is held, with the dates from and to which another passage of the clause says
    that someone holds it."""
    lengths: dict[Passage, list[Period]] = defaultdict(list)
    for period in instrument.periods:
        if period.unit == "year" and _SERVES.search(period.at.shortly_before(120)):
            clause = instrument.place_of[period.at.passage].clause
            if clause is not None:
                lengths[clause].append(period)
    if not lengths:
        return
    for passage, dates in dates_by_passage(instrument).items():
        near = lengths.get(instrument.place_of[passage].clause or passage, [])
        if len(near) != 1 or near[0].at.passage is passage:
            continue
        for first, last in pairwise(dates):
            until = _UNTIL.fullmatch(passage.text, first.at.end, last.at.start)
            if until and _TAKES_OFFICE.search(first.at.shortly_before(120)):
                yield near[0], first, last
