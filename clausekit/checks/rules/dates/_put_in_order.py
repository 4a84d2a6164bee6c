"""Dates that the words of one sentence put in order: what is extended ends later, a draft comes before the
final report, a deed is varied after it was made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date
from clausekit.checks.rules.dates._ranges import dates_by_passage, is_before
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_FAR = 120
_WEIGHS = r"(?:reviews?|reviewed|consults?|consulted|evaluates?|evaluated|assess(?:es)?|considers?)"
_DECIDES = (
    r"(?:says?|decides?|agrees?|reports?|publish(?:es)?|recommends?|determines?|tells?|adopts?|approves?)"
)
"""What is done first, and what is made of it then."""


def _words(before: str, between: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns of what stands before an earlier date, and between it and a later one."""
    return (
        pattern(rf"\b{before}\b[^.;]{{0,50}}$", re.IGNORECASE),
        pattern(rf"[^.]{{0,90}}\b{between}[^.;]{{0,40}}", re.IGNORECASE),
    )


_IN_ORDER = (
    _words(r"(?:ends?|expires?|runs?|continues?|lasts?)", r"extended\b[^.;]{0,60}\b(?:to|until|by)\b"),
    _words(r"(?:draft|interim|provisional|first)", r"(?:and|with) (?:the|a|its) (?:final|second|full)\b"),
    _words(r"(?:dated|made on|entered into on|signed on|of)",
           r"(?:was|as|and|were) (?:varied|amended|extended|renewed|novated|supplemented)\b"),
    _words(r"(?:beginning|starting|commencing|from)", r"through to\b"),
    _words(r"notice\b[^.;]{0,40}\b(?:by|before|than|on)",
           r"(?:to|so as to) (?:end|expire|terminate|take effect)\b"),
    _words(r"(?:opens?|opened|launched|is (?:issued|published|advertised))",
           r"(?:closes?|closed|and (?:ends?|ended)|deadline)\b"),
    _words(rf"{_WEIGHS}\b[^.;]{{0,60}} (?:by|before|no later than)", rf"(?:and|then)(?: \w+)? {_DECIDES}\b"),
    _words(r"(?:begins?|starts?|commences?)", r"(?:and|but) (?:is|will be|shall be) (?:first )?reviewed\b"),
)  # fmt: skip


def put_in_order(instrument: Instrument) -> Iterator[tuple[Date, Date]]:
    """Yield the dates that are before another date after which their sentence puts them, with that."""
    for dates in dates_by_passage(instrument).values():
        for first, second in pairwise(dates):
            if is_before(second, first) and _are_in_order(first, second):
                yield second, first


def _are_in_order(first: Date, second: Date) -> bool:
    before = first.at.shortly_before(_FAR).rpartition(". ")[2]
    between = Words(first.at.passage, first.at.end, second.at.start).text
    return any(opening.search(before) and link.fullmatch(between) for opening, link in _IN_ORDER)
