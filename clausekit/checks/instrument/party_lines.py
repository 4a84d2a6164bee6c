"""Lines that name a party: what tells them from others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from clausekit.checks.instrument.definitions import in_title_case
from clausekit.checks.instrument.named_bodies import BRACKETS_WITHIN, NAME_ALONE, name_of
from clausekit.patterns import pattern
from clausekit.reading import Passage
from clausekit.recognition.names import names_a_body

SHORT_NAME = pattern(
    rf"(?!{BRACKETS_WITHIN})\("
    r"(?:(?:(?:hereinafter|hereafter|called|known as|referred to as|in this \w+),? ?){0,4}(?:the )?[“\"‘']"
    r"|[A-Z]{2,8}\)|the [A-Z]\w+\))"
)
IN_ONE_SENTENCE = pattern(
    r"\b(?:[Bb]etween|[Aa]mong|[Aa]mongst|(?:[Ww]e|[Tt]hey|[Pp]arties|[Pp]artners|[Oo]rganisations) are):?"
    r"[ \u00a0]"
    r"(?:\(?(?:1|a|i)\)[ \u00a0])?(?:the[ \u00a0])?(?=[A-Z])"
)
_FIELD = pattern(
    r"(?:[\w’'/-]+ ){0,3}(?:name|address|number|no\.?|registration|contact|person|e-?mail|telephone|phone"
    r"|postcode|website|officer|signatory|role|title|position)(?: \([^()]{1,30}\))?:",
    re.IGNORECASE,
)
"""What a line of the details of a party begins with: "Registered address:"."""
_PARTY_NUMBER = pattern(r"[•●◦▪*–-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,5}|[IVX]{1,4})\)?\.?")
_NAME_AND_SHORT_NAME = pattern(r"[A-Z][\w’'&,.-]*(?: [\w’'&,.-]+){1,12} \([^()]{2,40}\)[;,.]?(?: and)?")
_LONGEST_LINE = 160
_SAYS = pattern(r"\b(?:means?|will|shall|must|may|does?)\b")
_SENTENCE = pattern(
    r"(?:The|They|This|Each|Together|It|In|For|All|Both|These|Those|If|Where|When|Any|We) .*"
    r"\b(?:is|are|was|were|has|have|agrees?|wish(?:es)?|delegates?|consulted|remains?|intends?|runs?)\b"
)
"""What says something of the parties, and names none of them."""
_ONE_CAPITAL = pattern(r"[A-Z][a-z’']*(?: [a-z’']+)*")
"""The heading of a clause, not a name: "About this agreement"."""
_AND = pattern(r"[-–—]*[ \u00a0]*(?:and|AND|And|to|TO)[ \u00a0]*[-–—]*:?")
"""What stands between two parties on a line for itself; an undertaking is given "to" one of them."""
_SHORTEST_NAME = 5
_DETAIL = pattern(
    r"\b[A-Z]{1,2}\d[\dA-Z]?[ \u00a0]\d[A-Z]{2}\b|^\d{1,4}[A-Za-z]?,?[ \u00a0](?-i:[A-Z])"
    r"|^(?:(?:company|charity|registration|registered)\b.*\d{4}|(?:registered (?:office|address)|address)\b)",
    re.IGNORECASE,
)
"""A line with the address or the number of a party: "4 Quay Street", "Company number: 01234567"."""


def is_party(passage: Passage) -> bool:
    """Tell whether a passage of the parties clause names a party.

    It has a number or a bullet and begins with a name, or is a name with a short one in brackets after it.
    """
    words = passage.words.strip().removeprefix("the ")
    label = passage.label.strip()
    if not label:
        named = len(words) <= _LONGEST_LINE and _NAME_AND_SHORT_NAME.fullmatch(words) is not None
        return named or (begins_with_a_name(passage) and len(SHORT_NAME.findall(words)) == 1)
    if not _PARTY_NUMBER.fullmatch(label) or len(words) <= _SHORTEST_NAME or _FIELD.match(words):
        return False
    if (label[0].isdigit() and _ONE_CAPITAL.fullmatch(words)) or _SAYS.search(words):
        return False
    if _SENTENCE.match(passage.words.strip()[:_LONGEST_LINE]) and not SHORT_NAME.search(words):
        return False
    return words[:1].isupper() or words[:1] in "[…_"


def is_name(passage: Passage) -> bool:
    """Tell whether a passage is the name of a body and nothing else, as on the cover."""
    words = passage.words.strip(" ,;")
    return names_a_body(in_title_case(words)) and NAME_ALONE.fullmatch(words) is not None


def is_detail(passage: Passage) -> bool:
    """Tell whether a passage gives a party's address or number."""
    return _DETAIL.search(passage.words.strip()) is not None


def begins_with_a_name(passage: Passage) -> bool:
    """Tell whether a passage begins with the name of a body, ended by an address or by brackets."""
    name = in_title_case(name_of(passage).text)
    return names_a_body(name.removeprefix("The ").removeprefix("the "))


def names_several(text: str) -> bool:
    """Tell whether a text has several names, each with a short one in brackets after it."""
    return len(SHORT_NAME.findall(text)) > 1


def parted_by_and(clause: Sequence[Passage]) -> list[list[Passage]]:
    """Return the parts of a parties clause without numbers between which a line says "and", none if there
    is no such line."""
    parts = [list(part) for is_and, part in groupby(clause, _is_and) if not is_and]
    unnumbered = all(_is_and(passage) or not passage.label for passage in clause)
    return parts if len(parts) > 1 and unnumbered else []


def _is_and(passage: Passage) -> bool:
    return _AND.fullmatch(f"{passage.label}{passage.words}".strip()) is not None
