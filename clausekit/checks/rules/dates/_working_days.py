"""The working days of England: no weekends, no bank holidays."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

_MONDAY, _SATURDAY = 0, 5
_DAY = timedelta(days=1)


def working_days_between(one: date, other: date) -> int:
    """Return how many working days after a day another one is, or before it.

    >>> working_days_between(date(2028, 1, 13), date(2028, 1, 20))
    5
    """
    first, last = min(one, other), max(one, other)
    days = (first + _DAY * number for number in range(1, (last - first).days + 1))
    return sum(is_working_day(day) for day in days)


def is_working_day(day: date) -> bool:
    """Tell whether a day is a working day."""
    return day.weekday() < _SATURDAY and day not in _holidays(day.year)


@cache
def _holidays(year: int) -> frozenset[date]:
    """Return the bank holidays of a year, those for single occasions aside."""
    easter = _easter(year)
    fixed: list[date] = []
    for day in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        while day.weekday() >= _SATURDAY or day in fixed:
            day += _DAY
        fixed.append(day)
    mondays = (_monday(year, 5, 1), _monday(year, 5, 25), _monday(year, 8, 25))
    return frozenset((*fixed, easter - 2 * _DAY, easter + _DAY, *mondays))


def _monday(year: int, month: int, day: int) -> date:
    """Return the first Monday from a day on."""
    first = date(year, month, day)
    return first + _DAY * ((_MONDAY - first.weekday()) % 7)


def _easter(year: int) -> date:
    """Return Easter Sunday, by the rule of the calendar.

    >>> _easter(2027)
    datetime.date(2027, 3, 28)
    """
    golden, century = year % 19, year // 100
    leaps = century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15
    moon = leaps % 30
    moon -= (moon // 28) * (1 - (moon // 28) * (29 // (moon + 1)) * ((21 - golden) // 11))
    sunday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    offset = moon - sunday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))
