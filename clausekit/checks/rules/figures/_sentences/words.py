"""Bare words of a text, so that two texts can be compared by what they name."""

from __future__ import annotations

from functools import lru_cache

from clausekit.checks.rules._shared.terms import stem
from clausekit.patterns import pattern

_WORD = pattern(r"[\w/£%]+(?:[-’'][a-z]+)*")
_POSSESSIVE = pattern(r"[’']s?\b|(?<=s)[’']")
_EMPTY = pattern(
    r"the|an?|of|for|to|in|shall|be|is|are|and|will|its|this|that|by|under|on|at|as|it|their|with|from|or|any"
    r"|which|such|all|other"
)
_REMEMBERED = 2**14
"""As many texts are remembered: the same one is compared with many tables."""


@lru_cache(_REMEMBERED)
def plain(text: str) -> str:
    """Return the bare words of a text in small letters and in the singular, without possessive endings.

    >>> plain("The Council’s grants to carers (2026/27)")
    'the council grant to carer 2026/27'
    """
    words = _WORD.findall(_POSSESSIVE.sub("", text.lower()))
    return " ".join(part for word in words for part in map(stem, word.split("-")))


def padded(text: str) -> str:
    """Return the bare words with a blank before and after, so that a whole word can be looked for."""
    return f" {plain(text)} "


@lru_cache(_REMEMBERED)
def content(text: str) -> frozenset[str]:
    """Return the words of a text that name something."""
    return frozenset(word for word in plain(text).split() if not _EMPTY.fullmatch(word))
