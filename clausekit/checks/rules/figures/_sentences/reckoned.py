"""What is common to all that reckons out sums of sentences: a sum with what it should be, and its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import worth
from clausekit.patterns import pattern
from clausekit.recognition.amounts import NUMBER_WORDS, number_of

COUNT = rf"(?:{NUMBER_WORDS}|\d{{1,4}}(?:,\d{{3}})?(?:\.\d{{1,2}})?)"
IS = (
    r"(?:that is(?: to say)?|that makes|i\.?e\.?|being|making|giving|totall?ing|amounting to"
    r"|amounts to|comes to|coming to|comes out at|which (?:is|makes|comes to|amounts to|gives|totals)"
    r"|equal to|equals|equivalent to|so|is|are|costs?|makes?|gives?|=)"
)
SO = pattern(
    rf"[ ]?[,;:(–—-]*[ ]?(?:{IS},?[ ])?(?:(?:at[ ])?(?:a|the|in)[ ](?:[a-z]+[ ])?(?:total|cost|sum"
    rf"|charge|price)"
    r"(?:[ ]cost)?(?:[ ]of)?[ ]|in[ ]all[ ])?"
)
SAID = pattern(rf"(?:{IS}\b|total|cost of|sum of|in all|[(=])", re.IGNORECASE)
UNEVEN = pattern(
    r"\b(?:balance|remainder|rest|last|final|includ\w+|more|less|of which|up to|about"
    r"|approximately|rounded|nearest)\b",
    re.IGNORECASE,
)
ROUGH = pattern(
    r"\b(?:about|around|approximately|some|nearly|almost|roughly|over"
    r"|under(?= [£\d])|greater|lesser|higher|lower"
    r"|whichever|plus|minus|or more|or less)\b",
    re.IGNORECASE,
)
"""Words by which a sum need not be the share exactly."""


class Reckoned(NamedTuple):
    """A sum as it is ``stated``, what it should be by the figures beside it, and by how much rounding may
    have moved it."""

    stated: Figure
    made: Decimal
    slack: Decimal
    related: tuple[Figure, ...]

    @property
    def is_wrong(self) -> bool:
        """Whether it is out by more than rounding explains."""
        return abs(worth(self.stated) - abs(self.made)) > self.slack


def reckon(stated: Figure, made: Decimal, others: Sequence[Figure], count: Decimal = Decimal(1)) -> Reckoned:
    """Return a sum with what others make, ``count`` times, and what rounding may add."""
    slack = max(unit_of(one) for one in (stated, *others)) * max(count, Decimal(1))
    rough = any(one.scale for one in (stated, *others))
    exact = Decimal(1).scaleb(-stated.decimals)
    return Reckoned(stated, made, slack if rough else max(exact, slack), tuple(others))


def unit_of(figure: Figure) -> Decimal:
    """Return by how much rounding may have moved a figure: half its last place if it has one."""
    if figure.scale:
        return Decimal(1).scaleb(int(worth(figure).as_tuple().exponent)) / 2
    return Decimal("0.005") if figure.decimals else Decimal(0)


def counted(words: str) -> Decimal | None:
    """Return a number in words or in figures, which may have a point."""
    if words[0].isdecimal():
        return Decimal(words.replace(",", ""))
    number = number_of(words)
    return Decimal(number) if number is not None else None
