"""CK-DATE-WEEKDAY: a day of the week that is not that of the date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.patterns import pattern

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY_BEFORE = pattern(
    rf"\b({'|'.join(f'{day[:3]}(?:{day[3:]}|s|rs|urs|nes)?' for day in _DAYS)})\.?,?[ \u00a0](?:the[ ])?$",
    re.IGNORECASE,
)
_DAY_AFTER = pattern(rf"(?:,[ ]|[ ]?\()(?:being[ ])?(?:an?[ ])?({'|'.join(_DAYS)})(?=[,;.)])\)?")


def _check(instrument: Instrument) -> Iterator[Hit]:
    for date in instrument.dates:
        before = _DAY_BEFORE.search(date.at.shortly_before(20))
        named = before or _DAY_AFTER.match(date.at.shortly_after(30))
        if date.value is None or named is None:
            continue
        right = _DAYS[date.value.weekday()]
        if not right.startswith(named[1][:3].title()):
            words = (
                date.at.part(date.at.start - len(named[0]), date.at.end)
                if before
                else date.at.part(date.at.start, date.at.end + len(named[0]))
            )
            yield hit(
                words,
                f"“{words.text}” does not exist: that day is a {right}.",
                "Correct the day or the date.",
            )


RULE = Rule(
    id="CK-DATE-WEEKDAY",
    level="error",
    title="A day of the week that is not that of the date",
    why="One of the two is wrong, and a deadline may be missed by whoever goes by the other.",
    fails="""
1. Meetings

1.1 The first meeting is on ⟦Monday 1 April 2026⟧, the next on ⟦1 May 2026 (a Thursday)⟧.
""",
    passes="""
1. Meetings

1.1 The first meeting is on Wednesday 1 April 2026, the next on Friday, 5 June 2026, and others on a Monday.
""",
    check=_check,
)
