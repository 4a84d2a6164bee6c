"""Names of companies that are written in two ways: with another ending, "Dale Ltd" for "Dale C.I.C.", or with
a slip in a word that is nobody else's."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Role
from clausekit.checks.rules.terms._explained import is_ordinary
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.recognition.names import BEGINNERS

_FORMS = {
    "limited": "limited",
    "ltd": "limited",
    "plc": "plc",
    "llp": "llp",
    "cic": "cic",
    "communityinterestcompany": "cic",
    "cio": "cio",
}
_NAME = pattern(
    r"(?:(?:Articles|Rules|Members|Directors|Board|Staff|Employees|Officers|Premises|Offices) of )?"
    r"(?P<name>[A-Z][\w’'&-]*(?: (?:(?:of|and|the|&) )?[A-Z(][\w’'&()-]*){0,5}) "
    r"(?P<form>(?i:limited|ltd|plc|llp|c\.?i\.?c|community interest company|cio)\b)"
)
_WORD = pattern(r"(?<![\w’'@./-])[A-Z][\w’'-]{5,}(?![\w@/-])")
_CAPITAL_BEFORE = pattern(r"[A-Z][\w’'.-]*[ \u00a0]$")
_SIGNS = ("limited", "ltd", "plc", "llp", "cic", "c.i.c", "community interest", "cio")
_ANYWHERE: tuple[Role, ...] = ("text", "cell", "note", "heading", "cover", "signature")
_TWO = 2
_OFTEN = 3
_ONCE = 1
_SHORTEST = 7
_FARTHEST = 2
"""A slip in so long a word is at most so many letters away."""


class Rewritten(NamedTuple):
    """Words ``at`` that write a company's name otherwise than ``usual`` does elsewhere."""

    at: Words
    usual: Words


def with_other_endings(instrument: Instrument) -> Iterator[Rewritten]:
    """Yield the one place in which a company has another ending than everywhere else.

    What two endings are defined for, or named beside each other, are two companies.
    """
    found: dict[str, dict[str, list[Words]]] = defaultdict(lambda: defaultdict(list))
    for words, match in instrument.search(_NAME, *_ANYWHERE, signs=_SIGNS):
        form = _FORMS[match["form"].lower().replace(".", "").replace(" ", "")]
        named = words.part(words.start + match.start("name") - match.start(), words.end)
        found[_plain(match["name"])][form].append(named)
    for forms in found.values():
        if len(forms) != _TWO:
            continue
        other, usual = sorted(forms.values(), key=lambda each: (_is_party(each, instrument), len(each)))
        beside = {words.passage for words in usual} & {words.passage for words in other}
        sure = len(usual) > _ONCE or _is_party(usual, instrument)
        if len(other) == _ONCE and sure and not (beside or _is_party(other, instrument)):
            yield Rewritten(other[0], usual[0])


def _is_party(places: Sequence[Words], instrument: Instrument) -> bool:
    return any(words.passage in instrument.parties_clause for words in places)


def with_a_slip(instrument: Instrument) -> Iterator[Rewritten]:
    """Yield the word with a capital that stands but once, and differs by a letter or two from one in the name
    of a company: "Netstar" for "Netistar"."""
    coined = _coined(instrument)
    if not coined:
        return
    places: dict[str, list[Words]] = defaultdict(list)
    for words, match in instrument.search(_WORD, "text", "cell", "note", "heading", "signature"):
        places[match[0]].append(words)
    times = Counter({word: len(each) for word, each in places.items()})
    for word, each in places.items():
        if len(each) > _ONCE or word in coined or word in BEGINNERS or is_ordinary(word, instrument):
            continue
        near = [own for own in coined if times[own] >= _OFTEN and _is_near(word.lower(), own.lower())]
        if len(near) == 1 and not _CAPITAL_BEFORE.search(each[0].shortly_before(30)):
            yield Rewritten(each[0], coined[near[0]])


def _coined(instrument: Instrument) -> Mapping[str, Words]:
    """Return the long words of names of companies that are no words of the language."""
    found: dict[str, Words] = {}
    for words, match in instrument.search(_NAME, *_ANYWHERE, signs=_SIGNS):
        for one in _WORD.finditer(match["name"]):
            if len(one[0]) >= _SHORTEST and not one[0].isupper() and not is_ordinary(one[0], instrument):
                start = words.start + match.start("name") - match.start() + one.start()
                found.setdefault(one[0], words.part(start, start + len(one[0])))
    return found


def _is_near(word: str, own: str) -> bool:
    """Tell whether two words begin and end alike and are at most two letters apart."""
    if word[0] != own[0] or word[-1] != own[-1] or word in (f"{own}s", own.removesuffix("s")):
        return False
    return 0 < _steps(word, own) <= _FARTHEST


def _steps(word: str, other: str) -> int:
    """Return how many letters have to be put in, left out or exchanged to make one word of another."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(word, 1):
        before, row[0] = row[0], at
        for index, one in enumerate(other, 1):
            before, row[index] = row[index], min(row[index] + 1, row[index - 1] + 1, before + (letter != one))
    return row[-1]


def _plain(name: str) -> str:
    return re.sub(r"\s+", " ", name).lower().removeprefix("the ")
