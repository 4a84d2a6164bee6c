"""CK-FIGURE-DISAGREES: a figure in the text that is another in the table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.instrument.grids import GridCell
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._sheets import Entry, Line, Sheet, sheets, words_of
from clausekit.checks.rules._statements import Statement, plain, statements
from clausekit.recognition.calendar import years

_TABLE = re.compile(r"\b[Tt](?:able|ABLE)[ \u00a0](?:\d+[A-Z]?|[A-Z])\b")
_THIS_TABLE = re.compile(r"\btable\b", re.IGNORECASE)
_TOTAL = re.compile(r"\btotal(?:s|ling)?\b|\baltogether\b|\bin all\b|\bas a whole\b", re.IGNORECASE)
_WHOLE_CONTRIBUTION = re.compile(
    r"\bcontribution(?:[ ](?:for|in)[ ](?:the[ ]year[ ])?20[\d/–-]{2,7})?[ ](?:is|will be|shall be)[ ]$",
    re.IGNORECASE,
)
_LONGEST_CONTRIBUTION = 60
_UNIT = re.compile(r"\(?£(?:[ ]?0{3}s?)?\)?")
_LEAST_LABEL = 3


def _check(instrument: Instrument) -> Iterator[Hit]:
    said = list(statements(instrument))
    if not said:
        return
    aliases = _aliases(instrument)
    tables = list(sheets(instrument))
    for statement in said:
        for sheet, sure in _tables(statement, tables, instrument):
            yield from _against_table(statement, sheet, aliases, sure=sure)


def _tables(
    statement: Statement, tables: Sequence[Sheet], instrument: Instrument
) -> Iterator[tuple[Sheet, bool]]:
    """Yield the tables that a sentence may speak of, with whether it surely does: those that it names by
    number, the nearest if it says "the table", else all in the same schedule, surely if there is one
    only."""
    text = statement.sentence.text
    place = instrument.place_of[statement.sentence.passage]
    here = [one for one in tables if one.place.passage.division == place.passage.division and not one.flat]
    if numbers := _numbers(text):
        found = [(one, True) for one in tables if numbers & _numbers(one.caption)]
    elif here and _THIS_TABLE.search(text):
        found = [(min(here, key=lambda one: abs(one.place.order - place.order)), True)]
    else:
        found = [(one, len(here) == 1) for one in here]
    told = _years(text)
    yield from ((one, sure) for one, sure in found if not told or not _years_of(one) or told & _years_of(one))


def _numbers(text: str) -> set[str]:
    return {number.lower() for number in _TABLE.findall(text)}


def _years_of(sheet: Sheet) -> set[tuple[int, int]]:
    """Return the years that a table is about, as its headings say."""
    return _years(" ".join((sheet.caption, sheet.place.heading, *(line.head for line in sheet.lines))))


def _against_table(
    statement: Statement, sheet: Sheet, aliases: Mapping[str, frozenset[str]], *, sure: bool
) -> Iterator[Hit]:
    found = list(_cells(statement, sheet, aliases, sure=sure))
    factor = _factor(sheet)
    agrees = partial(_agree, statement.figure, factor)
    if len({cell.number for cell in found}) == 1 and not any(map(agrees, found)):
        cell = found[0]
        yield hit(
            statement.figure.at,
            f"“{statement.figure.at.text}” is “{cell.text}” in the table.",
            "Put in the figure that is meant in both places, or say it in the table only.",
            confidence="certain" if sure else "likely",
            related=(words_of(cell),),
        )


def _cells(
    statement: Statement, sheet: Sheet, aliases: Mapping[str, frozenset[str]], *, sure: bool
) -> Iterator[GridCell]:
    """Yield the cells that a sentence names by row and by column; if it is not sure which table is
    meant, neither a label of one word nor "the total" is enough."""
    rows = [
        row
        for row in sheet.rows
        if _names(statement.text, row.head, aliases) and (sure or " " in row.head.strip())
    ]
    if (
        not rows
        and sure
        and (_TOTAL.search(statement.text) or _is_whole_contribution(statement, sheet, aliases))
    ):
        rows = [row for row in sheet.rows if _is_total(row)]
    for row in rows:
        entries = [entry for entry in row.entries if entry.cell.kind in (statement.figure.kind, "number")]
        named = [entry for entry in entries if _names(statement.text, entry.name, aliases)]
        for entry in named or _of_all(entries):
            if (
                entry.cell.number is not None
                and entry.cell.words is not None
                and _is_of_kind(entry, statement.figure, sheet)
            ):
                yield entry.cell


def _is_whole_contribution(statement: Statement, sheet: Sheet, aliases: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether a sentence says what a party pays in all, and a column of the table is that party's."""
    before = statement.figure.at.shortly_before(_LONGEST_CONTRIBUTION)
    return _WHOLE_CONTRIBUTION.search(before) is not None and any(
        _names(statement.text, line.head, aliases) for line in sheet.columns
    )


def _of_all(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entry of a row that is about all columns: the total, or the only one."""
    return [entry for entry in entries if entry.is_total] or (list(entries) if len(entries) == 1 else [])


def _is_total(row: Line) -> bool:
    return (
        bool(row.entries)
        and Entry(row.entries[0].cell, row.head).is_plain_total
        and "sub" not in row.head.lower()
    )


def _is_of_kind(entry: Entry, figure: Figure, sheet: Sheet) -> bool:
    """Tell whether a bare number in a table is of the kind that a figure is: money, unless a percentage."""
    if entry.cell.kind == "number":
        column = next(
            (line for line in sheet.columns if any(one.cell is entry.cell for one in line.entries)), None
        )
        return column is not None and (column.kind == "percentage") == (figure.kind == "percentage")
    return entry.cell.kind == figure.kind


def _names(text: str, label: str, aliases: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether a text has a label of a table, or another name of the party that the label names."""
    label = plain(_UNIT.sub(" ", label))
    names = aliases.get(label) or frozenset((label,))
    return len(label) >= _LEAST_LABEL and any(f" {name} " in f" {text} " for name in names)


def _aliases(instrument: Instrument) -> dict[str, frozenset[str]]:
    """Return all names of each party by each of them."""
    found = {}
    for party in instrument.parties.each:
        names = frozenset(plain(name) for name in (party.name.text, *(one.term for one in party.short)))
        found.update(dict.fromkeys(names, names))
    return found


def _agree(figure: Figure, factor: int, cell: GridCell) -> bool:
    """Tell whether a figure and a cell are the same, as exactly as each is written."""
    assert figure.value is not None
    assert cell.number is not None
    if figure.kind == "percentage":
        return abs(figure.value - cell.number) * 2 <= Decimal(1).scaleb(-min(figure.decimals, cell.decimals))
    scale = figure.value.as_tuple().exponent if figure.scale else 0
    unit = max(
        Decimal(1).scaleb(int(scale)), Decimal(factor).scaleb(-cell.decimals) if factor > 1 else Decimal(0)
    )
    slack = unit / 2 if figure.scale or factor > 1 else Decimal(0)
    return abs(figure.value - cell.number * factor) <= slack


def _factor(sheet: Sheet) -> int:
    """Return by what the figures of a table are to be multiplied."""
    text = " ".join((sheet.caption, *(line.head for line in sheet.columns))).lower()
    if re.search(r"£[ ]?0{3}|[’']0{3}|£k\b|thousands", text):
        return 1_000
    return 1_000_000 if re.search(r"£[ ]?m(?:illions?)?\b", text) else 1


def _years(text: str) -> set[tuple[int, int]]:
    return {(one.first, one.last) for one in years(text)}


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
)
