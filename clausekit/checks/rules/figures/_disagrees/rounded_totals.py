"""Totals of tables in thousands that the words above them give in millions, rounded otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules.figures._tables.sheets import Entry, sheets
from clausekit.patterns import pattern

_OF_THOUSANDS = pattern(r"£[ ]?[’']?0{3}s?\b|£k\b|[’']0{3}s?\b")
_LEADS_TO_TABLE = pattern(
    r"\b(?:table|made up|as follows|set out below|shown below|summarised below|broken down|composed)\b"
)
_HALF = Decimal("0.5")


class RoundedOtherwise(NamedTuple):
    """A figure in millions, and what the total of the table below it is, rounded as the figure is."""

    figure: Figure
    rounded: Decimal


def rounded_otherwise(instrument: Instrument) -> Iterator[RoundedOtherwise]:
    """Yield the figures of a paragraph above a table that are its total cut off instead of rounded."""
    for sheet in sheets(instrument):
        before = instrument.places[sheet.place.order - 1].passage if sheet.place.order else None
        if before is None or not _LEADS_TO_TABLE.search(before.text):
            continue
        figures = [one for one in instrument.figures if one.at.passage is before and _is_rounded(one)]
        columns = [line for line in sheet.columns if _OF_THOUSANDS.search(f"{line.head} {sheet.caption}")]
        if len(figures) == len(columns) == 1 and columns[0].entries:
            yield from _compared(figures[0], columns[0].entries[-1])


def _is_rounded(figure: Figure) -> bool:
    return figure.kind == "money" and figure.scale == "m" and figure.decimals > 0


def _compared(figure: Figure, last: Entry) -> Iterator[RoundedOtherwise]:
    if figure.value is None or last.cell.number is None or not last.is_plain_total:
        return
    total = last.cell.number * 1000
    unit = Decimal(1_000_000).scaleb(-figure.decimals)
    if unit * _HALF < abs(figure.value - total) < unit:
        millions = (total / 1_000_000).quantize(Decimal(1).scaleb(-figure.decimals), ROUND_HALF_UP)
        yield RoundedOtherwise(figure, millions)
