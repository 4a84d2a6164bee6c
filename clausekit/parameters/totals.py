"""Adding values up: exactly, one kind at a time, and never past a blank."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TypeAlias

from clausekit.parameters.values import BlankValue, MoneyValue, PercentageValue, WholeValue

Number: TypeAlias = MoneyValue | PercentageValue | WholeValue


class UnaddableError(ValueError):
    """Values that make no sum; the message says which and why, for an officer."""


def total(summands: Sequence[object], fellows: Iterable[object], parameter: str) -> Number | BlankValue:
    """Return the sum as a value of the parameter or, if a summand is a blank, the first that is.

    ``fellows`` are all values from which the summands were chosen: they say what kind of number the sum is
    even if none was. If they do not say it either, the sum is the whole number 0. Raises UnaddableError if
    one of the fellows is no number or of another kind.
    """
    kind = _kind_of(fellows)
    blank = next((summand for summand in summands if isinstance(summand, BlankValue)), None)
    numbers = (Decimal(summand) for summand in summands if isinstance(summand, Number))
    return of_kind(kind, sum(numbers, Decimal(0)), parameter) if blank is None else blank


def of_kind(kind: type[Number], number: Decimal, parameter: str) -> Number:
    """Return the number as a value of the parameter."""
    if issubclass(kind, WholeValue):
        return kind(int(number), parameter)
    return kind(number, parameter)


def _kind_of(values: Iterable[object]) -> type[Number]:
    first: Number | None = None
    for value in values:
        if isinstance(value, BlankValue):
            continue
        if not isinstance(value, Number):
            raise UnaddableError(f"{_named(value)} is no number")
        if first is None:
            first = value
        elif type(value) is not type(first):
            raise UnaddableError(f"{_named(first)} and {_named(value)} are of two kinds")
    return WholeValue if first is None else type(first)


def _named(value: object) -> str:
    """Return a value as a message speaks of it: by its parameter and, if it is a single one, what it is."""
    parameter = str(getattr(value, "parameter", "a yes/no choice"))
    return parameter if isinstance(value, bool | dict | list) else f"{parameter} ({value})"
