"""Cells of tables that a sentence names: by the labels of their row and column, or by what it leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from clausekit.checks.instrument.grids import GridCell
from clausekit.checks.rules.figures._sentences.mentions import Mention
from clausekit.checks.rules.figures._sentences.telling import telling
from clausekit.checks.rules.figures._sentences.words import content
from clausekit.checks.rules.figures._tables.labels import Label, Labels, without_quarter
from clausekit.checks.rules.figures._tables.named_labels import (
    ALL_OF_IT,
    BOTH,
    FEWEST,
    named_labels,
    row_by_number,
    says_change,
)
from clausekit.checks.rules.figures._tables.sheets import Line, Sheet
from clausekit.patterns import pattern

_TOGETHER = pattern(r" (?:together|jointly|between them|in all|in total) ")

_STAFF = pattern(
    r"\b(?:WTE|FTE|(?:whole|full)[ -]time|establishment|posts?|staff(?:ing)?|headcount)\b(?![^|]*£)",
    re.IGNORECASE,
)


class NamedCell(NamedTuple):
    """A cell that a sentence may be about; ``named`` counts the labels of it that the sentence says."""

    cell: GridCell
    factor: int
    named: int

    @property
    def value(self) -> Decimal:
        """What it is worth, in pounds if it is money."""
        assert self.cell.number is not None
        return self.cell.number * self.factor


def named_cells(mention: Mention, labels: Labels) -> Iterator[NamedCell]:
    """Yield the cells of a table that a mention may be about."""
    sheet = labels.sheet
    if len(mention.parties) >= BOTH and _TOGETHER.search(mention.own):
        mention = replace(mention, parties=frozenset())
    if sheet.flat or (
        mention.years and labels.years and not mention.years & labels.years and not labels.years_across
    ):
        return
    factor = sheet.factor if mention.figure.kind == "money" else 1
    if by_number := row_by_number(mention, labels):
        rows: list[int | None] = [1 if row == by_number else None for row in range(1, len(sheet.rows) + 1)]
    else:
        rows = named_labels(mention, labels.rows)
    some_party = _is_of_one_party(mention, labels)
    if not some_party and all(row is None for row in rows):
        return
    columns = _columns(mention, labels.of_shares if mention.figure.kind == "percentage" else labels.of_sums)
    if by_number and any(columns):
        columns = [named or None for named in columns]
    if some_party and not any(
        named and label.is_special for named, label in zip(rows, labels.rows, strict=True)
    ):
        of_party = list(_of_party(mention, labels, factor, columns))
        if of_party:
            yield from of_party
            return
    least = int(_names_title(mention, labels))
    for row, line in enumerate(sheet.rows):
        for column, entry in enumerate(line.entries):
            named = _both(rows[row], columns[column])
            if named is not None and _is_of_kind(entry.cell, sheet.columns[column], sheet, mention):
                yield NamedCell(entry.cell, factor, max(named, least))


def _columns(mention: Mention, heads: Sequence[Label]) -> list[int | None]:
    """Return how much a mention says of each column: of what something changes by, a column of changes tells,
    and the only one that holds sums need not be named, nor the total of what the parties pay."""
    if says_change(mention) and any(head.change and head.fits for head in heads):
        return [1 if head.change and head.fits else None for head in heads]
    named = named_labels(mention, heads)
    sums = [at for at, head in enumerate(heads) if head.fits and mention.figure.kind == "money"]
    if len(sums) == 1 and named[sums[0]] is None and heads[sums[0]].is_special and not heads[sums[0]].change:
        named[sums[0]] = 0
    if not mention.parties and not any(named) and any(head.party for head in heads):
        return [
            0 if one is None and head.total and head.fits and not head.no_total else one
            for one, head in zip(named, heads, strict=True)
        ]
    return named


def _names_title(mention: Mention, labels: Labels) -> bool:
    """Tell whether a mention has all words of the title of a table: "the Programme Budget"."""
    return any(title <= content(mention.own) for title in labels.titles)


def _is_of_one_party(mention: Mention, labels: Labels) -> bool:
    """Tell whether a mention may be about all that one party bears, by the rows that name it."""
    return (
        len(mention.parties) == 1
        and len(set(filter(None, labels.bearers))) >= FEWEST
        and not labels.has_party_rows
        and ALL_OF_IT.search(mention.text) is not None
    )


def _of_party(
    mention: Mention, labels: Labels, factor: int, columns: Sequence[int | None]
) -> Iterator[NamedCell]:
    """Yield what the rows make in which a column names the one party that a mention is about."""
    for column, line in enumerate(labels.sheet.columns):
        if columns[column] is None:
            continue
        cells = [
            entry.cell
            for entry, bearer in zip(line.entries, labels.bearers, strict=False)
            if bearer in mention.parties and entry.is_part and entry.cell.number is not None
        ]
        if cells and all(_is_of_kind(cell, line, labels.sheet, mention) for cell in cells):
            made = sum((cell.number or Decimal(0) for cell in cells), Decimal(0))
            sign = "£" if "£" in cells[0].text else ""
            yield NamedCell(replace(cells[0], text=f"{sign}{made:,f}", number=made), factor, 1)


def said_besides(mention: Mention, sheet: Sheet, cell: NamedCell) -> frozenset[str]:
    """Return the words about a figure that neither the table nor its title has, and that are none of those
    by which any sum is told."""
    row = row_of(cell, sheet)
    heads = " ".join(line.head for line in sheet.columns)
    known = content(f"{sheet.caption} {sheet.place.heading} {row} {heads} {' '.join(mention.parties)}")
    return telling(without_quarter(mention.own)) - known


def has_telling_row(cell: NamedCell, sheet: Sheet) -> bool:
    """Tell whether the row of a cell is named by several words."""
    return len(content(row_of(cell, sheet))) >= FEWEST


def row_of(cell: NamedCell, sheet: Sheet) -> str:
    """Return what names the row of a cell, with what else that says."""
    for number, line in enumerate(sheet.rows):
        if any(entry.cell is cell.cell for entry in line.entries):
            texts = sheet.texts[number] if number < len(sheet.texts) else ()
            return " ".join((line.head, *texts))
    return ""


def _both(row: int | None, column: int | None) -> int | None:
    """Return how many labels of a cell are named, None if one is about something else."""
    return None if row is None or column is None else row + column


def _is_of_kind(cell: GridCell, column: Line, sheet: Sheet, mention: Mention) -> bool:
    """Tell whether a cell holds what a mention speaks of: a bare number is money, unless its head says
    otherwise."""
    if cell.number is None or cell.words is None:
        return False
    if cell.kind != "number" or mention.figure.kind == cell.kind:
        return cell.kind == mention.figure.kind and mention.counts_staff == counts_staff_in(column, sheet)
    return (column.kind == "percentage") == (mention.figure.kind == "percentage") and not (
        counts_staff_in(column, sheet) or mention.counts_staff
    )


def counts_staff_in(column: Line, sheet: Sheet) -> bool:
    """Tell whether a column counts staff, as its head or the title of its table says, and not what they
    cost."""
    if any(entry.cell.kind == "money" for entry in column.entries) or "£" in column.head:
        return False
    return _STAFF.search(f"{sheet.caption} {column.head}") is not None
