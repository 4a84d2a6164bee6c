"""“The GDPR” in a text that has the UK GDPR: which of the two is meant is open."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_EITHER = pattern(r"(?P<uk>\bUK[ \u00a0])?\bGDPR\b")
_OF_ANOTHER = pattern(r"\b(?:EU|Applied|European|retained|the UK’s|the UK's)[ \u00a0](?:version of the )?$")
_NAMED = pattern(r"[“\"‘'(](?:the )?GDPR[”\"’')]|\bGDPR (?:means|is\b|has the)|\bGDPR[:\t]")
_PART = pattern(r"\b(?:Articles?|Recitals?|under|requirements? of|accordance with) [^.;]{0,30}?(?:the )?$")
_FAR = 60
_MOST = 2
"""A text that says "GDPR" more often means it so."""


def bare_gdpr(instrument: Instrument) -> Iterator[Words]:
    """Yield the uses of "GDPR" for what the text else calls the UK GDPR, where it is no name of its own."""
    uk, bare = 0, []
    for words, match in instrument.search(_EITHER, "text", "cell", "note", signs=("gdpr",)):
        if match["uk"]:
            uk += 1
        elif not _OF_ANOTHER.search(words.shortly_before(_FAR)):
            bare.append(words)
    if not 0 < len(bare) <= min(uk, _MOST):
        return
    if any(_NAMED.search(place.passage.text) for place in instrument.places if "GDPR" in place.passage.text):
        return
    yield from (one for one in bare if _PART.search(one.shortly_before(_FAR)))
