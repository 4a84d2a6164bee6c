"""What was left in a file: highlights, square brackets, hidden words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from clausekit.checks.instrument.places import Place
from clausekit.checks.words import Words


class Bracketed(NamedTuple):
    """Words in square brackets, with the brackets; ``inside`` is what stands between them.

    ``depth`` is 0 for a pair that is in no other.
    """

    at: Words
    inside: str
    depth: int = 0


def brackets_of(places: Iterable[Place]) -> Iterator[Bracketed]:
    """Yield the pairs of square brackets, the outer ones first; a bracket without its other is none."""
    for place in places:
        text = place.passage.text
        if "[" not in text or place.role == "contents":
            continue
        opened: list[int] = []
        found: list[Bracketed] = []
        for position, character in enumerate(text):
            if character == "[":
                opened.append(position)
            elif character == "]" and opened:
                start = opened.pop()
                words = Words(place.passage, start, position + 1)
                found.append(Bracketed(words, text[start + 1 : position], len(opened)))
        yield from sorted(found, key=lambda one: one.at.start)


def highlights_of(places: Iterable[Place]) -> Iterator[Words]:
    """Yield the words that are highlighted; neighbours that both are make one."""
    for place in places:
        start = end = -1
        for span in place.passage.spans:
            if not span.look.highlight or span.start == span.end:
                continue
            if span.start != end and end > start >= 0:
                yield Words(place.passage, start, end)
                start = -1
            start, end = (start if start >= 0 else span.start), span.end
        if end > start >= 0:
            yield Words(place.passage, start, end)
