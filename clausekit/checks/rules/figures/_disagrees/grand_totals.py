"""Numbers of things that are, but for a slip, the total of the table which is entitled by those things."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.instrument.grids import GridCell
from clausekit.checks.rules._shared.said_sums import said_figures, worth
from clausekit.checks.rules.figures._sentences.slips import is_exchange
from clausekit.checks.rules.figures._sentences.words import padded, plain
from clausekit.checks.rules.figures._tables.sheets import Sheet, sheets, words_of
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_THINGS = pattern(r"[ ]([A-Za-z][\w’-]+[ ][A-Za-z][\w’-]+s|[A-Z][\w’-]+[ ](?:people|persons|children))\b")
"""Things that are told by two words at least: "421 Eligible Persons"."""
_NO_WHOLE = pattern(r"\b(?:of whom|up to|at least|at most|more than|fewer than|another|further|extra) $")
_SHORTLY, _LEAST = 60, 100


def totals_mistyped(instrument: Instrument) -> Iterator[tuple[Figure, Words]]:
    """Yield the numbers of things that a table has in all, with digits exchanged, each with its total."""
    tables = [(sheet, total) for sheet in sheets(instrument) if (total := _grand_total(sheet)) is not None]
    for said in said_figures(instrument) if tables else ():
        for figure in said.figures:
            things = _THINGS.match(figure.at.shortly_after(_SHORTLY)) if figure.kind == "number" else None
            if not things or worth(figure) < _LEAST or _NO_WHOLE.search(figure.at.shortly_before(_SHORTLY)):
                continue
            wanted = plain(things[1])
            totals = [total for sheet, total in tables if _has_title(sheet, wanted)]
            told = [total for total in totals if total.number and is_exchange(worth(figure), total.number)]
            if len(told) == len(totals) == 1 and not _stands_in_any(figure, tables):
                yield figure, words_of(told[0])


def _grand_total(sheet: Sheet) -> GridCell | None:
    """Return the last cell of a table of numbers, if it is the total of its last column."""
    last = sheet.columns[-1].entries[-1:] if sheet.columns else ()
    is_total = last and last[0].is_plain_total and last[0].cell.kind == "number" and last[0].cell.words
    return last[0].cell if is_total else None


def _has_title(sheet: Sheet, things: str) -> bool:
    """Tell whether the title of a table names things."""
    return f" {things} " in padded(sheet.caption)


def _stands_in_any(figure: Figure, tables: list[tuple[Sheet, GridCell]]) -> bool:
    value = worth(figure)
    return any(sheet.has_between(value, value) for sheet, _ in tables)
