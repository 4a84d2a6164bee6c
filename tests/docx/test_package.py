"""Reading back what was written: each fault that would keep Word from opening a file is found."""

from __future__ import annotations

import pytest

from clausekit.formats.docx.package import pack, verify
from tests.docx.samples import word
from tests.docx.word_files import parts, with_part
from tests.formats.agreement import agreement, draft

FILE = word(draft(agreement()))


def messages(data: bytes) -> list[str]:
    return [
        finding.message.removeprefix("The Word file that was made is not sound: ") for finding in verify(data)
    ]


def without(name: str) -> bytes:
    return pack({other: content for other, content in parts(FILE).items() if other != name})


def test_a_sound_file_has_no_faults() -> None:
    assert messages(FILE) == []


def test_a_file_that_is_cut_off_is_found() -> None:
    assert messages(FILE[: len(FILE) // 2]) == ["it cannot be unpacked."]


def test_a_part_that_is_not_well_formed_is_found() -> None:
    data = with_part(FILE, "word/document.xml", parts(FILE)["word/document.xml"].replace(b"</w:p>", b"", 1))
    assert len(messages(data)) == 1
    assert messages(data)[0].startswith("word/document.xml is not well-formed: mismatched tag")


def test_a_relationship_to_nothing_is_found() -> None:
    assert messages(without("word/footnotes.xml")) == [
        "word/document.xml needs word/footnotes.xml, which is not there."
    ]


@pytest.mark.parametrize("name", ["[Content_Types].xml", "_rels/.rels"])
def test_a_file_without_what_ties_it_together_is_found(name: str) -> None:
    assert messages(without(name)) != []


def test_a_part_without_a_content_type_is_found() -> None:
    data = pack({**parts(FILE), "word/media/a.png": b"a"})
    assert messages(data) == ["word/media/a.png has no content type."]
