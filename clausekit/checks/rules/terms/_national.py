"""Names that all the country knows, kept in ``clausekit/checks/data/names.txt``: "Agenda for Change"."""

from __future__ import annotations

from functools import cache

from clausekit.checks.rules._shared.data import lines_of

_OF_A_NAME = frozenset(("Handbook", "Toolkit", "Guidance", "Scheme", "Programme", "Manual", "Guide", "Tool"))
"""What is published about a thing that all know: "Trusted Assessor Handbook"."""
_TELLING = 3
"""A name of so many words is known with a place before it, too: "Eastholm Shared Care Record"."""


def is_national(words: str) -> bool:
    """Tell whether what words name has its name, and its capitals, all over the country.

    >>> is_national("Trusted Assessors"), is_national("Eastholm Shared Care Record"), is_national("Care Fund")
    (True, True, False)
    >>> is_national("Information Commissioners Office"), is_national("Caldicott Guardian Handbook")
    (True, True)
    """
    one = f"{words[:-3]}y" if words.endswith("ies") else words.removesuffix("s")
    several = _plain(one).split(" ")
    if {_plain(words), " ".join(several)} & _names():
        return True
    shorter = (several[at:] for at in range(1, len(several) - _TELLING + 1))
    if any(" ".join(one) in _names() for one in shorter):
        return True
    begins = (several[:end] for end in range(2, len(several)))
    return several[-1] in _OF_A_NAME and any(" ".join(one) in _names() for one in begins)


def _plain(words: str) -> str:
    """Return a name without apostrophes, which are left out as often as not."""
    return words.replace("’", "").replace("'", "")


@cache
def _names() -> frozenset[str]:
    return frozenset(map(_plain, lines_of("names.txt")))
