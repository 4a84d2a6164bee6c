"""CK-LAW-BODY-ABOLISHED: a body that has been abolished."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule
from clausekit.checks.rules.law._standing import gone


def _check(instrument: Instrument) -> Iterator[Hit]:
    yield from gone(instrument, ("body", "local"), ("abolished",))


RULE = Rule(
    id="CK-LAW-BODY-ABOLISHED",
    level="error",
    title="A body that has been abolished",
    why="A body that is no longer there can neither be party to an agreement nor give the consent or"
    " guidance that the agreement asks of it.",
    fails="""
1. Parties

(1) Westmarch County Council; and

(2) ⟦NHS Westmarch Clinical Commissioning Group⟧ (the “CCG”).

2. Guidance

2.1 The CCG shall have regard to the guidance of ⟦Public Health England⟧.
""",
    passes="""
1. Parties

(1) Westmarch County Council; and

(2) NHS Westmarch Integrated Care Board (the “ICB”).

2. Guidance

2.1 The ICB shall have regard to the guidance of the UK Health Security Agency.
""",
    check=_check,
)
