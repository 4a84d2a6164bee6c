"""Cross-references as Word has them: REF fields to bookmarks, whose results are equal to what we computed.

A field prints a paragraph number in one of two ways (ISO/IEC 29500-1, 17.16.5.50): ``\\n`` the number as it
stands before its paragraph, ``\\w`` that number with those of all levels above it. In a schedule the latter
would begin with the schedule's own number; there a number such as "3.1(a)" is two fields, "3.1" and "(a)".
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from clausekit.draft import Draft
from clausekit.numbering import Listing, Number, Numbers


@dataclass(frozen=True, slots=True)
class NumberField:
    """A REF field: the key of the paragraph whose number it prints, its switch, and what it prints."""

    key: str
    switch: str
    text: str

    @property
    def code(self) -> str:
        """The field's code; it also makes the number a link."""
        return f"REF {bookmark(self.key)} {self.switch} \\h"


def bookmark(key: str) -> str:
    """Return the name of the bookmark of a paragraph that references point to."""
    return f"_Ref{_digest(key)}"


def contents_bookmark(key: str) -> str:
    """Return the name of the bookmark of a heading that the contents point to."""
    return f"_Toc{_digest(key)}"


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:16]


class CrossReferences:
    """The fields that print each number that is referred to, and the paragraphs that they point to."""

    def __init__(self, draft: Draft) -> None:
        chains = _chains(draft.numbers)
        keys = {
            part.key
            for resolved in draft.references.values()
            for part in resolved.parts
            if part.key is not None
        }
        self._fields = {key: tuple(_fields(chains[key], draft.numbers)) for key in sorted(keys)}
        self._targets = frozenset(field.key for fields in self._fields.values() for field in fields)

    def fields(self, key: str) -> tuple[NumberField, ...]:
        """Return the fields that together print the number of the paragraph with this key."""
        return self._fields[key]

    def is_target(self, key: str) -> bool:
        """Tell whether a field points to the paragraph with this key."""
        return key in self._targets


def _chains(numbers: Numbers) -> dict[str, tuple[str, ...]]:
    """Return, for each numbered key, the keys of the levels above it and the key itself."""
    open_levels: dict[Listing, tuple[str, ...]] = {}
    chains: dict[str, tuple[str, ...]] = {}
    for key, number in numbers.items():
        opened = open_levels.get(number.listing, ())
        above = tuple(other for other in opened if numbers[other].depth < number.depth)
        chains[key] = open_levels[number.listing] = (*above, key)
    return chains


def _fields(chain: tuple[str, ...], numbers: Numbers) -> Iterator[NumberField]:
    number = numbers[chain[-1]]
    if number.label != number.full and number.within is None:
        yield NumberField(chain[-1], "\\w", number.full)
        return
    for key in chain[_first_printed(chain, number, numbers) :]:
        yield NumberField(key, "\\n", numbers[key].label)


def _first_printed(chain: tuple[str, ...], number: Number, numbers: Numbers) -> int:
    """Return where in the chain the labels begin that together are the full number."""
    starts = (
        start
        for start in reversed(range(len(chain)))
        if "".join(numbers[key].label for key in chain[start:]) == number.full
    )
    return next(starts)
