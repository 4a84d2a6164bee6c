"""CK-TEXT-BRACKETS: a bracket without its other half."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules.text._pairs import unpaired
from clausekit.checks.words import Words
from clausekit.reading import Passage

_PAIRS = {"(": ")", "[": "]"}
_LONGEST_QUOTED = 200


def _check(instrument: Instrument) -> Iterator[Hit]:
    told: set[tuple[Passage, str]] = set()
    for words, sure in reversed(list(unpaired(instrument, _PAIRS))):
        if (words.passage, words.text) in told:
            continue  # of two that were opened and not closed, one may stand for the other's end
        told.add((words.passage, words.text))
        which = "never closed" if words.text in _PAIRS else "never opened"
        yield hit(
            words,
            f"The bracket “{words.text}” is {which}.",
            "Put in its other half where the words in brackets begin or end.",
            confidence="likely" if sure and not _is_quoted(words) else "doubtful",
        )


def _is_quoted(words: Words) -> bool:
    """Tell whether a bracket stands in words that are quoted, which may be no more than a piece."""
    opened, closed = words.before.rfind("“"), words.after.find("”")
    return opened > words.before.rfind("”") and 0 <= closed < _LONGEST_QUOTED


RULE = Rule(
    id="CK-TEXT-BRACKETS",
    level="warning",
    title="A bracket without its other half",
    why="What stands in brackets is set apart from the rest. Where one half is missing nobody can tell"
    " how far an exception or an explanation reaches.",
    fails="""
1. Costs

1.1 The Council ⟦(⟧or a body that acts for it pays the costs of the pooled fund.

1.2 The other Partners pay their shares each year⟦)⟧.
""",
    passes="""
1. Costs

1.1 The Council pays the costs of the fund (including:

(a) rent; and

(b) interest).

1.2 Each Partner pays either a) its share, or b) what is agreed.
""",
    check=_check,
    yields_to=("CK-LAW-FORM",),
)
