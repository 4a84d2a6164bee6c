"""What a share of a sum makes, how far it may be out, and the hits for one that is stated otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rule import Hit, hit
from clausekit.checks.rules.figures._sentences.of_percentages import is_a_rate
from clausekit.checks.rules.figures._sentences.slips import is_slip as mistaken
from clausekit.checks.rules.figures._sentences.slips import significant
from clausekit.patterns import pattern

OF = pattern(r" of (?:[^£%.;:()]{0,70}(?:[,–(]|\b(?:of|the|its|that|at|is|being))? )?\(?")
PART_OF_THE_WHOLE = pattern(
    r"(?: of (?:it|this|that|the [\w ]{1,40}?))?"
    r"(?:,? ?\(|,? (?:which is|that is|being|or|i\.e\.|namely|equal to|representing|amounting to),? )"
    r"(?:that is,? |i\.e\.,? |being |or )?"
)
BEING = pattern(
    r"(?: a year| per annum)?(?:[ ](?:for|to|towards|from|by|on|in|of)[ ][^£%.;,()]{2,60}"
    r"(?=,|[ ]\(|[ ]–|[ ](?:is|represents?|makes?|takes?|accounts?|forms?|absorbs?|equals?|constitutes?)\b))?"
    r"(?:,| –)? ?\(?(?:(?:(?:which|that|it) )?(?:shall |will |would )?"
    r"(?:is|are|be|represents?|makes?(?: up)?|equals?|amounts? to|comes? to|takes?(?: up)?|accounts? for"
    r"|absorbs?|forms?|constitutes?|uses?(?: up)?|equates? to|corresponds? to|stands at|consumes?)"
    r"|being|that is,?|i\.e\.,?|or|so|namely|representing|making|equal to|equivalent to|accounting for"
    r"|amounting to)?(?: (?:just|only))?,? ?"
)
IN_BRACKETS_OR_BEING = pattern(r",? \(?(?:being |that is,? |i\.e\.,? |or |namely )?")
NAME_WITHIN = 80
HUNDRED = Decimal(100)
SHORTLY = 40
_LEAST_FOR_SLIP = 1000
_TELLING_DIGITS = 6


def is_likely_meant(one: Decimal, other: Decimal) -> bool:
    """Tell whether a sum may be meant to be another: it is neither twice that nor half of it."""
    less, more = sorted((one, other))
    return more < 2 * less


def share_compared(
    stated: Figure, share: Figure, whole: Figure, *, derived: bool = False, is_sure: bool = False
) -> Iterator[Hit]:
    """Yield a hit for a sum that is not a share, or for the share, if it is ``derived`` from two sums, of
    which one ``is_sure``, or that make another share to the penny."""
    made = made_by(share, whole)
    if abs(made - worth_of(stated)) <= slack(stated, share, whole) and not _is_slip_of(stated, made):
        return
    exact = worth_of(stated) * HUNDRED / worth_of(whole) if worth_of(whole) else Decimal(0)
    if derived and exact and (is_sure or exact == round(exact, share.decimals)):
        yield _other_share(stated, share, whole, exact)
    else:
        yield unlike_its_share(stated, share, whole, made)


def _is_slip_of(stated: Figure, made: Decimal) -> bool:
    """Tell whether a sum is to the pound what a percentage makes, but for a slip of the pen: then it was not
    the percentage that was rounded."""
    right = made.quantize(Decimal(1).scaleb(-stated.decimals))
    return not stated.scale and significant(right) >= _TELLING_DIGITS and mistaken(worth_of(stated), right)


def _other_share(stated: Figure, share: Figure, whole: Figure, exact: Decimal) -> Hit:
    """Return the hit for a percentage where the sums make another one, so that it is wrong."""
    made = round(exact, share.decimals + 1).normalize()
    return hit(
        share.at,
        f"“{stated.at.text}” is not {share.at.text} of {whole.at.text}: it is {made:f}%.",
        "Correct the percentage or the sums.",
        related=(stated.at, whole.at),
    )


def rounds_to(part: Decimal, share: Figure) -> bool:
    """Tell whether a part of 1 is a percentage, as exactly as that is written."""
    unit = Decimal(1).scaleb(-share.decimals)
    return abs(part * HUNDRED - (share.value or Decimal(0))) <= unit * Decimal("0.51")


def unlike_its_amount(amount: Figure, share: Figure, whole: Decimal) -> Hit:
    """Return the hit for a percentage that a sum beside it is not of the whole."""
    made = (worth_of(amount) * HUNDRED / whole).quantize(Decimal(1).scaleb(-share.decimals))
    return hit(
        share.at,
        f"“{share.at.text}” is not the share that {amount.at.text} is of £{whole:,f}: that is {made:f}%.",
        "Correct the sum or the percentage.",
        related=(amount.at,),
    )


def fits_share(amount: Figure, share: Figure, whole: Decimal) -> bool:
    """Tell whether a sum is a percentage of a whole, as exactly as both are written."""
    if whole < worth_of(amount):
        return False
    unit = Decimal(1).scaleb(-share.decimals)
    exact = whole * (share.value or Decimal(0)) / HUNDRED
    return abs(worth_of(amount) - exact) <= (
        max(Decimal(1), whole * unit / 200) if share.decimals else Decimal(1)
    )


def worth_of(figure: Figure) -> Decimal:
    """Return what a sum is worth: brackets around it in a sentence do not make it negative."""
    return abs(figure.value or Decimal(0))


def made_by(share: Figure, whole: Figure) -> Decimal:
    """Return what a percentage of a sum is."""
    return (share.value or Decimal(0)) * worth_of(whole) / HUNDRED


def slack(stated: Figure, share: Figure, whole: Figure) -> Decimal:
    """Return by how much a sum may be out if it, its percentage or the whole was rounded."""
    scaled = Decimal(1).scaleb({"m": 6, "million": 6, "k": 3, "thousand": 3}.get(stated.scale, 0))
    unit = scaled.scaleb(-stated.decimals)
    rounded = Decimal(1).scaleb(-share.decimals) * worth_of(whole) / 200
    return unit + (Decimal(0) if is_a_rate(share) else rounded)


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


def unlike_its_share(stated: Figure, share: Figure, whole: Figure, made: Decimal) -> Hit:
    """Return the hit for a sum that is not a percentage of another."""
    right = f"£{made:,.{stated.decimals}f}"
    return hit(
        stated.at,
        f"“{stated.at.text}” is not {share.at.text} of {whole.at.text}: that is {right}.",
        "Correct the sum or the percentage.",
        related=(share.at, whole.at),
    )
