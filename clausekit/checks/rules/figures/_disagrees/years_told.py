"""Sums of several years that a paragraph tells, of which one is another in the row of a table that has the
others: "For 2026/27 the budget is £92,000. For 2027/28 it is £95,000"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import worth
from clausekit.checks.rules.figures._disagrees.other_sums import SUPPOSED
from clausekit.checks.rules.figures._sentences.mentions import Mention, mentions
from clausekit.checks.rules.figures._sentences.slips import significant
from clausekit.checks.rules.figures._sentences.words import content
from clausekit.checks.rules.figures._tables.agreement import FARTHEST, is_near
from clausekit.checks.rules.figures._tables.amounts import amount, has, is_same
from clausekit.checks.rules.figures._tables.sheets import Entry, Line, Sheet, sheets, words_of
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.recognition.calendar import years

_ANOTHER = pattern(
    r" (?:up to|at least|at most|exceed\w*|more than|less than|over|limit\w*|maximum|minimum|if|wa|were"
    r"|instead|instalment|month|monthly|quarter\w*|increas\w+ (?:of|by)|additional|further|extra|of which"
    r"|includ\w+) "
)
_FEWEST = 2
_FEW_DIGITS = 3
_NO_WORDS = frozenset(("total", "year", "financial"))

Year = tuple[int, int]


def years_told_otherwise(instrument: Instrument) -> Iterator[tuple[Figure, Words]]:
    """Yield the sums of a year that are others in the row which has that of another year, each with its
    cell."""
    tables = [(sheet, by_year) for sheet in sheets(instrument) if len(by_year := _by_year(sheet)) >= _FEWEST]
    said = mentions(instrument) if tables else ()
    for _, group in groupby(said, key=lambda mention: mention.sentence.passage):
        told = _told(group)
        if len(told) < _FEWEST:
            continue
        found = [one for sheet, lines in tables for one in _odd(told, sheet, lines)]
        if found and not any(has(sheet, found[0][0]) for sheet, _ in tables):
            yield found[0]


def _told(group: Iterator[Mention]) -> dict[Year, Mention]:
    """Return the sums of a paragraph by their years; none if one year has two."""
    told: dict[Year, Mention] = {}
    for mention in group:
        if mention.figure.kind != "money" or len(mention.years) != 1 or SUPPOSED.search(mention.text):
            continue
        (year,) = mention.years
        if year in told:
            return {}
        told[year] = mention
    return told


def _by_year(sheet: Sheet) -> dict[Year, Line]:
    """Return the columns, or the rows, of a table that are each of a year of their own."""
    for lines in (sheet.columns, sheet.rows):
        found = {
            (named[0].first, named[0].last): line for line in lines if len(named := [*years(line.head)]) == 1
        }
        if len(found) >= _FEWEST:
            return found
    return {}


def _odd(
    told: Mapping[Year, Mention], sheet: Sheet, lines: Mapping[Year, Line]
) -> Iterator[tuple[Figure, Words]]:
    """Yield the one sum that a row does not have for its year, where it has the others."""
    shared = [year for year in told if year in lines]
    width = min((len(lines[year].entries) for year in shared), default=0)
    for at in range(width if len(shared) >= _FEWEST else 0):
        entries = {year: lines[year].entries[at] for year in shared}
        odd = [year for year, entry in entries.items() if not is_same(told[year].figure, entry.cell, sheet)]
        others = [told[year] for year in shared if year not in odd]
        if len(odd) == 1 and all(_is_of_row(one, entries[odd[0]]) for one in others):
            mention, cell = told[odd[0]], entries[odd[0]].cell
            near = cell.words and is_near(worth(mention.figure), amount(cell, sheet), FARTHEST)
            if near and not _ANOTHER.search(mention.own):
                yield mention.figure, words_of(cell)


def _is_of_row(mention: Mention, entry: Entry) -> bool:
    """Tell whether it is no chance that a row has a sum: the row is the total, or what names it is said, or
    the sum has many digits."""
    name = content(entry.name) - _NO_WORDS
    named = bool(name) and name <= content(mention.text)
    return entry.is_plain_total or named or significant(worth(mention.figure)) >= _FEW_DIGITS
