"""CK-BLANK-MARK: a blank in square brackets, or a hole with nothing in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Place
from clausekit.checks.rule import Confidence, Hit, Rule, hit
from clausekit.checks.rules._shared.brackets import brackets_with, is_parameter
from clausekit.checks.rules._shared.forms import forms, is_in_form, is_overdue, is_to_be_dated
from clausekit.checks.rules.blanks._empty_cells import empty_cells
from clausekit.checks.rules.blanks._holes import holes
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_BULLET = pattern(
    r"(?=[£●])(?:£[ ]?[●•](?:,[\d●•]{3})*"
    r"|(?<=(?:of|is|to|by|es|ay|ys)[ ])£(?=[ ](?:in|for|to|from|by|each|per|and|on|at)\b)"
    r"|(?<=\s)●(?=(?:[ ]?%|[ ](?:per cent|pounds|hours|days|weeks|months|years|working|business"
    r"|(?:January|February|March"
    r"|April|May|June|July|August|September|October|November|December)\b|20\d\d))))",
    re.IGNORECASE,
)


def _check(instrument: Instrument) -> Iterator[Hit]:
    of_forms = forms(instrument)
    for one, place in brackets_with(instrument, "blank"):
        if not is_parameter(one):
            yield _hit(one.at, _confidence(one.at, place, of_forms, instrument))
    for words, _ in instrument.search(
        _BULLET, "text", "cell", "note", "heading", "cover", signs=("●", "£ ", "£•")
    ):
        if words.before.strip():
            yield _hit(words, "likely")
    for words, head in empty_cells(instrument):
        in_form = is_in_form(instrument.place_of[words.passage], of_forms)
        yield hit(
            words,
            f"Nothing stands under “{head}” in the row of “{words.text.strip()}”, as it does in all others.",
            "Fill it in, or say that there is none.",
            confidence="doubtful" if in_form else "likely",
        )
    for words in holes(instrument):
        signed_later = is_to_be_dated(words.before + words.text[:4]) and not is_overdue(words, instrument)
        in_form = is_in_form(instrument.place_of[words.passage], of_forms)
        yield hit(
            words,
            f"Something is missing in “{words.text.strip()}”.",
            "Fill it in, or take out what it belongs to.",
            confidence="doubtful" if in_form or signed_later else "likely",
        )


def _confidence(words: Words, place: Place, of_forms: tuple[str, ...], instrument: Instrument) -> Confidence:
    """A blank in a form, the date of a signature to come and a box to tick are as they should be."""
    ticked = not words.before.strip() and len(words.after.split()) > 1 and words.text != "[●]"
    if is_to_be_dated(words.before):
        return "likely" if is_overdue(words, instrument) else "doubtful"
    if is_in_form(place, of_forms) or ticked or place.role == "margin":
        return "doubtful"
    return "certain"


def _hit(words: Words, confidence: Confidence) -> Hit:
    return hit(
        words,
        f"“{words.text}” is a blank.",
        "Fill it in, or take out what it belongs to.",
        confidence=confidence,
    )


RULE = Rule(
    id="CK-BLANK-MARK",
    level="error",
    title="A blank in square brackets, or a hole in a sentence, that was not filled in",
    why="A sum, a date or a name that is missing may make the provision void for uncertainty. Blanks in"
    " forms, in signature blocks and for the date of signature are left alone.",
    fails="""
1. Contributions

1.1 The Council contributes ⟦[●]⟧ and the ICB £⟦[ ]⟧ for ⟦[X]⟧ years.

1.2 The share of the ICB ⟦is  per cent⟧ of the costs ⟦from  to⟧ 31 March 2027, and ⟦(  )⟧ places are free.

1.3 They meet ⟦within Working Days⟧ of a request, and keep records for these times.

| Records | Kept for |
|---|---|
| Plans | one year |
| ⟦Calls⟧ | |
| Letters | two years |
| Maps | two years |
""",
    passes="""
1. Contributions

1.1 The Council contributes £10,000. Clause [Not used] and the case of [2019] UKSC 5 do not matter here.
""",
    check=_check,
)
