"""CK-NUMBER-ORDER: a number that comes too early or too late."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.counting import tops_of, words_of
from clausekit.checks.rules._shared.numbering import faults, sure
from clausekit.checks.rules.numbers._roman_articles import miscounted_articles


def _check(instrument: Instrument) -> Iterator[Hit]:
    for fault in faults(instrument, "order"):
        number = fault.passage.number or tops_of(instrument).get(fault.passage, "") or fault.passage.division
        after = f" after “{fault.first.number or fault.first.division}”" if fault.first else ""
        yield hit(
            words_of(fault.passage),
            f"“{number}” stands out of order{after}.",
            f"Number it {fault.missing}." if fault.missing else "Put it in its place, or number it anew.",
            confidence=sure(instrument),
            related=(words_of(fault.first),) if fault.first else (),
        )
    for numeral in miscounted_articles(instrument, "order"):
        yield hit(
            numeral, f"“{numeral.text}” stands out of order.", "Put it in its place, or number it anew."
        )


RULE = Rule(
    id="CK-NUMBER-ORDER",
    level="error",
    title="A number out of order",
    why="Who looks for a provision by its number goes by the order of the numbers and will not find it;"
    " and the slip often shows that a provision was moved while references to it were not.",
    fails="""
1. Term

1.1 This agreement begins on 1 April 2027.

1.2 It ends on 31 March 2030.

1.4 A Partner may end it sooner by notice.

1.3 ⟦Notice is given in writing.⟧

1.5 The Partners may renew it.
""",
    passes="""
1. Term

1.1 This agreement begins on 1 April 2027.

1.2 It ends on 31 March 2030.

1.3 Notice is given in writing.
""",
    check=_check,
)
