"""Portions of a whole as sentences give them: "60%", "sixty per cent (60%)", "two thirds", "one half"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage
from clausekit.recognition.amounts import NUMBER_WORDS, number_of

_S = r"[ \u00a0]"
_PER_CENT = rf"{_S}?(?:%|per{_S}?cent\b(?:\.(?=,|{_S}[a-z]))?)"
_FIGURES = r"\d{1,3}(?:\.\d{1,4})?"
_PARTS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "twelfth": 12,
}
_OF_SO_MANY = "|".join(_PARTS)
_PORTION = pattern(
    rf"(?<![\w.,/:£-])(?:(?P<figures>{_FIGURES}){_PER_CENT}(?:{_S}\([a-z -]{{3,40}}per{_S}?cent\))?"
    rf"|(?P<words>{NUMBER_WORDS})(?:{_S}point{_S}(?P<point>[a-z]+))?{_PER_CENT}"
    rf"(?:{_S}\({_FIGURES}{_PER_CENT}\))?"
    rf"|(?P<count>a|one|two|three|four|five|seven|nine|eleven|(?:six|eight|ten)(?=[ -](?:s|e|n|te|tw))"
    rf"|[1-9])[ -](?P<part>{_OF_SO_MANY})s?\b(?![ -]part(?:y|ies)\b)"
    r"|(?P<half>half\b(?![ -](?:years?|a)\b))|(?P<top>[1-9])/(?P<bottom>[2-9]|10|12)(?![\w/]))",
    re.IGNORECASE,
)
_SIGNS = ("%", "cent", *_PARTS)
_RATIO = pattern(r"\d ?[:/–-] ?\d")
_HUNDRED = 100


class Portion(NamedTuple):
    """A part of a whole: ``value`` is 1 for all of it; ``unit`` is the last place of a percentage."""

    at: Words
    value: Fraction
    unit: Fraction
    is_percentage: bool


def with_portions(instrument: Instrument) -> frozenset[Passage]:
    """Return the passages in which it is worth while to look for portions, or for ratios."""
    return instrument.once(_with_portions)


def _with_portions(instrument: Instrument) -> frozenset[Passage]:
    return frozenset(
        place.passage
        for place in instrument.places
        if place.role in ("text", "cell", "note") and _may_have_some(place.passage.text.lower())
    )


def _may_have_some(text: str) -> bool:
    return any(sign in text for sign in _SIGNS) or _RATIO.search(text) is not None


def portions_in(passage: Passage, start: int, end: int) -> Iterator[Portion]:
    """Yield the portions that stand between two places of a passage."""
    for match in _PORTION.finditer(passage.text, start, end):
        value = _value(match)
        if value is not None:
            decimals = len((match["figures"] or "").partition(".")[2])
            unit = Fraction(1, _HUNDRED * 10**decimals)
            at = Words(passage, match.start(), match.end())
            yield Portion(at, value, unit, bool(match["figures"] or match["words"]))


def _value(match: re.Match[str]) -> Fraction | None:
    if match["figures"]:
        return Fraction(match["figures"]) / _HUNDRED
    if match["words"]:
        whole = number_of(match["words"])
        tenths = number_of(match["point"]) if match["point"] else 0
        return None if whole is None or tenths is None else (whole + Fraction(tenths, 10)) / _HUNDRED
    if match["half"]:
        return Fraction(1, 2)
    if match["top"]:
        return Fraction(int(match["top"]), int(match["bottom"]))
    count = 1 if match["count"].lower() == "a" else int(match["count"]) if match["count"].isdecimal() else 0
    return Fraction(count or number_of(match["count"]) or 1, _PARTS[match["part"].lower()])
