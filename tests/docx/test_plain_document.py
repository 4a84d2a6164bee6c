"""A plain page as a Word file of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausekit.formats.docx.package import verify
from clausekit.formats.docx.plain_document import write_plain
from clausekit.pages import Block, Heading, Para, Run, grid, para
from clausekit.reports.paper import summary_blocks
from tests.docx.word_files import W, complaints, needs_validator, part
from tests.reports import comparisons

PAGE: tuple[Block, ...] = (
    Heading(0, "What changed"),
    Heading(1, "Summary"),
    Para((Run("Warning: ", bold=True), Run("1 change & <b>more</b>"))),
    para("1.1\tThe Partners shall pay.", bullet=True),
    grid(("Was", "Is"), [("£1,000", "£2,000"), ("", "[●]")]),
    grid(("Only",), []),
    Heading(7, "Deep"),
)


def test_the_page_says_what_its_blocks_say() -> None:
    body = part(write_plain(PAGE, "Changes"), "word/document.xml")[0]
    styles = [one.get(f"{W}val") for one in body.iter(f"{W}pStyle")]
    assert styles[:4] == ["Title", "Heading1", "BodyText", "ListBullet"]
    assert styles[-1] == "Heading3"
    words = "".join(one.text or "" for one in body.iter(f"{W}t"))
    assert "Warning: 1 change & <b>more</b>" in words
    assert [len(list(table.iter(f"{W}tr"))) for table in body.iter(f"{W}tbl")] == [3, 1]


def test_each_table_has_a_header_row_and_no_two_tables_touch() -> None:
    body = part(write_plain(PAGE, "Changes"), "word/document.xml")[0]
    for table in body.iter(f"{W}tbl"):
        assert next(table.iter(f"{W}tr")).find(f"{W}trPr/{W}tblHeader") is not None
        follower = table.getnext()
        assert follower is not None
        assert follower.tag == f"{W}p"


def test_the_same_page_makes_the_same_bytes_and_a_sound_file() -> None:
    data = write_plain(PAGE, "Changes")
    assert data == write_plain(PAGE, "Changes")
    assert verify(data) == ()
    assert verify(write_plain((), "")) == ()


@needs_validator
@pytest.mark.validator
def test_the_validator_of_the_open_xml_sdk_finds_nothing(tmp_path: Path) -> None:
    for blocks in (PAGE, (), summary_blocks(comparisons.agreement()), summary_blocks(comparisons.hostile())):
        assert complaints(write_plain(blocks, "Changes"), tmp_path) == []
