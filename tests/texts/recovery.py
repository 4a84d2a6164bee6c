"""What is recovered from small texts, as lines that a lawyer could read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import dedent

from clausekit.reading import Block, Passage, Reading
from clausekit.texts import read


def reading(page: str) -> Reading:
    """Return the reading of a plain text."""
    return read(dedent(page), "agreement.txt", markdown=False).reading


def markdown(page: str) -> Reading:
    """Return the reading of a Markdown text."""
    return read(dedent(page), "agreement.md", markdown=True).reading


def remarks(page: str) -> list[tuple[int | None, str]]:
    """Return where the recovery of a plain text is unsure, and the rule of each remark."""
    found = read(dedent(page), "agreement.txt", markdown=False).unsure
    return [(remark.source.line if remark.source else None, remark.message) for remark in found]


def passages(reading_: Reading) -> list[Passage]:
    """Return the passages of a reading, also those in tables."""
    return list(_passages(reading_.body))


def _passages(blocks: Iterable[Block]) -> Iterator[Passage]:
    for block in blocks:
        if isinstance(block, Passage):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from _passages(cell.blocks)


def shown(page: str) -> list[str]:
    """Return a plain text as it is read: ``number: words``, tables as ``| cells |``, no contents."""
    return list(_shown(reading(page).body))


def _shown(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if not isinstance(block, Passage):
            for row in block.rows:
                yield f"| {' | '.join(' '.join(_shown(cell.blocks)) for cell in row.cells)} |"
        elif not block.contents:
            place = " ".join(part for part in (block.division, block.number) if part)
            if block.heading == 1 and block.division:
                place = block.division
            yield f"{place}: {block.words}" if place else block.words
