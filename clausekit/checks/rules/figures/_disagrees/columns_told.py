"""What something costs, told directly after the table that has a column of it: "The licence costs £60 in that
year"."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import SaidSums, said_sums, worth
from clausekit.checks.rules.figures._sentences.reckoned import ROUGH
from clausekit.checks.rules.figures._sentences.words import content
from clausekit.checks.rules.figures._tables.amounts import amount, has
from clausekit.checks.rules.figures._tables.sheets import Sheet, sheets, words_of
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_COSTS = pattern(
    r"(?P<subject>(?:The|Its|Their)[ ][^£.;:,]{2,70}?)[ ](?:costs?|amounts? to|comes? to|totals?|is|are)[ ]"
    r"(?:together[ ]|in all[ ]|a total of[ ])?$"
)
_OF_IT_ALL = pattern(
    r"(?:[ ](?:in|for|over|during)[ ](?:that|this|the|each)[ ](?:[A-Za-z]+[ ])?[Yy]ear(?:[ ]\d[\d/–-]+)?"
    r"|[ ]in all|[ ]in total|[ ]altogether)?[ ]?(?:[.;(]|,[ ](?:and|which|of which)\b)"
)
_CHANGED = pattern(
    r"\b(?:each|every|per|up to|limit\w*|last|previous\w*|if|was|were|increase\w*|month\w*|quarter\w*)\b"
)
_NO_NAME = frozenset(
    ("£", "£000", "cost", "the", "total", "of", "for", "year", "sum", "price", "charge", "fee")
)
_NEARBY, _SHORTLY = 3, 110


def columns_told_otherwise(instrument: Instrument) -> Iterator[tuple[Figure, Words]]:
    """Yield the sums that are said to be what something costs, and are not the total of its column in the
    table directly before, with that."""
    tables = [one for one in sheets(instrument) if not one.flat]
    for said in said_sums(instrument) if tables else ():
        if (
            len(said.money) == 1
            and not _CHANGED.search(said.sentence.text)
            and not ROUGH.search(said.sentence.text)
        ):
            near = [one for one in tables if _stands_before(one, said, instrument)]
            if near:
                yield from _against(said.money[0], near[-1])


def _stands_before(sheet: Sheet, said: SaidSums, instrument: Instrument) -> bool:
    """Tell whether a table of several rows stands directly before a sentence, under the same heading."""
    place = instrument.place_of[said.sentence.passage]
    end = sheet.place.order + sum(len(row.entries) + 1 for row in sheet.rows)
    same = sheet.place.division is place.division and sheet.place.heading == place.heading
    return same and sheet.place.order < place.order and place.order - end <= _NEARBY + len(sheet.columns)


def _against(figure: Figure, sheet: Sheet) -> Iterator[tuple[Figure, Words]]:
    """Yield a sum that is not the total of the one column which its subject names."""
    led = _COSTS.search(figure.at.shortly_before(_SHORTLY))
    if led is None or has(sheet, figure) or not _OF_IT_ALL.match(figure.at.shortly_after(_SHORTLY)):
        return
    said = content(led["subject"]) - _NO_NAME
    about = content(f"{sheet.caption} {sheet.place.heading}")
    named = [
        line
        for line in sheet.columns
        if (name := content(line.head) - _NO_NAME)
        and name <= said <= name | about
        and line.kind in ("money", "number")
    ]
    totals = [line.entries[-1].cell for line in named if line.entries and line.entries[-1].is_plain_total]
    if len(totals) == len(named) == 1:
        (cell,) = totals
        less, more = sorted((worth(figure), amount(cell, sheet)))
        if cell.words and cell.number and more < 2 * less:
            yield figure, words_of(cell)
