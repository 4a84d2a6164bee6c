"""Periods that are spoken of again with "these" or "those", as so many as were not told before."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules.figures._sentences.restated import Restated
from clausekit.patterns import pattern

_AGAIN = pattern(r"\b(?:[Tt]hese|[Tt]hose|[Tt]he said|[Tt]hat period of|[Tt]he same) $")
_THE = pattern(r"\b[Tt]he $")
_PERIOD = pattern(r"(?:[- ](?!notice)[a-z]+)? (?:period|term)\b")
"""What makes "the seven year retention period" one that was told before."""
_LONGEST = 16
_FAR = 3
"""So many paragraphs before it at most the period was told."""


def those_days(instrument: Instrument) -> Iterator[Restated]:
    """Yield the periods that are called those of before, with the only one of that unit there."""
    order = {place.passage: place.order for place in instrument.places}
    for index, period in enumerate(instrument.periods):
        before = period.at.shortly_before(_LONGEST)
        named = _THE.search(before) and _PERIOD.match(period.at.shortly_after(_LONGEST + _LONGEST))
        if not named and not _AGAIN.search(before):
            continue
        at = order[period.at.passage]
        far = 0 if named else _FAR
        near = [
            one
            for one in instrument.periods[:index]
            if at - far <= order[one.at.passage] <= at and one.unit == period.unit
        ]
        told = {(one.count, one.quality) for one in near}
        if len(told) == 1 and near[-1].count != period.count:
            yield Restated(period.at, near[-1].at)
