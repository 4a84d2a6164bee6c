"""Days by which an extension is to be agreed that come only when the term is over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date
from clausekit.checks.rules.dates._ranges import WEEKDAY, dates_by_passage, expiry
from clausekit.patterns import pattern

_AGREE_BY = pattern(
    r"\b(?:agree|decid|resolv|confirm|request|appl|propos|tell|notif|giv|settl|determin|consider"
    r"|execut|exercis|sign)\w*"
    r"\b[^.;]{0,80}?(?<!\bto )(?<!\bending )(?<!\bbeyond )"
    rf"\b(?:by|before|no later than|not later than|on or before)(?: the end of)? {WEEKDAY}$"
)
_EXTENSION = pattern(
    r"\b(?:[Ee]xten(?:d|ds|ded|sion)|[Rr]enew\w*|prolong\w*)\b"
    r"(?! (?:of )?(?:the|an?|any|its|their|each|that|such|such an?) (?!(?:said )?"
    r"(?:Initial |Original |Fixed |First )?(?:[Tt]erm|[Aa]greement|[Aa]rrangement|[Mm]emorandum|MoU|MOU"
    r"|[Dd]eed|[Pp]artnership|[Pp]eriod|[Pp]rotocol)))"
)
"""That the instrument lasts longer, and no contract of it."""
_AGAIN = pattern(r"\b(?:again|further|second|third|each|every|successive|more than once|extensions)\b")
"""Words of a clause by which a term may be extended more than once."""
_CHANGES = pattern(r"[“\"‘][^”\"’]*$|\b(?:delet|replac|substitut|amend|omit)\w*", re.IGNORECASE)
_FAR, _LONGEST = 200, 1500


def agreed_after_the_end(instrument: Instrument) -> Iterator[tuple[Date, Date]]:
    """Yield the days by which it is to be agreed whether the instrument is extended that come after its end,
    with that; after its last end, where it may be extended more than once."""
    end = expiry(instrument)
    if end is None or end.value is None:
        return
    for passage, dates in dates_by_passage(instrument).items():
        if len(passage.text) > _LONGEST or not _EXTENSION.search(passage.text):
            continue
        for one in dates:
            before = one.at.shortly_before(_FAR).rpartition(". ")[2]
            if not one.value or not _AGREE_BY.search(before) or _CHANGES.search(before):
                continue
            others = [other.value for other in dates if other is not one and other.value]
            last = max((end.value, *others)) if _AGAIN.search(passage.text) else end.value
            if one.value > last:
                yield one, end
