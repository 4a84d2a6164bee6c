"""The day on which an instrument is made, as it says at its beginning."""

from __future__ import annotations

import re

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date
from clausekit.patterns import pattern

_MADE = pattern(
    r"\b(?:dated?|made|entered into|date of (?:this|the) (?:agreement|deed|memorandum))(?: on| this)?"
    r"(?: the)?[: \t]*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?[ ](?:the[ ])?)?$",
    re.IGNORECASE,
)
_OF_ANOTHER = pattern(
    r"\b(?:agreement|contract|(?:under|sub)?lease|protocol|memorandum|plan|policy|licence|deed|letter"
    r"|order|report"
    r"|direction|decision|guidance|regulations|\w+ed)(?:[,)”\"]*) (?:dated?|made)(?: on)? $",
    re.IGNORECASE,
)
_OPENING = 60
"""The date on which an instrument is made stands among so many passages at its beginning."""
_FAR = 160


def made_on(instrument: Instrument) -> Date | None:
    """Return the day on which an instrument is made, if its opening tells one day only."""
    told = [one for one in made(instrument) if not one.at.passage.number]
    return told[0] if len({one.value for one in told}) == 1 else None


def made(instrument: Instrument) -> list[Date]:
    """Return the dates at the beginning of an instrument on which it says that it is made."""
    return [
        one
        for one in instrument.dates
        if one.value is not None
        and instrument.place_of[one.at.passage].order < _OPENING
        and _MADE.search(one.at.shortly_before(_FAR))
        and not is_of_another(one)
    ]


def is_of_another(one: Date) -> bool:
    """Tell whether a date is that of another instrument: "an agreement dated 1 April 2026"."""
    return _OF_ANOTHER.search(one.at.shortly_before(_FAR)) is not None
