"""From the flows of a comparison to the text with its changes.

Moved text is told where it stood and where it stands; what is told of a change beside its words is its edit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Literal, assert_never

from clausekit.comparison.edits import Comparison, Edit
from clausekit.comparison.flow import (
    Arrival,
    CellDeleted,
    CellInserted,
    CellMatched,
    CellStep,
    Change,
    Deleted,
    Departure,
    Flow,
    Inserted,
    Matched,
    RowDeleted,
    RowInserted,
    RowMatched,
    RowStep,
    Same,
    Step,
    TableMatched,
)
from clausekit.reading import PARAGRAPH_MARK, Block, Cell, Passage, Row, Table
from clausekit.reports.folding import folded, folded_rows
from clausekit.reports.looks import look_change
from clausekit.reports.marked import (
    Line,
    MarkedCell,
    MarkedRow,
    MarkedTable,
    MarkedText,
    Piece,
    Sign,
    all_rows,
)
from clausekit.reports.phrases import clean

_BLANKS = " \u00a0\t"
_VISIBLE = str.maketrans({" ": "␣", "\u00a0": "⍽", "\t": "⇥"})


def marked_texts(comparison: Comparison) -> tuple[MarkedText, ...]:
    """Return the body, and those notes, headers and footers in which something changed."""
    marker = _Marker(comparison)
    flows = comparison.flows
    notes = [(_note_name(old, new), flow) for old, new, flow in flows.notes]
    stories = [("", flows.body), *notes, *((_margin_name(key), flow) for key, flow in flows.margins)]
    marked = ((name, [*_seen_blocks(marker.flow(flow))]) for name, flow in stories)
    return tuple(
        MarkedText(name, tuple(folded(blocks)))
        for name, blocks in marked
        if any(block.edits for block in blocks)
    )


def _seen_blocks(blocks: Iterable[Line | MarkedTable]) -> Iterator[Line | MarkedTable]:
    """Yield all but empty paragraphs that did not change."""
    for block in blocks:
        if isinstance(block, MarkedTable) or block.pieces or block.label or block.edits:
            yield block


def _note_name(old: str | None, new: str | None) -> str:
    kind, _, number = (new or old or "").partition(":")
    return f"{kind.capitalize()} {number}".strip()


def _margin_name(key: str) -> str:
    """Return the name of a margin from its key ("2:header:first")."""
    section, kind, page = [*key.split(":"), "", ""][:3]
    pages = {"first": " of the first page", "even": " of even pages"}.get(page, "")
    return f"{kind.capitalize()}{pages}, section {section}"


class _Marker:
    """Turns the flows of one comparison into marked blocks."""

    def __init__(self, comparison: Comparison) -> None:
        self._edits = comparison.by_anchor
        self._tracked = comparison.tracked

    def flow(self, flow: Flow) -> Iterator[Line | MarkedTable]:
        for step in flow:
            yield from self._step(step)

    def _step(self, step: Step) -> Iterator[Line | MarkedTable]:
        match step:
            case Matched():
                yield self._matched(step)
            case TableMatched():
                yield self._table(step)
            case Inserted():
                yield from _whole(step.block, "inserted", self._edits.get(step))
            case Deleted():
                yield from _whole(step.block, "deleted", self._edits.get(step))
            case Departure():
                yield from self._departed(step)
            case Arrival():
                yield from self._arrived(step)
            case _:
                assert_never(step)

    # moves

    def _departed(self, step: Departure) -> Iterator[Line | MarkedTable]:
        edit = self._edits.get(step.move)
        elsewhere = edit.new.number if edit and edit.new else ""
        olds = [line for block in _old_blocks(step.move.flow) for line in _whole(block, "same", None)]
        for place, block in enumerate(olds):
            edits = (edit,) if edit and place == 0 else ()
            yield _moved(block, "from", elsewhere, edits)

    def _arrived(self, step: Arrival) -> Iterator[Line | MarkedTable]:
        edit = self._edits.get(step.move)
        elsewhere = edit.old.number if edit and edit.old else ""
        for place, block in enumerate(self.flow(step.move.flow)):
            edits = (edit, *block.edits) if edit and place == 0 else block.edits
            yield _moved(block, "to", elsewhere, edits)

    # paragraphs

    def _matched(self, step: Matched) -> Line:
        old_text = PARAGRAPH_MARK.join(passage.text for passage in step.olds)
        new_text = PARAGRAPH_MARK.join(passage.text for passage in step.news)
        pieces = [piece for op in step.ops for piece in self._op(op, step, old_text, new_text)]
        first = step.news[0]
        edits = [piece.edit for piece in pieces if piece.edit]
        looks: list[tuple[int, str]] = []
        for reformat in step.reformats:
            if edit := self._edits.get(reformat):
                words = new_text[reformat.new_start : reformat.new_end]
                looks.append((edit.id, look_change(reformat.old, reformat.new, words)))
        for relaid in step.relaid:
            if edit := self._edits.get(relaid):
                edits.append(edit)
                looks.append((edit.id, f"of the paragraph: {', '.join(relaid.what)}"))
        edits += (edit for passage in step.news for edit in self._tracked.get(passage, ()))
        return Line(
            _label(step.olds[0], first),
            tuple(pieces),
            depth=_depth(first),
            heading=first.heading,
            edits=_that_count(edits),
            looks=tuple(looks),
            level=first.level or 0,
        )

    def _op(self, op: Same | Change, step: Matched, old_text: str, new_text: str) -> Iterator[Piece]:
        if isinstance(op, Change):
            edit = self._edits.get(op)
            if op.old_start < op.old_end:
                yield Piece(_seen(step.olds, old_text, op.old_start, op.old_end), "deleted", edit)
            if op.new_start < op.new_end:
                yield Piece(_seen(step.news, new_text, op.new_start, op.new_end), "inserted", edit)
            return
        place = op.new_start
        for reformat in step.reformats:
            if op.new_start <= reformat.new_start and reformat.new_end <= op.new_end:
                if place < reformat.new_start:
                    yield Piece(clean(new_text[place : reformat.new_start]))
                words = clean(new_text[reformat.new_start : reformat.new_end])
                yield Piece(words, "formatted", self._edits.get(reformat))
                place = reformat.new_end
        if place < op.new_end:
            yield Piece(clean(new_text[place : op.new_end]))

    # tables

    def _table(self, step: TableMatched) -> MarkedTable:
        rows = [self._row(row) for row in step.rows]
        edits = tuple(dict.fromkeys(edit for row in rows for edit in row.edits))
        return MarkedTable(tuple(folded_rows(rows)), edits=edits)

    def _row(self, step: RowStep) -> MarkedRow:
        match step:
            case RowMatched():
                cells = tuple(self._cell(cell) for cell in step.cells)
                own = [edit for cell in step.cells if (edit := self._own(cell))]
                inner = [edit for cell in cells for line in cell.lines for edit in line.edits]
                return MarkedRow(cells, header=step.new.header, edits=_that_count([*own, *inner]))
            case RowInserted():
                return _whole_row(step.row, "inserted", self._edits.get(step))
            case RowDeleted():
                return _whole_row(step.row, "deleted", self._edits.get(step))
            case _:
                assert_never(step)

    def _own(self, step: CellStep) -> Edit | None:
        return None if isinstance(step, CellMatched) else self._edits.get(step)

    def _cell(self, step: CellStep) -> MarkedCell:
        match step:
            case CellMatched():
                return MarkedCell(tuple(_drawn_out(self.flow(step.flow))), columns=step.new.columns)
            case CellInserted():
                return _whole_cell(step.cell, "inserted", self._edits.get(step))
            case CellDeleted():
                return _whole_cell(step.cell, "deleted", self._edits.get(step))
            case _:
                assert_never(step)


# whole blocks


def _whole(block: Block, sign: Sign, edit: Edit | None) -> Iterator[Line | MarkedTable]:
    edits = _that_count([edit] if edit else [])
    if isinstance(block, Table):
        rows = tuple(_whole_row(row, sign, edit) for row in block.rows)
        if rows:
            yield MarkedTable(rows, sign, edits)
    else:
        label = (Piece(_native(block), sign, edit),) if _native(block) else ()
        words = clean(block.text) or ("" if sign == "same" else "¶")
        text = (Piece(words, sign, edit),) if words else ()
        yield Line(label, text, sign, _depth(block), block.heading, edits=edits, level=block.level or 0)


def _whole_row(row: Row, sign: Sign, edit: Edit | None) -> MarkedRow:
    cells = tuple(_whole_cell(cell, sign, edit) for cell in row.cells)
    return MarkedRow(cells, sign, row.header, _that_count([edit] if edit else []))


def _whole_cell(cell: Cell, sign: Sign, edit: Edit | None) -> MarkedCell:
    filled = (block for block in cell.blocks if isinstance(block, Table) or block.text)
    blocks = (marked for block in filled for marked in _whole(block, sign, edit))
    return MarkedCell(tuple(_drawn_out(blocks)), sign, cell.columns)


def _drawn_out(blocks: Iterator[Line | MarkedTable]) -> Iterator[Line]:
    """Yield the paragraphs of a cell, with those of tables inside it."""
    for block in blocks:
        if isinstance(block, Line):
            yield block
        else:
            for row in all_rows(block):
                yield from (line for cell in row.cells for line in cell.lines)


def _moved(
    block: Line | MarkedTable, moved: Literal["from", "to"], elsewhere: str, edits: tuple[Edit, ...]
) -> Line | MarkedTable:
    if isinstance(block, Line):
        return replace(block, moved=moved, elsewhere=elsewhere, edits=edits)
    return replace(block, moved=moved, edits=edits)


def _old_blocks(flow: Flow) -> Iterator[Block]:
    """Yield what stood in the old text."""
    for step in flow:
        match step:
            case Matched():
                yield from step.olds
            case TableMatched():
                yield step.old
            case Deleted():
                yield step.block
            case Departure():
                yield from _old_blocks(step.move.flow)
            case Inserted() | Arrival():
                pass
            case _:
                assert_never(step)


def _label(old: Passage, new: Passage) -> tuple[Piece, ...]:
    """Return the number before a paragraph that both texts have; one typed by hand stands in its text."""
    was, now = _native(old), _native(new)
    if was == now:
        return (Piece(now),) if now else ()
    removed = (Piece(was, "deleted"),) if was else ()
    added = (Piece(now, "inserted"),) if now else ()
    return (*removed, *added)


def _native(passage: Passage) -> str:
    return "" if passage.typed else clean(passage.label)


def _seen(passages: Sequence[Passage], text: str, start: int, end: int) -> str:
    """Return changed words so that a reader sees them: blanks alone, and where a new paragraph begins."""
    words = text[start:end]
    if not words.strip(_BLANKS):
        words = words.translate(_VISIBLE)
    first, *others = words.split(PARAGRAPH_MARK)
    begun = text.count(PARAGRAPH_MARK, 0, start)
    for place, other in enumerate(others, start=begun + 1):
        first += f"¶\n{_native(passages[place])} {other}"
    return clean(first)


def _depth(passage: Passage) -> int:
    """Return how far in a paragraph stands: as deep as its number is long, whatever list it is in."""
    if passage.heading:
        return 0
    number = passage.number
    return number.rstrip(".").count(".") + number.count("(") if number else passage.level or 0


def _that_count(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    return tuple(dict.fromkeys(edit for edit in edits if edit.layer != "following"))
