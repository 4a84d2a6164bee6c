"""Entries: paragraphs that begin with a term and go on with what it means."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument.definition import Definition, DefinitionKind
from clausekit.checks.instrument.lists_of_terms import before_marks, is_in_list
from clausekit.checks.instrument.places import Place
from clausekit.checks.instrument.terms_quoted import (
    AND_QUOTED,
    ARTICLE,
    MEANS,
    MEANS_AFTER,
    QUOTED,
    without_article,
)
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage
from clausekit.recognition.names import BEGINNERS

CLOSE = "”’\"'"
_SEVERAL_MEAN = pattern(rf"{AND_QUOTED}{MEANS_AFTER.pattern}")
_BARE = pattern(
    r"(?P<term>[A-Z0-9][\w’'&/-]*(?:[ \u00a0](?:of|and|for|the|to|in|by|[A-Z0-9(][\w’'&/()-]*)){0,9})"
    rf"[:,]?[ \u00a0\t]+(?:\([^()]{{1,60}}\)[ \u00a0])?{MEANS}"
)
_BARE_IN_PART = pattern(rf"(?P<term>[A-Z][\w’'-]+ [a-z][\w’'-]+),?[ \u00a0]+{MEANS}")
"""A term of two words of which one has no capital: "Host partner means"."""
_SEVERAL_TERMS = pattern(r" (?:and|or) .*\bhave the ")
_PRONOUNS = frozenset(
    ("This", "That", "It", "Which", "The", "These", "Those", "Nothing", "Each", "Such", "What")
)
_NO_TERM = pattern(
    r"this (?:agreement|deed|memorandum\b.*?|mou|protocol) (?:is|was) (?:dated|made)", re.IGNORECASE
)
_ACCORDINGLY = pattern(
    r"[“\"‘'](?P<other>[A-Z][^“”\"‘]{1,40})[”\"’'],? (?:(?:shall|will|must|should|(?:is|are) to) (?:be )?"
    r"(?:construed|interpreted|read|understood|have)\b|(?:is|are) (?:construed|interpreted|read|understood)\b"
    r"|(?:has|have) (?:an? |the )?(?:corresponding|like|similar|cognate)\b)"
)
"""Another form of a term that means the like: "and “Quarterly” shall be interpreted accordingly"."""
_VERB = pattern(rf"{MEANS}|\b(?:includes?|is|are|refers? to)\b|:")
_ALTERNATIVE = r",? (?:or|and/or|/) (?:the )?[“\"]?(?P<other>[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*){0,3})[”\"]?"
MARK = pattern(rf"[”\"]?(?: \([^()]{{1,60}}\)|{_ALTERNATIVE})?(?::| [–—-])?\s*")
_OR_ALSO = pattern(_ALTERNATIVE)
_SHORT = pattern(r"\((?:or )?(?:the )?([A-Z][A-Za-z&]{1,9})\)")
SHORTENED = pattern(rf"(.+?) {_SHORT.pattern}")
_ROOT = 4
"""Words that begin with so many letters alike are forms of one word."""
_ANNOUNCES = pattern(
    r"\b(?:meanings?|definitions?|terms|words|expressions)\b|\bin this [^.;]{1,60}[:–—-]$", re.IGNORECASE
)
_LEADS_IN = pattern(
    r"(?:Notes?|NB|Example|Table|Figure|Item|For|To|From|Source|Remarks?|Step|Option|Part|Version|Status)\b"
)
_OR = pattern(r"[”\"]? (?:or|and/or|/) (?:the )?[“\"]?")


def _only_leads_in(place: Place, lead: str) -> bool:
    """Tell whether words before a colon are no term, as in "Note: the fee is low"."""
    passage = place.passage
    if place.role != "text" or not passage.text.startswith(f"{passage.term}:", passage.typed):
        return False
    return bool(_LEADS_IN.match(passage.term)) or not (is_in_list(place) or _ANNOUNCES.search(lead))


def entry_of(place: Place, own: tuple[Passage, ...], lead: str) -> Definition | None:
    """Return the definition that a passage begins with, if it does."""
    passage = place.passage
    term, start, is_marked = passage.term, passage.typed, False
    if term and not _only_leads_in(place, lead):
        start = max(passage.text.find(term, start), start)
    elif (quoted := QUOTED.match(passage.text, start)) and _SEVERAL_MEAN.match(passage.text, quoted.end()):
        term, start = quoted[1] or quoted[2] or quoted[3], start + 1
    elif bare := _bare(place, start := _after_article(place)):
        first = bare["term"].partition(" ")[0]
        if place.role != "text" or first in {*_PRONOUNS, *BEGINNERS} or _SEVERAL_TERMS.search(bare[0]):
            return None
        term = bare["term"]
    elif marked := next(before_marks(place), None):
        term, start, is_marked = marked.text, marked.start, True
    else:
        return None
    if not any(map(str.isalpha, term)) or _NO_TERM.match(passage.text, start):
        return None
    if shortened := SHORTENED.fullmatch(term):
        term = shortened[1]
    term, other = alternatives_of(term)
    at = Words(passage, start, start + len(term))
    verb = (MARK.match if is_marked else _VERB.search)(passage.text, at.end)
    before_meaning = verb.end() if verb and is_marked else verb.start() if verb else at.end
    variants = tuple(
        dict.fromkeys((*other, *variants_in(passage.text, _closed(at), before_meaning), *_likewise(at)))
    )
    meaning = Words(passage, verb.end() if verb else at.end, len(passage.text))
    article = ARTICLE.match(term)
    if article and (term[:1].islower() or term[article.end() :][:1].isupper()):
        at = at.part(start + article.end(), at.end)
    return Definition(at.text, at, _kind_of_entry(place, verb[0] if verb else ""), meaning, own, variants)


def _bare(place: Place, start: int) -> re.Match[str] | None:
    """Return what begins a definition without quotes; in a list of them, a word may have no capital."""
    text = place.passage.text
    in_part = is_in_list(place) and not place.passage.number
    return _BARE.match(text, start) or (_BARE_IN_PART.match(text, start) if in_part else None)


def _closed(words: Words) -> int:
    """Return where words end, with the quotation mark that closes them."""
    return words.end + (words.passage.text[words.end : words.end + 1] in tuple(CLOSE))


def _after_article(place: Place) -> int:
    """Return where the words of a line begin; in a list of definitions without "the" before the term."""
    passage = place.passage
    article = ARTICLE.match(passage.text, passage.typed) if is_in_list(place) else None
    return article.end() if article else passage.typed


def alternatives_of(term: str) -> tuple[str, tuple[str, ...]]:
    """Return a term, and what it is called for short: "Better Care Board or Board"."""
    first, *others = _OR.split(term)
    words, letters = first.split(), "".join(word[0] for word in first.split())
    short = tuple(one for one in others if one in letters or set(one.split()) <= set(words))
    return (first, short) if others and len(short) == len(others) else (term, ())


def _kind_of_entry(place: Place, verb: str) -> DefinitionKind:
    """Return "text" for what only widens a word's own meaning: “Person” includes a firm."""
    if place.role == "cell":
        return "table"
    return "text" if verb.startswith(("include", "refer")) else "entry"


def variants_in(text: str, start: int, end: int) -> Iterator[str]:
    """Yield what else a term may be called: “Services Contract” or “Contract”; “Safeguarding Board” (SAB)."""
    for match in QUOTED.finditer(text, start, end):
        yield without_article(match[1] or match[2] or match[3])
    for match in _SHORT.finditer(text, start, end):
        yield match[1]
    if also := _OR_ALSO.match(text, start, end):
        yield also["other"]


def _likewise(words: Words) -> Iterator[str]:
    """Yield the other forms of a term that its definition has read like it: “Quarterly” of “Quarter”."""
    root = words.text[:_ROOT]
    for match in _ACCORDINGLY.finditer(words.passage.text, words.end):
        if match["other"].startswith(root):
            yield match["other"]
