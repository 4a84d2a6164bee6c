"""Which rows, columns and cells of two tables belong together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from clausekit.comparison.chains import Link
from clausekit.comparison.pairing import pair
from clausekit.comparison.units import Unit, Units
from clausekit.reading import Cell, Row, Table

AnyUnit = Unit[Any]
CellPair = tuple[Cell | None, Cell | None]


@dataclass(frozen=True, slots=True)
class RowPair:
    """Rows that belong together with their cells, or a row that only one table has (the other None)."""

    old: Row | None
    new: Row | None
    cells: tuple[CellPair, ...] = ()


def pair_tables(units: Units, old: Table, new: Table) -> list[RowPair]:
    """Return the rows of both tables, in an order that keeps that of each."""
    columns = _pair_columns(units, old, new)
    olds, news = units.rows(old, new), units.rows(new, old)

    def may_be_one(one: Unit[Row], two: Unit[Row]) -> bool:
        """Tell whether a row is another in which cells changed: so it is where no row came or went."""
        return len(olds) == len(news) or _mostly_same(units, _pair_cells(one.of, two.of, columns))

    found = []
    links = filled(pair(olds, news, splits=False), olds, news, may_be_one)
    for i, j in _in_order(links, len(olds), len(news)):
        one = old.rows[i] if i is not None else None
        two = new.rows[j] if j is not None else None
        cells = tuple(_pair_cells(one, two, columns)) if one and two else ()
        found.append(RowPair(one, two, cells))
    return found


def filled(
    links: Sequence[Link],
    old: Sequence[AnyUnit],
    new: Sequence[AnyUnit],
    may: Callable[[AnyUnit, AnyUnit], bool],
) -> list[Link]:
    """Return the links with more: where between two of them as many units are left on either side, those
    that may go together, in order."""
    found = []
    i = j = 0
    for link in (*links, Link(len(old), len(old), len(new), len(new), 0)):
        if link.old_start - i == link.new_start - j:
            found += [
                Link(i + k, i + k + 1, j + k, j + k + 1, 0)
                for k in range(link.old_start - i)
                if may(old[i + k], new[j + k])
            ]
        if link.old_end > link.old_start:
            found.append(link)
        i, j = link.old_end, link.new_end
    return found


def _mostly_same(units: Units, cells: Iterable[CellPair]) -> bool:
    """Tell whether at least half of the cells in a column that both rows have say the same."""
    both = [units.cell_text(old) == units.cell_text(new) for old, new in cells if old and new]
    return 2 * sum(both) >= len(both) > 0


def _in_order(
    links: Sequence[Link], old_length: int, new_length: int
) -> Iterator[tuple[int | None, int | None]]:
    """Yield all places of both sequences: those linked together, the others alone, old before new."""
    i = j = 0
    for link in (*links, Link(old_length, old_length, new_length, new_length, 0)):
        yield from ((k, None) for k in range(i, link.old_start))
        yield from ((None, k) for k in range(j, link.new_start))
        if link.old_end > link.old_start:
            yield link.old_start, link.new_start
        i, j = link.old_end, link.new_end


def _pair_columns(units: Units, old: Table, new: Table) -> dict[int, int]:
    olds, news = _columns(units, old), _columns(units, new)
    links = filled(pair(olds, news, splits=False), olds, news, lambda _old, _new: True)
    return {link.old_start: link.new_start for link in links}


def _columns(units: Units, table: Table) -> list[AnyUnit]:
    columns: list[list[Cell]] = []
    for row in table.rows:
        for cell, start in _placed(row):
            columns += [[] for _ in range(start + cell.columns - len(columns))]
            columns[start].append(cell)
    return [units.column(cells) for cells in columns]


def _placed(row: Row) -> Iterator[tuple[Cell, int]]:
    """Yield the cells with the column at which each begins."""
    start = 0
    for cell in row.cells:
        yield cell, start
        start += max(cell.columns, 1)


def _pair_cells(old: Row, new: Row, columns: dict[int, int]) -> Iterator[CellPair]:
    """Yield the cells of both rows: together if they have a column in common, and none crosses."""
    links: list[Link] = []
    at_column = {
        start + k: j for j, (cell, start) in enumerate(_placed(new)) for k in range(max(cell.columns, 1))
    }
    least = 0
    for i, (cell, start) in enumerate(_placed(old)):
        spanned = (columns.get(start + k) for k in range(max(cell.columns, 1)))
        places = (at_column[column] for column in spanned if column is not None and column in at_column)
        j = next((place for place in places if place >= least), None)
        if j is not None:
            links.append(Link(i, i + 1, j, j + 1, 0))
            least = j + 1
    for one, two in _in_order(links, len(old.cells), len(new.cells)):
        yield (
            old.cells[one] if one is not None else None,
            new.cells[two] if two is not None else None,
        )
