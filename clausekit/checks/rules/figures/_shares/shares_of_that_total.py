"""What a body bears of a sum by the shares before it: "by the Council as to 40% and the ICB as to 60%, up to
£500. The Council’s share of that total is £250"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rule import Hit
from clausekit.checks.rules._shared.said_sums import SaidSums, said_figures, worth
from clausekit.checks.rules.figures._sentences.reckoned import ROUGH
from clausekit.checks.rules.figures._sentences.words import plain
from clausekit.checks.rules.figures._shares.shares_made import share_compared
from clausekit.patterns import pattern

_NAME = r"[A-Z][\w’'-]*(?:[ ](?:and |of |for |the )?[A-Z][\w’'-]*){0,5}"
_BEFORE = pattern(
    rf"\b(?P<name>{_NAME})[ ](?:as to[ ]|\(|bears?[ ]|pays?[ ]|meets?[ ]|contributes?[ ]|funds?[ ]|bearing[ ]"
    r"|paying[ ]|shall (?:bear|pay|meet|fund|contribute)[ ]|owns?[ ]|takes?[ ])?(?:as to[ ])?$"
)
_AFTER = pattern(
    r"[ ]?(?:(?:is |are |shall be |to be )?(?:borne |paid |met |funded |payable )?(?:by|to|for|from)[ ])"
    rf"(?:the[ ])?(?P<name>{_NAME})"
)
"""Whose share a percentage is, told before it or after it."""
_SHARE_OF = pattern(
    rf"\b(?P<name>{_NAME}?)[’']s?[ ](?:(?P<share>share|part|portion|proportion|liability)"
    r"(?:[ ]of[ ](?:that|this|the|such)(?:[ ][a-z]+){0,3})?"
    r"[ ])?(?:is|are|being|would be|will be|shall be|comes to|amounts to|is therefore|is thus|therefore is)?"
    r"[ ]?(?:limited to[ ]|then[ ]|therefore[ ])?$"
)
_THAT_OF = pattern(rf"\b(?:that|the share) of (?:the[ ])?(?P<name>{_NAME})[ ](?:is[ ])?$")
_SPEAKS_OF_SHARES = pattern(r"\b(?:share|part|portion|proportion|liability)\b")
_ANOTHER = pattern(r"\b(?:£[\d.,]+ (?:a|per|each)|additional|further|minus|plus)\b")
_HUNDRED = Decimal(100)
_SHORTLY, _FEWEST = 110, 2


def shares_of_that_total(instrument: Instrument) -> Iterator[Hit]:
    """Yield the sums that are said to be a body’s share of the one sum that the sentence before divides."""
    for before, said in pairwise(said_figures(instrument)):
        place, other = (instrument.place_of[one.sentence.passage] for one in (said, before))
        if (
            0 <= place.order - other.order <= 1
            and len(before.money) == 1
            and said.money
            and _SPEAKS_OF_SHARES.search(said.sentence.text)
            and not any(one.kind == "percentage" for one in said.figures)
            and not ROUGH.search(said.sentence.text)
            and not _ANOTHER.search(before.sentence.text)
        ):
            yield from _in_sentence(said, before)


def _in_sentence(said: SaidSums, before: SaidSums) -> Iterator[Hit]:
    (whole,) = before.money
    shares = _shares(before)
    for stated in said.money if len(shares) >= _FEWEST else ():
        lead = stated.at.shortly_before(_SHORTLY)
        found = _SHARE_OF.search(lead) or _THAT_OF.search(lead)
        share = shares.get(_bare(found["name"])) if found else None
        if share is not None and worth(stated) < worth(whole):
            yield from share_compared(stated, share, whole)


def _shares(said: SaidSums) -> dict[str, Figure]:
    """Return the percentages of a sentence by whose they are; nothing if one has two, or they make no
    hundred."""
    shares = [one for one in said.figures if one.kind == "percentage"]
    if sum((worth(one) for one in shares), Decimal(0)) != _HUNDRED:
        return {}
    text, end = said.sentence.passage.text, said.sentence.end
    for found in (
        [_BEFORE.search(one.at.shortly_before(_SHORTLY)) for one in shares],
        [_AFTER.match(text, one.at.end, end) for one in shares],
    ):
        names = [_bare(one["name"]) for one in found if one]
        if len(names) == len(set(names)) == len(shares):
            return dict(zip(names, shares, strict=True))
    return {}


def _bare(name: str) -> str:
    """Return the name of a body in bare words, without an article."""
    return plain(name.removeprefix("The "))
