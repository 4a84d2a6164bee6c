"""What rendering returns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from clausekit.problems import Source


class Filled(NamedTuple):
    """What was printed for a parameter; None for a blank."""

    parameter: str
    text: str | None


@dataclass(frozen=True, slots=True)
class MissingParameter:
    """A parameter that a clause asks for and the matter does not give, and where it is asked for."""

    path: str
    source: Source
    excerpt: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """The wording of a clause.

    Each line of ``text`` begins with a line mark and each value is a value mark (see ``marks``), whose number
    is a place in ``filled``. ``missing`` holds each parameter that the clause asks for in vain, once a place.
    """

    text: str
    filled: tuple[Filled, ...]
    missing: tuple[MissingParameter, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What an expression comes to, and the parameters that it asks for in vain."""

    value: object
    missing: tuple[MissingParameter, ...]
