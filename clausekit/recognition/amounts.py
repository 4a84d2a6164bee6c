"""Figures in a text: money, percentages, numbers in digits and in words, each with its value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, NamedTuple, TypeAlias

from clausekit.patterns import pattern

AmountKind: TypeAlias = Literal["money", "percentage", "number"]

_S = r"[ \u00a0]?"
_SCALE = rf"(?:{_S}(?P<scale>[Mm]illion|[Bb]illion|[Tt]housand|[Bb]n|BN|[MmKk])\b)?"
_LISTED_SUM = r"\d[\d,]*\.\d\d(?=,\d{3,6}[-–]£)"
"""A sum in a list of sums by their numbers, as of cheques: "1247-£50.00,1257-£100.00"."""
_AMOUNT = pattern(
    rf"(?P<money>(?P<minus>(?<!\d)[-−]|\()?[£€$]{_S}(?P<sum>{_LISTED_SUM}|\d[\d,.]*)(?<![.,]){_SCALE})"
    rf"|(?P<percentage>(?<![\w.,])(?P<share>\d[\d,.]*)(?<![.,]){_S}(?:%|per[ \u00a0]?cent\b))"
    r"|(?<![\w.,/£:(#-])(?P<number>\d[\d,]*(?:\.\d+)?)(?<!,)(?![\w/:%)-]|[.,]\d)"
)
_WELL_FORMED = pattern(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
SCALES = {"thousand": 3, "k": 3, "million": 6, "m": 6, "billion": 9, "bn": 9}
"""How many noughts stand for a word after a figure."""

_NUMBERS = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
"""
UNITS = tuple(_NUMBERS.split()[:20])
"""The numbers from zero to nineteen in words."""

_TENS = dict(zip(_NUMBERS.split()[20:], range(20, 100, 10), strict=True))
_SMALL = {**{word: value for value, word in enumerate(UNITS)}, **_TENS}
_LARGE = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
_NUMBER_WORD = (
    "t(?:wo|hree|en|welve|wenty|hir(?:teen|ty)|housand)|f(?:our(?:teen)?|if(?:teen|ty)|ive|orty)"
    "|s(?:ix|even)(?:teen|ty)?|nine(?:teen|ty)?|eight(?:een|y)?|eleven|one|hundred|million|zero"
)
_LETTER = "(?-i:[A-Za-z])"
"""A letter; a class whose letters are to be matched without regard to capitals takes long to compile."""
NUMBER_WORDS = (
    rf"(?:(?:(?<={_LETTER})(?:[ ](?:and[ ])?|-|(?<=million),[ ]|(?<=thousand),[ ]))?"
    rf"(?<!{_LETTER})(?:{_NUMBER_WORD})(?!{_LETTER})){{1,13}}"
)
"""A pattern of numbers in words; for use without regard to capitals, and where no letter stands before."""

_IN_WORDS = pattern(rf"(?<![\w-]){NUMBER_WORDS}(?![\w-])", re.IGNORECASE)
_TWICE = pattern(
    rf"(?<![\w-])(?:(?P<words>{NUMBER_WORDS})[ \u00a0]\((?P<figures>\d[\d,]{{0,20}})\)"
    rf"|(?P<figures_first>(?<![\d,])\d[\d,]{{0,20}})[ \u00a0]\((?P<words_after>{NUMBER_WORDS})\))",
    re.IGNORECASE,
)


class Amount(NamedTuple):
    """A figure in digits at ``start`` to ``end``; ``value`` is None if it is malformed ("£4,745,00").

    A ``scale`` ("million") is counted into the value; a percentage of 12.5 has the value 12.5.
    ``decimals`` is how many digits it has after the point: how exact it claims to be.
    """

    start: int
    end: int
    kind: AmountKind
    value: Decimal | None
    decimals: int = 0
    scale: str = ""


class Twice(NamedTuple):
    """A number given in words and in figures, "twenty (20)", with the value of each."""

    start: int
    end: int
    in_words: int
    in_figures: int


def amounts(text: str, start: int = 0) -> Iterator[Amount]:
    """Yield the figures in digits of a text, in order.

    >>> [(one.kind, one.value) for one in amounts("£1.5 million, 12.5% and £4,745,00")]
    [('money', Decimal('1.5E+6')), ('percentage', Decimal('12.5')), ('money', None)]
    """
    for match in _AMOUNT.finditer(text, start):
        digits = match["sum"] or match["share"] or match["number"]
        kind: AmountKind = "money" if match["sum"] else "percentage" if match["share"] else "number"
        scale = (match["scale"] or "").lower()
        value = decimal(digits)
        if value is not None:
            value = value.scaleb(SCALES.get(scale, 0))
            if match["minus"] in ("-", "−") or (
                match["minus"] and text[match.end() : match.end() + 1] == ")"
            ):
                value = -value
        begin = match.start()
        if match["minus"] == "(":
            begin += 1
        decimals = len(digits.partition(".")[2])
        yield Amount(begin, match.end(), kind, value, decimals, scale)


def decimal(digits: str) -> Decimal | None:
    """Return the value of digits with their commas, None if they are not set as a number is."""
    return Decimal(digits.replace(",", "")) if _WELL_FORMED.fullmatch(digits) else None


def numbers_in_words(text: str, start: int = 0) -> Iterator[tuple[int, int, int]]:
    """Yield start, end and value of each number in words.

    >>> list(numbers_in_words("thirty-one days or one hundred and five"))
    [(0, 10, 31), (19, 39, 105)]
    """
    for match in _IN_WORDS.finditer(text, start):
        value = number_of(match[0])
        if value is not None:
            yield match.start(), match.end(), value


def given_twice(text: str, start: int = 0) -> Iterator[Twice]:
    """Yield the numbers that stand in words with the figures after them, or the other way round."""
    for match in _TWICE.finditer(text, start) if "(" in text else ():
        in_words = number_of(match["words"] or match["words_after"])
        in_figures = decimal(match["figures"] or match["figures_first"])
        if in_words is not None and in_figures is not None:
            yield Twice(match.start(), match.end(), in_words, int(in_figures))


def number_of(words: str) -> int | None:
    """Return the value of a number in words, None if the words are more than one ("ten five").

    >>> number_of("two hundred and twelve"), number_of("one million, two thousand"), number_of("one two")
    (212, 1002000, None)
    """
    total = part = 0
    last = 1_000
    for word in re.split(r",?[ -]", words.lower()):
        if word == "and":
            continue
        if word in _LARGE:
            part = max(part, 1) * _LARGE[word]
            if _LARGE[word] > 100:
                total, part = total + part, 0
            last = 1_000
            continue
        value = _SMALL.get(word)
        if value is None or (last < 1_000 and not (last >= 20 and value < 10)):
            return None
        part, last = part + value, value
    return total + part
