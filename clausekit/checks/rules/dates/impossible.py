"""CK-DATE-IMPOSSIBLE: a date, or a time, of which there is none."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.patterns import pattern
from clausekit.recognition.calendar import MONTHS

_NO_YEAR = pattern(
    rf"(?<![\w/])\d{{1,2}}(?:st|nd|rd|th)? (?:{'|'.join(MONTHS)}) (?:\d{{5,6}}|20\d)(?![\w/-]|[.,]\d)"
)
_NO_TIME = pattern(
    r"(?<![\w:.£])(?:(?:1[3-9]|2\d)[:.][0-5]\d ?am|(?:1[3-9]|2\d) ?am|2[5-9]:(?:00|15|30|45)|24:(?:15|30|45)"
    r"|\d{1,2}[:.][6-9]\d ?[ap]m)(?![\w:])"
)
_SIGNS_OF_MONTHS = tuple(f" {month.lower()} " for month in MONTHS)
_SIGNS_OF_TIMES = (
    *(f":{minutes}" for minutes in ("00", "15", "30", "45")),
    *(f"{digit}{gap}{half}" for digit in range(10) for gap in ("", " ") for half in ("am", "pm")),
)


def _check(instrument: Instrument) -> Iterator[Hit]:
    months_first = sum(map(_has_month_first, instrument.dates))
    for date in instrument.dates:
        if not date.impossible:
            continue
        if 1 <= date.month <= 12:
            last = monthrange(date.year or 2000, date.month)[1]
            month = MONTHS[date.month - 1]
            remedy = (
                f"{month} {date.year or ''}".rstrip() + f" ends on day {last}: write the day that is meant."
            )
        else:
            remedy = "Write the day that is meant, with the month in words."
        american = months_first > 1 and _has_month_first(date)
        yield hit(
            date.at,
            f"There is no such day as “{date.at.text}”.",
            remedy,
            confidence="doubtful" if american else "certain",
        )
    for words, _ in instrument.search(_NO_YEAR, "text", "cell", "note", "cover", signs=_SIGNS_OF_MONTHS):
        yield hit(
            words,
            f"“{words.text}” has no year.",
            "Write the year with four figures.",
            confidence="likely",
        )
    for words, _ in instrument.search(_NO_TIME, signs=_SIGNS_OF_TIMES):
        message = f"There is no such time as “{words.text}”."
        yield hit(words, message, "Write the time that is meant.", confidence="likely")


def _has_month_first(date: Date) -> bool:
    """Tell whether a date in figures is one if its month comes first, as in America."""
    return (
        date.numeric
        and date.impossible
        and 1 <= date.day <= 12
        and 12 < date.month <= monthrange(date.year or 2000, date.day)[1]
    )


RULE = Rule(
    id="CK-DATE-IMPOSSIBLE",
    level="error",
    title="A date that no calendar has, or a time that no clock has",
    why="A period that begins or ends on a day that does not exist cannot be reckoned, and a court may have"
    " to guess which day the parties meant.",
    fails="""
1. Term

1.1 This agreement ends on ⟦31 April 2027⟧ at ⟦13.00am⟧.
""",
    passes="""
1. Term

1.1 This agreement ends on 30 April 2027, and the first review is due by 29 February 2028.
""",
    check=_check,
)
