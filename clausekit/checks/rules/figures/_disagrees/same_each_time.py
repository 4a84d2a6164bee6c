"""Instalments that a sentence tells, "in each Quarter the ICB pays £5", and that are others in the column of
a table which has the same sum each time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import worth
from clausekit.checks.rules.figures._sentences.mentions import mentions
from clausekit.checks.rules.figures._tables.amounts import amount, has, sums_of
from clausekit.checks.rules.figures._tables.labels import Labels, labels_of
from clausekit.checks.rules.figures._tables.sheets import words_of
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_EACH_TIME = pattern(
    r"\b(?:(?:in|for|at the (?:start|end) of) )?(?:each|every|a|per) (?:quarter|month|half-year)\b"
    r"|\b(?:each|equal|quarterly|monthly|half-yearly) (?:[a-z]+ )?(?:instalments?|payments?)\b",
    re.IGNORECASE,
)
_ANOTHER = pattern(
    r"\b(?:first|last|final|remaining|balance|at least|at most|up to|if|example|increas\w*|reduc\w*)\b",
    re.IGNORECASE,
)
_FEWEST = 3
_NEAR = Decimal("1.15")


def paid_each_time(instrument: Instrument) -> Iterator[tuple[Figure, Words]]:
    """Yield the sums of one party that are others in the column of what it pays each time, with a cell."""
    columns = [one for labels in labels_of(instrument).values() for one in _columns_alike(labels)]
    for mention in mentions(instrument) if columns else ():
        text = mention.sentence.text
        if (
            mention.figure.kind != "money"
            or len(mention.parties) != 1
            or not mention.alone
            or not _EACH_TIME.search(text)
            or _ANOTHER.search(text)
            or any(has(labels.sheet, mention.figure) for labels in labels_of(instrument).values())
        ):
            continue
        own = [(value, cell) for party, value, cell in columns if party in mention.parties]
        if len({value for value, _ in own}) == 1 and _is_near(worth(mention.figure), own[0][0]):
            yield mention.figure, own[0][1]


def _columns_alike(labels: Labels) -> Iterator[tuple[str, Decimal, Words]]:
    """Yield the columns of a party that have the same sum in all rows but the total, with that and a cell."""
    for label, column in zip(labels.of_sums, labels.sheet.columns, strict=True):
        parts = [entry.cell for entry in sums_of(column) if entry.is_part]
        values = {amount(cell, labels.sheet) for cell in parts}
        if label.party and len(parts) >= _FEWEST and len(values) == 1:
            yield label.party, values.pop(), words_of(parts[0])


def _is_near(one: Decimal, other: Decimal) -> bool:
    return max(one, other) <= min(one, other) * _NEAR
