"""CK-NUMBER-LEVEL: a number that belongs to another clause or level."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.counting import words_of
from clausekit.checks.rules._shared.misplaced import Fault
from clausekit.checks.rules._shared.numbering import faults, sure


def _check(instrument: Instrument) -> Iterator[Hit]:
    for fault in faults(instrument, "level"):
        yield hit(
            words_of(fault.passage),
            _message(fault),
            "Number it as its neighbours are, or move it to where its number belongs.",
            confidence=sure(instrument),
        )


def _message(fault: Fault) -> str:
    number = fault.passage.number
    if fault.missing.startswith(f"{number.partition('.')[0]}."):
        return f"“{number}” skips a level: there is no {fault.missing} above it."
    return f"“{number}” stands in clause {fault.missing}, to which its number does not belong."


RULE = Rule(
    id="CK-NUMBER-LEVEL",
    level="warning",
    title="A number that belongs to another clause or to another level",
    why="A number that says it is part of one clause while it stands in another misleads every reference"
    " to it.",
    fails="""
1. Term

1.1 This agreement begins on 1 April 2027.

2. Ending

2.1 A Partner may end it by notice.

1.2 ⟦Notice is given in writing.⟧

2.3 The period of notice is six months.

3. Funds

3.1 The Partners keep a pooled fund.

3.2.1 ⟦The Council is its host.⟧
""",
    passes="""
1. Term

1.1 This agreement begins on 1 April 2027.

1.1.1 It is signed on that day or before.

2. Ending

2.1 A Partner may end it by notice:

(a) in writing; and

(b) of six months.
""",
    check=_check,
)
