"""CK-TERM-IN-TEXT: a definition in the operative text of an agreement that has a list of them."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.terms import listed

_A_LIST = 3


def _check(instrument: Instrument) -> Iterator[Hit]:
    entries = [one for one in listed(instrument) if not one.scope]
    if len(entries) < _A_LIST:
        return
    known = {one.term for one in entries}
    for definition in instrument.definitions:
        elsewhere = instrument.place_of[definition.at.passage].definition is None
        if definition.kind == "text" and elsewhere and not definition.scope and definition.term not in known:
            yield hit(
                definition.at,
                f"“{definition.term}” is defined in the text, not in the list of definitions.",
                "Move the definition to the list, or point to it from there.",
            )


RULE = Rule(
    id="CK-TERM-IN-TEXT",
    level="info",
    title="A term that is defined inside the text, and not in the list of definitions",
    why="Readers look for a meaning in the list of definitions. A term that is defined in passing, and"
    " used elsewhere, sends them searching.",
    fails="""
1. Definitions

1.1 In this agreement:

**Budget** means the money for a year.

**Partner** means each party to this agreement.

**Review** means the review each March.

2. Disputes

2.1 A Partner may write to the other Partner (a “⟦Dispute Notice⟧”).
""",
    passes="""
1. Definitions

1.1 In this agreement:

**Budget** means the money for a year.

**Dispute Notice** has the meaning given in clause 2.1.

**Partner** means each party to this agreement.

2. Disputes

2.1 A Partner may write to the other Partner (a “Dispute Notice”).
""",
    check=_check,
)
