"""What the rows of a table make that are one party's: "the Council leads four Schemes, together worth £5"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import COUNT, count_of, half_a_step, worth
from clausekit.checks.rules.figures._sentences.mentions import Mention, mentions
from clausekit.checks.rules.figures._tables.labels import Labels, labels_of
from clausekit.checks.rules.figures._tables.sheets import words_of
from clausekit.checks.rules.figures._tables.totals import TOTAL
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_HAS_SO_MANY = pattern(
    r"\b(?:leads?|hosts?|runs?|manages?|commissions?|buys?|provides?|delivers?|holds?|has|have|owns?"
    rf"|is responsible for|is (?:the )?(?:[Ll]ead(?: [Cc]ommissioner| [Pp]artner)?"
    rf"|[Hh]ost(?: [Pp]artner)?) (?:for|of))"
    rf"(?: on)? (?:the )?(?P<count>{COUNT})\b[^£%;.]{{0,90}}$",
    re.IGNORECASE,
)
_AND_ANOTHER = pattern(
    rf"[ ]and (?:the )?[A-Z]\w*(?: [A-Z]\w*)* (?:(?:for|of|leads"
    rf"|hosts) )?(?P<count>{COUNT})\b[^£%;.]{{0,60}}$"
)
"""How a sentence goes on that tells the same of another party: "and the ICB for two, to a value of"."""
_NOT_ALL = pattern(
    r"\b(?:at least|up to|more than|less than|each|every|if|would|average|per)\b", re.IGNORECASE
)
_FEWEST = 2
_BEFORE = 140
_FARTHEST = Decimal("1.5")


def rows_of_one(instrument: Instrument) -> Iterator[tuple[Figure, Decimal, Words]]:
    """Yield the sums that are not what the rows make which name a party, with what they make and a cell: a
    sentence says how many rows those are."""
    for mention in mentions(instrument):
        before = mention.figure.at.shortly_before(_BEFORE)
        told = _HAS_SO_MANY.search(before) or _AND_ANOTHER.search(before)
        if (
            mention.figure.kind != "money"
            or len(mention.parties) != 1
            or not told
            or _NOT_ALL.search(told[0])
        ):
            continue
        count = count_of(told["count"])
        made = {
            one
            for labels in labels_of(instrument).values()
            if labels.bearers.count("".join(mention.parties)) == count and count >= _FEWEST
            for one in _sums(labels, mention)
        }
        values = {value for value, _ in made}
        if len(values) == 1 and all(_is_wrong(mention.figure, value) for value in values):
            yield (mention.figure, *made.pop())


def _sums(labels: Labels, mention: Mention) -> Iterator[tuple[Decimal, Words]]:
    """Yield what the rows of a party make in the column of totals, or else in each column of sums, with the
    first cell of it."""
    in_pounds = "£" in labels.sheet.caption
    sums = [
        column
        for column in labels.sheet.columns
        if column.kind == "money" or (column.kind == "number" and (in_pounds or "£" in column.head))
    ]
    totals = [column for column in sums if TOTAL.match(column.head)]
    for column in totals if len(totals) == 1 else sums:
        cells = [
            entry.cell
            for entry, bearer in zip(column.entries, labels.bearers, strict=False)
            if bearer in mention.parties and entry.is_part
        ]
        if cells and all(cell.number and cell.words for cell in cells):
            made = sum((abs(cell.number or Decimal(0)) for cell in cells), Decimal(0))
            yield made * labels.sheet.factor, words_of(cells[0])


def _is_wrong(figure: Figure, made: Decimal) -> bool:
    less, more = sorted((worth(figure), made))
    return more - less > half_a_step(figure) and more <= less * _FARTHEST
