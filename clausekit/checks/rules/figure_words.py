"""CK-FIGURE-WORDS: a number in words with another in figures after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._portions import may_have_portions, portions_in
from clausekit.checks.words import Words
from clausekit.recognition.amounts import NUMBER_WORDS, SCALES, decimal, number_of

_SCALE = r"(?:[ ]?(?P<scale>million|billion|thousand|bn|m|k)\b)?"
_IN_FIGURES = re.compile(
    rf"[(\[][ ]?£?[ ]?(?P<figures>\d[\d,]*(?:\.\d+)?){_SCALE}[ ]?(?:%|per cent\.?)?[ ]?[)\]]"
)
_WORDS_BEFORE = re.compile(
    rf"(?<![\w-])(?P<words>{NUMBER_WORDS})(?: pounds?(?: sterling)?| per ?cent\.?| percent)?[ \u00a0]?$",
    re.IGNORECASE,
)
_LONGEST_NUMBER = 120
_FIGURES_FIRST = re.compile(
    rf"(?<![\w.,/-])£?(?P<figures>\d[\d,]*(?:\.\d+)?){_SCALE}[ ]?(?:%"
    rf"|per[ ]cent\.?)?[ \u00a0]\((?P<words>{NUMBER_WORDS})"
    r"(?:[ ]pounds?(?:[ ]sterling)?|[ ]per[ ]cent)?\)",
    re.IGNORECASE,
)
_WORDS_TWICE = re.compile(
    rf"(?<![\w-])(?P<words>{NUMBER_WORDS})[ ]\((?P<again>{NUMBER_WORDS})\)(?=[ ][a-z])", re.IGNORECASE
)
_FRACTION_TWICE = re.compile(r"[ ]\((?P<figures>\d{1,3}(?:\.\d{1,2})?)[ ]?(?:%|per cent)\)")
_MENTIONS = re.compile(
    r"\b(?:clauses?|paragraphs?|sections?|schedules?|parts?|articles?|regulations?|annex|appendix|class"
    r"|band|lot"
    r"|phase|tier|level|stage|year|group|grade|table|item|number|point)[ \u00a0]$",
    re.IGNORECASE,
)

_PART_OF = re.compile(r"\b(?:half|thirds?|quarters?|eighths?|tenths?) of[ \u00a0]$", re.IGNORECASE)


def _check(instrument: Instrument) -> Iterator[Hit]:
    for words, match in instrument.search(_IN_FIGURES):
        if before := _WORDS_BEFORE.search(words.shortly_before(_LONGEST_NUMBER)):
            both = words.part(words.start - len(before[0]), words.end)
            yield from _compared(both, before["words"], _value(match))
    for words, match in instrument.search(_FIGURES_FIRST):
        yield from _compared(words, match["words"], _value(match))
    for words, match in instrument.search(_WORDS_TWICE):
        again = number_of(match["again"])
        yield from _compared(words, match["words"], None if again is None else Decimal(again))
    yield from _fractions(instrument)


def _value(match: re.Match[str]) -> Decimal | None:
    value = decimal(match["figures"])
    return value.scaleb(SCALES.get((match["scale"] or "").lower(), 0)) if value is not None else None


def _fractions(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for each fraction in words with another percentage after it: "one half (40%)"."""
    for place in instrument.places:
        if place.role not in ("text", "cell", "note") or not may_have_portions(place.passage):
            continue
        for one in portions_in(place.passage, place.passage.typed, len(place.passage.text)):
            again = None if one.is_percentage else _FRACTION_TWICE.match(one.at.after)
            if again and abs(one.value * 100 - Fraction(again["figures"])) >= 1:
                both = one.at.part(one.at.start, one.at.end + again.end())
                yield hit(
                    both,
                    f"“{one.at.text}” is not {again['figures']}%.",
                    "Write the share that is meant in both places, or in one only.",
                )


def _compared(both: Words, words: str, in_figures: Decimal | None) -> Iterator[Hit]:
    in_words = number_of(words)
    if (
        in_words is None
        or in_figures is None
        or Decimal(in_words) == in_figures
        or _MENTIONS.search(both.shortly_before(20))
        or _PART_OF.search(both.shortly_before(20))
    ):
        return
    yield hit(
        both,
        f"“{both.text}” is {in_words:,} in words and {in_figures:,} in figures.",
        "Write the number that is meant in both places, or in one only.",
    )


RULE = Rule(
    id="CK-FIGURE-WORDS",
    level="error",
    title="A number in words that is not the number in figures beside it",
    why="Where words and figures differ, a court will often follow the words, which may not be what either"
    " party"
    " has been working to.",
    fails="""
1. Notice

1.1 A Partner gives at least ⟦twenty (12)⟧ Working Days’ notice, and pays ⟦ten per cent (15%)⟧ of the cost.
The ICB pays ⟦one half (40%)⟧ of the rest, and ⟦£1.5 million (one million pounds)⟧ for the works.
""",
    passes="""
1. Notice

1.1 A Partner gives at least twenty (20) Working Days’ notice, and pays one thousand pounds (£1,000) within
thirty-one (31) days. Interest is one half of one per cent (0.5%). See clause one (2).
""",
    check=_check,
)
