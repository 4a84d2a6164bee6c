"""Numbers in words that make one in all: "three of the Council, three of the ICB and two of the Trust, nine
in all", "four wards, two nurses in each ward, six in all"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.said_sums import COUNT, count_of
from clausekit.checks.rules.figures._parts.counts_divided import made_of_list
from clausekit.checks.rules.figures._sentences.members import Counted
from clausekit.patterns import pattern

_IN_ALL = pattern(
    r"(?P<lead>(?:,|;|[ ]–|[ ]\()[ ](?:and[ ]so[ ]|so[ ]|making[ ]|that is,?[ ]|being[ ]|or[ ]|i\.e\.[ ])?"
    r"|[ ](?:making|that is)(?:,|[ ]up)?[ ]|[ ]\((?:making[ ]|that is,?[ ])?)"
    rf"(?P<count>{COUNT})(?:[ ]\(\d{{1,3}}\))?(?:[ ](?!and\b|or\b|of\b)[a-z-]+){{0,3}}[ ]"
    r"(?:in all|in total|altogether|all told)\b(?![ ](?:\d|of)\b)",
    re.IGNORECASE,
)
_LEADS = pattern(
    r"\b(?:consists?(?: of)?|consisting of|compris\w+|(?:is|are|be|been) made up of|made up of"
    r"|composed of|being"
    r"|namely|has|have|with|includes|are|is|appoints?|employs?|provides?|will be|shall be|there (?:are"
    r"|is)|runs?"
    r"|meet|meets|work|works|of whom|includes?)[ ]|[:–][ ]|[ ]\(",
    re.IGNORECASE,
)
"""What stands before the first number that is told."""
_A_COUNT = pattern(rf"(?<![\w£.,/(–-])(?:{COUNT})(?![\w%/–-]|[.,]\d|[ ](?:per cent|\())", re.IGNORECASE)
_OF_EACH = pattern(
    r"(?:[ ][a-z-]+){0,4}?[ ](?:(?:in|at|for|from|to|by|on|of|per|with)[ ]each\b|each\b|apiece\b|every\b)"
    r"|(?:[ ](?!without\b|with\b|has\b|have\b|having\b|as\b|by\b)[a-z-]+){0,3}?[ ](?:a|per)[ ][a-z-]+$",
    re.IGNORECASE,
)
"""What follows a number that there are in, or from, each of others: "two in each ward"."""
_EACH_FIRST = pattern(
    r"\b[Ee]ach of (?:the|its|these|those)[ ]$"
    r"|\beach(?:[ ](?:of[ ](?:which|whom|them))|[ ][a-z-]+){0,2}[ ](?:with|has|having|of|sends)[ ]$"
)
_NO_PRODUCT = pattern(
    r"[£%]|\b(?:at least|at most|up to|more|less|fewer|about|some|average|between|from \w+ to|days?"
    r"|hours?|weeks?"
    r"|months?|years?|minutes?|times|plus|another|further|additional|one of|clause|schedule|table)\b",
    re.IGNORECASE,
)
_SIGNS = ("in all", "in total", "altogether", "all told")
_FEWEST, _TWO, _LONGEST, _SHORTLY = 2, 2, 400, 40
_NEARLY = Decimal(2)


def numbers_in_all(instrument: Instrument) -> Iterator[Counted]:
    """Yield the numbers "in all" that those before them in the sentence do not make, added, or multiplied
    where one is of each."""
    for words, found in instrument.search(_IN_ALL, "text", "note", signs=_SIGNS):
        count = count_of(found["count"])
        sentence = instrument.sentence_of(words)
        if count is None or count <= _FEWEST:
            continue
        before = words.passage.text[max(sentence.start, words.start - _LONGEST) : words.start]
        made = _product(before) or _sum(before, count)
        if made and made != count and max(made, count) <= _NEARLY * min(made, count):
            yield Counted(words.part(*found.span("count")), made)


def _sum(before: str, count: Decimal) -> Decimal | None:
    """Return what the numbers make that a text tells one by one, None if it does no such thing or they may
    make the count."""
    for lead in _LEADS.finditer(before):
        least, most = made_of_list(before[lead.end() :])
        if most:
            return most if not least <= count <= most else None
    return None


def _product(before: str) -> Decimal | None:
    """Return what two numbers make of which one is of each of the other, None if a text tells no such."""
    numbers = list(_A_COUNT.finditer(before))
    if len(numbers) != _TWO or _NO_PRODUCT.search(before):
        return None
    of_each = any(
        _OF_EACH.match(before[one.end() :]) or _EACH_FIRST.search(before[: one.start()][-_SHORTLY:])
        for one in numbers
    )
    first, second = (count_of(one[0]) for one in numbers)
    return first * second if of_each and first and second else None
