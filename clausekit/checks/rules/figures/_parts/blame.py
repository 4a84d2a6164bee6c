"""Which of a sum and its parts is wrong, where they do not fit together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import worth
from clausekit.checks.rules.figures._sentences.implied import implied
from clausekit.checks.rules.figures._sentences.slips import FEW_DIGITS, is_exchange, is_slip, significant
from clausekit.checks.rules.figures._shares.said_shares import said_shares

_FEW_IN_TOTAL = 2
"""Among so many digits a wrong one tells as much of a total, which is often round, as of an odd part."""
_MOST_DIGITS = 3
"""That a sum stands elsewhere tells the more, the more digits of it tell something; one alone is chance."""


def to_blame(total: Figure, parts: Sequence[Figure], made: Decimal, instrument: Instrument) -> Figure:
    """Return which of a sum and its parts is wrong: a part that is not the share which it is said to be; else
    the figure for which most speaks, the sum if nothing does."""
    no_shares = {one.words for one in said_shares(instrument)}
    if wrong := [part for part in parts if part.at in no_shares]:
        return wrong[0]
    told = (total, *parts)
    excess = made - worth(total)
    rights = (made, *(worth(part) - excess for part in parts))
    against = [_speaks_against(one, right, told, instrument) for one, right in zip(told, rights, strict=True)]
    return told[against.index(max(against))]


def _speaks_against(figure: Figure, right: Decimal, told: Sequence[Figure], instrument: Instrument) -> int:
    """Return how much speaks for it that a figure is wrong and should be another: that stands elsewhere than
    in what is told together, or follows from what does, while the figure does not; or a slip of the pen makes
    it this one."""
    if right <= 0:
        return -2 * _MOST_DIGITS
    return (
        _how_known(right, told, instrument)
        - _how_known(worth(figure), told, instrument)
        + is_exchange(worth(figure), right)
        + is_slip(worth(figure), right, _FEW_IN_TOTAL if figure is told[0] else FEW_DIGITS)
    )


def _how_known(value: Decimal, told: Sequence[Figure], instrument: Instrument) -> int:
    """Return how much it tells that a sum stands elsewhere, or follows from others; 0 if it does not."""
    here = sum(worth(one) == value for one in told)
    known = _values(instrument)[value] > here or value in implied(instrument)
    return min(significant(value) - 1, _MOST_DIGITS) if known else 0


def _values(instrument: Instrument) -> Counter[Decimal]:
    """Return how often each sum or bare figure stands in the instrument."""
    return instrument.once(_count_values)


def _count_values(instrument: Instrument) -> Counter[Decimal]:
    return Counter(one.value for one in instrument.figures if one.value and one.kind != "percentage")
