"""Public bodies that are said to rely on legitimate interests, which the UK GDPR does not leave them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, hit
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_INTERESTS = pattern(r"\b6\(1\)\(f\)")
_PUBLIC_BODY = pattern(
    r"(?:the |each |every |all )?(?:[\w’-]+ ){0,4}?(?:Councils?|ICBs?|Integrated Care Boards?|NHS England"
    r"|(?:Hospital|NHS|Foundation)(?: Foundation)? Trusts?|Police|Constabulary|Local Authorit(?:y|ies)"
    r"|Public Authorit(?:y|ies))(?: [\w’-]+){0,2}",
    re.IGNORECASE,
)
_RELIES = pattern(
    r"\b(?:Councils?|ICBs?|(?:NHS|Hospital|Foundation) Trusts?|Police|public authorit(?:y|ies))"
    r" (?:shall |will |may |each |both )?(?:rel(?:y|ies) on|(?:process(?:es)?|shares?)[^.;]{0,60} under"
    r"|acts? under)(?: (?:the|lawful basis|basis of|legitimate interests|in|under|of|\(?Article))* \(?$",
)
_OTHER = pattern(
    r"\b(?:not|cannot|except|unless|other than|outside|employ|commercial|staff|marketing|voluntary|charity"
    r"|never|no longer|alumni|friends)",
    re.IGNORECASE,
)
_FARTHEST = 120
_REMEDY = "Look up Article 6(1)(e), tasks in the public interest, or 6(1)(c), legal obligations."


def public_bodies_with_interests(instrument: Instrument) -> Iterator[Hit]:
    """Yield hits on Article 6(1)(f) in the row of a public body in a table, and where one relies on it."""
    heads = _heads_of_cells(instrument)
    for words, _ in instrument.search(_INTERESTS, "text", "cell", "note", signs=("6(1)(f)",)):
        passage = words.passage
        sentence = instrument.sentence_of(words).text
        if _OTHER.search(sentence):
            continue
        head = heads.get(id(passage), "")
        if _PUBLIC_BODY.fullmatch(head) or _RELIES.search(words.shortly_before(_FARTHEST)):
            yield _told(words)


def _heads_of_cells(instrument: Instrument) -> dict[int, str]:
    """Return the first cell of the row of each passage that stands in a table."""
    return {
        id(cell.words.passage): row[0].text
        for grid in instrument.grids
        for row in grid.rows
        if row and row[0]
        for cell in row[1:]
        if cell and cell.words
    }


def _told(words: Words) -> Hit:
    return hit(
        words,
        f"“{words.text}”, legitimate interests, is not open to a public authority in the performance of its"
        " tasks.",
        _REMEDY,
        confidence="likely",
    )
