"""Days on which an instrument is reviewed that come when it is over, and days by which a final report is due
that come long before its end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date
from clausekit.checks.rules.dates._behind import began
from clausekit.checks.rules.dates._ranges import WEEKDAY, add_months, expiry, is_before
from clausekit.patterns import pattern

_INSTRUMENT = (
    r"(?:[Tt]his|[Tt]he|[Tt]hese) (?:[A-Z][\w’-]+ ){0,2}"
    r"(?:[Aa]greement|[Mm]emorandum(?: of [Uu]nderstanding)?|MoU|MOU|SLA|[Pp]rotocol|[Aa]rrangements?|[Dd]eed"
    r"|[Ll]icence|[Pp]artnership)"
)
_BY = (
    r"[^.;]{0,60}?\b(?:by|before|on|in|during|between|no later than|not later than|and)"
    rf"(?: the)?(?: end of)? {WEEKDAY}$"
)
_REVIEWED = pattern(
    rf"(?:\b[Rr]eviews? (?:of )?{_INSTRUMENT}"
    rf"|\b{_INSTRUMENT} (?:shall|will|must|is to) be (?:\w+ly )?reviewed"
    r"|\b(?:[Mm]id-?term|[Ii]nterim|[Aa]nnual|[Ff]irst|[Ss]econd|[Tt]hird) [Rr]eview\b"
    rf"(?! of (?!{_INSTRUMENT}))){_BY}"
)
_OTHER_TIMES = pattern(
    r"\b(?:[Ff]inal|after|follow\w+|end of th\w+|expir\w+|terminat\w+|exten\w+|renew\w*|if|unless|was|were"
    r"|had|previous\w*|last)\b|[“\"‘][^”\"’]*$"
)
_FINAL = pattern(
    r"\b[Ff]inal (?:report|evaluation(?: report)?|accounts?|statement|claim|reconciliation|invoice|return)\b"
    r"(?! (?:of|on) the (?:review|study|audit))[^.;]{0,60}?\b(?:by|before|no later than|not later than)"
    rf"(?: the)?(?: end of)? {WEEKDAY}$"
)
_OF_PARTS = pattern(r"\b(?:[Dd]rafts?|[Ii]nterim|[Pp]hase|[Ss]tage|if|was|were)\b")
_OF_EACH = pattern(r"\b(?:each|every|annual)\b")
_OF_ANOTHER = pattern(r"\b(?:variation|extension|supplement\w*|novation|amend\w*)\b", re.IGNORECASE)
_FIRST_PASSAGES = 20
_FAR = 200
_SOON, _MONTHS = timedelta(days=200), 12
"""What tells of the whole is due so long after the end at most."""


def reviewed_after_the_end(instrument: Instrument) -> Iterator[tuple[Date, Date]]:
    """Yield the days on which an instrument is to be reviewed, or until which, that are after its end, with
    that."""
    end = _own_end(instrument)
    for one in instrument.dates if end else ():
        if end is None or not is_before(end, one) or one.at.passage is end.at.passage:
            continue
        if instrument.place_of[one.at.passage].role != "text":
            continue
        told = one.at.shortly_before(_FAR).rpartition(". ")[2]
        if _REVIEWED.search(told) and not _OTHER_TIMES.search(told):
            yield one, end


def final_before_the_end(instrument: Instrument) -> Iterator[tuple[Date, Date]]:
    """Yield the days by which a final report is due that are long before the end of an instrument, and would
    come soon after it a year later, with that end."""
    end = _own_end(instrument)
    for one in instrument.dates if end else ():
        if end is None or end.value is None or one.value is None or one.value >= end.value:
            continue
        told = one.at.shortly_before(_FAR).rpartition(". ")[2]
        later = add_months(one.value, _MONTHS)
        final = _FINAL.search(told) if end.value < later <= end.value + _SOON else None
        if final and not _OF_PARTS.search(told) and not _OF_EACH.search(final[0]):
            yield one, end


def _own_end(instrument: Instrument) -> Date | None:
    """Return the day on which an instrument ends; None if that is before its start, and so no end, or if it
    is of another instrument, which this one extends."""
    end, start = expiry(instrument), began(instrument)
    begin = [place.passage.words for place in instrument.places[:_FIRST_PASSAGES]] if end else []
    if end is None or (start and is_before(end, start)) or any(map(_OF_ANOTHER.search, begin)):
        return None
    return end
