"""What rules on terms share: which definitions are listed, and words by their stems."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.definitions import Definition
from clausekit.checks.rules._shared.term_words import MASS
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_DETERMINER = pattern(
    r"\b(?:the|an?|any|all|only|no|each|every|its|this|that|these|those|such|their|first|last|next"
    r"|one|two|three|four|five|six|seven|ten|fifteen|twenty"
    r"|(?<![Ss]ection )(?<![Cc]lause )(?<![/.\d-])\d{1,3})[ \u00a0\n](?:(?:relevant|applicable|appropriate"
    r"|respective|said|duly|then|current|new)[ \u00a0\n])?$",
    re.IGNORECASE,
)
_MIDDLE = pattern(r"\b[a-z]+[ \u00a0\n]$")
_WORD = pattern(r"[\w’']+")
_POSSESSIVE = pattern(r"[’']s?$")


def is_listed(definition: Definition) -> bool:
    """Tell whether a definition stands in a list or table of them."""
    return definition.kind in ("entry", "table")


def listed(instrument: Instrument) -> list[Definition]:
    """Return the definitions that stand in lists or tables."""
    return [one for one in instrument.definitions if is_listed(one)]


def is_defined_once(definition: Definition, instrument: Instrument) -> bool:
    """Tell whether no other definition is of the same term."""
    return instrument.once(_times_defined)[definition.term] == 1


def _times_defined(instrument: Instrument) -> Counter[str]:
    return Counter(one.term for one in instrument.definitions)


def follows_a_determiner(words: Words) -> bool:
    """Tell whether words are spoken of as a thing: "the Fund", "each Return"."""
    return _DETERMINER.search(words.shortly_before(30)) is not None


def is_spoken_of(words: Words) -> bool:
    """Tell whether words are spoken of as things: after a determiner, or in the plural within a sentence."""
    if follows_a_determiner(words):
        return True
    last = words.text.split()[-1].lower()
    return (last in MASS or last != stem(last)) and bool(_MIDDLE.search(words.shortly_before(20)))


@cache
def stem(word: str) -> str:
    """Return a word in small letters and the singular.

    >>> [stem(word) for word in ("Services", "Parties", "Losses", "Business", "Partner’s", "Premises")]
    ['service', 'party', 'loss', 'business', 'partner', 'premises']
    """
    word = _POSSESSIVE.sub("", word.lower())
    if word == "premises":
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def words_of(phrase: str) -> list[str]:
    """Return the words of a phrase; a hyphen parts words."""
    return _WORD.findall(phrase)


def stems(words: str) -> tuple[str, ...]:
    """Return the stems of some words; a hyphen parts words."""
    return tuple(stem(word) for word in words_of(words))


def is_quoted(words: Words) -> bool:
    """Tell whether words stand in quotes."""
    return words.shortly_before(1).endswith(("“", "‘", '"', "'"))
