"""What is paired: paragraphs, tables, rows, cells and columns, each with what tells it from others."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from typing import Generic, TypeVar

from clausekit.comparison.masks import Mask, masked_text, masks
from clausekit.reading import Block, Cell, Passage, Row, Table

T = TypeVar("T")

_WORD = re.compile(r"\w+(?:['’.,-]\w+)*")
_COMMON = frozenset(
    (
        *(
            "a",
            "an",
            "and",
            "any",
            "are",
            "as",
            "at",
            "be",
            "been",
            "but",
            "by",
            "for",
            "from",
            "has",
            "have",
        ),
        *("if", "in", "is", "it", "its", "may", "no", "not", "of", "on", "or", "other", "shall", "such"),
        *("that", "the", "their", "there", "this", "to", "under", "upon", "was", "which", "will", "with"),
    )
)
_HEADING_WEIGHT = 5
"""A heading tells as much as a few more words of text: it is there to be found by."""


@dataclass(slots=True)
class Vocabulary:
    """Whatever is compared as a whole number: what is equal has the same number."""

    _numbers: defaultdict[Hashable, int] = field(default_factory=lambda: defaultdict(count().__next__))

    def __getitem__(self, what: Hashable) -> int:
        return self._numbers[what]


class Unit(Generic[T]):
    """Something to be paired with its like in the other text.

    ``key`` is equal for what reads the same once numbers and references are masked; ``weight`` how much of
    a coincidence it would be to meet it twice, about its words. ``kind`` says what it is: only units of
    the same kind can be alike. ``family`` is that of the clause of the library which it is from, ``place``
    its number there, None if there is none. ``stable`` are the names by which the same thing is known in
    both texts whatever it says. ``cells`` are those of a row, a column or a table, without empty ones, and
    ``signs`` the sequences of them by any of which it can be known.
    """

    def __init__(
        self,
        of: T,
        text: str,
        key: Hashable,
        vocabulary: Vocabulary,
        *,
        kind: str,
        heading: bool = False,
        family: str = "",
        place: Hashable = None,
        stable: Sequence[Hashable] = (),
        cells: Sequence[str] = (),
        signs: Sequence[Sequence[str]] = (),
    ) -> None:
        self.of = of
        self.key = vocabulary[key]
        self.words = text.count(" ") + 1 if text.strip() else 0
        self.weight = self.words + (_HEADING_WEIGHT if heading and self.words else 0)
        self.kind = kind
        self.heading = heading
        self.family = family
        self.place = place
        self.stable = stable
        self.cells = [vocabulary[cell] for cell in cells if cell.strip()]
        self.signs = [[vocabulary[cell] for cell in sign if cell.strip()] for sign in signs]
        self.text = text
        self._vocabulary = vocabulary

    @cached_property
    def sequence(self) -> list[int]:
        """The words in order, as numbers."""
        number = self._vocabulary
        return [number[word] for word in _WORD.findall(self.text)]

    @cached_property
    def content(self) -> frozenset[int]:
        """The words that say something: not those that every sentence has."""
        number = self._vocabulary
        return frozenset(number[word] for word in _WORD.findall(self.text) if word not in _COMMON)


@dataclass(slots=True)
class Units:
    """Makes units of both texts, with one vocabulary; keeps what is masked of each passage."""

    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    hidden: dict[Passage, tuple[Mask, ...]] = field(default_factory=dict)
    texts: dict[Passage, str] = field(default_factory=dict)
    cell_texts: dict[Cell, str] = field(default_factory=dict)

    def blocks(self, blocks: Sequence[Block]) -> list[Unit[Block]]:
        """Return the units of paragraphs and tables."""
        return [
            self.passage(block, stable) if isinstance(block, Passage) else self.table(block)
            for block, stable in zip(blocks, _stable_names(blocks), strict=True)
        ]

    def passage(self, passage: Passage, stable: Sequence[Hashable] = ()) -> Unit[Block]:
        """Return the unit of a paragraph."""
        text = self.masked(passage)
        family = family_of(passage)
        if passage.contents:
            return Unit(passage, text, ("contents", text), self.vocabulary, kind="contents", stable=stable)
        heading = passage.heading > 0
        place = (family, passage.division, passage.number) if family and passage.number else None
        return Unit(
            passage,
            text,
            text,
            self.vocabulary,
            kind="text",
            heading=heading,
            family=family,
            place=None if heading else place,
            stable=stable,
        )

    def table(self, table: Table) -> Unit[Block]:
        """Return the unit of a table."""
        rows = [self.row(row, {}) for row in table.rows]
        text = "\n ".join(row.text for row in rows)
        cells = [self.cell_text(cell) for row in table.rows for cell in row.cells]
        headings = cells[: len(table.rows[0].cells)] if table.rows else []
        key = ("table", *(row.key for row in rows))
        return Unit(table, text, key, self.vocabulary, kind="table", cells=cells, signs=(cells, headings))

    def rows(self, table: Table, other: Table) -> list[Unit[Row]]:
        """Return the units of the rows of a table that is compared with another.

        A row is known by what its first cell says (but for a mere number), and by the cells that are like
        no other in either table.
        """
        times: Counter[str] = Counter()
        for one in (table, other):
            own = Counter(self.cell_text(cell) for row in one.rows for cell in row.cells)
            times |= own
        return [self.row(row, times) for row in table.rows]

    def row(self, row: Row, times: Mapping[str, int]) -> Unit[Row]:
        """Return the unit of a row; ``times`` is how often each cell is in a table."""
        texts = [self.cell_text(cell) for cell in row.cells]
        stable = [("row", texts[0])] if texts and any(character.islower() for character in texts[0]) else []
        own = [text for text in texts if times.get(text) == 1]
        key = ("row", *texts)
        text = "\t ".join(texts)
        return Unit(row, text, key, self.vocabulary, kind="row", stable=stable, cells=texts, signs=(own,))

    def column(self, cells: Sequence[Cell]) -> Unit[tuple[Cell, ...]]:
        """Return the unit of a column, known also by its heading."""
        texts = [self.cell_text(cell) for cell in cells]
        stable = [("column", texts[0])] if texts and texts[0].strip() else []
        key = ("column", *texts)
        text = "\n ".join(texts)
        return Unit(
            tuple(cells),
            text,
            key,
            self.vocabulary,
            kind="column",
            heading=True,
            stable=stable,
            cells=texts,
            signs=(texts,),
        )

    def cell_text(self, cell: Cell) -> str:
        """Return the masked text of a cell, with that of tables in it."""
        if cell not in self.cell_texts:
            self.cell_texts[cell] = "\n ".join(self._block_texts(cell.blocks))
        return self.cell_texts[cell]

    def _block_texts(self, blocks: Sequence[Block]) -> Iterator[str]:
        for block in blocks:
            if isinstance(block, Passage):
                yield self.masked(block)
            else:
                for row in block.rows:
                    yield "\t ".join(self.cell_text(cell) for cell in row.cells)

    def masks(self, passage: Passage) -> tuple[Mask, ...]:
        """Return what is masked of the passage."""
        if passage not in self.hidden:
            self.hidden[passage] = masks(passage)
        return self.hidden[passage]

    def masked(self, passage: Passage) -> str:
        """Return the masked text of the passage."""
        if passage not in self.texts:
            self.texts[passage] = masked_text(passage, self.masks(passage))
        return self.texts[passage]


def _stable_names(blocks: Sequence[Block]) -> Iterator[list[Hashable]]:
    """Yield for each block its bookmarks, and for the first of each clause of the library its family."""
    times: defaultdict[str, int] = defaultdict(int)
    current = ""
    for block in blocks:
        names: list[Hashable] = []
        if isinstance(block, Passage):
            names += [name for name in block.bookmarks if name.startswith(("_Ref", "_Toc"))]
        if block.clause != current and block.clause:
            family = family_of(block)
            times[family] += 1
            names.append((family, times[family]))
        current = block.clause
        yield names


def family_of(block: Block) -> str:
    """Return the family of the clause that the block came from ("" if nothing says so)."""
    return block.clause.partition("/")[0]
