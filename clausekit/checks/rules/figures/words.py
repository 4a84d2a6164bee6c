"""CK-FIGURE-WORDS: a number in words with another in figures after it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Period
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules.figures._sentences.portions import portions_in, with_portions
from clausekit.checks.rules.figures._tables.words_beside import words_beside
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.recognition.amounts import NUMBER_WORDS, SCALES, UNITS, decimal, number_of

_SCALE = r"(?:[ ]?(?P<scale>million|billion|thousand|bn|m|k)\b)?"
_IN_FIGURES = pattern(
    rf"[(\[][ ]?£?[ ]?(?P<figures>\d[\d,]*(?:\.\d+)?){_SCALE}[ ]?(?:%|per cent\.?)?[ ]?[)\]]"
)
_FRACTIONS = {
    "half": "0.5",
    "one half": "0.5",
    "a half": "0.5",
    "a quarter": "0.25",
    "one quarter": "0.25",
    "three quarters": "0.75",
    "a tenth": "0.1",
}
_MORE = (
    rf"(?:[ -]and[ -](?P<fraction>{'|'.join(_FRACTIONS).replace(' ', '[ -]')})"
    rf"|[ ]point[ ](?P<point>(?:{'|'.join(UNITS[:10])})(?:[ ](?:{'|'.join(UNITS[:10])}))?))?"
    r"(?P<large>[ ](?:million|thousand))?"
)
"""What may follow a number in words: a fraction or decimals, and what it counts."""
_IN_WORDS = pattern(
    rf"\((?P<words>{NUMBER_WORDS}){_MORE}(?P<unit>[ ]pounds?(?:[ ]sterling)?|[ ]per[ ]cent)?\)", re.IGNORECASE
)
_WORDS_BEFORE = pattern(
    rf"(?<![\w-])(?P<words>{NUMBER_WORDS}){_MORE}(?: pounds?(?: sterling)?| per ?cent\.?| percent)?"
    r"[ \u00a0]?$",
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

_UNITS = ({"year": 12, "quarter": 3, "month": 1}, {"fortnight": 336, "week": 168, "day": 24, "hour": 1})
"""The units of which some are always so many of others: months, and hours."""
_PART_OF = pattern(r"\b(?:half|thirds?|quarters?|eighths?|tenths?) of[ \u00a0]$", re.IGNORECASE)


def _check(instrument: Instrument) -> Iterator[Hit]:
    yield from _in_other_units(instrument)
    for words, match in instrument.search(_IN_FIGURES, signs=("(", "[")):
        if before := _WORDS_BEFORE.search(words.shortly_before(_LONGEST_NUMBER)):
            both = words.part(words.start - len(before[0]), words.end)
            yield from _compared(both, _in_words(before), _value(match))
    for words, match in instrument.search(_IN_WORDS, signs=("(",)):
        near = words.shortly_before(_LONGEST_NUMBER)
        if figures := _FIGURES_BEFORE.search(near):
            both = words.part(words.start - len(figures[0]), words.end)
            yield from _compared(both, _in_words(match), _value(figures))
        elif match["unit"] is None and _GOES_ON.match(words.shortly_after(2)):
            yield from _twice_in_words(words, near, _in_words(match))
    yield from _fractions(instrument)
    for one in words_beside(instrument):
        yield hit(
            one.words,
            f"“{one.words.text}” stands beside “{one.figures.text}”: they are not the same.",
            "Correct the words or the figures.",
            related=(one.figures,),
        )


def _twice_in_words(words: Words, before: str, again: Decimal | None) -> Iterator[Hit]:
    """Yield a hit if a number in words has another in words after it: "three (four) members"."""
    first = _WORDS_BEFORE.search(before)
    if first and first[0].endswith(f"{first['words']} "):
        both = words.part(words.start - len(first[0]), words.end)
        yield from _compared(both, _in_words(first), again)


def _in_words(match: re.Match[str]) -> Decimal | None:
    """Return the value of a number in words: "six", "six and a half", "two point five", "one and a half
    million"."""
    whole = number_of(match["words"])
    if whole is None:
        return None
    part = _FRACTIONS.get((match["fraction"] or "").lower().replace("-", " "), "0")
    if match["point"]:
        part = "0." + "".join(str(UNITS.index(digit)) for digit in match["point"].lower().split())
    return (whole + Decimal(part)).scaleb(SCALES.get((match["large"] or "").lower().strip(), 0))


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


def _compared(both: Words, in_words: Decimal | None, in_figures: Decimal | None) -> Iterator[Hit]:
    if (
        in_words is None
        or in_figures is None
        or in_words == in_figures
        or _MENTIONS.search(both.shortly_before(20))
        or _PART_OF.search(both.shortly_before(20))
    ):
        return
    yield hit(
        both,
        f"“{both.text}” is {in_words:,f} in words and {in_figures:,f} in figures.",
        "Write the number that is meant in both places, or in one only.",
    )


def _in_other_units(instrument: Instrument) -> Iterator[Hit]:
    """Yield hits on periods that brackets give again in another unit, in which they are another: "two weeks
    (21 days)", "two years and six months (twelve Quarters)"."""
    before: Period | None = None
    for one, other in pairwise(instrument.periods):
        first, before = before, one
        if not _leads_to(one, " (", other) or not other.at.after.startswith(")"):
            continue
        parts = [first, one] if first is not None and _leads_to(first, " and ", one) else [one]
        if any(part.quality for part in parts) or other.quality not in ("", "calendar"):
            continue
        told = _in_unit_of(other, parts)
        if told is not None and told != other.count:
            words = one.at.part(parts[0].at.start, one.at.end)
            yield hit(
                words.part(words.start, other.at.end + 1),
                f"“{words.text}” is {float(told):g} {other.unit}s, not “{other.at.text}”.",
                "Correct the one that is wrong.",
            )


def _leads_to(one: Period, between: str, other: Period) -> bool:
    passage = one.at.passage
    return other.at.passage is passage and passage.text[one.at.end : other.at.start] == between


def _in_unit_of(other: Period, parts: Sequence[Period]) -> Fraction | None:
    """Return how long periods are together in the unit of another, None if that depends on the calendar, or
    if it is theirs."""
    for sizes in _UNITS:
        if other.unit in sizes and all(part.unit in sizes for part in parts):
            long = sum((Fraction(part.count) * sizes[part.unit] for part in parts), Fraction(0))
            return long / sizes[other.unit] if other.unit != parts[0].unit else None
    return None


RULE = Rule(
    id="CK-FIGURE-WORDS",
    level="error",
    title="A number in words that is not the number in figures beside it",
    why="Where words and figures differ, a court will often follow the words, which may not be what either"
    " party has been working to.",
    fails="""
1. Notice

1.1 A Partner gives at least ⟦twenty (12)⟧ Working Days’ notice, and pays ⟦ten per cent (15%)⟧ of the cost.
The ICB pays ⟦one half (40%)⟧ of the rest of ⟦six and a half (7.5)⟧ posts, and
⟦£1.5 million (one million pounds)⟧ for the works.

1.2 The limit is ⟦£1,250,000 (one million, two hundred thousand pounds)⟧.
""",
    passes="""
1. Notice

1.1 A Partner gives at least twenty (20) Working Days’ notice, and pays one thousand pounds (£1,000) within
thirty-one (31) days. Two and a half (2.5) posts are shared. Interest is one half of one per cent (0.5%). See
clause one (2).
""",
    check=_check,
)
