"""Holes in a sentence where a name or a number is missing, with no sign in its place: "is  per cent"."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_UNITS = r"(?:(?:working |business |calendar |clear )?(?:days|weeks|months|years|hours|minutes)|per cent)\b"
_MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?= (?:in|of)\b| ?(?:19|20)\d\d)"
)
_HOLE = pattern(
    r"\bfrom[ ]+to(?=[ ]+(?:\d|31st|the\b))"
    r"|\b(?:is|by|at|than|exceeds?|pays?|bears?)[ ]{1,4}per cent\b"
    rf"|\b(?:least|[Nn]otice of|less than|more than|exceed|every)[ ]{{1,8}}{_UNITS}"
    rf"|\b(?:within|period of|for)[ ]{{2,8}}{_UNITS}"
    r"|\b(?:is|at|of|by)[ ]{1,4},(?=[ ][A-Z])"
    rf"|\b(?:the|this)[ .]+day of[ .]+(?:{_MONTHS} ?)?(?=(?:19|20)\d\d\b)"
    r"|(?<=[a-z] )(?<!yes )(?<!no )(?<!male )(?<!box )\([ _.]{1,12}\)(?=[ ](?!yes\b|no\b|not\b)[a-z])"
    r"|(?<![\w.])(?:19|20)\d?\[[\d ●•_.]{0,2}\]"
)
_SIGNS = (
    "from ", "per cent", "days", "weeks", "months", "years", "hours", "minutes", " ,", "day of", "( ",
    "(_", "(.", "[",
)  # fmt: skip


def holes(instrument: Instrument) -> Iterator[Words]:
    """Yield the words around each hole in the running text and in cells."""
    for words, _ in instrument.search(_HOLE, "text", "cell", "note", signs=_SIGNS):
        yield words
