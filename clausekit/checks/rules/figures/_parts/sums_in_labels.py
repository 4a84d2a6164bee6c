"""Rows of tables whose label tells how their sum is made: "Travel (40 miles x 45p)", "cheques £50, £70"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules.figures._sentences.reckoned import Reckoned
from clausekit.checks.rules.figures._tables.sheets import Entry, sheets, words_of
from clausekit.patterns import pattern

_SUM = pattern(r"£[ ]?(?P<sum>\d{1,3}(?:,\d{3})+(?:\.\d\d)?|\d+(?:\.\d\d)?)(?![\d.]*\d)")
_NEXT = pattern(
    r"[ ]?(?:,|;|,? and|\+|&|,? plus)[ ]?(?!per\b|each\b|up to\b|at\b|of\b|to\b|from\b)"
    r"(?:[\w’'./#]+[ ]){0,3}[\w’'./#]{0,20}(?:[ ]?[-–:=][ ]?)?"
)
"""What stands between two sums of a list: a mark, and the number or the name of what the next is for."""
_NO_LIST = pattern(
    r"\b(?:each|per|up to|at least|of which|limit|max\w*|min\w*|from|increase\w*|was|previous\w*|budget\w*"
    r"|remaining|balance|over|under|between)\b|@|\bx\b|%",
    re.IGNORECASE,
)
_PRODUCT = pattern(
    r"(?<![\d.,£])(?P<count>\d{1,4}(?:,\d{3})?(?:\.\d{1,2})?)[ ]?(?:[a-z]+[ ]){0,2}(?:x|×|@|at)[ ]?"
    r"(?:£(?P<pounds>\d[\d,]*(?:\.\d\d)?)|(?P<pence>\d{1,3}(?:\.\d)?)[ ]?p)(?![\w.,]*\d)",
    re.IGNORECASE,
)
_TIMES = pattern(r"\bx\b|×|@|\bat £", re.IGNORECASE)
_WITH_VAT = Decimal("1.2")
_HALF, _THRICE = Decimal("0.5"), 3
_HUNDRED = 100


def sums_in_labels(instrument: Instrument) -> Iterator[Reckoned]:
    """Yield the sums of rows that are not what their label makes."""
    for sheet in sheets(instrument):
        for row in sheet.rows if not sheet.flat else ():
            sums = [entry for entry in row.entries if entry.cell.number and entry.cell.kind != "percentage"]
            if sums and any(entry.cell.kind == "money" or "£" in entry.name for entry in sums):
                yield from _listed(row.head, sums)
                yield from _multiplied(row.head, sums)


def _listed(label: str, sums: Sequence[Entry]) -> Iterator[Reckoned]:
    """Yield the sum beside a list of others in a label, if they make another."""
    parts = list(_SUM.finditer(label))
    if len(parts) < 2 or _NO_LIST.search(label):
        return
    if all(_NEXT.fullmatch(label, one.end(), other.start()) for one, other in pairwise(parts)):
        worths = [_number(part["sum"]) for part in parts]
        made = sum(worths, Decimal(0))
        stated = _value(sums[0])
        beside = {_value(entry) for entry in sums}
        if made not in beside and not beside & set(worths) and abs(stated - made) <= made * _HALF:
            yield _reckoned(sums[0], made)


def _multiplied(label: str, sums: Sequence[Entry]) -> Iterator[Reckoned]:
    """Yield the sum beside a label that tells how many there are at how much, if that makes another."""
    found = _PRODUCT.search(label)
    if found is None or len(_TIMES.findall(label)) > 1 or _SUM.search(label, found.end()):
        return
    each = _number(found["pounds"]) if found["pounds"] else Decimal(found["pence"]) / _HUNDRED
    made = (each * _number(found["count"])).quantize(Decimal("0.01"))
    stated = _value(sums[0])
    beside = {_value(entry) for entry in sums}
    if (
        not beside & {made, made * _WITH_VAT, each, round(made)}
        and made <= stated * _THRICE <= made * _THRICE**2
    ):
        yield _reckoned(sums[0], made)


def _reckoned(stated: Entry, made: Decimal) -> Reckoned:
    cell = stated.cell
    figure = Figure(words_of(cell), "money", cell.number, cell.decimals)
    return Reckoned(figure, made, Decimal(0), ())


def _value(entry: Entry) -> Decimal:
    return abs(entry.cell.number or Decimal(0))


def _number(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))
