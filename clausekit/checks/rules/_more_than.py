"""By how much a sum is more or less than another: "It is £36 million. That is 8% more than £33 million"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._reckoning import ROUGH
from clausekit.checks.rules._said_sums import SaidSums, half_a_step, money_in, said_figures, worth
from clausekit.patterns import pattern

_THAT_IS = pattern(
    r"(?:That|This|It)(?: sum| total| figure| budget| amount)? (?:is|represents|was|will be|makes)"
    r"(?: an? (?:increase|rise|uplift|fall|reduction|cut) of| up| down| up by| down by)? $"
)
_BEING = pattern(
    r",? \(?(?:(?:which|that) (?:is|represents)|being|that is,|an? (?:increase|rise|fall|cut) of|i\.e\.)"
    r"(?: an? (?:increase|rise|uplift|fall|reduction|cut) of)?,? ?|,? \(|, "
)
_THAN = pattern(
    r"(?: (?:more|higher|greater|less|lower|above|below|up|down))?"
    r"(?: (?:than|on|from|over|compared (?:with|to)))? (?:the |last year’s |that of )?(?:[a-z]+ ){0,4}?"
)
_COMPARES = pattern(
    r"\b(?:more|higher|greater|less|lower|above|below|up|down|increase|rise|uplift|fall|reduction|cut)\b"
)
_SHORTLY = 40
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Unlike:
    """A percentage by which one sum is said to differ from another, and what it ``made`` is."""

    share: Figure
    sum: Figure
    other: Figure
    made: Decimal


def unlike_differences(instrument: Instrument) -> Iterator[Unlike]:
    """Yield the percentages by which a sum is not more or less than another, as a sentence says."""
    for said in said_figures(instrument):
        figures = [one for one in said.figures if one.kind != "number"]
        for at, (share, other) in enumerate(pairwise(figures)):
            if (share.kind, other.kind) != ("percentage", "money") or not _compares(share, other, said):
                continue
            one = _of_what(figures[at - 1] if at else None, share, said, instrument)
            if one is not None and worth(other) and not _may_be(one, other, share):
                made = abs(worth(one) - worth(other)) * _HUNDRED / worth(other)
                if made < 2 * worth(share) and worth(share) < 2 * made:
                    yield Unlike(share, one, other, made)


def _compares(share: Figure, other: Figure, said: SaidSums) -> bool:
    """Tell whether a percentage is by how much something is more or less than a sum."""
    text = share.at.passage.text
    before, between = text[said.sentence.start : share.at.start], text[share.at.end : other.at.start]
    return (
        _THAN.fullmatch(between) is not None
        and _COMPARES.search(before[-_SHORTLY:] + between) is not None
        and ROUGH.search(before[-_SHORTLY:]) is None
    )


def _of_what(before: Figure | None, share: Figure, said: SaidSums, instrument: Instrument) -> Figure | None:
    """Return the sum that is more or less: the one directly before, or the first of what "that" means."""
    text = share.at.passage.text
    if before is not None:
        directly = before.kind == "money" and _BEING.fullmatch(text, before.at.end, share.at.start)
        return before if directly else None
    if not _THAT_IS.fullmatch(text, said.sentence.start, share.at.start):
        return None
    if said.before is not None:
        return said.before.money[0] if said.before.money else None
    order = instrument.place_of[said.sentence.passage].order
    above = instrument.places[order - 1].passage if order else None
    return money_in(instrument).get(above, [None])[0] if above else None


def _may_be(one: Figure, other: Figure, share: Figure) -> bool:
    """Tell whether a percentage may be right, as exactly as the sums and it are told."""
    step = Decimal(1).scaleb(-share.decimals) * Decimal("0.51")
    first, second = half_a_step(one), half_a_step(other)
    least = abs(worth(one) - worth(other)) - first - second
    most = abs(worth(one) - worth(other)) + first + second
    return (
        least * _HUNDRED / (worth(other) + second) - step
        <= worth(share)
        <= most * _HUNDRED / (worth(other) - second) + step
    )
