"""Other ways to define that agreements have: bare brackets, a colon, several terms at once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument.places import Place
from clausekit.checks.words import Words
from clausekit.reading import Passage

_CAPITALS = r"[A-Z][\w’'&-]*(?: (?:(?:of|and|for) (?:the )?)?[A-Z][\w’'&-]*){0,5}"
_TOGETHER = r"(?:together|collectively|jointly|each),? "
_BRACKET = re.compile(
    rf"(?<=[\w)] )\((?P<article>(?:{_TOGETHER}(?:the |an? )?|(?:the|an?) ))?"
    rf"(?P<term>\d{{4}} (?:Act|Regulations)|{_CAPITALS})\)"
)
_ENDS_PARTY = re.compile(r"(?=[.;,]|$| and\b| \()")
_REFERENCE_BEFORE = re.compile(
    r"\b(?:clause|paragraph|section|regulation|article|schedule|annex|appendix|part)s? [\w.()]+ $",
    re.IGNORECASE,
)
_SHORT = r"(?: \([A-Z][A-Za-z]{1,9}\))?"
_DASH = re.compile(rf"[“\"](?P<term>{_CAPITALS})[”\"]{_SHORT} [–—-] (?=\S)")
_COLON = re.compile(
    rf"(?P<stop>[.;] )?[“\"]?(?P<term>{_CAPITALS})(?:[”\"]?{_SHORT}:\s|[”\"]{_SHORT} [–—-] )(?=\S)"
)
_OPPOSITE = re.compile(
    r"[“\"](?P<term>[A-Z0-9][^“”\"]{1,80})[”\"](?:[ \u00a0]\([^()]{1,60}\))?\s+(?!and\b|or\b)(?=[\w£])"
)
"""The meaning stands opposite the term, with no verb between them: “Regulations” the Regulations of 2000."""
_ROLE = re.compile(
    r"(?:The )?(?P<term>Provider|Commissioner|Council|Trust|Supplier|Customer|Funder|Recipient|Client"
    r"|Purchaser|Contractor|Host|Authority)[ ]?:(?:\s+(?=[A-Z])|$)"
)
_REFERRED_TO = re.compile(
    rf"\b[Rr]eferences? to (?:an? |the |any )?(?P<term>{_CAPITALS}) (?:is|are|shall be)"
    r" (?:(?:an? )?references? )?(?:to|construed)\b"
)
_LIST_OF_TERMS = re.compile(
    r"\b(?:definition|definitions|interpretation|glossary|defined terms|meanings?)\b", re.IGNORECASE
)
_ONE = r"(?:[“\"][^“”\"]{1,60}[”\"]|[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,4})"
_SEVERAL = re.compile(
    rf"(?P<terms>(?:{_ONE}(?:, (?:and |or )?| and | or )){{1,12}}{_ONE})"
    r"(?:,? (?:shall )?(?:each |all )?have the (?:same |respective )?meanings?\b"
    r"|: (?=as defined|(?:has|have|with) the))"
)
_GIVES_MEANINGS = re.compile(r"meaning|: as defined|: (?:has|have|with) the")
_EACH = re.compile(_ONE)


def in_bare_brackets(passage: Passage, *, in_parties: bool) -> Iterator[Words]:
    """Yield the terms that brackets without quotes define: after an article, in bold, or last after a party.

    "Westmarch County Council (the Council)". The title after a reference, "clause 4 (the Fund)", is none.
    """
    for match in _BRACKET.finditer(passage.text, passage.typed):
        words = Words(passage, match.start("term"), match.end("term"))
        names_party = in_parties and _ENDS_PARTY.match(passage.text, match.end())
        if not (match["article"] or _is_bold(words) or names_party):
            continue
        if not _REFERENCE_BEFORE.search(passage.text, max(passage.typed, match.start() - 20), match.start()):
            yield words.part(words.start + 4, words.end) if words.text.startswith("THE ") else words


def before_marks(place: Place) -> Iterator[Words]:
    """Yield the terms that a line defines with a mark: “Equipment” – aids; in a list also "Equipment: aids".

    Where a text has lost its lines, several of them run on in one paragraph.
    """
    if place.role != "text":
        return
    passage = place.passage
    in_list = _LIST_OF_TERMS.search(place.heading)
    opposite = _OPPOSITE.match(passage.text, passage.typed) if in_list and not passage.term else None
    if opposite:
        yield Words(passage, opposite.start("term"), opposite.end("term"))
        return
    for match in (_COLON if in_list else _DASH).finditer(passage.text, passage.typed):
        if match.start() == passage.typed or (in_list and match["stop"]):
            yield Words(passage, match.start("term"), match.end("term"))


def party_role(passage: Passage) -> Words | None:
    """Return the word for a party that a line of the cover gives it: "Provider: Dale Hospice"."""
    found = _ROLE.match(passage.text)
    return Words(passage, found.start("term"), found.end("term")) if found else None


def referred_to(passage: Passage) -> Iterator[Words]:
    """Yield the terms whose use a sentence explains: "a reference to a Partner is to either of them"."""
    for match in _REFERRED_TO.finditer(passage.text, passage.typed):
        yield Words(passage, match.start("term"), match.end("term"))


def _is_bold(words: Words) -> bool:
    spans = [one for one in words.passage.spans if one.start < words.end and words.start < one.end]
    return all(one.look.bold for one in spans) and not all(one.look.bold for one in words.passage.spans)


def several_at_once(passage: Passage) -> Iterator[tuple[Words, Words]]:
    """Yield the terms that one sentence gives meanings, each with what it says of them.

    "Controller, Processor and Personal Data have the meanings given in the 2018 Act."
    """
    if not _GIVES_MEANINGS.search(passage.text):
        return
    for match in _SEVERAL.finditer(passage.text, passage.typed):
        meaning = Words(passage, match.end(), len(passage.text))
        for one in _EACH.finditer(passage.text, match.start("terms"), match.end("terms")):
            start, end = one.span()
            quoted = passage.text[start] in '“"'
            yield Words(passage, start + quoted, end - quoted), meaning
