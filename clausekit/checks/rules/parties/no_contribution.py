"""CK-PARTY-NO-CONTRIBUTION: a party of which nobody says what it pays, where others pay."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.grids import Grid
from clausekit.checks.instrument.parties import Party
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.parties import (
    called,
    key_words,
    named_parties,
    names,
    only_missing,
    spoken_of,
)
from clausekit.checks.rules._shared.terms import stem
from clausekit.patterns import pattern

_CONTRIBUTION = pattern(r"\bcontribut", re.IGNORECASE)
_KINDS = frozenset(("council", "authority", "icb", "trust", "provider", "commissioner"))
"""Where one of them heads the rows of a table, it has none for a party of another kind."""
_PAYS = pattern(
    r"\b(?:council|borough|county|city|integrated care board|icb|clinical commissioning group|ccg"
    r"|primary care trust)\b",
    re.IGNORECASE,
)
"""Who pays into a fund; providers and charities seldom do."""
_HOW_MUCH = pattern(r"£|\b(?:no|not|nothing)\b")


def _check(instrument: Instrument) -> Iterator[Hit]:
    parties = named_parties(instrument)
    if len(parties) < 2:
        return
    grids = [grid for grid in instrument.grids if is_of_contributions(grid)]
    in_tables = {party for grid in grids for party in _in_grid(grid, parties)}
    if not in_tables:
        return
    named = in_tables | set(_in_sentences(instrument, parties))
    rows_of = {stem(grid.heads[0].strip()) for grid in grids if grid.heads} & _KINDS
    for party in only_missing(named, parties):
        if rows_of and rows_of.isdisjoint(key_words(party.name.text)):
            continue
        yield hit(
            party.name,
            f"“{spoken_of(party)}” has no contribution, though those of other parties are set out.",
            "Add its contribution, or say that it makes none.",
            confidence="likely" if _PAYS.search(party.name.text) else "doubtful",
        )


def is_of_contributions(grid: Grid) -> bool:
    """Tell whether a table sets out contributions, by its own words, its caption or the heading above."""
    texts = [*grid.heads, grid.place.heading if grid.place else ""]
    if grid.caption:
        texts.append(grid.caption.text)
    return any(_CONTRIBUTION.search(text) for text in texts)


def _in_grid(grid: Grid, parties: Sequence[Party]) -> Iterator[Party]:
    """Yield the parties that a row or a column of figures is about."""
    for index, row in enumerate(grid.rows):
        if index >= grid.header_rows and any(
            cell and (cell.number is not None or cell.is_nothing) for cell in row
        ):
            yield from names(grid.label(index), parties)
    for head in (*grid.heads, *_stacked_heads(grid)):
        yield from names(head, parties)


def _stacked_heads(grid: Grid) -> Iterator[str]:
    """Yield the columns of a table without figures, from top to bottom: the names over those of another."""
    cells = [cell for row in grid.rows for cell in row if cell]
    if any(cell.number is not None for cell in cells):
        return
    for column in zip_longest(*grid.rows):
        yield " ".join(cell.text for cell in column if cell)


def _in_sentences(instrument: Instrument, parties: Sequence[Party]) -> Iterator[Party]:
    """Yield the parties of which a sentence says what they contribute, if only that it is nothing."""
    known = re.compile("|".join(re.escape(name) for party in parties for name in called(party)))
    for sentence in instrument.sentences:
        text = sentence.text
        if _CONTRIBUTION.search(text) and _HOW_MUCH.search(text) and known.search(text):
            yield from names(text, parties)


RULE = Rule(
    id="CK-PARTY-NO-CONTRIBUTION",
    level="warning",
    title="A party without a contribution, though those of other parties are set out",
    why="Where a table gives what each party pays, a party that is left out may say that it owes nothing."
    " If it was forgotten, the fund is short.",
    fails="""
Parties

(1) Westmarch County Council (“the Council”);

(2) ⟦Dale Borough Council⟧ (“the Borough”); and

(3) Westmarch Community NHS Trust (“the Trust”).

1. Contributions

1.1 The contributions for the first year are:

| Partner | Contribution |
| --- | --- |
| The Council | £400,000 |
| The Trust | £250,000 |
| Total | £650,000 |
""",
    passes="""
Parties

(1) Westmarch County Council (“the Council”);

(2) Dale Borough Council (“the Borough”); and

(3) Westmarch Community NHS Trust (“the Trust”).

1. Contributions

1.1 The Borough makes no contribution. The contributions of the others for the first year are:

| Partner | Contribution |
| --- | --- |
| The Council | £400,000 |
| The Trust | £250,000 |
| Total | £650,000 |
""",
    check=_check,
    of_the_whole=True,
)
