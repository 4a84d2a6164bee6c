"""Numbers that stand where they do not belong: in another clause, or below a heading that is lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.counting import quoted, tops_of
from clausekit.checks.rules._shared.fragments import is_printed_in
from clausekit.patterns import pattern
from clausekit.reading import Passage

FaultKind: TypeAlias = Literal["gap", "repeated", "order", "level", "heading", "mixed"]

_DECIMAL = pattern(r"(\d+)(?:\.\d+)+")
_FEW = 4
_LONGEST_TITLE = 80
_FEWEST_HEADINGS = 0.5
"""If fewer of the clauses have a numbered heading, headings have no numbers here."""


class Fault(NamedTuple):
    """Something wrong with a number: what, at which passage, after which.

    ``missing`` is the number that should be there in a gap, or the parent that is lost, and what should
    stand instead of a number that is repeated or of another kind; "" if that cannot be told.
    ``first`` is the passage with which it clashes, or that stands before it.
    """

    kind: FaultKind
    passage: Passage
    missing: str = ""
    first: Passage | None = None


def out_of_place(instrument: Instrument) -> Iterator[Fault]:
    """Yield the numbers that stand in another clause than they say, and those whose clause has none."""
    tops, passed_over = tops_of(instrument), quoted(instrument)
    known = {(passage.division, number) for passage, number in tops.items()}
    groups = {(one.division, one.parent) for one in instrument.sequences if one.parent.isdecimal()}
    if len(groups & known) < _FEWEST_HEADINGS * len(groups):
        return
    current = astray = ""
    division: str | None = None
    before: Passage | None = None
    last: list[Passage] = []
    for place in instrument.places:
        passage = place.passage
        if passage.division != division:
            division, current, astray, before = passage.division, "", "", None
        if passage in tops:
            current, astray = tops[passage], ""
        elif place.role not in ("text", "heading") or passage in passed_over:
            continue
        elif match := _DECIMAL.match(passage.number):
            clause = match[1]
            if clause == current:
                astray = ""
            elif clause != astray and (division, clause) in known and current:
                astray = clause
                yield Fault("level", passage, current, before)
            elif clause != astray and (division, clause) not in known:
                if (
                    _is_first(passage, clause)
                    and _may_follow(clause, before)
                    and not is_printed_in(last[-_FEW:], clause)
                ):
                    twice = _numbered_as_before(before, clause, last)
                    current = clause
                    yield twice or Fault("heading", passage, clause, before)
                else:
                    astray = clause
        last.append(passage)
        if passage.number:
            before = passage


def of_another_count(instrument: Instrument) -> Iterator[Fault]:
    """Yield the first sub-clause below a heading whose numbers are those of an earlier count: 5.1 below 34.

    No clause of the schedule has the number that they say.
    """
    tops, passed_over = tops_of(instrument), quoted(instrument)
    known = {(passage.division, number) for passage, number in tops.items()}
    top: Passage | None = None
    before = ""
    for place in instrument.places:
        passage = place.passage
        if passage in tops:
            top, before = passage, tops[passage]
        if place.role not in ("text", "heading") or passage in passed_over or passage in tops:
            continue
        match = _DECIMAL.match(passage.number)
        if match is None or top is None or passage.division != top.division:
            continue
        own = match[1]
        stray = own != before == tops[top] and int(own) < int(tops[top])
        if stray and own != "0" and (passage.division, own) not in known:
            yield Fault("heading", passage, own, top)
        before = own


def _is_first(passage: Passage, clause: str) -> bool:
    return passage.number in (f"{clause}.1", f"{clause}.1.1")


def _numbered_as_before(before: Passage | None, clause: str, last: list[Passage]) -> Fault | None:
    """Return the fault of a heading directly before that has the number of the heading before it: "3" before
    4.1, where there is a 3 already."""
    if before is None or before is not last[-1] or before.number != str(int(clause) - 1):
        return None
    first = next((one for one in reversed(last[:-1]) if one.number == before.number), None)
    title = len(before.words) <= _LONGEST_TITLE and not before.words.rstrip().endswith((".", ";", ":", ","))
    return Fault("repeated", before, clause, first) if first and title else None


def _may_follow(clause: str, before: Passage | None) -> bool:
    """Tell whether a clause may begin there: not after a later number, or none, as in text out of order."""
    if before is None:
        return clause == "1"
    return not before.number.isdecimal() or int(before.number) < int(clause)
