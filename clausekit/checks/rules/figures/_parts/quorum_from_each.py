"""Those of a quorum who must be there from each party: "four members, of whom at least three are from each
Partner" where there are two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.said_sums import COUNT, count_of
from clausekit.checks.rules.figures._parts.counts_divided import number_of_bodies
from clausekit.checks.rules.figures._sentences.members import Counted
from clausekit.patterns import pattern

_MEMBERS = (
    r"(?:[ ](?:voting[ ])?(?:members?|representatives?|persons?|people|partners|directors|councillors))?"
)
_FROM = (
    r"(?:[ ](?:is|are|must be|shall be|being|being present))?"
    r"[ ](?:appointed by|nominated by|from|of|for|by|representing)[ ]"
)
_QUORUM = pattern(
    rf"\b(?:quor(?:um|ate)|present|attend\w*)\b[^.;:]{{0,60}}?(?<![\w£.,-])(?P<count>{COUNT})"
    r"(?:[ ]\(\d{1,2}\))?(?:[ ](?:of[ ]the[ ])?(?:voting[ ])?(?:members|representatives|people|persons"
    r"|directors"
    r"|councillors))?(?:[ ](?:of the [A-Z][\w’]*(?:[ ][A-Z][\w’]*){0,3}))?"
    r"(?:[ ](?:are|is|be)[ ](?:there|present))?"
    r",?[ ]\(?(?:of whom|including|with|and|to include|which (?:must|shall) include)[ ]",
    re.IGNORECASE,
)
_FROM_EACH = pattern(
    rf"(?:there (?:must|shall) be[ ])?(?:at least|not (?:less|fewer) than"
    rf"|no fewer than)[ ](?P<so_many>{COUNT}){_MEMBERS}{_FROM}"
    rf"each[ ](?:of[ ]the[ ](?P<of_bodies>{COUNT})[ ])?(?P<by_body>[A-Z][a-z]+)s?\b",
    re.IGNORECASE,
)
_FROM_ONE = pattern(
    rf"(?:(?:at least|not (?:less|fewer) than|no fewer than)[ ])?(?P<so_many>{COUNT}){_MEMBERS}{_FROM}"
    r"the[ ][A-Z][\w’-]*(?:[ ][A-Z][\w’-]*){0,4}(?:,?[ ]and[ ]|,[ ]|$|(?=[.;)]))",
    re.IGNORECASE,
)
_LEAST = 2


def quorums_too_small(instrument: Instrument) -> Iterator[Counted]:
    """Yield the numbers of those who make a quorum that are fewer than must be there of the parties."""
    for words, found in instrument.search(_QUORUM, "text", "note", signs=("quor", "present", "attend")):
        count = count_of(found["count"])
        needed = _needed(words.passage.text, words.end, instrument)
        if count is not None and count >= _LEAST and needed > count:
            yield Counted(words.part(*found.span("count")), needed)


def _needed(text: str, start: int, instrument: Instrument) -> Decimal:
    """Return how many must be there of the parties together, by what stands at some place of a text; 0 if
    that is not told."""
    if each := _FROM_EACH.match(text, start):
        bodies = _bodies(each, instrument)
        return bodies * (count_of(each["so_many"]) or Decimal(0))
    needed, parts = Decimal(0), 0
    while one := _FROM_ONE.match(text, start):
        needed += count_of(one["so_many"]) or Decimal(0)
        parts += 1
        start = one.end()
    return needed if parts >= _LEAST else Decimal(0)


def _bodies(found: re.Match[str], instrument: Instrument) -> Decimal:
    if told := found["of_bodies"]:
        return count_of(told) or Decimal(0)
    return number_of_bodies(found["by_body"], instrument)
