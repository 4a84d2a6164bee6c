"""CK-BLANK-PARAMETER: a parameter of our own draft that is still open."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.brackets import content_of, is_parameter


def _check(instrument: Instrument) -> Iterator[Hit]:
    for one in instrument.brackets:
        if one.depth == 0 and is_parameter(one) and content_of(one) == "blank":
            names = {
                span.parameter
                for span in one.at.passage.spans
                if span.start < one.at.end and one.at.start < span.end
            }
            name = next(iter(sorted(names - {""})))
            yield hit(
                one.at,
                f"“{one.at.text}” stands for the parameter {name}, which has no value yet.",
                "Fill it in in the parameter file and draft again.",
            )


RULE = Rule(
    id="CK-BLANK-PARAMETER",
    level="info",
    title="A parameter of our own draft that is still open",
    why="The draft itself says that the value is to come, so it is no slip; but the agreement is not"
    " complete.",
    fails="""
1. Contributions

1.1 The Council contributes [●], for which the draft knows a parameter that has no value.
""",
    passes="""
1. Contributions

1.1 The Council contributes £10,000.
""",
    check=_check,
)
