"""Averages: a number over a time and what it is in each month, week or day, a whole and what is for each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import Decimal
from itertools import chain, zip_longest

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import COUNT, SaidSums, count_of, said_figures, total, worth
from clausekit.checks.rules.figures._sentences.reckoned import ROUGH, Reckoned
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.recognition.calendar import days

_AVERAGE = pattern(r"\b(?:averag(?:e|es|ed|ing)|on[ ]the[ ]mean|a[ ]mean[ ]of)\b", re.IGNORECASE)
_ON_AVERAGE = pattern(r"[^,;.]{0,35},?[ ]on[ ](?:the[ ])?average\b")
_SO = pattern(
    r"(?:,|\()[ ]?(?:which[ ](?:is|makes|comes to|amounts to|works out at)|that is,?|i\.e\.,?|or|being"
    r"|equivalent to|equal to)[ ](?:(?:some|about|roughly|approximately|just over|just under)[ ])?$"
    r"|,[ ](?:about|roughly|approximately|some)[ ]$",
    re.IGNORECASE,
)
_A_TIME = r"(?P<unit>year|quarter|month|fortnight|week|day)"
_IN_EACH_TIME = pattern(
    rf"(?:[ ](?!and\b|or\b|but\b|in\b)[a-z-]+){{0,3}}?[ ](?:an?|per|each|every"
    rf"|(?:in|for)[ ](?:each|every|an?))[ ](?:calendar[ ]|working[ ])?{_A_TIME}\b",
    re.IGNORECASE,
)
_SO_OFTEN = pattern(
    r"\b(?P<often>daily|weekly|monthly|quarterly|yearly|annual)[ ](?:[a-z]+[ ]){0,3}?"
    r"(?:(?:of|at|was|is|stood at|comes to|being)[ ]){1,2}$",
    re.IGNORECASE,
)
_OFTEN = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "yearly": "year",
    "annual": "year",
}
_FOR_EACH = pattern(
    r"(?:[ ](?!and\b|or\b|but\b|in\b)[a-z-]+){0,2}?[ ](?:each|apiece|(?:an?|per|for each|for every)[ ]"
    r"(?!year|quarter|month|fortnight|week|day|hour|minute)[a-z-]+)\b",
    re.IGNORECASE,
)
_PERIOD = pattern(
    rf"(?<![\w-])(?P<count>{COUNT})[ ](?:(?:full|calendar|financial|complete|last|working)[ ])?"
    r"(?P<units>years|quarters|months|weeks|days)\b"
    r"|\b(?P<half>half[ ](?:of[ ]the[ ])?year|six-month)\b"
    r"|\b(?:the|a|that|this|each|last|previous|first|second|third|full|whole|financial|calendar|scheme)[ ]"
    r"(?:(?:full|whole|financial|calendar|scheme|first|last)[ ]){0,2}(?P<one>year|quarter|month|week)\b"
    r"|\b(?:in|for|during|over|throughout)[ ](?:(?:the[ ])?(?:Financial[ ])?[Yy]ear[ ])?"
    r"(?P<named>20\d\d(?:[/–-]\d\d(?:\d\d)?)?)\b|\b(?P<a>a[ ]year|annually|per annum|Year|each year)\b",
    re.IGNORECASE,
)
_DAYS = {
    "year": Decimal(365),
    "quarter": Decimal("91.25"),
    "month": Decimal("30.42"),
    "fortnight": Decimal(14),
    "week": Decimal(7),
}
_EXACT = {
    ("year", "quarter"): 4,
    ("year", "month"): 12,
    ("year", "week"): 52,
    ("quarter", "month"): 3,
    ("quarter", "week"): 13,
}
_WORKING = {
    "year": (250, 253, 260, 364, 366),
    "quarter": (63, 65, 90, 92),
    "month": (20, 21, 22, 28, 30, 31),
    "week": (5, 6),
}
"""How many days there are on which people work, or as the calendar has it."""
_MONTHS_OF = {
    "year": Decimal(12),
    "quarter": Decimal(3),
    "month": Decimal(1),
    "week": Decimal(12) / 52,
    "day": Decimal(12) / 365,
}
_UNTIL = pattern(r",?[ ](?:to|until|and|up to|–|-)[ ](?:the end of[ ])?")
_OF_ALL_STEPS = "the year"
"""Over what halves, or quarters, run together."""
_A_STEP = pattern(r"\b(?:first|second|third|fourth|last|other|next|half|quarter|to|until)\b", re.IGNORECASE)
_NO_AVERAGE = pattern(
    r"\b(?:at least|at most|not (?:more|less) than|no more than|up to|exceed\w*|more than|fewer than"
    r"|less than|target|maximum|minimum|peak|busiest|ris\w+|increas\w+|if|would have"
    r"|from[ ]£?\d[\d,.]*[ ]to)\b",
    re.IGNORECASE,
)
_BRACKETED = pattern(r"\([^()]*\)")
_NEAR, _SHORTLY, _BEFORE, _TWO = Decimal(2), 45, 70, 2
_ROUGHLY = Decimal("0.03")
_VAGUE = Decimal("0.015")
"""By how much a time counted in other units may be longer: a year is a day more than 52 weeks."""


def averages(instrument: Instrument) -> Iterator[Reckoned]:
    """Yield the averages that sentences give, with what they should be."""
    said = said_figures(instrument)
    for one, after in zip_longest(said, said[1:]):
        averages_told = [each for each in one.figures if each.kind != "percentage" and _is_average(each)]
        if averages_told and not _NO_AVERAGE.search(one.sentence.text):
            following = after if after is not None and after.before is one else None
            for average in averages_told:
                yield from _over_time(average, one, following)
                yield from _for_each(average, one)


# over a time


def _over_time(average: Figure, said: SaidSums, after: SaidSums | None) -> Iterator[Reckoned]:
    """Yield "3,120 in the twelve months, an average of 240 a month"."""
    unit = _unit_of(average)
    if not unit:
        return
    for place in (said, said.before, after):
        others = _others(average, place) if place is not None else []
        if place is None or not others:
            continue
        if len(others) > 1 and all(_A_STEP.search(one.at.shortly_after(_SHORTLY)) for one in others):
            yield from _unless_one_fits(average, total(others), [*_times(_OF_ALL_STEPS, unit)], said)
        elif len(others) == 1:
            texts = {said.sentence.text, place.sentence.text}
            times = [*chain.from_iterable(_times(text, unit) for text in texts)]
            yield from _unless_one_fits(average, worth(others[0]), times, said)
        return


def _unit_of(figure: Figure) -> str:
    """Return in each of which time so much is counted, "" if it is not told."""
    if after := _IN_EACH_TIME.match(figure.at.shortly_after(_SHORTLY)):
        return after["unit"].lower()
    before = _SO_OFTEN.search(figure.at.shortly_before(_BEFORE))
    return _OFTEN[before["often"].lower()] if before else ""


def _is_average(figure: Figure) -> bool:
    """Tell whether a figure is said to be an average, or to follow from the one before it."""
    before, after = figure.at.shortly_before(_BEFORE), figure.at.shortly_after(_SHORTLY)
    found = [*_AVERAGE.finditer(before)]
    near = bool(found) and not any(mark.isdigit() or mark in ";." for mark in before[found[-1].end() :])
    return near or _SO.search(before) is not None or _ON_AVERAGE.match(after) is not None


def _others(average: Figure, said: SaidSums) -> list[Figure]:
    """Return the other figures of its kind that are more than an average, and so much over no time but
    a year: one of them may be the whole of which it is the average."""
    return [
        one
        for one in said.figures
        if one is not average
        and one.kind == average.kind
        and _unit_of(one) in ("", "year")
        and worth(one) > worth(average)
        and not _is_period(one, said.sentence)
    ]


def _is_period(figure: Figure, sentence: Words) -> bool:
    text = sentence.passage.text
    return any(
        found.start() <= figure.at.start < found.end()
        for found in _PERIOD.finditer(text, sentence.start, sentence.end)
    )


def _times(text: str, unit: str) -> Iterator[tuple[Decimal, bool]]:
    """Yield how many units of time there may be in each time that a text names, each with whether that is
    exact."""
    if (months := _months_between(text)) and unit in _MONTHS_OF:
        yield months / _MONTHS_OF[unit], unit not in ("week", "day")
    for found in _PERIOD.finditer(text):
        if found["units"]:
            count, stretch = count_of(found["count"]) or Decimal(0), found["units"].lower().removesuffix("s")
        elif found["half"]:
            count, stretch = Decimal("0.5"), "year"
        else:
            count, stretch = Decimal(1), (found["one"] or "year").lower()
        if stretch == unit:
            yield count, True
        elif exact := _EXACT.get((stretch, unit)):
            yield count * exact, unit != "week"
        elif unit == "day" and stretch in _WORKING:
            yield count * _DAYS[stretch], False
            yield from ((count * days, False) for days in _WORKING[stretch])
        elif stretch in _DAYS and unit in _DAYS:
            yield count * _DAYS[stretch] / _DAYS[unit], False


def _months_between(text: str) -> Decimal | None:
    """Return how many months there are from one day to another, if a text tells of two: "from 1 April 2024
    to 31 March 2025"."""
    told = [one for one in days(text) if one.value is not None]
    if len(told) != _TWO or not _UNTIL.fullmatch(text, told[0].end, told[1].start):
        return None
    first, last = (one.value for one in told)
    if (
        first is None
        or last is None
        or first >= last
        or first.day != 1
        or (last + timedelta(days=1)).day != 1
    ):
        return None
    return Decimal((last.year - first.year) * 12 + last.month - first.month + 1)


def _unless_one_fits(
    average: Figure, whole: Decimal, times: Sequence[tuple[Decimal, bool]], said: SaidSums
) -> Iterator[Reckoned]:
    """Yield an average that a whole makes over no time that may be meant, if it comes near one."""
    rough = ROUGH.search(said.sentence.text) is not None
    made = [
        (whole / count, _slack(average, whole / count, exact=exact, rough=rough))
        for count, exact in times
        if count > 1
    ]
    if not made or any(abs(worth(average) - one) <= slack for one, slack in made):
        return
    nearest, slack = min(made, key=lambda one: abs(worth(average) - one[0]))
    if nearest / _NEAR <= worth(average) <= nearest * _NEAR:
        yield Reckoned(average, round(nearest, 2), slack, ())


def _slack(average: Figure, made: Decimal, *, exact: bool, rough: bool) -> Decimal:
    """Return by how much an average may be out: it is rounded to its last place, or to tens."""
    tens = not average.decimals and worth(average) % 10 == 0
    step = Decimal(5) if tens and made > 100 else Decimal(1).scaleb(-average.decimals)
    return max(step, made * _ROUGHLY if rough else made * (0 if exact else _VAGUE))


# for each


def _for_each(average: Figure, said: SaidSums) -> Iterator[Reckoned]:
    """Yield "the 120 people came 3,960 times, an average of 33 visits each" and "£31,200 for 26 families, an
    average of £1,200 each"."""
    if not _FOR_EACH.match(average.at.shortly_after(_SHORTLY)) or not _is_called_average(average):
        return
    text = said.sentence.text
    hidden = [found.span() for found in _BRACKETED.finditer(text) if "averag" not in found[0].lower()]
    others = [
        one
        for one in said.figures
        if one is not average
        and not any(start <= one.at.start - said.sentence.start < end for start, end in hidden)
        and not _is_period(one, said.sentence)
    ]
    wholes = [one for one in others if one.kind == average.kind]
    counts = [one for one in others if one.kind == "number"]
    if average.kind == "number" and len(others) == _TWO:
        wholes, counts = sorted(others, key=worth)[1:], sorted(others, key=worth)[:1]
    if len(wholes) == len(counts) == 1 and len(others) == _TWO and worth(counts[0]) > 1:
        yield from _unless_one_fits(average, worth(wholes[0]), [(worth(counts[0]), True)], said)


def _is_called_average(figure: Figure) -> bool:
    around = (figure.at.shortly_before(_BEFORE), figure.at.shortly_after(_SHORTLY))
    return any(map(_AVERAGE.search, around))
