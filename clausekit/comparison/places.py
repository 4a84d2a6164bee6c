"""Where an edit is, in words: number, heading, clause, cell, and the part of the document."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.comparison.clauses import Outline, Unit
from clausekit.comparison.edits import Place
from clausekit.comparison.spots import Spot, passages_in
from clausekit.comparison.visits import CellAt, heading_row
from clausekit.reading import Cell, Passage, Reading, Row, Table

_LONGEST_LABEL = 60


def full_number(passage: Passage) -> str:
    """Return a passage's number with the division in which it is unique: "Schedule 2, 3.1"; "" if none."""
    number, division = passage.number, passage.division
    if passage.heading == 1 or not number:
        return division or number if passage.heading == 1 else ""
    return f"{division}, {number}" if division else number


class Places:
    """Finds the places of one text."""

    def __init__(self, reading: Reading, outline: Outline) -> None:
        self._reading = reading
        self._outline = outline
        self._hosts = {
            span.note: passage for passage in outline.passages for span in passage.spans if span.note
        }

    def passages(self, clause: str) -> Iterator[Passage]:
        """Yield the passages of a clause of the library, with its notes; of "" those outside of clauses."""
        for unit in self._outline.units_from.get(clause, ()):
            for passage in passages_in(() if unit.contents else unit.blocks):
                yield passage
                for span in passage.spans:
                    if span.note:
                        yield from passages_in(self._reading.notes.get(span.note, ()))

    def unit(self, spot: Spot) -> Unit | None:
        """Return the clause in which a spot is; that of a note is where its mark stands."""
        for passage in spot.passages:
            if unit := self._outline.unit_of.get(self._hosts.get(spot.part, passage)):
                return unit
        return self._outline.unit_of.get(spot.block) if isinstance(spot.block, Table) else None

    def divisions(self, unit: Unit) -> Iterator[tuple[Unit, ...]]:
        """Yield the units of the schedule in which a unit stands, then those of the part of it."""
        if unit.root is None:
            return
        schedule = tuple(each for each in self._outline.units if each.root is unit.root)
        yield schedule
        starts = [place for place, each in enumerate(schedule) if each.is_division]
        start = max(place for place in starts if place <= schedule.index(unit))
        stop = next((place for place in starts if place > start), len(schedule))
        if start:
            yield schedule[start:stop]

    def of_spot(self, spot: Spot) -> Place:
        """Return the place of a stretch of text."""
        cell = _cell(spot.cell) if spot.cell else ""
        return self._place(spot.passage, self.unit(spot), cell, spot.part)

    def of_passage(self, passage: Passage) -> Place:
        """Return the place of a passage in the body."""
        return self._place(passage, self._outline.unit_of.get(passage), "", "")

    def of_unit(self, unit: Unit) -> Place:
        """Return the place of a clause or schedule."""
        return self._place(unit.heading or unit.first, unit, "", "")

    def _place(self, passage: Passage | None, unit: Unit | None, cell: str, part: str) -> Place:
        host = self._hosts.get(part, passage)
        numbered = self._outline.numbered_before.get(host, host) if host else None
        number = full_number(numbered) if numbered else ""
        if not number and unit and unit.heading:
            number = full_number(unit.heading)
        heading = " ".join(unit.heading.words.split()) if unit and unit.heading else ""
        return Place(number, heading, unit.origin.id if unit else "", cell, self._part(part))

    def _part(self, key: str) -> str:
        """Return what people call a note or a margin."""
        if not key:
            return ""
        if key in self._reading.notes:
            return key.replace(":", " ")
        return next((kind for kind in ("header", "footer") if kind in key), key)


def _cell(at: CellAt) -> str:
    """Return the label of the row and the heading of the column in which a cell is."""
    if not at.table.rows:
        return ""
    head = heading_row(at.table)
    row = at.table.rows[at.row]
    column = "" if at.column is None else _label(_cell_in(head, at.column))
    row_label = "" if row is head or not row.cells else _label(row.cells[0])
    if at.column == 0:
        return row_label or column
    return ", ".join(label for label in (row_label, column) if label)


def _cell_in(row: Row, column: int) -> Cell | None:
    """Return the cell of a row that covers a column of the grid."""
    at = 0
    for cell in row.cells:
        at += cell.columns
        if column < at:
            return cell
    return None


def _label(cell: Cell | None) -> str:
    blocks = cell.blocks if cell else ()
    words = " ".join(" ".join(block.words.split()) for block in blocks if isinstance(block, Passage))
    return words if len(words) <= _LONGEST_LABEL else f"{words[: _LONGEST_LABEL - 1].rstrip()}…"
