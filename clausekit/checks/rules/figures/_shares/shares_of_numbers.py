"""Shares that a sentence tells of the numbers in a table: "The 300 returns are 60% of the loans"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, hit
from clausekit.checks.rules.figures._sentences.words import content
from clausekit.checks.rules.figures._tables.sheets import sheets, words_of
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.recognition.amounts import decimal

_IS_SHARE = pattern(
    r"\b(?:[Tt]he|[Tt]hose|[Tt]hese|[Tt]hat)[ ](?P<part>\d{1,3}(?:,\d{3})+"
    r"|\d{2,6})[ ](?P<things>[a-z][a-z -]{2,50}?)[ ]"
    r"(?:in the year[ ]|a year[ ])?(?:represents?|are|is|make(?: up)?|equals?|account for|come to|form"
    r"|amount to)[ ]"
    r"(?P<stated>(?P<share>\d{1,3}(?:\.\d{1,2})?)[ ]?(?:%|per cent))[ ]of[ ](?:all[ ])?(?:the|those|these)[ ]"
    r"(?P<whole>[a-z][a-z -]{2,50}?)(?=[.,;)]|[ ](?:and|in|for|made|which|that)\b)"
)
_HUNDRED = Decimal(100)
_ROUNDING = Decimal("0.51")


def shares_of_numbers(instrument: Instrument) -> Iterator[Hit]:
    """Yield the percentages that are not what the number in the row of the whole makes."""
    for words, found in instrument.search(_IS_SHARE, "text", "note", signs=("per cent", "%")):
        part, share = decimal(found["part"]), decimal(found["share"])
        row = _row(instrument, found["whole"])
        if part is None or share is None or row is None or not row[0]:
            continue
        whole, cell = row
        made = part * _HUNDRED / whole
        unit = Decimal(1).scaleb(-len(found["share"].partition(".")[2]))
        if part <= whole and abs(made - share) > unit * _ROUNDING:
            yield hit(
                words.part(*found.span("stated")),
                f"“{found['stated']}” does not fit: {found['part']} of {whole:,f} are"
                f" {made.quantize(unit / 10).normalize():f}%.",
                "Correct the percentage or the numbers.",
                related=(cell,),
            )


def _row(instrument: Instrument, name: str) -> tuple[Decimal, Words] | None:
    """Return the one number that tables have in a row of just that name, with its words; None if they have
    none, or several."""
    wanted = content(name)
    found: Mapping[Decimal, Words] = {
        entry.cell.number: words_of(entry.cell)
        for sheet in sheets(instrument)
        for row in sheet.rows
        if content(row.head) == wanted
        for entry in row.entries
        if entry.cell.number and entry.cell.words and entry.cell.kind == "number"
    }
    return next(iter(found.items())) if len(found) == 1 else None
