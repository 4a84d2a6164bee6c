"""Slips of the pen: a figure that is another but for two digits that changed places, or one that is wrong."""

from __future__ import annotations

from decimal import Decimal

_MOST_MOVED = 3
FEW_DIGITS = 4
"""Among so many digits that tell something, a single wrong one is no chance."""


def is_slip(one: Decimal, other: Decimal, fewest: int = FEW_DIGITS) -> bool:
    """Tell whether one figure is likely to be the other, mistyped.

    One wrong digit tells only among ``fewest`` digits or more.

    >>> is_slip(Decimal("13498100"), Decimal("13489100")), is_slip(Decimal("58000"), Decimal("85000"))
    (True, True)
    >>> is_slip(Decimal("150000"), Decimal("250000")), is_slip(Decimal("1250000"), Decimal("1450000"))
    (False, False)
    """
    digits, others = _digits(one, other)
    if one == other or len(digits) != len(others):
        return False
    apart = [place for place, pair in enumerate(zip(digits, others, strict=True)) if len(set(pair)) > 1]
    if sorted(digits) == sorted(others):
        return len(apart) <= _MOST_MOVED
    return len(apart) == 1 and len(digits) >= fewest


def is_exchange(one: Decimal, other: Decimal) -> bool:
    """Tell whether one figure is the other with its digits in another order, two or three of them moved."""
    return is_slip(one, other) and sorted(_digits(one, other)[0]) == sorted(_digits(one, other)[1])


def significant(value: Decimal) -> int:
    """Return how many digits of a figure tell something: 13,498,100 has six."""
    return len(str(abs(int(value.scaleb(2)))).rstrip("0"))


def _digits(one: Decimal, other: Decimal) -> tuple[str, str]:
    """Return the digits of two figures, without the zeros with which both end."""
    digits, others = (str(abs(int(value.scaleb(2)))) for value in (one, other))
    ended = min(len(digits) - len(digits.rstrip("0")), len(others) - len(others.rstrip("0")))
    return (digits[:-ended], others[:-ended]) if ended else (digits, others)
