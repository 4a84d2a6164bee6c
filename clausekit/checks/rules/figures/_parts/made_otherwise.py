"""Whether a sum that looks wrong is what other figures of its sentence make."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import combinations
from math import prod

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import figures_in, money_in, worth
from clausekit.checks.rules.figures._sentences.reckoned import Reckoned
from clausekit.patterns import pattern
from clausekit.recognition.amounts import NUMBER_WORDS, number_of

_NUMBER = pattern(r"(?<![\w.,/-])£?(\d[\d,]*(?:\.\d+)?)(?![\w/%])")
_IN_WORDS = pattern(rf"(?<![\w-])(?:{NUMBER_WORDS})(?![\w-])", re.IGNORECASE)
_MOST_NUMBERS = 8


def is_made_otherwise(one: Reckoned, instrument: Instrument) -> bool:
    """Tell whether numbers of its sentence, or its other sums, make what is stated."""
    return _is_product(one.stated, instrument) or _is_sum_with_others(one, instrument)


def _is_product(stated: Figure, instrument: Instrument) -> bool:
    """Tell whether a sum is what numbers of its sentence make: "46 beds at £1,725 a week for 52 weeks"."""
    sentences = instrument.sentences_of(stated.at.passage)
    text = next((one.text for one in sentences if one.start <= stated.at.start < one.end), "")
    told = [Decimal(found[1].replace(",", "")) for found in _NUMBER.finditer(text)]
    told += [Decimal(number_of(found[0]) or 1) for found in _IN_WORDS.finditer(text)]
    numbers = [one for one in told if one not in (1, worth(stated))][:_MOST_NUMBERS]
    return any(
        abs(prod(some, start=Decimal(1)) - (stated.value or 0)) < 1
        for size in (2, 3)
        for some in combinations(numbers, size)
    )


def _is_sum_with_others(one: Reckoned, instrument: Instrument) -> bool:
    """Tell whether a sum is what all sums before it in its sentence make, or what it should be makes with the
    others, each once or several times: "a first payment of £15 and three further ones of £45 make £150"."""
    sentences = instrument.sentences_of(one.stated.at.passage)
    sentence = next((each for each in sentences if each.start <= one.stated.at.start < each.end), None)
    if sentence is None:
        return False
    inside = figures_in(money_in(instrument).get(sentence.passage, []), sentence)
    before = [each for each in inside if each.at.end <= one.stated.at.start]
    others = [each for each in before if each not in one.related]
    if not others:
        return False
    left = worth(one.stated) - abs(one.made)
    if left > 0 and any(worth(each) and left % worth(each) == 0 for each in others):
        return True
    return worth(one.stated) in (sum(map(worth, before)), sum(map(worth, others)) + abs(one.made))
