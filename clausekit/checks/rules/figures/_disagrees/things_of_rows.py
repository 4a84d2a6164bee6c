"""So many things at so much each, told of a row of a table whose sum they do not make: "The grants line
assumes 185 grants at an average of £11,700"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.instrument.grids import GridCell
from clausekit.checks.rules._shared.said_sums import COUNT, count_of, said_sums, worth
from clausekit.checks.rules.figures._sentences.reckoned import ROUGH
from clausekit.checks.rules.figures._sentences.slips import is_slip
from clausekit.checks.rules.figures._sentences.words import content
from clausekit.checks.rules.figures._tables.amounts import amount
from clausekit.checks.rules.figures._tables.sheets import sheets, words_of
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_THINGS_AT = pattern(
    rf"(?<![\w.,/£-])(?P<count>{COUNT})[ ](?:[a-zA-Z][\w’-]*[ ]){{1,5}}?"
    r"(?:at|costing|averaging)[ ](?:an average(?: (?:cost|price|value|grant|fee))?(?: of)?[ ]"
    r"|an?[ ](?:[a-z]+[ ]){0,2}(?:cost|price|rate|fee|value)[ ]of[ ])?$",
    re.IGNORECASE,
)
_OF_A_ROW = pattern(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]hat|[Tt]his)[ ](?P<name>(?:[\w’'&-]+[ ]){1,6}?)"
    r"(?:line|budget|allocation|provision|sum|fund|grant|row|head)\b"
)
_NOT_EXACT = pattern(
    r"\b(?:up to|at least|at most|not more|exceed\w*|maximum|minimum|part of|plus|including|excluding|first"
    r"|further|also|other|among|some of)\b|%",
    re.IGNORECASE,
)
_ROUGHLY, _NEAR, _BEFORE = Decimal("0.01"), Decimal("1.3"), 120


def things_of_rows(instrument: Instrument) -> Iterator[tuple[Words, Decimal, Words]]:
    """Yield the numbers of things that do not make the sum of the row which their sentence names, each with
    what they make and with the cell."""
    for said in said_sums(instrument):
        text = said.sentence.text
        named = _OF_A_ROW.search(text)
        if len(said.money) != 1 or named is None or _NOT_EXACT.search(text) or ROUGH.search(text):
            continue
        (price,) = said.money
        found = _THINGS_AT.search(price.at.shortly_before(_BEFORE))
        count = count_of(found["count"]) if found else None
        if found is None or not count or count <= 1:
            continue
        cells = list(_cells(content(named["name"]), instrument))
        made = count * worth(price)
        if cells and not any(_makes(count, price, value) for _, value in cells):
            near = [(cell, value) for cell, value in cells if _is_near(made, value)]
            start = price.at.start - len(found[0]) + found.start("count") - found.start()
            if near:
                stated = Words(price.at.passage, start, start + len(found["count"]))
                yield stated, made, words_of(near[0][0])


def _cells(name: frozenset[str], instrument: Instrument) -> Iterator[tuple[GridCell, Decimal]]:
    """Yield the sums of the rows that are called just so, with what they are worth."""
    for sheet in sheets(instrument):
        for row in sheet.rows:
            if name and content(row.head) == name:
                for entry in row.entries:
                    if entry.cell.number and entry.cell.words and entry.cell.kind != "percentage":
                        yield entry.cell, amount(entry.cell, sheet)


def _makes(count: Decimal, price: Figure, value: Decimal) -> bool:
    """Tell whether things at a price make a sum, as exactly as an average is told."""
    step = Decimal(10) ** max(0, int(worth(price).normalize().as_tuple().exponent))
    return abs(count * worth(price) - value) <= max(
        count * min(step, worth(price) * _ROUGHLY) / 2, Decimal(1)
    )


def _is_near(one: Decimal, other: Decimal) -> bool:
    less, more = sorted((one, other))
    return more <= less * _NEAR or is_slip(one, other)
