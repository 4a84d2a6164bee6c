"""The day by which something is done so long after the end of a financial year: "within two months of the end
of each Financial Year, that is by 30 June"."""

from __future__ import annotations

from collections.abc import Iterator
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
_ITS_END = date(2000, 3, 31)
"""The end of a financial year, as councils and NHS bodies count it."""
_MONTHS = {"month": 1, "quarter": 3}
_DAYS = {"day": 1, "week": 7, "fortnight": 14}


def due_otherwise(instrument: Instrument) -> Iterator[tuple[Date, Period, date]]:
    """Yield the days by which something is done after the end of a financial year that are not as long after
    it as is told beside them, with that and with the day that is."""
    dates = dates_by_passage(instrument)
    for period in instrument.periods:
        found = _AND_SO_BY.match(period.at.passage.text, period.at.end)
        if found is None or period.quality not in ("", "calendar"):
            continue
        due = next((one for one in dates.get(period.at.passage, ()) if one.at.start == found.end()), None)
        right = _after(period)
        if due is None or right is None or not due.day or due.year:
            continue
        if (due.month, due.day) != (right.month, right.day):
            yield due, period, right


def _after(period: Period) -> date | None:
    """Return the day that is so long after the end of a financial year, in any year."""
    count = int(period.count)
    if period.unit in _MONTHS:
        return add_months(_ITS_END, count * _MONTHS[period.unit])
    return _ITS_END + timedelta(days=count * _DAYS[period.unit]) if period.unit in _DAYS else None
