"""Periods within which something is done so that something else is done within a shorter one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Period
from clausekit.patterns import pattern
from clausekit.reading import Passage

_HOURS = {"hour": 1, "day": 24, "week": 168, "month": 730, "year": 8766}
_WORKING = 7 / 5
_WITHIN = r"\b(?:within|inside|(?:no|not) (?:later|more) than)(?: the| a| a period of)?"
_LIMIT = pattern(rf"{_WITHIN} $")
_SO_THAT = pattern(
    r"[^.;]{0,80}?(?:,? ?\b(?:so that|so as to|in order (?:that|to)|to enable|to allow|to ensure|to permit"
    r"|enabling|allowing|such that|in time for|to help)\b)[^.;]{0,160}?"
    rf"(?:{_WITHIN}|\b(?:statutory|deadline of|limit of|the)) $"
)
_OF_ITS_OWN = pattern(
    r" (?:of|after|from|following) (?:being told|being notified|receiv\w+|receipt|that|the (?:notice"
    r"|notification|report)|such|hearing|so )"
)
"""What follows a period that begins only when the first is over."""


def too_long_for(instrument: Instrument) -> Iterator[tuple[Period, Period]]:
    """Yield the periods that are longer than those for which they are told to be in time, with these."""
    by_passage: dict[Passage, list[Period]] = {}
    for period in instrument.periods:
        by_passage.setdefault(period.at.passage, []).append(period)
    for passage, periods in by_passage.items():
        for first, second in pairwise(periods):
            between = passage.text[first.at.end : second.at.start]
            if (
                _LIMIT.search(first.at.shortly_before(40))
                and _SO_THAT.fullmatch(between)
                and not _OF_ITS_OWN.match(second.at.shortly_after(40))
                and _hours(first) > _hours(second)
            ):
                yield first, second


def _hours(one: Period) -> float:
    return float(one.count) * _HOURS.get(one.unit, 0) * (_WORKING if one.quality else 1)
