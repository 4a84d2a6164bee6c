"""Instruments made from small agreements in Markdown, as the examples of rules are written."""

from __future__ import annotations

from datetime import date

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule
from clausekit.checks.words import Words
from clausekit.reading import Reading
from clausekit.texts import read

AS_AT = date(2026, 11, 1)
"""The day for which examples are judged."""

_OPEN, _CLOSE = "⟦", "⟧"


def reading_of(text: str) -> Reading:
    """Return the reading of an agreement in Markdown; numbers are typed, terms in bold or in quotes."""
    return read(text, "example.md", markdown=True).reading


def instrument_of(text: str, as_at: date = AS_AT) -> Instrument:
    """Return the instrument of an agreement in Markdown, without the marks of examples."""
    return Instrument(reading_of(unmarked(text)), "example.md", as_at)


def unmarked(text: str) -> str:
    """Return an example without the marks around what is wrong."""
    return text.replace(_OPEN, "").replace(_CLOSE, "")


def marked(text: str) -> list[tuple[str, str]]:
    """Return what is marked in an example: the passage with the marks in it, and the words between them."""
    found = []
    for place in Instrument(reading_of(text)).places:
        passage = place.passage.words
        found += [(passage, piece.partition(_CLOSE)[0]) for piece in passage.split(_OPEN)[1:]]
    return found


def hits(rule: Rule, text: str, as_at: date = AS_AT) -> list[Hit]:
    """Return what a rule finds in an agreement in Markdown."""
    return list(rule.check(instrument_of(text, as_at)))


def with_marks(hits_in_passage: list[Words]) -> str:
    """Return the words of a passage with marks around those that were hit."""
    passage = hits_in_passage[0].passage
    text = passage.text
    for words in sorted(hits_in_passage, key=lambda one: one.start, reverse=True):
        text = f"{text[: words.start]}{_OPEN}{words.text}{_CLOSE}{text[words.end :]}"
    return text[passage.typed + (1 if hits_in_passage[0].start < passage.typed else 0) :]
