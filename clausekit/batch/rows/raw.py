"""What a cell of a table can hold, before the dictionary says what it is to be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isfinite
from typing import TypeAlias

from clausekit.parameters.values import DateValue


@dataclass(frozen=True, slots=True)
class ExcelError:
    """What a formula that failed shows in its cell, such as #REF!."""

    code: str


@dataclass(frozen=True, slots=True)
class Uncomputed:
    """A formula whose value was never worked out and stored."""


Raw: TypeAlias = (
    str | int | float | Decimal | bool | date | datetime | time | timedelta | ExcelError | Uncomputed | None
)


class CellError(ValueError):
    """A cell that cannot be taken: what is wrong with it, and what would be right."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


def is_blank(raw: Raw) -> bool:
    """Return whether nothing is in the cell, or nothing but blanks."""
    return raw is None or (isinstance(raw, str) and not raw.strip())


def as_text(raw: Raw) -> str:
    """Return what is in a cell as a message shows it: a number without its binary noise."""
    if isinstance(raw, str):
        return raw.strip()
    if isinstance(raw, bool):
        return "TRUE" if raw else "FALSE"
    if isinstance(raw, ExcelError):
        return raw.code
    if isinstance(raw, int | float | Decimal) and isfinite(raw):
        return plain(exact(raw))
    if isinstance(raw, datetime):
        return raw.isoformat(" ", "minutes")
    return "" if raw is None or isinstance(raw, Uncomputed) else str(raw)


def exact(number: float | Decimal) -> Decimal:
    """Return the number that a person typed: a spreadsheet keeps fifteen digits, what follows is noise."""
    exact = Decimal(f"{number:.15g}") if isinstance(number, float) else Decimal(number)
    if not exact.is_finite():
        raise CellError("This is not a number.", "Type the value again.")
    return exact


def plain(number: Decimal) -> str:
    """Return a number without an exponent and without zeros at the end of its fraction."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def called(raw: Raw) -> str:
    """Return what is in a cell as a message speaks of it: the number 7, the date 1 April 2026."""
    if isinstance(raw, bool):
        return "TRUE" if raw else "FALSE"
    if isinstance(raw, int | float | Decimal):
        return f"the number {as_text(raw)}"
    if isinstance(raw, datetime | date):
        return f"the date {DateValue(raw, '')}"
    if isinstance(raw, time | timedelta):
        return f"the time {raw}"
    return f'"{as_text(raw)}"'
