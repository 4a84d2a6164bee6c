"""CK-FIGURE-MALFORMED: money that is not set as a figure is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.grids import GridCell
from clausekit.checks.rule import Confidence, Hit, Rule, hit
from clausekit.checks.rules._sheets import Line, sheets, words_of
from clausekit.checks.words import Words

_LETTER_FOR_DIGIT = re.compile(r"£[ ]?(?=[\dOIl,.]*\d)\d[\d,.]*[OIl][\dOIl,.]*")
_TWO_SIGNS = re.compile(r"£[ ]?£[ ]?\d[\d,.]*(?<![.,])")
_REMEDY = (
    "Write pounds with a comma before each three digits and pence with a point: £4,745,020 or £4,745.00."
)


def _check(instrument: Instrument) -> Iterator[Hit]:
    for figure in instrument.figures:
        if figure.value is None and figure.kind != "number":
            yield _hit(figure.at, "certain" if figure.kind == "money" else "likely")
        elif figure.kind == "money" and not figure.scale and _reads_as_thousands(figure.at.text):
            yield _hit(figure.at, "likely")
    for pattern in (_LETTER_FOR_DIGIT, _TWO_SIGNS):
        for words, _ in instrument.search(pattern):
            yield _hit(words, "certain")
    for sheet in sheets(instrument):
        for line in sheet.columns:
            yield from _in_column(line)


def _in_column(line: Line) -> Iterator[Hit]:
    """Yield the figures of a column, without a pound sign, that are set wrongly among others set rightly."""
    cells = [entry.cell for entry in line.entries if entry.cell.kind]
    right = [cell for cell in cells if cell.number is not None and "," in cell.text]
    for cell in cells:
        if (
            cell.number is None
            and cell.words is not None
            and (cell.kind == "money" or (right and _has_separators(cell)))
        ):
            yield _hit(words_of(cell), "certain")


def _has_separators(cell: GridCell) -> bool:
    return "," in cell.text and " " not in cell.text


def _reads_as_thousands(text: str) -> bool:
    """Tell whether a figure has a point where a comma would make it round: "£250.000"."""
    whole, _, decimals = text.partition(".")
    return len(decimals) == 3 and decimals.endswith("0") and whole.lstrip("£ ") not in ("", "0")


def _hit(words: Words, confidence: Confidence) -> Hit:
    return hit(
        words,
        f"“{words.text}” is not a figure that can be read in one way only.",
        _REMEDY,
        confidence=confidence,
    )


RULE = Rule(
    id="CK-FIGURE-MALFORMED",
    level="error",
    title="A sum of money that is malformed",
    why="A digit or a comma too few leaves open whether thousands or millions are owed, and the parties may"
    " have"
    " agreed the budget on different readings.",
    fails="""
1. Costs

1.1 The Council pays ⟦£4,745,00⟧ and the ICB ⟦£1.234.567⟧ in each year, and the Trust ⟦£250.000⟧.

| Partner | Cost (£) |
|---|---|
| Council | ⟦12,34,567⟧ |
| ICB | 1,250,000 |
""",
    passes="""
1. Costs

1.1 The Council pays £4,745,020 and the ICB £1.25 million, and travel at £0.455 a mile. By then, £1,000, and
£20.50, have been paid.
""",
    check=_check,
)
