"""CK-LAW-OVERTAKEN: a scheme, guidance or expression that later law has overtaken."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule
from clausekit.checks.rules._law_standing import gone


def _check(instrument: Instrument) -> Iterator[Hit]:
    yield from gone(instrument, ("expression",), ("replaced",))


RULE = Rule(
    id="CK-LAW-OVERTAKEN",
    level="warning",
    title="An expression, scheme or guidance that has been overtaken",
    why="Words that the law no longer uses have no meaning that a court could look up, and a scheme that"
    " has ended"
    " cannot be followed.",
    fails="""
1. Data

1.1 The Partners shall protect ⟦sensitive personal data⟧ and meet the standards of the ⟦IG Toolkit⟧.
""",
    passes="""
1. Data

1.1 The Partners shall protect special categories of personal data and meet the standards of the Data
Security and
Protection Toolkit.
""",
    yields_to=("CK-LAW-REPEALED",),
    check=_check,
)
