"""Word's own numbers and fields agree with ours: LibreOffice computes them, and prints the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from clausekit.draft import Draft
from tests.docx.samples import every_depth, forty_pages, word
from tests.docx.word_files import (
    W,
    needs_libreoffice,
    numbered_paragraphs,
    paragraphs,
    part,
    printed_by_libreoffice,
    with_stale_references,
    words,
)
from tests.formats.agreement import agreement, alone, draft

SAMPLES = {
    "every depth": every_depth(),
    "every kind of node": draft(agreement()),
    "forty pages": forty_pages(),
    "a schedule alone": draft(alone(), "schedule-alone"),
}


@pytest.mark.libreoffice
@needs_libreoffice
@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES.keys())
def test_libreoffice_prints_our_numbers_and_references(sample: Draft, tmp_path: Path) -> None:
    file = word(sample, notes=True)
    printed = printed_by_libreoffice(with_stale_references(file), tmp_path)
    assert printed == list(numbered_paragraphs(sample, file))


def references(element: etree._Element) -> list[list[str]]:
    """Return the code of each REF field, word by word."""
    codes = ((code.text or "").split() for code in element.iter(f"{W}instrText"))
    return [code for code in codes if code[0] == "REF"]


def test_a_number_is_words_own_and_never_typed() -> None:
    typed = [
        paragraph
        for paragraph in paragraphs(word(every_depth()))
        if re.match(r"\(?[0-9]|\([a-z]+\)|Schedule [0-9]", paragraph.text)
    ]
    assert typed == []


@pytest.mark.parametrize(
    ("sentence", "switches"),
    [
        ("As clause\u00a02.2.2 says.", ["\\n"]),
        ("As clause\u00a02.2.2(b)(ii)(B) says.", ["\\w"]),
        ("As recital\u00a0(A)(b) says.", ["\\w"]),
        ("As paragraph\u00a0(a)(ii) of the definition of Law says.", ["\\n", "\\n"]),
    ],
)
def test_a_number_is_one_field_unless_it_counts_within_a_definition_or_schedule(
    sentence: str, switches: list[str]
) -> None:
    found = next(p for p in part(word(every_depth())).iter(f"{W}p") if words(p) == sentence)
    assert [code[2] for code in references(found)] == switches


def test_every_reference_finds_its_bookmark_and_is_a_link() -> None:
    document = part(word(every_depth()))
    bookmarks = {start.get(f"{W}name") for start in document.iter(f"{W}bookmarkStart")}
    codes = references(document)
    assert {code[1] for code in codes} <= bookmarks
    assert {code[3] for code in codes} == {"\\h"}
