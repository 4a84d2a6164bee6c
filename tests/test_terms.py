"""Words with capitals in the examples are defined terms or names: none is a term that nobody defined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from clausekit.model import (
    Clause,
    DefinitionList,
    DraftingNote,
    Item,
    ItemList,
    Paragraph,
    SignatureBlock,
    SubHeading,
    Table,
    Text,
)
from clausekit.walk import Inlines, clauses, plain_text
from clausekit.workshop import Workshop
from tests.test_examples import EXAMPLES, Variant, drafted, workshop

__all__ = ["workshop"]

NAMES = set((Path(__file__).parent / "proper_names.txt").read_text("utf-8").splitlines())
_CAPITALS = re.compile(r"(?<![\w’-])[A-Z][a-z]+(?: (?:of|and|the|for) [A-Z][a-z]+| [A-Z][a-z]+)*")
_CITED = re.compile(r" (?:etc\. Act )?\d{4}| \(")


def sentences(blocks: tuple[object, ...]) -> Iterator[Inlines]:
    """Yield the paragraphs of a clause that are sentences: no headings, tables, notes or signature lines."""
    for block in blocks:
        match block:
            case Paragraph():
                yield block.children
            case ItemList():
                yield from sentences(block.items)
            case Item():
                yield from sentences(block.blocks)
            case DefinitionList():
                for entry in block.entries:
                    yield from sentences(entry.blocks)
            case SubHeading() | Table() | DraftingNote() | SignatureBlock() | _:
                pass


def capitals(clause: Clause) -> Iterator[str]:
    """Yield the words with capitals, not first in their sentence, that are no use of a defined term."""
    for run in sentences(clause.blocks):
        before = ""
        for inline in run:
            if not isinstance(inline, Text):
                before = plain_text((inline,)) or "x"
                continue
            for found in _CAPITALS.finditer(inline.text):
                lead = (before + inline.text[: found.start()]).rstrip()
                if lead and lead[-1] not in ".:;?!“(" and not _CITED.match(inline.text, found.end()):
                    yield found.group()
            before = inline.text


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda file: f"{file.parent.parent.name} {file.stem}")
def test_no_term_is_used_but_not_defined(workshop: Workshop, example: Path) -> None:
    document = drafted(workshop, Variant(example)).draft.document
    found = {f"{clause.id}: {words}" for clause in clauses(document) for words in capitals(clause)}
    assert sorted(line for line in found if line.partition(": ")[2] not in NAMES) == []
