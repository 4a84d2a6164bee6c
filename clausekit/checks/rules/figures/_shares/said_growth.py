"""Growth that a sentence tells of two sums: "£36 million, 8% more than the £33 million of last year"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import SaidSums, half_a_step, said_figures, worth
from clausekit.checks.rules.figures._shares.table_growth import Growth
from clausekit.patterns import pattern

_THAN = pattern(
    r",?[ ](?:(?P<more>more|higher|greater|above|up on)|(?P<less>less|lower|smaller|below|down on))"
    r"(?:[ ]than)?[ ](?:the[ ])?(?:[a-z]+[ ]){0,3}?$",
    re.IGNORECASE,
)
"""What stands between a percentage and the sum with which another is compared."""
_OF_IT = pattern(
    r"(?:that|this|it|which|the (?:sum|total|budget|amount|figure|contribution))\b", re.IGNORECASE
)
_NO_GROWTH = pattern(r"\b(?:not|no|if|would|at least|at most|up to)[ ](?:[a-z]+[ ]){0,3}$", re.IGNORECASE)
_HUNDRED = Decimal(100)
_SHORTLY = 40
_NEAR, _FAR = 2, 4


def said_growths(instrument: Instrument) -> Iterator[Growth]:
    """Yield the percentages that do not tell by how much one sum is more, or less, than another."""
    before: SaidSums | None = None
    for said in said_figures(instrument):
        for at, figure in enumerate(said.figures[:-1]):
            other = said.figures[at + 1]
            if figure.kind == "percentage" and other.kind == "money":
                subjects = [one for one in said.figures[:at] if one.kind == "money"]
                if not subjects and before is not None and _is_of_before(said, before, instrument):
                    subjects = list(_first_sums(before))
                yield from _compared(figure, other, subjects)
        before = said if said.money else before


def _is_of_before(said: SaidSums, before: SaidSums, instrument: Instrument) -> bool:
    """Tell whether a sentence goes on about a sum of one shortly before it."""
    one, other = (instrument.place_of[each.sentence.passage] for each in (said, before))
    return _OF_IT.match(said.sentence.text) is not None and 0 <= one.order - other.order < _NEAR


def _first_sums(said: SaidSums) -> Iterator[Figure]:
    """Yield the first sum of a sentence, and that of the one before it in its paragraph."""
    yield said.money[0]
    if said.before is not None and said.before.money:
        yield from _first_sums(said.before)


def _compared(figure: Figure, other: Figure, subjects: Sequence[Figure]) -> Iterator[Growth]:
    text = figure.at.passage.text
    found = _THAN.fullmatch(text, figure.at.end, other.at.start) if subjects and worth(other) else None
    if found is None or _NO_GROWTH.search(figure.at.shortly_before(_SHORTLY)):
        return
    sign = 1 if found["more"] else -1
    stated, step = worth(figure), Decimal("0.5").scaleb(-figure.decimals)
    made = {one: sign * (worth(one) / worth(other) - 1) * _HUNDRED for one in subjects}
    blur = {one: step + (half_a_step(one) + half_a_step(other)) * _HUNDRED / worth(other) for one in subjects}
    if all(abs(stated - made[one]) > blur[one] for one in subjects):
        nearest = min(subjects, key=lambda one: abs(stated - made[one]))
        if _FAR * made[nearest] > stated:
            yield Growth(figure, made[nearest], ())
