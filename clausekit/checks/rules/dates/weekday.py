"""CK-DATE-WEEKDAY: a day of the week that is not that of the date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules.dates._start_date import on_another_weekday
from clausekit.checks.rules.dates._weekdays_of_lists import weekdays_of_lists
from clausekit.patterns import pattern

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY_BEFORE = pattern(
    rf"\b({'|'.join(f'{day[:3]}(?:{day[3:]}|s|rs|urs|nes)?' for day in _DAYS)})\.?,?[ \u00a0](?:the[ ])?$",
    re.IGNORECASE,
)
_DAY_AFTER = pattern(rf"(?:,[ ]|[ ]?\()(?:being[ ])?(?:an?[ ])?({'|'.join(_DAYS)})(?=[,;.)])\)?")
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_OF_THE_MONTH = pattern(
    rf"\b(?P<nth>{'|'.join(_NTH)}|last) (?P<day>{'|'.join(_DAYS)})\b[^.;:]{{0,60}}?"
    r"\b(?:(?P<meets>first (?:time|met|meeting|is|being)|the first(?: of (?:them|these))? (?:is|being))"
    r"|starting|beginning|commencing)(?: (?:on|is|being|of|which|held|will|be))* $"
)
_FAR = 140
_WEEK = 7


def _check(instrument: Instrument) -> Iterator[Hit]:
    for one in instrument.dates:
        before = _DAY_BEFORE.search(one.at.shortly_before(20))
        named = before or _DAY_AFTER.match(one.at.shortly_after(30))
        if one.value is None or named is None:
            continue
        right = _DAYS[one.value.weekday()]
        if not right.startswith(named[1][:3].title()):
            words = (
                one.at.part(one.at.start - len(named[0]), one.at.end)
                if before
                else one.at.part(one.at.start, one.at.end + len(named[0]))
            )
            yield hit(
                words,
                f"“{words.text}” does not exist: that day is a {right}.",
                "Correct the day or the date.",
            )
    for words, right in weekdays_of_lists(instrument):
        yield hit(
            words,
            f"“{words.text}” does not exist: that day is a {right}.",
            "Correct the day or the date.",
            confidence="likely",
        )
    yield from _of_terms(instrument)
    for one in instrument.dates:
        said = _OF_THE_MONTH.search(one.at.shortly_before(_FAR))
        if said is None or one.value is None or _is_nth(one.value, said["nth"], said["day"]):
            continue
        if said["meets"] or _DAYS[one.value.weekday()] == said["day"]:
            yield hit(
                one.at,
                f"“{one.at.text}” is not the {said['nth']} {said['day']} of its month.",
                "Correct the date, or say on which day it is.",
                confidence="likely",
            )


def _of_terms(instrument: Instrument) -> Iterator[Hit]:
    """Yield hits on the weekdays of terms for a date: "the Start Date, which is a Monday"."""
    for words, day, right in on_another_weekday(instrument):
        yield hit(
            words,
            f"“{day.at.text}” is a {right}, not a {words.text}.",
            "Correct the day or the date.",
            confidence="likely",
            related=(day.at,),
        )


def _is_nth(day: date, nth: str, weekday: str) -> bool:
    """Tell whether a day is the "third" "Tuesday" of its month."""
    if _DAYS[day.weekday()] != weekday:
        return False
    if nth == "last":
        return (day + timedelta(days=_WEEK)).month != day.month
    return (day.day - 1) // _WEEK + 1 == _NTH[nth]


RULE = Rule(
    id="CK-DATE-WEEKDAY",
    level="error",
    title="A day of the week that is not that of the date",
    why="One of the two is wrong, and a deadline may be missed by whoever goes by the other.",
    fails="""
1. Meetings

1.1 The first meeting is on ⟦Monday 1 April 2026⟧, the next on ⟦1 May 2026 (a Thursday)⟧.

1.2 The panel meets on the third Thursday of each month, for the first time on ⟦23 April 2026⟧.
""",
    passes="""
1. Meetings

1.1 The first meeting is on Wednesday 1 April 2026, the next on Friday, 5 June 2026, and others on a Monday.

1.2 The panel meets on the third Thursday of each month, beginning in the week of 6 April 2026, so for the
first time on 16 April 2026.
""",
    check=_check,
)
