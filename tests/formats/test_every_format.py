"""What holds for every format."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from clausekit.draft import Draft
from clausekit.formats import html, json, markdown, text
from clausekit.model import Document
from tests.formats.agreement import EXPECTED, agreement, draft, written

Write = Callable[..., str]
FORMATS = pytest.mark.parametrize(
    "write",
    [html.write, json.write, markdown.write, text.write],
    ids=["html", "json", "markdown", "text"],
)


@pytest.mark.parametrize("name", ["agreement.html", "agreement.md", "agreement.txt", "agreement.json"])
def test_the_agreement_is_written_as_expected(name: str) -> None:
    assert written()[name] == (EXPECTED / name).read_text("utf-8")


@FORMATS
def test_the_same_draft_gives_the_same_text(write: Write) -> None:
    assert write(draft(agreement()), notes=True) == write(draft(agreement()), notes=True)


@FORMATS
def test_a_drafting_note_is_printed_only_where_notes_are_asked_for(write: Write) -> None:
    made = draft(agreement())
    assert "Give the figures of" in write(made, notes=True)
    assert "Give the figures of" not in write(made, notes=False)


@FORMATS
def test_an_empty_document_can_be_written(write: Write) -> None:
    empty: Draft = draft(Document("Title", "Title", "", ()))
    assert "Title" in write(empty, notes=False)
