"""Sentences: running text cut where it ends one."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage

_END = pattern(r"[.?!][”’\")\]]*(?=[ \u00a0\n\t]+[“‘\"'(\[]?[A-Z0-9])|\n")
_ABBREVIATION = pattern(
    r"(?:(?<!\w)(?:No|Nos|s|ss|reg|regs|para|paras|art|cl|Sch|Ltd|plc|Inc|Co|St|Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Ref|Tel|vs?|cf|al"
    r"|approx|Fig|[Vv]ol|pp?|ed|eds|etc|e\.g|i\.e|ie|eg|[A-Z]|viz))\.$"
)
_REFERENCE = pattern(
    r"\b(?:[Ss]chedules?|[Cc]lauses?|[Pp]aragraphs?|[Ss]ections?|[Aa]nnexe?|[Aa]ppendix|[Pp]art|[Tt]able"
    r"|[Yy]ears?|[Qq]uarters?|[Pp]hases?|[Ss]tages?|[Bb]ands?|[Ll]evels?|[Tt]iers?|[Gg]rades?|[Ss]chemes?"
    r"|[Ll]ots?)"
    r"[ \u00a0]\d{1,3}(?:\.\d{1,3})*\.$"
)
"""A number with which a sentence ends, because it refers to a provision: "as set out in Schedule 3."."""
_CLAUSE_NUMBER = pattern(r"(?:^|[ \u00a0])\(?\d{1,3}(?:\.\d{1,3})*\.$")


def sentences_of(passage: Passage) -> Iterator[Words]:
    """Yield the sentences of a passage; an item of a list or a fragment is one too.

    An abbreviation ends none ("Trustees Ltd. of", "s. 75", "e.g. Each"), nor does a number with its stop,
    unless it is one that the sentence refers to.
    """
    text = passage.text
    start = passage.typed
    for match in _END.finditer(text, start):
        before = text[max(start, match.start() - 24) : match.start() + 1]
        numbers = _CLAUSE_NUMBER.search(before) and not _REFERENCE.search(before)
        if match[0] != "\n" and (_ABBREVIATION.search(before) or numbers):
            continue
        yield from _trimmed(passage, start, match.end())
        start = match.end()
    yield from _trimmed(passage, start, len(text))


def _trimmed(passage: Passage, start: int, end: int) -> Iterator[Words]:
    words = passage.text[start:end]
    if stripped := words.strip():
        begin = start + len(words) - len(words.lstrip())
        yield Words(passage, begin, begin + len(stripped))
