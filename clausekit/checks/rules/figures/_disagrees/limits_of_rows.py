"""Limits that a table has for each kind of person or thing, told of one of them: "the limit in Schedule 5,
which for a team leader is £900"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.instrument.grids import GridCell
from clausekit.checks.rules._shared.said_sums import said_sums, worth
from clausekit.checks.rules.figures._sentences.words import content
from clausekit.checks.rules.figures._tables.amounts import amount, is_same
from clausekit.checks.rules.figures._tables.sheets import Sheet, sheets, words_of
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_LIMIT = pattern(r"\b(?:limits?|maximum|authority|threshold|ceiling|cap)\b", re.IGNORECASE)
_ROW = r"(?:an?|the|any)[ ](?P<row>[A-Za-z][\w’-]*(?:[ ][\w’-]+){0,3}?)"
_OF_ROW = (
    pattern(rf"\b(?:which|and|that)[ ]for[ ]{_ROW}[ ](?:is|shall be|will be|being)[ ]$"),
    pattern(rf"\b[Tt]he (?:limit|maximum|threshold|ceiling)[ ]for[ ]{_ROW}[ ](?:is|shall be)[ ]$"),
    pattern(
        rf"\b[Ff]or[ ]{_ROW}[ ](?:the|that|this)[ ](?:limit|maximum|threshold|ceiling)[ ](?:is|shall be)[ ]$"
    ),
)
_SHORTLY = 90


def limits_told_otherwise(instrument: Instrument) -> Iterator[tuple[Figure, Words]]:
    """Yield the limits that are others in the one row of that name of a table of limits, with its cell."""
    tables = [sheet for sheet in sheets(instrument) if _LIMIT.search(_heads(sheet))]
    for said in said_sums(instrument) if tables else ():
        for figure in said.money if _LIMIT.search(said.sentence.text) else ():
            lead = figure.at.shortly_before(_SHORTLY)
            found = next((one for way in _OF_ROW if (one := way.search(lead))), None)
            cells = [*_cells(found["row"], tables)] if found else []
            if len(cells) == 1 and not is_same(figure, *cells[0]):
                cell, sheet = cells[0]
                if worth(figure) * 100 > amount(cell, sheet):
                    yield figure, words_of(cell)


def _heads(sheet: Sheet) -> str:
    return " ".join((sheet.caption, *(line.head for line in sheet.columns)))


def _cells(row: str, tables: list[Sheet]) -> Iterator[tuple[GridCell, Sheet]]:
    """Yield the sums in the rows of just that name."""
    wanted = content(row)
    for sheet in tables:
        for line in sheet.rows:
            if content(line.head) == wanted:
                for entry in line.entries:
                    if entry.cell.number and entry.cell.words and entry.cell.kind in ("money", "number"):
                        yield entry.cell, sheet
