"""CK-MISSING-LIMIT: an indemnity to which no limit is set."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules.missing._clauses import clauses, text_of
from clausekit.patterns import pattern

_INDEMNITY = pattern(
    r"\b(?:(?:shall|will|must|agrees? to|undertakes? to) (?:fully |jointly |severally |keep )*indemnif(?:y"
    r"|ied)|indemnifies|shall (?:hold|keep) \w+(?: \w+)? (?:fully )?indemnified)\b",
    re.IGNORECASE,
)
_LIMIT = pattern(
    r"\b(?:limit(?:ed|s|ation)?|cap(?:ped)?|not exceed|exceed|maximum|up to|no more than"
    r"|only to the extent|so far as"
    r"|to the extent|except|in proportion|mitigate)\b",
    re.IGNORECASE,
)

_NOBODY = pattern(r"\b(?:none of|no (?:party|partner)|neither)\b[^.]*$", re.IGNORECASE)


def _check(instrument: Instrument) -> Iterator[Hit]:
    for words, _ in instrument.search(_INDEMNITY, "text", signs=("indemnif",)):
        clause = instrument.place_of[words.passage].clause
        if (
            not _NOBODY.search(words.before)
            and not (clause and _LIMIT.search(text_of(clauses(instrument)[clause])))
            and not _LIMIT.search(words.passage.text)
        ):
            yield hit(
                words,
                f"“{words.text}” gives an indemnity to which this clause sets no limit.",
                "Say up to what sum, or for what causes, if it is not meant to be without limit.",
            )
            return


RULE = Rule(
    id="CK-MISSING-LIMIT",
    level="info",
    title="An indemnity without a limit",
    why="Money promised without limit is beyond what most authorities may promise without a decision of"
    " their own, and beyond what insurance covers.",
    fails="""
1. Liability

1.1 Each Partner ⟦shall indemnify⟧ the other Partner against all claims that arise from this agreement.
""",
    passes="""
1. Liability

1.1 Each Partner shall indemnify the other Partner against all claims that its own negligence causes.

1.2 The liability of a Partner under this clause is limited to £500,000 in a year.
""",
    check=_check,
    of_the_whole=True,
)
