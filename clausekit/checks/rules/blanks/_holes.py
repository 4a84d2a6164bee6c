"""Holes in a sentence where a name or a number is missing, with no sign in its place: "is  per cent"."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Role
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_UNITS = r"(?:(?i:working |business |calendar |clear )?(?i:days|weeks|months|years|hours|minutes)|per cent)\b"
_MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?= (?:in|of|two thousand)\b| ?(?:19|20)\d\d)"
)
_BEFORE_A_SHARE = ("is", "by", "at", "than", "exceed", "exceeds", "pays", "bears")
_BEFORE_A_PERIOD = ("least", "notice of", "less than", "more than", "exceed", "every")
_TIMES = ("day", "week", "month", "year", "hour", "minute", "working", "business", "calendar", "clear")
_HOLES = (
    (pattern(r"\bfrom[ ]+to(?=[ ]+(?:\d|31st|the\b))"), ("from to ", "from  to ")),
    (
        pattern(rf"\b(?:{'|'.join(_BEFORE_A_SHARE)})[ ]{{1,4}}per cent\b"),
        tuple(f"{word}{gap}per cent" for word in _BEFORE_A_SHARE for gap in (" ", "  ")),
    ),
    (
        pattern(rf"\b(?:least|[Nn]otice of|less than|more than|exceed|every)[ ]{{1,8}}{_UNITS}"),
        tuple(f"{word} {time}" for word in _BEFORE_A_PERIOD for time in _TIMES),
    ),
    (
        pattern(
            r"\b(?:[Ww]ithin|(?:later|fewer|longer|earlier) than|up to|after)[ ]{1,8}"
            r"(?i:working|business|calendar|clear)[ ][Dd]ays?[’']?"
            r"(?=[ ](?:of|after|from|before|following|prior|notice)\b|[.,;])"
        ),
        tuple(f"{word} day" for word in ("working", "business", "calendar", "clear")),
    ),
    (
        pattern(r"\bperiod of[ ](?:days|weeks|months|years)(?=[ ](?:from|beginning|commencing|starting)\b)"),
        ("period of ",),
    ),
    (
        pattern(
            r"\b(?:on|by|giving|least)[ ](?:days|weeks|months)[’'](?=[ ](?:(?:prior|written) )*notice\b)"
        ),
        ("days", "weeks", "months"),
    ),
    (
        pattern(rf"\b(?:within|period of|for)[ ]{{2,8}}{_UNITS}"),
        ("within  ", "period of  ", "for  "),
    ),
    (pattern(r"\b(?:is|at|of|by)[ ]{1,4},(?=[ ][A-Z])"), ("is ,", "at ,", "of ,", "by ,")),
    (
        pattern(rf"\b(?:the|this)[ .]+day of[ .]+(?:{_MONTHS} ?)?(?=(?:19|20)\d\d\b|two thousand\b)"),
        ("day of ", "day of."),
    ),
    (pattern(r"^\s*(?:DATED|Dated?:?)[ ]+(?=(?:19|20)\d\d\s*$)"), ("dated", "date")),
    (
        pattern(
            r"(?<=[a-z] )(?<!yes )(?<!no )(?<!male )(?<!box )\([ _.]{1,12}\)(?=[ ](?!yes\b|no\b|not\b)[a-z])"
        ),
        ("( ", "(_", "(."),
    ),
    (pattern(r"(?<![\w.])(?:19|20)\d?\[[\d ●•_.]{0,2}\]"), ("19[", "20[", "0[", "1[", "2[")),
)
_NO_DAY = pattern(
    r"\b(?i:made|dated|signed|executed|entered into) (?i:on|as of)(?: the)?[ ]+"
    r"(?=(?:19|20)\d\d\b(?![/–-]\d))"
)
"""A date without its day and month, in the first words of an agreement, too: "is made on 2026"."""
_ROLES: tuple[Role, ...] = ("text", "cell", "note", "cover")


def holes(instrument: Instrument) -> Iterator[Words]:
    """Yield the words around each hole in the running text, in cells and on the cover."""
    yield from (
        words for words, _ in instrument.search(_NO_DAY, *_ROLES, "heading", signs=(" on ", " as of "))
    )
    for hole, signs in _HOLES:
        yield from (words for words, _ in instrument.search(hole, *_ROLES, signs=signs))
