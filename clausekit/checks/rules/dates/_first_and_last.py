"""Things told with their turn, "the first instalment", "Review 2", of which the later one comes before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date
from clausekit.checks.rules.dates._ranges import dates_by_passage
from clausekit.patterns import pattern

_FIRST = pattern(r"\b(?:[Ff]irst|[Ii]nitial|[Ii]nterim|[Oo]pening) (?P<thing>[a-z]+)\b[^.;]{0,60}$")
_LAST = pattern(
    r"(?:,|and|with)[^.;]{0,30}\b(?:final|last|second|closing) (?:(?P<thing>[a-z]+)\b)?[^.;]{0,40}$"
)
_SMALL = frozenset(("is", "on", "by", "will", "shall", "to", "falls", "being", "due"))
_TURN = pattern(
    r"(?:the )?(?P<thing>instalment|payment|stage|phase|quarter|review|meeting|milestone|tranche|term)"
    r"[ ]?(?P<turn>\d{1,2})\b",
    re.IGNORECASE,
)
_NEAR = 80
_FAR = 4
"""So many paragraphs or cells at most lie between two that follow each other."""


def later_before_first(instrument: Instrument) -> Iterator[tuple[Date, Date]]:
    """Yield the day of a last thing that is before that of the first in one sentence, with that."""
    for passage, dates in dates_by_passage(instrument).items():
        for first, last in pairwise(dates):
            if not (first.value and last.value and last.value < first.value):
                continue
            begins = _FIRST.search(first.at.shortly_before(_NEAR))
            ends = _LAST.search(passage.text, first.at.end, last.at.start)
            if begins and ends and (ends["thing"] in (None, begins["thing"]) or ends["thing"] in _SMALL):
                yield last, first


def turns_out_of_order(instrument: Instrument) -> Iterator[tuple[Date, Date]]:
    """Yield the day of one of several numbered things that is before that of the one before it, with that."""
    before: tuple[str, int, int, Date] | None = None
    dates = dates_by_passage(instrument)
    for place in instrument.places:
        found = _TURN.match(place.passage.text, place.passage.typed)
        own = dates.get(place.passage, ()) if found else ()
        if not found or len(own) != 1:
            continue
        thing, turn, date = found["thing"].lower(), int(found["turn"]), own[0]
        if before is not None and before[:2] == (thing, turn - 1) and place.order - before[2] <= _FAR:
            earlier = before[3]
            if date.value and earlier.value and date.value < earlier.value:
                yield date, earlier
        before = thing, turn, place.order, date
