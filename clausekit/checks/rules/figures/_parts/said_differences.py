"""By how much one sum is said to differ from another, with two digits exchanged: "£47.29, a rise of £2.96",
where £44.60 stands before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import money_in, worth
from clausekit.checks.rules.figures._sentences.reckoned import Reckoned
from clausekit.checks.rules.figures._sentences.slips import is_exchange, significant
from clausekit.patterns import pattern

_BY_SO_MUCH = pattern(
    r"\b(?:increase|rise|decrease|reduction|fall|drop|difference|change|uplift|saving) of $"
    r"|\b(?:up|down) by $",
    re.IGNORECASE,
)
_MORE = pattern(r" (?:more|less|higher|lower|above|below) than\b", re.IGNORECASE)
_NEAREST, _MOST, _FEWEST_DIGITS, _SHORTLY = 2, 12, 3, 30


def said_differences(instrument: Instrument) -> Iterator[Reckoned]:
    """Yield the differences that are not those of any two sums near by, but nearly those of one with what
    stands before it."""
    money = money_in(instrument)
    places = sorted(money, key=lambda passage: instrument.place_of[passage].order)
    for at, passage in enumerate(places):
        if instrument.place_of[passage].role not in ("text", "note"):
            continue
        near = [
            figure
            for other in places[max(0, at - _NEAREST) : at + 1]
            if instrument.place_of[passage].order - instrument.place_of[other].order <= _NEAREST
            for figure in money[other]
        ]
        for stated in money[passage]:
            if _BY_SO_MUCH.search(stated.at.shortly_before(_SHORTLY)) or _MORE.match(
                stated.at.shortly_after(_SHORTLY)
            ):
                yield from _unlike(stated, near[: near.index(stated)][-_MOST:], near)


def _unlike(stated: Figure, before: Sequence[Figure], near: Sequence[Figure]) -> Iterator[Reckoned]:
    """Yield a difference of which the sum before it and another tell what it should be."""
    differences = {
        abs(worth(one) - worth(other)) for one, other in combinations(near, 2) if stated not in (one, other)
    }
    if not before or significant(worth(stated)) < _FEWEST_DIGITS or worth(stated) in differences:
        return
    *others, last = before
    for other in reversed(others):
        made = abs(worth(last) - worth(other))
        if made and is_exchange(worth(stated), made):
            yield Reckoned(stated, made, Decimal(0), (other, last))
            return
