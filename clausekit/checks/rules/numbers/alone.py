"""CK-NUMBER-ALONE: a list of one."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.counting import words_of


def _check(instrument: Instrument) -> Iterator[Hit]:
    for sequence in instrument.sequences:
        if not sequence.parent.rstrip(")") or len(sequence.labels) > 1:
            continue
        (label,) = sequence.labels
        if label.value == 1 and label.passage.heading == 0 and "(" in label.passage.number:
            yield hit(
                words_of(label.passage),
                f"“{label.passage.number}” stands alone: nothing follows it in its list.",
                "Join it to the words above, or add what is missing.",
            )


RULE = Rule(
    id="CK-NUMBER-ALONE",
    level="info",
    title="A list with a single item",
    why="An item (a) without a (b) is often what is left of a list from which the rest was taken out.",
    fails="""
1. Funds

1.1 The Partners shall:

(a) ⟦keep a pooled fund.⟧

1.2 The Council is its host.
""",
    passes="""
1. Funds

1.1 The Partners shall:

(a) keep a pooled fund; and

(b) record what is spent.

2. Law

2.1 The law of England applies.
""",
    check=_check,
)
