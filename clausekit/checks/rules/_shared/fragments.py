"""Pieces of a printed page that are no paragraphs, as the extraction of text from a page leaves them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from clausekit.patterns import pattern
from clausekit.reading import Passage

_PRINTED = pattern(r"(?<![\w.(])(\d{1,3}(?:\.\d{1,3})+)[.)]?\s+[A-Z“\"(\[]")
_REFERS = pattern(
    r"(?:\b(?:clauses?|paragraphs?|sections?|schedules?|articles?|regulations?|rules?|conditions?|orders?"
    r"|and|or|to|of|under|in)|,)\s*$",
    re.IGNORECASE,
)
_LONGEST_WORD = 16
_ENDED = pattern(r"[.;:,?!][”’\")\]]*\s*$|\b(?:and|or)\s*$")


def may_be_fragment(passage: Passage) -> bool:
    """Tell whether a paragraph of a text may be a piece of one, or of a table printed as lines."""
    if passage.doubtful:
        return True
    return passage.line > 0 and not passage.number and not passage.term and not _ENDED.search(passage.text)


def numbers_printed_in(passages: Iterable[Passage]) -> set[str]:
    """Return the numbers such as 2.1 that stand before words inside of paragraphs, or at their beginning."""
    return {
        match[1]
        for passage in passages
        for match in _PRINTED.finditer(passage.text)
        if not _REFERS.search(passage.text, max(0, match.start() - _LONGEST_WORD), match.start())
    }


def is_printed_in(passages: list[Passage], number: str) -> bool:
    """Tell whether a number stands inside a paragraph, so that what it begins was joined to what is before.

    "Term 2.1 The" has the number 2.1, "Scheme 2 – Reablement" the number 2; "under clause 2.1 The" has none.
    """
    first = "A-Za-z" if "(" in number or number.count(".") > 1 else "A-Z"
    printed = re.compile(
        r"(?:[.;:)”]|\b(?!(?:clauses?|paragraphs?|sections?|schedules?|and|or|to|of|under|in)\b)[A-Za-z]+)"
        rf"\s+{re.escape(number)}[.):]?\s+(?:[–—-]\s+)?[{first}“\"(\[]|[.;:]\s+{re.escape(number)}[.)]?$"
    )
    begins = re.compile(rf"{re.escape(number)}[.)]?\s+[A-Za-z“\"(\[]")
    return any(begins.match(one.text) or printed.search(one.text) for one in passages)
