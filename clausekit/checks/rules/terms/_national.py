"""Names that all the country knows, kept in ``clausekit/checks/data/names.txt``: "Agenda for Change"."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

_TELLING = 3
"""A name of so many words is known with a place before it, too: "Eastholm Shared Care Record"."""


def is_national(words: str) -> bool:
    """Tell whether what words name has its name, and its capitals, all over the country.

    >>> is_national("Trusted Assessors"), is_national("Eastholm Shared Care Record"), is_national("Care Fund")
    (True, True, False)
    """
    several = words.removesuffix("s").split(" ")
    if {words, " ".join(several)} & _names():
        return True
    shorter = (several[at:] for at in range(1, len(several) - _TELLING + 1))
    return any(" ".join(one) in _names() for one in shorter)


@cache
def _names() -> frozenset[str]:
    return frozenset(files("clausekit.checks").joinpath("data", "names.txt").read_text("utf-8").splitlines())
