"""CK-FIGURE-DISAGREES: a figure in the text that is another in the table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Confidence, Hit, Rule, hit
from clausekit.checks.rules._members import votes_miscounted
from clausekit.checks.rules._mentions import Mention, mentions, party_names
from clausekit.checks.rules._named_cells import (
    NamedCell,
    factor_of,
    has_telling_row,
    named_cells,
    said_besides,
)
from clausekit.checks.rules._sheets import Sheet, sheets, words_of
from clausekit.checks.rules._slips import FEW_DIGITS, is_slip, significant
from clausekit.checks.rules._words import padded
from clausekit.reading import Passage

_TABLE = re.compile(r"\b(?:Table|TABLE|table)[ \u00a0](?:\d+[A-Z]?|[A-Z])\b")
_THIS_TABLE = re.compile(r"\btable\b", re.IGNORECASE)
_DIVISION = re.compile(r"\b(?:Schedule|Annex|Appendix|Part)[ \u00a0](?:\d+[A-Z]?|[A-Z])\b", re.IGNORECASE)
_OTHER_SUM = re.compile(
    r" (?:up to|at least|at most|exceed\w*|more than|not more|less than|not less|over|above £\w*|below £\w*"
    r"|threshold|additional|further|extra|per|each|every|month|monthly|quarter\w*|instalment|increas\w+"
    r"|reduc\w+|raised?|rise|fall|limit\w*|remaining|remainder|balance|previous\w*|last|was|were|had"
    r"|maximum|minimum|if|unless|of which|includ\w+|about|approximately|around|deduct\w*|underspend"
    r"|overspend|variation|invoice|uplift|otherwise|only|first|second|initial|kind) "
)
_SUPPOSED = re.compile(r" (?:would|suppose|example|illustration|illustrate|assume|assuming|were to) ")
_SHARE_OF_IT = re.compile(r"^ of ")
_WHEN_PAID = re.compile(
    r" (?:(?:which|and) )?(?:(?:is|shall be|will be) )?(?:payable|paid) (?:monthly|quarterly|annually|yearly)"
    r"(?: in (?:advance|arrears?))?"
)
_REASONED = re.compile(r" (?:that is|being|i e|or|so|making|which is|equal to|amounting to) ")
"""How words begin that draw a figure from those before it, and do not restate one."""
_LEAST_DIGITS = 2
_OPPOSITES = (
    (" overspend ", " underspend "),
    (" revenue ", " capital "),
    (" income ", " expenditure "),
    (" adult ", " child "),
    (" cost ", " saving "),
)
_LONGEST_LIST = 15
_FEW_WORDS = 2
_INSTALMENTS = (2, 3, 4, 5, 6, 10, 12, 24, 26, 52)
_BOTH_LABELS = 2
_FEW_IF_NAMED = 3


def _check(instrument: Instrument) -> Iterator[Hit]:
    said = mentions(instrument)
    tables = list(sheets(instrument)) if said else []
    names = party_names(instrument) if tables else {}
    for mention in said if tables else ():
        yield from _against_tables(mention, tables, instrument, names)
    for one in votes_miscounted(instrument):
        yield hit(
            one.stated,
            f"“{one.stated.text}” voting members are {one.made:f} in the table.",
            "Put in the number that is meant in both places.",
            confidence="likely",
        )


def _against_tables(
    mention: Mention, tables: Sequence[Sheet], instrument: Instrument, names: Mapping[str, str]
) -> Iterator[Hit]:
    """Yield a hit if the cells that a mention names are other figures, in the table that its sentence names
    or else in any; nothing if one of the tables agrees."""
    tables = [sheet for sheet in tables if not _are_opposed(mention, sheet, instrument)]
    meant = _meant(mention, tables, instrument)
    wrong: list[tuple[NamedCell, Confidence]] = []
    for sheet in meant or tables:
        cells = list(named_cells(mention, sheet, names))
        if any(_agree(mention, cell) for cell in cells) or _stands_elsewhere(mention, sheet):
            return
        sure = bool(meant) or _is_the_one_here(mention, sheet, tables, instrument)
        if found := _wrong(mention, cells, sheet, sure=sure):
            wrong.append(found)
    for cell, confidence in wrong[:1]:
        yield hit(
            mention.figure.at,
            f"“{mention.figure.at.text}” is “{cell.cell.text}” in the table.",
            "Put in the figure that is meant in both places, or say it in the table only.",
            confidence=confidence,
            related=(words_of(cell.cell),),
        )


def _wrong(
    mention: Mention, cells: Sequence[NamedCell], sheet: Sheet, *, sure: bool
) -> tuple[NamedCell, Confidence] | None:
    """Return the cell that a mention should agree with, and how sure that is.

    A slip of the pen shows which cell is meant. Otherwise the table has to be the one that is meant, or both
    labels of the cell have to be named, and the sum must not be a limit, a part or a change.
    """
    value = _value(mention)
    if (
        _SUPPOSED.search(mention.text)
        or not mention.own.strip()
        or (_SHARE_OF_IT.match(mention.own) and mention.figure.kind == "money")
    ):
        return None
    other = _is_other(mention)
    slips = [
        cell
        for cell in cells
        if significant(value) >= _LEAST_DIGITS
        and is_slip(value, cell.value, _FEW_IF_NAMED if cell.named and not other else FEW_DIGITS)
    ]
    if slips:
        return slips[0], "certain" if sure else "likely"
    named = max((cell.named for cell in cells), default=0)
    if len({cell.value for cell in cells}) != 1 or (
        other and not (sure and mention.figure.kind == "percentage")
    ):
        return None
    if (
        _is_multiple(value, cells[0].value)
        or _REASONED.match(mention.own)
        or _is_about_something_else(mention, cells[0], sheet)
    ):
        return None
    if named >= _BOTH_LABELS or (named and (sure or mention.counts_staff)):
        return cells[0], "certain" if sure else "likely"
    return None


def _is_multiple(one: Decimal, other: Decimal) -> bool:
    """Tell whether one figure may be an instalment of the other, or what it makes in some years."""
    less, more = sorted((abs(one), abs(other)))
    return bool(less) and more % less == 0 and more / less in _INSTALMENTS


def _is_about_something_else(mention: Mention, cell: NamedCell, sheet: Sheet) -> bool:
    """Tell whether the words about a figure say more than the table has; a target is told at length, and
    known by a label of several words or by a reference to the table."""
    besides = said_besides(mention, sheet, cell)
    if not besides or mention.figure.kind != "percentage":
        return bool(besides)
    text = mention.sentence.text
    refers = _TABLE.search(text) or _THIS_TABLE.search(text) or _DIVISION.search(text)
    return not refers and (len(besides) > _FEW_WORDS or not has_telling_row(cell, sheet))


def _are_opposed(mention: Mention, sheet: Sheet, instrument: Instrument) -> bool:
    """Tell whether a sentence, or the words that lead to it, and a table are about opposite things, as
    overspends and underspends are."""
    said = f"{padded(_lead_of(mention, instrument))} {mention.own}"
    told = [pair for pair in _OPPOSITES if (pair[0] in said) != (pair[1] in said)]
    if not told:
        return False
    heads = " ".join(line.head for line in sheet.lines)
    shown = padded(f"{sheet.place.heading} {sheet.caption} {heads}")
    return any(
        (ours in said) == (theirs in shown) and (theirs in said) == (ours in shown) for ours, theirs in told
    )


def _lead_of(mention: Mention, instrument: Instrument) -> str:
    """Return the words that lead to the list of which the passage of a mention is an item."""
    passage = mention.sentence.passage
    at = instrument.place_of[passage].order
    for place in reversed(instrument.places[max(0, at - _LONGEST_LIST) : at] if _is_item(passage) else ()):
        if not _is_item(place.passage):
            return place.passage.words
    return ""


def _is_item(passage: Passage) -> bool:
    return bool(passage.label) and not passage.label[0].isdecimal()


def _meant(mention: Mention, tables: Sequence[Sheet], instrument: Instrument) -> list[Sheet]:
    """Return the tables that a sentence names by their number, by that of their schedule, or as the table
    that is nearest; none if it names none."""
    text = mention.sentence.text
    place = instrument.place_of[mention.sentence.passage]
    here = [one for one in tables if one.place.passage.division == place.passage.division]
    divisions = {name.lower() for name in _DIVISION.findall(text)}
    inside = [one for one in tables if one.place.passage.division.lower() in divisions]
    if numbers := _numbers(text):
        found = [one for one in tables if numbers & _numbers(one.caption)]
        return [one for one in found if one in inside] or found
    if here and not inside and _THIS_TABLE.search(text):
        return [min(here, key=lambda one: abs(one.place.order - place.order))]
    return inside


def _numbers(text: str) -> set[str]:
    return {number.lower() for number in _TABLE.findall(text)}


def _is_the_one_here(mention: Mention, sheet: Sheet, tables: Sequence[Sheet], instrument: Instrument) -> bool:
    """Tell whether a table is the only one in the schedule, or the body, in which a mention stands."""
    division = instrument.place_of[mention.sentence.passage].passage.division
    return [one for one in tables if one.place.passage.division == division] == [sheet]


def _is_other(mention: Mention) -> bool:
    """Tell whether a sum is a limit, a change or a part of what the table has; when it is paid does not
    matter."""
    text = mention.text if mention.alone else mention.own
    return _OTHER_SUM.search(_WHEN_PAID.sub("", text)) is not None


def _stands_elsewhere(mention: Mention, sheet: Sheet) -> bool:
    """Tell whether a table has a figure, in whatever cell."""
    factor = factor_of(sheet)
    return any(
        entry.cell.number is not None and _agree(mention, NamedCell(entry.cell, factor, 0))
        for line in sheet.rows
        for entry in line.entries
    )


def _agree(mention: Mention, cell: NamedCell) -> bool:
    """Tell whether a figure and a cell are the same, as exactly as each is written."""
    figure, decimals = mention.figure, cell.cell.decimals
    apart = abs(_value(mention) - abs(cell.value))
    if figure.kind == "percentage":
        return apart * 2 <= Decimal(1).scaleb(-min(figure.decimals, decimals))
    scale = _value(mention).as_tuple().exponent if figure.scale else 0
    unit = max(
        Decimal(1).scaleb(int(scale)) if figure.scale else Decimal(0),
        Decimal(cell.factor).scaleb(-decimals) if cell.factor > 1 else Decimal(0),
    )
    return apart <= unit / 2


def _value(mention: Mention) -> Decimal:
    return abs(mention.figure.value or Decimal(0))


RULE = Rule(
    id="CK-FIGURE-DISAGREES",
    level="error",
    title="A figure in the text that is another one in the table",
    why="A sum that is stated twice is corrected once. If the two differ, the parties owe whichever a court"
    " picks.",
    fails="""
1. Parties

(1) **Westmarch County Council** of Shire House (the “**Council**”); and

(2) **NHS Westmarch Integrated Care Board** of Quay House (the “**ICB**”).

2. Contributions

2.1 The contribution of the Council in total is ⟦£860,000⟧, as the table below shows.

2.2 The Council pays ⟦£580,000⟧ and the ICB £2,100,000, as the table shows.

| Source | Council | ICB |
|---|---|---|
| Minimum contribution | Nil | £2,100,000 |
| Disabled Facilities Grant | £850,000 | Nil |
| Total | £850,000 | £2,100,000 |
""",
    passes="""
1. Parties

(1) **Westmarch County Council** of Shire House (the “**Council**”); and

(2) **NHS Westmarch Integrated Care Board** of Quay House (the “**ICB**”).

2. Contributions

2.1 The contribution of the Council in total is £0.85 million, as the table below shows. The Disabled
Facilities Grant for 2025/26 was £800,000. Spending above £860,000 in total needs consent.

| Source in 2026/27 | Council | ICB |
|---|---|---|
| Minimum contribution | Nil | £2,100,000 |
| Disabled Facilities Grant | £850,000 | Nil |
| Total | £850,000 | £2,100,000 |
""",
    check=_check,
    yields_to=("CK-FIGURE-PARTS", "CK-FIGURE-WORDS", "CK-FIGURE-MALFORMED"),
)
