"""Names of bodies where they stand: how far they reach, and to which a definition gives a short name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from clausekit.checks.instrument.definitions import Definition, in_title_case
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage
from clausekit.recognition.names import names_a_body

_SEPARATOR = pattern(
    r"[,;)]?[ \u00a0]*(?:\band[ \u00a0])?(?:\(?(?:\d|[a-z]|[ivx]{1,4})\)[ \u00a0])?(?:the[ \u00a0](?=[A-Z]))?"
)
_GOES_ON_AFTER = r"(?= (?i:limited|ltd|plc|llp|cic|trust|council|association|company)\b)"
BRACKETS_WITHIN = rf"\([A-Z][\w’'& -]{{0,40}}\){_GOES_ON_AFTER}"
"""Brackets within the name of a company: "Dale Homes (Services) Limited"."""
NAME_ENDS = pattern(
    rf"[ \u00a0](?!{BRACKETS_WITHIN})(?:of\b|OF\b|\(|[“\"]"
    r"|(?:whose|acting|having|being|trading[ ]as|incorporated|registered"
    r"|established|constituted|formed|limited[ ]by|with|which|who|at[ ](?=\d|[A-Z])|an?[ ](?=[a-z])"
    r"|(?:company|charity|registration|registered)[ ](?:registration[ ])?(?:number|no)"
    r"|WHOSE|ACTING[ ]BY|HAVING|BEING|TRADING[ ]AS|INCORPORATED|ESTABLISHED|LIMITED[ ]BY"
    r"|REGISTERED[ ](?:IN|AT|AS|UNDER|CHARITY|NUMBER)"
    r"|(?:COMPANY|CHARITY|REGISTRATION)[ ](?:NUMBER|NO))\b)"
    rf"|[,;“\"]|(?!{BRACKETS_WITHIN})\(|[ ]and$"
)
"""What comes after the name of a party: its address, what it is in law, its number, or its short name."""
_OF_A_PLACE = pattern(
    r"(?:\b(?:borough|vale|isle)|^(?:the )?(?:university|city|county|district|diocese|board)"
    r"|\bthe (?:city|county|district)|\b(?:constable|governors|trustees))$",
    re.IGNORECASE,
)
_OF_THE_PLACE = pattern(r" of the (?:\w+ )?(?:borough|city|county|district)\b", re.IGNORECASE)
"""The name of a body goes on with "of" and a place after and before such words."""
_NAMED_BY_PLACE = pattern(r"\b(?:Borough|City|County|District|Isle|Vale)[ ]of[ ][A-Z][\w’'-]*$")
"""The end of a name that is that of its place: "the Mayor of the Borough of Dale"."""
_OF_SEVERAL_PLACES = pattern(
    r",[ ](?:[A-Z][\w’'-]*(?:[ ][A-Z&][\w’'-]*|[ ](?:upon|on|in|and)(?=[ ])){0,5},[ ]){0,3}"
    r"(?:[A-Z][\w’'-]*[ ](?:(?:upon|on|in|of|the)[ ])?){1,5}(?:and|AND|&)[ ](?:[A-Z][\w’'-]*[ ]){1,5}?"
    r"(?:Integrated Care (?:Board|System|Partnership)|Clinical Commissioning Group|ICB|CCG"
    r"|(?:NHS )?(?:Foundation )?Trust|(?:Combined|Fire) Authority|Local Medical Committee)\b",
    re.IGNORECASE,
)
"""How the name of a body of several places goes on: "NHS Dale, Moor and Vale Integrated Care Board"."""
_DEPARTMENT = pattern(
    r"(?:The )?(?:Ministry|Department) (?:of|for) [A-Z][a-z]+(?: [A-Z][a-z]+)?$", re.IGNORECASE
)
_OF_SEVERAL_SUBJECTS = pattern(
    r"(?:, [A-Z][a-z]+(?: [A-Z][a-z]+)?){0,3},? (?:and|AND|&) [A-Z][a-z]+(?: [A-Z][a-z]+)?\b", re.IGNORECASE
)
"""How the name of a department goes on: "Ministry of Housing, Communities and Local Government"."""
_BEFORE_ADDRESS = pattern(
    r"(?P<name>(?:[A-Z&][\w’'&-]*[ ]|of[ ]|and[ ]|the[ ]|for[ ]){1,9}"
    r"(?:Council|Trust|Board|Limited|Ltd|LLP|plc|CIC|Association|Hospice|Foundation))"
    r"[ ](?:The[ ])?(?:\d|(?:[A-Z][\w’'-]*[ ]){0,3}"
    r"(?:House|Hall|Court|Street|Road|Lane|Building|Buildings|Park|Offices?|Square|Mill|Quay|Floor|Centre)$)"
)
"""A name and the first line of its address, which have run into one: "Dale Council Shire Hall"."""
NAME_ALONE = pattern(r"[A-Z][\w’'&.-]*(?: (?:of|and|the|for|[A-Z&][\w’'&.-]*|\([A-Z][\w’'& -]*\))){1,9}")
_NAME_OF_A_BODY = pattern(
    r"(?:NHS )?[A-Z][\w’'&-]*(?: (?:of (?:the )?|and (?:the )?)?[A-Z&][\w’'&-]*){0,8}"
    r" (?:Council|Authority|Trust|Board|Group|University|Hospice|Federation|Limited|CIC|Action)\b(?! [A-Z])"
)
_NAME_MEANT = pattern(
    r"[”\"’']?:?\s*(?:means? )?(?:the )?"
    r"(?P<name>(?:NHS )?[A-Z][\w’'&-]*(?: (?:of |and |the )*[A-Z&][\w’'&-]*){1,9})"
)
_ENDS_TRIED = 4
_LONGEST = 160
"""So far before its short name a name begins at most."""


def name_of(passage: Passage) -> Words:
    """Return the name with which a passage begins; if several words there are in bold, it is among them."""
    stop = min(end_of_name(passage, passage.typed), _end_of_bold(passage))
    if address := _BEFORE_ADDRESS.match(passage.text, passage.typed, stop):
        stop = address.end("name")
    return Words(passage, passage.typed, max(stop, passage.typed))


def _end_of_bold(passage: Passage) -> int:
    """Return where the bold ends in which a passage begins, that of the passage if it has less than two words
    in bold there."""
    span = next((one for one in passage.spans if one.end > passage.typed), None)
    if span is None or not span.look.bold:
        return len(passage.text)
    bold = passage.text[passage.typed : span.end].rstrip(" \u00a0.,;:")
    return passage.typed + len(bold) if " " in bold else len(passage.text)


def end_of_name(passage: Passage, start: int) -> int:
    """Return where a name ends that begins at ``start``; "of" may be within it: "Vale of Dale Trust"."""
    text = passage.text
    tried = [match.start() for match in islice(NAME_ENDS.finditer(text, start), _ENDS_TRIED)]
    ends = [end for end in tried if not _goes_on(text, start, end)] or [len(text.rstrip(" .;,"))]
    for end in ends:
        name = text[start:end].strip()
        if _NAMED_BY_PLACE.search(name):
            return end
        names = names_a_body(in_title_case(name).removeprefix("The "))
        if names or name.isupper() or not text.startswith(" of ", end):
            return end if names else ends[0]
    return ends[0]


def _goes_on(text: str, start: int, end: int) -> bool:
    """Tell whether the name of a body goes on after ``end``: with "of" and a place, or others in a row."""
    if text.startswith(",", end):
        if _DEPARTMENT.match(text, start, end):
            return _OF_SEVERAL_SUBJECTS.match(text, end) is not None
        one = names_a_body(
            in_title_case(text[start:end]).removeprefix("The ").removeprefix("Nhs ").removeprefix("NHS ")
        )
        return not one and _OF_SEVERAL_PLACES.match(text, end) is not None
    if not text.startswith(" of ", end) and not text.startswith(" OF ", end):
        return False
    return bool(_OF_A_PLACE.search(text[start:end]) or _OF_THE_PLACE.match(text, end))


def after_separator(text: str, position: int) -> int:
    """Return where the next of several names begins, after the comma or the "and" at a position."""
    found = _SEPARATOR.match(text, position)
    return found.end() if found else position


def name_it_means(definition: Definition) -> Words | None:
    """Return the name of the body to which a definition gives a short one, None if it is of no body.

    The name stands before the brackets with the term, or the meaning begins with it.
    """
    at, meaning = definition.at, definition.meaning
    bracket = at.passage.text.rfind("(", at.passage.typed, at.start)
    if definition.kind == "text" and bracket >= 0:
        return name_before(at.passage, bracket)
    for passage, start in ((at.passage, at.end), (meaning.passage, meaning.start)):
        found = _NAME_MEANT.match(passage.text, start)
        if found and names_a_body(in_title_case(found["name"])):
            end = min(found.end("name"), end_of_name(passage, found.start("name")))
            return Words(passage, found.start("name"), end)
    return None


def name_before(passage: Passage, bracket: int) -> Words | None:
    """Return the name of a body that is followed by some brackets, after those of the one before it."""
    text = passage.text
    closing = text.rfind(")", passage.typed, bracket)
    start = passage.typed if closing < 0 else after_separator(text, closing + 1)
    end = min(end_of_name(passage, start), len(text[:bracket].rstrip()))
    if not NAME_ALONE.fullmatch(text, start, end):
        start, end = next(_last_body(text, max(start, bracket - _LONGEST), bracket), (start, end))
    names = names_a_body(in_title_case(text[start:end]).removeprefix("The "))
    return Words(passage, start, end) if names else None


def _last_body(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the last name of a council, a trust or the like stands in a part of a text."""
    yield from (match.span() for match in [*_NAME_OF_A_BODY.finditer(text, start, end)][-1:])
