"""Law that a text cites: Acts, Regulations, Orders and Rules by name and year, instruments by number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from clausekit.patterns import pattern

_END = pattern(
    r"\b(?P<kind>Act|Regulations?|Order|Rules|Measure|Directions?)(?:[ \u00a0]\((?:[^()]{2,60})\))?"
    r"[ \u00a0](?P<year>(?:1[5-9]|20)\d\d)\b(?!/)(?:,?[ \u00a0]\(?No\.?[ \u00a0]?\d{1,4}\)?)?"
)
_NUMBERED = pattern(
    r"\bS\.?I\.?[ \u00a0](?:No\.?[ \u00a0])?(?P<si>(?:19|20)\d\d/\d{1,4})\b"
    r"|\b(?P<eu>(?:Regulation|Directive)[ \u00a0](?:\((?:EU|EC|EEC)\)[ \u00a0])?(?:No\.?[ \u00a0])?"
    r"(?:\d{2,4}/\d{1,4})(?:/E[UC]C?)?)"
)
_WORD_OF_TITLE = pattern(
    r"(?:(?P<capital>[A-Z][\w’'-]*,?|\([A-Z][^()]{0,130}\))"
    r"|and|of|for|to|in|by|at|the|on|etc\.?,?|&)[ \u00a0]"
)
_OPENED = pattern(r"[\[(“‘\"](?P<word>[A-Z][\w’'-]*,?[ \u00a0])")
"""The first word of a title after the bracket or the quotation mark in which it stands."""
_LINK = pattern(r"(?<!\band[ \u00a0])\b(?:of|for|to|in|by|on)[ \u00a0]$")
_NO_TITLES = frozenset(
    ("The", "Under", "In", "Of", "By", "Section", "Sections", "Schedule", "Part", "Chapter", "Article", "See")
)
_ROMAN = pattern(r"[IVX]+")
_LONGEST_TITLE = 240
_LONGEST_WORD = 140
_PROVISION = pattern(
    r"(?P<kind>[Ss]ection|[Ss]chedule|[Rr]egulation|[Aa]rticle|[Pp]art|[Pp]aragraph|[Cc]hapter|s|ss|reg)s?\.?"
    r"[ \u00a0](?P<number>\d[\w.()]*(?:(?:,[ ]|[ ](?:and|to|or)[ ])\d[\w.()]*)*)"
    r"[ \u00a0](?:of|to)[ \u00a0](?:the[ \u00a0])?$"
)


class Citation(NamedTuple):
    """A piece of law cited at ``start`` to ``end``: "National Health Service Act 2006".

    ``name`` is all of it, ``kind`` "Act", "Regulations" and so on, "SI" or "EU"; ``year`` is 0 where the
    citation is by number. ``provision`` is what of it is cited, "section 75".
    """

    start: int
    end: int
    name: str
    kind: str
    year: int = 0
    provision: str = ""


def citations(text: str, start: int = 0) -> Iterator[Citation]:
    """Yield the law cited in a text, in order.

    >>> [(one.name, one.provision) for one in citations("under section 75 of the Care Act 2014")]
    [('Care Act 2014', 'section 75')]
    """
    found = [*_by_title(text, start), *_by_number(text, start)]
    yield from sorted(found, key=lambda one: one.start)


def _by_title(text: str, start: int) -> Iterator[Citation]:
    floor = start
    for match in _END.finditer(text, start):
        begin = _begin(text, match.start(), floor)
        if begin < match.start():
            before = _PROVISION.search(text[max(floor, begin - 60) : begin])
            provision = f"{before['kind'].lower()} {before['number']}" if before else ""
            kind = match["kind"]
            yield Citation(begin, match.end(), text[begin : match.end()], kind, int(match["year"]), provision)
        floor = match.end()


def _by_number(text: str, start: int) -> Iterator[Citation]:
    for match in _NUMBERED.finditer(text, start):
        yield Citation(match.start(), match.end(), match[0], "SI" if match["si"] else "EU")


def _begin(text: str, end: int, floor: int) -> int:
    """Return where the title begins that ends with an "Act" at ``end``: words with capitals before it."""
    begin = position = end
    while position > floor and end - position < _LONGEST_TITLE:
        word = _last_word(text, position, floor)
        match = _WORD_OF_TITLE.fullmatch(word)
        if match is None:
            first = _OPENED.fullmatch(word)
            return position - len(first["word"]) if first else begin
        if word.strip() == "the" and not _LINK.search(text[max(floor, position - 14) : position - len(word)]):
            break
        position -= len(word)
        if match["capital"] and match["capital"] not in _NO_TITLES and not _ROMAN.fullmatch(match["capital"]):
            begin = position
    return begin


def _last_word(text: str, end: int, floor: int) -> str:
    """Return the word before ``end`` with the blank after it; what stands in brackets is one word."""
    tail = text[max(floor, end - _LONGEST_WORD) : end]
    if tail.endswith((") ", ")\u00a0")) and "(" in tail:
        return tail[tail.rindex("(") :]
    bare = tail.rstrip(" \u00a0")
    return tail[max(bare.rfind(" "), bare.rfind("\u00a0"), bare.rfind("\t"), bare.rfind("\n")) + 1 :]
