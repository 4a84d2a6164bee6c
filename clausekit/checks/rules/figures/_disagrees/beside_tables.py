"""Figures beside a table, or of a row of a flattened one, that are its own but for a slip of the pen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit
from clausekit.checks.rules._shared.said_sums import worth
from clausekit.checks.rules.figures._disagrees.other_sums import FEW_WORDS, OTHER_SUM, SUPPOSED
from clausekit.checks.rules.figures._sentences.mentions import Mention
from clausekit.checks.rules.figures._sentences.slips import FEW_DIGITS, is_exchange, is_slip, significant
from clausekit.checks.rules.figures._sentences.words import padded
from clausekit.checks.rules.figures._tables.agreement import stands_in, unlike_the_table, value_of
from clausekit.checks.rules.figures._tables.named_cells import NamedCell
from clausekit.checks.rules.figures._tables.sheets import Sheet, words_of

_NEAR_TABLE = 2


def exchanged_in_flat_rows(said: Sequence[Mention], tables: Sequence[Sheet]) -> Iterator[Hit]:
    """Yield a hit for each sum that is one of the row it names with digits exchanged, in a table flattened to
    lines: what names the row may have the heads of the table before it."""
    flat = [sheet for sheet in tables if sheet.flat]
    for mention in said if flat else ():
        if (
            mention.figure.kind != "money"
            or significant(value_of(mention)) < FEW_DIGITS
            or SUPPOSED.search(mention.text)
            or any(stands_in(mention, sheet) for sheet in tables)
        ):
            continue
        cells = (
            NamedCell(entry.cell, sheet.factor, 1)
            for sheet in flat
            for line in sheet.rows
            if _last_words(line.head) in mention.own
            for entry in line.entries
            if entry.cell.words and entry.cell.number and entry.cell.kind != "percentage"
        )
        if found := next((cell for cell in cells if is_exchange(value_of(mention), cell.value)), None):
            yield unlike_the_table(mention.figure.at, words_of(found.cell))


def _last_words(head: str) -> str:
    return f" {' '.join(padded(head).split()[-FEW_WORDS:])} "


def beside_their_table(
    said: Sequence[Mention], tables: Sequence[Sheet], instrument: Instrument
) -> Iterator[Hit]:
    """Yield a hit for each sum directly before or after a table that is its total but for a slip."""
    order = {mention: instrument.place_of[mention.sentence.passage].order for mention in said}
    for sheet in tables:
        first, last = sheet.place.order, _end_of_table(sheet, instrument)
        totals = [
            NamedCell(entry.cell, sheet.factor, 0)
            for line in sheet.columns
            for entry in line.entries[-1:]
            if entry.is_plain_total and entry.cell.number and entry.cell.kind != "percentage"
        ]
        for mention in said:
            near = (
                first - _NEAR_TABLE <= order[mention] < first or last < order[mention] <= last + _NEAR_TABLE
            )
            if not near or mention.figure.kind != "money" or stands_in(mention, sheet):
                continue
            value = value_of(mention)
            slips = [cell for cell in totals if is_slip(value, cell.value)]
            if slips and significant(value) >= FEW_DIGITS and not OTHER_SUM.search(mention.own):
                yield unlike_the_table(mention.figure.at, words_of(slips[0].cell))


def counts_beside_their_table(tables: Sequence[Sheet], instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for each number directly after a table that is its total but for digits exchanged."""
    counts = [
        one
        for one in instrument.figures
        if one.kind == "number"
        and one.value
        and "," in one.at.text
        and instrument.place_of[one.at.passage].role == "text"
    ]
    for sheet in tables if counts else ():
        last = _end_of_table(sheet, instrument)
        cells = [entry.cell for line in sheet.columns for entry in line.entries]
        totals = [
            entry.cell
            for line in (*sheet.columns, *sheet.rows)
            for entry in line.entries
            if entry.is_plain_total
        ]
        for one in counts:
            near = last < instrument.place_of[one.at.passage].order <= last + _NEAR_TABLE
            if near and all(cell.number != one.value for cell in cells):
                slips = [cell for cell in totals if cell.number and is_exchange(worth(one), cell.number)]
                yield from (unlike_the_table(one.at, words_of(cell)) for cell in slips[:1])


def _end_of_table(sheet: Sheet, instrument: Instrument) -> int:
    cells = [entry.cell for line in sheet.columns for entry in line.entries if entry.cell.words]
    return max((instrument.place_of[words_of(cell).passage].order for cell in cells), default=0)
