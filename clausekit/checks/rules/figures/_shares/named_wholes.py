"""Shares of a whole that another place gives: "£80, which is 45% of the Running Costs", "of that total"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import SaidSums, said_figures, worth
from clausekit.checks.rules.figures._sentences.reckoned import ROUGH
from clausekit.checks.rules.figures._sentences.slips import is_slip, significant
from clausekit.checks.rules.figures._sentences.words import plain
from clausekit.checks.rules.figures._shares.shares_made import BEING
from clausekit.checks.rules.figures._tables.amounts import amount as amount_of
from clausekit.checks.rules.figures._tables.amounts import grand_total
from clausekit.checks.rules.figures._tables.sheets import Sheet, sheets
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_OF_A_NAME = pattern(
    r"\.? of (?:(?:the|its|their|this|that) )?"
    r"(?P<name>[A-Z][\w’-]*(?: (?:of |and |for |the )?[A-Z][\w’-]*){1,4})"
)
_OF_A_SUM = pattern(
    r"\.? of (?:the|its|their|all) (?:total |whole |annual |yearly )?"
    r"(?P<name>contributions?|budget|costs|grant|fund|price|charges|funding)\b(?! (?:of|from|to|by)\b)"
)
"""A share of what has a name in small letters."""
_OF_THEM = pattern(r"\.? of (?:them|it)(?=[.,;)]| and |$)")
_OF_THE_TOTAL = pattern(r"\.? of (?:that|the|this|its) (?:total|whole|table)\b(?! (?:of|sum of) £)")
_THE_SUM = pattern(
    r" ?(?:\(|, (?:(?:that is|namely|being|which is|or),? )?| (?:that is|being|or) )"
    r"(?:that is,? |i\.e\. |being )?"
)
"""What stands between a share of what is named and its sum: "12% of the Annual Cost (£5)"."""
_LEADS = pattern(
    r"\b(?:of|is|are|be|at|totals?|totalling|comes? to|amounts? to|amounting to|stands? at|costs?"
    r"|estimated at|set at|fixed at|being)(?: (?:a total of|the sum of|about))? $|[(:] ?$"
)
"""How words end that give the sum of what they name."""
_CALLED = pattern(r"[^.;()£]{0,40} ?\((?:the |together,? the )?[“\"‘](?P<term>[^”\"’]{3,60})[”\"’]\)")
"""What gives a name to the sum before it: "£5 (the “Pooled Fund”)"."""
_OF_ALL = pattern(r"(?:%|per ?cent\w*|shares?|proportions?|parts?|total)\b", re.IGNORECASE)
"""How a row begins that tells what part each column is of all."""
_LIMIT = pattern(
    r"\b(?:up to|at least|more than|less than|minimum|maximum|cap(?:ped)?|limit\w*|exceed\w*|if"
    r"|suppose|example)\b",
    re.IGNORECASE,
)
_BRACKETS = (" (", " (that is, ", " (that is ", " (being ", " (or ")
"""What stands between a sum and the share that tells it once more."""
_EMPTY = ("the", "of", "and", "for", "a")
_SHORTLY, _FAR = 25, 160
_NEARBY = 4
_TELLING = 4
"""A sum of so many digits is by no chance a share of another but for a slip."""
"""So many passages at most stand between a table and what is said of its total."""
_HUNDRED = Decimal(100)


class UnlikeShare(NamedTuple):
    """A share that its sum is not of the whole that another place gives: ``made`` is what it is of that."""

    amount: Figure
    share: Figure
    whole: Decimal
    made: Decimal
    given: Words | None


def unlike_named_wholes(instrument: Instrument) -> Iterator[UnlikeShare]:
    """Yield the shares that are not what their sums are of the one whole that is named."""
    said = said_figures(instrument)
    for one in said:
        kinds = {figure.kind for figure in one.figures}
        if {"money", "percentage"} <= kinds:
            for amount, share, name in _told(one):
                if _is_loose(amount, share):
                    continue
                wholes = _named(name, amount, said) if name else {}
                totals = _totals(name, one, instrument)
                yield from _compared(amount, share, wholes, totals)


def _told(said: SaidSums) -> Iterator[tuple[Figure, Figure, str]]:
    """Yield the sums of a sentence with the shares which they are said to be, and of what: "" for the total
    of a table."""
    text = said.sentence.passage.text
    named = ""
    for one, other in pairwise([figure for figure in said.figures if figure.kind != "number"]):
        share = one if one.kind == "percentage" else other
        of = _OF_A_NAME.match(text, share.at.end, said.sentence.end)
        of = of or _OF_A_SUM.match(text, share.at.end, said.sentence.end)
        named = of["name"] if of else named
        if (one.kind, other.kind) == ("money", "percentage"):
            between = text[one.at.end : other.at.start].removeprefix(")")
            if not between.strip() or not BEING.fullmatch(between):
                continue
            if of or (named and _OF_THEM.match(text, share.at.end)):
                yield one, other, named
            elif _OF_THE_TOTAL.match(text, share.at.end):
                yield one, other, ""
        elif (
            (one.kind, other.kind) == ("percentage", "money")
            and of
            and _THE_SUM.fullmatch(text, of.end(), other.at.start)
        ):
            yield other, one, named


def _is_loose(amount: Figure, share: Figure) -> bool:
    """Tell whether a sum need not be just a share: "about £5", "up to 10%"; a limit told as a sum with its
    share in brackets, "up to £5 (10% of the Fund)", is so."""
    first, last = sorted((amount.at, share.at), key=lambda one: one.start)
    if first is amount.at and first.passage.text[first.end : last.start] in _BRACKETS:
        return ROUGH.search(first.shortly_before(_SHORTLY)) is not None
    around = first.shortly_before(_SHORTLY) + first.passage.text[first.start : last.end]
    return ROUGH.search(around) is not None or _LIMIT.search(around) is not None


def _named(name: str, amount: Figure, said: Sequence[SaidSums]) -> Mapping[Decimal, Figure]:
    """Return the sums that sentences give to what has a name, whatever stands between its words."""
    wanted = [word for word in plain(name).split() if word not in _EMPTY]
    found: dict[Decimal, Figure] = {}
    for one in said:
        for figure in one.money:
            if figure is amount or not figure.value:
                continue
            called = _CALLED.match(figure.at.shortly_after(_FAR))
            if called and plain(called["term"]) == plain(name):
                return {worth(figure): figure}
            start = max(one.sentence.start, figure.at.start - _FAR)
            before = figure.at.passage.text[start : figure.at.start].rpartition("£")[2]
            words = plain(before).split()
            if _LEADS.search(before) and not _LIMIT.search(before) and all(word in words for word in wanted):
                found.setdefault(worth(figure), figure)
    return found


def _totals(name: str, said: SaidSums, instrument: Instrument) -> frozenset[Decimal]:
    """Return the totals of the tables that are about what has a name, or of the one that stands shortly
    before a sentence or is named in it."""
    place = instrument.place_of[said.sentence.passage]
    wanted = frozenset(plain(name).split()) - frozenset(_EMPTY)
    found = [
        sheet
        for sheet in sheets(instrument)
        if (wanted and wanted <= frozenset(plain(f"{sheet.caption} {sheet.place.heading}").split()))
        or (not wanted and 0 < place.order - _end(sheet) <= _NEARBY)
    ]
    totals = frozenset(
        entry.cell.number * sheet.factor
        for sheet in found
        for line in sheet.lines
        for entry in line.entries
        if entry.is_total and entry.cell.number
    )
    return totals or (_of_rows(wanted, instrument) if wanted else frozenset())


def _of_rows(wanted: frozenset[str], instrument: Instrument) -> frozenset[Decimal]:
    """Return what the tables come to of which a row is about all of what has a name: "Share of the Fund"."""
    return frozenset(
        amount_of(total, sheet)
        for sheet in sheets(instrument)
        if not sheet.flat
        and (total := grand_total(sheet))
        and any(
            _OF_ALL.match(row.head) and wanted <= frozenset(plain(row.head).split()) for row in sheet.rows
        )
    )


def _end(sheet: Sheet) -> int:
    """Return about where a table ends: of one set in lines, each row is a passage at most."""
    return sheet.place.order + (
        len(sheet.rows) if sheet.flat else sum(len(one.entries) + 1 for one in sheet.rows)
    )


def _compared(
    amount: Figure, share: Figure, wholes: Mapping[Decimal, Figure], totals: frozenset[Decimal]
) -> Iterator[UnlikeShare]:
    """Yield a share if it fits none of the wholes of which it may be, and one of them is near.

    If the sum is another share of one to the penny, it does not matter that it is rounded that of others.
    """
    fits = _is_made if share.at.start < amount.at.start else _fits
    fitting = [whole for whole in {*wholes, *totals} if fits(amount, share, whole)]
    near = [
        whole
        for whole in wholes or totals
        if worth(amount) < whole and _is_near(worth(amount), worth(share) * whole / _HUNDRED)
    ]
    exact = [whole for whole in near if _is_whole(_share_of(amount, whole).scaleb(share.decimals))]
    found = (near if len(near) == 1 else exact) if not fitting else exact
    if len(found) == 1 and found[0] not in fitting and not any(_makes(share, amount, one) for one in fitting):
        (whole,) = found
        given = wholes[whole].at if whole in wholes else None
        yield UnlikeShare(amount, share, whole, _share_of(amount, whole), given)


def _share_of(amount: Figure, whole: Decimal) -> Decimal:
    return worth(amount) * _HUNDRED / whole


def _is_whole(number: Decimal) -> bool:
    return number == number.to_integral_value()


def _makes(share: Figure, amount: Figure, whole: Decimal) -> bool:
    """Tell whether a share of a whole is a sum to the pound."""
    return abs(worth(share) * whole / _HUNDRED - worth(amount)) < 1


def _is_made(amount: Figure, share: Figure, whole: Decimal) -> bool:
    """Tell whether a sum that only says a share again is what the share makes, but for its own rounding."""
    made, told = worth(share) * whole / _HUNDRED, worth(amount)
    exponent = max(0, int(told.normalize().as_tuple().exponent)) if told else 0
    return abs(made - told) <= max(Decimal(1), Decimal(10) ** exponent / 2)


def _fits(amount: Figure, share: Figure, whole: Decimal) -> bool:
    """Tell whether a sum is a share of another, as exactly as the share and the sum are told."""
    step = Decimal(1).scaleb(-share.decimals)
    rounded = Decimal(10) ** (3 if amount.scale else 0)
    made = worth(share) * whole / _HUNDRED
    if significant(made) >= _TELLING and is_slip(worth(amount), made):
        return False
    return (
        abs(worth(amount) - worth(share) * whole / _HUNDRED)
        <= whole * step * Decimal("0.51") / _HUNDRED + rounded
    )


def _is_near(one: Decimal, other: Decimal) -> bool:
    less, more = sorted((one, other))
    return more < 2 * less
