"""Sums that a sentence tells one after another and that stand side by side in a table, all but one of them:
"The three years cost £120,000, £360,000 and £380,000"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import SaidSums, said_sums, worth
from clausekit.checks.rules.figures._disagrees.other_sums import SUPPOSED
from clausekit.checks.rules.figures._sentences.implied import implied
from clausekit.checks.rules.figures._sentences.slips import significant
from clausekit.checks.rules.figures._sentences.words import padded
from clausekit.checks.rules.figures._tables.amounts import amount, has, is_same
from clausekit.checks.rules.figures._tables.sheets import Entry, Line, Sheet, sheets, words_of
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_JOINED = pattern(
    r",?[ ](?:and|then|and then)[ ]|,[ ]"
    r"|,?[ ](?:in|for|from|to|by|on|over)[ ][^£.;:]{2,40}?(?:,|,?[ ]and|,?[ ]then)(?:[ ][a-z]{2,12})?[ ]"
)
"""What stands between two sums of which a sentence tells in one breath."""
_NOT_ALL = pattern(
    r"\b(?:up to|at least|at most|exceed\w*|more than|less than|limit\w*|maximum|minimum|above|below|if"
    r"|not less|not more|remaining|balance|margin|made up|insurance|insure\w*|cover|further|between"
    r"|previous\w*|last year|was|were)\b|\b(?:over|other|[Oo]f (?:the|which|this|that|it)) £"
)
_FEWEST, _DIGITS = 2, 2
_NEAR = Decimal("1.35")


def all_but_one(instrument: Instrument) -> Iterator[tuple[Figure, Words]]:
    """Yield the one sum of a row in a sentence that a line of a table does not have in its place, where it
    has the others, with its cell. A sum that stands elsewhere too, or follows from others, is left alone."""
    tables = sheets(instrument)
    times = Counter(worth(one) for one in instrument.figures if one.kind != "percentage" and one.value)
    for said in said_sums(instrument) if tables else ():
        if len(said.money) < _FEWEST or _NOT_ALL.search(said.sentence.text):
            continue
        if SUPPOSED.search(padded(said.sentence.text)):
            continue
        for row in _rows(said):
            found = [one for sheet in tables for line in sheet.lines for one in _odd(row, line, sheet)]
            if len({one[0].at for one in found}) != 1:
                continue
            figure, cell = found[0]
            alone = times[worth(figure)] == 1 and worth(figure) not in implied(instrument)
            if alone and not any(has(sheet, figure) for sheet in tables):
                yield figure, cell


def _rows(said: SaidSums) -> Iterator[Sequence[Figure]]:
    """Yield the sums of a sentence that are told one after another, also with the last one of the sentence
    before where that makes three."""
    before = said.before.money[-1:] if said.before and not _NOT_ALL.search(said.before.sentence.text) else ()
    row: list[Figure] = []
    for one in said.money:
        text = one.at.passage.text
        if row and not _JOINED.fullmatch(text, row[-1].at.end, one.at.start):
            yield from _parts(row, before if row[0] is said.money[0] else ())
            row = []
        row.append(one)
    yield from _parts(row, before if row and row[0] is said.money[0] else ())


def _parts(row: Sequence[Figure], before: Sequence[Figure]) -> Iterator[Sequence[Figure]]:
    if len(row) >= _FEWEST:
        yield [*before, *row]
        if before:
            yield row


def _odd(row: Sequence[Figure], line: Line, sheet: Sheet) -> Iterator[tuple[Figure, Words]]:
    """Yield the one sum of a row that a line has otherwise, where it has the others side by side."""
    entries = [entry for entry in line.entries if entry.cell.number and entry.cell.words]
    for at in range(len(entries) - len(row) + 1):
        beside = entries[at : at + len(row)]
        odd = [pair for pair in zip(row, beside, strict=True) if not is_same(pair[0], pair[1].cell, sheet)]
        if len(odd) == 1 and _is_no_chance(row, odd[0][0], beside):
            figure, entry = odd[0]
            less, more = sorted((worth(figure), amount(entry.cell, sheet)))
            if more <= less * _NEAR:
                yield figure, words_of(entry.cell)


def _is_no_chance(row: Sequence[Figure], odd: Figure, beside: Sequence[Entry]) -> bool:
    """Tell whether the sums that a line has are enough, and tell enough, for it to be the one meant."""
    others = [one for one in row if one is not odd]
    kinds = {entry.cell.kind for entry in beside}
    digits = sum(significant(worth(one)) for one in others)
    return "percentage" not in kinds and digits >= _DIGITS and len(set(map(worth, others))) == len(others)
