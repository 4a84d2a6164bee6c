"""Whether two readings say the same to a reader, whoever wrote the files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from clausekit.reading import Block, Passage, Reading, Span, Table

_ASPECTS = (
    "text", "style", "level", "alignment", "indent", "first_line", "label", "number", "typed", "division",
    "heading", "contents", "term", "bookmarks",
)  # fmt: skip


def differences(one: Reading, other: Reading) -> list[str]:
    """Return all in which two readings differ, but for what says where a text came from."""
    stories = zip_longest(_stories(one), _stories(other), fillvalue=("missing", ()))
    return [
        difference
        for (name, blocks), (other_name, other_blocks) in stories
        for difference in (
            [f"{name} is {other_name}"] if name != other_name else _between(blocks, other_blocks)
        )
    ]


def _stories(reading: Reading) -> Iterator[tuple[str, Sequence[Block]]]:
    yield "body", reading.body
    for place, blocks in enumerate(reading.notes.values()):
        yield f"note {place}", blocks
    yield from reading.margins.items()


def _between(blocks: Sequence[Block], others: Sequence[Block]) -> Iterator[str]:
    for block, other in zip_longest(blocks, others):
        if isinstance(block, Passage) and isinstance(other, Passage):
            yield from _between_passages(block, other)
        elif isinstance(block, Table) and isinstance(other, Table):
            yield from _between_tables(block, other)
        else:
            yield f"{block} is {other}"


def _between_passages(one: Passage, other: Passage) -> Iterator[str]:
    for aspect in _ASPECTS:
        if getattr(one, aspect) != getattr(other, aspect):
            yield f"{one.text[:40]}: {aspect} {getattr(one, aspect)} is {getattr(other, aspect)}"
    if _spans(one) != _spans(other):
        yield f"{one.text[:40]}: {_spans(one)} is {_spans(other)}"


def _spans(passage: Passage) -> list[Span]:
    """Return the spans without what says where they came from, joined where they are alike then."""
    found: list[Span] = []
    for span in passage.spans:
        bare = replace(span, parameter="", note="note" if span.note else "")
        alike = found and replace(found[-1], start=0, end=0) == replace(bare, start=0, end=0)
        if alike and not bare.reference and not bare.note and not bare.object:
            bare = replace(bare, start=found.pop().start)
        found.append(bare)
    return found


def _between_tables(one: Table, other: Table) -> Iterator[str]:
    if (one.style, one.division, len(one.rows)) != (other.style, other.division, len(other.rows)):
        yield f"{one} is {other}"
        return
    for row, other_row in zip(one.rows, other.rows, strict=True):
        shape = [(cell.columns, cell.merged) for cell in row.cells]
        if (row.header, shape) != (
            other_row.header,
            [(cell.columns, cell.merged) for cell in other_row.cells],
        ):
            yield f"{row} is {other_row}"
            continue
        for cell, other_cell in zip(row.cells, other_row.cells, strict=True):
            yield from _between(cell.blocks, other_cell.blocks)
