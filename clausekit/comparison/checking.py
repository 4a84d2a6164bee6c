"""Whether flows say what they must: each text can be read off, and what is called the same is the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from clausekit.comparison.flow import (
    Arrival,
    CellDeleted,
    CellInserted,
    CellMatched,
    Deleted,
    Departure,
    Flow,
    Flows,
    Inserted,
    Matched,
    RowDeleted,
    RowInserted,
    RowMatched,
    Same,
    TableMatched,
)
from clausekit.reading import PARAGRAPH_MARK, Block, Cell, Passage, Reading, Row


def faults(flows: Flows, old: Reading, new: Reading) -> list[str]:
    """Return in words what is wrong with the flows of two readings; nothing if they are sound."""
    found = [*_story("body", flows.body, old.body, new.body)]
    for one, two, flow in flows.notes:
        found += _story(f"note {one} {two}", flow, old.notes.get(one or "", ()), new.notes.get(two or "", ()))
    found += _each_once(
        "old notes", [one for one, _, _ in flows.notes if one], list(old.notes), ordered=False
    )
    found += _each_once(
        "new notes", [two for _, two, _ in flows.notes if two], list(new.notes), ordered=False
    )
    old_margins = [block for blocks in old.margins.values() for block in blocks]
    new_margins = [block for blocks in new.margins.values() for block in blocks]
    flow = tuple(step for _, steps in flows.margins for step in steps)
    found += _each_once("old margins", _blocks(flow, "old"), old_margins, ordered=False)
    found += _each_once("new margins", _blocks(flow, "new"), new_margins, ordered=False)
    return [*found, *_steps(flow)]


def _story(name: str, flow: Flow, old: Sequence[Block], new: Sequence[Block]) -> Iterator[str]:
    yield from _each_once(f"old {name}", _blocks(flow, "old"), old)
    yield from _each_once(f"new {name}", _blocks(flow, "new"), new)
    departures = [step.move for step in flow if isinstance(step, Departure)]
    arrivals = [step.move for step in flow if isinstance(step, Arrival)]
    if sorted(map(id, departures)) != sorted(map(id, arrivals)) or len(set(departures)) != len(departures):
        yield f"{name}: departures and arrivals do not answer to each other"
    yield from _steps(flow)


def _each_once(
    name: str, found: Iterable[object], wanted: Sequence[object], *, ordered: bool = True
) -> Iterator[str]:
    got = [_identity(item) for item in found]
    must = [_identity(item) for item in wanted]
    if got != must if ordered else sorted(got, key=str) != sorted(must, key=str):
        yield f"{name}: {len(got)} of {len(must)}, or another order"


def _identity(item: object) -> object:
    return item if isinstance(item, str) else id(item)


def _blocks(flow: Flow, side: str) -> Iterator[Block]:
    """Yield what can be read off a flow of one text."""
    for step in flow:
        if isinstance(step, Matched):
            yield from step.olds if side == "old" else step.news
        elif isinstance(step, TableMatched):
            yield step.old if side == "old" else step.new
        elif isinstance(step, Deleted if side == "old" else Inserted):
            yield step.block
        elif isinstance(step, Departure if side == "old" else Arrival):
            yield from _blocks(step.move.flow, side)


def _steps(flow: Flow) -> Iterator[str]:
    for step in flow:
        if isinstance(step, Matched):
            yield from _matched(step)
        elif isinstance(step, TableMatched):
            yield from _table(step)
        elif isinstance(step, Departure):
            if any(isinstance(inner, Departure | Arrival) for inner in step.move.flow):
                yield "a move within a move"
            yield from _steps(step.move.flow)


def _matched(step: Matched) -> Iterator[str]:
    old, new = _text(step.olds), _text(step.news)
    if len(step.olds) != 1 and len(step.news) != 1:
        yield f"several answer to several: {old[:40]!r}"
    i = j = 0
    for op in step.ops:
        if (op.old_start, op.new_start) != (i, j) or op.old_end < i or op.new_end < j:
            yield f"ops leave a gap at {i}, {j} of {old[:40]!r}"
        i, j = op.old_end, op.new_end
        if isinstance(op, Same):
            if old[op.old_start : i] != new[op.new_start : j]:
                yield f"not the same: {old[op.old_start : i]!r}, {new[op.new_start : j]!r}"
        elif op.old_start == i and op.new_start == j:
            yield f"an empty change at {i}, {j} of {old[:40]!r}"
    if (i, j) != (len(old), len(new)):
        yield f"ops end at {i}, {j} of {old[:40]!r}"
    same = [op for op in step.ops if isinstance(op, Same)]
    for reformat in step.reformats:
        if not any(
            op.old_start <= reformat.old_start
            and reformat.old_end <= op.old_end
            and reformat.new_start - reformat.old_start == op.new_start - op.old_start
            for op in same
        ):
            yield f"a change of looks outside of what is the same in {old[:40]!r}"


def _text(passages: Sequence[Passage]) -> str:
    return PARAGRAPH_MARK.join(passage.text for passage in passages)


def _table(step: TableMatched) -> Iterator[str]:
    old_rows: list[Row] = []
    new_rows: list[Row] = []
    for row in step.rows:
        if isinstance(row, RowMatched | RowDeleted):
            old_rows.append(row.old if isinstance(row, RowMatched) else row.row)
        if isinstance(row, RowMatched | RowInserted):
            new_rows.append(row.new if isinstance(row, RowMatched) else row.row)
        if isinstance(row, RowMatched):
            yield from _row(row)
    yield from _each_once("old rows", old_rows, step.old.rows)
    yield from _each_once("new rows", new_rows, step.new.rows)


def _row(row: RowMatched) -> Iterator[str]:
    olds: list[Cell] = []
    news: list[Cell] = []
    for cell in row.cells:
        if isinstance(cell, CellMatched | CellDeleted):
            olds.append(cell.old if isinstance(cell, CellMatched) else cell.cell)
        if isinstance(cell, CellMatched | CellInserted):
            news.append(cell.new if isinstance(cell, CellMatched) else cell.cell)
        if isinstance(cell, CellMatched):
            yield from _story("cell", cell.flow, cell.old.blocks, cell.new.blocks)
    yield from _each_once("old cells", olds, row.old.cells)
    yield from _each_once("new cells", news, row.new.cells)
