"""Proportions in which something is paid, told in a sentence, against the one column of shares of the table
that is about it: "pay the Contributions in the proportions 40% and 60%" where the table has 42% and 58%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import said_figures, worth
from clausekit.checks.rules.figures._sentences.words import content
from clausekit.checks.rules.figures._tables.sheets import Entry, Line, Sheet, sheets, words_of
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_IN_PROPORTIONS = pattern(
    r"\b(?:in|by) (?:the )?(?:following |fixed |agreed )?(?:proportions?|shares|ratios?)"
    r"(?: of)?:? \(?(?:as to )?$"
)
_OF_SHARES = pattern(r"\b(?:shares?|proportions?|percentages?|%|per cent)\b|%")
_NO_TOPIC = frozenset(
    (
        "party",
        "partner",
        "body",
        "organisation",
        "council",
        "share",
        "table",
        "part",
        "schedule",
        "annex",
        "appendix",
        "£",
        "first",
        "year",
        "financial",
    )
)
_WHOLE, _FEWEST, _FAR = Decimal(100), 2, 40


def proportions_told(instrument: Instrument) -> Iterator[tuple[Figure, Words]]:
    """Yield the first proportion of a sentence that no table about the same has, with the first of the shares
    that the one such table has."""
    columns = [
        (sheet, entries)
        for sheet in sheets(instrument)
        for column in sheet.columns
        if (entries := _shares_of(column))
    ]
    for said in said_figures(instrument) if columns else ():
        told = [one for one in said.figures if one.kind == "percentage"]
        if len(told) < _FEWEST or sum(map(worth, told)) != _WHOLE:
            continue
        if not _IN_PROPORTIONS.search(told[0].at.shortly_before(_FAR)):
            continue
        values = [worth(one) for one in told]
        alike = [entries for sheet, entries in columns if _is_about(sheet, said.sentence.text)]
        same_number = [entries for entries in alike if len(entries) == len(told)]
        if len(same_number) == 1 and not any(_values(entries) == values for _, entries in columns):
            right = _values(same_number[0])
            if sorted(right) != sorted(values):
                odd = next(one for one, value in zip(told, right, strict=True) if worth(one) != value)
                yield odd, words_of(same_number[0][told.index(odd)].cell)


def _shares_of(column: Line) -> Sequence[Entry]:
    """Return the parts of a column of shares that make a whole."""
    if column.kind != "percentage" or not _OF_SHARES.search(column.head.lower()):
        return ()
    parts = [entry for entry in column.entries if entry.is_part and entry.cell.number and entry.cell.words]
    return parts if sum(_values(parts)) == _WHOLE else ()


def _values(entries: Sequence[Entry]) -> list[Decimal]:
    return [abs(entry.cell.number or Decimal(0)) for entry in entries]


def _is_about(sheet: Sheet, text: str) -> bool:
    """Tell whether a sentence names what a table is called."""
    topic = {word for word in content(sheet.caption) - _NO_TOPIC if word.isalpha()}
    return bool(topic & content(text))
