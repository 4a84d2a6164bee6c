"""So many things at so much each and what they cost in all, in any order and in one sentence or two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import (
    COUNT,
    MINIMUM,
    SaidSums,
    count_of,
    half_a_step,
    said_sums,
    worth,
)
from clausekit.checks.rules.figures._sentences.reckoned import ROUGH, Reckoned
from clausekit.patterns import pattern

_A_TIME = r"(?:annum|year|month|week|day|hour|quarter|term)\b"
_EACH_AFTER = pattern(
    rf"[ ](?:each(?![ ](?:{_A_TIME}|of\b))|apiece|a head|(?:per|for each|for every|to each"
    rf"|an)[ ](?!{_A_TIME})[a-z]+"
    rf"|a[ ](?!{_A_TIME}|total|sum)[a-z]+|for each of (?:the|these|them))\b"
)
_EACH_TIME = pattern(
    rf"[ ](?:(?:a|per|each|for each)[ ](?!{_A_TIME})[a-z]+[ ](?:a|per|each)[ ]{_A_TIME}"
    rf"|(?:a|per|each)[ ]{_A_TIME}[ ](?:(?:a|per|for each)[ ][a-z]+|each))"
)
"""What stands after the price of each thing for a time: "£1,250 a bed a week"."""
_EACH_BEFORE = pattern(
    r"\b(?:[Ee]ach(?:[ ](?:of (?:them|these)|one|[a-z]+))?[ ](?:of which[ ])?"
    r"(?:costs?|receives?|gets?|is paid|is|attracts|earns|is worth|is priced at|is charged at|will cost"
    r"|would cost|at)"
    r"|(?:costs?|price|fee|rate|charge|value)[ ](?:of|for|to)[ ]each(?:[ ][a-z]+)?[ ](?:is|being|of|at)"
    r"|(?:average|unit|fixed|standard)[ ](?:cost|price|rate|fee|tariff|charge|value)[ ](?:of|is|being|at))[ ]"
    r"(?:about[ ])?$"
)
_AND_MORE = pattern(
    r"[ ](?:each|apiece|(?:per|an?|for each|for every)[ ][a-z]+),?[ ](?:and|as well as|together with)[ ]"
    r"(?:the|an?|its|their|pays?|meets?|covers?|some|other|all)[ ]"
)
"""What follows a price if the sum before it pays for something else, too."""
_COME_TO = (
    r"(?:is|be|are|makes?|costs?|comes?[ ]to|came[ ]to|releases?|saves?|frees?(?:[ ]up)?|amounts?[ ]to"
    r"|gives?|yields?"
    r"|brings?[ ]in|totals?)"
)
_ALL_BEFORE = pattern(
    r"(?:\b(?:in all|together|altogether|total(?:s|ling)?|making|so|amounting to|equals)"
    r"|\b(?:that|which|they|it|these|the (?:whole|lot|order|total|saving|cost)(?: [a-z]+){0,3}|all [a-z]+)"
    rf"[ ](?:(?:together|would|will|should|shall)[ ]){{0,2}}{_COME_TO}"
    r"|,[ ]or|[=–—:;(])[ ]?(?:(?:a total|a sum|in all|some|about)(?: of)?[ ])?$",
    re.IGNORECASE,
)
_ALL_AFTER = pattern(
    r"(?:[ ](?:a year))?[ ](?:in all|in total|altogether|together|overall|for (?:all|the) (?:of them|[a-z]+)"
    r"|between them)\b"
)
_A_COUNT = pattern(
    rf"(?<![\w£.,/(–-])(?P<count>(?!one\b){COUNT})(?![\w%/–-]|[.,]\d|[ ](?:per cent|in ten))", re.IGNORECASE
)
_NOT_EXACT = pattern(
    rf"[%]|\b(?:per cent|at least|at most|up to|not more|no more|exceed\w*|less than|more than|maximum"
    rf"|{MINIMUM}|cap|limit\w*"
    r"|increas\w+|rising|reduc\w+|whichever|discount\w*|instalments?|index\w*|uplift\w*|plus|deposit|VAT"
    r"|first|further"
    r"|additional|including|includes|excluding|of which|balance|remainder|half)\b",
    re.IGNORECASE,
)
_NEAR, _ROUGHLY = Decimal("0.25"), Decimal("0.03")
_SHORTLY, _BEFORE, _MOST_COUNTS, _TWO, _MOST_SENTENCES = 40, 70, 6, 2, 3


def so_many_at(instrument: Instrument) -> Iterator[Reckoned]:
    """Yield what things cost in all where their number and what each costs make another sum."""
    for said in said_sums(instrument):
        if _NOT_EXACT.search(said.sentence.text):
            continue
        if found := _price_and_total(said):
            yield from _unless_it_is_made(*found, said)


def _price_and_total(said: SaidSums) -> tuple[Figure, Figure] | None:
    """Return what each costs and what all do: the two sums of a sentence, or the only ones of two that follow
    each other."""
    if len(said.money) == _TWO:
        first, second = said.money
        if _is_of_each(first) and worth(second) > worth(first) and _is_of_all(second):
            return first, second
        if (
            _is_of_each(second)
            and worth(first) > worth(second)
            and not _is_average(second)
            and not _AND_MORE.match(second.at.shortly_after(_SHORTLY))
        ):
            return second, first
    before = said.before
    if (
        before is not None
        and len(said.money) == len(before.money) == 1
        and not _NOT_EXACT.search(before.sentence.text)
        and _is_of_each(before.money[0])
        and _is_of_all(said.money[0])
        and worth(said.money[0]) > worth(before.money[0])
    ):
        return before.money[0], said.money[0]
    return None


def _is_of_each(figure: Figure) -> bool:
    return (
        _EACH_AFTER.match(figure.at.shortly_after(_SHORTLY)) is not None
        or _EACH_BEFORE.search(figure.at.shortly_before(_BEFORE)) is not None
    )


def _is_average(figure: Figure) -> bool:
    return "average" in figure.at.shortly_before(_SHORTLY)


def _is_of_all(figure: Figure) -> bool:
    return (
        _ALL_AFTER.match(figure.at.shortly_after(_SHORTLY)) is not None
        or _ALL_BEFORE.search(figure.at.shortly_before(_BEFORE)) is not None
    )


def _unless_it_is_made(price: Figure, whole: Figure, said: SaidSums) -> Iterator[Reckoned]:
    """Yield what all cost if no number, and no two of them, make it of what each costs, but one nearly."""
    near = [_counts(one.sentence.text) for one in _from(said)]
    counts = next((some for some in near if some), [])
    others = [count for some in near for count in some]
    if not counts or len(others) > _MOST_COUNTS:
        return
    factors = {*others, *(one * other for one, other in combinations(others, 2))}
    made = [worth(price) * factor for factor in factors]
    slack = [max(half_a_step(whole) + half_a_step(price) * factor, Decimal(1)) for factor in factors]
    is_rough = any(ROUGH.search(one.sentence.text) for one in _from(said))
    rough = worth(whole) * _ROUGHLY if is_rough else Decimal(0)
    if any(abs(worth(whole) - one) <= max(by, rough) for one, by in zip(made, slack, strict=True)):
        return
    if len(counts) == _TWO and _EACH_TIME.match(price.at.shortly_after(_SHORTLY)):
        counts = [*counts, counts[0] * counts[1]]
    nearest = min((worth(price) * count for count in counts), key=lambda one: abs(one - worth(whole)))
    if abs(nearest - worth(whole)) <= nearest * _NEAR:
        yield Reckoned(whole, nearest, Decimal(1), (price,))


def _from(said: SaidSums) -> Iterator[SaidSums]:
    """Yield a sentence and the two before it."""
    one: SaidSums | None = said
    for _ in range(_MOST_SENTENCES):
        if one is not None:
            yield one
            one = one.before


def _counts(text: str) -> list[Decimal]:
    found = [count_of(one["count"]) for one in _A_COUNT.finditer(text)]
    return [count for count in found if count is not None and count > 1]
