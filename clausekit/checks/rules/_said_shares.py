"""Shares of sums that sentences state: "2% of £40,000, that is £900", "60% (£30,000) and 40% (£25,000)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rule import Hit, hit
from clausekit.reading import Passage

_OF = re.compile(r" of (?:the |an? |its |that )?(?:[\w’-]+ ){0,6}(?:of )?")
_THAT_IS = re.compile(
    r"(?:,? ?\(|,)? ?(?:that is|i\.e\.|being|namely|which (?:is|makes|comes to|amounts to)|equal to|or|=|is"
    r"|makes|comes to|amounts to|equals)?,? ?"
)
_BEING = re.compile(r",? ?\(?(?:being|which is|that is|i\.e\.|representing|equal to)? ?")
_BESIDE = re.compile(r" ?\(| \[|, (?:that is|or|being|i\.e\.) | (?:being|or) ")
_NOT_EXACT = re.compile(
    r"\b(?:up to|at least|about|around|approximately|some|nearly|almost|over|under|more than|less than"
    r"|maximum|minimum|cap\w*|limit\w*|exceed\w*|greater|lesser|higher|lower|whichever|plus|minus|or more"
    r"|or less)\b",
    re.IGNORECASE,
)
_HUNDRED = Decimal(100)
_LEAST_FOR_SLIP = 1000
_MOST = 8
"""A sentence with more figures is rather a flattened table."""


def said_shares(instrument: Instrument) -> Iterator[Hit]:
    """Yield the sums in sentences that are not the share that is said of them."""
    found: dict[Passage, list[Figure]] = {}
    known: set[Decimal] = set()
    for one in instrument.figures:
        if one.value is None:
            continue
        if one.kind in ("money", "percentage"):
            found.setdefault(one.at.passage, []).append(one)
        known.add(abs(one.value))
    for passage, figures in found.items():
        if {one.kind for one in figures} != {"money", "percentage"}:
            continue
        for sentence in instrument.sentences_of(passage):
            inside = [one for one in figures if one.at.overlaps(sentence)]
            if len(inside) <= _MOST and not _NOT_EXACT.search(sentence.text):
                yield from _in_sentence(inside, known)


def _in_sentence(figures: Sequence[Figure], known: set[Decimal]) -> Iterator[Hit]:
    told = list(_side_by_side(figures, known)) or list(_of_a_sum(figures)) or list(_by_a_slip(figures))
    yield from told[:1]


def _of_a_sum(figures: Sequence[Figure]) -> Iterator[Hit]:
    """Yield what is said to be a percentage of a sum beside it, and is not."""
    for first, second, third in zip(figures, figures[1:], figures[2:], strict=False):
        text = first.at.passage.text
        kinds = [one.kind for one in (first, second, third)]
        if kinds == ["percentage", "money", "money"] and _OF.fullmatch(text, first.at.end, second.at.start):
            after = text[second.at.end : third.at.start]
            if after.strip(" ,") and _THAT_IS.fullmatch(after):
                yield from _compared(third, first, second)
        if kinds == ["money", "percentage", "money"] and _OF.fullmatch(text, second.at.end, third.at.start):
            before = text[first.at.end : second.at.start]
            if before.strip(" ,") and _BEING.fullmatch(before):
                yield from _compared(first, second, third)


def _compared(stated: Figure, share: Figure, whole: Figure) -> Iterator[Hit]:
    made = _made(share, whole)
    if abs(made - _sum(stated)) > _slack(stated, share, whole):
        yield _hit(stated, share, whole, made)


def _by_a_slip(figures: Sequence[Figure]) -> Iterator[Hit]:
    """Yield the sums that differ by a slip of the pen from a percentage of a sum before them."""
    money = [one for one in figures if one.kind == "money"]
    shares = [one for one in figures if one.kind == "percentage"]
    if (
        any(
            abs(_made(share, whole) - _sum(stated)) <= _slack(stated, share, whole)
            for stated in money[1:]
            for share in shares
            for whole in money
            if whole is not stated
        )
        and len(shares) == 1
    ):
        return
    for whole, stated in combinations(money, 2):
        for share in shares:
            made = _made(share, whole)
            if is_slip(_sum(stated), made, stated.decimals):
                yield _hit(stated, share, whole, made)


def _side_by_side(figures: Sequence[Figure], known: set[Decimal]) -> Iterator[Hit]:
    """Yield the sum beside its share that does not fit a whole of which the others are theirs.

    What the whole is, is told by a figure elsewhere, or by the others.
    """
    pairs = [
        (one, other) if one.kind == "money" else (other, one)
        for one, other in pairwise(figures)
        if one.kind != other.kind and _BESIDE.fullmatch(one.at.passage.text, one.at.end, other.at.start)
    ]
    if len(pairs) < 2 or sum((share.value or Decimal(0)) for _, share in pairs) != _HUNDRED:
        return
    wholes = known | {sum((_sum(amount) for amount, _ in pairs), Decimal(0))}
    fits = [[whole for whole in wholes if _fits(amount, share, whole)] for amount, share in pairs]
    common = set(wholes).intersection(*fits)
    wrong = [pair for pair, fitting in zip(pairs, fits, strict=True) if not fitting]
    right = [fitting for fitting in fits if fitting]
    if common or len(wrong) != 1 or not right:
        return
    amount, share = wrong[0]
    whole = min(right[0])
    made = whole * (share.value or Decimal(0)) / _HUNDRED
    yield hit(
        amount.at,
        f"“{amount.at.text}” is not {share.at.text} of £{whole:,f}: that is £{made:,.{amount.decimals}f}.",
        "Correct the sum or the percentage.",
        related=(share.at,),
    )


def _fits(amount: Figure, share: Figure, whole: Decimal) -> bool:
    if whole < _sum(amount):
        return False
    unit = Decimal(1).scaleb(-share.decimals)
    exact = whole * (share.value or Decimal(0)) / _HUNDRED
    return abs(_sum(amount) - exact) <= (
        max(Decimal(1), whole * unit / 200) if share.decimals else Decimal(1)
    )


def _sum(figure: Figure) -> Decimal:
    """Return what a sum is worth: brackets around it in a sentence do not make it negative."""
    return abs(figure.value or Decimal(0))


def _made(share: Figure, whole: Figure) -> Decimal:
    return (share.value or Decimal(0)) * _sum(whole) / _HUNDRED


def _slack(stated: Figure, share: Figure, whole: Figure) -> Decimal:
    """Return by how much a sum may be out if it, its percentage or the whole was rounded."""
    scaled = Decimal(1).scaleb({"m": 6, "million": 6, "k": 3, "thousand": 3}.get(stated.scale, 0))
    unit = scaled.scaleb(-stated.decimals)
    rounded = Decimal(1).scaleb(-share.decimals) * _sum(whole) / 200
    return unit + (rounded if share.decimals else Decimal(0))


def is_slip(stated: Decimal, right: Decimal, decimals: int) -> bool:
    """Tell whether a figure is another one with two digits exchanged or one digit mistaken.

    >>> is_slip(Decimal(1081850), Decimal(1018850), 0), is_slip(Decimal(1081850), Decimal(1128850), 0)
    (True, False)
    """
    first, second = (f"{value:.{decimals}f}".replace(".", "") for value in (stated, right))
    if first == second or len(first) != len(second) or (right < _LEAST_FOR_SLIP and not decimals):
        return False
    apart = [at for at, (one, other) in enumerate(zip(first, second, strict=True)) if one != other]
    exchanged = len(apart) == 2 and apart[1] == apart[0] + 1 and sorted(first) == sorted(second)
    return exchanged and len(first) > 3


def _hit(stated: Figure, share: Figure, whole: Figure, made: Decimal) -> Hit:
    right = f"£{made:,.{stated.decimals}f}"
    return hit(
        stated.at,
        f"“{stated.at.text}” is not {share.at.text} of {whole.at.text}: that is {right}.",
        "Correct the sum or the percentage.",
        related=(share.at, whole.at),
    )
