"""Budgets of what a paragraph is headed by, "Scheme 3 (Carers). ... Its budget is £5", against the table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import half_a_step, worth
from clausekit.checks.rules.figures._sentences.mentions import Mention, mentions
from clausekit.checks.rules.figures._sentences.words import content, plain
from clausekit.checks.rules.figures._tables.sheets import Line, Sheet, sheets, words_of
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage

_TITLE = pattern(
    r"(?:(?:Schemes?|Services?|Projects?|Lots?|Programmes?|Lines?)[ ](?P<number>\d{1,2}[A-Z]?)\b[ :.–—-]*)?"
    r"\(?(?P<title>[^.:;()£]{3,80}?)[ ]?[.:)–—]{1,2}(?=\s)"
)
"""How a paragraph begins that has its title in the same line."""
_ITS_BUDGET = pattern(
    r"\b(?:the|its|this|an?|annual|yearly|whole|total|overall|full|agreed)[ ]"
    r"(?:budget|allocation|cost|contract price|price|fund|funding)"
    r"(?:,?[ ](?:of|is|are|stands at|comes to|amounts to|will be|shall be|in|for|the|year|Financial Year"
    r"|this|that|20\d\d[/–-]\d{2,4}|a year|set at|fixed at)){1,7},?[ ]$",
    re.IGNORECASE,
)
_PART = pattern(
    r"\b(?:if|up to|at least|over|exceed\w*|further|extra|each|per|of which|remaining|last|previous)\b"
)
_FARTHEST = Decimal("1.5")
_SHORTLY = 90


def budgets_misstated(instrument: Instrument) -> Iterator[tuple[Figure, Words]]:
    """Yield the budgets that are not those of the row by whose name their paragraph is headed, each with the
    cell that has its total."""
    tables = [sheet for sheet in sheets(instrument) if not sheet.flat]
    for mention in mentions(instrument) if tables else ():
        if mention.figure.kind == "money" and _ITS_BUDGET.search(mention.figure.at.shortly_before(_SHORTLY)):
            title = _title(mention.sentence.passage)
            rows = [(sheet, line) for sheet in tables for line in _rows(sheet, title)] if title else []
            totals = {total for sheet, line in rows if (total := _total(sheet, line)) is not None}
            if len(totals) == 1 and not _PART.search(mention.sentence.text) and not _agrees(mention, rows):
                value, cell = totals.pop()
                if _is_near(worth(mention.figure), value):
                    yield mention.figure, cell


def _title(passage: Passage) -> str:
    """Return the title with which a paragraph begins, "" if it has none."""
    found = _TITLE.match(passage.text, passage.typed)
    return f"{found['number'] or ''} {found['title']}" if found else ""


def _rows(sheet: Sheet, title: str) -> Iterator[Line]:
    """Yield the rows whose name is the title, or is known by its number and has a word of it."""
    number, _, words = title.partition(" ")
    said = content(words)
    for at, line in enumerate(sheet.rows):
        texts = sheet.texts[at] if at < len(sheet.texts) else ()
        name = content(" ".join((line.head, *texts[:1])))
        same = bool(said) and said <= name and said & content(line.head)
        numbered = number and (
            plain(line.head).split()[:1] == [number] or (sheet.counted and number == str(at + 1))
        )
        if same and (numbered or said == content(line.head)):
            yield line


def _total(sheet: Sheet, line: Line) -> tuple[Decimal, Words] | None:
    """Return the total of a row, in pounds: its only sum, or the one that is called so."""
    sums = [
        entry
        for entry in line.entries
        if entry.cell.number and entry.cell.words and entry.cell.kind != "percentage"
    ]
    called = [entry for entry in sums if entry.is_plain_total]
    chosen = called if len(called) == 1 else sums
    if len(chosen) != 1:
        return None
    cell = chosen[0].cell
    return abs(cell.number or Decimal(0)) * sheet.factor, words_of(cell)


def _agrees(mention: Mention, rows: Sequence[tuple[Sheet, Line]]) -> bool:
    """Tell whether any figure of some rows is the one that is said."""
    slack = half_a_step(mention.figure)
    return any(
        abs(abs(entry.cell.number) * sheet.factor - worth(mention.figure)) <= slack
        for sheet, line in rows
        for entry in line.entries
        if entry.cell.number
    )


def _is_near(one: Decimal, other: Decimal) -> bool:
    return max(one, other) <= min(one, other) * _FARTHEST
