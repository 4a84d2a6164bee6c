"""CK-LAW-REPEALED: law that has been repealed or revoked."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule
from clausekit.checks.rules.law._standing import gone


def _check(instrument: Instrument) -> Iterator[Hit]:
    yield from gone(instrument, ("law",), ("repealed", "revoked", "replaced"))


RULE = Rule(
    id="CK-LAW-REPEALED",
    level="error",
    title="An Act or instrument that has been repealed or revoked",
    why="A duty to comply with law that is no longer there binds nobody to the law that is, and a power"
    " taken from it may be no power at all.",
    fails="""
1. Data protection

1.1 Each Partner shall comply with the ⟦Data Protection Act 1998⟧ and the Freedom of Information Act 2000.

2. Arrangements

2.1 The Partners act under ⟦section 31 of the Health Act 1999⟧.

3. Contracts

3.1 Contracts are let as ⟦SI 2015/102⟧ asks.
""",
    passes="""
1. Data protection

1.1 Each Partner shall comply with the Data Protection Act 2018 and the Freedom of Information Act 2000.

2. Arrangements

2.1 The Partners act under section 75 of the National Health Service Act 2006.

3. Contracts

3.1 Contracts are let as the Procurement Act 2023 asks.
""",
    check=_check,
)
