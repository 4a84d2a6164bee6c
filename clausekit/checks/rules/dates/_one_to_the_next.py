"""Who, or what, holds until one day and who, or what, from another, with a gap or an overlap between: "the
chair is A until 31 March 2028, and B from 1 May 2028"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date
from clausekit.patterns import pattern

_HELD = pattern(
    r"\b(?:[Cc]hairs?|[Cc]haired|[Pp]resid\w+|[Hh]osts?|[Hh]osted|[Ss]ecretariat|rates?|price|fees?|charges?"
    r"|office|[Cc]lerk|[Cc]onvenor|[Ss]ecretary)\b"
)
"""What one has at a time, and without a day between."""
_UNTIL = pattern(r"\b(?:until|to|till)(?: the end of| and including)* $")
_FROM = pattern(r"(?:[^.;()]|\([^()]{1,40}\)){0,120}?\b(?:from|with effect from)(?: and including)? ")
_IN_THE_CHAIR = pattern(r"\b[Cc]hair (?:until|from|to)(?: the end of)? $")
_LONGEST_GAP = timedelta(days=100)
_NEAR = 40


def handed_over(instrument: Instrument) -> Iterator[tuple[Date, Date]]:
    """Yield the days from which another holds what one held until a day that is not the one before, with
    that day."""
    for last, first in pairwise(instrument.dates):
        passage = last.at.passage
        if first.at.passage is not passage or last.value is None or first.value is None:
            continue
        sentence = instrument.sentence_of(last.at)
        gap = first.value - last.value - timedelta(days=1)
        if (
            not gap
            or abs(gap) > _LONGEST_GAP
            or first.at.start > sentence.end
            or not _HELD.search(sentence.text)
        ):
            continue
        between = _FROM.fullmatch(passage.text, last.at.end, first.at.start)
        if between is not None and _UNTIL.search(last.at.shortly_before(_NEAR)):
            yield first, last
    yield from _in_tables(instrument)


def _in_tables(instrument: Instrument) -> Iterator[tuple[Date, Date]]:
    """Yield the day from which one member of a list is its chair, if another is until a day that is not the
    one before."""
    ends: dict[int, list[Date]] = defaultdict(list)
    begins: dict[int, list[Date]] = defaultdict(list)
    for one in instrument.dates:
        table = instrument.place_of[one.at.passage].table
        before = one.at.shortly_before(_NEAR)
        if table is None or one.value is None or not _IN_THE_CHAIR.search(before):
            continue
        (ends if _UNTIL.search(before) else begins)[id(table)].append(one)
    for key, until in ends.items():
        if len(until) == len(begins[key]) == 1:
            last, first = until[0], begins[key][0]
            if last.value and first.value and first.value != last.value + timedelta(days=1):
                yield first, last
