"""Two readings laid side by side: one flow of steps from which either can be read off.

A flow goes through old and new text at once. Leaving out what is only new gives the old text, leaving out
what is only old gives the new one, each block once and in its order; that is checked, not hoped. The steps
say what happened to each block and, inside a matched one, to each character; why it happened is found out
later (``layers``), and written in ``edits`` under the very objects of the flow: all of them are equal only
to themselves.

A move stands in the flow twice, as a ``Departure`` where the text was and an ``Arrival`` where it is; what
was edited on the way is in the move's own flow.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from clausekit.reading import Block, Cell, Look, Passage, Row, Table

ChangeKind = Literal["words", "space", "number", "reference", "note"]
"""What differs: words, only blanks, a number typed by hand, the text of a reference, a note's mark."""


@dataclass(frozen=True, slots=True, eq=False)
class Same:
    """Characters that are the same in both: ranges of equal length in the old and the new text."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


@dataclass(frozen=True, slots=True, eq=False)
class Change:
    """Characters that differ: an old range, a new range; one of them may be empty.

    Of kind ``number`` or ``reference`` it follows from a change elsewhere: the passage, or the target of
    the reference, is the same one as before under another number.
    """

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    kind: ChangeKind = "words"


Op: TypeAlias = Same | Change


@dataclass(frozen=True, slots=True, eq=False)
class Reformat:
    """Characters that are the same but look different; the ranges lie within one ``Same``."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    old: Look
    new: Look


@dataclass(frozen=True, slots=True, eq=False)
class Relaid:
    """A paragraph whose style, list level, alignment or indents changed; ``what`` names which of these."""

    old: Passage
    new: Passage
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Matched:
    """Passages that answer to each other: one to one, one to several (split) or several to one (joined).

    ``ops`` cover the old and the new text without gaps, in order; each text is that of its passages with a
    ``PARAGRAPH_MARK`` between one and the next.
    """

    olds: tuple[Passage, ...]
    news: tuple[Passage, ...]
    ops: tuple[Op, ...]
    reformats: tuple[Reformat, ...] = ()
    relaid: tuple[Relaid, ...] = ()

    @property
    def unchanged(self) -> bool:
        """Whether nothing at all differs, not even a number that follows."""
        return not (self.reformats or self.relaid or any(isinstance(op, Change) for op in self.ops))


@dataclass(frozen=True, slots=True, eq=False)
class Inserted:
    """A paragraph or table that only the new text has."""

    block: Block


@dataclass(frozen=True, slots=True, eq=False)
class Deleted:
    """A paragraph or table that only the old text has."""

    block: Block


@dataclass(frozen=True, slots=True, eq=False)
class CellMatched:
    """Cells that answer to each other, and the flow of their content."""

    old: Cell
    new: Cell
    flow: Flow


@dataclass(frozen=True, slots=True, eq=False)
class CellInserted:
    """A cell that only the new row has (of a column that was put in)."""

    cell: Cell


@dataclass(frozen=True, slots=True, eq=False)
class CellDeleted:
    """A cell that only the old row has."""

    cell: Cell


CellStep: TypeAlias = CellMatched | CellInserted | CellDeleted


@dataclass(frozen=True, slots=True, eq=False)
class RowMatched:
    """Rows that answer to each other, cell by cell."""

    old: Row
    new: Row
    cells: tuple[CellStep, ...]


@dataclass(frozen=True, slots=True, eq=False)
class RowInserted:
    """A row that only the new table has."""

    row: Row


@dataclass(frozen=True, slots=True, eq=False)
class RowDeleted:
    """A row that only the old table has."""

    row: Row


RowStep: TypeAlias = RowMatched | RowInserted | RowDeleted


@dataclass(frozen=True, slots=True, eq=False)
class TableMatched:
    """Tables that answer to each other, row by row."""

    old: Table
    new: Table
    rows: tuple[RowStep, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Move:
    """Text that stands elsewhere now; its flow has no departures or arrivals of its own."""

    flow: Flow


@dataclass(frozen=True, slots=True, eq=False)
class Departure:
    """Where moved text stood in the old text."""

    move: Move


@dataclass(frozen=True, slots=True, eq=False)
class Arrival:
    """Where moved text stands in the new text."""

    move: Move


Step: TypeAlias = Matched | TableMatched | Inserted | Deleted | Departure | Arrival
Flow: TypeAlias = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Flows:
    """The flows of two whole readings.

    ``notes`` are the flows of footnotes by the keys of the old and the new one, None where only one has it;
    ``margins`` those of headers and footers by their key. With ``ignore_spaces`` changes of kind ``space``
    are in the flows, which are exact, but not to be reported.
    """

    body: Flow
    notes: tuple[tuple[str | None, str | None, Flow], ...] = ()
    margins: tuple[tuple[str, Flow], ...] = ()
    ignore_spaces: bool = False

    @property
    def unchanged(self) -> bool:
        """Whether nothing at all differs between the readings."""
        notes = (flow for _, _, flow in self.notes)
        margins = (flow for _, flow in self.margins)
        return not any(map(is_changed, (self.body, *notes, *margins)))


def is_changed(flow: Flow) -> bool:
    """Return whether anything differs in a flow."""
    return any(not _is_same(step) for step in flow)


def _is_same(step: Step) -> bool:
    if isinstance(step, Matched):
        return step.unchanged
    return isinstance(step, TableMatched) and all(
        isinstance(row, RowMatched) and all(map(_is_same_cell, row.cells)) for row in step.rows
    )


def _is_same_cell(step: CellStep) -> bool:
    return (
        isinstance(step, CellMatched) and not is_changed(step.flow) and step.old.columns == step.new.columns
    )


Anchor: TypeAlias = (
    Change
    | Reformat
    | Relaid
    | Inserted
    | Deleted
    | Move
    | RowInserted
    | RowDeleted
    | CellInserted
    | CellDeleted
)
"""What an edit can be about."""
