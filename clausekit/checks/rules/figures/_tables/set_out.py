"""What tables set out: things with a name, and how many of them a table has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import TypeAlias

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.grids import Grid, GridCell
from clausekit.checks.rules.figures._sentences.words import plain
from clausekit.checks.rules.figures._tables.totals import TOTAL, last_row_is_total
from clausekit.patterns import pattern
from clausekit.reading import Passage

Counts: TypeAlias = tuple[Decimal, ...]

_TABLE = pattern(r"Tables?[ \u00a0]([A-Z]?\d{1,2}[A-Z]?|[A-Z])\b", re.IGNORECASE)
_CAPTION = pattern(r"Table[ \u00a0](?:[A-Z]?\d{1,2}[A-Z]?|[A-Z])\b[ :.–—-]*", re.IGNORECASE)
_NAME_ENDS = pattern(
    r"[,:;(–—/]| (?:for|of|by|in|at|to|from|and|with|between|over|per|on|during|under|since|which)\b"
)
_BRACKETED = pattern(r"\([^()]*\)")
_NUMBERS_ROWS = pattern(r"(?:no|nos|number|ref|reference|item|row|line|code|id|#|)\.?", re.IGNORECASE)
_HOW_MANY = pattern(r"(?:number|no\.?|seats?|members|places|how many|quantity)", re.IGNORECASE)
_IS_ALL = pattern(r"(?:all|both|together|in all|altogether|overall|combined|grand|net)\b", re.IGNORECASE)
_OF_ANOTHER = pattern(r"of (?:which|whom)\b|includ|memo\b|note\b|less\b", re.IGNORECASE)
"""How a row begins that is a part of another, or no thing at all."""
_ROW_NUMBER = pattern(r"(\d{1,2})(?:[.)]?[ ]|[.)]?$)")
_SET_ASIDE = pattern(
    r"\b(?:contingenc|reserve|unallocated|balance|management|overhead|administration|host|inflation|risk"
    r"|carried|brought|rounding|hosting)",
    re.IGNORECASE,
)
"""How a row is called that is for money beside the things of a table."""
_UNIT = pattern(r"\(?(?:£(?:0{3}s?|k|m)?|%|WTE|FTE|per cent)\)?", re.IGNORECASE)
_SEVERAL = pattern(r";|\n| and | & |\d (?:to|and|–|-) ?\d")
"""What stands in a cell that may name several things."""
_PEOPLE = pattern(r"\b(?:members?|deput|represent|officers?|leads?|posts?|staff|attend)", re.IGNORECASE)
_MEASURES = frozenset(
    (
        *("contribution", "payment", "cost", "fee", "charge", "price", "sum", "amount", "budget", "share"),
        *(
            "target",
            "figure",
            "rate",
            "threshold",
            "allocation",
            "fund",
            "detail",
            "total",
            "saving",
            "grant",
        ),
        *(
            "limit",
            "value",
            "profile",
            "activity",
            "week",
            "day",
            "month",
            "hour",
            "year",
            "party",
            "partner",
        ),
        *("organisation", "word", "term", "expression", "meaning", "definition", "address", "notice", "page"),
        *("mail", "email", "cent", "percentage"),
    )
)
"""What tables say of things, and what other rules count."""
_LONGEST_NAME = 4
_FEWEST = 2


@dataclass(frozen=True, eq=False)
class SetOut:
    """Things that a table sets out: the words of their ``name``, their ``number``, and all ``counts`` that
    are right for them or for some of them.

    ``table`` is the number of the table, "C1", "" if it has none, ``about`` what stands above it.
    """

    name: tuple[str, ...]
    number: Decimal
    counts: frozenset[Decimal]
    grid: Grid
    table: str
    about: frozenset[str]


def set_out(instrument: Instrument) -> tuple[SetOut, ...]:
    """Return the things that tables set out."""
    return instrument.once(_set_out)


def _set_out(instrument: Instrument) -> tuple[SetOut, ...]:
    after: dict[int, Passage] = {}
    places = instrument.places
    for place, following in pairwise(places):
        if place.table is not None and following.table is not place.table:
            after[id(place.table)] = following.passage
    return tuple(
        one
        for grid in instrument.grids
        if grid.place is not None
        for one in _of_grid(grid, after.get(id(grid.table)))
    )


def tables_named(text: str) -> frozenset[str]:
    """Return the numbers of the tables that a text names, in small letters."""
    return frozenset(number.lower() for number in _TABLE.findall(text))


def _of_grid(grid: Grid, after: Passage | None) -> Iterator[SetOut]:
    assert grid.place is not None
    rows = _things(grid)
    if len(rows) < _FEWEST or _goes_on(rows, after):
        return
    caption = grid.caption.words.strip() if grid.caption is not None else ""
    first = grid.heads[0] if grid.heads else ""
    numbered = next((text for text in (caption, first) if _CAPTION.match(text)), "")
    title = _CAPTION.sub("", numbered, count=1) if numbered else grid.place.heading
    about = frozenset(plain(f"{numbered} {grid.place.heading} {' '.join(grid.heads)}").split())
    for name, counts in (*_by_columns(grid, rows), *_by_title(grid, rows, title)):
        yield SetOut(name, counts[0], frozenset(counts), grid, _number_of(numbered), about)


def _things(grid: Grid) -> list[int]:
    """Return the rows that are about a thing: no totals, no parts of other rows, no headings among them."""
    first = grid.header_rows
    labels = [grid.label(row) for row in range(first, len(grid.rows))]
    cells = [[cell or GridCell("", None) for cell in row] for row in grid.rows[first:]]
    total = len(labels) - 1 if _ends_with_total(labels, cells) else None
    found: list[int] = []
    summed = False
    for at, (label, row) in enumerate(zip(labels, cells, strict=True)):
        texts = [cell.text for cell in row if cell.text]
        name = label or (texts[0] if texts else "")
        is_total = at == total or TOTAL.match(name) or _IS_ALL.match(name)
        summed = summed or bool(is_total)
        if summed and {cell.kind for cell in row if cell.kind} == {"percentage"}:
            continue  # the shares that the total has
        told = [text for text in texts if not _UNIT.fullmatch(text)]
        if name and not is_total and not _OF_ANOTHER.match(name) and (len(told) > 1 or len(row) == 1):
            found.append(first + at)
    return _numbered(grid, found)


def _numbered(grid: Grid, rows: list[int]) -> list[int]:
    """Return those of some rows that are numbered 1, 2, 3, if all but a contingency or the like are."""
    numbers = {row: found[1] for row in rows if (found := _ROW_NUMBER.match(_first_words(grid, row)))}
    others = [row for row in rows if row not in numbers]
    in_turn = list(numbers.values()) == [str(at) for at in range(1, len(numbers) + 1)]
    if len(numbers) < _FEWEST or not in_turn or not all(_SET_ASIDE.search(grid.label(one)) for one in others):
        return rows
    return list(numbers)


def _first_words(grid: Grid, row: int) -> str:
    return next((cell.text for cell in grid.rows[row] if cell is not None and cell.text), "")


def _ends_with_total(labels: Sequence[str], cells: Sequence[Sequence[GridCell]]) -> bool:
    """Tell whether the last row of a table is a total by its figures, though it is not called so."""
    if not labels or TOTAL.match(labels[-1]) or not any(cell.kind for cell in cells[-1][1:]):
        return False
    return last_row_is_total(labels, [row[1:] for row in cells])


def _goes_on(rows: Sequence[int], after: Passage | None) -> bool:
    """Tell whether the paragraph after a table has the number of the row that would be next: the table
    may have been torn."""
    return after is not None and after.label.rstrip(".") == str(len(rows) + 1)


def _by_columns(grid: Grid, rows: Sequence[int]) -> Iterator[tuple[tuple[str, ...], Counts]]:
    """Yield the names that head columns, with the number of what stands in those."""
    label = _label_column(grid)
    people = next((name for head in grid.heads if _PEOPLE.search(head) and (name := _name(head))), ())
    if people and (counts := _how_many(grid, rows)):
        yield people, counts
    for column, head in enumerate(grid.heads):
        name = _name(head)
        if name and (counts := _in_column(grid, rows, column, is_label=column == label)):
            yield name, counts


def _by_title(grid: Grid, rows: Sequence[int], title: str) -> Iterator[tuple[tuple[str, ...], Counts]]:
    """Yield the name that the title of a table gives to what it sets out, with the number of that: "Voting
    members", "Instalments"."""
    name = _name(title)
    label = _label_column(grid)
    if name:
        by_number = _how_many(grid, rows)
        by_row = _in_column(grid, rows, label, is_label=True)
        figures = sum(any(cell.kind for _, cell in grid.column(at)) for at in range(len(grid.heads)))
        across = [Decimal(count) for count in (figures, figures - 1) if count >= _FEWEST]
        if by_number or by_row:
            yield name, (*by_number, *by_row, *across)


def _how_many(grid: Grid, rows: Sequence[int]) -> Counts:
    """Return what the column of a table makes that is headed "Number" or the like, and holds numbers; nothing
    if it has none."""
    columns = [at for at, head in enumerate(grid.heads) if at and _HOW_MANY.fullmatch(head.strip())]
    counts = (_in_column(grid, rows, column, is_label=False) for column in columns)
    return next((one for one in counts if one), ())


def _label_column(grid: Grid) -> int:
    """Return which column says what the rows are: the first that does more than number them."""
    for column, head in enumerate(grid.heads):
        cells = [cell for _, cell in grid.column(column) if cell.text]
        if not _NUMBERS_ROWS.fullmatch(head.strip()) and not all(cell.kind for cell in cells):
            return column
    return 0


def _in_column(grid: Grid, rows: Sequence[int], column: int, *, is_label: bool) -> Counts:
    """Return how many things a column has, first as is most likely: what its figures make, or how many it
    names; nothing if it says the same of several rows, or may say several of one."""
    cells = {row: cell for row in rows if (cell := _at(grid, row, column)) is not None and cell.text}
    numbers = {row: cell.number for row, cell in cells.items() if cell.kind == "number" and cell.number}
    if cells and len(numbers) == len(cells):
        return _of_figures(grid, numbers, column)
    if numbers or any(cell.kind for cell in cells.values()):
        return ()
    named = {cell.text.lower() for cell in cells.values()}
    if not is_label and (len(named) < len(rows) or _may_be_several(grid.heads[column], cells.values())):
        return ()
    return tuple(Decimal(count) for count in (len(named), len(cells), len(rows)) if count >= _FEWEST)


def _may_be_several(head: str, cells: Iterable[GridCell]) -> bool:
    """Tell whether some cells of a column may name several things each: a member below another."""
    return _PEOPLE.search(head) is not None or any(_SEVERAL.search(cell.text) for cell in cells)


def _of_figures(grid: Grid, numbers: Mapping[int, Decimal], column: int) -> Counts:
    """Return what the figures of a column make: all of them, or those of rows of which another column
    says the same; if they number the rows, how many those are."""
    if list(numbers.values()) == list(range(1, len(numbers) + 1)):
        return (Decimal(len(numbers)),)
    told = [cell.number for _, cell in grid.column(column) if cell.number is not None]
    return (sum(numbers.values(), Decimal(0)), *told, *_by_group(grid, numbers, column).values())


def _by_group(grid: Grid, numbers: Mapping[int, Decimal], column: int | None) -> dict[str, Decimal]:
    """Return what the numbers of rows make by what their other cells say: 13 where one has "Council"."""
    groups: dict[tuple[int, str], Decimal] = {}
    for row, number in numbers.items():
        for at, cell in enumerate(grid.rows[row]):
            if cell is not None and cell.text and at != column:
                groups[at, cell.text] = groups.get((at, cell.text), Decimal(0)) + number
    texts = [text for _, text in groups]
    return {text: number for (_, text), number in groups.items() if texts.count(text) == 1}


def groups_of(one: SetOut) -> dict[str, Decimal]:
    """Return how many of the things there are by what the cells of their rows say."""
    grid, rows = one.grid, _things(one.grid)
    column = next((at for at, head in enumerate(grid.heads) if _name(head) == one.name), None)
    cells = {row: _at(grid, row, column) if column is not None else None for row in rows}
    numbers = {
        row: cell.number for row, cell in cells.items() if cell and cell.kind == "number" and cell.number
    }
    by_figures = len(numbers) == len(rows) and sum(numbers.values()) == one.number
    return _by_group(grid, numbers if by_figures else dict.fromkeys(rows, Decimal(1)), column)


def _at(grid: Grid, row: int, column: int) -> GridCell | None:
    return grid.rows[row][column] if column < len(grid.rows[row]) else None


def _name(head: str) -> tuple[str, ...]:
    """Return the words of a heading that name things: () if it is long, or names what is said of things."""
    text = _CAPTION.sub("", _BRACKETED.sub(" ", head))
    words = tuple(plain(_NAME_ENDS.split(text)[0]).split())
    known = bool(words) and len(words) <= _LONGEST_NAME and words[-1].isalpha()
    return words if known and words[-1] not in _MEASURES else ()


def _number_of(caption: str) -> str:
    found = _TABLE.match(caption)
    return found[1].lower() if found else ""
