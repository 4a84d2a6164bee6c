"""The price of each of the things that a row pays for: "The licences cost £550 for each account", while the
row "Licences for 264 accounts" has £132,000."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.said_sums import SaidSums, half_a_step, said_sums, worth
from clausekit.checks.rules.figures._sentences.reckoned import ROUGH, Reckoned
from clausekit.checks.rules.figures._sentences.words import padded, plain
from clausekit.checks.rules.figures._tables.sheets import Line, sheets
from clausekit.patterns import pattern

_SO_MANY = pattern(
    r"(?P<things>[A-Z][\w’'-]+)(?: [a-z-]+){0,2} for (?P<count>\d{1,3}(?:,\d{3})*) (?P<units>[a-z-]+s)\b"
    r"|(?P<alone>\d{1,3}(?:,\d{3})*) (?P<alone_units>[a-z-]+s)\b"
)
_FOR_EACH = pattern(r"[ ](?:(?:for|to) (?:each|every|an?)|per|an?|each)[ ](?P<unit>[a-z-]+)\b")
_NOT_ALL = pattern(
    r"[%]|\b(?:per cent|up to|at least|at most|not more|more than|less than|from|plus|VAT|extra|additional"
    r"|further|first|until|average|discount\w*|increas\w+|a (?:week|month|year|day)"
    r"|per (?:week|month|year|annum))\b"
)
_NEAR, _ROUGHLY = Decimal("0.25"), Decimal("0.1")
_SHORTLY = 20


def prices_of_rows(instrument: Instrument) -> Iterator[Reckoned]:
    """Yield the prices of each that are not what a row pays for all, with what that makes."""
    told = [
        one for one in said_sums(instrument) if len(one.money) == 1 and not _NOT_ALL.search(one.sentence.text)
    ]
    rows = [row for sheet in sheets(instrument) if not sheet.flat for row in sheet.rows] if told else []
    for said in told:
        for row in rows:
            yield from _of_row(said, row)


def _of_row(said: SaidSums, row: Line) -> Iterator[Reckoned]:
    label, price = _SO_MANY.search(row.head), said.money[0]
    each = _FOR_EACH.match(price.at.shortly_after(2 * _SHORTLY))
    if label is None or each is None or plain(each["unit"]) != plain(label["units"] or label["alone_units"]):
        return
    if label["things"] and f" {plain(label['things'])} " not in padded(said.sentence.text):
        return
    count = Decimal((label["count"] or label["alone"]).replace(",", ""))
    sums = [
        entry.cell.number for entry in row.entries if entry.cell.number and entry.cell.kind != "percentage"
    ]
    made = [one / count for one in sums]
    is_rough = ROUGH.search(price.at.shortly_before(_SHORTLY)) is not None
    slack = worth(price) * _ROUGHLY if is_rough else Decimal(0)
    if not made or any(abs(one - worth(price)) <= max(half_a_step(price), slack) for one in made):
        return
    nearest = min(made, key=lambda one: abs(one - worth(price)))
    if abs(nearest - worth(price)) <= nearest * _NEAR:
        yield Reckoned(price, nearest.quantize(Decimal("0.01")), half_a_step(price), ())
