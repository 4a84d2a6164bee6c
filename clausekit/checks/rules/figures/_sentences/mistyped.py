"""Sums in running text that stand nowhere else, but are one that does with two digits exchanged."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import worth
from clausekit.checks.rules.figures._sentences.mentions import Mention, mentions
from clausekit.checks.rules.figures._sentences.slips import significant

_FEWEST = 5
"""Among so many digits that tell something it is no chance that one figure has two of another exchanged."""


class Mistyped(NamedTuple):
    """A sum as it is ``stated``, the figure that it is likely to be, and whether that stands in text."""

    stated: Figure
    right: Figure
    in_text: bool


def mistyped(instrument: Instrument) -> tuple[Mistyped, ...]:
    """Return the sums in which two neighbouring digits were exchanged."""
    return instrument.once(_mistyped)


def _mistyped(instrument: Instrument) -> tuple[Mistyped, ...]:
    told = [one for one in instrument.figures if one.kind != "percentage" and one.value]
    figures: dict[Decimal, list[Figure]] = {}
    for one in told:
        if significant(worth(one)) >= _FEWEST:
            figures.setdefault(worth(one), []).append(one)
    said = {mention.figure: mention for mention in mentions(instrument)}
    order = {one: number for number, one in enumerate(told)}
    found = []
    for mention in said.values():
        if mention.figure.kind != "money" or len(figures.get(worth(mention.figure), ())) != 1:
            continue
        for value in _with_two_exchanged(worth(mention.figure)):
            others = [one for one in figures.get(value, ()) if not _stand_together(one, mention)]
            in_text = [one for one in others if one in said]
            known = len(others) > len(in_text) or len(others) > 1
            earlier = known or any(order[one] < order[mention.figure] for one in others)
            if earlier and all(_may_be(mention, said[one]) for one in in_text):
                found.append(Mistyped(mention.figure, (in_text or others)[0], bool(in_text)))
                break
    return tuple(found)


def _with_two_exchanged(value: Decimal) -> Iterator[Decimal]:
    """Yield a figure with each two different digits exchanged that stand side by side.

    >>> [str(one) for one in _with_two_exchanged(Decimal("1223"))]
    ['2123', '1232']
    """
    digits = str(value.quantize(Decimal("0.01")) if value % 1 else int(value))
    for at in range(len(digits) - 1):
        first, second = digits[at], digits[at + 1]
        if first != second and "." not in (first, second):
            yield Decimal(f"{digits[:at]}{second}{first}{digits[at + 2 :]}")


def _stand_together(figure: Figure, mention: Mention) -> bool:
    """Tell whether a figure stands in the sentence of another, which therefore is not it."""
    return figure.at.overlaps(mention.sentence)


def _may_be(one: Mention, other: Mention) -> bool:
    """Tell whether neither parties nor years tell two sums apart."""
    return (not one.parties or not other.parties or bool(one.parties & other.parties)) and (
        not one.years or not other.years or bool(one.years & other.years)
    )
