"""CK-MISSING-CONSEQUENCES: an agreement that can be ended, and does not say what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules.missing._clauses import clauses, text_of
from clausekit.checks.rules.missing._contents import is_whole
from clausekit.checks.words import whole
from clausekit.patterns import pattern

_ENDING = pattern(r"\b(?:terminat|withdrawal and ending|ending)", re.IGNORECASE)
_POWER = pattern(r"\b(?:may|can|entitled to|right to)\b[^.]{0,80}\b(?:terminat|end)\w*\b", re.IGNORECASE)
_CONSEQUENCE = pattern(
    r"\b(?:consequences?|(?:on|upon|after|following|in the event of|effect of"
    r"|date of) (?:\w+ ){0,4}(?:terminat|expir|ending)"
    r"|(?:on|after) the end of|(?:when|where|if|once) (?:\w+ ){1,7}(?:ends|terminates|is terminated"
    r"|comes to an end|expires)|surviv"
    r"|exit (?:plan|strategy|arrangements)|wind(?:ing)?[ -](?:up|down)|accrued|continues? to bind)",
    re.IGNORECASE,
)
_CONTRACTS = frozenset(("section-75-agreement", "public-cooperation-agreement"))


def _check(instrument: Instrument) -> Iterator[Hit]:
    if instrument.kind.name and instrument.kind.name not in _CONTRACTS:
        return
    ending = [
        heading
        for heading, passages in clauses(instrument).items()
        if _ENDING.search(heading.words) and not heading.division and _POWER.search(text_of(passages))
    ]
    if ending and not any(True for _ in instrument.search(_CONSEQUENCE, "text", "cell", "heading")):
        yield hit(
            whole(ending[0]),
            f"“{ending[0].words.strip()}” lets the agreement end, but nothing says what follows from that.",
            "Say what becomes of money, staff, property, contracts and records.",
            confidence="likely" if is_whole(instrument) else "doubtful",
        )


RULE = Rule(
    id="CK-MISSING-CONSEQUENCES",
    level="warning",
    title="An agreement that can be ended, without what follows from it",
    why="When a partnership ends there are people in its care, staff, equipment, contracts and a balance"
    " in the fund. What the agreement does not share out is argued over.",
    fails="""
1. Services

1.1 The Council provides the services to the Trust, which pays for them.

2. ⟦Termination⟧

2.1 Either party may terminate this agreement by six months’ notice.
""",
    passes="""
1. Services

1.1 The Council provides the services to the Trust, which pays for them.

2. Termination

2.1 Either party may terminate this agreement by six months’ notice.

2.2 On termination the Council hands over the records, and the Trust pays what is due.
""",
    check=_check,
    of_the_whole=True,
)
