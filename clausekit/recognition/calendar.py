"""Dates, financial years and periods in a text, each with its value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from clausekit.patterns import pattern
from clausekit.recognition.amounts import NUMBER_WORDS, number_of

_NAMES = "January February March April May June July August September October November December"
MONTHS = tuple(_NAMES.split())
"""The months, January first."""

_MONTH = "|".join(
    (
        *MONTHS,
        *(month.upper() for month in MONTHS),
        *(f"{month[:3]}" for month in MONTHS if month != "May"),
        "Sept",
    )
)
_B = r"[ \u00a0]"
_ONES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
_TWENTIES = [f"twenty-{one}" for one in _ONES]
_ORDINALS = (*_ONES, *_TEENS.split(), "twentieth", *_TWENTIES, "thirtieth", "thirty-first")
"""The days of a month in words: "the first day of October 2009"."""
_DATE = pattern(
    rf"(?<![\w/.])(?:(?P<day>\d{{1,2}})(?:(?P<ordinal>st|nd|rd|th),?)?{_B}(?:(?:day{_B})?of{_B})?(?P<month>{_MONTH})\b"
    rf"(?:(?:\.,?|{_B}?,)?{_B}(?P<year>\d{{4}}))?"
    rf"|(?P<month2>{_MONTH}){_B}(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?{_B}(?P<year2>\d{{4}})"
    rf"|(?P<month3>{_MONTH}){_B}(?P<year3>\d{{4}})"
    r"|(?P<day4>\d{1,2})/(?P<month4>\d{1,2})/(?P<year4>\d{4}|\d\d)(?!/)"
    r"|(?P<day5>\d{1,2})\.(?P<month5>\d{1,2})\.(?P<year5>\d{4})"
    r"|(?P<year6>\d{4})-(?P<month6>\d\d)-(?P<day6>\d\d)"
    rf"|(?P<day8>(?i:{'|'.join(_ORDINALS)})){_B}day{_B}of{_B}(?P<month8>{_MONTH})(?:{_B}(?P<year8>\d{{4}}))?"
    rf"|(?<!-)(?P<day7>\d{{1,2}})-(?P<month7>\d\d|{_MONTH})-(?P<year7>\d{{4}}|(?<=[a-z]-)\d\d)(?!-))(?!\w)"
)
_YEARS = pattern(
    r"(?<![\w/.-])(?<!\bSI )(?P<first>(?:19|20)\d\d)[ ]?(?P<mark>[/–-])[ ]?(?P<last>(?:19|20)?\d\d)(?![\w/-])"
    rf"(?!(?:st|nd|rd|th)?{_B}(?:{_MONTH})\b)"
)
"""A year that a day follows is the end of a date: "1 April 2015-31 March 2016"."""
_UNITS = ("hour", "day", "week", "fortnight", "month", "quarter", "year")
_PERIOD = pattern(
    rf"(?<![\w-])(?P<count>\d{{1,4}}(?:\.\d)?|{NUMBER_WORDS})(?:{_B}\((?:[a-z -]{{1,30}}|\d{{1,4}})\))?"
    rf"(?:{_B}|-)(?:(?P<quality>working|business|calendar|clear|consecutive|full|complete|financial|scheme|contract)(?:{_B}|-))?"
    rf"(?P<unit>{'|'.join(_UNITS)})s?\b",
    re.IGNORECASE,
)


class Day(NamedTuple):
    """A date as written; ``value`` is None if there is no such day, or if its day or year is not told.

    ``year``, ``month`` and ``day`` are what is told of it, 0 what is not. ``ordinal`` is the ending that the
    day has ("1st"), ``numeric`` tells that the month is a number.
    """

    start: int
    end: int
    year: int
    month: int
    day: int
    value: date | None
    ordinal: str = ""
    numeric: bool = False

    @property
    def impossible(self) -> bool:
        """Whether it tells all of a date, but of none that there is."""
        if self.day and self.month and not self.year:
            return _date(2000, self.month, self.day) is None
        return bool(self.day and self.month and self.year) and self.value is None


class Years(NamedTuple):
    """A financial year or a run of them, "2019/20" or "2017-19": its first and last year as printed."""

    start: int
    end: int
    first: int
    last: int
    mark: str


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time: "thirty (30) Working Days" is 30, "day", "working"."""

    start: int
    end: int
    count: Decimal
    unit: str
    quality: str = ""


def days(text: str, start: int = 0) -> Iterator[Day]:
    """Yield the dates of a text.

    >>> [(one.year, one.month, one.day, one.impossible) for one in days("31 April 2020, then May 2021")]
    [(2020, 4, 31, True), (2021, 5, 0, False)]
    """
    for match in _DATE.finditer(text, start):
        told = {name.rstrip("2345678"): value for name, value in match.groupdict().items() if value}
        year, day = int(told.get("year", 0)), _day_of(told.get("day", "0"))
        if 0 < year < 100:
            year += 2000
        month = int(told["month"]) if told["month"].isdecimal() else _month(told["month"])
        yield Day(
            match.start(),
            match.end(),
            year,
            month,
            day,
            _date(year, month, day),
            match["ordinal"] or "",
            told["month"].isdecimal(),
        )


def years(text: str, start: int = 0) -> Iterator[Years]:
    """Yield the financial years, and runs of them, of a text.

    >>> [(one.first, one.last) for one in years("for 2019/20 and 2017-19")]
    [(2019, 2020), (2017, 2019)]
    """
    for match in _YEARS.finditer(text, start):
        first, last = int(match["first"]), match["last"]
        final = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
        if final < first and len(last) == 2:
            final += 100 if first % 100 == 99 and last == "00" else 0
        yield Years(match.start(), match.end(), first, final, match["mark"])


def periods(text: str, start: int = 0) -> Iterator[Period]:
    """Yield the periods of a text.

    >>> [(int(one.count), one.unit, one.quality) for one in periods("ten Working Days or 3 months")]
    [(10, 'day', 'working'), (3, 'month', '')]
    """
    small = text.lower()
    for match in _PERIOD.finditer(text, start) if any(unit in small for unit in _UNITS) else ():
        told = match["count"]
        count = Decimal(told) if told[0].isdecimal() else number_of(told)
        is_a_year = told.isdecimal() and len(told) == 4 and match["unit"].lower() == "year"
        if count is not None and not is_a_year:  # "the Act 2006 Financial Year"
            quality = (match["quality"] or "").lower()
            yield Period(match.start(), match.end(), Decimal(count), match["unit"].lower(), quality)


def _day_of(told: str) -> int:
    return int(told) if told.isdecimal() else _ORDINALS.index(told.lower()) + 1


def _month(name: str) -> int:
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(name[:3].title()))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
