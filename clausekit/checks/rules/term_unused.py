"""CK-TERM-UNUSED: a term that is defined and never used."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.definitions import Definition
from clausekit.checks.rule import Confidence, Hit, Rule, hit
from clausekit.checks.rules._term_stands import stood_for
from clausekit.checks.rules._terms import is_defined_once


def _check(instrument: Instrument) -> Iterator[Hit]:
    unused = [one for one in instrument.definitions if not instrument.uses_of.get(one)]
    meant = stood_for(instrument) if unused else frozenset()
    for definition in unused:
        confidence = _confidence(definition)
        if confidence and definition not in meant and is_defined_once(definition, instrument):
            yield hit(
                definition.at,
                f"“{definition.term}” is defined, but used nowhere.",
                "Take the definition out, or use the term where it is meant.",
                confidence=confidence,
            )


def _confidence(definition: Definition) -> Confidence | None:
    """Return how sure it is that a definition is there to be used.

    "“Person” includes a company" interprets a word that may stand in the text or not, a party may be called
    by its full name, and an abbreviation may be there for those who know a thing by it.
    """
    if definition.term[:1].islower():
        return None
    if definition.kind == "entry":
        return "certain"
    if definition.kind == "table":
        return "likely"
    if definition.kind == "text":
        if not _stands_in_brackets(definition):
            return None
        return "doubtful" if _names_a_name(definition) else "likely"
    return "doubtful"


def _stands_in_brackets(definition: Definition) -> bool:
    return "(" in definition.at.before[-40:] and ")" in definition.at.after[:3]


def _names_a_name(definition: Definition) -> bool:
    """Tell whether brackets give a short name to what has a name: "Westmarch Constabulary (“the Police”)"."""
    before, _, bracket = definition.at.before.rpartition("(")
    words = before.split()
    return (
        bool(words)
        and not bracket.startswith(("a ", "an ", "each "))
        and (words[-1][0].isupper() or words[-1][0] in "[_…0123456789")
    )


RULE = Rule(
    id="CK-TERM-UNUSED",
    level="warning",
    title="A term that is defined and never used",
    why="A definition without a use is often the trace of a provision that was dropped, or of a term that"
    " is spelt in another way where it is used. Either deserves a look before signature.",
    fails="""
1. Definitions

1.1 In this agreement:

**Pooled Fund** means the fund that the Partners keep together.

**⟦Quarter⟧** means three months.

2. Funds

2.1 The Partners shall keep the Pooled Fund apart from other money.
""",
    passes="""
1. Definitions

1.1 In this agreement:

**Pooled Fund** means the fund that the Partners keep together.

2. Funds

2.1 The Partners shall keep each of the Pooled Funds apart from other money.
""",
    check=_check,
)
