"""CK-FIGURE-WORDS: a number in words with another in figures after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._portions import portions_in, with_portions
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.recognition.amounts import NUMBER_WORDS, SCALES, decimal, number_of

_SCALE = r"(?:[ ]?(?P<scale>million|billion|thousand|bn|m|k)\b)?"
_IN_FIGURES = pattern(
    rf"[(\[][ ]?£?[ ]?(?P<figures>\d[\d,]*(?:\.\d+)?){_SCALE}[ ]?(?:%|per cent\.?)?[ ]?[)\]]"
)
_IN_WORDS = pattern(
    rf"\((?P<words>{NUMBER_WORDS})(?P<unit>[ ]pounds?(?:[ ]sterling)?|[ ]per[ ]cent)?\)", re.IGNORECASE
)
_WORDS_BEFORE = pattern(
    rf"(?<![\w-])(?P<words>{NUMBER_WORDS})(?: pounds?(?: sterling)?| per ?cent\.?| percent)?[ \u00a0]?$",
    re.IGNORECASE,
)
_LONGEST_NUMBER = 120
_FIGURES_BEFORE = pattern(
    rf"(?<![\w.,/-])£?(?P<figures>\d[\d,]*(?:\.\d+)?){_SCALE}[ ]?(?:%|per[ ]cent\.?)?[ \u00a0]$",
    re.IGNORECASE,
)
_GOES_ON = pattern(r"[ ][a-z]")
_FRACTION_TWICE = pattern(r"[ ]\((?P<figures>\d{1,3}(?:\.\d{1,2})?)[ ]?(?:%|per cent)\)")
_MENTIONS = pattern(
    r"\b(?:clauses?|paragraphs?|sections?|schedules?|parts?|articles?|regulations?|annex|appendix|class"
    r"|band|lot|phase|tier|level|stage|year|group|grade|table|item|number|point)[ \u00a0]$",
    re.IGNORECASE,
)

_PART_OF = pattern(r"\b(?:half|thirds?|quarters?|eighths?|tenths?) of[ \u00a0]$", re.IGNORECASE)


def _check(instrument: Instrument) -> Iterator[Hit]:
    for words, match in instrument.search(_IN_FIGURES):
        if before := _WORDS_BEFORE.search(words.shortly_before(_LONGEST_NUMBER)):
            both = words.part(words.start - len(before[0]), words.end)
            yield from _compared(both, before["words"], _value(match))
    for words, match in instrument.search(_IN_WORDS):
        near = words.shortly_before(_LONGEST_NUMBER)
        if figures := _FIGURES_BEFORE.search(near):
            both = words.part(words.start - len(figures[0]), words.end)
            yield from _compared(both, match["words"], _value(figures))
        elif match["unit"] is None and _GOES_ON.match(words.shortly_after(2)):
            yield from _twice_in_words(words, near, match["words"])
    yield from _fractions(instrument)


def _twice_in_words(words: Words, before: str, again: str) -> Iterator[Hit]:
    """Yield a hit if a number in words has another in words after it: "three (four) members"."""
    first, second = _WORDS_BEFORE.search(before), number_of(again)
    if first and second is not None and first[0].endswith(f"{first['words']} "):
        both = words.part(words.start - len(first[0]), words.end)
        yield from _compared(both, first["words"], Decimal(second))


def _value(match: re.Match[str]) -> Decimal | None:
    value = decimal(match["figures"])
    return value.scaleb(SCALES.get((match["scale"] or "").lower(), 0)) if value is not None else None


def _fractions(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for each fraction in words with another percentage after it: "one half (40%)"."""
    kept = with_portions(instrument)
    for passage in (place.passage for place in instrument.places if place.passage in kept):
        for one in portions_in(passage, passage.typed, len(passage.text)):
            again = None if one.is_percentage else _FRACTION_TWICE.match(one.at.shortly_after(20))
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
    " party has been working to.",
    fails="""
1. Notice

1.1 A Partner gives at least ⟦twenty (12)⟧ Working Days’ notice, and pays ⟦ten per cent (15%)⟧ of the cost.
The ICB pays ⟦one half (40%)⟧ of the rest, and ⟦£1.5 million (one million pounds)⟧ for the works.

1.2 The limit is ⟦£1,250,000 (one million, two hundred thousand pounds)⟧.
""",
    passes="""
1. Notice

1.1 A Partner gives at least twenty (20) Working Days’ notice, and pays one thousand pounds (£1,000) within
thirty-one (31) days. Interest is one half of one per cent (0.5%). See clause one (2).
""",
    check=_check,
)
