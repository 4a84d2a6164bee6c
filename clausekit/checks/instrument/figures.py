"""Figures, dates and periods: each with its value and its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from clausekit.checks.instrument.places import Place
from clausekit.checks.ranges import Ranges
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage
from clausekit.recognition.amounts import Amount, AmountKind, amounts, given_twice
from clausekit.recognition.calendar import days, periods, years

_DIGIT = pattern(r"\d")


class Figure(NamedTuple):
    """Money, a percentage or a number in digits; the value is None if it is malformed ("£4,745,00")."""

    at: Words
    kind: AmountKind
    value: Decimal | None
    decimals: int = 0
    scale: str = ""


class Twice(NamedTuple):
    """A number in words with the same in figures, "twenty (20)"."""

    at: Words
    in_words: int
    in_figures: int


class Date(NamedTuple):
    """A date as written; ``value`` is None if its day or year is not told, or if it is ``impossible``.

    ``year``, ``month`` and ``day`` are what is told of it, 0 what is not.
    """

    at: Words
    value: date | None
    year: int
    month: int
    day: int
    impossible: bool = False
    ordinal: str = ""
    numeric: bool = False


class Years(NamedTuple):
    """A financial year or a run of them, "2019/20", "2017-19": first and last year."""

    at: Words
    first: int
    last: int
    mark: str


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time: count, unit ("day") and quality ("working"; "" if none is told)."""

    at: Words
    count: Decimal
    unit: str
    quality: str = ""


def with_figures(places: Iterable[Place]) -> Iterator[Passage]:
    """Yield the passages in which a figure stands, but for contents and margins."""
    for passage in _readable(places):
        if _DIGIT.search(passage.text):
            yield passage


def figures_of(
    passages: Iterable[Passage], other: Callable[[Passage], Sequence[tuple[int, int]]]
) -> Iterator[Figure]:
    """Yield the figures of passages.

    A year is none, nor what is in ``other`` ranges of a passage: dates, citations and references.
    """
    for passage in passages:
        others = Ranges(other(passage))
        for one in amounts(passage.text, passage.typed):
            if not (_is_year(one) or others.meet(one.start, one.end)):
                yield Figure(Words(passage, one.start, one.end), one.kind, one.value, one.decimals, one.scale)


def twice_of(passages: Iterable[Passage]) -> Iterator[Twice]:
    """Yield the numbers that are given in words and in figures."""
    for passage in passages:
        for one in given_twice(passage.text, passage.typed):
            yield Twice(Words(passage, one.start, one.end), one.in_words, one.in_figures)


def dates_of(passages: Iterable[Passage]) -> Iterator[Date]:
    """Yield the dates."""
    for passage in passages:
        for one in days(passage.text, passage.typed):
            yield Date(
                Words(passage, one.start, one.end),
                one.value,
                one.year,
                one.month,
                one.day,
                one.impossible,
                one.ordinal,
                one.numeric,
            )


def years_of(passages: Iterable[Passage]) -> Iterator[Years]:
    """Yield the financial years, and runs of them."""
    for passage in passages:
        for one in years(passage.text, passage.typed):
            yield Years(Words(passage, one.start, one.end), one.first, one.last, one.mark)


def periods_of(places: Iterable[Place]) -> Iterator[Period]:
    """Yield the periods, in figures or in words."""
    for passage in _readable(places):
        for one in periods(passage.text, passage.typed):
            yield Period(Words(passage, one.start, one.end), one.count, one.unit, one.quality)


def _is_year(amount: Amount) -> bool:
    return amount.kind == "number" and amount.end - amount.start == 4 and 1900 <= (amount.value or 0) < 2100


def _readable(places: Iterable[Place]) -> Iterator[Passage]:
    for place in places:
        if place.role not in ("contents", "margin"):
            yield place.passage
