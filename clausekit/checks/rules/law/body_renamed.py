"""CK-LAW-BODY-RENAMED: a body by a name that it has given up."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule
from clausekit.checks.rules.law._standing import gone


def _check(instrument: Instrument) -> Iterator[Hit]:
    yield from gone(instrument, ("body", "local"), ("renamed", "replaced"))


RULE = Rule(
    id="CK-LAW-BODY-RENAMED",
    level="warning",
    title="A body by a name that it has given up, or that another body has replaced",
    why="A name of the past leaves open whether its bearer, its successor or nobody is meant.",
    fails="""
1. Guidance

1.1 The Partners shall follow the guidance of the ⟦Department of Health⟧ on pooled funds.
""",
    passes="""
1. Guidance

1.1 The Partners shall follow the guidance of the Department of Health and Social Care on pooled funds.
""",
    check=_check,
)
