"""What a specification calls its own scheme by the number of another, as one copied from it does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_HEADS = pattern(
    r"(?:individual )?scheme (?:specification )?(?:no\.? )?(?P<number>\d{1,2})\b\s*[:–—-]", re.IGNORECASE
)
_OPENS = pattern(
    r"(?P<called>(?:[Tt]his )?(?:Individual )?Scheme (?P<number>\d{1,2})) "
    r"(?:pays|is|provides|supplies|aims|covers|offers|funds|supports|runs|brings|helps|gives|keeps|will|shall)\b"
)
_FIRST = 3
"""In so many paragraphs a specification says first what its scheme does."""


def schemes_misnumbered(instrument: Instrument) -> Iterator[tuple[Words, str]]:
    """Yield the names with a number by which a specification opens that is not its own, with its own."""
    own, left = "", 0
    for place in instrument.places:
        passage = place.passage
        heads = place.role == "heading" and _HEADS.match(passage.words)
        if heads:
            own, left = heads["number"], _FIRST
        elif place.role == "text" and left:
            left -= 1
            opens = _OPENS.match(passage.words)
            if opens and opens["number"] != own:
                start, end = opens.span("called")
                yield Words(passage, passage.typed + start, passage.typed + end), own
