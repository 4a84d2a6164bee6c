"""CK-DATE-TERM: a term that ends a day early or late, or is not as long as it is said to be."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date, Period
from clausekit.checks.rule import Confidence, Hit, Rule, hit
from clausekit.checks.rules.dates._course_of_the_year import out_of_course
from clausekit.checks.rules.dates._in_office import terms_of_office
from clausekit.checks.rules.dates._ranges import Range, commencement, dates_by_passage, end_of, expiry, ranges
from clausekit.checks.rules.dates._told_again import told_otherwise
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage

_THING = (
    r"(?:[ ](?:pilot|term|period|agreement|contract|programme|project|lease|licence|secondment|grant|plan"
    r"|scheme|arrangement|funding))?"
)
_PERIOD_THEN_DATES = pattern(
    rf"{_THING}[ ,(:;–—-]*(?:in total )?(?:that )?(?:commenc\w+|starting|beginning|running|starts|begins"
    rf"|runs)?(?: on"
    r"| from| with effect from)*[ ]?(?:the[ ])?"
)
_PERIOD_THEN_YEARS = pattern(
    rf"{_THING}[ ,(:]*(?:from|covering|being|for|in|over|that is|i\.e\.)?[ ]?(?:the[ ]years[ ])?"
)
_TO_YEAR = pattern(r"[ ](?:to|until|through to|up to)[ ]|[ ]?[–—-][ ]?")
_THEN_ENDS = pattern(r"\b(?:ends?|expires?|terminates?|finish(?:es)?|concludes?|closes?)\b[^.;]{0,30}$")
_LATER = pattern(
    r"[ ](?:later|thereafter|after that|afterwards)(?:,|[ ]on|,[ ]on|,[ ]that is,?[ ]on|,[ ]i\.e\.[ ]on)[ ]"
)
"""What stands between a period and the date on which it ends."""
_DATES_THEN_PERIOD = pattern(
    r"[ ,(]*(?:inclusive[ ,(]*)?(?:being |that is |i\.e\. |for )?(?:a |the )?(?:period|term"
    r"|duration)?(?: of)?[ (]*"
)
_AT_ITS_BEGINNING = pattern(r"\b(?:00[.:]00|0000)(?:[ ]?(?:hours|hrs))?[ ](?:on|of)[ ](?:the[ ])?$")
_FROM_COMMENCEMENT = pattern(
    r"[ ,]*(?:commencing|starting|beginning|running)?(?: on| from)*(?: and including)? the (?:commencement"
    r"|start|effective) date\b[^.;]{0,60}\b(?:ends?|ending|expir\w+|until|to)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_COMMENCED = pattern(r"\b(?:commencement|start|effective) date\b(?:[^.;]|\.(?=\d)){0,120}$", re.IGNORECASE)
_UNTIL = pattern(
    r"[ ,;(–—-]{1,3}(?:(?:so )?that is(?: to say)?,? |i\.e\.,? |namely "
    r"|and (?:so |therefore |thus |accordingly )?|so that (?:it|they|this \w+|the \w+) |so as to |so "
    r"|(?:which|that) )?"
    r"(?:(?:will|shall|is to|therefore|accordingly) )*"
    r"(?:(?:and )?(?:until|to|through|ends?|ending|expir(?:es?|ing)|finish(?:es|ing)|terminat(?:es?|ing)"
    r"|conclud(?:es?|ing)|coming to an end|comes to an end|runs?|running|clos(?:es|ing)) ?)+"
    r"(?:(?:on|at|with|of|by|until|to|and including|the|end|close|expiry|midnight|day) ){0,6}",
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
_LONGEST_BEFORE = 160
_LASTS = pattern(
    r"\b(?:(?:agreement|memorandum|deed|arrangements?|licence|lease|term|period|duration)\b[^.;]{0,60}"
    r"\b(?:means|is|be|lasts?|continues?|runs?|remains?[ ]in[ ]force|for)\b[^.;]{0,30})$",
    re.IGNORECASE,
)
_FROM_ITS_START = pattern(
    r",?[ ](?:(?:commencing|starting|beginning|running)[ ])?(?:on|from|after)[ ](?:and[ ]including[ ])?"
    r"(?:the[ ](?:commencement|start|effective)[ ]date|that[ ]date)\b",
    re.IGNORECASE,
)
_EXTENDED = pattern(r"\b(?:exten\w+|further|renew\w*|notice|review\w*|least|more)\b", re.IGNORECASE)
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
    r"|(?:end|expire|run)(?:s|ing)?(?: on| at)? (?:not|no) later than)"
    r"(?: (?:the end of|and including|midnight on|the))*) ",
    re.IGNORECASE,
)
"""What stands between the length of an extension and the date on which the term then ends."""
_ENDED_ON = pattern(
    r"(?:\b(?:until|till|to|through)|\b(?:[Ee]xpir\w+|[Ee]nd\w*|terminat\w+|run(?:s|ning)? out)\b[^.;]{0,20}"
    r" (?:on|of|is|at))(?: (?:the end of|and including|midnight on|the))* $"
)
"""How words end before the date on which something ends."""
_AND_MONTHS = pattern(r",? and ")
_SLIP = 31
"""A date that is out by more days than a month has is no slip of the day."""
_AT_THE_LATEST = pattern(r"\b(?:by|before)\b")
_INCLUSIVE = pattern(r"includ|inclus|\bends?\b|\bexpir", re.IGNORECASE)
_MONTHS = {"month": 1, "year": 12, "quarter": 3}


def _check(instrument: Instrument) -> Iterator[Hit]:
    unclear = [one.at for one in instrument.given_twice if one.in_words != one.in_figures]
    periods = list(
        _together(
            [
                one
                for one in instrument.periods
                if one.unit in _MONTHS
                and one.count == int(one.count)
                and not any(one.at.overlaps(words) for words in unclear)
            ]
        )
    )
    by_passage: dict[Passage, list[Period]] = {}
    for period in periods:
        by_passage.setdefault(period.at.passage, []).append(period)
    told: set[Words] = set()
    for found in (
        *_of_ranges(instrument, by_passage),
        *_from_commencement(instrument, periods),
        *_told_together(instrument, periods),
        *_of_the_whole(instrument, periods),
        *_extended(instrument, periods),
        *_in_years(instrument, by_passage),
        *_in_office(instrument),
        *_told_again(instrument),
    ):
        at = Words(found.passage, found.start, found.end)
        if at not in told:
            told.add(at)
            yield found
    for odd, expected in out_of_course(instrument):
        if odd.at not in told:
            told.add(odd.at)
            yield hit(
                odd.at,
                f"“{odd.at.text}” leaves a gap or an overlap: {expected} is expected.",
                "Correct the day or the month.",
                confidence="likely",
            )
    for date_ in instrument.dates:
        if _is_last_of_month(date_.value) and _AT_ITS_BEGINNING.search(date_.at.shortly_before(40)):
            yield hit(
                date_.at,
                f"What ends at 00.00 on “{date_.at.text}” ends before that day begins, a day early.",
                "Say that it ends at the end of that day.",
                confidence="likely",
            )


def _of_ranges(instrument: Instrument, by_passage: Mapping[Passage, Sequence[Period]]) -> Iterator[Hit]:
    """Yield hits on ranges that are not as long as is said, or are a day too long or too short."""
    for one in ranges(instrument):
        near = _around(by_passage.get(one.first.at.passage, ()), one.first.at.start, one.last.at.end)
        stated = next((period for period in near if _is_length_of(period, one)), None)
        if stated is not None and _is_extension(stated) and _is_last_of_month(one.first.value):
            continue
        if stated is not None and not (one.first.day or one.last.day):
            yield from _in_months(stated, one)
        if one.first.value is None or one.last.value is None or one.last.value <= one.first.value:
            continue
        if stated is not None:
            yield from _against(stated, one.first.value, one.last, one.between)
        else:
            yield from _by_itself(one)


def _together(periods: Sequence[Period]) -> Iterator[Period]:
    """Yield periods in order, "three years and six months" as one."""
    before: Period | None = None
    for one in periods:
        if before is not None and _goes_on(before, one):
            count = before.count * _MONTHS["year"] + one.count
            before = replace(one, at=one.at.part(before.at.start, one.at.end), count=count)
            continue
        if before is not None:
            yield before
        before = one
    if before is not None:
        yield before


def _goes_on(years: Period, months: Period) -> bool:
    """Tell whether two periods are one: so many years, and so many months."""
    return (
        years.at.passage is months.at.passage
        and (years.unit, months.unit) == ("year", "month")
        and _AND_MONTHS.fullmatch(months.at.passage.text, years.at.end, months.at.start) is not None
    )


def _is_length_of(period: Period, one: Range) -> bool:
    """Tell whether a period says how long a range lasts: it stands directly before or after it."""
    if period.at.passage is not one.first.at.passage or period.at.passage is not one.last.at.passage:
        return False
    text = period.at.passage.text
    if period.at.end <= one.first.at.start:
        return _PERIOD_THEN_DATES.fullmatch(text, period.at.end, one.first.at.start) is not None
    if one.first.at.end <= period.at.start and period.at.end <= one.last.at.start:
        return _UNTIL.fullmatch(text, period.at.end, one.last.at.start) is not None
    return (
        period.at.start >= one.last.at.end
        and _DATES_THEN_PERIOD.fullmatch(text, one.last.at.end, period.at.start) is not None
    )


def _against(period: Period, first: date, last: Date, between: str) -> Iterator[Hit]:
    """Yield a hit if a period does not end on the day on which it is said to end."""
    right = end_of(first, int(period.count) * _MONTHS[period.unit])
    if last.value is None or last.value == right:
        return
    days = (last.value - right).days
    late_by_one = days == 1 and not _INCLUSIVE.search(between)
    at, other = _at_fault(period, last, slip=abs(days) <= _SLIP)
    yield hit(
        at,
        f"“{period.at.text}” from {_day(first)} end on {_day(right)}, not on “{last.at.text}”.",
        "Correct the date or the length.",
        confidence="likely" if late_by_one else "certain",
        related=(other,),
    )


def _at_fault(period: Period, last: Date, *, slip: bool) -> tuple[Words, Words]:
    """Return the words at fault, and others to look at: the date where only its day can be wrong; else what
    says both, or of two passages the later one."""
    if slip:
        return last.at, period.at
    first, second = sorted((last.at, period.at), key=lambda words: words.start)
    near = first.passage is second.passage and second.end - first.start <= _LONGEST_BEFORE
    return (first.part(first.start, second.end), last.at) if near else (second, first)


def _in_months(period: Period, one: Range) -> Iterator[Hit]:
    """Yield a hit if a range of months, given without days, is not as long as it is said to be."""
    if not (one.first.year and one.last.year):
        return
    months = (one.last.year - one.first.year) * 12 + one.last.month - one.first.month + 1
    stated = int(period.count) * _MONTHS[period.unit]
    if months > 0 and months not in (stated, stated + 1):
        yield hit(
            one.last.at,
            f"From “{one.first.at.text}” to “{one.last.at.text}” are {months} months, not"
            f" “{period.at.text}”.",
            "Correct the months or the length.",
            confidence="doubtful" if months == stated + 2 else "likely",  # from the end of the first month
            related=(period.at,),
        )


def _around(periods: Sequence[Period], start: int, end: int) -> Sequence[Period]:
    """Return those of the periods of a passage, in order, that stand in a stretch of it or near."""
    first = bisect_left(periods, start - _LONGEST_BEFORE, key=lambda one: one.at.start)
    last = bisect_left(periods, end + _LONGEST_BEFORE, key=lambda one: one.at.start)
    return periods[first:last]


def _in_years(instrument: Instrument, periods: Mapping[Passage, Sequence[Period]]) -> Iterator[Hit]:
    """Yield a hit for each "three-year period, 2026/27 to 2029/30"."""
    for first, last in pairwise(instrument.years):
        passage = first.at.passage
        single = first.last == first.first + 1 and last.last == last.first + 1
        if last.at.passage is not passage or not single:
            continue
        if not _TO_YEAR.fullmatch(passage.text, first.at.end, last.at.start):
            continue
        for period in _around(periods.get(passage, ()), first.at.start, first.at.start):
            if (
                period.unit == "year"
                and period.at.end <= first.at.start
                and _PERIOD_THEN_YEARS.fullmatch(passage.text, period.at.end, first.at.start)
                and last.first - first.first + 1 != period.count
            ):
                yield hit(
                    last.at,
                    f"“{first.at.text}” to “{last.at.text}” are {last.first - first.first + 1} years,"
                    f" not “{period.at.text}”.",
                    "Correct the years or the length.",
                    confidence="likely",
                    related=(period.at,),
                )


def _by_itself(one: Range) -> Iterator[Hit]:
    """Yield a hit if a range is whole years but for a day, or whole quarters from the first of a month
    less a day."""
    first, last = one.first.value, one.last.value
    assert first is not None
    assert last is not None
    if _AT_THE_LATEST.search(one.between):
        return
    months = round((last - first).days * 12 / 365.2425)
    if months < 1:
        return
    right = end_of(first, months)
    days = (last - right).days
    confidence = _confidence(first, months, days, one.between)
    if confidence:
        yield hit(
            one.last.at,
            f"A term from {_day(first)} to “{one.last.at.text}” is a day too"
            f" {'long' if days > 0 else 'short'}.",
            f"Should it end on {_day(right)}?",
            confidence=confidence,
            related=(one.first.at,),
        )


def _confidence(first: date, months: int, days: int, between: str) -> Confidence | None:
    """Return how sure it is that a range ends so many days late by mistake; one that ends with a month
    does not."""
    if _is_last_of_month(end_of(first, months) + timedelta(days=days)):
        return None
    if days == -1 and months % 12 == 0:
        return "certain"
    if days == -1 and months % 3 == 0 and first.day == 1:
        return "likely"
    if days == 1 and months % 12 == 0:
        sure = (first.month, first.day) == (4, 1) or _INCLUSIVE.search(between)
        return "likely" if sure else "doubtful"
    return None


def _told_together(instrument: Instrument, periods: Sequence[Period]) -> Iterator[Hit]:
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
        if not later and not _UNTIL.fullmatch(between):
            continue
        first = next((one for one in reversed(around) if one.at.end <= period.at.start), None)
        if first is None and _COMMENCED.search(period.at.shortly_before(_LONGEST_BEFORE)):
            first = start
        elif first is not None and not (
            _ends_later(first, period) if later else _begins_a_term(first, period)
        ):
            first = None
        if first is not None and first.value is not None:
            yield from _against(period, first.value, last, between)


def _begins_a_term(first: Date, period: Period) -> bool:
    """Tell whether a date before a period in a sentence is the one from which it runs."""
    between = Words(period.at.passage, first.at.end, period.at.start).text
    begun = _BEGUN.search(first.at.shortly_before(60)) is not None
    return begun and _RUNS.fullmatch(between) is not None and not _EXTENDED.search(between)


def _ends_later(first: Date, period: Period) -> bool:
    """Tell whether a sentence says that what begins on a date ends a period later."""
    return _THEN_ENDS.search(Words(period.at.passage, first.at.end, period.at.start).text) is not None


def _from_commencement(instrument: Instrument, periods: Sequence[Period]) -> Iterator[Hit]:
    """Yield a hit for each "12 months from the Commencement Date, ending on 30 March 2027"."""
    start = commencement(instrument)
    if start is None or start.value is None:
        return
    dates = dates_by_passage(instrument)
    for period in periods:
        for last in dates.get(period.at.passage, ()):
            between = Words(period.at.passage, period.at.end, last.at.start).text
            if last.at.start > period.at.end and _FROM_COMMENCEMENT.fullmatch(between):
                yield from _against(period, start.value, last, between)


def _of_the_whole(instrument: Instrument, periods: Sequence[Period]) -> Iterator[Hit]:
    """Yield a hit if the instrument lasts for some years, as one provision says, from a day to a day that two
    others give, and they do not fit."""
    start, end = commencement(instrument), expiry(instrument)
    if start is None or end is None or start.value is None or end.value is None or end.value <= start.value:
        return
    lengths = [one for one in periods if _is_of_the_whole(one, instrument)]
    if len({(one.count, one.unit) for one in lengths}) == 1 and not _may_be_extended(lengths[0]):
        yield from _against(lengths[0], start.value, end, "")


def _extended(instrument: Instrument, periods: Sequence[Period]) -> Iterator[Hit]:
    """Yield a hit for each "from 1 May 2024 to 30 April 2027. It is extended by a year to 30 April 2029"."""
    dates = dates_by_passage(instrument)
    for period in periods:
        if not _is_extension(period):
            continue
        around = dates.get(period.at.passage, ())
        next_ = bisect_left(around, period.at.end, key=lambda one: one.at.start)
        after = around[next_ : next_ + 2]
        for last in after:
            between = _NEW_END.fullmatch(period.at.passage.text, period.at.end, last.at.start)
            if between is None or _BEGINS_THEN.search(between[0]):
                continue
            if between["old"] and not _is_last_of_month(after[0].value):
                continue
            old = after[0] if between["old"] else _old_end(around[:next_], instrument)
            if old is not None and old is not last and old.value is not None:
                yield from _against(period, old.value + timedelta(days=1), last, "")


def _in_office(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for each "serves until 21 September 2026" of who holds for two years an office to which it
    was appointed on 22 September 2025."""
    for period, first, last in terms_of_office(instrument):
        found = next(_against(period, first.value, last, ""), None) if first.value else None
        if found is not None:
            yield replace(
                found, passage=last.at.passage, start=last.at.start, end=last.at.end, related=(period.at,)
            )


def _told_again(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for each day on which the instrument begins or ends that is told otherwise elsewhere."""
    for one, known in told_otherwise(instrument):
        yield hit(
            one.at,
            f"“{one.at.text}” is not “{known.at.text}”, as it is told elsewhere.",
            "Correct one of the two dates, or say which day is meant.",
            confidence="likely",
            related=(known.at,),
        )


def _is_extension(period: Period) -> bool:
    return _EXTENDED_BY.search(period.at.shortly_before(_LONGEST_BEFORE)) is not None


def _old_end(before: Sequence[Date], instrument: Instrument) -> Date | None:
    """Return the date on which a term ends before it is extended: the last before in the passage, if it ends
    something, or that on which the instrument ends. By when it is agreed does not count."""
    for one in reversed(before):
        if not _BY_WHEN.search(one.at.shortly_before(40)):
            return one if _ENDED_ON.search(one.at.shortly_before(60)) else None
    return instrument.once(expiry)


def _is_of_the_whole(period: Period, instrument: Instrument) -> bool:
    """Tell whether a period is how long the instrument lasts from the day on which it begins."""
    place = instrument.place_of[period.at.passage]
    return (
        place.role in ("text", "cell")
        and not period.at.passage.division
        and _LASTS.search(period.at.shortly_before(_LONGEST_BEFORE)) is not None
        and _FROM_ITS_START.match(period.at.shortly_after(60)) is not None
    )


def _may_be_extended(period: Period) -> bool:
    return _EXTENDED.search(period.at.shortly_before(_LONGEST_BEFORE)) is not None


def _is_last_of_month(day: date | None) -> bool:
    return day is not None and end_of(day.replace(day=1), 1) == day


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


RULE = Rule(
    id="CK-DATE-TERM",
    level="error",
    title="A term that ends a day early or late, is not as long as it is said to be, or is told otherwise",
    why="A term that begins on 1 April and ends on 30 March leaves a day on which services are provided and"
    " no agreement pays for them. A period of months ends on the day before the one on which it began.",
    fails="""
1. Term

1.1 This agreement lasts from 1 April 2026 to ⟦30 March 2027⟧.

1.2 The pilot lasts for ⟦12 months from 1 July 2026 to 30 September 2027⟧.

1.3 The lease begins on 1 April 2026 and ends on ⟦1 April 2029⟧.

1.4 The grant ends at 00.00 on ⟦31 March 2027⟧.

1.5 The scheme takes effect on 1 July 2026 and lasts for ⟦two Scheme Years, that is until 30 June 2029⟧.

1.6 The three-year programme (April 2026 to ⟦March 2028⟧) has a three-year plan, 2026/27 to ⟦2029/30⟧.

1.7 The licence runs until 31 March 2027. It is extended by ⟦one year, so that it ends on 31 March 2029⟧.
""",
    passes="""
1. Term

1.0 The licence runs until 31 March 2027. It is extended by one year, so that it ends on 31 March 2028.

1.1 This agreement lasts from 1 April 2026 to 31 March 2027, and the pilot for three months from 1 July 2026
to
30 September 2026. The lease, which began on 1 April 2020 and was extended for two years to 31 March 2027,
runs on. Reports for 10 April 2026 to 14 May 2026 are due within 12 months.
""",
    check=_check,
)
