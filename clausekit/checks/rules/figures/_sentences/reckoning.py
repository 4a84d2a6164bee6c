"""Sums that a sentence reckons out: days at a rate, equal parts, what others come to together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import SaidSums, said_sums, worth
from clausekit.checks.rules.figures._sentences.by_time import by_time, paid_often, time_unit, whole_times
from clausekit.checks.rules.figures._sentences.reckoned import (
    COUNT,
    SAID,
    SO,
    UNEVEN,
    Reckoned,
    counted,
    reckon,
)
from clausekit.checks.rules.figures._sentences.slips import is_slip
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.recognition.amounts import number_of

_AT_A_RATE = pattern(
    rf"(?<![\w.,£/–-])(?P<count>{COUNT})(?![ -](?:hal|third|quarter|fifth|tenth|twelfth|eighth"
    rf"|sixth))(?:[ ]?[x×@][ ]?|(?:[ ](?:a|per|each)[ ]year)?"
    r"[ ](?:[A-Za-z’-]+[ ]){0,10}?[A-Za-z’-]+(?:,[ ]each|,[ ]all|,)?"
    r"[ ](?:at|@|of|costing|costed at|priced at|charged at|paid(?: at)?|with)[ ]"
    r"(?:(?:an? |the )?(?:[a-z-]+ ){0,3}(?:rate|cost|price|salary|fee|charge|sum|tariff|average)s?"
    r"(?: of| at)? )?)$",
    re.IGNORECASE,
)
_NOCOUNT = pattern(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Financial )?Year|clauses?|paragraphs?|sections?|schedule|annex|appendix|table|part|phase|stage"
    r"|lot|tranche|band|grade|level|tier|item|row|line|page|scheme|indicator|figure|note|regulation"
    r"|article|option|version|no\.?)[ \u00a0]$",
    re.IGNORECASE,
)
"""What stands before a number that counts nothing: it names a year or a place."""
_OF_A_DATE = pattern(
    r"[ ](?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_A_YEAR = pattern(r"(?:19|20)\d\d")
_A_UNIT = pattern(r"(?:[ ](?:an?|per|for each|every)(?:[ ][A-Za-z-]+)?){0,2}(?:[ ]each(?![ ]of))?")
_EACH = pattern(r"[ ](?:each|apiece|an?[ ][a-z]+|per[ ][a-z]+)\b")
_FOR_SO_MANY = pattern(rf"[ ]for[ ](?P<count>{COUNT})[ ](?:[A-Za-z-]+[ ]){{1,5}}[(](?:at[ ])?", re.IGNORECASE)
_ALTOGETHER = pattern(
    r"[ ]?(?:(?:a|per|each) (?:year|month|week|quarter|day) )?"
    r"(?:in all|in total|altogether|in the year|a year|per annum|together"
    r"|for (?:all|both|them all))\b(?! (?:with|including|plus)\b)",
    re.IGNORECASE,
)
_EQUAL = pattern(
    r"\b(?:in|by)[ ](?:(?P<first>[a-z]+)[ ](?:[a-z]+[ ]){0,2})?equal[ ](?:[a-z]+[ ]){0,2}"
    r"(?:parts|shares|instalments|payments|sums|amounts)[ ]of[ ]$",
    re.IGNORECASE,
)
_BECOMES = pattern(
    r"[ ](?:a year[ ])?(?:would |will |shall )?(?:becomes?|rises? to|increases? to|goes up to"
    r"|go up to|falls? to|comes down to"
    r"|(?:is|be) (?:raised|increased|reduced|cut) to|to)[ ]",
    re.IGNORECASE,
)
_A_CHANGE = pattern(
    r"[ ]?[,(–—]?[ ]?(?:that is |i\.e\. |being |which is )?"
    r"an? (?:increase|rise|uplift|reduction|fall|decrease|saving|cut|growth|difference) of ",
    re.IGNORECASE,
)
_UP = pattern(r"\b(?:rises?|increases?|goes up|go up|raised|grows?|increased)[ ]by[ ]$", re.IGNORECASE)
_DOWN = pattern(
    r"\b(?:falls?|decreases?|goes down|go down|reduced|drops?|reduces?|cut)[ ]by[ ]$", re.IGNORECASE
)
_RISES_FROM = pattern(r"\b(?:ris|increas|grow|rais|uplift|go(?:es)? up)\w*[ ](?:up[ ])?from[ ]$")
_FALLS_FROM = pattern(r"\b(?:fall|reduc|decreas|drop|cut|lower|go(?:es)? down)\w*[ ](?:down[ ])?from[ ]$")
_BY = pattern(r"[ ](?:a year[ ])?by[ ]")
_TO = pattern(r",?[ ](?:to|making|giving)[ ]")
_OF_THAT = pattern(
    r"(?:Of (?:that|this|these|which|it|the total)\b"
    r"|(?:It|This|That sum|That|They) (?:comes?|is|are) "
    r"(?:made up|met|paid|funded|provided|shared|split|from|borne)\b)"
)
_CONSISTS = pattern(
    r"(?:It|This|That sum|That|They) "
    r"(?:(?:is|are) (?:made up|composed) of|consists? of|comprises?|breaks? down)\b"
)
"""How a sentence begins that gives all parts of the sum before it."""
_OF_WHICH_HALF = pattern(
    r"[^£.;()]{0,30},? of which (?:a |(?P<count>one|two|three)[ -])?"
    r"(?P<part>half|third|quarter|fifth|tenth)s?,? ?"
    r"(?:\((?:being |that is,? )?|(?:being|that is|namely|or),? )"
)
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_SHORT = 90
_RATE_WITHIN = 140
_NEAR = Decimal("0.25")
_FEWEST_PARTS, _A_PAIR = 2, 2


def reckoned(instrument: Instrument) -> Iterator[Reckoned]:
    """Yield the sums that sentences reckon out of others."""
    before: SaidSums | None = None
    for said in said_sums(instrument):
        yield from _in_sentence(said.sentence, said.money)
        if said.before is None:
            before = None
        if before is not None:
            yield from _of_that(said.sentence, said.money, before.money)
        before = said if said.money else before


def _in_sentence(sentence: Words, money: Sequence[Figure]) -> Iterator[Reckoned]:
    for one, other in pairwise(money):
        if other.at.start - one.at.end <= _SHORT:
            yield from by_time(one, other)
            yield from paid_often(one, other)
            yield from _by_number(one, other)
            yield from _of_which_a_part(one, other)
    if len(money) == _A_PAIR:
        yield from whole_times(sentence, *money)
    yield from _equal_parts(money)
    for first, second, third in zip(money, money[1:], money[2:], strict=False):
        text = sentence.passage.text
        if _BECOMES.fullmatch(text, first.at.end, second.at.start) and _A_CHANGE.fullmatch(
            text, second.at.end, third.at.start
        ):
            yield reckon(third, abs(worth(second) - worth(first)), (first, second))
        if _BY.fullmatch(text, first.at.end, second.at.start) and _TO.fullmatch(
            text, second.at.end, third.at.start
        ):
            before = first.at.shortly_before(_SHORT)
            rise = 1 if _RISES_FROM.search(before) else -1 if _FALLS_FROM.search(before) else 0
            if rise:
                yield reckon(third, worth(first) + rise * worth(second), (first, second))
    yield from _signed(money)


def _by_number(one: Figure, other: Figure) -> Iterator[Reckoned]:
    """Yield "24 days at £425 a day, £10,200 in all", "12 x £1 = £12" and "£300 for three (£100 each)"."""
    text = one.at.passage.text
    unit = _A_UNIT.match(text, one.at.end)
    start = unit.end() if unit else one.at.end
    between = text[start : other.at.start]
    rate = _AT_A_RATE.search(one.at.shortly_before(_RATE_WITHIN))
    if (
        rate
        and _counts(rate)
        and (count := counted(rate["count"]))
        and SO.fullmatch(between)
        and (SAID.search(between) or _ALTOGETHER.match(text, other.at.end))
    ):
        yield reckon(other, worth(one) * count, (one,), count)
    elif (number := _FOR_SO_MANY.fullmatch(text, one.at.end, other.at.start)) and _EACH.match(
        text, other.at.end
    ):
        count = counted(number["count"])
        yield from () if count is None else (reckon(one, worth(other) * count, (other,), count),)


def _of_which_a_part(one: Figure, other: Figure) -> Iterator[Reckoned]:
    """Yield "£100, of which half (£50) is due on 1 May"."""
    if found := _OF_WHICH_HALF.fullmatch(one.at.passage.text, one.at.end, other.at.start):
        yield reckon(other, worth(one) * _count_or_one(found["count"]) / _PARTS[found["part"]], (one,))


def _count_or_one(words: str | None) -> Decimal:
    return (counted(words) if words else None) or Decimal(1)


def _counts(rate: re.Match[str]) -> bool:
    """Tell whether the number before a rate counts something, and is no year, day or number of a clause."""
    text, (start, end) = rate.string, rate.span("count")
    return not (
        _A_YEAR.fullmatch(rate["count"])
        or _NOCOUNT.search(text[max(0, start - _SHORT) : start])
        or _OF_A_DATE.match(text, end)
    )


def _equal_parts(money: Sequence[Figure]) -> Iterator[Reckoned]:
    """Yield each sum that is paid in equal parts of which the number is not told: it must be a multiple of
    them."""
    for total, part in pairwise(money):
        text = part.at.passage.text
        between = text[total.at.end : part.at.start]
        around = f"{between}{part.at.shortly_after(_SHORT)}"
        equal = _EQUAL.search(part.at.shortly_before(_SHORT))
        told = equal is not None and equal["first"] is not None and number_of(equal["first"]) is not None
        if equal and not told and not UNEVEN.search(around) and worth(part):
            count = (worth(total) / worth(part)).quantize(Decimal(1))
            if count >= _FEWEST_PARTS:
                yield Reckoned(part, worth(total) / count, Decimal(1).scaleb(-part.decimals), (total,))


def _signed(money: Sequence[Figure]) -> Iterator[Reckoned]:
    """Yield "rise by £90 in total: one falls by £10, another rises by £100"."""
    signs = [_sign(one) for one in money]
    if len(money) > _FEWEST_PARTS and all(signs) and _ALTOGETHER.match(money[0].at.shortly_after(20)):
        made = sum((worth(one) * sign for one, sign in zip(money[1:], signs[1:], strict=True)), Decimal(0))
        yield reckon(money[0], made * signs[0], money[1:])


def _sign(figure: Figure) -> int:
    before = figure.at.shortly_before(40)
    return 1 if _UP.search(before) else -1 if _DOWN.search(before) else 0


def _of_that(sentence: Words, parts: Sequence[Figure], before: Sequence[Figure]) -> Iterator[Reckoned]:
    """Yield a sum of the sentence before, if this one says who bears it and the parts are more than it, or
    come so near that one of them is mistyped."""
    if (
        len(before) != 1
        or len(parts) < _FEWEST_PARTS
        or not (_OF_THAT.match(sentence.text) or _CONSISTS.match(sentence.text))
        or UNEVEN.search(sentence.text)
        or any(time_unit(one)[1] for one in parts)
    ):
        return
    parts = _of_first_rank(parts)
    made = sum(map(worth, parts), Decimal(0))
    if len(parts) < _FEWEST_PARTS:
        return
    all_told = _CONSISTS.match(sentence.text) and abs(made - worth(before[0])) <= made * _NEAR
    if made > worth(before[0]) or is_slip(made, worth(before[0])) or all_told:
        yield reckon(before[0], made, parts)


def _of_first_rank(parts: Sequence[Figure]) -> Sequence[Figure]:
    """Return the parts up to a colon, after which the last is broken down: "£20 is paid: £7 to ..." """
    for at, (one, other) in enumerate(pairwise(parts)):
        if ":" in one.at.passage.text[one.at.end : other.at.start]:
            return parts[: at + 1]
    return parts
