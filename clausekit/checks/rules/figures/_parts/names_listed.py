"""Numbers of things that are then named: "three parts of the borough: Millgate, Hensby and Coldbeck"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.said_sums import COUNT, count_of
from clausekit.checks.rules.figures._sentences.members import Counted
from clausekit.patterns import pattern
from clausekit.recognition.amounts import UNITS

_NAME = r"(?:the[ ])?[A-Z][\w’'&-]*(?:[ ](?:of|upon|on|the|for|to|in|[A-Z&][\w’'&-]*|[0-9]{1,2})){0,6}"
_ROLE = r"(?:the|an?|its|their)[ ](?!same\b)[a-z’-]+(?:[ ](?:of|for|[A-Z]?[a-z’-]+)){0,4}?"
_NO_THING = r"(?!(?:days?|weeks?|months?|years?|hours?|minutes?|copies|times|pounds|per|percent)\b)"
_OTHER_WORDS = (
    r"(?:(?!(?:and|or|than|to|with|by|if|is|are|has|have|each|every|from|of|working|more)\b)[A-Za-z’-]+[ ])"
)
_LIST = pattern(
    r"(?:,?[ ](?:namely|being|that is|that is to say|i\.e\.),?:?[ ]|(?:[ ]are)?(?:[ ]as follows)?:[ ]"
    r"|[ ][–—][ ]|[ ]\(|(?P<apposed>,[ ])|[ ](?:are|will be|shall be)[ ]|(?P<of>[ ]of[ ]))"
    r"(?=[A-Z]|the[ ]|an?[ ]|its[ ]|their[ ])"
    rf"(?:(?P<names>{_NAME}(?:,[ ]{_NAME}){{0,8}},?[ ]and[ ]{_NAME}(?:[ ]and[ ]{_NAME})?)"
    rf"|(?P<roles>{_ROLE}(?:,[ ]{_ROLE}){{0,8}},?[ ]and[ ]{_ROLE}))"
    r"(?=[.;)]|$|,[ ](?:which|who|each|whose|with|as|are|is|have|has|shall|will|must|may)\b|[ ]\(|[ ][–—][ ])"
)
_SO_MANY = pattern(
    rf"(?<![\w£.,/(–-])(?P<count>{COUNT})(?:[ ]\(\d{{1,3}}\))?[ ]{_NO_THING}{_OTHER_WORDS}{{0,4}}?"
    r"(?!days|weeks|months|years|hours|copies|ways|times|Part(?:ners|ies)\b|Signatories)"
    r"(?:[A-Za-z]+s|people|men|women)"
    r"(?:[ ](?:of|in|on|for|at|within|since|during)[ ](?:the[ ]|its[ ]"
    r"|this[ ])?[\w’/–-]+(?:[ ][A-Z][a-z]+)?)?"
    r"(?:,?[ ](?:where|which|that|whose|in which)[ ][^,;:.()£\d]{2,70}?)?$"
)
"""How a text ends, before a list, that says how many things there are."""
_SIGNS = tuple(f"{word} " for word in UNITS[2:13])
"""Longer lists are set as such, or told in figures."""
_NOT_ALL = pattern(
    r"\b(?:at least|at most|up to|not (?:more|less|fewer) than|any|fewer than|more than|every|within|about"
    r"|first|last|next|other|another|further|additional|only|one of|some of|clause|paragraph|section|table"
    r"|schedule|annex|part)[ ]$",
    re.IGNORECASE,
)
_PLACES = pattern(
    r"\b(?:localit(?:y|ies)|areas|districts|boroughs|towns|wards|counties|neighbourhoods|parishes|villages"
    r"|places"
    r"|councils|hospitals|practices|sites|clinics|communities|cities|trusts|homes|schools)$",
    re.IGNORECASE,
)
"""What is named after "of": "the three towns of Aldgate, Hensby and Northby"."""
_IS_SUBJECT = pattern(r"(?:^|[.;:\t] ?)(?:The|These|Those|Its|Their|All)[ ]$")
"""What stands before a number with which a sentence begins, so that names after a comma are those of it."""
_FARTHEST, _FEWEST, _LONGEST = 3, 2, 160


def names_listed(instrument: Instrument) -> Iterator[Counted]:
    """Yield the numbers that are not how many names, or roles, follow them."""
    for words, found in instrument.search(_LIST, "text", "note", signs=_SIGNS):
        before = words.shortly_before(_LONGEST)
        told = _SO_MANY.search(before)
        count = count_of(told["count"]) if told else None
        if told is None or count is None or count < _FEWEST or _NOT_ALL.search(before[: told.start()]):
            continue
        if found["apposed"] and not _IS_SUBJECT.search(before[: told.start()]):
            continue
        if found["of"] and not (found["names"] and _PLACES.search(before)):
            continue
        may_be = _numbers_of(found["names"] or found["roles"])
        made = min(may_be, key=lambda one: abs(one - count))
        if made != count and abs(made - count) <= _FARTHEST:
            start = words.start - len(before) + told.start("count")
            yield Counted(words.part(start, start + len(told["count"])), made)


def _numbers_of(names: str) -> list[Decimal]:
    """Return how many names there may be: after a comma with "and", another "and" may be part of a name."""
    *_, last = names.split(", ")
    ands = last.removeprefix("and ").count(" and ")
    first = Decimal(names.count(", ") + 1)
    return [first, first + ands] if last.startswith("and ") or ands > 1 else [first + ands]
