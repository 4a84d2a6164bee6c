"""Sums that sentences give for a time and for another: "£12,000 a quarter (£48,000 a year)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import worth
from clausekit.checks.rules.figures._sentences.reckoned import (
    COUNT,
    IS,
    SAID,
    SO,
    UNEVEN,
    Reckoned,
    counted,
    reckon,
    unit_of,
)
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_PER = pattern(
    r"[ ]?(?:(?:an?|per|each|every|(?:for|in)[ ](?:each|the|a)"
    r"|(?:to[ ]the[ ][A-Z]\w+[ ])?on[ ](?:or[ ]before[ ])?(?:the[ ])?[a-z0-9]{2,8}[ ](?:working[ ])?day[ ]of"
    r"[ ](?:each|every)"
    r"|at[ ]the[ ](?:start|beginning|end)[ ]of[ ](?:each|every))"
    r"[ ](?:full[ ]|whole[ ]|calendar[ ]|financial[ ])?"
    r"(?P<unit>half[ -]year|year|annum|quarter|term|month|fortnight|week)\b"
    r"|(?P<often>annually|monthly|quarterly|weekly|termly))",
    re.IGNORECASE,
)
_EVERY = pattern(
    r"\b(?P<often>annual|yearly|monthly|quarterly|weekly|termly|half-yearly)[ ]"
    r"(?:[a-z]+[ ]){1,3}?(?:each[ ])?of[ ]$",
    re.IGNORECASE,
)
_OFTEN = {
    "annually": "year",
    "annual": "year",
    "yearly": "year",
    "annum": "year",
    "monthly": "month",
    "quarterly": "quarter",
    "weekly": "week",
    "termly": "term",
    "half-yearly": "half year",
    "half-year": "half year",
}
_IN_A_YEAR = pattern(
    r",?[ ](?:in|for|from|during)[ ](?:the[ ](?:financial[ ])?year[ ])?20\d\d[/–-]\d\d(?:\d\d)?(?![\d/–-])"
    r"|,?[ ](?:in|for|during)[ ](?:the[ ])?(?:first|second|third|fourth|fifth|last|final)[ ]year\b",
    re.IGNORECASE,
)
_FOR_THAT_YEAR = pattern(
    r"[ ](?:in|for|over|during)[ ](?:that|the|each|a|any|every|this)[ ](?:(?:full|whole|financial)[ ])?year"
    r"(?:[ ]as[ ]a[ ]whole)?(?=[,.;:)]|[ ]and\b|$)",
    re.IGNORECASE,
)
_PART_OF_A_YEAR = pattern(
    r"\b(?:from|until|since|after|till|between|part|half|first|second|last)\b[^.;£]*$", re.IGNORECASE
)
_FOR_A_TIME = pattern(r",?[ ](?:from|for|until|to|over|starting|beginning|after|once|when)\b")
_PAID_IN = pattern(
    r"[ ,(]*(?:which[ ]is[ ])?(?:payable|paid|to[ ]be[ ]paid)?[ ]?(?:(?:in|by|at|as)\b[^£.;]{0,50}"
    r"|(?:monthly|quarterly|weekly)[ ]?[(]?)",
    re.IGNORECASE,
)
_TIMES = {
    ("month", "year"): 12,
    ("quarter", "year"): 4,
    ("month", "quarter"): 3,
    ("half year", "year"): 2,
    ("term", "year"): 3,
    ("month", "half year"): 6,
    ("quarter", "half year"): 2,
}
_IN_SO_MANY = pattern(
    rf"[ ](?:in|for|over|during)[ ](?:the[ ]|all[ ])?(?P<count>{COUNT})[ ]"
    r"(?P<unit>month|quarter|week|term|year)s\b",
    re.IGNORECASE,
)
_FOR_WHAT = r"(?:[ ](?:of|in|for|towards?|as)[ ][^£.;:,()]{2,60})?"
_MAKES = pattern(
    rf"{_FOR_WHAT}(?:,?[ ]\(?(?:{IS}|in[ ](?:all|total)),?[ ](?:(?:a|in)[ ](?:total|all)(?:[ ]of)?[ ])?"
    rf"|,[ ](?:a[ ]total[ ]of|which[ ]totals)[ ])"
)
_ALL_OF_THEM = pattern(rf"{_FOR_WHAT}(?:,|[ ]\()[ ]?")
_ALTOGETHER = pattern(
    r"[ ](?:in all|in total|altogether|(?:in|for|over) the (?:year|[Ff]inancial [Yy]ear|[Tt]erm))\b"
)
_NOT_ALIKE = pattern(
    r"\b(?:plus|with|first(?! (?:working )?day)|last(?! (?:working )?day)|final|until|since|then|increas\w+"
    r"|rising|after|deposit|VAT|up to|at least|about|around|some|part|from|credit\w*|discount\w*)\b"
)
_FEWEST_TIMES = 2
_RATE_WITHIN = 140


def by_time(one: Figure, other: Figure) -> Iterator[Reckoned]:
    """Yield "£12,000 a quarter (£48,000 a year)", in either order, and "£5,000 a term, £15,000 in the three
    terms"."""
    text = one.at.passage.text
    per, unit = time_unit(one)
    yield from _by_year(one, other)
    if not unit or not SO.fullmatch(text, per, other.at.start) or not SAID.search(text[per : other.at.start]):
        return
    if (so_many := _IN_SO_MANY.match(text, other.at.end)) and so_many["unit"].lower() == unit:
        count = counted(so_many["count"])
        if count:
            yield reckon(other, worth(one) * count, (one,), count)
        return
    _, other_unit = time_unit(other)
    if times := _TIMES.get((unit, other_unit)):
        yield reckon(other, worth(one) * times, (one,), Decimal(times))
    elif times := _TIMES.get((other_unit, unit)):
        yield reckon(other, worth(one) / times, (one,))


def whole_times(sentence: Words, each: Figure, whole: Figure) -> Iterator[Reckoned]:
    """Yield the two sums of a sentence, "£5,000 at the start of each quarter, making £21,000 in all", if the
    second is so often the first as nobody pays it."""
    text = sentence.passage.text
    start, unit = time_unit(each)
    if not unit or time_unit(whole)[1] or _NOT_ALIKE.search(sentence.text) or not worth(each):
        return
    told = _MAKES.fullmatch(text, start, whole.at.start) or (
        _ALL_OF_THEM.fullmatch(text, start, whole.at.start) and _ALTOGETHER.match(text, whole.at.end)
    )
    times = (worth(whole) / worth(each)).to_integral_value()
    if told and times >= _FEWEST_TIMES:
        made = times * worth(each)
        yield Reckoned(whole, made, max(unit_of(each), Decimal("0.5")) * times, (each,))


def _by_year(one: Figure, other: Figure) -> Iterator[Reckoned]:
    """Yield "£5 a quarter in 2026-27, £20 in that year" and "£20 in 2026-27, that is £5 a quarter"."""
    text = one.at.passage.text
    (start, unit), (end, other_unit) = time_unit(one), time_unit(other)
    year = _IN_A_YEAR.match(text, start)
    between = text[year.end() if year else start : other.at.start]
    if not SO.fullmatch(between) or _PART_OF_A_YEAR.search(one.at.shortly_before(_RATE_WITHIN)):
        return
    if unit and not other_unit and _FOR_THAT_YEAR.match(text, other.at.end):
        if times := _TIMES.get((unit, "year")):
            yield reckon(other, worth(one) * times, (one,), Decimal(times))
    elif (
        year
        and not unit
        and SAID.search(between)
        and (times := _TIMES.get((other_unit, "year")))
        and not _FOR_A_TIME.match(text, end)
    ):
        yield reckon(other, worth(one) / times, (one,))


def paid_often(one: Figure, other: Figure) -> Iterator[Reckoned]:
    """Yield "£96 a year, payable in monthly sums of £8" and "£96 a year by payments of £24 each quarter"."""
    text = one.at.passage.text
    start, unit = time_unit(one)
    _, other_unit = time_unit(other)
    times = _TIMES.get((other_unit, unit), 52 if (other_unit, unit) == ("week", "year") else 0)
    between = text[start : other.at.start]
    if times and _PAID_IN.fullmatch(between) and not UNEVEN.search(between):
        made = worth(one) / times
        slack = (
            worth(other) / times if times > 12 else Decimal(1)
        )  # a year has a day or two more than 52 weeks
        yield Reckoned(other, made, max(slack, unit_of(other)), (one,))


def time_unit(figure: Figure) -> tuple[int, str]:
    """Return where the words end that say for how long a sum is paid, and what they say."""
    text = figure.at.passage.text
    if after := _PER.match(text, figure.at.end):
        unit = (after["unit"] or after["often"]).lower()
        return after.end(), _OFTEN.get(unit, unit).replace("-", " ")
    before = _EVERY.search(figure.at.shortly_before(60))
    return figure.at.end, _OFTEN.get(before["often"].lower(), "") if before else ""
