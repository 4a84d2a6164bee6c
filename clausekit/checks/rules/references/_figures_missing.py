"""Figures to which a sentence sends the reader by a number that no caption has: "as shown in Figure 4"."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_CAPTION = pattern(r"(?:Figure|FIGURE)[ \u00a0](?P<number>\d{1,2})[ \u00a0]?[:.–—-][ \u00a0]?\S.{2,120}$")
_FIGURE = pattern(
    r"\b(?P<figure>[Ff]igure[ \u00a0](?P<number>\d{1,2}))(?![\w%]|[.,]\d)"
    r"(?![ \u00a0]?(?:[:–—]|\([^()]*\)[ \u00a0](?:of|in)\b|(?:of|in|to)[ \u00a0](?:the|that|its|an?)\b))"
)
"""What is not of another document: "Figure 4 of the guidance"."""
_FEWEST, _FAR = 2, 5


def figures_missing(instrument: Instrument) -> Iterator[Words]:
    """Yield the references to a figure that no caption has, where two at least have others."""
    captions = instrument.search(_CAPTION, "text", "heading", "cell", signs=("figure",))
    numbers = {int(found["number"]) for words, found in captions if not words.before.strip()}
    if len(numbers) < _FEWEST:
        return
    for words, found in instrument.search(_FIGURE, "text", "cell", signs=("figure",)):
        if int(found["number"]) not in numbers and int(found["number"]) <= max(numbers) + _FAR:
            yield words.part(*found.span("figure"))
