"""Hours of opening told for a day, and for a week: "8am to 6pm on seven days, so 70 hours a week", "from 8am
to 8pm on every day: 12 hours a day and 84 hours a week"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.said_sums import count_of
from clausekit.checks.rules.figures._sentences.members import Counted
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.recognition.amounts import NUMBER_WORDS

_CLOCK = r"(?:\d{1,2}(?:[.:]\d\d)?[ ]?(?:[ap]\.?m\b\.?|noon)|\d{1,2}:\d\d|(?:12[ ])?(?:noon|midday|midnight))"
_SPAN = pattern(rf"(?<![\d.:])(?P<first>{_CLOCK})[ ]?(?:to|until|till|and|–|-)[ ]?(?P<last>{_CLOCK})")
_DAY = r"(?P<{}>Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:days?)?"
_DAYS = pattern(
    rf"\b(?:{_DAY.format('since')}[ ]?(?:to|–|-|until)[ ]?{_DAY.format('till')}\b"
    r"|(?P<both>(?:Saturdays?[ ](?:and|&)[ ]Sundays?)|(?:at|over)[ ]weekends?|at[ ]the[ ]weekend)"
    r"|(?P<one>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?)"
    r"|(?P<five>weekdays?|(?:each|every|on)[ ](?:a[ ])?Working[ ]Days?|Working[ ]Days)"
    r"|(?P<all>every[ ]day|each[ ]day|daily|on[ ]all[ ](?:seven[ ])?days)"
    rf"|(?P<count>{NUMBER_WORDS}|\d)[ ]days(?:[ ](?:a|per|each|every|of[ ]the)[ ]week)?)\b"
)
_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NUMBER = rf"(?:\d{{1,3}}(?:\.\d{{1,2}})?|{NUMBER_WORDS})"
_A_DAY = pattern(rf"(?<![\w.])(?P<hours>{_NUMBER})[ ]hours[ ](?:a|per|each|every|of[ ]each)[ ]day\b")
_A_WEEK = pattern(
    rf"(?<![\w.])(?P<hours>{_NUMBER})[ ](?:hours|in|of)(?:[ ]of[ ][a-z]+)?[ ](?:a|per|each|every|in[ ]a"
    r"|in[ ]the|in[ ]each|the)[ ]week\b"
)
_NOT_PLAIN = pattern(
    r"\b(?:break|lunch|exclud\w*|except\w*|closed|other than|bank holidays?|average|up to|at least|between"
    r"|minimum|maximum|about|approximately|or (?=\d)|alternat\w+|not (?:more|less)|term[ -]time|works?"
    r"|working(?! days?)|(?:full|part)[ -]time|contracted|employ\w+|paid)\b",
    re.IGNORECASE,
)
_WHOLE_WEEK, _WORKING, _NOON = 7, 5, 12
_SIGNS = ("hours ", "a week")


def hours_of_opening(instrument: Instrument) -> Iterator[Counted]:
    """Yield the hours for a day, or for a week, that the times of opening do not make."""
    for week, found in instrument.search(_A_WEEK, "text", "note", "cell", signs=_SIGNS):
        text = _told(week, instrument)
        stated, made = count_of_hours(found["hours"]), _in_a_week(text)
        if made and stated and stated != made and not _NOT_PLAIN.search(text):
            yield Counted(week.part(*found.span("hours")), made)
    for day, found in instrument.search(_A_DAY, "text", "note", "cell", signs=_SIGNS):
        text = _told(day, instrument)
        spans, stated = _spans(text), count_of_hours(found["hours"])
        if spans and stated and stated not in spans and not _NOT_PLAIN.search(text):
            last = text.rfind(day.text)
            before = _spans(text[:last]) if last > 0 else []
            if len(spans) == 1 or before:
                yield Counted(day.part(*found.span("hours")), (before or spans)[-1])


def count_of_hours(words: str) -> Decimal | None:
    """Return a number of hours, in words or in figures, of which a part may be a fraction."""
    return Decimal(words) if words[0].isdecimal() else count_of(words)


def _told(words: Words, instrument: Instrument) -> str:
    """Return the sentence in which hours are told, with the one before if that has the times."""
    sentence = instrument.sentence_of(words)
    if _SPAN.search(sentence.text):
        return sentence.text
    before = next(
        (one for one, after in pairwise(instrument.sentences_of(words.passage)) if after == sentence), None
    )
    return f"{before.text} {sentence.text}" if before is not None else sentence.text


def _in_a_week(text: str) -> Decimal | None:
    """Return the hours of a week that a text tells by times and days, None if it does not tell just these."""
    days = [(found.start(), count) for found in _DAYS.finditer(text) if (count := _count(found))]
    spans = [(found.start(), hours) for found in _SPAN.finditer(text) if (hours := _hours(found))]
    a_day = [hours for found in _A_DAY.finditer(text) if (hours := count_of_hours(found["hours"]))]
    if len(spans) == 0 and len(a_day) == 1 and len({count for _, count in days}) == 1:
        return a_day[0] * days[0][1]
    if len(spans) == 1 and len({count for _, count in days}) == 1:
        return spans[0][1] * days[0][1]
    before = [start < at for (start, _), (at, _) in zip(days, spans, strict=False)]
    if not spans or len(spans) != len(days) or len(set(before)) != 1:
        return None
    together = sum(count for _, count in days)
    made = sum((count * hours for (_, count), (_, hours) in zip(days, spans, strict=True)), Decimal(0))
    return made if together <= _WHOLE_WEEK else None


def _count(found: re.Match[str]) -> int:
    """Return how many days of the week words tell, 0 if that is not known."""
    if found["since"]:
        first, last = (_NAMES.index(found[name].lower()[:3]) for name in ("since", "till"))
        return last - first + 1 if last > first else 0
    if found["count"]:
        return int(count_of(found["count"].strip()) or 0)
    told = {"both": 2, "one": 1, "five": _WORKING, "all": _WHOLE_WEEK}
    return next(count for name, count in told.items() if found[name])


def _spans(text: str) -> list[Decimal]:
    return [hours for found in _SPAN.finditer(text) if (hours := _hours(found))]


def _hours(found: re.Match[str]) -> Decimal | None:
    """Return how many hours there are from one time to another; None if it is not told which is later."""
    first, last = _hour(found["first"]), _hour(found["last"], is_end=True)
    return last - first if last > first else None


def _hour(time: str, *, is_end: bool = False) -> Decimal:
    """Return the hours from midnight to a time of the day: 18 for "6pm" and for "18:00"."""
    name = time.lower().replace(".m", "m")
    if "midnight" in name:
        return Decimal(24 if is_end else 0)
    if "noon" in name or "midday" in name:
        return Decimal(_NOON)
    digits = "".join(one if one.isdecimal() else " " for one in name).split()
    minutes = Decimal(digits[1]) / 60 if len(digits) > 1 else Decimal(0)
    hour = int(digits[0])
    if name.rstrip(".").endswith("m"):
        hour = hour % _NOON + (_NOON if "p" in name else 0)
    return hour + minutes
