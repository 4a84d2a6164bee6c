"""Articles of the instrument itself that are counted in Roman numerals, "Article XV", and are not there."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_ARTICLE = pattern(
    r"\bArticles?[ \u00a0](?P<number>[IVXL]{1,6})\b(?!\.[ \u00a0][A-Z])"
    r"(?![ \u00a0](?:of|to|in)[ \u00a0](?:the|that|its)\b(?![ \u00a0](?:[Aa]greement|[Mm]emorandum|[Dd]eed)))"
)
"""What is not of a treaty: "Article VI of the Convention"."""
_FEWEST = 3


def roman_articles_missing(instrument: Instrument) -> Iterator[Words]:
    """Yield the references to an article in Roman numerals that no heading has, where others have."""
    headings = {one.numeral.text for one in instrument.roman_articles}
    if len(headings) < _FEWEST:
        return
    for words, found in instrument.search(_ARTICLE, "text", "cell", "heading", signs=("article",)):
        if found["number"] not in headings:
            yield words
