"""The sums of money that sentences give, by sentence, and what is common to those that reckon with them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage
from clausekit.recognition.amounts import NUMBER_WORDS, number_of

COUNT = rf"(?:{NUMBER_WORDS}|\d{{1,4}}(?:,\d{{3}})?)"
"""A number of times, in words or in figures; for use without regard to capitals."""

MINIMUM = (
    r"minimum(?! (?:NHS |ICB )?(?:contribution|allocation|transfer|funding|spend|requirement|sum published)s?"
    r"\b)"
)
"""The word of a limit: "the NHS minimum contribution" is the name of a sum."""

_SO = pattern(
    r"(?:\b(?:that is(?: to say)?|that makes|i\.?e\.?|being|making|giving|totall?ing|amounting to|amounts"
    r" to|comes? to"
    r"|coming to|which (?:is|makes|comes to|amounts to|gives|totals)|equal to|equals|equivalent to|so|or"
    r"|costs?|is"
    r"|(?:a|the|in) total(?: cost)?(?: of)?|in all|altogether|together)|[(=])[ ,]*(?:(?:some|about|a"
    r" total of|a sum of|in total|in all|just) )?$",
    re.IGNORECASE,
)
_IN_ALL = pattern(
    r",?[ ](?:in (?:total|all|the aggregate)|altogether|together|overall|between them|over)\b", re.IGNORECASE
)


class SaidSums(NamedTuple):
    """A sentence with the ``figures`` in it, of which some are sums of ``money``, without those that are
    malformed, and the sentence before it in its paragraph, if any."""

    sentence: Words
    figures: tuple[Figure, ...]
    money: tuple[Figure, ...]
    before: SaidSums | None


def said_figures(instrument: Instrument) -> tuple[SaidSums, ...]:
    """Return the sentences of running text and notes that are in paragraphs with figures, in order."""
    return instrument.once(_said_figures)


def _said_figures(instrument: Instrument) -> tuple[SaidSums, ...]:
    figures: dict[Passage, list[Figure]] = {}
    for one in instrument.figures:
        if one.value is not None:
            figures.setdefault(one.at.passage, []).append(one)
    found: list[SaidSums] = []
    for passage, own in figures.items():
        if instrument.place_of[passage].role not in ("text", "note"):
            continue
        before: SaidSums | None = None
        for sentence in instrument.sentences_of(passage):
            inside = tuple(figures_in(own, sentence))
            money = tuple(one for one in inside if one.kind == "money")
            before = SaidSums(sentence, inside, money, before)
            found.append(before)
    return tuple(found)


def said_sums(instrument: Instrument) -> tuple[SaidSums, ...]:
    """Return the sentences of running text and notes that are in paragraphs with sums of money, in order."""
    return instrument.once(_said_sums)


def _said_sums(instrument: Instrument) -> tuple[SaidSums, ...]:
    with_money = money_in(instrument)
    return tuple(one for one in said_figures(instrument) if one.sentence.passage in with_money)


def money_in(instrument: Instrument) -> dict[Passage, list[Figure]]:
    """Return the sums of money of each passage that has some, without those that are malformed."""
    return instrument.once(_money_in)


def _money_in(instrument: Instrument) -> dict[Passage, list[Figure]]:
    found: dict[Passage, list[Figure]] = {}
    for one in instrument.figures:
        if one.kind == "money" and one.value is not None:
            found.setdefault(one.at.passage, []).append(one)
    return found


def figures_in(figures: Sequence[Figure], words: Words) -> list[Figure]:
    """Return those of the figures of a passage, in order, that stand in some of its words."""
    first = bisect_right(figures, words.start, key=lambda one: one.at.end)
    last = bisect_left(figures, words.end, key=lambda one: one.at.start)
    return list(figures[first:last])


def is_result(between: str, after: str) -> bool:
    """Tell whether a figure is said to follow from those before it, by what stands before and after it.

    >>> is_result(" a year, that is ", ""), is_result(" and ", " in total"), is_result(" and ", " a year")
    (True, True, False)
    """
    return _SO.search(between) is not None or _IN_ALL.match(after) is not None


def worth(figure: Figure) -> Decimal:
    """Return what a figure is worth; one in brackets is no negative in a sentence."""
    return abs(figure.value or Decimal(0))


def total(figures: Sequence[Figure]) -> Decimal:
    """Return what figures make together."""
    return sum(map(worth, figures), Decimal(0))


def half_a_step(figure: Figure) -> Decimal:
    """Return by how much rounding may have moved a figure: half its last place if it has one."""
    if figure.scale:
        return Decimal(1).scaleb(int(worth(figure).as_tuple().exponent)) / 2
    return Decimal("0.005") if figure.decimals else Decimal(0)


def count_of(words: str) -> Decimal | None:
    """Return a number of times, given in words or in figures."""
    if words[0].isdecimal():
        return Decimal(words.replace(",", ""))
    number = number_of(words)
    return Decimal(number) if number is not None else None
