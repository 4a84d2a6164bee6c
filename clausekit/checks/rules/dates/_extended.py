"""Terms that are extended: from the old end, by a period, to a new end."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import timedelta

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date, Period
from clausekit.checks.rule import Hit
from clausekit.checks.rules.dates._length import LONGEST_BEFORE, ends_otherwise, is_last_of_month
from clausekit.checks.rules.dates._ranges import WEEKDAY, dates_by_passage, expiry
from clausekit.patterns import pattern

_EXTENDED_BY = pattern(
    r"\b(?:exten(?:d|ds|ded|ding|sion)|prolong\w*|renew(?:ed|s)?)\b[^.;£%]{0,60}?\b(?:by|for|of)"
    r"(?: (?:up to|(?:not|no) more than|at most|a maximum of))?"
    r"(?: (?:an?|one|the|further|additional|period|term|of|single)){0,4}"
    r"(?: (?:up to|(?:not|no) more than|at most|a maximum of))? $",
    re.IGNORECASE,
)
"""How words end that say by how long a term is extended."""
_BY_WHEN = pattern(r"\b(?:by|before|(?:no|not) later than)(?: the end of)? $", re.IGNORECASE)
_BEGINS_THEN = pattern(r"\b(?:begin|beginning|begins|commenc\w+|start\w*)\b", re.IGNORECASE)
_NEW_END = pattern(
    r"(?: (?:from|after|beyond) (?:the end of )?(?P<old>\d[^.;()]{5,25}))?"
    r"(?:[ ,;(–—-]{1,3}(?:so that |and |in order that )?[^.;£%\d]{0,60}?\b"
    r"(?:until|till|to|on|at|of|is|be|becomes?|being"
    r"|(?:(?:end|expire|run)(?:s|ing)?(?: on| at)?|to|until) (?:not|no) later than|not beyond)"
    rf"(?: (?:the end of|and including|midnight on|the))*) {WEEKDAY}",
    re.IGNORECASE,
)
"""What stands between the length of an extension and the date on which the term then ends."""
_ENDED_ON = pattern(
    r"(?:\b(?:until|till|to|through)|\b(?:[Ee]xpir\w+|[Ee]nd\w*|terminat\w+|run(?:s|ning)? out)\b[^.;]{0,20}"
    rf" (?:on|of|is|at))(?: (?:the end of|and including|midnight on|the))* {WEEKDAY}$"
)
"""How words end before the date on which something ends."""


def extended(instrument: Instrument, periods: Sequence[Period]) -> Iterator[Hit]:
    """Yield a hit for each "from 1 May 2024 to 30 April 2027. It is extended by a year to 30 April 2029"."""
    dates = dates_by_passage(instrument)
    for period in periods:
        if not is_extension(period):
            continue
        around = dates.get(period.at.passage, ())
        next_ = bisect_left(around, period.at.end, key=lambda one: one.at.start)
        after = around[next_ : next_ + 2]
        for last in after:
            between = _NEW_END.fullmatch(period.at.passage.text, period.at.end, last.at.start)
            if between is None or _BEGINS_THEN.search(between[0]):
                continue
            if between["old"] and not is_last_of_month(after[0].value):
                continue
            old = after[0] if between["old"] else _old_end(around[:next_], instrument)
            if old is not None and old is not last and old.value is not None:
                yield from ends_otherwise(period, old.value + timedelta(days=1), last, "")


def is_extension(period: Period) -> bool:
    return _EXTENDED_BY.search(period.at.shortly_before(LONGEST_BEFORE)) is not None


def _old_end(before: Sequence[Date], instrument: Instrument) -> Date | None:
    """Return the date on which a term ends before it is extended: the last before in the passage, if it ends
    something, or that on which the instrument ends. By when it is agreed does not count."""
    for one in reversed(before):
        if not _BY_WHEN.search(one.at.shortly_before(40)):
            return one if _ENDED_ON.search(one.at.shortly_before(60)) else None
    return instrument.once(expiry)
