"""Captions of tables, of which two with other titles have the same number: "Table 4: Limits"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_CAPTION = pattern(
    r"\s*(?P<number>Table [A-Z]?\d{1,2}[A-Za-z]?)(?:[.:]|[ ]?[–—-]|\t)[ ]*"
    r"(?P<title>[A-Z0-9(].{2,90}?[^.;,])\s*"
)
_CONTINUED = pattern(r"\bcont(?:inued|[’']?d)\b", re.IGNORECASE)
_NEAR = 2
"""A table begins within so many passages after its caption."""


def repeated_captions(instrument: Instrument) -> Iterator[tuple[Words, Words]]:
    """Yield the number of each caption that another one with another title has before it in the same part of
    the instrument, with that."""
    first: dict[tuple[str, str], tuple[Words, str]] = {}
    for at, place in enumerate(instrument.places):
        passage = place.passage
        found = _CAPTION.fullmatch(passage.text) if place.role in ("text", "heading") else None
        heads = any(one.role == "cell" for one in instrument.places[at + 1 : at + 1 + _NEAR])
        if found is None or not heads or _CONTINUED.search(passage.text):
            continue
        words = Words(passage, *found.span("number"))
        title = " ".join(found["title"].casefold().split())
        known, told = first.setdefault((passage.division, words.text), (words, title))
        if known.passage is not passage and told != title:
            yield words, known
