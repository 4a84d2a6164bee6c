"""CK-NUMBER-GAP: a number left out."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._counting import words_of
from clausekit.checks.rules._misplaced import Fault
from clausekit.checks.rules._numbering import faults


def _check(instrument: Instrument) -> Iterator[Hit]:
    for fault in faults(instrument, "gap"):
        yield hit(
            words_of(fault.passage), _message(fault), "Number on without a gap, or put back what is missing."
        )


def _message(fault: Fault) -> str:
    number = fault.passage.number or fault.passage.division
    if fault.first is None:
        return f"The count begins with “{number}”: there is no {fault.missing}."
    before = fault.first.number or fault.first.division
    return f"“{before}” is followed by “{number}”: there is no {fault.missing}."


RULE = Rule(
    id="CK-NUMBER-GAP",
    level="warning",
    title="A number that is left out",
    why="Where a number is missing a provision may be missing too, and a reader cannot tell whether it"
    " was taken out on purpose. References to what follows may have been made before the gap was.",
    fails="""
1. Term

1.1 This agreement begins on 1 April 2027.

1.2 It ends on 31 March 2030.

1.4 ⟦A Partner may end it sooner by notice.⟧

2. Funds

2.1 The Partners shall keep:

(a) a pooled fund;

(c) ⟦a record of what is spent.⟧
""",
    passes="""
1. Term

1.1 This agreement begins on 1 April 2027.

1.2 It ends on 31 March 2030.

1.2A It may be renewed once.

1.3 [Not used]

1.4 A Partner may end it sooner by notice.
""",
    check=_check,
)
