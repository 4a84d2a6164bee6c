"""CK-FIGURE-MALFORMED: money that is not set as a figure is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.instrument.grids import GridCell
from clausekit.checks.rule import Confidence, Hit, Rule, hit
from clausekit.checks.rules.figures._tables.sheets import Line, sheets, words_of
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.recognition.amounts import SCALES, decimal

_LETTER_FOR_DIGIT = pattern(r"£[ ]?(?=[\dOIl,.]*\d)(?=[\d,.]*[OIl])[\dOIl,.]+(?<![,.])(?![A-Za-z])")
_LACKS_A_DIGIT = pattern(r"\d{1,3}(?:,\d{3}){1,3},\d{1,2}|\d{1,3},00")
"""A number with a comma before three digits, and one before fewer: "2,624,62"."""
_STRAY_MARK = pattern(
    r"£[ ]?\d[\d,.]*[ ]?(?:m|bn|k)[ ](?:million|billion|thousand)\b"
    r"|£\d{1,3}(?:,\d{3}){0,3}(?:[ ],\d{3}(?:,\d{3}){0,3}|;\d{3}|[ ]\d{1,3},\d{3}(?:,\d{3}){0,2})(?![\d,])"
)
_POUNDS = pattern(r"[ ]pounds\b")
_OF_THOUSANDS = pattern(r"£[ ]?[’']?0{3}s?\b")
_OF_THOUSAND = 3
"""So many digits stand after a comma, and none of so many pence."""
_FEW_OF = 3
"""Of so many figures one at most is an exception."""
_TWO_SIGNS = pattern(r"£[ ]?£[ ]?\d[\d,.]*(?<![.,])")
_LARGER_UNIT = pattern(
    r"£ ?(?:m|k|bn|0{3}s?)\b|[’']0{3}|\d ?(?:m|k|bn)\b|\b(?:million|billion|thousand)s?\b", re.IGNORECASE
)
"""What tells that figures of its text may be millions or thousands, so that one decimal is enough."""
_A_FEW = 3
_PENCE = 2
_FAR_MORE = 100
_MILLIONS = 6
_REMEDY = (
    "Write pounds with a comma before each three digits and pence with a point: £4,745,020 or £4,745.00."
)


def _check(instrument: Instrument) -> Iterator[Hit]:
    sums = {one.value for one in instrument.figures if one.kind != "percentage" and one.value}
    for figure in instrument.figures:
        if figure.value is None and figure.kind == "number" and _LACKS_A_DIGIT.fullmatch(figure.at.text):
            yield _hit(figure.at, "likely")
        elif figure.value is None and figure.kind != "number":
            yield _hit(figure.at, "certain" if figure.kind == "money" else "likely")
        elif (
            _is_malformed_in_pounds(figure)
            or _reads_as_thousands(figure)
            or _is_in_thousands(figure, sums)
            or _lacks_a_penny(figure, instrument)
        ):
            yield _hit(figure.at, "likely")
    yield from _thousands_of_millions(instrument)
    for slip in (_LETTER_FOR_DIGIT, _TWO_SIGNS, _STRAY_MARK):
        for words, _ in instrument.search(slip, signs=("£",)):
            yield _hit(words, "certain")
    for sheet in sheets(instrument):
        for line in sheet.columns:
            yield from _in_column(line)
            for cell in (*_in_pounds_among_thousands(line), *_without_a_penny(line)):
                yield _hit(words_of(cell), "likely")


def _in_column(line: Line) -> Iterator[Hit]:
    """Yield the figures of a column, without a pound sign, that are set wrongly among others set rightly."""
    cells = [entry.cell for entry in line.entries if entry.cell.kind]
    right = [cell for cell in cells if cell.number is not None and "," in cell.text]
    for cell in cells:
        if (
            cell.number is None
            and cell.words is not None
            and decimal(cell.text.strip("£ ,;")) is None
            and (cell.kind == "money" or (right and _has_separators(cell)))
        ):
            yield _hit(words_of(cell), "certain")


def _in_pounds_among_thousands(line: Line) -> Iterator[GridCell]:
    """Yield the figures with a pound sign in a column headed "£000" whose other figures have none."""
    cells = [entry.cell for entry in line.entries if entry.cell.kind and entry.cell.words]
    signed = [cell for cell in cells if "£" in cell.text]
    if _OF_THOUSANDS.search(line.head) and _FEW_OF * len(signed) <= len(cells):
        yield from signed


def _without_a_penny(line: Line) -> Iterator[GridCell]:
    """Yield the sum with one digit of pence in a column whose others have two."""
    sums = [entry.cell for entry in line.entries if entry.cell.kind == "money" and entry.cell.words]
    short = [cell for cell in sums if cell.decimals == 1 and cell.text[-1].isdigit()]
    if len(short) == 1 and sum(cell.decimals == _PENCE for cell in sums) >= _FEW_OF:
        yield from short


def _has_separators(cell: GridCell) -> bool:
    return "," in cell.text and " " not in cell.text


def _is_malformed_in_pounds(figure: Figure) -> bool:
    """Tell whether a number is malformed that is one of pounds: "10,00 pounds"."""
    return figure.value is None and _POUNDS.match(figure.at.shortly_after(8)) is not None


def _reads_as_thousands(figure: Figure) -> bool:
    """Tell whether a sum has a point where a comma would make it round, "£250.000", or three digits of pence
    after thousands, "£1,250.111", or begins with a nought, "£0,500"."""
    if figure.kind != "money" or figure.scale:
        return False
    whole, _, decimals = figure.at.text.partition(".")
    if whole.lstrip("£ ").startswith("0,"):
        return True
    if len(decimals) != _OF_THOUSAND:
        return False
    return "," in whole or (decimals.endswith("0") and whole.lstrip("£ ") not in ("", "0"))


def _is_in_thousands(figure: Figure, sums: Set[Decimal]) -> bool:
    """Tell whether a sum has a point where another like it has a comma: "£408.975" beside "£408,975"."""
    return (
        figure.kind == "money"
        and not figure.scale
        and figure.decimals == _OF_THOUSAND
        and (figure.value or Decimal(0)) * 1000 in sums
    )


def _lacks_a_penny(figure: Figure, instrument: Instrument) -> bool:
    """Tell whether a sum in running text has one digit of pence: "£4.5"."""
    place = instrument.place_of[figure.at.passage]
    return (
        figure.kind == "money"
        and figure.decimals == 1
        and not figure.scale
        and place.role == "text"
        and not _LARGER_UNIT.search(figure.at.passage.text)
        and not _LARGER_UNIT.search(place.heading)
    )


def _thousands_of_millions(instrument: Instrument) -> Iterator[Hit]:
    """Yield the few sums of thousands of millions, "£13,245m", where all others are far less."""
    money = [(one, abs(one.value)) for one in instrument.figures if one.kind == "money" and one.value]
    odd = [(one, value) for one, value in money if _is_in_millions(one)]
    most = max((value for one, value in money if not _is_in_millions(one)), default=Decimal(0))
    if most and len(odd) <= _A_FEW and all(value > most * _FAR_MORE for _, value in odd):
        for one, _ in odd:
            yield _hit(one.at, "likely")


def _is_in_millions(figure: Figure) -> bool:
    """Tell whether a sum with a comma is followed by "million" or its letter."""
    return SCALES.get(figure.scale) == _MILLIONS and "," in figure.at.text


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
    title="A sum of money, or a number, that is malformed",
    why="A digit or a comma too few leaves open whether thousands or millions are owed, and the parties may"
    " have agreed the budget on different readings.",
    fails="""
1. Costs

1.1 The Council pays ⟦£4,745,00⟧ and the ICB ⟦£1.234.567⟧ in each year, and the Trust ⟦£250.000⟧.
Of £408,975 in all ⟦£408.975⟧ is due in May.

1.2 A search costs ⟦£4.5⟧ and a report ⟦£1,861.111⟧.

1.3 The fee of the Host is ⟦£1,345m⟧.

| Partner | Cost (£) |
|---|---|
| Council | ⟦12,34,567⟧ |
| ICB | 1,250,000 |
""",
    passes="""
1. Costs

1.1 The Council pays £4,745,020 and the ICB £1.25 million, and travel at £0.455 a mile. By then, £1,000, and
£20.50, have been paid. It costs between £1.2 and £1.5 million.

| Item | Amount |
|---|---|
| Cheques not cashed: 1247-£50.00,1257-£100.00 | £150.00 |
""",
    check=_check,
)
