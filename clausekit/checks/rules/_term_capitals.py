"""Where the words of a defined term stand in other capitals than those it is defined with."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.definitions import Definition
from clausekit.checks.instrument.uses import other_number
from clausekit.checks.words import Words
from clausekit.reading import Passage

_WORD = re.compile(r"[^\W_]+")
_BEGINS = re.compile(r"(?:^|[.;:?!•(“\"‘\t\n–—]|\))[ \u00a0]*$")
PERSONS = ("User", "Secondee", "Licensee", "Discloser", "Referrer")
"""Terms of one word for anybody of a kind."""

_ALONE = ("Board", "Premises", "Committee", "Panel", "Hub", "Group", "Executive", *PERSONS)
"""Terms of one word that nobody writes in small letters but by a slip."""

_LITTLE = frozenset(
    ("a", "an", "and", "by", "for", "from", "in", "of", "on", "or", "s", "the", "to", "under", "with")
)


@dataclass(frozen=True, slots=True)
class Spelling:
    """Words of a defined term in other capitals; ``small`` if they have none but that of a sentence."""

    at: Words
    definition: Definition
    small: bool


def in_other_capitals(instrument: Instrument) -> Iterator[Spelling]:
    """Yield the places where a term of several words has some capitals, but not all."""
    return (one for one in spellings(instrument) if not one.small)


def spellings(instrument: Instrument) -> Iterator[Spelling]:
    """Yield the places where the words of a term of several words stand in other capitals."""
    forms = _forms(instrument)
    used: dict[Passage, list[Words]] = defaultdict(list)
    for words in (*(use.at for use in instrument.uses), *(one.at for one in instrument.definitions)):
        used[words.passage].append(words)
    for place in instrument.places:
        if place.role not in ("text", "cell", "note") or place.passage.words.isupper():
            continue
        passage = place.passage
        lower = passage.text.lower()
        for word in _WORD.finditer(lower, passage.typed):
            for form, definition in forms.get(word.group(), ()):
                at = Words(passage, word.start(), word.start() + len(form))
                if (
                    lower.startswith(form, at.start)
                    and not lower[at.end : at.end + 1].isalnum()
                    and definition.holds_in(passage.division)
                    and passage not in definition.passages
                    and not at.text.isupper()
                    and not (
                        definition.term.isupper() and " " in at.text and _has_capitals_throughout(at.text)
                    )
                    and at.text not in (definition.term, other_number(definition.term))
                    and not lower.startswith("-", at.start - 1)
                    and not lower.endswith("prescribed ", 0, at.start)
                    and not any(_takes(other, at) for other in used.get(passage, ()))
                ):
                    yield Spelling(at, definition, _is_small(at))


def _takes(use: Words, at: Words) -> bool:
    """Tell whether words are part of the use of a term; a use of one of a single word may be part of them.

    "Project manager" is a slip for "Project Manager" though "Project" is a term too, but in "Better Care Fund
    plan" the Better Care Fund is meant.
    """
    return use.overlaps(at) and not (at.start <= use.start and use.end < at.end and " " not in use.text)


def _forms(instrument: Instrument) -> dict[str, list[tuple[str, Definition]]]:
    """Return the terms of several words and their plurals, in small letters, by their first word."""
    forms: dict[str, list[tuple[str, Definition]]] = defaultdict(list)
    for definition in instrument.definitions:
        term = definition.term
        if definition.kind in ("entry", "table", "text", "party") and (
            _has_capitals_throughout(term) or term in _ALONE
        ):
            for form in (term.lower(), other_number(term).lower()):
                if form and (first := _WORD.match(form)):
                    forms[first.group()].append((form, definition))
    return forms


def _has_capitals_throughout(term: str) -> bool:
    words = [word for word in _WORD.findall(term) if word.lower() not in _LITTLE]
    if len(words) == 1 and sum(map(str.isupper, term)) > 1:
        return True
    return len(words) > 1 and all(word[0].isupper() or word[0].isdigit() for word in words)


def _is_small(at: Words) -> bool:
    """Tell whether words have no capital but that of a sentence’s beginning."""
    if " " not in at.text:
        return sum(map(str.isupper, at.text)) < 2
    rest = at.text[1:] if _BEGINS.search(at.before[-3:]) or not at.before else at.text
    return not any(letter.isupper() for letter in rest)
