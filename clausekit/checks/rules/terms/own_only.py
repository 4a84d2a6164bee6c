"""CK-TERM-OWN-ONLY: a term that is used in its own definition and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.definitions import Definition
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.terms import is_defined_once, listed
from clausekit.checks.rules.terms._stands import stood_for


def _check(instrument: Instrument) -> Iterator[Hit]:
    own = [one for one in listed(instrument) if _is_used_by_itself_only(one, instrument)]
    meant = stood_for(instrument) if own else frozenset()
    for definition in own:
        if definition not in meant and is_defined_once(definition, instrument):
            yield hit(
                definition.at,
                f"“{definition.term}” is used in its own definition, and nowhere else.",
                "Take the definition out, or use the term where it is meant.",
                related=(instrument.uses_of[definition][0].at,),
            )


def _is_used_by_itself_only(definition: Definition, instrument: Instrument) -> bool:
    uses = instrument.uses_of.get(definition, ())
    return bool(uses) and all(use.own for use in uses)


RULE = Rule(
    id="CK-TERM-OWN-ONLY",
    level="warning",
    title="A term that is used only inside its own definition",
    why="Such a term does nothing in the agreement. It looks used when one searches for it, so that the"
    " provision that needed it may have gone without anybody’s noticing.",
    fails="""
1. Definitions

1.1 In this agreement:

**Partner** means each party to this agreement.

**⟦Review⟧** means the review of the services by the Partners; a Review takes place each March.

2. Funds

2.1 The Partners shall keep money apart.
""",
    passes="""
1. Definitions

1.1 In this agreement:

**Partner** means each party to this agreement.

**Review** means the review of the services by the Partners; a Review takes place each March.

2. Funds

2.1 The Partners shall report to each Review.
""",
    check=_check,
    of_the_whole=True,
)
