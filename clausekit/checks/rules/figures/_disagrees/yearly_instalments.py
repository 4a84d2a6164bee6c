"""Instalments of several years, "£50 in Year 1 and £60 in Year 2, one a quarter", against the table of the
years."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import COUNT, SaidSums, count_of, half_a_step, said_sums, worth
from clausekit.checks.rules.figures._shares.table_growth import years_named
from clausekit.checks.rules.figures._tables.sheets import Sheet, sheets, words_of
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_SO_MANY = pattern(
    rf"(?<![\w£.,/-])(?P<count>{COUNT})[ ](?:\(\d{{1,3}}\)[ ])?(?:[a-z]+[ ]){{0,2}}"
    r"(?:instalments|payments|parts|sums)\b"
    r"|\b(?:one|paid|due|payable|instalments?|payments?)[ ]"
    r"(?:in|on the first day of|at the (?:start|end) of)?[ ]?(?:each|every|a|per)[ ]"
    r"(?P<unit>quarter|month|half-year)\b"
    r"|\b(?P<often>quarterly|monthly|half-yearly)\b",
    re.IGNORECASE,
)
_TIMES = {"quarter": 4, "quarterly": 4, "month": 12, "monthly": 12, "half-year": 2, "half-yearly": 2}
_OF_YEAR = pattern(
    r"[ ](?:each[ ])?(?:in|for|during)[ ](?:the[ ])?(?:[Ff]inancial[ ])?(?P<year>[^,;.]{4,14})"
)
_YEAR_FIRST = pattern(
    r"\b[Ii]n[ ](?:the[ ])?(?:[Ff]inancial[ ])?(?P<year>[Yy]ear[ ]\w{1,5}|20\d\d[/–-]\d\d(?:\d\d)?),?[ ]"
    r"(?:each(?:[ ][a-z]+)?|it|they|every instalment|the instalments?|an instalment|instalments)[ ]"
    r"(?:is|are|will be|shall be)[ ]$"
)
"""What stands before a sum that is paid each time in a year: "in Year 2 it is £5"."""
_INSTALMENT = pattern(r"\b(?:instalment|payment|installment)", re.IGNORECASE)
_FEWEST = 2
_SHORTLY, _LONGEST = 50, 140


def yearly_instalments(instrument: Instrument) -> Iterator[tuple[Figure, Decimal, Words]]:
    """Yield the instalments of a year that do not make what a table has for it, where those of another year
    in the sentence do: each with what it should be, and the cell that says so."""
    tables = sheets(instrument)
    for said in said_sums(instrument) if tables else ():
        by_year = _by_year(said)
        times = _times(said) if len(by_year) >= _FEWEST else None
        if times:
            lines = [line for sheet in tables for line in _lines_of(sheet, by_year)]
            yield from _wrong(by_year, lines, times)


def _times(said: SaidSums) -> Decimal | None:
    """Return how many instalments a year has, by what a sentence, or the one before it, says."""
    text = said.sentence.text
    if not _INSTALMENT.search(text):
        return None
    found = _SO_MANY.search(text) or _SO_MANY.search(said.sentence.shortly_before(_LONGEST))
    if found is None:
        return None
    return (
        count_of(found["count"])
        if found["count"]
        else Decimal(_TIMES[(found["unit"] or found["often"]).lower()])
    )


def _by_year(said: SaidSums) -> dict[str, Figure]:
    """Return the sums after or before which a sentence names their year, by that."""
    found: dict[str, Figure] = {}
    for figure in said.money:
        year = _YEAR_FIRST.search(figure.at.shortly_before(_SHORTLY)) or _OF_YEAR.match(
            figure.at.shortly_after(_SHORTLY)
        )
        named = years_named(year["year"]) if year else ()
        if len(named) == 1:
            found[named[0]] = figure
    return found


def _lines_of(sheet: Sheet, by_year: Mapping[str, Figure]) -> Iterator[dict[str, tuple[Decimal, Words]]]:
    """Yield what a table has for each of some years under one name, with the words of the cells."""
    for lines in (sheet.columns, sheet.rows):
        of_year = {named[0]: line for line in lines if len(named := years_named(line.head)) == 1}
        if not all(year in of_year for year in by_year):
            continue
        width = min(len(of_year[year].entries) for year in by_year)
        for at in range(width):
            cells = {year: of_year[year].entries[at].cell for year in by_year}
            if all(cell.number and cell.words for cell in cells.values()):
                yield {year: (abs(cell.number or Decimal(0)), words_of(cell)) for year, cell in cells.items()}


def _wrong(
    by_year: Mapping[str, Figure], lines: Sequence[Mapping[str, tuple[Decimal, Words]]], times: Decimal
) -> Iterator[tuple[Figure, Decimal, Words]]:
    """Yield the sums that do not fit the one line which fits the others; nothing if a line fits all."""
    fits = [[year for year in by_year if _makes(by_year[year], line[year][0], times)] for line in lines]
    best = max(fits, key=len, default=[])
    if not best or len(best) == len(by_year):
        return
    line = lines[fits.index(best)]
    for year, figure in by_year.items():
        if year not in best:
            yield figure, line[year][0] / times, line[year][1]


def _makes(figure: Figure, whole: Decimal, times: Decimal) -> bool:
    return abs(worth(figure) * times - whole) <= (half_a_step(figure) or Decimal("0.5")) * times
