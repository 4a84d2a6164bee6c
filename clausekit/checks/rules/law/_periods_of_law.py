"""The periods that law fixes; kept in ``clausekit/checks/data/periods_of_law.tsv``."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from clausekit.checks.rules._shared.data import table
from clausekit.checks.rules._shared.law import day_of, several
from clausekit.checks.rules.law._provisions import phrases

_HOURS = {"hour": 1.0, "day": 24.0, "week": 168.0, "month": 730.5, "year": 8766.0}
_WORKING = 7 / 5
"""So many days stand for a working day."""
_ALIKE = 1.1
"""A month may be 28 days or 31: what differs by less than this may be the same period."""
_NUMBERS = {1: "one", 3: "three", 6: "six", 7: "seven", 8: "eight", 20: "twenty"}


@dataclass(frozen=True, slots=True)
class FixedPeriod:
    """A period that a law fixes for something; the head of the data says what each field means."""

    law: str
    what: str
    beside: re.Pattern[str]
    words: re.Pattern[str]
    unless: re.Pattern[str]
    count: int
    unit: str
    quality: str
    bound: str
    since: date | None
    authority: str
    checked: date | None

    @property
    def told(self) -> str:
        """The period in words: "twenty working days"."""
        quality = f"{self.quality} " if self.quality else ""
        return f"{_NUMBERS.get(self.count, self.count)} {quality}{self.unit}{'s' if self.count > 1 else ''}"

    def breaks(self, hours: float) -> bool:
        """Tell whether a period of so many hours is one that the law does not allow."""
        own = hours_of(self.count, self.unit, self.quality)
        if self.bound == "said":
            return False
        return hours * _ALIKE < own if self.bound == "least" else hours > own * _ALIKE

    def differs(self, hours: float) -> bool:
        """Tell whether a period of so many hours is another one."""
        own = hours_of(self.count, self.unit, self.quality)
        return hours > own * _ALIKE or hours * _ALIKE < own


def hours_of(count: Decimal | int, unit: str, quality: str) -> float:
    """Return about how many hours a period lasts, 0 for a unit that no law here has.

    >>> hours_of(20, "day", "working") == hours_of(4, "week", "")
    True
    """
    hours = float(count) * _HOURS.get(unit, 0.0)
    return hours * _WORKING if quality in ("working", "business") and unit == "day" else hours


@cache
def fixed_periods() -> Sequence[FixedPeriod]:
    """Return the periods of the data."""
    return tuple(_row(line) for line in table("periods_of_law.tsv"))


def _row(line: Mapping[str, str]) -> FixedPeriod:
    nothing = re.compile(r"(?!)")
    return FixedPeriod(
        line["law"],
        line["what"],
        phrases(several(line["beside"])) or nothing,
        phrases(several(line["words"])) or nothing,
        phrases(several(line["unless"])) or nothing,
        int(line["count"]),
        line["unit"],
        line["quality"],
        line["bound"],
        day_of(line["since"]),
        line["authority"],
        day_of(line["checked"]),
    )
