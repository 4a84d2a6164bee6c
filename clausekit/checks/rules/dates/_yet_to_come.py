"""What is told as past of a day that is still to come when the instrument is made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date
from clausekit.checks.rules._shared.own_date import is_of_another, made_on
from clausekit.checks.rules.dates._ranges import commencement
from clausekit.patterns import pattern

_DID = (
    r"(?:approved|agreed|resolved|adopted|endorsed|considered|decided|signed|entered into|established|set up"
    r"|published|issued|made|received|delegated|consulted|began|awarded|confirmed)"
)
_HAPPENED = pattern(
    rf"(?:\b(?:was|were|has been|have been|had been)(?: \w+ly)? (?:\w+ed|{_DID})"
    r"|\b(?:[Bb]oard|[Cc]abinet|[Cc]ouncils?|[Pp]artners|[Pp]arties|[Cc]ommittee|ICB|CCG|Trust|Authority"
    rf"|Authorities|Executive|[Bb]ody|State|England|Government) (?:has |have |had )?{_DID}"
    r"|\bcame into force|\btook effect)"
    r"\b(?:(?! (?:is|are|due|ends?|ending|expir\w+|until|for|by)\b)[^.;:]){0,60}"
    r" (?:on|of)(?: (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?)? $"
)
_SUPPOSED = pattern(
    r"\b(?:shall|will|must|may|if|when|once|until|unless|where|would|could|should|after|to be|is to|are to"
    r"|from)\b[^.;:]*$",
    re.IGNORECASE,
)
_FAR = 160
_SIGNED_LATE = timedelta(days=366)
"""An instrument without a day on which it was made may have been signed so long after it takes effect."""


def past_yet_to_come(instrument: Instrument) -> Iterator[tuple[Date, Date]]:
    """Yield the days on which something is said to have been done, or another instrument to be made, that are
    after the day on which this one was made; without one, long after it takes effect."""
    made = made_on(instrument)
    last = made or commencement(instrument)
    if last is None or last.value is None:
        return
    limit = last.value if made else last.value + _SIGNED_LATE
    for one in instrument.dates:
        if one.value is None or one.value <= limit or one.at.passage is last.at.passage:
            continue
        before = one.at.shortly_before(_FAR)
        told = _HAPPENED.search(before) or is_of_another(one)
        if told and not _SUPPOSED.search(before):
            yield one, last
