"""CK-NUMBER-MIXED: an item numbered in another style than its neighbours."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.counting import words_of
from clausekit.checks.rules._shared.numbering import faults
from clausekit.checks.rules.numbers._item_marks import dashes_for_numbers, doubly_numbered


def _check(instrument: Instrument) -> Iterator[Hit]:
    for fault in faults(instrument, "mixed"):
        yield hit(
            words_of(fault.passage),
            f"“{fault.passage.label.strip()}” is of another style than the other items of its list.",
            f"Number it {fault.missing}.",
            confidence="likely",
        )
    for words, second in doubly_numbered(instrument):
        label = words.passage.label.strip()
        yield hit(
            words,
            f"“{label}” is followed by a second number, “{second}”, here and in the items after it.",
            "Keep one of the two.",
            confidence="likely",
        )
    for words, due in dashes_for_numbers(instrument):
        yield hit(
            words,
            "The item has a dash, those after it have numbers.",
            f"Number it “{due}”, as the others are.",
            confidence="likely",
        )


RULE = Rule(
    id="CK-NUMBER-MIXED",
    level="warning",
    title="An item numbered in another style than its neighbours",
    why="A list that goes from (a) to (ii) to (c) leaves open whether (ii) is the second item or a part"
    " of the first, and a reference to (b) points to nothing.",
    fails="""
1. Funds

1.1 The Partners shall:

(a) keep a pooled fund;

(ii) ⟦name its host; and⟧

(c) record what is spent.

1.2 The Board settles:

i) ⟦(1) who moves to which Partner;⟧

ii) (2) who keeps the equipment; and

iii) (3) who pays what is owed.
""",
    passes="""
1. Funds

1.1 The Partners shall:

(a) keep a pooled fund, which:

(i) has a host; and

(ii) is kept apart; and

(b) record what is spent.
""",
    check=_check,
)
