"""Where a table is said to stand, though another provision than the one that is named has it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Place
from clausekit.checks.rules.references._found import own_references
from clausekit.checks.rules.references._provisions import Elsewhere, provision
from clausekit.patterns import pattern
from clausekit.reading import Passage

_TABLE_IN = pattern(
    r"\b(?:the|that|this|each|in|of) (?:(?:first|second|last|following) )?tables? "
    r"(?:(?:which|that) )?(?:(?:is|are) )?(?:(?:set out|shown|given|contained|included|printed) )?"
    r"(?:in|at|under|to) $",
    re.IGNORECASE,
)
_KINDS = ("clause", "section", "paragraph", "schedule", "annex", "appendix")
_FARTHEST = 60
_MAY_BE_A_TABLE = pattern(r"\t| {3}|\btables?\b", re.IGNORECASE)


def tables_elsewhere(instrument: Instrument) -> Iterator[Elsewhere]:
    """Yield the references to a provision in which a table is said to be, but is not: with the heading or the
    number above the only table in provisions of its kind."""
    for reference in own_references(instrument):
        target = reference.target
        if target is None or reference.kind not in _KINDS or reference.title or reference.through:
            continue
        if not _TABLE_IN.search(reference.phrase.shortly_before(_FARTHEST)):
            continue
        with_tables = list(dict.fromkeys(_above(place, target) for place in instrument.places if place.table))
        others = [one for one in with_tables if one is not None and one is not _top(target, instrument)]
        if len(others) == 1 == len(with_tables) and not _may_have_one(target, instrument):
            lack = f"There is no table in {reference.kind} {reference.number}."
            yield Elsewhere(reference, lack, others[0])


def _above(place: Place, like: Passage) -> Passage | None:
    """Return the heading of what has a table: of its clause, or of its division if the like is one."""
    if like.heading == 1:
        return place.division
    return place.clause if place.passage.division == like.division else None


def _top(target: Passage, instrument: Instrument) -> Passage | None:
    return target if target.heading == 1 else instrument.place_of[target].clause


def _may_have_one(target: Passage, instrument: Instrument) -> bool:
    if target.heading == 1:
        whole = [one.passage for one in instrument.places if one.passage.division.startswith(target.division)]
    else:
        whole = list(provision(target, instrument))
    return any(_MAY_BE_A_TABLE.search(one.words) for one in whole)
