"""CK-TERM-TWICE-DIFFERENTLY: a term with two meanings in one place."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules.terms._pairs import pairs


def _check(instrument: Instrument) -> Iterator[Hit]:
    for pair in pairs(instrument):
        if not pair.same:
            yield hit(
                pair.second.at,
                f"“{pair.second.term}” is defined twice, each time in other words.",
                "Keep one definition, or give one of the two things another name.",
                confidence=pair.confidence,
                related=(pair.first.at,),
            )


RULE = Rule(
    id="CK-TERM-TWICE-DIFFERENTLY",
    level="error",
    title="A term that is defined twice, in different words",
    why="Of two meanings nobody can tell which applies. Money, risk or time may turn on the choice.",
    fails="""
1. Definitions

1.1 In this agreement:

**Quarter** means three months that begin on 1 April.

**⟦Quarter⟧** means each period of thirteen weeks.

2. Funds

2.1 The Partners shall review the fund each Quarter, and pay for it in the first Month of each.

2.2 In this clause “Month” means a calendar month.

**Home** means a care home in Dale.

3. Homes

3.1 In this clause “⟦Home⟧” means any place in which a person is cared for. Each Home has a garden.
""",
    passes="""
1. Definitions

1.1 In this agreement:

**Quarter** means three months that begin on 1 April.

2. Funds

2.1 The Partners shall review the fund each Quarter.

Schedule 1: Care homes

1. In this Schedule, “Home” means a care home in Dale. Each Home reports each Quarter.
""",
    check=_check,
)
