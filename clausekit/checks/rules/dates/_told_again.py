"""The days on which an instrument begins and ends, told again with another date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date
from clausekit.checks.rules.dates._ranges import (
    commencement,
    commencements_told,
    expiries_told,
    expiry,
    terms_defined,
)
from clausekit.patterns import pattern

_OTHERWISE = pattern(
    r"\b(?:if|where|when|unless|would|exten\w+|renew\w*|prolong\w*|originally|formerly|varied|amended)\b[^.;]*$"
    r"|[“\"‘][^”\"’]*$",
    re.IGNORECASE,
)
"""Words before a date that is one for another case, or of what is changed."""
_THIS = pattern(r"\bthis\b", re.IGNORECASE)
_FAR = 160


def told_otherwise(instrument: Instrument) -> Iterator[tuple[Date, Date]]:
    """Yield the days on which this instrument is said to begin or to end that are not those by which its
    definitions, or the clause on its term, begin and end it, with those."""
    start, end = commencement(instrument), expiry(instrument)
    begins = [*commencements_told(instrument), *(one.first for one in terms_defined(instrument))]
    ends = [*expiries_told(instrument), *(one.last for one in terms_defined(instrument))]
    for known, told in ((start, begins), (end, ends)):
        sure = [one for one in told if one.value is not None and _is_its_own(one, instrument)]
        first = known or (sure[0] if sure else None)
        for one in sure:
            if first and one.value != first.value and one.at.passage is not first.at.passage:
                yield one, first


def _is_its_own(one: Date, instrument: Instrument) -> bool:
    """Tell whether a date is told of this instrument as it stands, and for every case."""
    own = instrument.place_of[one.at.passage].definition is not None or _THIS.search(
        one.at.shortly_before(_FAR)
    )
    return bool(own) and not one.at.passage.division and is_for_every_case(one)


def is_for_every_case(one: Date) -> bool:
    """Tell whether a date holds as the instrument stands, and not if it is extended, or was varied."""
    return not _OTHERWISE.search(one.at.shortly_before(_FAR))
