"""CK-LEFT-BRACKETS: words left in square brackets, as if they were not agreed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.marks import Bracketed
from clausekit.checks.instrument.places import Place
from clausekit.checks.rule import Confidence, Hit, Rule, hit
from clausekit.checks.rules._shared.brackets import brackets_with
from clausekit.checks.rules._shared.forms import forms, is_in_form
from clausekit.patterns import pattern

_QUOTED = pattern(r"[“‘][^”’]*$")
_LONGEST_TERM = 300
_APPLIES_TO = pattern(
    r"(?:(?:all|both|each|any)[ ](?:lots?|services?|sites?)|lots?[ ][\w, &-]{1,20})(?:[ ]only)?",
    re.IGNORECASE,
)
"""What a heading says of that for which its clause is meant: "Prices [all lots]"."""


def _check(instrument: Instrument) -> Iterator[Hit]:
    of_forms = forms(instrument)
    for one, place in brackets_with(instrument, "words"):
        yield hit(
            one.at,
            f"“{_short(one.at.text)}” stands in square brackets, as what is not agreed does.",
            "Take the brackets out if the words are agreed, or else the words with them.",
            confidence=_confidence(one, place, of_forms),
        )


def _confidence(one: Bracketed, place: Place, of_forms: tuple[str, ...]) -> Confidence:
    before = one.at.shortly_before(_LONGEST_TERM)
    if is_in_form(place, of_forms) or _QUOTED.search(before) or before.count('"') % 2:
        return "doubtful"
    if place.role == "heading" and not one.at.after.strip() and _APPLIES_TO.fullmatch(one.inside.strip()):
        return "doubtful"
    return "likely"


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:50]}…]"


RULE = Rule(
    id="CK-LEFT-BRACKETS",
    level="warning",
    title="Words that were left in square brackets",
    why="Square brackets mark what is still to be agreed. In a final text they make it doubtful whether the"
    " words are part of the bargain.",
    fails="""
1. Payment

1.1 The ICB pays within ⟦[30]⟧ days with the approval of the ⟦[JCB]⟧.
""",
    passes="""
1. Payment

1.1 The ICB pays within 30 days, see note [3] and [2019] EWCA Civ 12. “[T]he words” were quoted. [Not used]
""",
    check=_check,
    yields_to=(
        "CK-BLANK-MARK",
        "CK-BLANK-TBC",
        "CK-LEFT-CHOICE",
        "CK-LEFT-COMMENT",
        "CK-LEFT-OBJECT",
        "CK-LEFT-QUESTION",
    ),
)
