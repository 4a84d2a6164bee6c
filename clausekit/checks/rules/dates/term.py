"""CK-DATE-TERM: a term that ends a day early or late, or is not as long as it is said to be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Period
from clausekit.checks.rule import Confidence, Hit, Rule, hit
from clausekit.checks.rules.dates._course_of_the_year import out_of_course
from clausekit.checks.rules.dates._day_before import beside_another_day
from clausekit.checks.rules.dates._days_of_the_year import days_of_the_year
from clausekit.checks.rules.dates._defined_days import days_told_otherwise
from clausekit.checks.rules.dates._extended import extended, is_extension
from clausekit.checks.rules.dates._in_office import terms_of_office
from clausekit.checks.rules.dates._in_time_for import too_long_for
from clausekit.checks.rules.dates._lasting import UNTIL, from_commencement, of_the_whole, told_together
from clausekit.checks.rules.dates._length import (
    INCLUSIVE,
    MONTHS,
    ends_otherwise,
    in_full,
    is_last_of_month,
    periods_near,
    put_together,
)
from clausekit.checks.rules.dates._listed_years import miscounted_years
from clausekit.checks.rules.dates._notice_before import told_before_the_end, too_late_for
from clausekit.checks.rules.dates._one_to_the_next import handed_over
from clausekit.checks.rules.dates._quarters_in_rows import odd_runs_of_months
from clausekit.checks.rules.dates._ranges import WEEKDAY, Range, end_of, ranges
from clausekit.checks.rules.dates._told_again import told_otherwise
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage

_THING = (
    r"(?:[ ](?:pilot|term|period|agreement|contract|programme|project|lease|licence|secondment|grant|plan"
    r"|scheme|arrangement|funding|extension|consultation|engagement|trial|phase|evaluation))?"
)
_PERIOD_THEN_DATES = pattern(
    rf"{_THING}[ ,(:;–—-]*(?:in total )?(?:that |which )?(?:commenc\w+|starting|beginning|running"
    rf"|starts|begins|runs|began|started|ran|opening|opened|lasting)?(?: on"
    rf"| from| with effect from)*[ ]?(?:the[ ])?{WEEKDAY}"
)
_PERIOD_THEN_YEARS = pattern(
    rf"{_THING}[ ,(:]*(?:from|covering|being|for|in|over|that is|i\.e\.)?[ ]?(?:the[ ]years[ ])?"
)
_TO_YEAR = pattern(r"[ ](?:to|until|through to|up to)[ ]|[ ]?[–—-][ ]?")
_DATES_THEN_PERIOD = pattern(
    r"(?: \([^()]{1,60}\))?[ ,(]*(?:[“\"‘][^”\"’]{1,30}[”\"’],? )?(?:inclusive[ ,(]*)?(?:being |that is "
    r"|which is |i\.e\. |for )?(?:a |the )?"
    r"(?:period|term|duration)?(?: of)?[ (]*"
)
_SOME_DAYS = 3
"""By so many days weeks may differ that leave out a weekend, or the last day."""
_AT_ITS_BEGINNING = pattern(r"\b(?:00[.:]00|0000)(?:[ ]?(?:hours|hrs))?[ ](?:on|of)[ ](?:the[ ])?$")
_AT_THE_LATEST = pattern(r"\b(?:by|before)\b")


def _check(instrument: Instrument) -> Iterator[Hit]:
    """Yield each hit once, though two ways of reading a term find it."""
    told: set[Words] = set()
    for found in (*_of_terms(instrument), *_out_of_course(instrument), *_beside_another(instrument)):
        at = Words(found.passage, found.start, found.end)
        if at not in told:
            told.add(at)
            yield found
    yield from _at_their_beginning(instrument)


def _of_terms(instrument: Instrument) -> Iterator[Hit]:
    """Yield the hits on terms, by each of the ways in which their length and days are told."""
    periods = list(put_together(_whole_months(instrument)))
    by_passage: dict[Passage, list[Period]] = {}
    for period in periods:
        by_passage.setdefault(period.at.passage, []).append(period)
    yield from _of_ranges(instrument, by_passage)
    yield from from_commencement(instrument, periods)
    yield from told_together(instrument, periods)
    yield from of_the_whole(instrument, periods)
    yield from extended(instrument, periods)
    yield from _in_years(instrument, by_passage)
    yield from _in_office(instrument)
    yield from _told_again(instrument)
    for long, short in too_long_for(instrument):
        yield hit(
            long.at,
            f"“{long.at.text}” is longer than “{short.at.text}”, for which it is to be in time.",
            "Shorten it, or correct the other period.",
            confidence="likely",
            related=(short.at,),
        )
    for row, period in miscounted_years(instrument, periods):
        yield hit(
            period.at,
            f"“{row[0].at.text}” to “{row[-1].at.text}” are {len(row)} years, not “{period.at.text}”.",
            "Correct the years or their number.",
            confidence="likely",
            related=(row[0].at,),
        )
    for found, differs in ((too_late_for, "less than"), (told_before_the_end, "not")):
        for by, period, end in found(instrument):
            yield hit(
                by.at,
                f"“{by.at.text}” is {differs} {period.at.text} before “{end.at.text}”.",
                "Correct one of the dates, or the length.",
                confidence="likely",
                related=(period.at, end.at),
            )


def _whole_months(instrument: Instrument) -> list[Period]:
    """Return the periods of whole months, quarters or years whose words and figures say the same."""
    unclear = [one.at for one in instrument.given_twice if one.in_words != one.in_figures]
    return [
        one
        for one in instrument.periods
        if one.unit in MONTHS
        and one.count == int(one.count)
        and not any(one.at.overlaps(words) for words in unclear)
    ]


def _out_of_course(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for each day that leaves a gap in a year that is told part by part, or an overlap."""
    for odd, expected in (*out_of_course(instrument), *days_of_the_year(instrument)):
        yield hit(
            odd.at,
            f"“{odd.at.text}” leaves a gap or an overlap: {expected} is expected.",
            "Correct the day or the month.",
            confidence="likely",
        )


def _beside_another(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for each day that does not follow on another as the text says, or as its table has it."""
    for one, other, right in beside_another_day(instrument):
        yield hit(
            one.at,
            f"“{one.at.text}” is not next to “{other.at.text}”: that would be {in_full(right)}.",
            "Correct one of the two dates.",
            confidence="likely",
            related=(other.at,),
        )
    for first, last in handed_over(instrument):
        yield hit(
            first.at,
            f"“{first.at.text}” is not the day after “{last.at.text}”, until which another holds.",
            "Correct one of the two dates.",
            confidence="likely",
            related=(last.at,),
        )
    for words, expected in odd_runs_of_months(instrument):
        yield hit(
            words,
            f"“{words.text}” leaves a gap or an overlap: {expected} is expected.",
            "Correct the months.",
            confidence="likely",
        )


def _at_their_beginning(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for each term that ends when the last day of a month begins."""
    for one in instrument.dates:
        if is_last_of_month(one.value) and _AT_ITS_BEGINNING.search(one.at.shortly_before(40)):
            yield hit(
                one.at,
                f"What ends at 00.00 on “{one.at.text}” ends before that day begins, a day early.",
                "Say that it ends at the end of that day.",
                confidence="likely",
            )


def _of_ranges(instrument: Instrument, by_passage: Mapping[Passage, Sequence[Period]]) -> Iterator[Hit]:
    """Yield hits on ranges that are not as long as is said, or are a day too long or too short."""
    for one in ranges(instrument):
        near = periods_near(by_passage.get(one.first.at.passage, ()), one.first.at.start, one.last.at.end)
        stated = next((period for period in near if _is_length_of(period, one)), None)
        if stated is not None and is_extension(stated) and is_last_of_month(one.first.value):
            continue
        if stated is not None and not (one.first.day or one.last.day):
            yield from _in_months(stated, one)
        if one.first.value is None or one.last.value is None or one.last.value <= one.first.value:
            continue
        yield from _in_weeks(instrument, one, (one.last.value - one.first.value).days + 1)
        if stated is not None:
            yield from ends_otherwise(stated, one.first.value, one.last, one.between)
        else:
            yield from _by_itself(one)


def _is_length_of(period: Period, one: Range) -> bool:
    """Tell whether a period says how long a range lasts: it stands directly before or after it."""
    if period.at.passage is not one.first.at.passage or period.at.passage is not one.last.at.passage:
        return False
    text = period.at.passage.text
    if period.at.end <= one.first.at.start:
        return _PERIOD_THEN_DATES.fullmatch(text, period.at.end, one.first.at.start) is not None
    if one.first.at.end <= period.at.start and period.at.end <= one.last.at.start:
        return UNTIL.fullmatch(text, period.at.end, one.last.at.start) is not None
    return (
        period.at.start >= one.last.at.end
        and _DATES_THEN_PERIOD.fullmatch(text, one.last.at.end, period.at.start) is not None
    )


def _in_weeks(instrument: Instrument, one: Range, days: int) -> Iterator[Hit]:
    """Yield a hit if a range of ``days`` is not so many weeks as is said beside it."""
    for period in instrument.periods:
        weeks = period.unit == "week" and _is_length_of(period, one)
        if weeks and abs(days - 7 * period.count) > _SOME_DAYS:
            yield hit(
                period.at,
                f"From “{one.first.at.text}” to “{one.last.at.text}” are {days} days, not"
                f" “{period.at.text}”.",
                "Correct the dates or the length.",
                confidence="likely",
                related=(one.first.at, one.last.at),
            )


def _in_months(period: Period, one: Range) -> Iterator[Hit]:
    """Yield a hit if a range of months, given without days, is not as long as it is said to be."""
    if not (one.first.year and one.last.year):
        return
    months = (one.last.year - one.first.year) * 12 + one.last.month - one.first.month + 1
    stated = int(period.count) * MONTHS[period.unit]
    if months > 0 and months not in (stated, stated + 1):
        yield hit(
            one.last.at,
            f"From “{one.first.at.text}” to “{one.last.at.text}” are {months} months, not"
            f" “{period.at.text}”.",
            "Correct the months or the length.",
            confidence="doubtful" if months == stated + 2 else "likely",  # from the end of the first month
            related=(period.at,),
        )


def _in_years(instrument: Instrument, periods: Mapping[Passage, Sequence[Period]]) -> Iterator[Hit]:
    """Yield a hit for each "three-year period, 2026/27 to 2029/30"."""
    for first, last in pairwise(instrument.years):
        passage = first.at.passage
        single = first.last == first.first + 1 and last.last == last.first + 1
        if last.at.passage is not passage or not single:
            continue
        if not _TO_YEAR.fullmatch(passage.text, first.at.end, last.at.start):
            continue
        for period in periods_near(periods.get(passage, ()), first.at.start, first.at.start):
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
            f"A term from {in_full(first)} to “{one.last.at.text}” is a day too"
            f" {'long' if days > 0 else 'short'}.",
            f"Should it end on {in_full(right)}?",
            confidence=confidence,
            related=(one.first.at,),
        )


def _confidence(first: date, months: int, days: int, between: str) -> Confidence | None:
    """Return how sure it is that a range ends so many days late by mistake; one that ends with a month
    does not."""
    if is_last_of_month(end_of(first, months) + timedelta(days=days)):
        return None
    if days == -1 and months % 12 == 0:
        return "certain"
    if days == -1 and months % 3 == 0 and first.day == 1:
        return "likely"
    if days == 1 and months % 12 == 0:
        sure = (first.month, first.day) == (4, 1) or INCLUSIVE.search(between)
        return "likely" if sure else "doubtful"
    return None


def _in_office(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for each "serves until 21 September 2026" of who holds for two years an office to which it
    was appointed on 22 September 2025."""
    for period, first, last in terms_of_office(instrument):
        found = next(ends_otherwise(period, first.value, last, ""), None) if first.value else None
        if found is not None:
            yield replace(
                found, passage=last.at.passage, start=last.at.start, end=last.at.end, related=(period.at,)
            )


def _told_again(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for each day on which the instrument begins or ends, or which it defines, that is told
    otherwise elsewhere."""
    for one, known in (*told_otherwise(instrument), *days_told_otherwise(instrument)):
        yield hit(
            one.at,
            f"“{one.at.text}” is not “{known.at.text}”, as it is told elsewhere.",
            "Correct one of the two dates, or say which day is meant.",
            confidence="likely",
            related=(known.at,),
        )


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
