"""How often something is done, and the months of it: "four times a year, in January, April and July"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.said_sums import count_of
from clausekit.checks.rules.figures._sentences.members import Counted
from clausekit.patterns import pattern
from clausekit.recognition.calendar import MONTHS

_MONTH = rf"(?:{'|'.join(MONTHS)})"
_SO_OFTEN = pattern(
    rf"\b(?P<often>(?P<count>two|three|four|five|six|[2-6]) times (?:a|each|every|per|in each|in every) year"
    r"|twice (?:a|each|every|in each|in every) year|quarterly|every quarter|each quarter)"
    rf"(?:,| \(|:)?(?: that is,?| namely,?| normally| usually)? ?(?:in |each )?"
    rf"(?P<months>{_MONTH}(?:, {_MONTH})*,? and {_MONTH})\b(?! \d)"
)
_NAMED = {"twice": 2, "quarterly": 4, "every": 4, "each": 4}
_SIGNS = tuple(month.lower() for month in MONTHS)


def months_listed(instrument: Instrument) -> Iterator[Counted]:
    """Yield the words for how often, where the months that follow are more or fewer."""
    for words, found in instrument.search(_SO_OFTEN, "text", "cell", signs=_SIGNS):
        named = _NAMED.get(found["often"].split()[0])
        count = Decimal(named) if named else count_of(found["count"])
        made = Decimal(sum(found["months"].count(month) for month in MONTHS))
        if count is not None and made != count:
            yield Counted(words.part(found.start("often"), found.end("often")), made)
