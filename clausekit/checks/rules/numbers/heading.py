"""CK-NUMBER-HEADING: sub-clauses whose clause has lost its heading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.counting import words_of
from clausekit.checks.rules._shared.misplaced import Fault
from clausekit.checks.rules._shared.numbering import faults, sure
from clausekit.checks.rules.numbers._lettered import left_out

_THINGS = (
    "objective|priority|aim|theme|outcome|goal|strand|workstream|action|standard|principle|phase|stage|task"
)
_FAR, _LONGEST = 60, 60
_MANY = 6
"""So many clauses have not lost their headings: a converter did."""


def _check(instrument: Instrument) -> Iterator[Hit]:
    found = list(faults(instrument, "heading"))
    for fault in found:
        if _is_headed_in_words(fault, instrument):
            continue
        yield hit(
            words_of(fault.passage),
            f"“{fault.passage.number}” stands below no {fault.missing}: the heading of clause {fault.missing}"
            " or its number is lost.",
            f"Put the heading {fault.missing} back before it.",
            confidence="doubtful" if len(found) > _MANY else sure(instrument, "likely"),
        )

    for one in left_out(instrument):
        if one.below is not None:
            yield hit(
                words_of(one.below),
                f"“{one.below.number}” stands below no {one.missing}: the heading of {one.missing} or its"
                " number is lost.",
                f"Put the heading {one.missing} back before it.",
                confidence="likely",
            )


def _is_headed_in_words(fault: Fault, instrument: Instrument) -> bool:
    """Tell whether the number stands in the words of a heading before: "Strategic Objective 3"."""
    at = instrument.place_of[fault.passage].order
    headed = re.compile(rf"\b(?:{_THINGS})s? {re.escape(fault.missing)}\b", re.IGNORECASE)
    before = instrument.places[max(0, at - _FAR) : at]
    return any(headed.search(place.passage.text[:_LONGEST]) for place in before)


RULE = Rule(
    id="CK-NUMBER-HEADING",
    level="warning",
    title="Sub-clauses whose clause has no heading",
    why="Where other clauses have a numbered heading, one without has lost it: its provisions then read"
    " as part of the clause before, and a reference to the clause as a whole points to nothing.",
    fails="""
1. Term

1.1 This agreement begins on 1 April 2027.

1.2 It ends on 31 March 2030.

2.1 ⟦A Partner may end it sooner by notice.⟧

2.2 Notice is given in writing.

3. Funds

3.1 The Partners keep a pooled fund.
""",
    passes="""
1. Term

1.1 This agreement begins on 1 April 2027.

2. Ending

2.1 A Partner may end it by notice.

3. Funds

3.1 The Partners keep a pooled fund.
""",
    check=_check,
)
