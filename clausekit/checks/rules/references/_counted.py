"""What would come next after numbers and letters that count on without a gap."""

from __future__ import annotations

import re
from collections.abc import Set

from clausekit.checks.instrument.references import Reference
from clausekit.patterns import pattern

_CODE = pattern(r"[A-Z]\d{1,2}")
_PAPER = pattern(r"\b(?:paper|print\w*|sheets?|pages?|size|posters?|leaflets?)\b[^.;]{0,30}$", re.IGNORECASE)
"""What stands before the sizes of paper, "printed on A4"."""
_NEAR = 60
_FEW = 3
"""So many codes count something; and so many beyond the last of them may be a slip."""


def is_next_of_codes(reference: Reference, numbers: Set[tuple[str, str]]) -> bool:
    """Tell whether a reference is to a code just beyond those with its letter, "A9" where there are A1 to A8;
    ``numbers`` are those of paragraphs, each with its division."""
    if _CODE.fullmatch(reference.number) is None or _PAPER.search(reference.at.shortly_before(_NEAR)):
        return False
    letter, number = reference.number[0], int(reference.number[1:])
    counted = {int(one[1:]) for _, one in numbers if one[0] == letter and one[1:].isdecimal()}
    runs_on = len(counted) >= _FEW and counted == set(range(1, len(counted) + 1))
    return runs_on and number <= len(counted) + _FEW


def next_after(numbers: Set[str]) -> tuple[str, ...]:
    """Return the number or letter that follows some that count on without a gap."""
    digits = sorted(int(one) for one in numbers if one.isdecimal())
    letters = sorted(ord(one) for one in numbers if len(one) == 1 and one.isalpha())
    if len(digits) == len(numbers) and digits == list(range(1, len(digits) + 1)):
        return (str(len(digits) + 1),)
    if len(letters) == len(numbers) and letters == list(range(ord("A"), ord("A") + len(letters))):
        return (chr(letters[-1] + 1),)
    return ()
