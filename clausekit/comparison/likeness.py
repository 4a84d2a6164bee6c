"""How much two texts have in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausekit.comparison.flow import (
    CellDeleted,
    CellMatched,
    Deleted,
    Departure,
    Flow,
    Flows,
    Matched,
    RowDeleted,
    RowMatched,
    Same,
    TableMatched,
)
from clausekit.reading import PARAGRAPH_MARK, Block, Passage


def alike(flows: Flows) -> float:
    """Return the share of the old words that are the same in the new text, moved or not; 1.0 for no words.

    Near 0, two texts have nothing in common and a comparison of them says nothing.
    """
    same = total = 0
    for kept, text in _read_off(flows.body):
        words = text.count(" ") + 1 if text else 0
        total += words
        same += words if kept else 0
    return same / total if total else 1.0


def _read_off(flow: Flow) -> Iterator[tuple[bool, str]]:
    """Yield the old text piece by piece, and whether the new one has it too."""
    for step in flow:
        if isinstance(step, Matched):
            old = PARAGRAPH_MARK.join(passage.text for passage in step.olds)
            yield from ((isinstance(op, Same), old[op.old_start : op.old_end].strip()) for op in step.ops)
        elif isinstance(step, Deleted):
            yield from ((False, text) for text in _texts((step.block,)))
        elif isinstance(step, Departure):
            yield from _read_off(step.move.flow)
        elif isinstance(step, TableMatched):
            for row in step.rows:
                if isinstance(row, RowDeleted):
                    yield from ((False, text) for cell in row.row.cells for text in _texts(cell.blocks))
                elif isinstance(row, RowMatched):
                    for cell in row.cells:
                        if isinstance(cell, CellMatched):
                            yield from _read_off(cell.flow)
                        elif isinstance(cell, CellDeleted):
                            yield from ((False, text) for text in _texts(cell.cell.blocks))


def _texts(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Passage):
            yield block.text
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from _texts(cell.blocks)
