"""Shares of a sum that stands in a sentence before, in a row of a table, or in the clause on a year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from decimal import Decimal
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rule import Hit
from clausekit.checks.rules._shared.said_sums import MINIMUM, SaidSums
from clausekit.checks.rules.figures._sentences.mentions import Mention
from clausekit.checks.rules.figures._sentences.reckoned import ROUGH
from clausekit.checks.rules.figures._sentences.words import padded
from clausekit.checks.rules.figures._shares.shares_made import (
    BEING,
    IN_BRACKETS_OR_BEING,
    NAME_WITHIN,
    OF,
    PART_OF_THE_WHOLE,
    SHORTLY,
    fits_share,
    is_likely_meant,
    made_by,
    rounds_to,
    share_compared,
    unlike_its_amount,
    worth_of,
)
from clausekit.checks.rules.figures._tables.sheets import Entry, Line, sheets
from clausekit.patterns import pattern

_OF_THE_BUDGET = pattern(
    r" of (?:it\b|(?:the|its|that|this) (?:[a-z]+ )?"
    r"(?:budget|cost|total|whole|sum|fund|pooled fund|scheme)s?\b)|\)",
    re.IGNORECASE,
)
_OF_A_YEAR = pattern(
    r" of (?:the |its |their )(?P<name>[A-Za-z][\w’-]*(?: [\w’-]+){0,2}?) (?:for|in|of) "
    r"(?:that|the|each|the same|20\d\d[/–-]\d\d)(?: (?:[Ff]inancial )?[Yy]ear)?,?"
    r" ?\(?(?:that is(?: to say)?|which is|i\.e\.|being|or|namely|amounting to|equal to)?,? ",
)
"""What stands between a share of what is paid in a year and its sum."""
OF_WHAT_WAS_SAID = pattern(r"Of (?:this|that|it|these|which|the total)\b")
_WHOSE_SHARE = pattern(
    r"\b(?:share|part|portion|proportion|contribution|grant|payment)s?\b[^.;£%]{0,60}"
    r"\b(?:is|are|being|represents?|makes?(?: up)?|amounts? to|comes? to|equals?|of|at|was)[ ]"
    r"(?:therefore |thus |then |so )?$",
    re.IGNORECASE,
)
_ITS = pattern(r"^ (?:it|that) (?:share|part|portion|proportion|contribution|grant|payment) ")
_BODY = pattern(r" (council|icb|ccg|pct|trust|hospice|district|county|borough)(?= )")
_OF_THE_WHOLE = pattern(
    r" of (?:(?:it|this|that|them|these)|(?:the|that|this|those|these) "
    r"(?P<noun>[A-Za-z][\w’-]*(?: [\w’-]+)?))"
    r"(?=[.;,)]| and (?!the [a-z]+ of)| (?:a|per|each|in|for|to|from|by|on) |$)"
)
_ANY_WHOLE = pattern(
    r"(?:(?:whole|total|overall|combined|entire|full|same|aggregate) ?(?:sum|amount|cost|figure|money|price)?"
    r"|sums?|totals?|amounts?|figures?|money|two together)",
    re.IGNORECASE,
)
_ON_A_SUM = pattern(r"(?:On|With|For|At|Given|If)\b[^£%.;]{0,80} $")
_IT_IS = pattern(
    r"(?: a year| per annum)?,? (?:that|this|it|the [a-z]+(?: [a-z]+)?) "
    r"(?:is|makes|comes to|amounts to|gives|would be|will be|would come to|would make|therefore is)"
    r"(?: therefore)? "
)
_SENTENCES_BACK = 3
LIMIT = pattern(
    rf"\b(?:up to|at least|more than|less than|maximum|{MINIMUM}|cap\w*|limit\w*|exceed\w*)\b", re.IGNORECASE
)
"""Words about a limit, which may be told as a share and as a sum that must fit."""
_ALMOST = Decimal("1.2")


def of_its_row(figures: Sequence[Figure], known: Set[Decimal], instrument: Instrument) -> Iterator[Hit]:
    """Yield the percentage in "the ICB pays £80 of the cost, which is 45% of the budget", where a table has
    that sum in a row that makes £200, and no sum of which it is such a share is to be found."""
    money = [one for one in figures if one.kind == "money"]
    for part, share in pairwise(figures):
        if (
            len(money) != 1
            or (part.kind, share.kind) != ("money", "percentage")
            or part.scale
            or not PART_OF_THE_WHOLE.fullmatch(part.at.passage.text, part.at.end, share.at.start)
            or not _OF_THE_BUDGET.match(share.at.shortly_after(NAME_WITHIN))
            or any(
                fits_share(part, share, whole) or rounds_to(worth_of(part) / whole, share)
                for whole in known
                if whole
            )
        ):
            continue
        wholes = {
            abs(total.cell.number)
            for sheet in sheets(instrument)
            for line in sheet.rows
            for total in line.entries[-1:]
            if total.is_plain_total and total.cell.number and _has(line, worth_of(part), total)
        }
        if len(wholes) == 1 and is_likely_meant(
            made_by(share, part), worth_of(part) * worth_of(part) / max(wholes)
        ):
            yield unlike_its_amount(part, share, max(wholes))


def _has(line: Line, value: Decimal, total: Entry) -> bool:
    """Tell whether one of the parts of a row is a sum, though not its total."""
    return any(one is not total and one.is_part and one.cell.number == value for one in line.entries)


def of_its_year(
    figures: Sequence[Figure],
    known: Set[Decimal],
    mentions_of: Mapping[Figure, Mention],
    instrument: Instrument,
) -> Iterator[Hit]:
    """Yield the sum in "5% of the Grant for that year, that is £9", where the clause on the Grant tells what
    it is in that year, and no sum is to be found of which £9 would be that share."""
    for share, stated in pairwise(figures):
        between = share.at.passage.text[share.at.end : stated.at.start]
        of = _OF_A_YEAR.fullmatch(between) if share.kind == "percentage" else None
        told = mentions_of[stated].years if of and stated in mentions_of else frozenset()
        if (
            not of
            or stated.kind != "money"
            or len(told) != 1
            or any(fits_share(stated, share, one) for one in known)
        ):
            continue
        name = padded(of["name"])
        wholes = {
            worth_of(one.figure)
            for one in mentions_of.values()
            if one.figure.kind == "money"
            and one.years == told
            and one.sentence != mentions_of[stated].sentence
            and name in f"{one.text} {padded(instrument.place_of[one.sentence.passage].heading)}"
            and _is_almost(made_by(share, one.figure), worth_of(stated))
        }
        if len(wholes) == 1:
            (whole,) = wholes
            figure = next(one for one in mentions_of if one.kind == "money" and worth_of(one) == whole)
            yield from share_compared(stated, share, figure)


def _is_almost(one: Decimal, other: Decimal) -> bool:
    less, more = sorted((one, other))
    return more <= less * _ALMOST


def of_whom(said: SaidSums, mentions_of: Mapping[Figure, Mention]) -> Iterator[Hit]:
    """Yield the percentage in "The Council pays £80. The share of the Council is 45% of the cost, £200": the
    sum of the party whose share it is stands in the sentence before, once."""
    if said.before is None:
        return
    for share, whole in pairwise([one for one in said.figures if one.kind != "number"]):
        party = _bodies(mentions_of[share])
        if (
            (share.kind, whole.kind) != ("percentage", "money")
            or not (len(party) == 1 or (not party and _ITS.search(mentions_of[share].lead)))
            or not _WHOSE_SHARE.search(share.at.shortly_before(NAME_WITHIN))
            or not OF.fullmatch(share.at.passage.text, share.at.end, whole.at.start)
        ):
            continue
        own = [one for one in said.before.money if not party or _bodies(mentions_of[one]) == party]
        if (
            len(own) == 1
            and is_likely_meant(worth_of(own[0]), made_by(share, whole))
            and worth_of(own[0]) < worth_of(whole)
        ):
            yield from share_compared(own[0], share, whole, derived=True, is_sure=True)


def of_the_whole_before(figures: Sequence[Figure], said: SaidSums) -> Iterator[Hit]:
    """Yield the percentage in "It comes to £200. The Council’s £80 is 45% of that sum", and in "It pays £200,
    of which £80 goes to the Trust. The Trust’s part is 45% of the whole"."""
    before = said.before
    for _ in range(_SENTENCES_BACK - 1):
        if before is not None and (not before.money or OF_WHAT_WAS_SAID.match(before.sentence.text)):
            before = before.before
    if before is None or not before.money or ROUGH.search(said.sentence.text):
        return
    whole, *parts = before.money
    for at, share in enumerate(figures):
        of = _OF_THE_WHOLE.match(share.at.shortly_after(NAME_WITHIN)) if share.kind == "percentage" else None
        if not of or LIMIT.search(share.at.shortly_before(SHORTLY)) or not _is_named(of["noun"], before):
            continue
        part = figures[at - 1] if at else None
        if part is not None and part.kind == "money":
            text = share.at.passage.text
            told = [part] if BEING.fullmatch(text, part.at.end, share.at.start) else []
        elif _WHOSE_SHARE.search(share.at.shortly_before(NAME_WITHIN)):
            told = parts
        else:
            told = []
        fitting = [one for one in told if worth_of(one) < worth_of(whole)]
        if (
            fitting
            and fitting == told
            and not any(rounds_to(worth_of(one) / worth_of(whole), share) for one in fitting)
        ):
            nearest = min(fitting, key=lambda one: abs(worth_of(one) - made_by(share, whole)))
            if is_likely_meant(worth_of(nearest), made_by(share, whole)):
                yield unlike_its_amount(nearest, share, worth_of(whole))


def at_the_rate_before(figures: Sequence[Figure], said: SaidSums) -> Iterator[Hit]:
    """Yield the sum in "The fee is 4% of spend. On spend of £900 that is £39"."""
    before = said.before
    kinds = [one.kind for one in figures]
    if before is None or before.money or kinds != ["money", "money"] or ROUGH.search(before.sentence.text):
        return
    shares = [one for one in before.figures if one.kind == "percentage"]
    whole, stated = figures
    if (
        len(shares) == 1
        and _ON_A_SUM.fullmatch(whole.at.passage.text, said.sentence.start, whole.at.start)
        and _IT_IS.fullmatch(whole.at.passage.text, whole.at.end, stated.at.start)
    ):
        yield from share_compared(stated, shares[0], whole)


def _is_named(noun: str | None, before: SaidSums) -> bool:
    """Tell whether "that sum", "the whole" or "the Grant" may be the sum of a sentence: a name is in it."""
    return (
        noun is None or _ANY_WHOLE.fullmatch(noun) is not None or padded(noun) in padded(before.sentence.text)
    )


def _bodies(mention: Mention) -> frozenset[str]:
    """Return the parties that a mention names, or where the parties are not known, what it calls them."""
    return mention.parties or frozenset(_BODY.findall(mention.lead))


def of_the_sum_before(figures: Sequence[Figure], before: SaidSums, twice: Set[Decimal]) -> Iterator[Hit]:
    """Yield the percentage in "It comes to £200. Of this the Council pays £80 (45% of the total)"."""
    if len(before.money) != 1:
        return
    (whole,) = before.money
    for part, share in pairwise(figures):
        beside = IN_BRACKETS_OR_BEING.fullmatch(part.at.passage.text, part.at.end, share.at.start)
        if (part.kind, share.kind) == ("money", "percentage") and beside and worth_of(part) < worth_of(whole):
            yield from share_compared(part, share, whole, derived=True, is_sure=worth_of(part) in twice)
