"""Sums that sentences reckon out as a percentage of others: "2% of £500 is £10"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import said_figures, worth
from clausekit.checks.rules.figures._sentences.reckoned import IS, ROUGH, Reckoned, unit_of
from clausekit.patterns import pattern

_OF = pattern(r"[ ]of[ ](?:the[ ](?:[A-Za-z]+[ ]){1,5}(?:of[ ])?|a[ ](?:[A-Za-z]+[ ]){1,4}of[ ])?[(]?")
_IS_SO_MUCH = pattern(rf"\)?[ ]?[,(–—]?[ ]?{IS},?[ ]|[ ]?[(=][ ]?")
_GROWS = pattern(
    r"(?:[ ](?:would|will|shall))?[ ](?:rises?|increases?|grows?|go(?:es)? up|falls?"
    r"|(?:is|be) (?:raised|increased)),?(?:[ ](?:at|by))?[ ]",
    re.IGNORECASE,
)
_BY = pattern(r",?[ ](?:by|that is|which is|i\.e\.)[ ]|[ ]?[(]")


def percentages_reckoned(instrument: Instrument) -> Iterator[Reckoned]:
    """Yield the sums that sentences reckon out as a percentage of others."""
    for said in said_figures(instrument):
        if not ROUGH.search(said.sentence.text):
            yield from _percentages([one for one in said.figures if one.kind != "number"])


def _percentages(figures: Sequence[Figure]) -> Iterator[Reckoned]:
    """Yield "2% of £500 is £10" and "£500 rises, at 2%, by £10"."""
    for one, other, result in zip(figures, figures[1:], figures[2:], strict=False):
        text, kinds = one.at.passage.text, (one.kind, other.kind, result.kind)
        first, second = (one.at.end, other.at.start), (other.at.end, result.at.start)
        of = (
            kinds == ("percentage", "money", "money")
            and _OF.fullmatch(text, *first)
            and _IS_SO_MUCH.fullmatch(text, *second)
        )
        grows = (
            kinds == ("money", "percentage", "money")
            and _GROWS.fullmatch(text, *first)
            and _BY.fullmatch(text, *second)
        )
        if of or grows:
            share, whole = (one, other) if of else (other, one)
            yield _percentage_of(whole, share, result)


def _percentage_of(whole: Figure, share: Figure, stated: Figure) -> Reckoned:
    exact = Decimal(0) if is_a_rate(share) else Decimal(1).scaleb(-share.decimals) / 2
    return Reckoned(
        stated,
        (worth(whole) * worth(share) / 100).quantize(Decimal("0.01")),
        max(worth(whole) * exact / 100, unit_of(stated), Decimal(1) if not stated.decimals else Decimal(0)),
        (whole, share),
    )


def is_a_rate(share: Figure) -> bool:
    """Tell whether a percentage was agreed, and not rounded: a whole one, or one to the half or quarter."""
    return not share.decimals or (worth(share) * 4) % 1 == 0
