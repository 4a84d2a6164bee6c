"""Several sums, each beside its share: "60% (£30,000) and 40% (£25,000)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from decimal import Decimal
from itertools import pairwise, takewhile

from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rule import Hit, hit
from clausekit.checks.rules.figures._shares.shares_made import (
    HUNDRED,
    fits_share,
    rounds_to,
    unlike_its_amount,
    worth_of,
)
from clausekit.patterns import pattern

OUT_OF = pattern(
    r"(?: a year| per annum)? (?:out )?of (?!which\b|whom\b)(?:the |its |their |that |this |a )?"
    r"(?:[\w’-]+ ){0,8}$"
)
_BESIDE = pattern(
    r"(?: of (?:it|this|that|them|the (?:whole|total|sum|fund|budget|payment|price|cost|grant|fee)))?"
    r"(?: (?:by|to|from|for|on|falls? (?:to|on)|goes to) (?:the )?[A-Z][\w’&-]*"
    r"(?: (?:and |of )?[A-Z][\w’&-]*){0,6},?)?"
    r"(?: ?\(| \[|, (?:that is|or|being|i\.e\.),? | (?:being|or) )(?:that is,? |i\.e\.,? |being |or )?"
)
"""What stands between a share and its sum: nothing but the body whose they are."""
_OF_EACH = pattern(
    r" of (?:its|their|each|the)\b[^£%.;()]{0,80}\((?:that is,? |being |namely )?(?:[^£%.;()]{0,60} )?"
)
"""What stands between a percentage and what it makes for each of several."""
_FEWEST_OF_EACH = 2


def side_by_side(figures: Sequence[Figure], known: Set[Decimal], beside: Sequence[Figure]) -> Iterator[Hit]:
    """Yield the sum beside its share that does not fit a whole of which the others are theirs.

    What the whole is, is told by a figure elsewhere, or by the others. In "it pays £5 of the £9 (55%)" the
    share is that of the first sum.
    """
    text = figures[0].at.passage.text
    pairs = [
        (one, other) if one.kind == "money" else (other, one)
        for one, other in pairwise(figures)
        if one.kind != other.kind and _BESIDE.fullmatch(one.at.passage.text, one.at.end, other.at.start)
    ]
    part_of = {
        whole: part
        for part, whole in pairwise(figures)
        if part.kind == whole.kind == "money" and OUT_OF.fullmatch(text, part.at.end, whole.at.start)
    }
    pairs = [(part_of.get(amount, amount), share) for amount, share in pairs]
    if len(pairs) < 2:
        return
    if sum((share.value or Decimal(0)) for _, share in pairs) != HUNDRED:
        yield from _unlike_their_amounts(pairs, known)
        return
    wholes = known | {sum((worth_of(amount) for amount, _ in pairs), Decimal(0))}
    fits = [[whole for whole in wholes if fits_share(amount, share, whole)] for amount, share in pairs]
    common = set(wholes).intersection(*fits)
    together = sum((worth_of(amount) for amount, _ in pairs), Decimal(0))
    if not any(fits) and together in known and together:
        yield unlike_its_amount(*pairs[0], together)
    wrong = [pair for pair, fitting in zip(pairs, fits, strict=True) if not fitting]
    right = [fitting for fitting in fits if fitting]
    of_others = [
        (pair, set(wholes).intersection(*(other for other in fits if other is not own)))
        for pair, own in zip(pairs, fits, strict=True)
        if len(pairs) > _FEWEST_OF_EACH
    ]
    alone = [(pair, min(those)) for pair, those in of_others if those]
    if common or not ((len(wrong) == 1 and right) or len(alone) == 1):
        return
    (amount, share), whole = alone[0] if len(alone) == 1 else (wrong[0], min(right[0]))
    made = whole * (share.value or Decimal(0)) / HUNDRED
    yield hit(
        amount.at,
        f"“{amount.at.text}” is not {share.at.text} of £{whole:,f}: that is £{made:,.{amount.decimals}f}.",
        "Correct the sum or the percentage.",
        related=(share.at, *(one.at for one in beside if one.kind == "money" and worth_of(one) == whole)),
    )


def of_each(figures: Sequence[Figure], known: Set[Decimal]) -> Iterator[Hit]:
    """Yield the one sum of "3% of its contribution (£60 for the Council, £90 for the ICB, £1 for the Trust)"
    that is not the share of any sum, while those of the others are."""
    for at, share in enumerate(figures):
        sums = list(takewhile(lambda one: one.kind == "money", figures[at + 1 :]))
        text = share.at.passage.text
        if (
            share.kind != "percentage"
            or len(sums) < _FEWEST_OF_EACH
            or not _OF_EACH.fullmatch(text, share.at.end, sums[0].at.start)
            or any(")" in text[one.at.end : other.at.start] for one, other in pairwise(sums))
            or any(OUT_OF.fullmatch(text, one.at.end, other.at.start) for one, other in pairwise(sums))
        ):
            continue
        wrong = [one for one in sums if not any(_is_its_share(one, share, whole) for whole in known)]
        if len(wrong) == 1:
            (only,) = wrong
            yield hit(
                only.at,
                f"“{only.at.text}” is not {share.at.text} of any sum, as those beside it are.",
                "Correct the sum or the percentage.",
                related=(share.at,),
            )


def _is_its_share(stated: Figure, share: Figure, whole: Decimal) -> bool:
    """Tell whether a sum is a percentage of another, to the last place that it has."""
    exact = whole * (share.value or Decimal(0)) / HUNDRED
    return abs(worth_of(stated) - exact) <= Decimal(1).scaleb(-stated.decimals)


def _unlike_their_amounts(pairs: Sequence[tuple[Figure, Figure]], known: Set[Decimal]) -> Iterator[Hit]:
    """Yield the one share that its sum is not of the whole that all the sums make, if only one is not."""
    together = sum((worth_of(amount) for amount, _ in pairs), Decimal(0))
    if together not in known:
        return
    wrong = [(amount, share) for amount, share in pairs if not rounds_to(worth_of(amount) / together, share)]
    if len(wrong) == 1:
        yield unlike_its_amount(*wrong[0], together)
