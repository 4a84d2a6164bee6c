"""The day by which something is done so long after the end of a financial year: "within two months of the end
of each Financial Year, that is by 30 June"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date, Period
from clausekit.checks.rules.dates._ranges import add_months, dates_by_passage
from clausekit.patterns import pattern

_AND_SO_BY = pattern(
    r" (?:of|after|from|following) the (?:end|close) of (?:each|every|the|that|a|any) [Ff]inancial [Yy]ear"
    r"(?:,? \(|, | )(?:(?:that is(?: to say)?|namely|i\.e\.|being|meaning|so|and so|in other words),? )?"
    r"(?:by|before|on or before|(?:not|no) later than) (?:the )?(?:end of )?"
)
_BY_THEN = pattern(
    r"(?:, (?:(?:being|that is|which is),? )|[ ]\((?:being |that is |i\.e\. )?)(?:within "
    r"|not later than |no later than )?$"
)
_OF_THE_YEAR = pattern(
    r" (?:of|after|from|following) the (?:end|close) of (?:each|every|the|that|a|any)"
    r"(?: preceding| previous)? [Ff]inancial [Yy]ear\b"
)
_ITS_END = date(2000, 3, 31)
"""The end of a financial year, as councils and NHS bodies count it."""
_MONTHS = {"month": 1, "quarter": 3}
_DAYS = {"day": 1, "week": 7, "fortnight": 14}


def due_otherwise(instrument: Instrument) -> Iterator[tuple[Date, Period, date]]:
    """Yield the days by which something is done after the end of a financial year that are not as long after
    it as is told beside them, with that and with the day that is."""
    dates = dates_by_passage(instrument)
    for period in instrument.periods:
        yield from _told_before(period, dates.get(period.at.passage, ()))
        found = _AND_SO_BY.match(period.at.passage.text, period.at.end)
        if found is None or period.quality not in ("", "calendar"):
            continue
        due = next((one for one in dates.get(period.at.passage, ()) if one.at.start == found.end()), None)
        right = _after(period)
        if due is None or right is None or not due.day or due.year:
            continue
        if (due.month, due.day) != (right.month, right.day):
            yield due, period, right


def _told_before(period: Period, dates: Sequence[Date]) -> Iterator[tuple[Date, Period, date]]:
    """Yield "not later than 30 June, being within two months of the end of the Financial Year"."""
    text = period.at.passage.text
    if period.quality not in ("", "calendar") or not _OF_THE_YEAR.match(text, period.at.end):
        return
    due = next((one for one in reversed(dates) if one.at.end <= period.at.start), None)
    right = _after(period)
    if due is None or right is None or not due.day or due.year:
        return
    between = text[due.at.end : period.at.start]
    if (due.month, due.day) != (right.month, right.day) and _BY_THEN.fullmatch(between):
        yield due, period, right


def _after(period: Period) -> date | None:
    """Return the day that is so long after the end of a financial year, in any year."""
    count = int(period.count)
    if period.unit in _MONTHS:
        return add_months(_ITS_END, count * _MONTHS[period.unit])
    return _ITS_END + timedelta(days=count * _DAYS[period.unit]) if period.unit in _DAYS else None
