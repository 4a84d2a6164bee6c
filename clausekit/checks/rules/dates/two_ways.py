"""CK-DATE-TWO-WAYS: a date in figures whose day and month may be exchanged."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit

_MONTHS_IN_A_YEAR = 12


def _check(instrument: Instrument) -> Iterator[Hit]:
    for date in instrument.dates:
        begins_with_year = date.at.text[:4].isdecimal()
        if (
            date.numeric
            and date.value
            and date.day <= _MONTHS_IN_A_YEAR
            and date.day != date.month
            and not begins_with_year
        ):
            yield hit(
                date.at,
                f"“{date.at.text}” may be read as {date.value.day} {date.value:%B} or with day and month"
                f" exchanged.",
                f"Write {date.value.day} {date.value:%B %Y}, if that is meant.",
            )


RULE = Rule(
    id="CK-DATE-TWO-WAYS",
    level="info",
    title="A date in figures that may be read in two ways",
    why="Here the day comes first, in some software and abroad the month does. A month in words leaves no"
    " doubt.",
    fails="""
1. Term

1.1 This agreement begins on ⟦03/04/2026⟧.
""",
    passes="""
1. Term

1.1 This agreement begins on 3 April 2026 and ends on 31/03/2027. The review is due on 2026-04-03.
""",
    check=_check,
)
