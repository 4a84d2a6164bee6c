"""Numbers of things that the list of a clause sets out, told elsewhere with its number: "the four aims in
clause 4.1" where that lists three."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.lists import lists_of
from clausekit.checks.rules._shared.said_sums import COUNT, count_of
from clausekit.checks.rules.figures._sentences.members import Counted
from clausekit.checks.rules.figures._sentences.words import content
from clausekit.patterns import pattern
from clausekit.reading import Passage

_SO_MANY = pattern(
    rf"\b(?:[Tt]he|[Tt]hose|[Tt]hese|[Aa]ll|its)[ ](?P<count>{COUNT})[ ]"
    r"(?P<things>(?:[a-z]+[ ])?[A-Za-z][a-z]+s)[ ]"
    r"(?:(?:set out|listed|described|named|given|stated|told)[ ])?(?:in|of|by|under)[ ]$"
)
_CASES = frozenset(
    (
        "case",
        "circumstance",
        "event",
        "ground",
        "condition",
        "item",
        "matter",
        "thing",
        "reason",
        "requirement",
    )
)
"""What the items of any list may be called, though the words that lead to it do not."""
_NO_THINGS = frozenset(("day", "week", "month", "year", "member", "hour", "time", "partner", "party"))
_NARROWED = pattern(r"[ ](?:in which|to which|under which|where|that|which|for which|of which)\b")
"""How a sentence goes on that means only some of them: "the two cases in clause 4.1 in which …"."""
_SHORTLY, _FEWEST = 60, 2


def things_in_clauses(instrument: Instrument) -> Iterator[Counted]:
    """Yield the numbers of things that are not those which the list of the clause named with them has."""
    items: dict[Passage, int] = {}
    for one in lists_of(instrument):
        if one.lead is not None and len(one.items) >= _FEWEST:
            items[one.lead] = 0 if one.lead in items else len(one.items)
    for reference in instrument.references if items else ():
        target, phrase = reference.target, reference.phrase
        if target is None or not items.get(target):
            continue
        before = phrase.shortly_before(_SHORTLY)
        found = _SO_MANY.search(before)
        count = count_of(found["count"]) if found else None
        if found is None or count is None or count < _FEWEST or count == items[target]:
            continue
        if _NARROWED.match(phrase.shortly_after(_SHORTLY)):
            continue
        thing = content(found["things"].split(" ")[-1])
        if thing & _NO_THINGS or not thing <= content(target.text) | _CASES:
            continue
        start = phrase.start - len(before)
        stated = phrase.part(start + found.start("count"), start + found.end("count"))
        yield Counted(stated, Decimal(items[target]))
