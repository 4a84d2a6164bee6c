"""Word's own numbers and fields agree with ours: LibreOffice computes them from the file, and prints the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausekit.cache import Cache
from clausekit.draft import Draft
from clausekit.formats.docx import write
from tests.docx.samples import every_depth, forty_pages
from tests.docx.word_files import (
    HOUSE_STYLE,
    needs_libreoffice,
    numbered_paragraphs,
    printed_by_libreoffice,
    with_stale_references,
)
from tests.formats.agreement import agreement, draft


def written(draft: Draft, *, notes: bool = False, plain: bool = False) -> bytes:
    return write(
        draft, house_style=HOUSE_STYLE.read_bytes(), manifest={}, notes=notes, plain=plain, cache=Cache(None)
    )
@pytest.mark.libreoffice
@needs_libreoffice
@pytest.mark.parametrize("sample", [every_depth(), draft(agreement()), forty_pages()], ids=["every depth", "every node", "forty pages"])
def test_libreoffice_prints_our_numbers_and_references(sample: Draft, tmp_path: Path) -> None:
    file = written(sample, notes=True)
    assert printed_by_libreoffice(with_stale_references(file), tmp_path) == list(numbered_paragraphs(sample, file))
