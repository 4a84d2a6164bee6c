"""Rows of an account that carry on from those before them: what is left after something was taken off, what
came in less what went out, and the balance at the end of a year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from clausekit.checks.rules.figures._tables.sheets import Entry, Line, Sheet
from clausekit.checks.rules.figures._tables.sums import Mismatch, rounding
from clausekit.checks.rules.figures._tables.totals import NO_PART
from clausekit.patterns import pattern

_START = r"(?:[A-Z]?\d{0,2}(?:\.\d)?[ ])?(?:the |total |sub-? ?total |gross )?"
_OPENING = pattern(
    r"opening\b|\bb/?[ ]?f(?:wd)?\b|\bbrought forward\b|\blast year\b|\bprevious year\b"
    r"|\bat (?:the )?(?:start|beginning)\b|\b(?:at|on) (?:0?1(?:st)? )?april\b",
    re.IGNORECASE,
)
_CLOSING = pattern(
    r"closing\b|\bc/?[ ]?f(?:wd)?\b|\bcarried (?:forward|down)\b|\bthis year end\b"
    r"|\bbalance at (?:the )?(?:year )?end\b"
    r"|\b(?:at|on) (?:31(?:st)? march|(?:the )?(?:end of the (?:financial )?year|year[- ]end))\b",
    re.IGNORECASE,
)
_LEFT = pattern(
    r"\b(?:balances?|net|remaining|remainder|left|after|adjusted|revised|reconciled|available|surplus|closing"
    r"|carried|payable|due|unspent|uncommitted|unallocated)\b",
    re.IGNORECASE,
)
"""How a row is called that holds what is left after the rows above it were taken off."""
_ADDED = pattern(r"(?:add|plus|together with)\b:?", re.IGNORECASE)
_CAME_IN = pattern(
    rf"{_START}(?:[\w’'-]+ ){{0,2}}(?:income|receipts?|contributions?|funding|precepts?|grants?|interest"
    r"|money received|credits?)\b(?! (?:minus|less|plus|and expenditure))",
    re.IGNORECASE,
)
_WENT_OUT = pattern(
    rf"{_START}(?:[\w’'-]+ ){{0,2}}(?:expenditure|payments?|spend(?:ing)?|costs?|outgoings?|withdrawals"
    r"|drawdowns?|expenses|debits?)\b(?! (?:on account|in advance|received))",
    re.IGNORECASE,
)
_TRANSFERS = pattern(rf"{_START}transfers? (?:between|in|into|from)\b", re.IGNORECASE)
_NET = pattern(
    rf"{_START}net (?:of )?(?:receipts|income|movement|incoming|payments|expenditure|surplus|change)\b"
    rf"|{_START}(?:in-year )?(?:surplus|deficit)\b|{_START}(?:income|receipts) (?:minus|less) ",
    re.IGNORECASE,
)
"""How a row is called that holds what came in less what went out."""
_JOINED = pattern(
    rf"{_START}(?:income|receipts|funding) (?:plus|and|with) (?!expenditure|payments)", re.IGNORECASE
)
"""How a row is called that adds what stands above it to the total before that."""
_DIGITS = pattern(r"\d")
_OUT = "less"
_FEWEST = 2
_FARTHEST = Decimal("0.4")
"""A balance that is farther from what the rows make is rather one of others."""


def balance_mismatches(sheet: Sheet) -> Iterator[Mismatch]:
    """Yield the balances in the columns of a table that do not follow from the rows above them."""
    for line in sheet.columns:
        kind = line.kind
        if kind not in ("money", "number") or not line.adds_up:
            continue
        entries = [entry for entry in line.of_kind(kind) if not NO_PART.match(entry.name)]
        for place, stated in enumerate(entries):
            if stated.cell.number is not None and not stated.is_named:
                yield from _judged(line, stated, entries[:place])


def _judged(line: Line, stated: Entry, before: Sequence[Entry]) -> Iterator[Mismatch]:
    """Yield what is wrong with a balance, if it is one and in none of its readings right."""
    value = abs(stated.cell.number or Decimal(0))
    closest: Mismatch | None = None
    for parts in _readings(stated, before):
        values = [part.value for part in parts]
        if None in values or len(parts) < _FEWEST:
            continue
        made = sum((one for one in values if one is not None), Decimal(0))
        if value in (abs(made), abs(parts[0].cell.number or Decimal(0))):
            return
        signed = -made if (stated.cell.number or 0) * made < 0 else made
        slack = rounding(stated.cell, [part.cell for part in parts])
        one = Mismatch(
            line,
            stated,
            tuple(parts),
            stated.cell.number or Decimal(0),
            signed,
            abs(value - abs(made)) <= slack,
        )
        if closest is None or abs(one.excess) < abs(closest.excess):
            closest = one
    if closest is not None and abs(closest.excess) <= _FARTHEST * max(value, abs(closest.made)):
        yield closest


def _readings(stated: Entry, before: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Yield the rows, with what goes out as taken off, of which a row may be made by its name."""
    filled = [entry for entry in before if entry.cell.kind or entry.cell.is_nothing]
    name = stated.name
    if stated.is_taken_off or _ADDED.match(name):
        return
    run = len(filled)
    while run and filled[run - 1].is_taken_off:
        run -= 1
    if since := _since_the_like(name, filled):
        yield since
    elif _JOINED.match(name):
        last = max((at for at, entry in enumerate(filled) if entry.is_total), default=len(filled))
        yield filled[last:]
    elif _OPENING.search(name):
        return
    elif _CLOSING.search(name) and (rolled := _rolled(filled)):
        yield rolled
    elif _LEFT.search(name) and 0 < run < len(filled):
        yield filled[run - 1 :]
        totals = [entry for entry in filled[: run - 1] if entry.is_total]
        yield from ([one, *filled[run:]] for one in totals)
    elif _NET.match(name):
        came = [entry for entry in filled if _CAME_IN.match(entry.name)]
        went = [entry for entry in filled if _WENT_OUT.match(entry.name)]
        if came and went and all(map(_is_sum, (came[-1], went[-1]))):
            yield [came[-1], _taken(went[-1])]


def _is_sum(entry: Entry) -> bool:
    """Tell whether a row holds all that came in or went out: it is a total, or called nothing else."""
    return entry.is_total or len(entry.name.split()) == 1


def _rolled(before: Sequence[Entry]) -> list[Entry]:
    """Return the rows that lead from an opening balance to the closing one; [] if others stand among them."""
    found: list[Entry] = []
    opened = False
    for entry in reversed(before):
        name = entry.name
        if _NET.match(name):
            opening = [one for one in before if _OPENING.search(one.name) and not opened]
            return [*opening[-1:], entry, *found] if opened or opening else []
        if entry.is_taken_off or _WENT_OUT.match(name):
            found.insert(0, _taken(entry))
        elif _OPENING.search(name) and not opened:
            opened = True
            found.insert(0, entry)
            if entry is not before[-1]:
                break
        elif _CAME_IN.match(name) or _ADDED.match(name) or _TRANSFERS.match(name):
            found.insert(0, entry)
        else:
            return []
    return found if opened else []


def _since_the_like(name: str, before: Sequence[Entry]) -> list[Entry]:
    """Return the rows from one that is called the same but for the year, "Funds at March 2025", if what came
    in and what went out stand between it and the row of that name; else []."""
    plain = _DIGITS.sub("", name)
    if plain == name:
        return []
    first = next((at for at, one in enumerate(before) if _DIGITS.sub("", one.name) == plain), None)
    between = before[first + 1 :] if first is not None else []
    came = [one for one in between if _CAME_IN.match(one.name)]
    went = [one for one in between if _WENT_OUT.match(one.name) or one.is_taken_off]
    if first is None or not came or not went or len(came) + len(went) != len(between):
        return []
    return [before[first], *(_taken(one) if one in went else one for one in between)]


def _taken(entry: Entry) -> Entry:
    """Return a figure as one that is taken off."""
    return Entry(entry.cell, _OUT)
