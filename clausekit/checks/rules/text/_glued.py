"""Two words without a blank between them: "theAuthority", "costis", "forthe"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.misspelt import lookalikes
from clausekit.checks.rules._shared.misspelt import words as words_of_the_field
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_TOKEN = pattern(r"[A-Za-z]{4,30}")
_LITTLE = {
    f"{one}{other}": f"{one} {other}"
    for one in ("for", "of", "to", "by", "with", "and", "on", "from", "at", "that", "is", "in", "under")
    for other in ("the",)
} | {
    "setout": "set out", "tobe": "to be", "willbe": "will be", "shallbe": "shall be", "itis": "it is",
    "whichis": "which is", "ofthis": "of this", "inthis": "in this", "tothis": "to this", "itit": "it",
    "aswell": "as well", "inorder": "in order", "eachother": "each other", "upto": "up to",
    "atleast": "at least", "nolonger": "no longer", "aslong": "as long",
    "inrespect": "in respect", "inaccordance": "in accordance", "infact": "in fact", "alot": "a lot",
    "toto": "to", "ofof": "of", "thethe": "the", "andand": "and",
}  # fmt: skip
_BEGINS = pattern(r"(?P<one>the)(?P<other>[a-z]{5,})")
_ENDS = pattern(r"(?P<one>[a-z]{4,})(?P<other>is|the)")
_AFTER_ING = pattern(r"(?P<one>[a-z]{2,}ing)(?P<other>in|to|for|with|of|on|and|by|at|from)")
_BEFORE_CAPITAL = pattern(r"(?P<one>the|of|to|by|in|for|and|with|each|any|this)(?P<other>[A-Z][a-z]{2,})")
_TWO_NAMES = pattern(r"(?P<one>[A-Z][a-z]{3,})(?P<other>[A-Z][a-z]{3,})")
_USUAL = 3
_MANY = 6
"""A text with so many was glued by whatever took it from its page."""


def glued(instrument: Instrument) -> Iterator[tuple[Words, str, bool]]:
    """Yield the words that are two, each with how it is written, and whether that is sure."""
    found = instrument.once(_found)
    if not found:
        return
    written = re.compile(rf"(?<![\w’'@./-])(?:{'|'.join(found)})(?![\w’'@-]|\.\w)")
    told = list(
        instrument.search(written, "text", "cell", "note", "heading", signs=[one.lower() for one in found])
    )
    for words, match in told:
        yield words, found[match[0]], len(told) < _MANY and not _TWO_NAMES.fullmatch(match[0])


def are_two(instrument: Instrument) -> frozenset[str]:
    """Return the words that are two, in small letters."""
    return frozenset(one.lower() for one in instrument.once(_found))


def _found(instrument: Instrument) -> Mapping[str, str]:
    counted = Counter(one for place in instrument.places for one in _TOKEN.findall(place.passage.text))
    known = words_of_the_field() | lookalikes()
    return {
        one: right
        for one, times in counted.items()
        if times < _USUAL and one.lower() not in known and (right := _parted(one, counted))
    }


def _parted(written: str, counted: Mapping[str, int]) -> str:
    """Return a word as two, if it is: the longer one stands in the instrument, or is one of the field."""
    if little := _LITTLE.get(written):
        return little
    mixed = not (written.islower() or written.isupper() or written.istitle())
    if not (mixed or written.startswith("the") or written.endswith(("is", "the")) or "ing" in written):
        return ""
    for way in (_BEGINS, _ENDS, _AFTER_ING, _BEFORE_CAPITAL, _TWO_NAMES):
        if parts := way.fullmatch(written):
            longer = max(parts["one"], parts["other"], key=len)
            names = way is not _TWO_NAMES or min(counted.get(one, 0) for one in parts.groups()) >= _USUAL
            if names and (counted.get(longer, 0) > 1 or longer.lower() in words_of_the_field()):
                return f"{parts['one']} {parts['other']}"
    return ""
