"""Stretches of a text: characters of passages, or whole paragraphs, tables, rows and cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from clausekit.comparison.visits import CellAt
from clausekit.reading import PARAGRAPH_MARK, Block, Cell, Passage, Row, Span, Table


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of one of the texts: ``start`` to ``end`` of the text of passages, or whole blocks.

    ``passages`` are those around it or, of whole blocks, all in them; ``block`` is the first of these.
    ``cell`` and ``part`` are as in ``Where``.
    """

    passages: tuple[Passage, ...]
    text: str
    start: int
    end: int
    cell: CellAt | None = None
    part: str = ""
    block: Block | Row | Cell | None = None

    @property
    def words(self) -> str:
        """The stretch itself."""
        return self.text[self.start : self.end]

    @property
    def in_table(self) -> bool:
        """Whether it is in a table, or is one."""
        return self.cell is not None or isinstance(self.block, Table)

    @property
    def passage(self) -> Passage | None:
        """The passage in which it begins; None of an empty table."""
        place = 0
        for passage in self.passages:
            place += len(passage.text) + 1
            if self.block or self.start < place:
                return passage
        return None

    def at(self, start: int, end: int) -> Spot:
        """Return another stretch of the same text."""
        return Spot(self.passages, self.text, start, end, self.cell, self.part)

    def within(self, passage: Passage) -> tuple[int, int]:
        """Return where the stretch begins and ends in the text of one of the passages."""
        place = sum(len(each.text) + 1 for each in self.passages[: self.passages.index(passage)])
        return max(self.start - place, 0), min(max(self.end - place, 0), len(passage.text))

    @property
    def spans(self) -> Iterator[Span]:
        """The spans of its passages that the stretch touches."""
        return (span for span, _ in self.pieces)

    @property
    def pieces(self) -> Iterator[tuple[Span, str]]:
        """The spans that the stretch touches, each with what of its text is in the stretch."""
        place = 0
        for passage in self.passages:
            start, end = (0, len(passage.text)) if self.block else (self.start - place, self.end - place)
            spans = passage.spans if self.block else _touched(passage.spans, start, end)
            for span in spans:
                yield span, passage.text[max(span.start, start) : min(span.end, end)]
            place += len(passage.text) + 1


def _touched(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    first = bisect_right(spans, start, key=lambda span: span.end)
    return takewhile(lambda span: span.start < end, islice(spans, first, None))


def between(passages: Sequence[Passage], cell: CellAt | None = None, part: str = "") -> Spot:
    """Return the empty stretch at the beginning of passages; ``at`` gives the others of their text."""
    text = PARAGRAPH_MARK.join(passage.text for passage in passages)
    return Spot(tuple(passages), text, 0, 0, cell, part)


def whole_blocks(blocks: Sequence[Block], cell: CellAt | None = None, part: str = "") -> Spot | None:
    """Return the stretch of text that whole blocks are; None if there are none."""
    text = "\n".join(map(_block_text, blocks))
    return _whole(passages_in(blocks), text, blocks[0], cell, part) if blocks else None


def whole_row(row: Row, cell: CellAt | None, part: str) -> Spot:
    """Return the stretch of text that a whole row is."""
    return _whole(passages_in(_in_row(row)), _row_text(row), row, cell, part)


def whole_cell(cell: Cell, at: CellAt | None, part: str) -> Spot:
    """Return the stretch of text that a whole cell is."""
    return _whole(passages_in(cell.blocks), _cell_text(cell), cell, at, part)


def joined(one: Spot | None, other: Spot | None) -> Spot | None:
    """Return two stretches of whole blocks as one."""
    if one is None or other is None:
        return one or other
    text = f"{one.text}\n{other.text}"
    return _whole((*one.passages, *other.passages), text, one.block, one.cell, one.part)


def _whole(
    passages: Iterable[Passage],
    text: str,
    block: Block | Row | Cell | None,
    cell: CellAt | None,
    part: str,
) -> Spot:
    return Spot(tuple(passages), text, 0, len(text), cell, part, block)


def passages_in(blocks: Iterable[Block]) -> Iterator[Passage]:
    """Yield the passages of blocks, those in tables too."""
    for block in blocks:
        if isinstance(block, Passage):
            yield block
        else:
            for row in block.rows:
                yield from passages_in(_in_row(row))


def _in_row(row: Row) -> Iterator[Block]:
    return (block for cell in row.cells for block in cell.blocks)


def _block_text(block: Block) -> str:
    return block.words if isinstance(block, Passage) else "\n".join(map(_row_text, block.rows))


def _row_text(row: Row) -> str:
    return " | ".join(map(_cell_text, row.cells))


def _cell_text(cell: Cell) -> str:
    return " ".join(map(_block_text, cell.blocks))
