"""What is told as past of a day that is still to come when the instrument is made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date
from clausekit.checks.rules._shared.own_date import is_of_another, made_on
from clausekit.checks.rules.dates._ranges import commencement
from clausekit.patterns import pattern

_DID = (
    r"(?:approved|agreed|resolved|adopted|endorsed|considered|decided|signed|entered into|established|set up"
    r"|published|issued|made|received|delegated|consulted|began|awarded|confirmed)"
)
_HAPPENED = pattern(
    rf"(?:\b(?:was|were|has been|have been|had been)(?: \w+ly)? (?:\w+ed|{_DID})"
    r"|\b(?:[Bb]oard|[Cc]abinet|[Cc]ouncils?|[Pp]artners|[Pp]arties|[Cc]ommittee|ICB|CCG|Trust|Authority"
    rf"|Authorities|Executive|[Bb]ody|State|England|Government) (?:has |have |had )?{_DID}"
    r"|\bcame into force|\btook effect)"
    r"\b(?:(?! (?:is|are|due|ends?|ending|expir\w+|until|for|by|takes?|begins?|starts?)\b)[^.;:]){0,60}"
    r" (?:on|of)(?: (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?)? $"
)
_SUPPOSED = pattern(
    r"\b(?:shall|will|must|may|if|when|once|until|unless|where|would|could|should|after|to be|is to|are to"
    r"|from)\b[^.;:]*$",
    re.IGNORECASE,
)
_DONE = pattern(
    r"(?<!to be )(?<!be )(?<!is )(?<!are )\b(?:approved|adopted|endorsed|ratified|resolved|authori[sz]ed"
    r"|consulted|consultation)\b",
    re.IGNORECASE,
)
_IN_A_ROW = pattern(
    r"\b(?:on|dated|held|meeting of|of)(?: the)?(?: (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?)?"
    r"(?: (?:the|an?))? $"
)
_RUN = pattern(
    r"\b(?:between [^.;]{3,60} and|from [^.;]{3,60} (?:to|until)|began [^.;]{3,60}\bended on|ended on)"
    r"(?: (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?)? $"
)
"""How words end before the last day of what went on for some time: "between 2 March 2026 and"."""
_CONSULTED = pattern(
    r"\bconsulted\b|\bconsultation\b[^.;]{0,80}\b(?:ran|took place|was|were|began|ended|lasted|held)\b",
    re.IGNORECASE,
)
_GOES_ON = pattern(
    r"\b(?:shall|will|must|may|if|when|once|until|unless|where|would|could|should|to be|from|takes? effect"
    r"|begins?|starts?|runs?|commenc\w+|ends|ending|expir\w+|continu\w+|due|by (?:the end|[\d])|before|term"
    r"|period)",
    re.IGNORECASE,
)
"""Words of a sentence that tell of days to come."""
_OF_THIS = pattern(r"^\W*\w*\W*$|\bthis\b", re.IGNORECASE)
"""What stands before the day on which an instrument is made: "Dated", "This agreement is made on"."""
_DATED = pattern(
    r"\b(?:assessment|DPIA|contract|lease|policy|report|business case|resolution|letter|certificate)\b"
    r"[^.;:]{0,60}? dated $",
    re.IGNORECASE,
)
"""Before the day of a paper that says what it is for: "the assessment for the Home First Service dated"."""
_FAR = 160
_LONGEST = 600
_SIGNED_LATE = timedelta(days=366)
"""An instrument without a day on which it was made may have been signed so long after it takes effect."""


def past_yet_to_come(instrument: Instrument) -> Iterator[tuple[Date, Date]]:
    """Yield the days on which something is said to have been done, or another instrument to be made, that are
    after the day on which this one was made; without one, long after it takes effect."""
    made = made_on(instrument)
    last = made or commencement(instrument)
    if last is None or last.value is None:
        return
    limit = last.value if made else last.value + _SIGNED_LATE
    for one in instrument.dates:
        if one.value is None or one.value <= limit or one.at.passage is last.at.passage:
            continue
        before = one.at.shortly_before(_FAR)
        told = _HAPPENED.search(before) or is_of_another(one) or _DATED.search(before)
        of_its_own = made is not None and _OF_THIS.search(made.at.before) is not None
        if (told and not _SUPPOSED.search(before)) or (of_its_own and _is_of_what_was_done(one, instrument)):
            yield one, last


def _is_of_what_was_done(one: Date, instrument: Instrument) -> bool:
    """Tell whether a day is one of several on which an instrument was approved, or the last of those on which
    others were consulted: "approved by the Council on 8 May, by the ICB on 9 May and by the Trust on 1 June".
    """
    sentence = instrument.sentence_of(one.at)
    text = sentence.text
    if not _DONE.search(text) or len(text) > _LONGEST or instrument.place_of[one.at.passage].role != "text":
        return False
    before = text[: one.at.start - sentence.start]
    if _CONSULTED.search(before) and _RUN.search(before):
        return not _SUPPOSED.search(_RUN.sub("", before))
    return _IN_A_ROW.search(before) is not None and not _GOES_ON.search(text)
