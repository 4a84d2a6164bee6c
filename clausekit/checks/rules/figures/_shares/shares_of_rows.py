"""What part of a table’s total a row is, told in a sentence that names the row: "The Contribution of the City
is 60.4% of the total and that of the ICB 37.9%", "Carers, the smallest, takes 3.75% of the Budget"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import SaidSums, said_figures, worth
from clausekit.checks.rules.figures._sentences.reckoned import ROUGH
from clausekit.checks.rules.figures._sentences.slips import is_slip
from clausekit.checks.rules.figures._sentences.words import content
from clausekit.checks.rules.figures._tables.labels import years_of
from clausekit.checks.rules.figures._tables.sheets import Entry, Line, Sheet, sheets, words_of
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_OF_ALL = pattern(
    r"^\.? (?:\(?of|in) (?:(?:the|all|its|this|that|their|these) )?(?:[A-Za-z][\w’-]*[ ]){0,3}?"
    r"(?:totals?|whole|[Bb]udgets?|[Ff]und|[Pp]ool|[Cc]ontributions|[Pp]rogramme|cost|establishment|[Gg]rant)"
    r"(?=[.,;)]| (?:for|in|over|and|under|at|to) |$)"
)
_NOT_SO = pattern(
    r"\b(?:up to|at least|at most|more than|less than|exceed\w*|maximum|minimum|if|would|cap|limit\w*"
    r"|overspend|underspend|increas\w*|reduc\w*|rise[sn]?|uplift|each year|retain\w*|first|penalt\w+"
    r"|deduct\w*|borne|bears?|target|previous|last year|was|were|had)\b",
    re.IGNORECASE,
)
"""Words by which a percentage is no share that a row has, but one that is agreed, or of another time."""
_BREAKS = pattern(r"[;:]|\.[ ]")
_HUNDRED, _NEAR = Decimal(100), Decimal("1.3")
_SHORTLY, _FAR = 12, 80
_FEW_DIGITS = 3


class OfRow(NamedTuple):
    """A share as it is ``stated``, what its row makes of the total, and the cell of the row."""

    stated: Figure
    made: Decimal
    cell: Words


class _Told(NamedTuple):
    """A share that is told of the row with a name."""

    figure: Figure
    segment: frozenset[str]


def shares_of_rows_told(instrument: Instrument) -> Iterator[OfRow]:
    """Yield the one share of a sentence that is not what its row makes, where the others are."""
    tables = [sheet for sheet in sheets(instrument) if not sheet.flat]
    for said in said_figures(instrument) if tables else ():
        shares = [one for one in said.figures if one.kind == "percentage"]
        if shares and not said.money and _speaks_of_all(said, shares):
            yield from _in_sentence(said, shares, tables)


def _speaks_of_all(said: SaidSums, shares: Sequence[Figure]) -> bool:
    """Tell whether a sentence tells of what all there is its shares are, and tells them as they are."""
    rough = any(ROUGH.search(one.at.shortly_before(_SHORTLY)) for one in shares)
    plain = not _NOT_SO.search(said.sentence.text) and not rough
    return plain and any(_OF_ALL.match(one.at.shortly_after(_FAR)) for one in shares)


def _in_sentence(said: SaidSums, shares: Sequence[Figure], tables: Sequence[Sheet]) -> Iterator[OfRow]:
    text = said.sentence.passage.text
    told = []
    start = said.sentence.start
    for one in shares:
        segment = _BREAKS.split(text[start : one.at.start])[-1]
        told.append(_Told(one, content(segment)))
        start = one.at.end
    years = frozenset(years_of(said.sentence.text))
    best: tuple[int, OfRow] | None = None
    for sheet in tables:
        for column in sheet.columns:
            right, wrong = _compared(told, column, years)
            if right and not wrong:
                return
            whole = len(told) == 1 and _is_of_the_whole(sheet, column)
            if len(wrong) == 1 and (right or whole) and (best is None or right > best[0]):
                best = (right, wrong[0])
    if best is not None and _is_near(best[1], alone=not best[0]):
        yield best[1]


def _compared(
    told: Sequence[_Told], column: Line, years: frozenset[tuple[int, int]]
) -> tuple[int, list[OfRow]]:
    """Return how many shares are what a column makes of the rows they name, and those that are not; nothing
    if it does not have all the rows, or is of another year."""
    total = next((entry for entry in reversed(column.entries) if entry.is_plain_total), None)
    own = frozenset(years_of(column.head))
    if (
        total is None
        or not total.cell.number
        or column.kind == "percentage"
        or (own and years and own != years)
    ):
        return 0, []
    right, wrong = 0, list[OfRow]()
    for one in told:
        entry = _row_named(one.segment, column)
        if entry is None or entry.cell.number is None:
            return 0, []
        made = entry.cell.number * _HUNDRED / total.cell.number
        unit = Decimal(1).scaleb(-one.figure.decimals)
        if abs(worth(one.figure) - made) <= unit * Decimal("0.51"):
            right += 1
        else:
            wrong.append(OfRow(one.figure, made, words_of(entry.cell)))
    return right, wrong


def _row_named(segment: frozenset[str], column: Line) -> Entry | None:
    """Return the entry of the row that some words name in full, the one with the longest name."""
    named = [
        (len(name), at)
        for at, entry in enumerate(column.entries)
        if entry.is_part and entry.cell.words and (name := content(entry.name)) and name <= segment
    ]
    longest = [at for length, at in named if length == max(named)[0]]
    return column.entries[longest[0]] if len(longest) == 1 else None


def _is_of_the_whole(sheet: Sheet, column: Line) -> bool:
    """Tell whether a column has what rows come to in all: the only one of sums, or that of the totals."""
    sums = [one for one in sheet.columns if one.kind in ("money", "number") and one.adds_up]
    return sums == [column] or any(
        entry.name == column.head and entry.is_plain_total for row in sheet.rows for entry in row.entries
    )


def _is_near(one: OfRow, *, alone: bool) -> bool:
    """Tell whether a share may be meant to be what its row makes; of one alone, a slip shows it."""
    stated, made = worth(one.stated), round(one.made, one.stated.decimals)
    less, more = sorted((stated, made))
    return less > 0 and ((not alone and more <= less * _NEAR) or is_slip(stated, made, _FEW_DIGITS))
