"""Numbers of things that are not the total of the table named beside them: "It has 34,000 Residents, as Table
2 shows", where the column "Residents" comes to 43,000."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules.figures._disagrees.other_sums import REACHED, SUPPOSED
from clausekit.checks.rules.figures._sentences.mentions import Mention, counts, thing_counted
from clausekit.checks.rules.figures._sentences.words import content, plain
from clausekit.checks.rules.figures._tables.agreement import is_near, value_of
from clausekit.checks.rules.figures._tables.set_out import tables_named
from clausekit.checks.rules.figures._tables.sheets import Entry, Sheet, sheets, words_of
from clausekit.checks.rules.figures._tables.which_table import LIMIT
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_BREAKS_DOWN = pattern(r"(?:The|Its|Their|This|These|It|They|See)\b")
"""How the next sentence begins, if it tells where the things of the one before are set out."""
_OF_SOME = pattern(r"\b(?:of (?:the|these|those|them|whom)|each|every|another|further|first|other|per)\b")
_ROUGH = pattern(r"\b(?:about|around|some|nearly|over|almost|approximately|roughly|under)\b")
_FARTHEST = Decimal(2)


def things_in_all(instrument: Instrument) -> Iterator[tuple[Figure, Words]]:
    """Yield the numbers of things that are not the total of their column, each with that."""
    tables = [sheet for sheet in sheets(instrument) if not sheet.flat and sheet.caption]
    for mention in counts(instrument) if tables else ():
        own = mention.own
        if not mention.alone or any(one.search(own) for one in (LIMIT, _OF_SOME, _ROUGH, REACHED, SUPPOSED)):
            continue
        named = tables_named(mention.sentence.text) | tables_named(_next_sentence(mention, instrument))
        for sheet in tables:
            total = _total_of(thing_counted(mention), sheet) if named & tables_named(sheet.caption) else None
            if total is not None and _is_another(mention, total, sheet):
                yield mention.figure, words_of(total.cell)


def _next_sentence(mention: Mention, instrument: Instrument) -> str:
    """Return the sentence after that of a mention, if it may tell where its things are set out."""
    sentence = mention.sentence
    after = [one for one in instrument.sentences_of(sentence.passage) if one.start >= sentence.end]
    return after[0].text if after and _BREAKS_DOWN.match(after[0].text) else ""


def _total_of(things: str, sheet: Sheet) -> Entry | None:
    """Return the total of the only column that is headed by some things."""
    said = f"{plain(things)} "
    columns = [
        one for one in sheet.columns if one.kind == "number" and said.startswith(f"{plain(one.head)} ")
    ]
    totals = [entry for column in columns for entry in column.entries if entry.is_plain_total]
    return totals[-1] if len(columns) == 1 and totals else None


def _is_another(mention: Mention, total: Entry, sheet: Sheet) -> bool:
    """Tell whether a number is none of its table, and near enough to the total to be meant for it."""
    value, made = value_of(mention), total.cell.number
    others = {entry.cell.number for line in sheet.rows for entry in line.entries}
    of_a_row = any(content(line.head) & content(mention.own) for line in sheet.rows)
    return made is not None and not of_a_row and value not in others and is_near(value, made, _FARTHEST)
