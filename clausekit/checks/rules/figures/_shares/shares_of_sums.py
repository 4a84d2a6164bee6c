"""Shares of a sum that stands in the same sentence: "2% of £40,000, that is £900"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from decimal import Decimal
from itertools import combinations, pairwise

from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rule import Hit
from clausekit.checks.rules._shared.said_sums import SaidSums
from clausekit.checks.rules.figures._sentences.words import padded
from clausekit.checks.rules.figures._shares.shares_made import (
    BEING,
    IN_BRACKETS_OR_BEING,
    NAME_WITHIN,
    OF,
    PART_OF_THE_WHOLE,
    fits_share,
    is_likely_meant,
    is_slip,
    made_by,
    rounds_to,
    share_compared,
    slack,
    unlike_its_amount,
    unlike_its_share,
    worth_of,
)
from clausekit.checks.rules.figures._shares.shares_side_by_side import OUT_OF
from clausekit.patterns import pattern

_OF_WHICH_PART = pattern(r"[^£%.;()]{0,60},? \(?(?:of|out of|to|towards) which [^£%.;]{0,90}", re.IGNORECASE)
"""What stands between a whole and the part of it that somebody pays."""
_AND_THE_NEXT = pattern(r"\)?(?:,|,? and) [^£%.;()]{0,60}")
_THAT_IS = pattern(
    r"(?: a year| per annum)?(?: together| in all| in total| altogether)?\)?(?:,? ?\(|,| –)? ?"
    r"(?:(?:(?:and|which|it) )?(?:(?:so|therefore|thus|accordingly) )?"
    r"(?:that is(?: to say)?|that makes|i\.e\.|being|namely|equal to|or|=|is|are|(?:would|will|shall) be"
    r"|makes|making|gives|giving|comes to|come to|amounts to|amounting to|equals|totals|totalling"
    r"|produces))?,? ?"
)
_IS_SO_MUCH = pattern(
    r"(?: of (?:the|its|their|this|that) [^£%.;:(),]{1,60})?"
    r"(?:,? \(|,)? ?(?:that is|i\.e\.|being|namely|which is|or)? ?"
)
_IN_BRACKETS = pattern(
    r" (?:of (?:it|this|that|the (?:fund|budget|total|sum|price)) )?\((?:that is |i\.e\. )?", re.IGNORECASE
)
_OF_THE = pattern(r"\bOf (?:the|its|their|this|that)\b[^.;]{0,70}$")
_PART_OF_IT = pattern(
    r"(?: (?!and )[^£%.;(]{1,90}?)?(?:,? \(|,? (?:or|being|that is|i\.e\.|which is|namely|equal to)|,| –) ?"
    r"(?:,? ?(?:or|being|that is|i\.e\.|which is|namely|equal to),? )?"
)
_AND_ANOTHER = pattern(
    r" of (?:(?:it|this|that|them|these)\b|(?:the|that|this) (?:whole|total|sum|amount|figure)\b)"
    r"[^£%]{0,40}?,? and\b[^£%]{1,60}"
    r"| of (?:the|its|their) [A-Z][\w’-]*(?: [A-Za-z][\w’-]*){0,4},? and (?:the )?"
    r"[A-Z][\w’-]*(?: [A-Z][\w’-]*){0,3}(?: (?:shall|will))?"
    r"(?: (?:pays?|bears?|meets?|contributes?|finds?|provides?|owes?))? "
)
"""What stands between a share of what was named before and the sum of another: "60% of it, and the ICB"."""
_WHOLE_PART_SHARE = ("money", "money", "percentage")
_APART = pattern(r"[^.;£%]{1,90}")
_OF_A_NAME = pattern(
    r" of (?:the |that |its |this |their )?(?P<name>[A-Za-z][\w’-]*(?: [A-Za-z][\w’-]*){0,4}?),?"
    r"(?: ?\(| [–—] |, )(?:that is(?: to say)?,? |which (?:is|comes to|makes|amounts to) |i\.e\.,? |being "
    r"|or |namely |amounting to |equal to )?"
)
_LAST_NAME = pattern(
    r"(?P<name>[A-Za-z][\w’-]*(?: [A-Za-z][\w’-]*){0,4}) ?"
    r"(?:,? ?(?:which|that) )?(?:(?:shall|will) )?(?:be |currently |together )?"
    r"(?:of |is |are |at |: ?|\(|comes? to |come in all to |amounts? to |totals? |stands? at |being |costs? )"
    r"(?:a total of |the sum of |a sum of )?$"
)
_FOR_A_NAME = pattern(
    r"(?: a year)? (?:for|of|in|on) (?:the )?(?P<name>[A-Za-z][\w’-]*(?: [A-Za-z][\w’-]*){0,3}?)"
    r"(?=[,;.)]| and )"
)


def of_a_stated_whole(figures: Sequence[Figure]) -> Iterator[Hit]:
    """Yield the percentage in "Of the grant of £200, the sum of £80 (being 45%) is held back"."""
    if tuple(one.kind for one in figures[: len(_WHOLE_PART_SHARE)]) != _WHOLE_PART_SHARE:
        return
    whole, part, share, *_ = figures
    text = whole.at.passage.text
    beside = IN_BRACKETS_OR_BEING.fullmatch(text, part.at.end, share.at.start)
    told = (
        beside and _OF_THE.search(whole.at.shortly_before(NAME_WITHIN)) and worth_of(part) < worth_of(whole)
    )
    if told and not rounds_to(worth_of(part) / worth_of(whole), share):
        yield unlike_its_amount(part, share, worth_of(whole))


def part_of_a_sum(figures: Sequence[Figure], twice: Set[Decimal]) -> Iterator[Hit]:
    """Yield the percentage in "it pays £80 of the £200 for equipment (45%)"."""
    for part, whole, share in zip(figures, figures[1:], figures[2:], strict=False):
        text = part.at.passage.text
        if (
            (part.kind, whole.kind, share.kind) == ("money", "money", "percentage")
            and worth_of(part) < worth_of(whole)
            and OUT_OF.fullmatch(text, part.at.end, whole.at.start)
            and _PART_OF_IT.fullmatch(text, whole.at.end, share.at.start)
        ):
            yield from share_compared(part, share, whole, derived=True, is_sure=worth_of(part) in twice)


def of_which_it_is_part(figures: Sequence[Figure]) -> Iterator[Hit]:
    """Yield the percentages in "£200, of which the ICB pays £80 (45%) and the Council £120 (60%)"."""
    for at, (whole, first) in enumerate(pairwise(figures)):
        text = whole.at.passage.text
        if not _OF_WHICH_PART.fullmatch(text, whole.at.end, first.at.start):
            continue
        end = whole.at.end
        for part, share in zip(figures[at + 1 :: 2], figures[at + 2 :: 2], strict=False):
            if (
                (whole.kind, part.kind, share.kind) != _WHOLE_PART_SHARE
                or worth_of(part) >= worth_of(whole)
                or not (part is first or _AND_THE_NEXT.fullmatch(text, end, part.at.start))
                or not PART_OF_THE_WHOLE.fullmatch(text, part.at.end, share.at.start)
            ):
                break
            end = share.at.end
            if not rounds_to(worth_of(part) / worth_of(whole), share):
                yield unlike_its_amount(part, share, worth_of(whole))


def in_brackets_after(figures: Sequence[Figure], known: Set[Decimal]) -> Iterator[Hit]:
    """Yield the sum in brackets after its percentage, "the Fund of £100 bears up to 2% (£3)", that is the
    share neither of the sum before it nor of any other that stands elsewhere."""
    for whole, share, stated in zip(figures, figures[1:], figures[2:], strict=False):
        text = whole.at.passage.text
        if (
            [one.kind for one in (whole, share, stated)] == ["money", "percentage", "money"]
            and _APART.fullmatch(text, whole.at.end, share.at.start)
            and _IN_BRACKETS.fullmatch(text, share.at.end, stated.at.start)
            and not any(fits_share(stated, share, one) for one in known)
        ):
            yield from share_compared(stated, share, whole)


def of_a_sum(
    figures: Sequence[Figure], twice: Set[Decimal], parts: Set[Figure] = frozenset()
) -> Iterator[Hit]:
    """Yield what is said to be a percentage of a sum beside it, and is not: the percentage if the sum stands
    ``twice``. Sums known to be ``parts`` are no wholes."""
    for first, second, third in zip(figures, figures[1:], figures[2:], strict=False):
        text = first.at.passage.text
        kinds = [one.kind for one in (first, second, third)]
        if kinds == ["percentage", "money", "money"]:
            after = text[second.at.end : third.at.start]
            of = (
                second not in parts
                and OF.fullmatch(text, first.at.end, second.at.start)
                and not _AND_ANOTHER.fullmatch(text, first.at.end, second.at.start)
            )
            if of and after.strip(" ,") and _THAT_IS.fullmatch(after):
                yield from share_compared(third, first, second)
            elif _IS_SO_MUCH.fullmatch(text, first.at.end, second.at.start) and OF.fullmatch(after):
                yield from share_compared(second, first, third)
        if kinds == ["money", "percentage", "money"] and OF.fullmatch(text, second.at.end, third.at.start):
            before = text[first.at.end : second.at.start]
            another = _AND_ANOTHER.fullmatch(text, second.at.end, third.at.start)
            if before.strip(" ,") and BEING.fullmatch(before) and not another:
                yield from share_compared(
                    first, second, third, derived=True, is_sure=worth_of(first) in twice
                )


def of_named_sums(
    figures: Sequence[Figure], before: SaidSums | None
) -> Iterator[tuple[Figure, Figure, Figure]]:
    """Yield a sum, its percentage and the whole in "pay of £100 and an overhead of 5% of pay (£5)": the whole
    is named before, in this sentence or the last, once only."""
    named = [one for one in (*(before.money if before else ()), *figures) if one.kind == "money"]
    for share, stated in pairwise(figures):
        of = _OF_A_NAME.fullmatch(share.at.passage.text, share.at.end, stated.at.start)
        if not of or (share.kind, stated.kind) != ("percentage", "money"):
            continue
        wholes = [one for one in named if one.at.start < share.at.start and _bears(one, of["name"])]
        if len({worth_of(one) for one in wholes}) == 1 and is_likely_meant(
            worth_of(stated), made_by(share, wholes[0])
        ):
            yield stated, share, wholes[0]


def _bears(figure: Figure, name: str) -> bool:
    """Tell whether a sum has a name directly before it, "pay of £100" or "pay (£100)", or after it, "£100 for
    pay"."""
    wanted = padded(name)
    lead = _LAST_NAME.search(figure.at.shortly_before(NAME_WITHIN))
    after = _FOR_A_NAME.match(figure.at.shortly_after(NAME_WITHIN))
    before = (lead["name"], lead[0]) if lead else ()
    return any(padded(name).endswith(wanted) for name in before) or bool(
        after and padded(after["name"]) == wanted
    )


def by_a_slip(figures: Sequence[Figure]) -> Iterator[Hit]:
    """Yield the sums that differ by a slip of the pen from a percentage of a sum before them."""
    money = [one for one in figures if one.kind == "money"]
    shares = [one for one in figures if one.kind == "percentage"]
    if (
        any(
            abs(made_by(share, whole) - worth_of(stated)) <= slack(stated, share, whole)
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
            made = made_by(share, whole)
            if is_slip(worth_of(stated), made, stated.decimals):
                yield unlike_its_share(stated, share, whole, made)
