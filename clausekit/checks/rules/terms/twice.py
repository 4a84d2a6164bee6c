"""CK-TERM-TWICE: a term that is defined twice in the same words."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules.terms._pairs import pairs


def _check(instrument: Instrument) -> Iterator[Hit]:
    for pair in pairs(instrument):
        if pair.same:
            yield hit(
                pair.second.at,
                f"“{pair.second.term}” is defined twice.",
                "Keep one of the two definitions.",
                confidence=pair.confidence,
                related=(pair.first.at,),
            )


RULE = Rule(
    id="CK-TERM-TWICE",
    level="warning",
    title="A term that is defined twice in the same words",
    why="Two definitions of one term say the same only until someone amends one of them.",
    fails="""
1. Definitions

1.1 In this agreement:

**Pooled Fund** means the money that the Partners keep together.

**Quarter** means three months.

**⟦Pooled Fund⟧** means the money that the Partners keep together.

2. Funds

2.1 The Partners shall review the Pooled Fund each Quarter.

2.2 In this clause “⟦Quarter⟧” means three months. The review takes a day.
""",
    passes="""
1. Definitions

1.1 In this agreement:

**Pooled Fund** has the meaning given in clause 2.1.

**Quarter** means three months.

2. Funds

2.1 The Partners shall keep money together (the “Pooled Fund”), and review the Pooled Fund each Quarter.
""",
    check=_check,
)
