"""Accounts over several tables: income in one, expenditure in the next, what they leave in a third."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from clausekit.checks.rules.figures._tables.sheets import Entry, Line, Sheet
from clausekit.checks.rules.figures._tables.sums import Mismatch
from clausekit.patterns import pattern

_LESS = pattern(
    r"(?:total )?(?P<came>income|receipts) (?:minus|less) (?:total )?"
    r"(?P<went>expenditure|payments|spend(?:ing)?)\b",
    re.IGNORECASE,
)
_TOTAL = pattern(r"(?:the |grand |overall )?totals?(?: of)? ", re.IGNORECASE)
_NEAREST = 2
"""So many tables above one at most belong to the same account."""
_OUT = "less"


def carried_mismatches(sheet: Sheet, before: Sequence[Sheet]) -> Iterator[Mismatch]:
    """Yield the figures of a table that are carried from those just above it, and are others there."""
    if len(sheet.columns) != 1 or any(len(other.columns) != 1 for other in before[-_NEAREST:]):
        return
    line = sheet.columns[0]
    for place, stated in enumerate(line.entries):
        if stated.cell.number is None:
            continue
        if named := _LESS.match(stated.name):
            yield from _came_less_went(line, place, named, before[-_NEAREST:])
        elif before and place == 0:
            yield from _told_again(line, stated, before[-1])


def _told_again(line: Line, stated: Entry, other: Sheet) -> Iterator[Mismatch]:
    """Yield the figure with which a table begins, if it is called as the total of the table above it is."""
    last = other.columns[0].entries[-1]
    if (
        last.is_plain_total
        and last.cell.number
        and last.cell.number != stated.cell.number
        and _plain(last.name) == _plain(stated.name) != ""
    ):
        yield Mismatch(line, stated, (last,), stated.cell.number or Decimal(0), last.cell.number, False)


def _came_less_went(
    line: Line, place: int, named: re.Match[str], before: Sequence[Sheet]
) -> Iterator[Mismatch]:
    """Yield "income minus expenditure", if the income of a table above less the expenditure is another."""
    stated = line.entries[place]
    spent = [one for one in line.entries[:place] if _plain(one.name) == named["went"].lower()]
    earned = [
        one
        for other in before
        if named["came"].lower() in f"{other.caption} {other.columns[0].entries[-1].name}".lower()
        for one in other.columns[0].entries
        if one.is_total and one.cell.number
    ]
    if not spent or not spent[-1].cell.number or not earned:
        return
    out = spent[-1].cell.number
    value = stated.cell.number or Decimal(0)
    if all((one.cell.number or Decimal(0)) - out != value for one in earned):
        made = (earned[-1].cell.number or Decimal(0)) - out
        yield Mismatch(line, stated, (earned[-1], Entry(spent[-1].cell, _OUT)), value, made, False)


def _plain(name: str) -> str:
    """Return what a row is called, without "total"."""
    return _TOTAL.sub("", f"{name} ").strip(" :").lower()
