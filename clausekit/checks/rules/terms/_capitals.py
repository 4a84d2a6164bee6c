"""Where the words of a defined term stand in other capitals than those it is defined with."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.definitions import Definition
from clausekit.checks.instrument.uses import lengths_by_first_word, other_number
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage

_WORD = pattern(r"[^\W_]+")
_BEGINS = pattern(r"(?:^|[.;:?!•(“\"‘\t\n–—]|\))[ \u00a0]*$")
PERSONS = ("User", "Secondee", "Licensee", "Discloser", "Referrer")
"""Terms of one word for anybody of a kind."""

AMOUNTS = ("Overspend", "Underspend", "Quarter")
"""Words of everyday work with accounts: in small letters, they are a slip where they have capitals else."""
_ALONE = ("Board", "Premises", "Committee", "Panel", "Hub", "Group", "Executive", *PERSONS, *AMOUNTS)
"""Terms of one word that nobody writes in small letters but by a slip."""

_LONGEST = 200
"""No term has so many letters."""

_LITTLE = frozenset(
    ("a", "an", "and", "by", "for", "from", "in", "of", "on", "or", "s", "the", "to", "under", "with")
)


class Spelling(NamedTuple):
    """Words of a defined term in other capitals; ``small`` if they have none but that of a sentence."""

    at: Words
    definition: Definition
    small: bool


class _Forms(NamedTuple):
    """What terms look like in small letters, with how long those are that begin with a word."""

    by_form: Mapping[str, Sequence[Definition]]
    lengths: Mapping[str, Sequence[int]]


def in_other_capitals(instrument: Instrument) -> Iterator[Spelling]:
    """Yield the places where a term of several words has some capitals, but not all."""
    return (one for one in spellings(instrument) if not one.small)


def spellings(instrument: Instrument) -> tuple[Spelling, ...]:
    """Return the places where the words of a term of several words stand in other capitals."""
    return instrument.once(_spellings)


def _spellings(instrument: Instrument) -> tuple[Spelling, ...]:
    return tuple(_each_spelling(instrument))


def _each_spelling(instrument: Instrument) -> Iterator[Spelling]:
    forms = _forms(instrument)
    used = _used(instrument)
    for place in instrument.places:
        if place.role not in ("text", "cell", "note") or place.passage.words.isupper():
            continue
        passage = place.passage
        lower = passage.text.lower()
        for word in _WORD.finditer(lower, passage.typed):
            if word.group() not in forms.lengths:
                continue
            for form, definition in _beginning_at(word, forms):
                at = Words(passage, word.start(), word.start() + len(form))
                if (
                    not lower[at.end : at.end + 1].isalnum()
                    and definition.holds_in(passage.division)
                    and passage not in definition.passages
                    and not at.text.isupper()
                    and not (
                        definition.term.isupper() and " " in at.text and _has_capitals_throughout(at.text)
                    )
                    and at.text not in (definition.term, other_number(definition.term))
                    and not lower.startswith("-", at.start - 1)
                    and not lower.endswith("prescribed ", 0, at.start)
                    and not any(_takes(other, at) for other in _beside(at, used.get(passage, ())))
                ):
                    yield Spelling(at, definition, _is_small(at))


def _used(instrument: Instrument) -> dict[Passage, list[Words]]:
    """Return the words of each passage that are a term where it is used or defined, in order."""
    used: dict[Passage, list[Words]] = defaultdict(list)
    for words in (*(use.at for use in instrument.uses), *(one.at for one in instrument.definitions)):
        used[words.passage].append(words)
    for each in used.values():
        each.sort(key=_start)
    return used


def _start(words: Words) -> int:
    return words.start


def _beside(at: Words, used: Sequence[Words]) -> Sequence[Words]:
    """Return those of a passage's terms, in order, that begin near enough to overlap some words."""
    first = bisect_left(used, at.start - _LONGEST, key=_start)
    return used[first : bisect_left(used, at.end, key=_start)]


def _takes(use: Words, at: Words) -> bool:
    """Tell whether words are part of the use of a term; a use of one of a single word may be part of them.

    "Project manager" is a slip for "Project Manager" though "Project" is a term too, but in "Better Care Fund
    plan" the Better Care Fund is meant.
    """
    return use.overlaps(at) and not (at.start <= use.start and use.end < at.end and " " not in use.text)


def _forms(instrument: Instrument) -> _Forms:
    """Return the terms of several words and their plurals, in small letters, and how long they may be."""
    forms: dict[str, list[Definition]] = defaultdict(list)
    for definition in instrument.definitions:
        term = definition.term
        if definition.kind in ("entry", "table", "text", "party") and (
            _has_capitals_throughout(term) or term in _ALONE
        ):
            for form in filter(None, (term.lower(), other_number(term).lower())):
                forms[form].append(definition)
    return _Forms(forms, lengths_by_first_word(forms))


def _beginning_at(word: re.Match[str], forms: _Forms) -> Iterator[tuple[str, Definition]]:
    """Yield the forms of terms that begin with a word where it stands."""
    for length in forms.lengths[word.group()]:
        form = word.string[word.start() : word.start() + length]
        yield from ((form, definition) for definition in forms.by_form.get(form, ()))


def _has_capitals_throughout(term: str) -> bool:
    words = [word for word in _WORD.findall(term) if word.lower() not in _LITTLE]
    if len(words) == 1 and sum(map(str.isupper, term)) > 1:
        return True
    return len(words) > 1 and all(word[0].isupper() or word[0].isdigit() for word in words)


def _is_small(at: Words) -> bool:
    """Tell whether words have no capital but that of a sentence’s beginning."""
    if " " not in at.text:
        return sum(map(str.isupper, at.text)) < 2
    rest = at.text[1:] if _BEGINS.search(at.shortly_before(3)) or not at.before else at.text
    return not any(letter.isupper() for letter in rest)
