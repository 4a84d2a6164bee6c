"""Sums whose parts are the rows of a table without a total: "An Overspend of £500 is borne as follows:"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.instrument.grids import GridCell
from clausekit.checks.rules._shared.said_sums import money_in
from clausekit.checks.rules.figures._parts.breakdown import NO_PARTS, Breakdown, if_near
from clausekit.checks.rules.figures._tables.sheets import Entry, Line, Sheet, sheets, words_of
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage

_SHARED_OUT = pattern(
    r"\b(?:borne|bears?|shared?|shares|split|divided|apportioned|allocated|broken down|made up|comprises?"
    r"|consists? of|met|funded|distributed|spent|divides?|splits?|falls?|paid|contributed|repaid|returned"
    r"|credited|charged)\b"
)
_FOLLOWS = pattern(
    r"(?::|\b(?:as follows|thus|in (?:the|this) (?:following )?(?:table|way|manner)|below|these)[.:]?)[ ]*$"
)
_OF_IT = pattern(r"\b(?:[Ii]t|(?:[Tt]h(?:is|at|e)|[Ss]uch)(?: (?P<name>[A-Za-z]+))?)\b")
_IN_PARTS = pattern(r"\b(?:instalments?|stages?|tranches|per|each|first|then)\b")
_FEWEST, _MOST = 2, 12
_SHORTLY, _SHORTLY_BEFORE = 2, 6


def breakdowns_in_tables(instrument: Instrument) -> Iterator[Breakdown]:
    """Yield the sums that lead to a table which shares them out, each with its parts."""
    for sheet in sheets(instrument):
        whole = None if sheet.flat else _led_by(sheet, instrument)
        parts = _parts(sheet) if whole is not None else []
        if whole is not None and parts:
            made = sum((part.value or Decimal(0) for part in parts), Decimal(0))
            yield from if_near(Breakdown(whole, tuple(parts), made))


def _led_by(sheet: Sheet, instrument: Instrument) -> Figure | None:
    """Return the only sum of the sentence that leads to a table and says that it is shared out."""
    for place in reversed(instrument.places[max(0, sheet.place.order - _SHORTLY) : sheet.place.order]):
        *_, last = (Words(place.passage, 0, 0), *instrument.sentences_of(place.passage))
        if place.role != "text" or not _FOLLOWS.search(last.text):
            continue
        if not _SHARED_OUT.search(last.text) or NO_PARTS.search(last.text) or _IN_PARTS.search(last.text):
            return None
        return _sum_told(place.passage, last, instrument)
    return None


def _sum_told(passage: Passage, last: Words, instrument: Instrument) -> Figure | None:
    """Return the only sum of the last sentence of a passage; if it has none and speaks of one that was told,
    that of the sentence before, among several the one by its name: "overspend £8. The overspend is shared".
    """
    sums = money_in(instrument).get(passage, ())
    own = [one for one in sums if one.at.overlaps(last)]
    named = _OF_IT.search(last.text)
    if own or named is None:
        return own[0] if len(own) == 1 else None
    _, *before = (None, *instrument.sentences_of(passage))
    told = [one for one in sums if len(before) > 1 and one.at.overlaps(before[-2])]
    if len(told) > 1 and named["name"]:
        name = named["name"].lower()
        told = [one for one in told if name in one.at.shortly_before(len(name) + _SHORTLY_BEFORE).lower()]
    return told[0] if len(told) == 1 else None


def _parts(sheet: Sheet) -> Sequence[Figure]:
    """Return the sums of the only column of sums, or of that of the totals, if no row is a total of them."""
    columns = [line for line in sheet.columns if line.kind in ("money", "number") and line.adds_up]
    totals = [line for line in columns if any(_is_total_of(line, row) for row in sheet.rows)]
    chosen = columns if len(columns) == 1 else totals[-1:]
    entries = chosen[0].entries if chosen else ()
    if not _FEWEST <= len(entries) <= _MOST or not all(map(_is_sum, entries)):
        return []
    return [_figure(entry.cell, sheet.factor) for entry in entries if entry.cell.number]


def _is_total_of(column: Line, row: Line) -> bool:
    return any(entry.name == column.head and entry.is_plain_total for entry in row.entries)


def _is_sum(entry: Entry) -> bool:
    known = entry.cell.number is not None and entry.cell.words is not None
    return entry.is_part and (known or entry.cell.is_nothing)


def _figure(cell: GridCell, factor: int) -> Figure:
    return Figure(words_of(cell), "money", (cell.number or Decimal(0)) * factor, cell.decimals)
