"""Terms whose beginning, length and end are told in words: "lasts for three years, until 30 June"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date, Period
from clausekit.checks.rule import Hit
from clausekit.checks.rules.dates._length import LONGEST_BEFORE, ends_otherwise
from clausekit.checks.rules.dates._ranges import START_DAY, WEEKDAY, commencement, dates_by_passage, expiry
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_THEN_ENDS = pattern(r"\b(?:ends?|expires?|terminates?|finish(?:es)?|concludes?|closes?)\b[^.;]{0,30}$")
_LATER = pattern(
    r"[ ](?:later|thereafter|after that|afterwards)(?:,|[ ]on|,[ ]on|,[ ]that is,?[ ]on|,[ ]i\.e\.[ ]on)[ ]"
    rf"{WEEKDAY}"
)
"""What stands between a period and the date on which it ends."""
_FROM_COMMENCEMENT = pattern(
    r"[ ,]*(?:commencing|starting|beginning|running)?(?: on| from)*(?: and including)? the"
    rf" {START_DAY}\b[^.;]{{0,60}}\b(?:ends?|ending|expir\w+|until|to)\b[^.;]{{0,30}}$",
    re.IGNORECASE,
)
_COMMENCED = pattern(rf"\b{START_DAY}\b(?:[^.;]|\.(?=\d)){{0,120}}$", re.IGNORECASE)
UNTIL = pattern(
    r"[ ,;(–—-]{1,3}(?:(?:so )?that is(?: to say)?,? |i\.e\.,? |namely "
    r"|and (?:so |therefore |thus |accordingly )?|so that (?:it|they|this \w+|the \w+) |so as to |so "
    r"|(?:which|that) )?"
    r"(?:(?:will|shall|is to|therefore|accordingly) )*"
    r"(?:(?:and )?(?:until|to|through|ends?|ending|expir(?:es?|ing)|finish(?:es|ing)|terminat(?:es?|ing)"
    r"|conclud(?:es?|ing)|coming to an end|comes to an end|runs?|running|clos(?:es|ing)) ?)+"
    rf"(?:(?:on|at|with|of|by|until|to|and including|the|end|close|expiry|midnight|day) ){{0,6}}{WEEKDAY}",
    re.IGNORECASE,
)
"""What stands between a period and the date that ends it."""
_BEGUN = pattern(
    r"\b(?:from|commenc\w+|begin\w*|beg[au]n|start\w*|takes? effect|took effect|has effect|effective"
    r"|appointed|elected|(?:takes?|took) office"
    r"|with effect"
    r"|comes? into (?:force|effect|operation)|in force|runs?)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_RUNS = pattern(
    r"[ ,]*(?:\([^()]{1,60}\)[ ,]*)?(?:[^;()]{0,120}\b)?(?:for|lasts?|lasting|last|of|continues?|continuing"
    r"|period|term|runs?)(?: for)?"
    r"(?: (?:an?|the|initial|fixed|full|total|further|period|term|of|for)){0,6} ?\(?",
    re.IGNORECASE,
)
_LASTS = pattern(
    r"\b(?:(?:agreement|memorandum|deed|arrangements?|licence|lease|term|period|duration)\b[^.;]{0,60}"
    r"\b(?:means|is|be|lasts?|continues?|runs?|remains?[ ]in[ ]force|for)\b[^.;]{0,30})$",
    re.IGNORECASE,
)
_FROM_ITS_START = pattern(
    r",?[ ](?:(?:commencing|starting|beginning|running)[ ])?(?:on|from|after)[ ](?:and[ ]including[ ])?"
    rf"(?:the[ ]{START_DAY}|that[ ]date)\b",
    re.IGNORECASE,
)
_TO_ITS_END = pattern(
    r",?[ ](?:(?:and[ ])?(?:so[ ])?(?:until|to|up[ ]to|ending[ ]on|ends[ ]on|expiring[ ]on)[ ])"
    r"(?:and[ ]including[ ])?(?:the[ ]end[ ]of[ ])?the[ ](?:expiry|end|termination)[ ]date\b",
    re.IGNORECASE,
)
_GOES_ON = pattern(
    r"\b(?:continues?|lasts?|runs?|remains?[ ]in[ ]force)(?:[ ]for)?(?:[ ](?:an?|the|period|term|of))*[ ]$"
)
_EXTENDED = pattern(r"\b(?:exten\w+|further|renew\w*|notice|review\w*|least|more)\b", re.IGNORECASE)


def told_together(instrument: Instrument, periods: Sequence[Period]) -> Iterator[Hit]:
    """Yield a hit for each "begins on 1 July 2026 and lasts for three years, that is until 30 June 2028"."""
    dates = dates_by_passage(instrument)
    start = commencement(instrument)
    for period in periods:
        around = dates.get(period.at.passage, ())
        last = next((one for one in around if one.at.start >= period.at.end), None)
        if last is None:
            continue
        between = Words(period.at.passage, period.at.end, last.at.start).text
        later = _LATER.fullmatch(between) is not None
        if not later and not UNTIL.fullmatch(between):
            continue
        first = next((one for one in reversed(around) if one.at.end <= period.at.start), None)
        if first is None and _COMMENCED.search(period.at.shortly_before(LONGEST_BEFORE)):
            first = start
        elif first is not None and not (
            _ends_later(first, period) if later else _begins_a_term(first, period)
        ):
            first = None
        if first is not None and first.value is not None:
            yield from ends_otherwise(period, first.value, last, between)


def _begins_a_term(first: Date, period: Period) -> bool:
    """Tell whether a date before a period in a sentence is the one from which it runs."""
    between = Words(period.at.passage, first.at.end, period.at.start).text
    begun = _BEGUN.search(first.at.shortly_before(60)) is not None
    return begun and _RUNS.fullmatch(between) is not None and not _EXTENDED.search(between)


def _ends_later(first: Date, period: Period) -> bool:
    """Tell whether a sentence says that what begins on a date ends a period later."""
    return _THEN_ENDS.search(Words(period.at.passage, first.at.end, period.at.start).text) is not None


def from_commencement(instrument: Instrument, periods: Sequence[Period]) -> Iterator[Hit]:
    """Yield a hit for each "12 months from the Commencement Date, ending on 30 March 2027"."""
    start = commencement(instrument)
    if start is None or start.value is None:
        return
    dates = dates_by_passage(instrument)
    for period in periods:
        for last in dates.get(period.at.passage, ()):
            between = Words(period.at.passage, period.at.end, last.at.start).text
            if last.at.start > period.at.end and _FROM_COMMENCEMENT.fullmatch(between):
                yield from ends_otherwise(period, start.value, last, between)


def of_the_whole(instrument: Instrument, periods: Sequence[Period]) -> Iterator[Hit]:
    """Yield a hit if the instrument lasts for some years, as one provision says, from a day to a day that two
    others give, and they do not fit."""
    start, end = commencement(instrument), expiry(instrument)
    if start is None or end is None or start.value is None or end.value is None or end.value <= start.value:
        return
    lengths = [one for one in periods if _is_of_the_whole(one, instrument)]
    if len({(one.count, one.unit) for one in lengths}) == 1 and not _may_be_extended(lengths[0]):
        yield from ends_otherwise(lengths[0], start.value, end, "")


def _is_of_the_whole(period: Period, instrument: Instrument) -> bool:
    """Tell whether a period is how long the instrument lasts from the day on which it begins."""
    place = instrument.place_of[period.at.passage]
    return (
        place.role in ("text", "cell")
        and not period.at.passage.division
        and (_is_from_its_start(period) or _is_to_its_end(period))
    )


def _is_from_its_start(period: Period) -> bool:
    after = _FROM_ITS_START.match(period.at.shortly_after(60))
    return after is not None and _LASTS.search(period.at.shortly_before(LONGEST_BEFORE)) is not None


def _is_to_its_end(period: Period) -> bool:
    """Tell whether a sentence on what takes effect on its first day says how long it goes on to its end."""
    before = period.at.shortly_before(LONGEST_BEFORE).rpartition(". ")[2]
    after = _TO_ITS_END.match(period.at.shortly_after(60))
    return after is not None and _COMMENCED.search(before) is not None and _GOES_ON.search(before) is not None


def _may_be_extended(period: Period) -> bool:
    return _EXTENDED.search(period.at.shortly_before(LONGEST_BEFORE)) is not None
