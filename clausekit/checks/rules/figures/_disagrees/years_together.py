"""Sums told of all years together that the row of a table does not make: "Over the three years the grants
come to £1,836,240"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import half_a_step, worth
from clausekit.checks.rules.figures._disagrees.other_sums import OTHER_SUM, SUPPOSED
from clausekit.checks.rules.figures._sentences.mentions import Mention, mentions
from clausekit.checks.rules.figures._sentences.words import content
from clausekit.checks.rules.figures._tables.amounts import amount, has
from clausekit.checks.rules.figures._tables.sheets import Entry, Line, Sheet, sheets, words_of
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.recognition.calendar import years

_TOGETHER = pattern(  # of a mention, whose words are in the singular
    r"\b(?:over|across|in|for|during)[ ](?:all[ ])?(?:the|its|these)[ ](?:whole[ ]|full[ ])?"
    r"(?:(?:two|three|four|five)(?:[ ](?:financial[ ])?years?|-year[ ](?:period|term))|(?:whole[ ])?term)\b",
    re.IGNORECASE,
)
_EACH = pattern(
    r"\b(?:each|every|per|a)[ ](?:financial[ ])?year\b|\b(?:annual|yearly|average)", re.IGNORECASE
)
_NO_WORDS = frozenset(("total", "year", "financial", "service", "cost", "fund", "budget", "contribution"))
_FEWEST = 2
_NEAR = Decimal("1.1")


def told_of_years_together(instrument: Instrument) -> Iterator[tuple[Figure, Words]]:
    """Yield the sums of several years together that the one row of which they are told does not make, each
    with the first figure of that row."""
    tables = [sheet for sheet in sheets(instrument) if not sheet.flat and _years_of(sheet)]
    for mention in mentions(instrument) if tables else ():
        if not _is_of_all_years(mention) or any(has(sheet, mention.figure) for sheet in tables):
            continue
        rows = [(sheet, row) for sheet in tables for row in _rows_meant(mention, sheet)]
        made = {_made(sheet, row) for sheet, row in rows}
        if len(rows) == 1 and not any(
            abs(one - worth(mention.figure)) <= half_a_step(mention.figure) for one in made
        ):
            sheet, row = rows[0]
            if _is_near(worth(mention.figure), _made(sheet, row)):
                yield mention.figure, words_of(_of_years(sheet, row)[0].cell)


def _is_of_all_years(mention: Mention) -> bool:
    """Tell whether a sum is told of all years together, and is no limit or part."""
    told = _TOGETHER.search(mention.text) and not _EACH.search(mention.text)
    return (
        bool(told)
        and mention.figure.kind == "money"
        and not mention.years
        and not (OTHER_SUM.search(_TOGETHER.sub("", mention.own)) or SUPPOSED.search(mention.text))
    )


def _years_of(sheet: Sheet) -> Sequence[str]:
    """Return the heads of the columns that are each of a year of their own, if there are several."""
    heads = [column.head for column in sheet.columns if len([*years(column.head)]) == 1]
    return heads if len(heads) >= _FEWEST else []


def _rows_meant(mention: Mention, sheet: Sheet) -> Iterator[Line]:
    """Yield the rows whose names a sentence says, but for little words."""
    said = content(mention.text)
    for row in sheet.rows:
        name = content(row.head) - _NO_WORDS
        figures = _of_years(sheet, row)
        if name and name <= said and len(figures) == len(_years_of(sheet)) and not figures[0].is_total:
            yield row


def _of_years(sheet: Sheet, row: Line) -> list[Entry]:
    """Return the figures of a row that stand in columns of years."""
    heads = _years_of(sheet)
    return [one for one in row.entries if one.name in heads and one.cell.number and one.cell.words]


def _made(sheet: Sheet, row: Line) -> Decimal:
    return sum((amount(one.cell, sheet) for one in _of_years(sheet, row)), Decimal(0))


def _is_near(one: Decimal, other: Decimal) -> bool:
    return max(one, other) <= min(one, other) * _NEAR
