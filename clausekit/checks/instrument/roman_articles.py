"""Articles that are counted in Roman numerals: "Article IX. Finance"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from clausekit.checks.instrument.places import Place
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_HEADING = pattern(r"(?:ARTICLE|Article)[ \u00a0](?P<number>[IVXL]{1,6})\b")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


class RomanArticle(NamedTuple):
    """The heading of an article: the words of its numeral, and its value."""

    numeral: Words
    value: int


def roman_articles(places: Sequence[Place]) -> Iterator[RomanArticle]:
    """Yield the articles whose headings begin with "Article" and a numeral, in order."""
    for place in places:
        if place.role in ("heading", "cover") and (found := _HEADING.match(place.passage.text)):
            yield RomanArticle(Words(place.passage, *found.span("number")), _value(found["number"]))


def _value(numeral: str) -> int:
    digits = [_VALUES[letter] for letter in numeral]
    return sum(-one if one < after else one for one, after in pairwise([*digits, 0]))
