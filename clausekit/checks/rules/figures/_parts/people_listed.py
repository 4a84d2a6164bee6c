"""Numbers of people whom their sentence then names one by one: "Five people attend without a vote: the
Director, the clerk, a carer and a nurse"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.said_sums import COUNT, count_of
from clausekit.checks.rules.figures._sentences.members import Counted
from clausekit.patterns import pattern

_SO_MANY = pattern(
    rf"(?<![\w£.,-])(?P<count>{COUNT})[ ](?:other[ ])?(?:people|persons|officers|officials|guests"
    rf"|observers)\b"
    r"[^.;:()£%\d]{0,60}:[ ](?P<list>(?:[Tt]he|[Aa]n?|its|one)[ ][^.;:()\d]{10,400})(?=\.)",
    re.IGNORECASE,
)
_BETWEEN = pattern(r",[ ]and[ ]|,[ ]|[ ]and[ ](?=(?:the|an?|its|one)[ ])")
_ONE = pattern(r"(?:[Tt]he|[Aa]n?|its|one)[ ]")
_SIGNS = (" people ", " persons ", "officers ", "officials ", "guests ", "observers ")
_FEWEST = 3


def people_listed(instrument: Instrument) -> Iterator[Counted]:
    """Yield the numbers of people that are not those whom their sentence names one by one."""
    for words, found in instrument.search(_SO_MANY, "text", "note", signs=_SIGNS):
        count, each = count_of(found["count"]), _BETWEEN.split(found["list"])
        listed = len(each) >= _FEWEST and all(_ONE.match(one) for one in each)
        if count is not None and listed and count != len(each) and abs(count - len(each)) <= _FEWEST:
            yield Counted(words.part(*found.span("count")), Decimal(len(each)))
