"""How a fault gets into a reading: passages are altered, put in and taken out; the rest stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from clausekit.checks.words import Words, whole
from clausekit.reading import Block, Cell, Look, Passage, Reading, Row, Span, Table

PLAIN = Look()


@dataclass(frozen=True)
class Fault:
    """A reading with one fault, and where that has to be found: on some of these words."""

    reading: Reading
    at: tuple[Words, ...]


def altered(passage: Passage, start: int, end: int, new: str) -> Passage:
    """Return a passage with other words in a range of its text; what they replace was no field any more."""
    text = f"{passage.text[:start]}{new}{passage.text[end:]}"
    longer = len(text) - len(passage.text)
    before = [_cut(span, span.start, min(span.end, start)) for span in passage.spans if span.start < start]
    after = [
        replace(
            _cut(span, max(span.start, end), span.end),
            start=max(span.start, end) + longer,
            end=span.end + longer,
        )
        for span in passage.spans
        if span.end > end
    ]
    return replace(passage, text=text, spans=(*before, Span(start, start + len(new), PLAIN), *after))


def _cut(span: Span, start: int, end: int) -> Span:
    """Return what is left of a span; of a field that is cut only words are left."""
    if (start, end) == (span.start, span.end):
        return span
    return Span(start, end, span.look)


def marked(passage: Passage, start: int, end: int, new: str) -> tuple[Passage, Words]:
    """Return a passage with other words in a range, and of those the ones between the marks ⟦ ⟧, else all."""
    before, opened, rest = new.partition("⟦")
    fault, _, after = rest.partition("⟧")
    text = f"{before}{fault}{after}"
    changed = altered(passage, start, end, text)
    if not opened:
        return changed, Words(changed, start, start + len(text))
    return changed, Words(changed, start + len(before), start + len(before) + len(fault))


def put(reading: Reading, change: Mapping[Passage, Sequence[Block]]) -> Reading:
    """Return a reading in which passages are replaced by other blocks, or by none."""
    return replace(reading, body=tuple(_put(reading.body, change)))


def _put(blocks: Iterable[Block], change: Mapping[Passage, Sequence[Block]]) -> list[Block]:
    new: list[Block] = []
    for block in blocks:
        if isinstance(block, Passage):
            new += change.get(block, (block,))
        else:
            new.append(_put_in_table(block, change))
    return new


def _put_in_table(table: Table, change: Mapping[Passage, Sequence[Block]]) -> Table:
    rows = tuple(
        replace(
            row, cells=tuple(replace(cell, blocks=tuple(_put(cell.blocks, change))) for cell in row.cells)
        )
        for row in table.rows
    )
    if all(
        a.blocks == b.blocks
        for x, y in zip(rows, table.rows, strict=True)
        for a, b in zip(x.cells, y.cells, strict=True)
    ):
        return table
    return replace(table, rows=rows)


def one_for(source: Reading, old: Passage, start: int, end: int, new: str) -> Fault:
    """Return the fault of other words in a range of a passage."""
    changed, at = marked(old, start, end, new)
    return Fault(put(source, {old: (changed,)}), (at,))


def paragraph(
    like: Passage, text: str, *, label: str = "", number: str = "", level: int | None = None
) -> Passage:
    """Return a paragraph of its own that looks like another; its number is typed if that one's is."""
    typed = f"{label} " if label and like.typed else ""
    return replace(
        like,
        text=f"{typed}{text}",
        spans=(Span(0, len(typed) + len(text), PLAIN),),
        label=label,
        number=number,
        typed=len(typed),
        level=level,
        term="",
        heading=0,
        bookmarks=(),
    )


def relabelled(passage: Passage, label: str, number: str) -> Passage:
    """Return a passage with another number."""
    if not passage.typed:
        return replace(passage, label=label, number=number)
    typed = passage.text[: passage.typed].replace(passage.label, label, 1)
    changed = altered(passage, 0, passage.typed, typed)
    return replace(changed, label=label, number=number, typed=len(typed))


def table(*rows: Sequence[str]) -> Table:
    """Return a table of some words; the first row heads it."""
    return Table(
        tuple(
            Row(
                tuple(Cell((Passage(words, (Span(0, len(words), PLAIN),)),)) for words in row),
                header=number == 0,
            )
            for number, row in enumerate(rows)
        )
    )


def cell(of: Table, row: int, column: int) -> Words:
    """Return the words of a cell."""
    (block,) = of.rows[row].cells[column].blocks
    assert isinstance(block, Passage)
    return whole(block)


def everywhere(passage: Passage) -> tuple[Words, ...]:
    """Return all words of a passage."""
    return (whole(passage),)
