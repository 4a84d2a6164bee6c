"""Portions of one whole that are each for a purpose: "60% to nursing, 30% to care and 10% to training"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from clausekit.checks.rules.figures._sentences.portions import Portion
from clausekit.patterns import pattern

_DIVIDES = pattern(
    r"\b(?:divided?|divides|splits?|apportioned|allocate[sd]|shared|devote[sd]|spent"
    r"|spends?|made up|consists?|comprises?)(?P<how>(?: [a-z]+){0,4}:?) $"
)
"""How words end that divide something, before the first part of it: "its time is divided as to"."""
_WHOLLY = pattern(r" (?:as to|into|as follows:?|between|among|up of|of)$|:$")
"""How they end if what is divided is the whole of it."""
_OF_WHAT = r"[ ](?:of [^,.;:%]{1,60} )?(?:is |are |goes |go |will go )?(?:to|on|for|in|by)[ ]"
_TO_A_PURPOSE = pattern(rf"{_OF_WHAT}[^.;:%]{{2,80}}?(?:,[ ]|,?[ ]and[ ])(?:as to )?")
_TO_THE_LAST = pattern(rf"{_OF_WHAT}[a-z]")
_NOT_ALL = pattern(
    r"\b(?:up to|at least|at most|more than|less than|over|under|within|about|remainder|remaining|balance"
    r"|rest|other|others|each|both|first|next|further|not more|no more|minimum|maximum|a year|target)\b",
    re.IGNORECASE,
)
_BEFORE, _SHORTLY, _AFTER = 80, 20, 80
_FEWEST = 3
"""So many parts of something are likely to be all of it."""


def are_of_purposes(portions: Sequence[Portion]) -> bool:
    """Tell whether portions are those into which a sentence divides something, each for a purpose.

    Of two parts it has to say that the whole is divided: "divided as to 60% to nursing and 40% to care".
    """
    if not portions[1:]:
        return False
    first, last = portions[0].at, portions[-1].at
    text = first.passage.text
    divides = _DIVIDES.search(first.shortly_before(_BEFORE))
    after = last.shortly_after(_AFTER).partition(". ")[0]
    return (
        divides is not None
        and (len(portions) >= _FEWEST or _WHOLLY.search(divides["how"]) is not None)
        and all(
            _TO_A_PURPOSE.fullmatch(text, one.at.end, other.at.start) for one, other in pairwise(portions)
        )
        and _TO_THE_LAST.match(after) is not None
        and not _NOT_ALL.search(text[max(0, first.start - _SHORTLY) : last.end] + after)
    )
