"""The short titles that agreements cite, with their years; kept in ``clausekit/checks/data/acts.tsv``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from clausekit.checks.rules._shared.data import table
from clausekit.checks.rules._shared.law import several
from clausekit.patterns import pattern

_SPACES = pattern(r"\s+")
_YEAR = pattern(
    r",? ((?:1[5-9]|20)\d\d)\b(?! \([A-Z][^()]*\)(?: \([^()]*\))* (?:Regulations|Order|Rules)\b).*$"
)
"""The year of a title; that of the Act in "Care Act 2014 (Commencement) Regulations 2015" is a part of it."""
_ETC = pattern(r",? etc\b\.?")
_BRACKETED = pattern(r" \([^()]*\)")
_STARTS_WORD = pattern(r"(?<![\w’'(])[\w(]")
_LONGEST = 200
_NEAR = 0.9
_PART_OF = pattern(r"^[A-Z]+\d* (?:of|to) (?:the )?")
"""The number of a part or schedule before a title: "Part VA of the Local Government Act 1972"."""
_LITTLE = frozenset(("and", "of", "the", "in", "for", "at", "to", "etc", "etc.", "act", "regulations"))
_FEWEST_SHARED = 2
_STEM = 4
_ABBREVIATED = pattern(r"^NHS\b")
_OF_MANY = frozenset((
    "authorities", "authority", "bodies", "care", "carers", "children", "contracts", "data", "disabled",
    "european", "government", "health", "local", "mental", "national", "order", "persons", "public",
    "reform", "regulatory", "service", "services", "social", "support", "union",
))  # fmt: skip
"""Words that many titles have: one that has no others without its brackets may be short for any of them."""


class Title(NamedTuple):
    """A short title: the years in which there was an Act (or instrument) of it, the number of its last
    section and schedule by year, where that is certain, the number of the instrument, and what it is called
    for short."""

    words: str
    years: tuple[int, ...]
    sections: Mapping[int, int]
    schedules: Mapping[int, int]
    number: str
    short: tuple[str, ...]

    def __str__(self) -> str:
        """Return the title with its years: "Care Act 2014", "Health Act 1999, 2006 or 2009"."""
        *first, last = map(str, self.years)
        years = f"{', '.join(first)} or {last}" if first else last
        return f"{self.words} {years}"


@cache
def titles() -> Mapping[str, Title]:
    """Return the titles by their words, as ``plain`` gives them, also without what is in brackets, if what is
    left tells them from others."""
    found = {plain(line["title"]): _title(line) for line in table("acts.tsv")}
    bare = [(_BRACKETED.sub("", words), title) for words, title in found.items()]
    times = Counter(words for words, _ in bare)
    return {
        words: title for words, title in bare if times[words] == 1 and set(_main_words(words)) - _OF_MANY
    } | found


def _title(line: Mapping[str, str]) -> Title:
    return Title(
        line["title"],
        tuple(map(int, line["years"].split())),
        _by_year(line["sections"]),
        _by_year(line["schedules"]),
        line["number"],
        several(line["short"]),
    )


def _by_year(cell: str) -> Mapping[int, int]:
    pairs = (pair.split(":") for pair in cell.split())
    return {int(year): int(last) for year, last in pairs}


@cache
def short_titles() -> Mapping[str, Title]:
    """Return the titles by what they are called for short: "MCA"."""
    return {short: title for title in titles().values() for short in title.short}


def title_ending(text: str, end: int) -> tuple[int, Title] | None:
    """Return the longest title whose words, in whatever letters, end at a place, and where it begins.

    >>> title_ending("the Health and social Care Act 2012", 30)[1].words
    'Health and Social Care Act'
    """
    tail = text[max(0, end - _LONGEST) : end]
    found = None
    for start in (match.start() for match in reversed(list(_STARTS_WORD.finditer(tail)))):
        title = _in_small_letters().get(_evenly(tail[start:]).lower())
        found = (end - len(tail) + start, title) if title else found
    return found


@cache
def _in_small_letters() -> Mapping[str, Title]:
    return {words.lower(): title for words, title in titles().items()}


def plain(name: str) -> str:
    """Return a citation without its year and without "The", blanks single, "and" for "&", NHS in full.

    >>> plain("NHS Act 2006"), plain("Health & Social Care Act 2012")
    ('National Health Service Act', 'Health and Social Care Act')
    """
    return _evenly(_YEAR.sub("", _SPACES.sub(" ", name)).removeprefix("The "))


def _evenly(title: str) -> str:
    words = _ETC.sub(" etc.", _SPACES.sub(" ", title).replace("&", "and"))
    return _ABBREVIATED.sub("National Health Service", words)


def nearest_title(name: str, year: int) -> Title | None:
    """Return the title of a year which is so like a citation that a slip must have made the difference."""
    words = plain(name)
    near = [(_likeness(words, one.words), one) for one in titles().values() if year in one.years]
    best = max(near, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= _NEAR else None


def garbled_title(name: str, year: int) -> Title | None:
    """Return the title of a year of whose words a citation has one more, one less or another one, or all in
    another order: "Freedom of Access to Information Act 2000".

    Instruments are left out: many of one year have titles that are alike.
    """
    words = plain(_PART_OF.sub("", name))
    if words.rpartition(" the ")[2] in titles() or not words.endswith(" Act"):
        return None
    own = _main_words(words)
    for one in titles().values():
        if year in one.years and one.words.endswith(" Act") and _is_garbled(own, _main_words(one.words)):
            return one if ("(" in words) <= ("(" in one.words) else None
    return None


def title_of_other_kind(name: str, year: int) -> Title | None:
    """Return the title of a year that is a citation but for its last word: "Working Time Act 1998"."""
    words = plain(name)
    for kind, other in (
        ("Act", "Regulations"),
        ("Regulations", "Act"),
        ("Order", "Act"),
        ("Order", "Regulations"),
    ):
        if words.endswith(f" {kind}"):
            title = titles().get(f"{words.removesuffix(kind)}{other}")
            if title and year in title.years:
                return title
    return None


def differ_in_little_words(name: str, title: str) -> bool:
    """Tell whether a citation has all words of a title in their order, but for small ones: "Health and Care
    Services" for "Health Care Services"."""
    return _main_words(plain(name)) == _main_words(plain(title))


def _main_words(title: str) -> tuple[str, ...]:
    words = title.lower().replace("(", "").replace(")", "").replace(",", "").split()
    return tuple(word for word in words if word not in _LITTLE)


def _is_garbled(own: tuple[str, ...], right: tuple[str, ...]) -> bool:
    extra, lacking = set(own) - set(right), set(right) - set(own)
    shared = len(set(own) & set(right))
    if not extra and not lacking:
        return own != right and sorted(own) == sorted(right)
    if len(extra) == len(lacking) == 1:
        alike = min(extra)[:_STEM] == min(lacking)[:_STEM]
        return shared > _FEWEST_SHARED or (alike and shared > 0)
    return len(extra) + len(lacking) == 1 and shared >= _FEWEST_SHARED


def _likeness(one: str, other: str) -> float:
    from difflib import SequenceMatcher  # few texts have a title that is like another

    matcher = SequenceMatcher(None, one.lower(), plain(other).lower(), autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _NEAR and matcher.quick_ratio() >= _NEAR else 0.0
