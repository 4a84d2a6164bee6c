"""Names that nothing defines, written in two ways: "Co-ordination Group" and "Coordination Group"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.term_words import GROUPS
from clausekit.checks.rules._shared.terms import stem
from clausekit.checks.rules.terms._near import content, is_form
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_NUMBER = pattern(r"(?:(?:Schedule|Annex|Appendix|Part)[ ]\w+)?[\s–—:.-]*", re.IGNORECASE)
_JOINS = pattern(r"[\s&-]|\band\b")
_LONGEST = 80
_PAIR, _SEVERAL, _MANY = 2, 3, 4
_FAR_MORE = 3
_OF = frozenset(("of", "for", "in", "on", "to"))


class Drift(NamedTuple):
    """A name where it stands otherwise than is ``usual``."""

    at: Words
    usual: str


_LETTERED = pattern(r" [A-Z](?:,| and| or| to) (?:and |or )?[A-Z]\b(?!\w)")
_LETTER, _NEXT = 2, 8


class _Name(NamedTuple):
    """A name with its places in order, and whether it is a heading somewhere."""

    text: str
    places: tuple[Words, ...]
    titled: bool

    @property
    def words(self) -> tuple[str, ...]:
        return content(self.text)

    @property
    def joined(self) -> str:
        """The name without what may join or part its words."""
        return stem(_JOINS.sub("", self.text.lower()))


def drifts(instrument: Instrument) -> Iterator[Drift]:
    """Yield the places of names that the same instrument writes otherwise more often, or first.

    They differ by a hyphen or a blank, by the order of many words, or by the form of a word that is not the
    last: "Financial Protocol" for "Finance Protocol". Of two words, one has to be a heading.
    """
    names = _names(instrument)
    alike: dict[tuple[object, ...], list[_Name]] = defaultdict(list)
    for name in names:
        for key in _keys(name):
            alike[key].append(name)
    pairs = (pair for same in alike.values() for pair in combinations(dict.fromkeys(same), _PAIR))
    for one, two in dict.fromkeys(pairs):
        usual, other = sorted((one, two), key=lambda name: _rank(name, one, two))
        if _are_one(usual, other):
            yield from (Drift(at, usual.text) for at in other.places)


def _is_of_several(words: Words) -> bool:
    """Tell whether a letter ends a name, and others follow it: "Schemes A, C and D"."""
    return _LETTERED.match(f"{words.text[-_LETTER:]}{words.shortly_after(_NEXT)}") is not None


def _names(instrument: Instrument) -> Sequence[_Name]:
    """Return the names of several words that nothing defines, those that are headings too."""
    places: dict[str, list[Words]] = defaultdict(list)
    for one in instrument.capitals:
        if one.likeness not in ("acronym", "party", "body") and not _is_of_several(one.at):
            places[" ".join(one.at.text.split())].append(one.at)
    titles = {}
    for place in instrument.places:
        if place.role == "heading":
            passage = place.passage
            start = _NUMBER.match(passage.text, passage.typed)
            at = Words(passage, start.end() if start else passage.typed, len(passage.text.rstrip()))
            words = " ".join(at.text.split())
            titles[words.title() if words.isupper() else words] = at
    known = {stem(one.term.lower()) for one in instrument.definitions}
    return [
        _Name(text, (*places[text], *((titles[text],) if text in titles else ())), text in titles)
        for text in {**dict.fromkeys(list(places)), **titles}
        if " " in text and len(text) <= _LONGEST and stem(text.lower()) not in known
    ]


def _keys(name: _Name) -> Iterator[tuple[object, ...]]:
    """Yield what names have in common that may be one, each with one word but the last left open."""
    words = name.words
    yield "joined", name.joined
    yield "number", *words
    if len(words) >= _MANY:
        yield "order", *sorted(words)
    for each in {words, words[:-1] if words and words[-1] in GROUPS and len(words) > _SEVERAL else words}:
        for index in range(len(each) - 1):
            yield "form", index, *each[:index], *each[index + 1 :]


def _are_one(one: _Name, two: _Name) -> bool:
    """Tell whether two names are one, the second of them written otherwise in the text."""
    words, others = one.words, two.words
    if one.joined == two.joined:
        return stem(one.text.lower()) != stem(two.text.lower()) or _differ_in_number(one, two)
    if two.titled:
        return False
    if words == others:
        return _differ_in_number(one, two)
    if sorted(words) == sorted(others):
        return words != others and not one.titled
    pairs = [(a, b) for a, b in zip(words, others, strict=False) if a != b]
    enough = len(words) >= _SEVERAL and len(others) >= _SEVERAL
    enough = enough or (_is_once(one, two) and any(pairs[0][at] == f"{pairs[0][1 - at]}ed" for at in (0, 1)))
    return len(pairs) == 1 and is_form(*pairs[0]) and (enough or one.titled or two.titled)


def _differ_in_number(one: _Name, two: _Name) -> bool:
    """Tell whether a word that tells what is meant is in the plural in one of two names only, "Grants
    Agreement", "Heads of Term"; of what there are several, the last word or that before "of" tells."""
    words, others = one.text.split(), two.text.split()
    if len(words) != len(others) or not _is_once(one, two):
        return False
    head = next((at - 1 for at, word in enumerate(words) if word in _OF), len(words) - 1)
    return any(
        a.lower() != b.lower() for at, (a, b) in enumerate(zip(words, others, strict=True)) if at != head
    )


def _is_once(one: _Name, two: _Name) -> bool:
    """Tell whether the second of two names stands but once, the first several times."""
    return len(two.places) == 1 < len(one.places)


def _rank(name: _Name, one: _Name, two: _Name) -> tuple[bool, int]:
    """Return how usual a name is of two: one that stands far more often, or is a heading; else the first.

    Of two that differ by a hyphen or a blank, either may be in a heading.
    """
    other = two if name is one else one
    often, seldom = len(name.places), len(other.places)
    if one.joined == two.joined or (_is_once(other, name) and len(name.words) == _PAIR and not name.titled):
        return often < seldom, name.places[0].passage.line
    rare = name.titled < other.titled or (name.titled == other.titled and often * _FAR_MORE <= seldom)
    return rare, name.places[0].passage.line
