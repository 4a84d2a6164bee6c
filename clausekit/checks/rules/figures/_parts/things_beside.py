"""So many things at a price beside what they cost, without a word that says so: "£312,000 (five posts at an
average of £62,400)", "ten beds at £1,250 a week for 52 weeks: £650,000"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import COUNT, count_of, half_a_step, said_sums, worth
from clausekit.checks.rules.figures._sentences.reckoned import ROUGH, Reckoned
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_A_YEAR = r"(?:[ ](?:a year|per annum|p\.a\.|in 20\d\d[/–-]\d\d(?:\d\d)?))?"
_THINGS = rf"(?P<count>{COUNT})[ ](?:[a-zA-Z][\w’-]*[ ]){{1,5}}"
_AT = (
    r"(?:at|costing)[ ](?:an average(?: (?:cost|salary|price|fee))?(?: of)?[ ]"
    r"|an?[ ](?:[a-z]+[ ])?(?:cost|price|rate|salary|fee)[ ]of[ ])?"
)
_THEN_THINGS = pattern(rf"{_A_YEAR}(?:,|:|[ ]–)?[ ]\(?{_THINGS}{_AT}", re.IGNORECASE)
_EACH = pattern(
    r"(?:[ ](?:each|apiece|a head|(?:per|for each) (?!week|day|month|hour|quarter|year|term)[a-z]+))?"
    r"(?=[).;]|,[ ]|$)"
)
_THINGS_BEFORE = pattern(rf"(?<![\w.,/£-]){_THINGS}{_AT}$", re.IGNORECASE)
_FOR_SO_LONG = pattern(
    rf"[ ](?:an?|per|each)[ ](?P<unit>week|day|month|hour|quarter|term)[ ](?:for|over|x)[ ]"
    rf"(?P<times>{COUNT})[ ](?P<units>[a-z]+)(?::|,|[ ]–|[ ]=|[ ]\()[ ]?",
    re.IGNORECASE,
)
_FOR_UNITS = pattern(
    rf"[ ](?:an?|per)[ ](?P<unit>[a-z]+)[ ]\((?P<count>{COUNT})[ ](?:[a-z]+[ ])?(?P<units>[a-z]+)\)",
    re.IGNORECASE,
)
_PAYS_FOR = pattern(r"[^£;:]{0,20}\b(?:for|buys|funds|covers|provides|purchases)\b[^£;:]{1,60}\bat[ ]$")
_NOT_EXACT = pattern(
    r"\b(?:up to|at least|at most|not more|exceed\w*|maximum|minimum|cap|limit\w*|increas\w+|rising"
    r"|discount\w*|index\w*|plus|deposit|including|excluding|first|on-costs|overheads|contribut\w+ towards"
    r"|part of|balance)\b",
    re.IGNORECASE,
)
_NEAR = Decimal("0.2")
_FARTHEST = 90


def things_beside(instrument: Instrument) -> Iterator[Reckoned]:
    """Yield what things cost in all where their number at a price beside it makes another sum, nearly."""
    for said in said_sums(instrument):
        text = said.sentence.text
        if len(said.money) < 2 or _NOT_EXACT.search(text) or ROUGH.search(text):
            continue
        for one, other in pairwise(said.money):
            for whole, price, times in (
                *_after(one, other),
                *_for_units(one, other),
                *_before(said.sentence, one, other),
            ):
                made = worth(price) * times
                slack = half_a_step(whole) + half_a_step(price) * times
                if abs(made - worth(whole)) <= made * _NEAR:
                    yield Reckoned(whole, made, max(slack, Decimal(1)), (price,))


def _after(whole: Figure, price: Figure) -> Iterator[tuple[Figure, Figure, Decimal]]:
    """Yield "£312,000 (five posts at an average of £62,400)"."""
    found = _THEN_THINGS.fullmatch(whole.at.passage.text, whole.at.end, price.at.start)
    count = count_of(found["count"]) if found else None
    if count is not None and count > 1 and _EACH.match(price.at.after):
        yield whole, price, count


def _for_units(whole: Figure, price: Figure) -> Iterator[tuple[Figure, Figure, Decimal]]:
    """Yield "£450,000 is for reablement at £22.50 an hour (20,000 hours)"."""
    found = _FOR_UNITS.match(price.at.after)
    count = count_of(found["count"]) if found else None
    if (
        found
        and count
        and _is_of(found["units"], found["unit"])
        and _PAYS_FOR.fullmatch(whole.at.passage.text, whole.at.end, price.at.start)
    ):
        yield whole, price, count


def _before(sentence: Words, price: Figure, whole: Figure) -> Iterator[tuple[Figure, Figure, Decimal]]:
    """Yield "ten beds at £1,250 a week for 52 weeks: £650,000"."""
    text = price.at.passage.text
    found = _FOR_SO_LONG.fullmatch(text, price.at.end, whole.at.start)
    times = count_of(found["times"]) if found else None
    if found is None or not times or not _is_of(found["units"], found["unit"]):
        return
    things = _THINGS_BEFORE.search(text, max(sentence.start, price.at.start - _FARTHEST), price.at.start)
    count = count_of(things["count"]) if things else Decimal(1)
    if count:
        yield whole, price, count * times


def _is_of(units: str, unit: str) -> bool:
    """Tell whether things are counted in the unit of a price: "hours" at so much an "hour"."""
    return units.lower().removesuffix("s") == unit.lower().removesuffix("s")
