"""CK-LEFT-CHOICE: alternatives between which nobody chose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.marks import Bracketed
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.brackets import brackets_with, content_of
from clausekit.checks.rules._shared.forms import forms, is_in_form
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_BETWEEN = pattern(r"[ ]?(?P<or>/|\[?(?:and/)?OR\]?|\[or\])?[ ]?")
_LONGEST_ALTERNATIVE = 40
_LONGEST_WITH_OR = 400
_STANDS_TOO = pattern(r"[\s,(]*(?:and|including|together|but|with)\b", re.IGNORECASE)
"""How words begin that may stand beside those before them: "[and the car park] [and the garden]"."""


def _check(instrument: Instrument) -> Iterator[Hit]:
    of_forms = forms(instrument)
    for one, place in brackets_with(instrument, "choice"):
        yield hit(
            one.at,
            f"“{one.at.text}” leaves open which is meant.",
            "Keep one, and take out the other with the brackets.",
            confidence="doubtful" if is_in_form(place, of_forms) else "certain",
        )
    for words in _neighbours(instrument):
        yield hit(
            words,
            f"“{words.text}” leaves open which is meant.",
            "Keep one, and take out the other with the brackets.",
            confidence="doubtful" if is_in_form(instrument.place_of[words.passage], of_forms) else "certain",
        )


def _neighbours(instrument: Instrument) -> Iterator[Words]:
    """Yield the words in brackets that follow each other as alternatives: "[shall][may]", "[A] OR [B]"."""
    before: Bracketed | None = None
    for one in instrument.brackets:
        if one.depth or content_of(one) != "words":
            continue
        if before is not None and _are_alternatives(before, one):
            yield Words(one.at.passage, before.at.start, one.at.end)
            before = None
        else:
            before = one


def _are_alternatives(first: Bracketed, second: Bracketed) -> bool:
    """Tell whether the words of two brackets cannot both stand: "or" parts them, or nothing does."""
    if first.at.passage is not second.at.passage:
        return False
    between = _BETWEEN.fullmatch(first.at.passage.text, first.at.end, second.at.start)
    if between is None or (not between["or"] and _STANDS_TOO.match(second.inside)):
        return False
    longest = _LONGEST_WITH_OR if between["or"] else _LONGEST_ALTERNATIVE
    return max(len(first.inside), len(second.inside)) <= longest


RULE = Rule(
    id="CK-LEFT-CHOICE",
    level="error",
    title="Alternatives in brackets between which nobody chose",
    why="“[shall/may]” leaves open whether there is a duty at all.",
    fails="""
1. Host

1.1 The ⟦[Council OR ICB]⟧ ⟦[shall/may]⟧ host the fund for ⟦[one]/[two]⟧ years.
""",
    passes="""
1. Host

1.1 The Council may host the fund and/or its account (and shall/will be told so).
""",
    check=_check,
)
