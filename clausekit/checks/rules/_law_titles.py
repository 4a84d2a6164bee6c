"""The short titles that agreements cite, with their years; kept in ``clausekit/checks/data/acts.tsv``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from clausekit.checks.rules._law import several, table

_SPACES = re.compile(r"\s+")
_YEAR = re.compile(r",? ((?:1[5-9]|20)\d\d)\b.*$")
_BRACKETED = re.compile(r" \([^()]*\)")
_NEAR = 0.9
_ABBREVIATED = re.compile(r"^NHS\b")


@dataclass(frozen=True, slots=True)
class Title:
    """A short title: the years in which there was an Act (or instrument) of it, the number of its last
    section by year, where that is certain, the number of the instrument, and what it is called for short."""

    words: str
    years: tuple[int, ...]
    sections: Mapping[int, int]
    number: str
    short: tuple[str, ...]

    def __str__(self) -> str:
        """Return the title with its years: "Care Act 2014", "Health Act 1999, 2006 or 2009"."""
        *first, last = map(str, self.years)
        years = f"{', '.join(first)} or {last}" if first else last
        return f"{self.words} {years}"


@cache
def titles() -> Mapping[str, Title]:
    """Return the titles by their words, as ``plain`` gives them, also without what is in brackets."""
    found = {plain(line["title"]): _title(line) for line in table("acts.tsv")}
    return {_BRACKETED.sub("", words): title for words, title in found.items()} | found


def _title(line: Mapping[str, str]) -> Title:
    sections = (pair.split(":") for pair in line["sections"].split())
    return Title(
        line["title"],
        tuple(map(int, line["years"].split())),
        {int(year): int(last) for year, last in sections},
        line["number"],
        several(line["short"]),
    )


@cache
def short_titles() -> Mapping[str, Title]:
    """Return the titles by what they are called for short: "MCA"."""
    return {short: title for title in titles().values() for short in title.short}


def plain(name: str) -> str:
    """Return a citation without its year, blanks single, "and" for "&", NHS in full.

    >>> plain("NHS Act 2006"), plain("Health & Social Care Act 2012")
    ('National Health Service Act', 'Health and Social Care Act')
    """
    words = _SPACES.sub(" ", _YEAR.sub("", _SPACES.sub(" ", name))).replace("&", "and")
    return _ABBREVIATED.sub("National Health Service", words)


def nearest_title(name: str, year: int) -> Title | None:
    """Return the title of a year which is so like a citation that a slip must have made the difference."""
    words = plain(name)
    near = [(_likeness(words, one.words), one) for one in titles().values() if year in one.years]
    best = max(near, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= _NEAR else None


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one.lower(), plain(other).lower(), autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _NEAR and matcher.quick_ratio() >= _NEAR else 0.0
