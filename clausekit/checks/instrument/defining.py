"""Other ways to define: bare brackets, words that name those who were listed, several terms at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clausekit.checks.instrument.places import Place
from clausekit.checks.instrument.terms_quoted import BEGINS, CALLED_BEFORE, IS_BEFORE
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage

_CAPITALS = r"[A-Z][\w’'&-]*(?: (?:(?:of|and|for) (?:the )?)?[A-Z][\w’'&-]*){0,5}"
_TOGETHER = r"(?:together|collectively|jointly|each),? "
_BRACKET = pattern(
    rf"(?<=[\w)] )\((?P<article>(?:{_TOGETHER}(?:the |an? )?|(?:the|an?|its|their|our) ))?"
    rf"(?P<term>\d{{4}} (?:Act|Regulations)|{_CAPITALS})\)"
    r"(?! (?i:limited|ltd|plc|llp|cic)\b)"
)
_NAME_IN_BRACKETS = pattern(
    r"(?<=[\w)] )\((?P<term>[A-Z][\w’'&-]*(?: (?:of |and |for )?[A-Z][\w’'&-]*){1,4})\)"
)
_BEFORE_NAME = pattern(r"\b(?:[Tt]he|[Aa]ny|[Aa]ll|[Ss]uch|[Ii]ts|[Tt]heir|[Nn]o) \Z")
_LONGEST_BEFORE_NAME = len("Their ")
_ENDS_WORD = pattern(r"\b")
_ENDS_PARTY = pattern(r"(?=[.;,]|$| and\b| \()")
_REFERENCE_BEFORE = pattern(
    r"\b(?:clause|paragraph|section|regulation|article|schedule|annex|appendix|part)s? [\w.()]+ $",
    re.IGNORECASE,
)
_ROLE = pattern(
    r"(?:The )?(?P<term>Provider|Commissioner|Council|Trust|Supplier|Customer|Funder|Recipient|Client"
    r"|Purchaser|Contractor|Host|Authority)[ ]?:(?:\s+(?=[A-Z])|$)"
)
_REFERRED_TO = pattern(
    rf"\b[Rr]eferences? to (?:an? |the |any )?[“\"]?(?P<term>{_CAPITALS})[”\"]? (?:is|are|shall be)"
    r" (?:(?:an? )?references? )?(?:to|construed)\b"
)
_CALLED = pattern(
    rf"\b(?:[Ee]ach (?:of (?:them|us) |one )?is (?:called )?an?"
    r"|[Tt]ogether (?:they|we) are (?:called )?the|are (?:together|collectively|jointly) (?:called )?the"
    r"|(?:who|which|they|we) are (?:(?:here|together|collectively|jointly) )?"
    r"(?:called|known as|referred to as) (?:together |collectively )?the)"
    rf" (?P<term>{_CAPITALS})(?=[.,;:]| and\b|$)"
)
"""Plain words that name those who were just listed: "each of them is a Partner"."""
_IS = r"(?:is|are) (?:the|an?|any|every|each|all|those)\b"
_IN_THIS_IS = pattern(
    r"(?:^|(?<=[.;] )|(?<=\t))In (?:this|these) [A-Za-z][\w ]{2,30}?,? an? "
    rf"(?P<term>{_CAPITALS}) {_IS}"
)
_AND_ANOTHER_IS = pattern(rf"(?:,|;) and an? (?P<term>{_CAPITALS}) {_IS}")
"""How a sentence goes on that explains a term: "In this Plan a Day is any day, and a Week is seven"."""
_WHATEVER_IS = pattern(
    r"(?:^|(?<=[.;] )|(?<=\t))(?:An?|Any|Every|Each) [a-z][^.;:]{10,200}? (?:is|counts as|shall be) an? "
    rf"(?P<term>{_CAPITALS})(?=[.;]|$)"
)
"""A sentence that ends with what it explains: "A day on which the office is open is a Service Day"."""
_EACH_AND_ALL = pattern(
    rf"\b[Ee]ach (?:of them )?(?:being )?an? (?P<one>{_CAPITALS}),? and (?:together|collectively|jointly)"
    rf" (?:being )?the (?P<all>{_CAPITALS})(?=[.,;)]|$)"
)
"""Plain words below the parties that name them: "each a Partner and together the Partners"."""
_NAMING = (
    "ach is a", "ach of them is", "ach of us is", "ach one is", "ogether", "ollectively", "ointly",
    "called", "known as", "referred to as",
)  # fmt: skip
"""What stands in whatever those who were listed are named with."""
_AMOUNT_BEFORE = pattern(r"(?:£[\d,.]+[kKmM]?|\d%|\d,\d{3}|\bper cent) $")
_ONE = r"(?:[“\"][^“”\"]{1,60}[”\"]|[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|\d{1,3})){0,4})"
_SEVERAL = pattern(
    rf"(?P<terms>(?:{_ONE}(?:, (?:and |or )?| and | or )){{1,12}}(?:{_ONE}|[a-z]+))"
    r"(?:,? (?:shall )?(?:each |all )?(?:has|have|bear|takes?) (?:in (?:this|the) \w+ )?"
    r"the (?:same |respective )?meanings?\b"
    r"|: (?=as defined|(?:each |all )?(?:has|have|bear|with) the))"
)
_GIVES_MEANINGS = pattern(r"meaning|: as defined|: (?:each |all )?(?:has|have|with) the")
_IN_THIS = pattern(r" in (?:this|the) ")
"""What is said of terms to which another agreement gives a meaning: "have in this Deed the meanings"."""
_EACH = pattern(_ONE)


_SET_UP_BEFORE = pattern(
    r"\b(?:[Ss]ets? up|[Ee]stablish(?:es)?|[Aa]ppoints?|[Ff]orms?|[Cc]reates?|[Mm]aintains?|[Kk]eeps?)"
    r" (?:an?|the) $"
)
_IS_A = pattern(r"[ \u00a0](?:is|are)[ \u00a0](?:the|an?|any|those|what)\b")
_LONGEST_BEFORE_BOLD = 40
_LONGEST_BEFORE_BRACKET = 100


def in_bare_brackets(passage: Passage, *, in_parties: bool) -> Iterator[Words]:
    """Yield the terms that brackets without quotes define: after an article, in bold, or last after a party.

    "Westmarch County Council (the Council)". The title after a reference, "clause 4 (the Fund)", is none, nor
    is who bears a sum: "£400 (the Council)".
    """
    if "(" not in passage.text:
        return
    for match in _BRACKET.finditer(passage.text, passage.typed):
        words = Words(passage, match.start("term"), match.end("term"))
        names_party = in_parties and _ENDS_PARTY.match(passage.text, match.end())
        if not (match["article"] or _is_bold(words) or names_party):
            continue
        if _AMOUNT_BEFORE.search(passage.text, max(passage.typed, match.start() - 20), match.start()):
            continue
        refers = _REFERENCE_BEFORE.search(passage.text, max(passage.typed, match.start() - 20), match.start())
        if not refers or _was_said(words):
            yield words.part(words.start + 4, words.end) if words.text.startswith("THE ") else words


def _was_said(words: Words) -> bool:
    """Tell whether what a term stands for was just said: "the plans listed in Annex A (the Plans)"."""
    return f" {words.text.lower()} " in words.shortly_before(_LONGEST_BEFORE_BRACKET)


def named_in_brackets(places: Sequence[Place]) -> dict[Passage, list[Words]]:
    """Return the names of several words that stand in brackets with neither quotes nor an article, and that
    the text then speaks of: "by an agreement dated 28 March 2024 (Principal Agreement)"."""
    found = [
        Words(place.passage, match.start("term"), match.end("term"))
        for place in places
        if place.role == "text" and "(" in place.passage.text
        for match in _NAME_IN_BRACKETS.finditer(place.passage.text, place.passage.typed)
        if not _REFERENCE_BEFORE.search(
            place.passage.text, max(place.passage.typed, match.start() - 20), match.start()
        )
    ]
    text = "\n".join(place.passage.text for place in places) if found else ""
    names: dict[Passage, list[Words]] = {}
    for words in found:
        if _is_spoken_of(words.text, text):
            names.setdefault(words.passage, []).append(words)
    return names


def _is_spoken_of(name: str, text: str) -> bool:
    """Tell whether a name stands somewhere in a text after a word such as "the"."""
    at = text.find(name)
    while at >= 0:
        if _BEFORE_NAME.search(text, max(at - _LONGEST_BEFORE_NAME, 0), at) and _ENDS_WORD.match(
            text, at + len(name)
        ):
            return True
        at = text.find(name, at + 1)
    return False


def defined_in_bold(passage: Passage) -> Iterator[Words]:
    """Yield the terms in bold that a sentence defines: "they are called the **Councils**", "the Partners set
    up a **Board**", "The **Plan** is the plan of a year"."""
    for span in passage.spans:
        start, end = max(span.start, passage.typed), span.end
        if span.look.bold and start > passage.typed and passage.text[start : start + 1].isupper():
            words = Words(passage, start, start + len(passage.text[start:end].rstrip(" .,;:")))
            if words.text and words.after[:1] != "”" and _defines_bold(words):
                yield words


def _defines_bold(words: Words) -> bool:
    before = words.shortly_before(_LONGEST_BEFORE_BOLD)
    if IS_BEFORE.search(before) or CALLED_BEFORE.search(before) or _SET_UP_BEFORE.search(before):
        return True
    begins = BEGINS.search(words.before[-_LONGEST_BEFORE_BOLD:]) is not None
    return begins and _IS_A.match(words.after) is not None


def party_role(passage: Passage) -> Words | None:
    """Return the word for a party that a line of the cover gives it: "Provider: Dale Hospice"."""
    found = _ROLE.match(passage.text)
    return Words(passage, found.start("term"), found.end("term")) if found else None


def referred_to(passage: Passage) -> Iterator[Words]:
    """Yield the terms whose use a sentence explains: "a reference to a Partner is to either of them", or with
    which it ends: "A day on which the office is open is a Service Day"."""
    if "eference" in passage.text:
        for match in _REFERRED_TO.finditer(passage.text, passage.typed):
            yield Words(passage, match.start("term"), match.end("term"))
    for match in _WHATEVER_IS.finditer(passage.text, passage.typed):
        yield Words(passage, match.start("term"), match.end("term"))
    yield from _in_plain_words(passage)
    if not any(sign in passage.text for sign in _NAMING):
        return
    for match in _CALLED.finditer(passage.text, passage.typed):
        yield Words(passage, match.start("term"), match.end("term"))
    for match in _EACH_AND_ALL.finditer(passage.text, passage.typed):
        yield from (Words(passage, *match.span(name)) for name in ("one", "all"))


def _in_plain_words(passage: Passage) -> Iterator[Words]:
    """Yield the terms that sentences beginning with "In this Plan" explain: "a Day is any day but Sunday"."""
    if "In th" not in passage.text:
        return
    for match in _IN_THIS_IS.finditer(passage.text, passage.typed):
        yield Words(passage, *match.span("term"))
        end = passage.text.find(". ", match.end())
        for other in _AND_ANOTHER_IS.finditer(
            passage.text, match.end(), end if end > 0 else len(passage.text)
        ):
            yield Words(passage, *other.span("term"))


def _is_bold(words: Words) -> bool:
    spans = [one for one in words.passage.spans if one.start < words.end and words.start < one.end]
    return all(one.look.bold for one in spans) and not all(one.look.bold for one in words.passage.spans)


def several_at_once(passage: Passage) -> Iterator[tuple[Words, Words]]:
    """Yield the terms that one sentence gives meanings, each with what it says of them.

    "Controller, Processor and Personal Data have the meanings given in the 2018 Act."
    """
    for terms, verb in _at_once(passage):
        if not _is_as_elsewhere(terms, verb):
            meaning = Words(passage, verb.end, len(passage.text))
            yield from ((term, meaning) for term in terms)


def as_elsewhere(passage: Passage) -> Iterator[Words]:
    """Yield the quoted terms that have the meaning which they have in law or in another agreement, whether
    they are used or not: "“Personal Data”, “controller” and “processor” have the meanings of the Act"."""
    for terms, verb in _at_once(passage):
        if _is_as_elsewhere(terms, verb) and verb.passage.text[terms[0].start - 1] in '“"':
            yield from terms


def _at_once(passage: Passage) -> Iterator[tuple[list[Words], Words]]:
    """Yield the terms that stand before one verb, with that: "have the meanings"."""
    if not _GIVES_MEANINGS.search(passage.text):
        return
    for match in _SEVERAL.finditer(passage.text, passage.typed):
        terms = [
            Words(passage, one.start(), one.end())
            for one in _EACH.finditer(passage.text, match.start("terms"), match.end("terms"))
        ]
        terms = [one.part(one.start + 1, one.end - 1) if one.text[0] in '“"' else one for one in terms]
        yield terms, Words(passage, match.end("terms"), match.end())


def _is_as_elsewhere(terms: Sequence[Words], verb: Words) -> bool:
    small = sum(term.text[:1].islower() for term in terms)
    return small >= len(terms) - 1 or _IN_THIS.search(verb.text) is not None
