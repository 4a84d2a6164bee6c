"""How often something is done in a year, or in the whole term, if it is done once in each quarter or month:
"once in each Quarter, so four times a year", "every month, that is 36 times over the term"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date
from clausekit.checks.rules._shared.said_sums import COUNT, count_of
from clausekit.checks.rules.dates._ranges import commencement, expiry
from clausekit.checks.rules.figures._sentences.members import Counted
from clausekit.patterns import pattern

_TIMES = r"(?P<{}>once|twice|three times|four times)"
_SO_OFTEN = pattern(
    rf"\b(?:{_TIMES.format('often')}[ ])?(?:in[ ])?(?:each|every|a|per)[ ](?P<unit>quarter|month"
    r"|half[- ]year|two months|second month|other month|three months|six months)\b"
    r"[^.;]{0,60}?[,(–][ ]?(?:(?:and[ ])?(?:so|that is to say|that is|making|i\.e\.|being|thus|or"
    r"|which is)[ ,]+)"
    rf"(?P<count>{COUNT})[ ](?:times|meetings|reports|payments|instalments|visits|reviews)[ ]"
    r"(?:(?:in|over|during|for)[ ])?(?:the[ ]|a[ ]|each[ ]|every[ ]|any[ ]|per[ ]|whole[ ]|full[ ]"
    r"|financial[ ])*"
    r"(?P<whole>year|term|initial term)\b",
    re.IGNORECASE,
)
_IN_A_YEAR = {
    "quarter": 4, "month": 12, "half-year": 2, "half year": 2, "two months": 6, "second month": 6,
    "other month": 6, "three months": 4, "six months": 2,
}  # fmt: skip
_TOLD = {"once": 1, "twice": 2, "three times": 3, "four times": 4}
_SIGNS = ("quarter", "month", "half")
_BUT = pattern(r"\b(?:except|save|but|other than|apart|excluding|where)\b")
_STARTS = pattern(r"\b(?:starts?|begins?|commences?|takes? effect|runs?)(?: on| from)+ $")
_YEAR, _SHORTLY = 12, 30


def times_in_the_term(instrument: Instrument) -> Iterator[Counted]:
    """Yield how many times in a year, or in the term, something is said to be done that is done otherwise."""
    for words, found in instrument.search(_SO_OFTEN, "text", "note", "cell", signs=_SIGNS):
        count = count_of(found["count"])
        often = _TOLD[found["often"].lower()] if found["often"] else 1
        in_a_year = _IN_A_YEAR[found["unit"].lower()]
        months = _YEAR if found["whole"].lower() == "year" else _months(instrument)
        if count is None or not months or _BUT.search(found[0]):
            continue
        made = Decimal(often * in_a_year * months) / _YEAR
        if made != count and made % 1 == 0:
            yield Counted(words.part(*found.span("count")), made)


def _months(instrument: Instrument) -> int:
    """Return how many whole months the instrument lasts, 0 if that is not known."""
    end = expiry(instrument)
    start = commencement(instrument) or (_start_beside(end, instrument) if end else None)
    first, last = (one.value if one else None for one in (start, end))
    if first is None or last is None or last <= first:
        return 0
    months = (last.year - first.year) * _YEAR + last.month - first.month
    return months + 1 if first.day == 1 else months if first.day == last.day + 1 else 0


def _start_beside(end: Date, instrument: Instrument) -> Date | None:
    """Return the day on which the service starts that is told beside the end of the instrument."""
    return next(
        (
            one
            for one in instrument.dates
            if one.at.passage is end.at.passage
            and one.at.end <= end.at.start
            and _STARTS.search(one.at.shortly_before(_SHORTLY))
        ),
        None,
    )
