"""Drafts of ours, read as text and as Markdown, say what the Word file of the same draft says."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import pytest

from clausekit.formats.docx.reader import read as read_word
from clausekit.pipeline import Made, make_draft, typeset
from clausekit.reading import Passage, Reading, Table
from clausekit.texts import read
from clausekit.workshop import Workshop, open_workshop

ROOT = Path(__file__).parents[2]
EXAMPLES = [
    ROOT / "templates" / template / "examples" / f"{example}.yaml"
    for template, example in (
        ("section-75-agreement", "westmarch-2026-27"),
        ("public-cooperation-agreement", "westmarch-2026"),
    )
]


@cache
def made(example: Path) -> tuple[Workshop, Made]:
    workshop = open_workshop(ROOT)
    return workshop, make_draft(workshop, example)


@cache
def word(example: Path) -> Reading:
    return read_word(typeset(*made(example), "docx").data, "draft.docx").reading


@cache
def text(example: Path, kind: str) -> Reading:
    page = typeset(*made(example), kind).data.decode()
    return read(page, f"draft.{kind}", markdown=kind == "md").reading


def paragraphs(reading: Reading) -> list[Passage]:
    return [
        block for block in reading.body if isinstance(block, Passage) and block.words and not block.contents
    ]


def pairs(example: Path, kind: str) -> list[tuple[Passage, Passage | None]]:
    """Return each paragraph of the Word file with the one of the text that begins with the same words."""
    ours, theirs = paragraphs(word(example)), paragraphs(text(example, kind))
    first, second = ([beginning(one) for one in side] for side in (ours, theirs))
    found: dict[int, Passage] = {}
    for block in SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks():
        found |= {block.a + step: theirs[block.b + step] for step in range(block.size)}
    return [(one, found.get(place)) for place, one in enumerate(ours)]


def beginning(passage: Passage) -> str:
    return "".join(filter(str.isalnum, passage.words))[:50]


each_draft = pytest.mark.parametrize(
    ("example", "kind"), [(example, kind) for example in EXAMPLES for kind in ("txt", "md")]
)


@each_draft
def test_numbers_are_those_of_the_word_file(example: Path, kind: str) -> None:
    both = pairs(example, kind)
    same = sum(
        there is not None and (one.number, one.division) == (there.number, there.division)
        for one, there in both
    )
    assert same >= 0.99 * len(both)


@each_draft
def test_definitions_are_those_of_the_word_file(example: Path, kind: str) -> None:
    terms = [{one.term.strip("“”") for one in paragraphs(side) if one.term}
             for side in (word(example), text(example, kind))]  # fmt: skip
    assert terms[0] == terms[1]


@pytest.mark.parametrize("example", EXAMPLES)
def test_tables_of_markdown_are_those_of_the_word_file(example: Path) -> None:
    assert shapes(text(example, "md")) == shapes(word(example))


@pytest.mark.parametrize("example", EXAMPLES)
def test_tables_of_text_are_those_of_the_word_file_that_it_prints_as_tables(example: Path) -> None:
    there = shapes(word(example))
    recovered = [table for table in shapes(text(example, "txt")) if table in there]
    assert len(recovered) >= 0.8 * len(there)  # those that are too wide for a text are printed as lists


def shapes(reading: Reading) -> list[list[int]]:
    """Return how many cells each row of each table has."""
    return [[len(row.cells) for row in block.rows] for block in reading.body if isinstance(block, Table)]
