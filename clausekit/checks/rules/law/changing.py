"""CK-LAW-CHANGING: law or a body that is about to change."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.law import mentions
from clausekit.checks.rules.law._standing import told


def _check(instrument: Instrument) -> Iterator[Hit]:
    for row, all_ in mentions(instrument).items():
        if row.fate == "changing" and row.is_gone(instrument.as_at):
            used = [mention.at for mention, _ in told(all_, instrument)]
            for first in used[:1]:
                yield hit(
                    first,
                    f"“{first.text}” stands, but a change is made or proposed ({row.authority}).",
                    f"Look up whether it is in force yet; it would bring {row.now}.",
                    related=tuple(used[1:]),
                )


RULE = Rule(
    id="CK-LAW-CHANGING",
    level="info",
    title="Law or a body that is about to change",
    why="An agreement outlives the day of its signature: what is enacted or proposed should be looked up"
    " before it is signed, and provided for.",
    fails="""
1. Oversight

1.1 ⟦NHS England⟧ may ask for the accounts.

2. Reports

2.1 The Partners shall send the yearly report to NHS England.
""",
    passes="""
1. Oversight

1.1 The Care Quality Commission may ask for the accounts.
""",
    check=_check,
)
