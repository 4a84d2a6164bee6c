"""Which defined term words come near that share with it the words by which it is told from others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, TypeAlias

from clausekit.checks.instrument.definitions import Definition
from clausekit.checks.rules._shared.term_words import KINDS, ROLES
from clausekit.checks.rules._shared.terms import stems

Distance: TypeAlias = Literal["synonym", "lengthened", "lacking", "turned"]
"""How words differ: in the last word, which is of the same kind; by words put in or left out between the
first and the last; in their order."""

_LITTLE = frozenset(("of", "and", "the", "for", "in", "to", "on", "or", "a", "an"))
_ROOT = 5
"""Forms of one word begin with so many letters alike."""
_ENDING = 5
"""What may come after the part that forms of a word have in common: "commissioner", "commissioning"."""
_MOST = 2
"""So many words put in, or left out, leave it the same thing."""
_PAIR, _SEVERAL, _LONGEST = 2, 3, 7
_FIRST = 2
"""Terms are looked up by so many letters of their first word."""


def content(words: str) -> tuple[str, ...]:
    """Return the stems of some words but for the little ones between them."""
    return tuple(stem for stem in stems(words) if stem not in _LITTLE)


class Near:
    """The defined terms of several words, by how their first word begins."""

    def __init__(self, definitions: Iterable[Definition]) -> None:
        self._terms: dict[str, list[tuple[tuple[str, ...], Definition]]] = defaultdict(list)
        self._whole: set[tuple[str, ...]] = set()
        self._sorted: dict[tuple[str, ...], Definition] = {}
        for definition in definitions:
            words = content(definition.term)
            if _PAIR <= len(words) <= _LONGEST:
                self._terms[words[0][:_FIRST]].append((words, definition))
                self._whole.add(words)
                self._sorted.setdefault(tuple(sorted(words)), definition)

    def to(self, words: tuple[str, ...]) -> tuple[Definition, Distance] | None:
        """Return the one term to which words come near, and how they differ; None if there are several."""
        if not _PAIR <= len(words) <= _LONGEST + _MOST or words in self._whole:
            return None
        turned = self._sorted.get(tuple(sorted(words))) if len(words) >= _SEVERAL else None
        if turned:
            return turned, "turned"
        found = list(self._near(words))
        terms = {content(definition.term) for definition, _ in found}
        return found[0] if len(terms) == 1 else None

    def _near(self, words: tuple[str, ...]) -> Iterator[tuple[Definition, Distance]]:
        for term, definition in self._terms.get(words[0][:_FIRST], ()):
            if distance := _distance(words, term):
                yield definition, distance


def _distance(words: Sequence[str], term: Sequence[str]) -> Distance | None:
    if not is_form(words[0], term[0]):
        return None
    if len(words) == len(term) + 1 and words[-1] in ROLES and _are_forms(words[:-1], term):
        return "lengthened"
    alike = is_form(words[-1], term[-1])
    if len(words) == len(term):
        rest = _are_forms(words[:-1], term[:-1])
        near = len(words) >= _SEVERAL and (alike or of_one_kind(words[-1], term[-1]))
        return "synonym" if rest and near else None
    if not alike or abs(len(words) - len(term)) > _MOST:
        return None
    if len(words) > len(term):
        return "lengthened" if _stand_in_order(term[1:-1], words[1:-1]) else None
    return "lacking" if _stand_in_order(words[1:-1], term[1:-1]) else None


def is_form(word: str, other: str) -> bool:
    """Tell whether two words are forms of one: "pool" and "pooled", "commissioner" and "commissioning".

    >>> is_form("commissioning", "commissioner"), is_form("contract", "contribution")
    (True, False)
    """
    if word == other:
        return True
    shorter, longer = sorted((word, other), key=len)
    if len(shorter) >= _ROOT - 1 and longer.startswith(shorter) and longer[len(shorter) :] in ("ed", "ing"):
        return True
    common = next(
        (at for at, (one, two) in enumerate(zip(shorter, longer, strict=False)) if one != two), len(shorter)
    )
    return common > _ROOT and len(longer) - common <= _ENDING and len(shorter) - common <= _ENDING - 2


def of_one_kind(word: str, other: str) -> bool:
    """Tell whether two words are for things of one kind: a board and a committee, a manager and a lead."""
    return any(word in kind and other in kind for kind in KINDS)


def _are_forms(words: Sequence[str], others: Sequence[str]) -> bool:
    return len(words) == len(others) and all(map(is_form, words, others))


def _stand_in_order(these: Sequence[str], those: Sequence[str]) -> bool:
    """Tell whether all of these words stand among those, in this order."""
    rest = iter(those)
    return all(any(is_form(one, other) for other in rest) for one in these)
