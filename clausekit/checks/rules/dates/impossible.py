"""CK-DATE-IMPOSSIBLE: a date of which there is none."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.recognition.calendar import MONTHS


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
    title="A date that no calendar has",
    why="A period that begins or ends on a day that does not exist cannot be reckoned, and a court may have"
    " to guess which day the parties meant.",
    fails="""
1. Term

1.1 This agreement ends on ⟦31 April 2027⟧.
""",
    passes="""
1. Term

1.1 This agreement ends on 30 April 2027, and the first review is due by 29 February 2028.
""",
    check=_check,
)
