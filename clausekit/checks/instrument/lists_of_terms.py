"""Lists of definitions: the terms with which their lines begin, ended by a mark, a dash, bold or "means"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from clausekit.checks.instrument.places import Place
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage

_TERM = r"[A-Z0-9][\w’'&/-]*(?: (?:(?:of|and|for|in|to) (?:the )?)?[A-Z0-9][\w’'&/-]*){0,6}"
SHORT = (
    r"(?: \((?:or )?(?:the )?[“\"]?[A-Z][A-Za-z ]{1,30}[”\"]?\)"
    r"|,? (?:or|and/or|/) (?:the )?[“\"]?[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*){0,3}[”\"]?)?"
)
_DASH = pattern(rf"[“\"](?P<term>{_TERM})[”\"]{SHORT} [–—-] (?=\S)")
_COLON = pattern(
    rf"(?P<stop>[.;] )?[“\"‘']?(?P<term>{_TERM})(?:[”\"’']?{SHORT} ?:\s|[”\"’']{SHORT} [–—-] )(?=\S)"
)
_BARE_DASH = pattern(rf"(?P<term>{_TERM}){SHORT}(?: [–—-]|[–—]) (?=[a-z£\d“\"])")
_DASH_WITHIN = pattern(
    rf"[.)] (?P<term>{_TERM}){SHORT} [–—-] (?=(?:the|an?|any|all|each|our|your|its|their|how) [a-z])"
)
"""A definition that follows another in one paragraph, where the lines of a list have run together."""
_TITLE_BEFORE_DASH = pattern(
    r"(?P<term>[A-Z][\w’'-]*:?(?: [\w’'-]+:?){1,9}) [–—] (?=(?:the|an?|any|our|your|its|their) [a-z])"
)
"""The title of a paper with few capitals in a list of definitions: "Applying for a grant – the booklet"."""
RUN_ON = pattern(
    rf"(?:^|[:;.] (?:and |or )?)(?:[Tt]he )?[“\"]?(?P<term>{_TERM})[”\"]?{SHORT},? "
    r"(?:(?:shall )?means?|(?:has|have|shall have) the (?:same )?meanings?)\b"
)
_OPPOSITE = pattern(
    r"(?:[“\"](?P<term>[A-Z0-9][^“”\"]{1,80})[”\"]|[‘'](?P<single>[A-Z0-9][^‘’']{1,60})[’'])"
    r"(?:[ \u00a0]\([^()]{1,60}\))?\s+"
    r"(?!(?:and|or|marks?|describes?|denotes?|indicates?|shows?|applies|apply|may|will|shall|must)\b)(?=[\w£])"
)
"""The meaning stands opposite the term, with no verb between them: “Regulations” the Regulations of 2000."""
_LIST_OF_TERMS = pattern(
    r"\b(?:definition|definitions|interpretation|glossary|(?:defined|key) terms|meanings?"
    r"|(?:words|terms) used"
    r"|abbreviations|expressions"
    r"|what (?:do |does )?(?:the |these |some )?(?:words|terms)\b.{0,20}\bmean)\b",
    re.IGNORECASE,
)
TERM_ALONE = pattern(r"[A-Z0-9][\w’'&/-]*(?: (?:of|and|for|in|to|the|[A-Z0-9(][\w’'&()/-]*)){0,7}:?")
_ARTICLE = pattern(r"(?:the|an?|The|An?) ")
_AFTER_BOLD = pattern(r"\. | [–—-] ")
_IS = pattern(r" (?:is|are|means) ")
A_LIST = 3


def before_marks(place: Place) -> Iterator[Words]:
    """Yield the terms that a line defines with a mark: “Equipment” – aids; in a list also "Equipment: aids".

    Where a text has lost its lines, several of them run on in one paragraph.
    """
    if place.role != "text":
        return
    passage = place.passage
    in_list = is_in_list(place)
    opposite = _OPPOSITE.match(passage.text, passage.typed) if in_list and not passage.term else None
    if opposite:
        yield Words(passage, *opposite.span("term" if opposite["term"] else "single"))
        return
    if in_list and (bold := _bold_lead(passage)):
        yield bold
        return
    if in_list and not passage.number and (dashed := list(_before_dashes(passage))):
        yield from dashed
        return
    for match in (_COLON if in_list else _DASH).finditer(passage.text, passage.typed):
        if match.start() == passage.typed or (in_list and match["stop"]):
            quoted = passage.text[max(match.start("term") - 1, 0)] in "‘'"
            term = match["term"].rstrip("’'") if quoted else match["term"]
            yield Words(passage, match.start("term"), match.start("term") + len(term))


def _before_dashes(passage: Passage) -> Iterator[Words]:
    """Yield the terms without quotes before the dashes of a paragraph: the first, and those run on to it."""
    text, start = passage.text, passage.typed
    first = _BARE_DASH.match(text, start) or _TITLE_BEFORE_DASH.match(text, start)
    found = (*([first] if first else []), *_DASH_WITHIN.finditer(text, first.end() if first else start))
    for match in found:
        term = match["term"].rstrip("’'")
        yield Words(passage, match.start("term"), match.start("term") + len(term))


def _bold_lead(passage: Passage) -> Words | None:
    """Return the term in bold with which a line begins, ended by a stop or a dash, or after "the" and before
    "is"."""
    article = _ARTICLE.match(passage.text, passage.typed)
    start = article.end() if article else passage.typed
    for span in passage.spans:
        if span.look.bold and span.start <= start < span.end < len(passage.text):
            words = passage.text[start : span.end].rstrip(" .:")
            ended = _AFTER_BOLD.match(passage.text, start + len(words))
            means = article and _IS.match(passage.text, start + len(words))
            if (ended or means) and TERM_ALONE.fullmatch(words):
                return Words(passage, start, start + len(words))
    return None


def is_in_list(place: Place) -> bool:
    """Tell whether a place stands below a heading that announces definitions."""
    return _announces_definitions(place.heading)


@lru_cache
def _announces_definitions(heading: str) -> bool:
    """Tell whether a heading does; one after the other, all that stands below it asks."""
    return _LIST_OF_TERMS.search(heading) is not None


def run_together(place: Place) -> Iterator[tuple[Words, Words]]:
    """Yield the terms of a list whose lines were joined to one paragraph, each with what it means."""
    passage = place.passage
    if place.role != "text" or "mean" not in passage.text:
        return
    found = list(RUN_ON.finditer(passage.text, passage.typed))
    if len(found) < A_LIST:
        return
    ends = [*(match.start() + 1 for match in found[1:]), len(passage.text)]
    for match, end in zip(found, ends, strict=True):
        yield Words(passage, match.start("term"), match.end("term")), Words(passage, match.end(), end)
