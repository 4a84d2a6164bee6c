"""The changed places of a flow, with the paragraphs that they are in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from clausekit.comparison.flow import (
    Anchor,
    Arrival,
    CellMatched,
    Change,
    Deleted,
    Departure,
    Flow,
    Flows,
    Inserted,
    Matched,
    RowMatched,
    TableMatched,
)
from clausekit.reading import Passage


def terms(flows: Flows) -> dict[Anchor, str]:
    """Return for each changed place in a definition the term that is defined there.

    What stands below a definition, up to the next one or the next heading, may belong to it: a change there
    has its term as well.
    """
    found: dict[Anchor, str] = {}
    term = ""
    for anchor, passage in _in_paragraphs(flows.body):
        term = passage.term or ("" if passage.heading else term)
        if anchor and term:
            found[anchor] = term
    return found


def _in_paragraphs(flow: Flow) -> Iterator[tuple[Anchor | None, Passage]]:
    """Yield each paragraph, and each again with each change in it."""
    for step in flow:
        match step:
            case Matched():
                passage = step.news[0] if step.news[0].term else step.olds[0]
                yield None, passage
                yield from ((op, passage) for op in step.ops if isinstance(op, Change))
                yield from ((reformat, passage) for reformat in step.reformats)
                yield from ((relaid, passage) for relaid in step.relaid)
            case Inserted() | Deleted():
                if isinstance(step.block, Passage):
                    yield step, step.block
            case TableMatched():
                rows = (row for row in step.rows if isinstance(row, RowMatched))
                cells = (cell for row in rows for cell in row.cells if isinstance(cell, CellMatched))
                for cell in cells:
                    yield from _in_paragraphs(cell.flow)
            case Arrival():
                yield from _in_paragraphs(step.move.flow)
            case Departure():
                pass
            case _:
                assert_never(step)
