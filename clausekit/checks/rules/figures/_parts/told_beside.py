"""What something costs in all, and what a year or one of several costs, in two lines of a list: "Total for
two years: £46,000", "Annual fee: £23,000"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import COUNT, count_of, half_a_step, money_in, worth
from clausekit.checks.rules.figures._sentences.reckoned import Reckoned
from clausekit.patterns import pattern
from clausekit.reading import Passage

_TOTAL_OF_YEARS = pattern(
    rf"\b(?:total|overall|full)(?: [a-z]+){{0,2}} (?:for|over|of) (?:the |all )?"
    rf"(?P<count>{COUNT})[ -]years?\b"
    rf"|\b(?P<before>{COUNT})[ -]years?[’']? (?:total|cost|fee|price|contract (?:value|price|sum))\b",
    re.IGNORECASE,
)
_A_YEAR = pattern(
    r"\b(?:annual(?:ly)?|yearly|per year|each year|a year|per annum|p\.a\.)(?!\w)", re.IGNORECASE
)
_TOTAL_OF_THINGS = pattern(
    rf"\b(?P<count>{COUNT})[ \t](?P<thing>[a-z]{{3,20}}?)s?,?(?: in)?:? total\b"
    rf"|\b(?:total|cost|fee|price) (?:for|of) (?:all |the )?(?P<before>{COUNT}) (?P<of>[a-z]{{3,20}}?)s?\b",
    re.IGNORECASE,
)
_EACH = r"\b(?:per|each|for (?:each|every)|for one) {}\b"
_NOT_EXACT = pattern(
    r"%|\b(?:index\w*|uplift\w*|increas\w+|discount\w*|plus|up to|at least|from|first|additional|maximum"
    r"|minimum|about|approximately|estimate\w*|set-?up|one-?off|excluding|rising"
    r"|per (?:day|hour|week|month))\b",
    re.IGNORECASE,
)
_NEAR = Decimal("0.35")
_NEAREST = 3
_LONGEST = 160


class _Line(NamedTuple):
    """A short paragraph with one sum of money."""

    words: str
    sum: Figure
    order: int


def told_beside(instrument: Instrument) -> Iterator[Reckoned]:
    """Yield what is said to be the cost of all, if the cost of each in a line near by makes another."""
    lines = _lines(instrument, money_in(instrument))
    for at, line in enumerate(lines):
        near = [
            one
            for one in lines[max(0, at - _NEAREST) : at + _NEAREST]
            if one is not line and abs(one.order - line.order) <= _NEAREST
        ]
        yield from _of_years(line, near)
        yield from _of_things(line, near)


def _lines(instrument: Instrument, money: dict[Passage, list[Figure]]) -> Sequence[_Line]:
    found = []
    for passage, figures in money.items():
        place = instrument.place_of[passage]
        if (
            place.role == "text"
            and len(figures) == 1
            and worth(figures[0])
            and len(passage.words) <= _LONGEST
            and not _NOT_EXACT.search(passage.words)
        ):
            found.append(_Line(passage.text, figures[0], place.order))
    return sorted(found, key=lambda line: line.order)


def _of_years(line: _Line, near: Sequence[_Line]) -> Iterator[Reckoned]:
    named = _TOTAL_OF_YEARS.search(line.words)
    count = count_of(named["count"] or named["before"]) if named else None
    if count is None or count < 2:
        return
    annual = [one for one in near if _A_YEAR.search(one.words) and not _TOTAL_OF_YEARS.search(one.words)]
    yield from _compared(line, count, annual)


def _of_things(line: _Line, near: Sequence[_Line]) -> Iterator[Reckoned]:
    named = _TOTAL_OF_THINGS.search(line.words)
    count = count_of(named["count"] or named["before"]) if named else None
    if named is None or count is None or count < 2:
        return
    each = re.compile(_EACH.format(named["thing"] or named["of"]), re.IGNORECASE)
    yield from _compared(line, count, [one for one in near if each.search(one.words)])


def _compared(line: _Line, count: Decimal, lines: Sequence[_Line]) -> Iterator[Reckoned]:
    """Yield the cost of all, if no line near by has what makes it, and the nearest almost does."""
    if not lines:
        return
    nearest = min(lines, key=lambda one: abs(one.order - line.order))
    makes = {worth(one.sum) * count for one in lines}
    stated = worth(line.sum)
    made = worth(nearest.sum) * count
    slack = half_a_step(line.sum) + half_a_step(nearest.sum) * count
    if all(abs(one - stated) > max(slack, count) for one in makes) and abs(stated - made) <= made * _NEAR:
        yield Reckoned(line.sum, made, slack, (nearest.sum,))
