"""Whether a figure and the cells of a table agree: they are the same, or one comes from the other."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rule import Confidence, Hit, hit
from clausekit.checks.rules._shared.said_sums import figures_in, money_in, worth
from clausekit.checks.rules.figures._sentences.mentions import Mention
from clausekit.checks.rules.figures._tables.named_cells import NamedCell
from clausekit.checks.rules.figures._tables.sheets import Line, Sheet
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_SHARE = pattern(r"(?<![\d.,])(\d{1,3}(?:\.\d{1,4})?)[ ]?(?:%|per cent\b)")
_CHANGE_BEFORE = 320
_NEARLY_ONE = Decimal("0.999")
_INSTALMENTS = (2, 3, 4, 5, 6, 10, 12, 24, 26, 52)
BOTH_LABELS = 2
FARTHEST = Decimal("1.5")


def unlike_the_table(at: Words, cell: Words, confidence: Confidence = "likely") -> Hit:
    """Return the hit for a figure that is another one in a cell."""
    return hit(
        at,
        f"“{at.text}” is “{cell.text}” in the table.",
        "Put in the figure that is meant in both places, or say it in the table only.",
        confidence=confidence,
        related=(cell,),
    )


def makes_with_another(mention: Mention, cell: NamedCell, instrument: Instrument) -> bool:
    """Tell whether a sum makes what a cell has together with others of its sentence: it is part of that."""
    sentence = mention.sentence
    if mention.figure.kind != "money":
        return False
    others = [
        worth(one)
        for one in figures_in(money_in(instrument).get(sentence.passage, []), sentence)
        if one.at != mention.figure.at
    ]
    left = abs(cell.value) - value_of(mention)
    return left > 0 and (left in others or sum(others) == left)


def adds_up_to(mention: Mention, cell: NamedCell, sheet: Sheet) -> bool:
    """Tell whether a cell is a total whose parts make the sum that is said: then it is the total that is
    wrong, which another rule tells."""
    factor = sheet.factor
    for line in (*sheet.columns, *sheet.rows):
        if line.entries and line.entries[-1].cell is cell.cell:
            parts = [entry.value for entry in line.entries[:-1] if entry.is_part]
            if sum(part or 0 for part in parts) * factor == value_of(mention):
                return True
    return False


def is_near(one: Decimal, other: Decimal, farthest: Decimal) -> bool:
    """Tell whether two figures may be the same, one of them out of date or misheard: of a like size."""
    less, more = sorted((abs(one), abs(other)))
    return more <= less * farthest


def is_multiple(one: Decimal, other: Decimal) -> bool:
    """Tell whether one figure may be an instalment of the other, or what it makes in some years."""
    less, more = sorted((abs(one), abs(other)))
    return bool(less) and more % less == 0 and more / less in _INSTALMENTS


def stands_in(mention: Mention, sheet: Sheet, rows: Sequence[Line] = ()) -> bool:
    """Tell whether a table, or some rows of it, has a figure, in whatever cell."""
    farthest = max(Decimal(sheet.factor), _unit(mention.figure)) / 2
    if not sheet.has_between(value_of(mention) - farthest, value_of(mention) + farthest):
        return False
    return any(
        entry.cell.number is not None and agree(mention, NamedCell(entry.cell, sheet.factor, 0))
        for line in rows or sheet.rows
        for entry in line.entries
    )


def shares_told(mention: Mention) -> list[Decimal]:
    """Return what parts of a whole, in hundredths, a sum may be by the percentages of its sentence, or after
    an increase or cut that is told in it or shortly before."""
    if mention.figure.kind != "money":
        return []
    shares = [Decimal(share) for share in _SHARE.findall(mention.sentence.text)]
    told = [Decimal(share) for share in _SHARE.findall(mention.figure.at.shortly_before(_CHANGE_BEFORE))]
    parts = [*shares, *(100 + sign * share for share in told for sign in (1, -1))]
    return [part for part in parts if part > 0]


def is_share_of_it(mention: Mention, shares: Sequence[Decimal], sheet: Sheet) -> bool:
    """Tell whether a sum is such a share of a figure of a table."""
    value = value_of(mention)
    return any(
        sheet.has_between((value - _NEARLY_ONE) * 100 / share, (value + _NEARLY_ONE) * 100 / share)
        for share in shares
    )


def agree(mention: Mention, cell: NamedCell) -> bool:
    """Tell whether a figure and a cell are the same, as exactly as each is written."""
    figure, decimals = mention.figure, cell.cell.decimals
    apart = abs(value_of(mention) - abs(cell.value))
    if figure.kind == "percentage":
        return apart * 2 <= Decimal(1).scaleb(-min(figure.decimals, decimals))
    unit = max(_unit(figure), Decimal(cell.factor).scaleb(-decimals) if cell.factor > 1 else Decimal(0))
    return apart <= unit / 2


def _unit(figure: Figure) -> Decimal:
    """Return what the last digit of a figure that is in thousands or millions is worth, 0 for others."""
    value = abs(figure.value or Decimal(0))
    return Decimal(1).scaleb(int(value.as_tuple().exponent)) if figure.scale else Decimal(0)


def value_of(mention: Mention) -> Decimal:
    """Return what the figure of a mention is worth, without its sign."""
    return abs(mention.figure.value or Decimal(0))
