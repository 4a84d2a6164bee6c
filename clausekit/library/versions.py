"""Version numbers of clauses, and what an outline may ask of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from operator import ge, gt, le, lt
from typing import Literal, get_args

ChangeKind = Literal["major", "minor", "patch"]
CHANGE_KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)
"""From the weightiest to the lightest."""

_NUMBER = r"(?:0|[1-9]\d{0,5})"
_VERSION = re.compile(rf"({_NUMBER})\.({_NUMBER})\.({_NUMBER})", re.ASCII)
_CONDITION = re.compile(rf"(>=|<=|>|<)?\s*({_NUMBER}(?:\.{_NUMBER}){{0,2}})", re.ASCII)
_COMPARISONS: dict[str, Callable[[tuple[int, ...], tuple[int, ...]], bool]] = {
    ">=": ge,
    "<=": le,
    ">": gt,
    "<": lt,
}


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """``MAJOR.MINOR.PATCH``; versions sort in the order in which they follow each other."""

    major: int
    minor: int
    patch: int

    @classmethod
    def parse(cls, text: str) -> Version:
        """Return the version that ``text`` names; ValueError if it is not three whole numbers with dots.

        >>> Version.parse("1.10.0") > Version.parse("1.9.3")
        True
        """
        match = _VERSION.fullmatch(text)
        if not match:
            raise ValueError(f'"{text}" is not a version; a version is three whole numbers, such as 1.2.0.')
        return cls(*map(int, match.groups()))

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"

    def step_from(self, earlier: Version) -> ChangeKind:
        """Return which part of the number moved first since ``earlier``.

        >>> Version(1, 2, 0).step_from(Version(1, 1, 4))
        'minor'
        """
        if self.major != earlier.major:
            return "major"
        return "minor" if self.minor != earlier.minor else "patch"


@dataclass(frozen=True, slots=True)
class Constraint:
    """Which versions an outline accepts: ``1.2.0`` or ``1.2`` or ``>=1.1, <2``.

    A bare number takes every version that begins with it, so ``1.2`` takes 1.2.0 and 1.2.1. In a comparison
    the parts left out are nought. Every condition must hold.
    """

    text: str
    conditions: tuple[tuple[str, tuple[int, ...]], ...]

    @classmethod
    def parse(cls, text: str) -> Constraint:
        """Return the constraint that ``text`` writes; ValueError if it is none."""
        conditions = []
        for part in text.split(","):
            match = _CONDITION.fullmatch(part.strip())
            if not match:
                raise ValueError(f'"{text}" says no versions; write 1.2.0, or 1.2, or >=1.1, <2.')
            numbers = tuple(map(int, match[2].split(".")))
            conditions.append((match[1] or "begins", numbers))
        return cls(text, tuple(conditions))

    def matches(self, version: Version) -> bool:
        """Tell whether ``version`` meets every condition."""
        parts = (version.major, version.minor, version.patch)
        return all(_holds(parts, comparison, numbers) for comparison, numbers in self.conditions)

    def __str__(self) -> str:
        return self.text


def _holds(parts: tuple[int, ...], comparison: str, numbers: tuple[int, ...]) -> bool:
    if comparison == "begins":
        return parts[: len(numbers)] == numbers
    return _COMPARISONS[comparison](parts, numbers + (0,) * (3 - len(numbers)))
