"""Numbers of people or things in a sentence that are others in the cell which it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit
from clausekit.checks.rules.figures._disagrees.other_sums import REACHED, SUPPOSED, is_other_sum
from clausekit.checks.rules.figures._sentences.mentions import Mention, counts, thing_counted
from clausekit.checks.rules.figures._sentences.words import content
from clausekit.checks.rules.figures._tables.agreement import (
    BOTH_LABELS,
    FARTHEST,
    agree,
    is_multiple,
    is_near,
    stands_in,
    unlike_the_table,
    value_of,
)
from clausekit.checks.rules.figures._tables.labels import Labels
from clausekit.checks.rules.figures._tables.named_cells import NamedCell, named_cells, row_of
from clausekit.checks.rules.figures._tables.named_labels import rows_by_code
from clausekit.checks.rules.figures._tables.sheets import Sheet, words_of
from clausekit.checks.rules.figures._tables.which_table import has_money
from clausekit.patterns import pattern

_WHOLE_YEAR = pattern(r"(?:(?:full |whole )?year|total|(?:year|annual) total|annual)", re.IGNORECASE)
_IN_THE_YEAR = pattern(
    r" (?:in|over|during|for|by) the (?:financial |whole |full |scheme |contract |funding )?year | a year "
)


def counts_against_tables(
    tables: Sequence[Sheet], instrument: Instrument, labels: Mapping[Sheet, Labels]
) -> Iterator[Hit]:
    """Yield a hit for each number of people or things that is another one in the cell that its words name."""
    of_things = [sheet for sheet in tables if not (sheet.flat or has_money(sheet))]
    done = _done(of_things)
    for mention in counts(instrument) if of_things else ():
        if SUPPOSED.search(mention.text) or REACHED.search(mention.own):
            continue
        mention = _with_what_is_done(mention, done)
        found = [(sheet, list(named_cells(mention, labels[sheet]))) for sheet in of_things]
        told = [
            (sheet, cell)
            for sheet, cells in found
            for cell in cells
            if _is_counted_in(mention, cell, labels[sheet])
        ]
        if any(agree(mention, cell) or stands_in(mention, sheet) for sheet, cell in told):
            continue
        sheet, cell = told[0] if len({cell.value for _, cell in told}) == 1 else (None, None)
        if (
            sheet is not None
            and cell is not None
            and not is_other_sum(replace(mention, text=mention.own), sheet, [cell])
            and not is_multiple(value_of(mention), cell.value)
            and is_near(value_of(mention), cell.value, FARTHEST)
        ):
            yield unlike_the_table(mention.figure.at, words_of(cell.cell))


def _done(tables: Sequence[Sheet]) -> frozenset[str]:
    """Return what is done by the names of rows: "arranged" by "Breaks arranged"."""
    words = (word for sheet in tables for line in sheet.rows for word in content(line.head))
    return frozenset(word for word in words if word.endswith("ed"))


def _with_what_is_done(mention: Mention, done: Set[str]) -> Mention:
    """Return a mention whose own words have what its verb is in the names of rows: "shall arrange 640 breaks"
    is about "Breaks arranged"."""
    said = frozenset(mention.own.split())
    found = sorted(word for word in done if word[:-1] in said or word[:-2] in said)
    return replace(mention, own=f"{mention.own}{' '.join(found)} ") if found else mention


def _is_counted_in(mention: Mention, cell: NamedCell, labels: Labels) -> bool:
    """Tell whether a cell counts what a mention does, which names its row, and its column if there are more:
    the row says so, or the head of the column, or what stands above the table."""
    sheet = labels.sheet
    row = row_of(cell, sheet)
    column = next(
        (line for line in sheet.columns if any(one.cell is cell.cell for one in line.entries)), None
    )
    coded = any(entry.cell is cell.cell for line in rows_by_code(mention, labels) for entry in line.entries)
    if column is None or not (coded or content(row) <= content(mention.own)):
        return False
    columns = sum(line.kind == "number" for line in sheet.columns)
    about = content(f"{row} {column.head} {sheet.caption} {sheet.place.heading}")
    of_the_year = _WHOLE_YEAR.fullmatch(column.head) and (
        mention.years & labels.years or _IN_THE_YEAR.search(mention.text)
    )
    return bool(content(thing_counted(mention)) & about) and (
        cell.named >= BOTH_LABELS or columns == 1 or bool(of_the_year)
    )
