"""Sums that sentences multiply or divide: what each of several pays, so much a year for some years, equal
shares, a fraction of a sum, a number of things at a price."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import (
    COUNT,
    MINIMUM,
    SaidSums,
    count_of,
    half_a_step,
    is_result,
    said_sums,
    worth,
)
from clausekit.checks.rules.figures._sentences.by_time import time_unit
from clausekit.checks.rules.figures._sentences.portions import portions_in
from clausekit.checks.rules.figures._sentences.reckoned import ROUGH, Reckoned
from clausekit.checks.rules.figures._sentences.slips import FEW_DIGITS, is_slip, significant
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_NAME = r"(?:[Tt]he )?[A-Z][\w’&-]*(?: [A-Z][\w’&-]*){0,5}"
_NAMES = rf"{_NAME}(?:, {_NAME}){{0,6}},? and {_NAME}"
_EACH_NAMED = pattern(
    rf"(?P<names>{_NAMES}),? (?:(?:shall|will|must|are to|agree to|have agreed to|may) )?each\b"
)
_EACH_OF_SO_MANY = pattern(
    rf"\b(?:each|all) of (?:the|our|these|those) (?P<count>{COUNT}) [a-z]+|\b(?P<both>both) [A-Z]\w+s\b",
    re.IGNORECASE,
)
_EQUALLY = pattern(r"\bequal(?:ly)?\b", re.IGNORECASE)
_AMONG_SO_MANY = pattern(
    rf"\b(?:by|between|among|amongst|of) (?:all )?(?:of )?(?:the|our|these|those) (?P<count>{COUNT})"
    rf" [A-Z]?[a-z]+s\b|\b(?:[Bb]y|[Bb]etween|[Aa]mong|[Aa]mongst) (?P<names>{_NAMES})\b",
)
_AMONG_ALL = pattern(r"\b(?:by|between|among|amongst) (?:all )?the (?:Partners|Parties)\b")
_EACH_PAYS = pattern(
    r"\beach (?:(?:Partner|Party) )?(?:pay|bear|meet|contribut|receiv|provid|find)(?:s|es|ing)? $"
)
_EACH = pattern(
    r"[ ](?:each|apiece|for each|from each|by each|per (?:Partner|party|Council))\b", re.IGNORECASE
)
_THINGS_EACH = pattern(
    rf"(?<![\w.,/£-])(?P<count>{COUNT})[ ](?:[A-Za-z][\w’-]*[ ]){{1,6}}\(?(?:at|costing|of)?[ ]?$",
    re.IGNORECASE,
)
_EACH_OF_THEM = pattern(r"[ ](?:each|apiece|a head|per (?:post|head|person|place))\b[^£;()]{0,60}$")
_SO_MANY = pattern(
    rf"(?<![\w-])(?P<count>{COUNT})[ -](?:full[ ]|financial[ ]|scheme[ ]|contract[ ]|successive[ ]"
    rf"|consecutive[ ])?"
    r"(?P<unit>year|quarter|month|term|week)s?\b",
    re.IGNORECASE,
)
_IN_EACH = pattern(
    rf"[ ](?:in|for|to|from)[ ]each[ ]of[ ](?:(?:the|its|our|these)[ ])?(?P<count>{COUNT})"
    r"[ ](?:[a-z-]+[ ])?[a-z]+s\b",
    re.IGNORECASE,
)
_OVER = pattern(
    rf"[^£;:]{{0,60}}\b(?:over|for|across|during)[ ](?:the[ ]|a[ ]period[ ]of[ ]"
    rf"|a[ ]term[ ]of[ ])?(?P<count>{COUNT})"
    r"[ ](?:[a-z]+[ ])?(?P<unit>years|quarters|months|terms|weeks)\b[^£;]{0,60}?"
    r"(?:\b(?:at|of|being|is|i\.e\.|namely)(?:[ ]the[ ]rate[ ]of)?|[(,])[ ]?$",
    re.IGNORECASE,
)
_FOR_SO_MANY = pattern(
    rf"[ ](?:an?|per|each|every|for[ ](?:each|every|an?))[ ](?:[a-z]+[ ])?(?P<unit>[a-z]+)[ ]for[ ]"
    rf"(?:up to[ ]|a maximum of[ ]|the[ ]"
    rf"|all[ ])?(?P<count>{COUNT})[ ](?:[a-z]+[ ]){{0,2}}?(?P<units>[a-z]+s)\b",
    re.IGNORECASE,
)
_OF_A_SUM = pattern(r"[ ]of[ ](?:(?:the|its|that|an?|this|their)[ ])?(?:[\w’-]+[ ]){0,5}?(?:of[ ])?$")
_SO_MUCH = pattern(
    r",?[ ]?(?:\(|that is,?|i\.e\.,?|being|namely,?|which is|is|amounts to|comes to|makes|=|–|equals|or)[ ]?"
)
_BEING_A = pattern(
    r"(?:[ ](?:a|per|each|every)[ ](?:year|annum|quarter|month|week))?"
    r"(?:,?[ ]?\(?(?:which is|that is,?|being|is|representing|or|i\.e\.,?)[ ]|[ ]\()"
)
_JUST_SO_MUCH = pattern(r"(?:,|[ ]–)[ ]")
_ENDS = pattern(r"(?:[ ](?:a|per|each)[ ](?:year|month|quarter|annum))?(?:[.,;)]|[ ]and\b|$)")
_NUMBER = pattern(r"(?<![\w.,/£:-])(?:\d{1,3}(?:,\d{3})+|\d{2,6})(?![\w/%:]|[.,]\d)(?= [a-z])")
_NOT_EXACT = pattern(
    rf"\b(?:up to|at least|at most|not more|no more|exceed\w*|less than|more than|maximum|{MINIMUM}|cap"
    r"|limit\w*|increas\w+"
    r"|rising|reduc\w+|first year|thereafter|whichever|discount\w*|instalments?|index\w*|uplift\w*|plus"
    r"|deposit)\b",
    re.IGNORECASE,
)
_BUYS = pattern(
    r"(?:[ ](?:a year|per annum|in[ ]20\d\d[/–-]\d\d))?,?[ ](?:which[ ]|and[ ]|it[ ]|that[ ])?"
    r"(?:(?:is to|are to|shall|will|is for|is enough for)[ ])?"
    r"(?:buys?|pays?[ ]for|purchases?|funds?|covers?|provides?|secures?|is[ ]for|for|being"
    r"|meets[ ]the[ ]cost[ ]of)"
    r"[ ](?:an?[ ](?:further|additional|extra)[ ]|some[ ])?(?P<count>\d[\d,]*)[ ](?:[a-z-]+[ ]){0,3}?"
    r"(?P<units>[a-z-]+)s(?:[ ]of[ ][a-z -]{2,40}?)?,?[ ]\(?(?:at|costing|each costing|priced at)[ ]"
    r"(?:an?[ ](?:fixed[ ]|unit[ ])?(?:price|rate|cost|fee|tariff)[ ]of[ ]|a[ ]unit[ ]cost[ ]of[ ])?$"
)
"""What stands between a sum and the price of each of the things that it buys."""
_THAT_SUM = pattern(
    r"(?:(?:That|This)(?:[ ][a-z]+)??|It|The[ ][Gg]rant|The[ ](?:sum|money|amount))"
    r"(?=[ ](?:buy|pay|fund|cover|is|shall|will|secur|provid|purchas))"
)
_APIECE = pattern(
    r"[ ](?:(?:an?|per|for each|for every|for an?)[ ](?:[a-z-]+[ ])?(?P<unit>[a-z-]+)|each|apiece)\b"
)
_TIMES = {("month", "year"): 12, ("quarter", "year"): 4, ("week", "year"): 52, ("term", "year"): 3}
_MOST_PAYERS = 12
_FAR = 90
_SHORTLY = 40
_FARTHEST = 250
_FEW_FIGURES = 6


def multiples(instrument: Instrument) -> Iterator[Reckoned]:
    """Yield the sums that sentences multiply or divide."""
    for said in said_sums(instrument):
        if not said.money:
            continue
        exact = not _NOT_EXACT.search(said.sentence.text)
        for one, other in pairwise(said.money):
            if exact and other.at.start - one.at.end <= _FAR:
                yield from _of_payers(said.sentence, one, other)
                if one is said.money[0]:
                    yield from _of_things(said.sentence, one, other)
                yield from _over_time(said.sentence, one, other)
                yield from _in_equal_shares(said.sentence, one, other, len(instrument.parties.each))
            if other.at.start - one.at.end <= _FAR:
                yield from _at_a_rate(said.sentence, one, other)
        yield from _units_bought(said)
        yield from _fractions(said)
        yield from _at_a_price(said)


def _of_payers(sentence: Words, each: Figure, whole: Figure) -> Iterator[Reckoned]:
    """Yield "the Council and the ICB shall each pay £5, that is £10 in total"."""
    start = max(sentence.start, each.at.start - _FARTHEST)
    count = _payers(sentence.passage.text[start : each.at.start])
    if count and _follows(each, whole):
        unit, years = time_unit(each)[1], _years_around(sentence, each, whole)
        products = [count, count * years] if unit or years > 1 else [count]
        times = Decimal(_TIMES.get((unit, time_unit(whole)[1]), 0))
        yield from _one_of(whole, each, [*products, times, count * times] if times else products)


def _of_things(sentence: Words, each: Figure, whole: Figure) -> Iterator[Reckoned]:
    """Yield "three managers (£5 each with on-costs, £15 in all)" and "two nurses at £5 each, £10 in all"."""
    text = sentence.passage.text
    things = _THINGS_EACH.search(text, max(sentence.start, each.at.start - _FAR), each.at.start)
    if (
        things
        and (count := count_of(things["count"]))
        and count > 1
        and _EACH_OF_THEM.match(text, each.at.end, whole.at.start)
        and _follows(each, whole)
    ):
        yield from _one_of(whole, each, [count, count * _years_around(sentence, each, whole)])


def _payers(text: str) -> Decimal:
    """Return how many bodies a text says each pay something, 0 if it does not say."""
    if found := _EACH_NAMED.search(text):
        return _number_of_names(found["names"])
    if found := _EACH_OF_SO_MANY.search(text):
        return Decimal(2) if found["both"] else count_of(found["count"]) or Decimal(0)
    return Decimal(0)


def _number_of_names(names: str) -> Decimal:
    return Decimal(names.replace(", and ", " and ").count(", ") + 2)


def _years_around(sentence: Words, each: Figure, whole: Figure) -> Decimal:
    text = f"{sentence.passage.text[each.at.end : whole.at.start]} {whole.at.shortly_after(60)}"
    found = _SO_MANY.search(text)
    return (count_of(found["count"]) or Decimal(1)) if found else Decimal(1)


def _over_time(sentence: Words, one: Figure, other: Figure) -> Iterator[Reckoned]:
    """Yield "£5 a year for three years, £15 in total" and "£15 over three years, at £5 a year"."""
    text = sentence.passage.text
    between = text[one.at.end : other.at.start]
    unit, other_unit = time_unit(one)[1], time_unit(other)[1]
    if in_each := _IN_EACH.match(between):
        if _follows(one, other) and not other_unit and (count := count_of(in_each["count"])):
            yield from _one_of(other, one, [count])
    elif unit and not other_unit and _follows(one, other):
        after = text[other.at.end : min(sentence.end, other.at.end + 60)]
        found = [*_SO_MANY.finditer(between), *_SO_MANY.finditer(after)]
        counts = [times for match in found if (times := _times(unit, match))]
        if counts and len(found) == 1:
            yield from _one_of(other, one, counts)
    elif (
        other_unit and not unit and (over := _OVER.fullmatch(between)) and (times := _times(other_unit, over))
    ):
        yield from _one_of(one, other, [times])


def _times(unit: str, match: re.Match[str]) -> Decimal:
    """Return how often a sum that is paid once in a unit of time is paid in a stretch of time, 0 if that is
    not known."""
    count, stretch = count_of(match["count"]), match["unit"].lower().removesuffix("s")
    factor = 1 if stretch == unit else _TIMES.get((unit, stretch), 0)
    return (count or Decimal(0)) * factor


def _at_a_rate(sentence: Words, rate: Figure, stated: Figure) -> Iterator[Reckoned]:
    """Yield "£450 a day for 40 days, that is £18,000"."""
    found = _FOR_SO_MANY.match(sentence.passage.text, rate.at.end, stated.at.start)
    if found and found["units"].lower().startswith(found["unit"].lower()) and _follows(rate, stated):
        count = count_of(found["count"])
        yield from _one_of(stated, rate, [count]) if count else ()


def _in_equal_shares(sentence: Words, whole: Figure, each: Figure, parties: int) -> Iterator[Reckoned]:
    """Yield "£90 is borne equally by the three Partners, £30 each"; "the Partners" are all ``parties``."""
    of_each = _EACH.match(each.at.shortly_after(25)) or _EACH_PAYS.search(each.at.shortly_before(_SHORTLY))
    if not of_each or not _EQUALLY.search(sentence.text) or worth(each) == 0:
        return
    found = _AMONG_SO_MANY.search(sentence.text)
    count = Decimal(parties if _AMONG_ALL.search(sentence.text) else 0)
    if found:
        count = _number_of_names(found["names"]) if found["names"] else count_of(found["count"]) or Decimal(0)
    if count > 1:
        made = worth(whole) / count
        if abs(worth(each) - made) >= 1:
            yield Reckoned(each, made, half_a_step(each) + half_a_step(whole), (whole,))


def _units_bought(said: SaidSums) -> Iterator[Reckoned]:
    """Yield the price in "£42,500 buys 1,700 hours at £26 an hour"."""
    that_sum = _THAT_SUM.match(said.sentence.text)
    before = said.before.money if said.before and that_sum else ()
    pairs = [(before[0], said.money[0])] if len(before) == 1 else []
    for whole, price in (*pairs, *pairwise(said.money)):
        text = whole.at.passage.text
        start = said.sentence.start + that_sum.end() if that_sum and whole in before else whole.at.end
        found = _BUYS.match(text, start, price.at.start)
        apiece = _APIECE.match(price.at.shortly_after(_SHORTLY)) if found else None
        count = count_of(found["count"]) if found else None
        if not (found and apiece and count) or ROUGH.search(text, whole.at.start - _SHORTLY, price.at.end):
            continue
        if apiece["unit"] and not found["units"].startswith(apiece["unit"].removesuffix("s")):
            continue
        made = worth(whole) / count
        if worth(price) <= made * 2 and made <= worth(price) * 2:
            slack = Decimal(1).scaleb(-price.decimals) / 2 + half_a_step(whole) / count
            yield Reckoned(price, round(made, 2), slack, (whole,))


def _fractions(said: SaidSums) -> Iterator[Reckoned]:
    """Yield "one twelfth of £120, that is £10"."""
    text = said.sentence.passage.text
    fractions = [
        one
        for one in portions_in(said.sentence.passage, said.sentence.start, said.sentence.end)
        if not one.is_percentage
    ]
    for portion in fractions if len(said.money) > 1 else ():
        for whole, part in pairwise(said.money):
            of = text[portion.at.end : whole.at.start] if portion.at.end <= whole.at.start else ""
            so = text[whole.at.end : part.at.start]
            said_so = _SO_MUCH.fullmatch(so) or (
                _JUST_SO_MUCH.fullmatch(so) and _ENDS.match(text, part.at.end)
            )
            between = whole.at.end <= portion.at.start and portion.at.end <= part.at.start
            if (
                between
                and _BEING_A.fullmatch(text, whole.at.end, portion.at.start)
                and _OF_A_SUM.fullmatch(text, portion.at.end, part.at.start)
            ):
                made = worth(part) * portion.value.numerator / portion.value.denominator
                yield Reckoned(whole, made, max(half_a_step(part), half_a_step(whole), Decimal(1)), (part,))
            if _OF_A_SUM.fullmatch(of) and said_so:
                made = worth(whole) * portion.value.numerator / portion.value.denominator
                yield Reckoned(part, made, max(half_a_step(part), half_a_step(whole), Decimal(1)), (whole,))


def _at_a_price(said: SaidSums) -> Iterator[Reckoned]:
    """Yield a sum that is a number of things times a price, given in its sentence or in the one before, but
    for a slip of the pen."""
    before = said.before
    numbers = [Decimal(found[0].replace(",", "")) for found in _NUMBER.finditer(said.sentence.text)]
    prices = [*(before.money if before else ()), *said.money]
    if before:
        numbers += [Decimal(found[0].replace(",", "")) for found in _NUMBER.finditer(before.sentence.text)]
    if not numbers or len(prices) > _FEW_FIGURES or len(numbers) > _FEW_FIGURES:
        return
    pairs = [one * other for one, other in combinations(numbers, 2)]
    for last, stated in zip((None, *said.money), said.money, strict=False):
        counts = [*numbers, *pairs] if last and _follows(last, stated) else numbers
        made = {number * worth(price): price for number in counts for price in prices if price is not stated}
        if worth(stated) in made or significant(worth(stated)) < FEW_DIGITS - 1:
            continue
        for product, price in made.items():
            if price.at.start < stated.at.start and is_slip(worth(stated), product):
                yield Reckoned(stated, product, Decimal(0), (price,))
                break


def _follows(one: Figure, other: Figure) -> bool:
    between = one.at.passage.text[one.at.end : other.at.start]
    return is_result(between, other.at.shortly_after(30))


def _one_of(stated: Figure, each: Figure, counts: Sequence[Decimal]) -> Iterator[Reckoned]:
    """Yield a sum if it is none of the multiples of another that it may be."""
    made = [worth(each) * count for count in counts]
    slack = half_a_step(stated) + half_a_step(each) * max(counts)
    if made and all(abs(worth(stated) - one) > max(slack, Decimal(1)) for one in made):
        yield Reckoned(stated, made[0], slack, (each,))
