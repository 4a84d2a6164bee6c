"""Flows written out for people, and how much they mark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from clausekit.comparison.flow import (
    Arrival,
    CellInserted,
    CellMatched,
    Change,
    Deleted,
    Departure,
    Flow,
    Inserted,
    Matched,
    RowDeleted,
    RowInserted,
    RowMatched,
    Step,
    TableMatched,
)
from clausekit.reading import PARAGRAPH_MARK, Block, Passage

FOLLOWS = ("number", "reference")
_AS_WRITTEN = dict(zip(map(ord, "\ue010\ue011\ue012\ue013\ue014\ue015\ue016\ue017"), "[]{}+-<>", strict=True))
_OPEN, _CLOSE, _OPEN_FOLLOWS, _CLOSE_FOLLOWS, _PLUS, _MINUS, _LEFT, _ARRIVED = map(chr, _AS_WRITTEN)
_MARKS = frozenset(map(chr, _AS_WRITTEN))
"""Marks that no text has, until the lines are chosen."""
_WORD = re.compile(r"\w+(?:['’.,/-]\w+)*")


def written(flow: Flow) -> str:
    """Return the flow line by line: "the [old-new] words", "+ inserted", "- deleted", "< left", "> arrived".

    What merely follows is in braces: "clause {7-8}".
    """
    return _readable(line for step in flow for line in _lines(step))


def changed(flow: Flow) -> str:
    """Return the lines of ``written`` that are marked."""
    return _readable(line for step in flow for line in _lines(step) if _MARKS.intersection(line))


def _readable(lines: Iterable[str]) -> str:
    return "\n".join(lines).translate(_AS_WRITTEN)


def marked_words(flow: Flow) -> int:
    """Return how many words are marked; what merely follows and what only moved is not."""
    return sum(count_words(text) for text in _marked(flow))


def count_words(text: str) -> int:
    """Return the number of words of a text."""
    return len(_WORD.findall(text))


def _lines(step: Step) -> Iterator[str]:
    if isinstance(step, Matched):
        yield _matched(step)
    elif isinstance(step, Inserted):
        yield f"{_PLUS} {_text(step.block)}"
    elif isinstance(step, Deleted):
        yield f"{_MINUS} {_text(step.block)}"
    elif isinstance(step, Departure):
        yield from (f"{_LEFT} {line}" for inner in step.move.flow for line in _lines(inner))
    elif isinstance(step, Arrival):
        yield from (f"{_ARRIVED} {line}" for inner in step.move.flow for line in _lines(inner))
    else:
        yield from _table(step)


def _matched(step: Matched) -> str:
    old = PARAGRAPH_MARK.join(passage.text for passage in step.olds)
    new = PARAGRAPH_MARK.join(passage.text for passage in step.news)
    pieces = []
    for op in step.ops:
        one, two = old[op.old_start : op.old_end], new[op.new_start : op.new_end]
        if isinstance(op, Change):
            follows = op.kind in FOLLOWS
            first, last = (_OPEN_FOLLOWS, _CLOSE_FOLLOWS) if follows else (_OPEN, _CLOSE)
            pieces.append(f"{first}{one}-{two}{last}")
        else:
            pieces.append(one)
    return "".join(pieces).replace(PARAGRAPH_MARK, "¶").replace("\t", " ")


def _table(step: TableMatched) -> Iterator[str]:
    for row in step.rows:
        if isinstance(row, RowInserted | RowDeleted):
            sign = _PLUS if isinstance(row, RowInserted) else _MINUS
            yield f"{sign} | " + " | ".join(_cell_text(cell.blocks) for cell in row.row.cells)
            continue
        cells = []
        for cell in row.cells:
            if isinstance(cell, CellMatched):
                cells.append("\n".join(line for inner in cell.flow for line in _lines(inner)))
            elif isinstance(cell, CellInserted):
                cells.append(f"{_OPEN}-{_cell_text(cell.cell.blocks)}{_CLOSE}")
            else:
                cells.append(f"{_OPEN}{_cell_text(cell.cell.blocks)}-{_CLOSE}")
        yield "| " + " | ".join(cells)


def _cell_text(blocks: tuple[Block, ...]) -> str:
    return " / ".join(_text(block) for block in blocks)


def _text(block: Block) -> str:
    if isinstance(block, Passage):
        return block.text.replace("\t", " ")
    return " / ".join(_cell_text(cell.blocks) for row in block.rows for cell in row.cells)


def _marked(flow: Flow) -> Iterator[str]:
    for step in flow:
        if isinstance(step, Matched):
            old = PARAGRAPH_MARK.join(passage.text for passage in step.olds)
            new = PARAGRAPH_MARK.join(passage.text for passage in step.news)
            for op in step.ops:
                if isinstance(op, Change) and op.kind not in FOLLOWS:
                    yield old[op.old_start : op.old_end]
                    yield new[op.new_start : op.new_end]
        elif isinstance(step, Inserted | Deleted):
            yield step.block.words if isinstance(step.block, Passage) else _text(step.block)
        elif isinstance(step, Departure):
            yield from _marked(step.move.flow)
        elif isinstance(step, TableMatched):
            for row in step.rows:
                if isinstance(row, RowMatched):
                    for cell in row.cells:
                        if isinstance(cell, CellMatched):
                            yield from _marked(cell.flow)
                        else:
                            yield _cell_text(cell.cell.blocks)
                else:
                    yield from (_cell_text(cell.blocks) for cell in row.row.cells)
