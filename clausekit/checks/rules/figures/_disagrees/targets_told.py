"""Targets that a sentence tells, "97% of urgent deliveries are made within a day", and no cell of the row has
which it names in full."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import worth
from clausekit.checks.rules.figures._disagrees.other_sums import REACHED, SUPPOSED
from clausekit.checks.rules.figures._sentences.mentions import Mention, mentions
from clausekit.checks.rules.figures._sentences.words import padded
from clausekit.checks.rules.figures._tables.labels import labels_of
from clausekit.checks.rules.figures._tables.named_labels import rows_named_in_full
from clausekit.checks.rules.figures._tables.sheets import Entry, Line, words_of
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_AIMS = pattern(r" (?:target|require|expect|aim|shall|must|will|ensure|see|is to|are to|promise|standard) ")
_ANOTHER_LEVEL = pattern(
    r" (?:falls?|fell|drops?|below|above|exceed\w*|worse|missed|trigger\w*|if|fewer|less|under|short"
    r"|otherwise|partly|half|last|previous|first|second|third|interim|rise|rising|by|until) "
)
"""Words that tell another level of performance than the target, or that of another time."""
_SHORTLY = 60
_FEWEST_WORDS = 3
_FARTHEST = Decimal(15)


def targets_told_otherwise(instrument: Instrument) -> Iterator[tuple[Figure, Words]]:
    """Yield the percentages that no cell of the row has which their sentence names, each with the nearest."""
    tables = labels_of(instrument).values()
    for mention in mentions(instrument) if tables else ():
        if not _is_target(mention):
            continue
        rows = [row for labels in tables for row in rows_named_in_full(mention, labels, _FEWEST_WORDS)]
        cells = [entry for row in rows for entry in _percentages(row)]
        near = min(cells, key=lambda entry: _apart(mention.figure, entry), default=None)
        if near is not None and len(rows) == 1 and 0 < _apart(mention.figure, near) <= _FARTHEST:
            yield mention.figure, words_of(near.cell)


def _is_target(mention: Mention) -> bool:
    if mention.figure.kind != "percentage" or not mention.alone or not _AIMS.search(mention.text):
        return False
    own = f"{mention.own}{padded(mention.figure.at.shortly_before(_SHORTLY))}"
    return not (REACHED.search(own) or SUPPOSED.search(mention.text) or _ANOTHER_LEVEL.search(own))


def _percentages(row: Line) -> list[Entry]:
    return [
        entry
        for entry in row.entries
        if entry.cell.kind == "percentage" and entry.cell.number and entry.cell.words
    ]


def _apart(figure: Figure, entry: Entry) -> Decimal:
    return abs(worth(figure) - abs(entry.cell.number or Decimal(0)))
