"""What to edit in an agreement, left to a ``Choice``: so the same edits serve chance and hypothesis."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from tests.docx.redline.agreements import (
    Agreement,
    Alignment,
    Block,
    Clause,
    Para,
    Table,
    Words,
    containers,
    paragraphs,
    tables,
)

T = TypeVar("T")

VOCABULARY = (
    "the Council", "each Partner", "shall", "may", "pay", "notify", "the Pooled Fund", "within", "of", "and",
    "20 Working Days", "£1,234,567", "or", "under", "this agreement", "clause 7.3(b)", "1 April 2019", "3.5%",
    "services", "unless", "it", "agrees", "in writing", "commission", "report", "to", "the Board,",
    "subject to", "law;", "x",
)  # fmt: skip
ALIGNMENTS: tuple[Alignment, ...] = ("", "center", "right", "both")


class Choice(Protocol):
    """Decides."""

    def number(self, least: int, most: int) -> int: ...
    def one(self, choices: Sequence[T]) -> T: ...


Edit = Callable[[Agreement, Choice], None]


def words(choice: Choice, least: int = 1, most: int = 8) -> str:
    """Return some words of an agreement."""
    return " ".join(choice.one(VOCABULARY) for _ in range(choice.number(least, most)))


def some(choice: Choice, found: Sequence[T]) -> T | None:
    return choice.one(found) if found else None


def worded(agreement: Agreement, least: int = 1) -> list[Words]:
    """Return all stretches of at least so many words."""
    return [
        piece
        for paragraph in paragraphs(agreement.blocks)
        for piece in paragraph.pieces
        if isinstance(piece, Words) and len(piece.text.split()) >= least
    ]


def a_place(agreement: Agreement, choice: Choice) -> tuple[list[Block], int]:
    """Return a place where a block may stand: a list of blocks and an index, before a cell's last one."""
    blocks = choice.one(list(containers(agreement.blocks)))
    return blocks, choice.number(0, max(0, len(blocks) - 1))


def standing(
    agreement: Agreement, kind: type[Para] | type[Table] | type[Clause]
) -> list[tuple[list[Block], int]]:
    """Return where blocks of a kind stand that may go: not alone, nor the last of a cell."""
    cells = {id(cell.blocks) for table in tables(agreement.blocks) for row in table.rows for cell in row}
    return [
        (blocks, place)
        for blocks in containers(agreement.blocks)
        for place, block in enumerate(blocks)
        if isinstance(block, kind)
        and len(blocks) > 1
        and not (id(blocks) in cells and place == len(blocks) - 1)
    ]
