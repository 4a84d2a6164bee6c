"""CK-NUMBER-LETTER: what comes after (z)."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.counting import words_of
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_ODD = pattern(r"\s*(\((?:[{|}~\[@`]|z[a-z])\)|[{|}~@`]\))(?=\s|$)")
_INSIDE = pattern(r"(?:;|\b(?:and|or))[ \u00a0]+(\((?:[{|}~]|za)\))(?=\s)")
_SIGNS = ("({)", "(|)", "(})", "(~)", "(za)")
_LONG_LISTS_ONLY = pattern(r"\(?z[a-z]\)")


def _check(instrument: Instrument) -> Iterator[Hit]:
    last = ""
    for place in instrument.places:
        passage = place.passage
        if place.role != "text":
            continue
        found = _ODD.match(passage.label or passage.text)
        if found and (last == "z" or not _LONG_LISTS_ONLY.fullmatch(found[1])):
            at = Words(passage, found.start(1), found.end(1)) if not passage.label else words_of(passage)
            yield hit(
                at,
                f"“{found[1]}” is no number that an item can have.",
                "After (z) come (aa), (bb) and so on.",
            )
        for joined in _INSIDE.finditer(passage.text) if any(map(passage.text.count, _SIGNS)) else ():
            at = Words(passage, joined.start(1), joined.end(1))
            yield hit(
                at, f"“{at.text}” is no number that an item can have.", "After (z) come (aa), (bb) and so on."
            )
        if found or passage.label:
            last = passage.label.strip("(). ")


RULE = Rule(
    id="CK-NUMBER-LETTER",
    level="error",
    title="An item after (z) that is numbered with no letter",
    why="A program that only adds one to a letter gives ({) after (z). Nobody can refer to such an item,"
    " and readers do not know what else went wrong.",
    fails="""
1. Records

(x) minutes;

(y) accounts;

(z) reports; and

⟦({)⟧ plans.
""",
    passes="""
1. Records

(x) minutes;

(y) accounts;

(z) reports; and

(aa) plans.
""",
    check=_check,
)
