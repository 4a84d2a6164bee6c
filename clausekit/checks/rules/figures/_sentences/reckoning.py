"""Sums that a sentence reckons out: so much a month and a year, days at a rate, a percentage of a sum."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import SaidSums, said_figures, said_sums
from clausekit.checks.rules.figures._sentences.slips import is_slip
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.recognition.amounts import NUMBER_WORDS, number_of

_COUNT = rf"(?:{NUMBER_WORDS}|\d{{1,4}}(?:,\d{{3}})?(?:\.\d{{1,2}})?)"
_IS = (
    r"(?:that is(?: to say)?|that makes|i\.?e\.?|being|making|giving|totall?ing|amounting to"
    r"|amounts to|comes to|coming to|comes out at|which (?:is|makes|comes to|amounts to|gives|totals)"
    r"|equal to|equals|equivalent to|so|is|are|costs?|makes?|gives?|=)"
)
_SO = pattern(
    rf"[ ]?[,;:(–—-]*[ ]?(?:{_IS},?[ ])?(?:(?:at[ ])?(?:a|the|in)[ ](?:[a-z]+[ ])?(?:total|cost|sum"
    rf"|charge|price)"
    r"(?:[ ]cost)?(?:[ ]of)?[ ]|in[ ]all[ ])?"
)
_SAID = pattern(rf"(?:{_IS}\b|total|cost of|sum of|in all|[(=])", re.IGNORECASE)
_PER = pattern(
    r"[ ]?(?:(?:an?|per|each|every|(?:for|in)[ ](?:each|the|a)"
    r"|(?:to[ ]the[ ][A-Z]\w+[ ])?on[ ](?:the[ ])?[a-z0-9]{2,8}[ ](?:working[ ])?day[ ]of[ ](?:each|every))"
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
    rf"[ ](?:in|for|over|during)[ ](?:the[ ]|all[ ])?(?P<count>{_COUNT})[ ]"
    r"(?P<unit>month|quarter|week|term|year)s\b",
    re.IGNORECASE,
)
_AT_A_RATE = pattern(
    rf"(?<![\w.,£/–-])(?P<count>{_COUNT})(?![ -](?:hal|third|quarter|fifth|tenth|twelfth|eighth"
    rf"|sixth))(?:[ ]?[x×@][ ]?|(?:[ ](?:a|per|each)[ ]year)?"
    r"[ ](?:[A-Za-z’-]+[ ]){0,10}?[A-Za-z’-]+(?:,[ ]each|,[ ]all|,)?"
    r"[ ](?:at|@|of|costing|costed at|priced at|charged at|paid(?: at)?|with)[ ]"
    r"(?:(?:an? |the )?(?:[a-z-]+ ){0,3}(?:rate|cost|price|salary|fee|charge|sum|tariff|average)s?"
    r"(?: of| at)? )?)$",
    re.IGNORECASE,
)
_NO_COUNT = pattern(
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
_FOR_SO_MANY = pattern(
    rf"[ ]for[ ](?P<count>{_COUNT})[ ](?:[A-Za-z-]+[ ]){{1,5}}[(](?:at[ ])?", re.IGNORECASE
)
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
_UNEVEN = pattern(
    r"\b(?:balance|remainder|rest|last|final|includ\w+|more|less|of which|up to|about"
    r"|approximately|rounded|nearest)\b",
    re.IGNORECASE,
)
_OF = pattern(r"[ ]of[ ](?:the[ ](?:[A-Za-z]+[ ]){1,5}(?:of[ ])?|a[ ](?:[A-Za-z]+[ ]){1,4}of[ ])?[(]?")
_IS_SO_MUCH = pattern(rf"\)?[ ]?[,(–—]?[ ]?{_IS},?[ ]|[ ]?[(=][ ]?")
_GROWS = pattern(
    r"(?:[ ](?:would|will|shall))?[ ](?:rises?|increases?|grows?|go(?:es)? up|falls?"
    r"|(?:is|be) (?:raised|increased)),?(?:[ ](?:at|by))?[ ]",
    re.IGNORECASE,
)
_BY = pattern(r",?[ ](?:by|that is|which is|i\.e\.)[ ]|[ ]?[(]")
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
ROUGH = pattern(
    r"\b(?:about|around|approximately|some|nearly|almost|roughly|over"
    r"|under(?= [£\d])|greater|lesser|higher|lower"
    r"|whichever|plus|minus|or more|or less)\b",
    re.IGNORECASE,
)
"""Words by which a sum need not be the share exactly."""
_OF_WHICH_HALF = pattern(
    r"[^£.;()]{0,30},? of which (?:a |(?P<count>one|two|three)[ -])?"
    r"(?P<part>half|third|quarter|fifth|tenth)s?,? ?"
    r"(?:\((?:being |that is,? )?|(?:being|that is|namely|or),? )"
)
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_SHORT = 90
_RATE_WITHIN = 140
_NEAR = Decimal("0.25")
_FEWEST_PARTS = 2


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A sum as it is ``stated``, what it should be by the figures beside it, and by how much rounding may
    have moved it."""

    stated: Figure
    made: Decimal
    slack: Decimal
    related: tuple[Figure, ...]

    @property
    def is_wrong(self) -> bool:
        """Whether it is out by more than rounding explains."""
        return abs(_value(self.stated) - abs(self.made)) > self.slack


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


def percentages_reckoned(instrument: Instrument) -> Iterator[Reckoned]:
    """Yield the sums that sentences reckon out as a percentage of others."""
    for said in said_figures(instrument):
        if not ROUGH.search(said.sentence.text):
            yield from _percentages([one for one in said.figures if one.kind != "number"])


def _in_sentence(sentence: Words, money: Sequence[Figure]) -> Iterator[Reckoned]:
    for one, other in pairwise(money):
        if other.at.start - one.at.end <= _SHORT:
            yield from _by_time(one, other)
            yield from _paid_often(one, other)
            yield from _by_number(one, other)
            yield from _of_which_a_part(one, other)
    yield from _equal_parts(money)
    for first, second, third in zip(money, money[1:], money[2:], strict=False):
        text = sentence.passage.text
        if _BECOMES.fullmatch(text, first.at.end, second.at.start) and _A_CHANGE.fullmatch(
            text, second.at.end, third.at.start
        ):
            yield _reckoned(third, abs(_value(second) - _value(first)), (first, second))
    yield from _signed(money)


def _by_time(one: Figure, other: Figure) -> Iterator[Reckoned]:
    """Yield "£12,000 a quarter (£48,000 a year)", in either order, and "£5,000 a term, £15,000 in the three
    terms"."""
    text = one.at.passage.text
    per, unit = time_unit(one)
    yield from _by_year(one, other)
    if (
        not unit
        or not _SO.fullmatch(text, per, other.at.start)
        or not _SAID.search(text[per : other.at.start])
    ):
        return
    if (so_many := _IN_SO_MANY.match(text, other.at.end)) and so_many["unit"].lower() == unit:
        count = _count(so_many["count"])
        if count:
            yield _reckoned(other, _value(one) * count, (one,), count)
        return
    _, other_unit = time_unit(other)
    if times := _TIMES.get((unit, other_unit)):
        yield _reckoned(other, _value(one) * times, (one,), Decimal(times))
    elif times := _TIMES.get((other_unit, unit)):
        yield _reckoned(other, _value(one) / times, (one,))


def _by_year(one: Figure, other: Figure) -> Iterator[Reckoned]:
    """Yield "£5 a quarter in 2026-27, £20 in that year" and "£20 in 2026-27, that is £5 a quarter"."""
    text = one.at.passage.text
    (start, unit), (end, other_unit) = time_unit(one), time_unit(other)
    year = _IN_A_YEAR.match(text, start)
    between = text[year.end() if year else start : other.at.start]
    if not _SO.fullmatch(between) or _PART_OF_A_YEAR.search(one.at.shortly_before(_RATE_WITHIN)):
        return
    if unit and not other_unit and _FOR_THAT_YEAR.match(text, other.at.end):
        if times := _TIMES.get((unit, "year")):
            yield _reckoned(other, _value(one) * times, (one,), Decimal(times))
    elif (
        year
        and not unit
        and _SAID.search(between)
        and (times := _TIMES.get((other_unit, "year")))
        and not _FOR_A_TIME.match(text, end)
    ):
        yield _reckoned(other, _value(one) / times, (one,))


def _paid_often(one: Figure, other: Figure) -> Iterator[Reckoned]:
    """Yield "£96 a year, payable in monthly sums of £8" and "£96 a year by payments of £24 each quarter"."""
    text = one.at.passage.text
    start, unit = time_unit(one)
    _, other_unit = time_unit(other)
    times = _TIMES.get((other_unit, unit), 52 if (other_unit, unit) == ("week", "year") else 0)
    between = text[start : other.at.start]
    if times and _PAID_IN.fullmatch(between) and not _UNEVEN.search(between):
        made = _value(one) / times
        slack = (
            _value(other) / times if times > 12 else Decimal(1)
        )  # a year has a day or two more than 52 weeks
        yield Reckoned(other, made, max(slack, _unit_of(other)), (one,))


def time_unit(figure: Figure) -> tuple[int, str]:
    """Return where the words end that say for how long a sum is paid, and what they say."""
    text = figure.at.passage.text
    if after := _PER.match(text, figure.at.end):
        unit = (after["unit"] or after["often"]).lower()
        return after.end(), _OFTEN.get(unit, unit).replace("-", " ")
    before = _EVERY.search(figure.at.shortly_before(60))
    return figure.at.end, _OFTEN.get(before["often"].lower(), "") if before else ""


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
        and (count := _count(rate["count"]))
        and _SO.fullmatch(between)
        and (_SAID.search(between) or _ALTOGETHER.match(text, other.at.end))
    ):
        yield _reckoned(other, _value(one) * count, (one,), count)
    elif (number := _FOR_SO_MANY.fullmatch(text, one.at.end, other.at.start)) and _EACH.match(
        text, other.at.end
    ):
        count = _count(number["count"])
        yield from () if count is None else (_reckoned(one, _value(other) * count, (other,), count),)


def _of_which_a_part(one: Figure, other: Figure) -> Iterator[Reckoned]:
    """Yield "£100, of which half (£50) is due on 1 May"."""
    if found := _OF_WHICH_HALF.fullmatch(one.at.passage.text, one.at.end, other.at.start):
        yield _reckoned(other, _value(one) * _count_or_one(found["count"]) / _PARTS[found["part"]], (one,))


def _count_or_one(words: str | None) -> Decimal:
    return (_count(words) if words else None) or Decimal(1)


def _counts(rate: re.Match[str]) -> bool:
    """Tell whether the number before a rate counts something, and is no year, day or number of a clause."""
    text, (start, end) = rate.string, rate.span("count")
    return not (
        _A_YEAR.fullmatch(rate["count"])
        or _NO_COUNT.search(text[max(0, start - _SHORT) : start])
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
        if equal and not told and not _UNEVEN.search(around) and _value(part):
            count = (_value(total) / _value(part)).quantize(Decimal(1))
            if count >= _FEWEST_PARTS:
                yield Reckoned(part, _value(total) / count, Decimal(1).scaleb(-part.decimals), (total,))


def _percentages(figures: Sequence[Figure]) -> Iterator[Reckoned]:
    """Yield "2% of £500 is £10" and "£500 rises, at 2%, by £10"."""
    for one, other, result in zip(figures, figures[1:], figures[2:], strict=False):
        text, kinds = one.at.passage.text, (one.kind, other.kind, result.kind)
        first, second = (one.at.end, other.at.start), (other.at.end, result.at.start)
        of = (
            kinds == ("percentage", "money", "money")
            and _OF.fullmatch(text, *first)
            and _IS_SO_MUCH.fullmatch(text, *second)
        )
        grows = (
            kinds == ("money", "percentage", "money")
            and _GROWS.fullmatch(text, *first)
            and _BY.fullmatch(text, *second)
        )
        if of or grows:
            share, whole = (one, other) if of else (other, one)
            yield _percentage_of(whole, share, result)


def _percentage_of(whole: Figure, share: Figure, stated: Figure) -> Reckoned:
    exact = Decimal(0) if is_a_rate(share) else Decimal(1).scaleb(-share.decimals) / 2
    return Reckoned(
        stated,
        (_value(whole) * _value(share) / 100).quantize(Decimal("0.01")),
        max(_value(whole) * exact / 100, _unit_of(stated), Decimal(1) if not stated.decimals else Decimal(0)),
        (whole, share),
    )


def is_a_rate(share: Figure) -> bool:
    """Tell whether a percentage was agreed, and not rounded: a whole one, or one to the half or quarter."""
    return not share.decimals or (_value(share) * 4) % 1 == 0


def _signed(money: Sequence[Figure]) -> Iterator[Reckoned]:
    """Yield "rise by £90 in total: one falls by £10, another rises by £100"."""
    signs = [_sign(one) for one in money]
    if len(money) > _FEWEST_PARTS and all(signs) and _ALTOGETHER.match(money[0].at.shortly_after(20)):
        made = sum((_value(one) * sign for one, sign in zip(money[1:], signs[1:], strict=True)), Decimal(0))
        yield _reckoned(money[0], made * signs[0], money[1:])


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
        or _UNEVEN.search(sentence.text)
        or any(time_unit(one)[1] for one in parts)
    ):
        return
    parts = _of_first_rank(parts)
    made = sum(map(_value, parts), Decimal(0))
    if len(parts) < _FEWEST_PARTS:
        return
    all_told = _CONSISTS.match(sentence.text) and abs(made - _value(before[0])) <= made * _NEAR
    if made > _value(before[0]) or is_slip(made, _value(before[0])) or all_told:
        yield _reckoned(before[0], made, parts)


def _of_first_rank(parts: Sequence[Figure]) -> Sequence[Figure]:
    """Return the parts up to a colon, after which the last is broken down: "£20 is paid: £7 to ..." """
    for at, (one, other) in enumerate(pairwise(parts)):
        if ":" in one.at.passage.text[one.at.end : other.at.start]:
            return parts[: at + 1]
    return parts


def _reckoned(
    stated: Figure, made: Decimal, others: Sequence[Figure], count: Decimal = Decimal(1)
) -> Reckoned:
    slack = max(_unit_of(one) for one in (stated, *others)) * max(count, Decimal(1))
    rough = any(one.scale for one in (stated, *others))
    exact = Decimal(1).scaleb(-stated.decimals)
    return Reckoned(stated, made, slack if rough else max(exact, slack), tuple(others))


def _unit_of(figure: Figure) -> Decimal:
    """Return by how much rounding may have moved a figure: half its last place if it has one."""
    if figure.scale:
        return Decimal(1).scaleb(int(_value(figure).as_tuple().exponent)) / 2
    return Decimal("0.005") if figure.decimals else Decimal(0)


def _count(words: str) -> Decimal | None:
    if words[0].isdecimal():
        return Decimal(words.replace(",", ""))
    number = number_of(words)
    return Decimal(number) if number is not None else None


def _value(figure: Figure) -> Decimal:
    """Return what a figure is worth; one in brackets is no negative in a sentence."""
    return abs(figure.value or Decimal(0))
