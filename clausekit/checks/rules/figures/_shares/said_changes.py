"""Percentages by which sums change: "from £100 to £110, an increase of 12%"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rule import Hit, hit
from clausekit.checks.rules._shared.said_sums import half_a_step
from clausekit.checks.rules.figures._shares.shares_made import (
    HUNDRED,
    NAME_WITHIN,
    SHORTLY,
    is_likely_meant,
    made_by,
    slack,
    worth_of,
)
from clausekit.patterns import pattern

_RISES_BY = pattern(
    r"\b(?:ris\w+|increas\w+|uplift\w*|grow\w*|fall\w*|reduc\w+|cut|rais\w+|up|down) (?:by|of) $"
)
_RISES_BY_SO_MUCH = pattern(
    r"\b(?:ris\w+|increas\w+|uplift\w*|grow\w*|fall\w*|reduc\w+|cut|rais\w+)"
    r" by [\d.]+ ?(?:%|per cent)[^£%;]*$"
)
_FROM_WHAT = pattern(r",? ?\(?(?:that is,? )?from ")
_FROM = pattern(r"\bfrom $")
_WHEN = (
    r"(?: (?:an?|per|for each|for every) (?!year\b|sum\b|total\b)[a-z]+(?:[ -][a-z]+)?)?"
    r"(?: (?:in|for|from|during) (?:the (?:financial )?year )?\d{4}[/–-]\d\d(?:\d\d)?| a year| per annum"
    r"| \(\d{4}[/–-]\d\d\))?"
)
_TO = pattern(rf"{_WHEN} to ")
_TO_WHAT = pattern(rf"{_WHEN},? to ")
_FROM_BEFORE = pattern(rf"{_WHEN},? (?:\()?(?:up |down )?from ")
_A_CHANGE_OF = pattern(
    rf"{_WHEN}(?:,|:|;| –)? ?\(?(?:or |and so |so )?"
    r"(?:that is,? |i\.e\.,? |being |which is |representing |which represents |(?:it|this|that) is |equal to "
    r"|equivalent to |thus )?"
    r"(?:(?:an? |the )?(?:\w+ )?(?:increase|rise|uplift|growth|fall|reduction|cut|decrease|saving|change)"
    r"(?: of| is)? |up |down |by |\+|[-−–])?(?:by )?"
)
_AND_AGAIN_BY = pattern(rf"{_WHEN},? and (?:then |again )?by (?:a further )?")
_AND_THEN = pattern(r"(?! (?:less|more))[^£%.;]{0,60}(?:,|\band\b|,? rising to|,? falling to)[^£%.;]{0,60}? ")
_BEING_MORE_OR_LESS = pattern(
    rf"{_WHEN}(?:,|:|;| –)? ?\(?(?:that is,? |i\.e\.,? |being |which is |representing |which represents )?"
    r"(?:an? |the )?(?:\w+ )?(?:increase|rise|uplift|growth|fall|reduction|cut|decrease|change) of "
)
_THAN_WHAT = pattern(
    r" (?:on|over|from|above|below|compared (?:with|to)|against) (?:the |its |their |last year’s )?"
    r"(?:[a-z][\w’-]* ){0,5}?(?:of |at )?"
)
_CHANGED_BY = pattern(
    rf"{_WHEN},?(?: (?:and|which|it))?(?: (?:shall|will))?(?: then)?"
    r"(?:(?: (?:is|are|be|was|shall be|will be|to be))? ?(?:uplifted|increased|raised|reduced|cut)"
    r"| (?:rises?|increases?|grows?|goes up|falls?)) by "
)
_LESS = pattern(r"reduced|cut|fall|decrease|reduction|down", re.IGNORECASE)
_SO_THAT_IS = pattern(
    r"(?: (?:in|from|on|with effect from|for) [A-Za-z0-9/– -]{3,40}?)?"
    r",? (?:to|that is,?|i\.e\.|making|giving|which makes|which gives)(?: a (?:total|sum) of)? "
)


def changes_misstated(figures: Sequence[Figure]) -> Iterator[Hit]:
    """Yield "from £100 to £110, an increase of 12%" and "£100 is uplifted by 3% to £104"."""
    for first, second, third in zip(figures, figures[1:], figures[2:], strict=False):
        text = first.at.passage.text
        between, after = text[first.at.end : second.at.start], text[second.at.end : third.at.start]
        kinds = [one.kind for one in (first, second, third)]
        if (
            kinds == ["money", "money", "percentage"]
            and _FROM.search(first.at.shortly_before(10))
            and _TO.fullmatch(between)
            and _A_CHANGE_OF.fullmatch(after)
            and worth_of(first)
        ):
            yield from _change(third, first, second)
        if (
            kinds == ["percentage", "money", "money"]
            and _RISES_BY.search(first.at.shortly_before(SHORTLY))
            and _FROM_WHAT.fullmatch(between)
            and _TO.fullmatch(after)
            and worth_of(second)
        ):
            yield from _change(first, second, third)
        if (
            kinds == ["percentage", "money", "money"]
            and _RISES_BY.search(first.at.shortly_before(SHORTLY))
            and _TO_WHAT.fullmatch(between)
            and _FROM_BEFORE.fullmatch(after)
            and worth_of(third)
        ):
            yield from _change(first, third, second)
        if (
            kinds == ["money", "money", "percentage"]
            and len(figures) == len(kinds)
            and _AND_THEN.fullmatch(between)
            and _BEING_MORE_OR_LESS.fullmatch(after)
            and is_likely_meant(worth_of(first), worth_of(second))
        ):
            yield from _change(third, first, second)
        if (
            kinds == ["money", "percentage", "money"]
            and _AND_AGAIN_BY.fullmatch(between)
            and _SO_THAT_IS.fullmatch(after)
            and (rises := _RISES_BY_SO_MUCH.search(first.at.shortly_before(NAME_WITHIN)))
        ):
            made = worth_of(first) + (-1 if _LESS.search(rises[0]) else 1) * made_by(second, first)
            if abs(made - worth_of(third)) > slack(third, second, first):
                yield _changed(third, first, made)
        if (
            kinds == ["money", "percentage", "money"]
            and _BEING_MORE_OR_LESS.fullmatch(between)
            and _THAN_WHAT.fullmatch(after)
            and worth_of(third)
        ):
            yield from _change(second, third, first)
        if (
            kinds == ["money", "percentage", "money"]
            and (change := _CHANGED_BY.fullmatch(between))
            and _SO_THAT_IS.fullmatch(after)
        ):
            sign = -1 if _LESS.search(change[0]) else 1
            made = worth_of(first) + sign * made_by(second, first)
            if abs(made - worth_of(third)) > slack(third, second, first):
                yield _changed(third, first, made)


def _change(share: Figure, first: Figure, second: Figure) -> Iterator[Hit]:
    """Yield a hit if a percentage is not by how much one sum differs from another."""
    made = abs(worth_of(second) - worth_of(first)) * HUNDRED / worth_of(first)
    unit = Decimal(1).scaleb(-share.decimals)
    rounded = (half_a_step(second) + half_a_step(first)) * HUNDRED / worth_of(first)
    if abs(made - (share.value or Decimal(0))) > unit * Decimal("0.51") + rounded:
        yield hit(
            share.at,
            f"“{share.at.text}” is not the change from {first.at.text} to {second.at.text}: that is"
            f" {made.quantize(unit / 10).normalize():f}%.",
            "Correct the percentage or the sums.",
            related=(first.at, second.at),
        )


def _changed(stated: Figure, first: Figure, made: Decimal) -> Hit:
    return hit(
        stated.at,
        f"“{stated.at.text}” is not what {first.at.text} becomes: that is £{made:,.{stated.decimals}f}.",
        "Correct the sum or the percentage.",
        related=(first.at,),
    )
