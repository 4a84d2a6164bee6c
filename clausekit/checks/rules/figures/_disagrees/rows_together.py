"""Totals that a text says of rows of a table, "the two Councils between them have 90", and it has another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import SaidSums, half_a_step, said_figures, worth
from clausekit.checks.rules.figures._sentences.slips import FEW_DIGITS, is_exchange, significant
from clausekit.checks.rules.figures._sentences.words import content
from clausekit.checks.rules.figures._tables.set_out import tables_named
from clausekit.checks.rules.figures._tables.sheets import Line, Sheet, sheets, words_of
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_TOGETHER = pattern(
    r"\b(?:between (?:them|the two)|together|jointly|in all|in total|altogether|taken together|combined)\b",
    re.IGNORECASE,
)
_THEY_MAKE = pattern(
    r"\b(?:they|these|those|which|that|it|of them)[ ](?:together |all |then )?"
    r"(?:come|comes|amount|amounts|add up|adds up|run|total|totals)[ ](?:up )?(?:to[ ])?$",
    re.IGNORECASE,
)
_NOT_ALL = pattern(
    r"\b(?:if|would|up to|at least|at most|more than|less than|each|per|exceed\w*|further|of which|except)\b",
    re.IGNORECASE,
)
_IN_ALL = pattern(r"(?:[ ][A-Z]?[a-z-]+){0,3},?[ ](?:in (?:all|total)|altogether|together|between them)\b")
_DIVISION = pattern(r"\b(?:Schedule|Annex|Appendix|Part)[ ](?:\d+[A-Z]?|[A-Z])\b", re.IGNORECASE)
_FEWEST, _FEWEST_DIGITS = 2, 100
_SHORTLY, _FEW_WORDS = 60, 2
_FARTHEST = Decimal("1.5")


class Together(NamedTuple):
    """A total as it is ``stated``, what the rows make, and a cell of theirs."""

    stated: Figure
    made: Decimal
    cell: Words


def rows_together(instrument: Instrument) -> Iterator[Together]:
    """Yield the totals of rows that a sentence names, or of all rows of a table, which are not what those
    make."""
    tables = [sheet for sheet in sheets(instrument) if not sheet.flat]
    for said in said_figures(instrument) if tables else ():
        for figure in said.figures:
            text = figure.at.passage.text[said.sentence.start : figure.at.start]
            after = figure.at.shortly_after(_SHORTLY)
            jointly = _TOGETHER.search(text) or _IN_ALL.match(after)
            made = _THEY_MAKE.search(text)
            if (
                (jointly or made)
                and figure.kind != "percentage"
                and worth(figure) >= _FEWEST_DIGITS
                and not _NOT_ALL.search(said.sentence.text)
                and not any(_has(sheet, figure) for sheet in tables)
            ):
                about = [sheet for sheet in tables if _is_about(sheet, said)]
                meant = about or [sheet for sheet in tables if _counts_in(sheet, figure)]
                found = _of_named(figure, text, meant) if jointly else None
                if found := found or _of_all(figure, tables, about):
                    yield found


def _has(sheet: Sheet, figure: Figure) -> bool:
    """Tell whether a table has a figure in whatever cell."""
    slack, factor = half_a_step(figure), _factor(sheet, figure)
    return any(
        abs(abs(entry.cell.number) * factor - worth(figure)) <= slack
        for line in sheet.rows
        for entry in line.entries
        if entry.cell.number
    )


def _factor(sheet: Sheet, figure: Figure) -> int:
    return sheet.factor if figure.kind == "money" else 1


def _is_about(sheet: Sheet, said: SaidSums) -> bool:
    """Tell whether a sentence, or the one before it, names a table or the division in which it stands."""
    text = f"{said.before.sentence.text if said.before else ''} {said.sentence.text}"
    if numbers := tables_named(text):
        return bool(numbers & tables_named(sheet.caption))
    own = {name.lower() for name in _DIVISION.findall(sheet.place.passage.division)}
    return bool(own & {name.lower() for name in _DIVISION.findall(text)})


def _counts_in(sheet: Sheet, figure: Figure) -> bool:
    """Tell whether what a number counts is what a table is about, or one of its columns."""
    things = content(" ".join(figure.at.shortly_after(_SHORTLY).split()[:_FEW_WORDS]))
    heads = " ".join(line.head for line in sheet.columns)
    return figure.kind == "number" and bool(things & content(f"{sheet.caption} {heads}"))


def _of_named(figure: Figure, text: str, tables: Sequence[Sheet]) -> Together | None:
    """Return what the rows make that a text names, if only one column of one table can be meant."""
    sums = [
        (made, cell)
        for sheet in tables
        if len(rows := _named(sheet, text)) >= _FEWEST
        for made, cell in _sums(sheet, rows, figure)
    ]
    if any(abs(made - worth(figure)) <= half_a_step(figure) for made, _ in sums):
        return None
    near = [(made, cell) for made, cell in sums if _is_near(made, worth(figure))]
    return Together(figure, *near[0]) if len(near) == len(sums) == 1 else None


def _named(sheet: Sheet, text: str) -> list[Line]:
    """Return the rows of which a text says the name, each by words of its own: after "the County Council" no
    row called "Council" is named."""
    said, named = content(text), list[Line]()
    for line in sorted(sheet.rows, key=lambda row: -len(content(row.head))):
        name = content(line.head)
        if name and name <= said and not any(name < content(other.head) for other in named):
            named.append(line)
    return named


def _sums(sheet: Sheet, rows: Sequence[Line], figure: Figure) -> Iterator[tuple[Decimal, Words]]:
    """Yield what some rows make in each column of the kind of a figure, with a cell of it."""
    for at, column in enumerate(sheet.columns):
        cells = [row.entries[at].cell for row in rows if at < len(row.entries)]
        kinds = {column.kind, *(cell.kind for cell in cells)}
        plain = {"number"} if figure.kind == "number" else {"number", "money"}
        if kinds <= plain and len(cells) == len(rows) and all(cell.number and cell.words for cell in cells):
            made = sum((abs(cell.number or Decimal(0)) for cell in cells), Decimal(0))
            yield made * _factor(sheet, figure), words_of(cells[0])


def _of_all(figure: Figure, tables: Sequence[Sheet], about: Sequence[Sheet]) -> Together | None:
    """Return the one total which a figure is but for a slip of the pen: in a table that is named, or for
    digits exchanged in any."""
    slips = {
        value: words_of(entry.cell)
        for sheet in tables
        for line in sheet.lines
        for entry in line.entries
        if entry.is_total and entry.cell.number and entry.cell.words and entry.cell.kind != "percentage"
        if is_exchange(worth(figure), value := abs(entry.cell.number) * _factor(sheet, figure))
        if sheet in about or max(significant(value), significant(worth(figure))) >= FEW_DIGITS
    }
    return Together(figure, *slips.popitem()) if len(slips) == 1 else None


def _is_near(one: Decimal, other: Decimal) -> bool:
    return max(one, other) <= min(one, other) * _FARTHEST
