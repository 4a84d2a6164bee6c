"""Shares of those of whom the sentence before tells how many: "1,500 are seen. Of those, 900 (60%) ..."."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, hit
from clausekit.patterns import pattern
from clausekit.recognition.amounts import decimal

_NUMBER = r"\d{1,3}(?:,\d{3})+|\d{2,6}"
_OF_THOSE = pattern(
    rf"\bOf (?:those|these|them)(?: \w+)?,? (?:some |about )?(?P<part>{_NUMBER})\b[^.;()£%\d]{{0,40}}"
    r"\((?P<stated>(?P<share>\d{1,3}(?:\.\d{1,2})?) ?(?:%|per cent))\)"
)
_HUNDRED = Decimal(100)
_ROUNDING = Decimal("0.51")


def shares_of_those(instrument: Instrument) -> Iterator[Hit]:
    """Yield the percentages "of those" that are not the share of any number told before in the passage, nor
    of the last one."""
    for words, found in instrument.search(
        _OF_THOSE, "text", "note", signs=("of those", "of these", "of them")
    ):
        part, share = decimal(found["part"]), decimal(found["share"])
        before = [
            one
            for one in instrument.figures
            if one.at.passage is words.passage
            and one.at.end <= words.start
            and one.kind == "number"
            and one.value
        ]
        if part is None or share is None or not before:
            continue
        unit = Decimal(1).scaleb(-len(found["share"].partition(".")[2]))
        made = [part * _HUNDRED / one.value for one in before if one.value]
        if made[-1] <= _HUNDRED and not any(abs(one - share) <= unit * _ROUNDING for one in made):
            yield hit(
                words.part(*found.span("stated")),
                f"“{found['stated']}” does not fit: {found['part']} of {before[-1].at.text} are"
                f" {made[-1].quantize(unit / 10).normalize():f}%.",
                "Correct the percentage or the numbers.",
                confidence="likely",
                related=(before[-1].at,),
            )
