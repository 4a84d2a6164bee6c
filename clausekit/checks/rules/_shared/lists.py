"""Lists: items that make one sentence with the words that lead to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Place
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import NOTE_MARK, Passage

_END = pattern(
    rf"(?P<mark>[;,.:?!]?)[”\"’)\]]*(?:{NOTE_MARK}|(?<=[;,.])\d{{1,2}})?"
    r"[ \u00a0]*(?P<join>(?:\b(?:and/or|and|or|but))?)"
    r"(?:(?<=[;,.dr])[ \u00a0]\d{1,3})?\s*$"  # the number of a page may have come after it
)
_ENDS_ITEM = pattern(r";(?:[ \u00a0](?:and|or))?\s*$")
_LONGEST_END = 40
_JOINED_BEFORE_MARK = pattern(r"\b(?:and|or)[;,]\s*$")
_TYPED_BULLET = pattern(r"[-–—*](?=\t)")
_BEFORE_WORDS = '\t -–—*“‘"(['


@dataclass(frozen=True)
class Item:
    """An item: the passage that begins it and the one that ends it, which may be an item of a list below."""

    passage: Passage
    last: Passage

    @cached_property
    def mark(self) -> str:
        """The punctuation mark with which it ends, "" if there is none."""
        return self._end["mark"]

    @property
    def joined(self) -> bool:
        """Whether "and" or "or" stands at its end."""
        return bool(self._end["join"]) or _JOINED_BEFORE_MARK.search(self.last.text) is not None

    @property
    def last_word(self) -> Words:
        """The last word, with the mark after it."""
        text = self.last.text.rstrip()
        start = max(self.last.typed, text.rfind(" ") + 1, text.rfind("\t") + 1, text.rfind("\u00a0") + 1)
        return Words(self.last, start, len(text))

    @property
    def begins_small(self) -> bool:
        """Whether it begins with a small letter, as part of a sentence does."""
        return self.passage.words.lstrip(_BEFORE_WORDS)[:1].islower()

    @property
    def is_sentence(self) -> bool:
        """Whether it is a sentence of its own, or several."""
        return self.passage.words.lstrip(_BEFORE_WORDS)[:1].isupper() and self.mark == "."

    @cached_property
    def _end(self) -> re.Match[str]:
        found = _END.search(self.last.text, max(0, len(self.last.text) - _LONGEST_END))
        assert found is not None
        return found


class List(NamedTuple):
    """A list: the passage that leads to it, its items, the place after it; None where there is none."""

    lead: Passage | None
    items: tuple[Item, ...]
    after: Place | None


@lru_cache(maxsize=1)
def lists_of(instrument: Instrument) -> tuple[List, ...]:
    """Return the lists of numbered items and of bullets; several rules ask for them."""
    return tuple(_all_lists(instrument))


def _all_lists(instrument: Instrument) -> Iterator[List]:
    places = [place for place in instrument.places if place.role == "text"]
    at = {place.passage: number for number, place in enumerate(places)}
    for sequence in instrument.sequences:
        labels = [label.passage for label in sequence.labels if label.passage in at]
        if labels and ("(" in labels[0].number or (sequence.parent and _makes_a_sentence(labels))):
            yield from _lists(labels, places, at)
    for bullets in _bullets(places):
        yield from _lists(bullets, places, at)


def _makes_a_sentence(passages: Sequence[Passage]) -> bool:
    return _begin_small(passages) or _end_with_semicolons(passages)


def _end_with_semicolons(passages: Sequence[Passage]) -> bool:
    """Tell whether all numbered paragraphs but the last, and one more, end as items of a list do."""
    marked = sum(_ENDS_ITEM.search(passage.text) is not None for passage in passages)
    return len(passages) > 1 and marked >= max(1, len(passages) - 2)


def _begin_small(passages: Sequence[Passage]) -> bool:
    """Tell whether numbered paragraphs go on with a sentence, as 4.2.1 and 4.2.2 may, and are not clauses."""
    return 2 * sum(passage.words[:1].islower() for passage in passages) > len(passages)


def _lists(items: Sequence[Passage], places: Sequence[Place], at: dict[Passage, int]) -> Iterator[List]:
    """Yield the lists that items make; what stands between two of one list is part of the first."""
    going: list[Passage] = []
    for passage in items:
        if going and not _goes_on(going[-1], passage, places, at):
            yield _list(going, places, at)
            going = []
        going.append(passage)
    if going:
        yield _list(going, places, at)


def _goes_on(before: Passage, after: Passage, places: Sequence[Place], at: dict[Passage, int]) -> bool:
    between = [place.passage for place in places[at[before] + 1 : at[after]]]
    return all(_is_part(passage, before) for passage in between)


def _is_part(passage: Passage, item: Passage) -> bool:
    if passage.words.isupper():
        return False
    if item.number and passage.number:
        return passage.number != item.number and passage.number.startswith(item.number)
    return bool(passage.label or bullet_of(passage)) and not passage.number


def _list(items: Sequence[Passage], places: Sequence[Place], at: dict[Passage, int]) -> List:
    start, end = at[items[0]], at[items[-1]]
    while end + 1 < len(places) and _is_part(places[end + 1].passage, items[-1]) and items[-1].number:
        end += 1
    lasts = [places[at[following] - 1].passage for _, following in pairwise(items)] + [places[end].passage]
    return List(
        places[start - 1].passage if start else None,
        tuple(Item(one, last) for one, last in zip(items, lasts, strict=True)),
        places[end + 1] if end + 1 < len(places) else None,
    )


def _bullets(places: Sequence[Place]) -> Iterator[list[Passage]]:
    group: list[Passage] = []
    for place in places:
        passage = place.passage
        bullet = bullet_of(passage)
        if group and not (bullet and bullet == bullet_of(group[0]) and passage.level == group[0].level):
            yield group
            group = []
        if bullet:
            group.append(passage)
    if group:
        yield group


def bullet_of(passage: Passage) -> str:
    """Return the bullet before a passage, which may be a hyphen that was typed; "" if it has none."""
    if passage.label:
        return "" if any(map(str.isalnum, passage.label)) else passage.label
    typed = _TYPED_BULLET.match(passage.text)
    return typed[0] if typed else ""
