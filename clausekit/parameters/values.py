"""Bound values: what a clause is handed, each knowing the parameter it came from.

``str(value)`` is the value as an agreement prints it. Single values are also plain Python values (text, whole
numbers, exact decimals, dates), so that clauses compare them as such. ``FORMATS`` reads what a person typed.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, time
from decimal import Context, Decimal
from typing import NoReturn, TypeAlias

_MONTHS = (  # calendar's own names are in the language of the machine
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class Record(dict[str, "Value"]):
    """A group of parameters, by name."""

    __slots__ = ("parameter",)

    def __init__(self, parameter: str) -> None:
        super().__init__()
        self.parameter = parameter


class Series(list["Value"]):
    """A list of values."""

    __slots__ = ("parameter",)

    def __init__(self, parameter: str) -> None:
        super().__init__()
        self.parameter = parameter


class BlankValue:
    """A value still to come (null): false and empty, and so is everything in it.

    It is equal to no value and neither less nor greater than any.
    """

    __slots__ = ("parameter",)

    def __init__(self, parameter: str) -> None:
        self.parameter = parameter

    def __getitem__(self, key: object) -> BlankValue:
        return BlankValue(f"{self.parameter}.{key}" if isinstance(key, str) else f"{self.parameter}[{key}]")

    def __bool__(self) -> bool:
        return False

    def __len__(self) -> int:
        return 0

    def __iter__(self) -> Iterator[Value]:
        return iter(())

    def __contains__(self, item: object) -> bool:
        return False

    def __eq__(self, other: object) -> bool:
        return isinstance(other, BlankValue) and other.parameter == self.parameter

    def __hash__(self) -> int:
        return hash(self.parameter)

    def _is_unknown(self, _: object) -> bool:
        return False

    __lt__ = __le__ = __gt__ = __ge__ = _is_unknown

    def __repr__(self) -> str:
        return f"BlankValue({self.parameter!r})"


class TextValue(str):
    """Words."""

    __slots__ = ("parameter",)
    parameter: str

    def __new__(cls, text: str, parameter: str) -> TextValue:
        """Return the words as a value of the parameter."""
        value = super().__new__(cls, text)
        value.parameter = parameter
        return value


class WholeValue(int):
    """A whole number."""

    parameter: str

    def __new__(cls, number: int, parameter: str) -> WholeValue:
        """Return the number as a value of the parameter."""
        value = super().__new__(cls, number)
        value.parameter = parameter
        return value


class MoneyValue(Decimal):
    """An amount in pounds; prints "£60,267,168", and pence only if they were given."""

    __slots__ = ("parameter",)
    parameter: str

    def __new__(cls, amount: Decimal, parameter: str) -> MoneyValue:
        """Return the amount as a value of the parameter."""
        value = super().__new__(cls, amount)
        value.parameter = parameter
        return value

    def __str__(self) -> str:
        return f"{'-' if self < 0 else ''}£{abs(self):,f}"

    def __format__(self, specifier: str, _: Context | None = None, /) -> str:
        return super().__format__(specifier) if specifier else str(self)


class PercentageValue(Decimal):
    """A percentage with the digits that were given; prints "6.64%"."""

    __slots__ = ("parameter",)
    parameter: str

    def __new__(cls, percent: Decimal, parameter: str) -> PercentageValue:
        """Return the percentage as a value of the parameter."""
        value = super().__new__(cls, percent)
        value.parameter = parameter
        return value

    def __str__(self) -> str:
        return f"{self:f}%"

    def __format__(self, specifier: str, _: Context | None = None, /) -> str:
        return super().__format__(specifier) if specifier else str(self)


class DateValue(date):
    """A day; prints "1 April 2019"."""

    __slots__ = ("parameter",)
    parameter: str

    def __new__(cls, day: date, parameter: str) -> DateValue:
        """Return the day as a value of the parameter."""
        value = super().__new__(cls, day.year, day.month, day.day)
        value.parameter = parameter
        return value

    def __str__(self) -> str:
        return f"{self.day} {_MONTHS[self.month - 1]} {self.year}"


class TimeValue(time):
    """A time of day; prints "8.00 am"."""

    __slots__ = ("parameter",)
    parameter: str

    def __new__(cls, clock: time, parameter: str) -> TimeValue:
        """Return the time of day as a value of the parameter."""
        value = super().__new__(cls, clock.hour, clock.minute)
        value.parameter = parameter
        return value

    def __str__(self) -> str:
        if self.minute == 0 and self.hour % 12 == 0:
            return "12.00 noon" if self.hour else "12.00 midnight"  # "12.00 am" is read both ways
        return f"{self.hour % 12 or 12}.{self.minute:02} {'am' if self.hour < 12 else 'pm'}"


class IncomparableError(TypeError):
    """Two values of which neither is the greater; the message names both, for an officer."""


class PeriodValue(str):
    """A length of time; prints "12 months", or "20 Working Days", the defined term.

    Only periods in the same unit can be compared: a month has no fixed number of days.
    """

    __slots__ = ("number", "parameter", "unit")
    number: int
    unit: str
    parameter: str

    def __new__(cls, count: int, unit: str, parameter: str) -> PeriodValue:
        """Return the period (``unit`` in the singular) as a value of the parameter."""
        printed = "Working Day" if unit == "working day" else unit
        value = super().__new__(cls, f"{count} {printed}{'' if count == 1 else 's'}")
        value.number, value.unit, value.parameter = count, unit, parameter
        return value

    def __lt__(self, other: object) -> bool:
        return self._compares(operator.lt, other)

    def __le__(self, other: object) -> bool:
        return self._compares(operator.le, other)

    def __gt__(self, other: object) -> bool:
        return self._compares(operator.gt, other)

    def __ge__(self, other: object) -> bool:
        return self._compares(operator.ge, other)

    def _compares(self, relation: Callable[[int, int], bool], other: object) -> bool:
        if isinstance(other, BlankValue):
            return False
        if not isinstance(other, PeriodValue) or other.unit != self.unit:
            raise IncomparableError(f"{self.parameter} ({self}) cannot be compared with {other!s}")
        return relation(self.number, other.number)


class YearValue(str):
    """A financial year, 1 April to 31 March; prints "2019/20"."""

    __slots__ = ("first", "parameter")
    first: int
    parameter: str

    def __new__(cls, first: int, parameter: str) -> YearValue:
        """Return the financial year that begins in that calendar year as a value of the parameter."""
        value = super().__new__(cls, f"{first}/{(first + 1) % 100:02}")
        value.first, value.parameter = first, parameter
        return value

    @property
    def first_day(self) -> DateValue:
        """The 1 April on which the year begins."""
        return DateValue(date(self.first, 4, 1), self.parameter)

    @property
    def last_day(self) -> DateValue:
        """The 31 March on which the year ends."""
        return DateValue(date(self.first + 1, 3, 31), self.parameter)

    @property
    def dashed(self) -> TextValue:
        """The year as "2019-20"."""
        return TextValue(self.replace("/", "-"), self.parameter)


class PartyValue(str):
    """A choice of one of the parties; prints its short name, and holds what is known of it.

    It is equal to its short name and to the party itself. Until the parties of the matter are known, its
    ``party`` is a blank.
    """

    __slots__ = ("parameter", "party")
    party: Record | BlankValue
    parameter: str

    def __new__(cls, short: str, parameter: str) -> PartyValue:
        """Return the choice of the party with that short name as a value of the parameter."""
        value = super().__new__(cls, short)
        value.party, value.parameter = BlankValue(parameter), parameter
        return value

    def __eq__(self, other: object) -> bool:
        return super().__eq__(other) if isinstance(other, str) else other is self.party

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = str.__hash__


Value: TypeAlias = (
    Record
    | Series
    | BlankValue
    | TextValue
    | WholeValue
    | MoneyValue
    | PercentageValue
    | DateValue
    | TimeValue
    | PeriodValue
    | YearValue
    | PartyValue
    | bool
)


@dataclass(frozen=True, slots=True)
class Format:
    """A way of writing a value: its name with article, an example, its pattern, what clauses may ask of it.

    ``read`` takes a match of the pattern and the parameter's name; it raises ValueError with what is wrong.
    """

    called: str
    example: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], str], Value]
    attributes: frozenset[str] = frozenset()


def read_value(format_name: str, text: str, parameter: str) -> Value:
    """Return the value that the text stands for in that format.

    Raises ValueError with what is wrong with it ("there is no month 13"), empty if it does not look like one.
    """
    match = FORMATS[format_name].pattern.search(text)
    if match is None:
        raise ValueError
    return FORMATS[format_name].read(match, parameter)


def read_date(text: str) -> date:
    """Return the day written as 2019-04-01. Raises ValueError with what is wrong, as ``read_value``."""
    value = read_value("date", text, "")
    assert isinstance(value, DateValue)
    return date.fromordinal(value.toordinal())


def _date(match: re.Match[str], parameter: str) -> DateValue:
    year, month, day = (int(part) for part in match.groups())
    if not 1 <= month <= 12:
        _refuse(f"there is no month {month}")
    try:
        return DateValue(date(year, month, day), parameter)
    except ValueError:
        _refuse(f"{_MONTHS[month - 1]} {year} has no day {day}")


def _money(match: re.Match[str], parameter: str) -> MoneyValue:
    return MoneyValue(Decimal(match.group().replace("£", "").replace(",", "")), parameter)


def _percentage(match: re.Match[str], parameter: str) -> PercentageValue:
    return PercentageValue(Decimal(match.group(1)), parameter)


def _period(match: re.Match[str], parameter: str) -> PeriodValue:
    return PeriodValue(int(match.group(1)), match.group(2).lower(), parameter)


def _year(match: re.Match[str], parameter: str) -> YearValue:
    first, last = int(match.group(1)), int(match.group(2))
    if last != (first + 1) % 100:
        _refuse(f"the year after {first} is {first + 1}")
    return YearValue(first, parameter)


def _time(match: re.Match[str], parameter: str) -> TimeValue:
    return TimeValue(time(int(match.group(1)), int(match.group(2))), parameter)


def _refuse(reason: str) -> NoReturn:
    raise ValueError(reason)


def _pattern(expression: str) -> re.Pattern[str]:
    # not \d, which takes the digits of all scripts, and not $, which lets a line end pass
    return re.compile(f"^{expression}(?![\\s\\S])")


FORMATS = {
    "date": Format("a date", "2019-04-01", _pattern(r"([12][0-9]{3})-([0-9]{2})-([0-9]{2})"), _date),
    "money": Format(
        "an amount of money",
        "£60,267,168",
        _pattern(r"-?£?([0-9]{1,3}(,[0-9]{3}){1,4}|[0-9]{1,15})(\.[0-9]{2})?"),
        _money,
    ),
    "percentage": Format(
        "a percentage", "6.64%", _pattern(r"(-?[0-9]{1,4}(?:\.[0-9]{1,8})?) ?%"), _percentage
    ),
    "period": Format(
        "a period",
        "12 months",
        _pattern(r"([1-9][0-9]{0,3}) ([Hh]our|[Dd]ay|[Ww]orking [Dd]ay|[Ww]eek|[Mm]onth|[Yy]ear)[s]?"),
        _period,
        frozenset({"unit"}),
    ),
    "financial-year": Format(
        "a financial year",
        "2019/20",
        _pattern(r"([12][0-9]{3})[/-]([0-9]{2})"),
        _year,
        frozenset({"first_day", "last_day", "dashed"}),
    ),
    "time": Format("a time of day", "08:00", _pattern(r"([01][0-9]|2[0-3]):([0-5][0-9])"), _time),
}
"""Every format of a single value; ``party`` is apart, since it looks at the parties of the matter."""
