"""Years in a row, "2024/25, 2025/26 and 2026/27", beside a number of years that is another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Period, Years
from clausekit.patterns import pattern

_NEXT = pattern(r",? (?:and )?|, ")
_TOLD_AFTER = pattern(r",? ?\(?(?:being |i\.e\. |that is,? |a total of |for )?")
_TOLD_BEFORE = pattern(r",? ?[(:]?(?:of |being |namely |that is,? |i\.e\. )?")
_FEWEST = 2


def miscounted_years(
    instrument: Instrument, periods: Sequence[Period]
) -> Iterator[tuple[Sequence[Years], Period]]:
    """Yield the years in a row that are fewer, or more, than is told just before or after them, with that."""
    for row in _rows(instrument.years):
        passage = row[0].at.passage
        for period in periods:
            if period.unit != "year" or period.at.passage is not passage or period.count == len(row):
                continue
            after = _TOLD_AFTER.fullmatch(passage.text, row[-1].at.end, max(row[-1].at.end, period.at.start))
            before = _TOLD_BEFORE.fullmatch(passage.text, period.at.end, max(period.at.end, row[0].at.start))
            if (after and period.at.start > row[-1].at.end) or (before and row[0].at.start > period.at.end):
                yield row, period


def _rows(years: Sequence[Years]) -> Iterator[Sequence[Years]]:
    """Yield the single years that stand in a row, each following the one before it."""
    row: list[Years] = []
    for one in years:
        follows = bool(row) and _follows(row[-1], one)
        if not follows and len(row) >= _FEWEST:
            yield row
        row = [*row, one] if follows else [one]
    if len(row) >= _FEWEST:
        yield row


def _follows(before: Years, one: Years) -> bool:
    return (
        before.at.passage is one.at.passage
        and before.last == before.first + 1 == one.first
        and one.last == one.first + 1
        and _NEXT.fullmatch(one.at.passage.text, before.at.end, one.at.start) is not None
    )
