"""Rules that Word enforces without saying so, for a file with every kind of node and one of every depth."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import get_args

import pytest
from lxml import etree

from clausekit.formats.docx.package import verify
from clausekit.numbering import Listing
from tests.builders import scheme
from tests.docx.samples import every_depth, word
from tests.docx.word_files import W, complaints, needs_validator, part, parts, value
from tests.formats.agreement import agreement, draft

FILES = {
    "every kind of node": word(draft(agreement())),
    "with drafting notes": word(draft(agreement()), notes=True),
    "plain": word(draft(agreement()), plain=True),
    "every depth": word(every_depth()),
}
each_file = pytest.mark.parametrize("file", FILES.values(), ids=FILES.keys())

# The order that the schema prescribes (ISO/IEC 29500-1, 17.3.1.26 and 17.3.2.28), as far as we use it.
PARAGRAPH_PROPERTIES = ["pStyle", "keepNext", "ind", "jc", "sectPr"]
RUN_PROPERTIES = ["rStyle", "b", "bCs", "i", "iCs", "highlight"]


def local_names(element: etree._Element) -> list[str]:
    return [etree.QName(child).localname for child in element]


@each_file
def test_the_file_is_sound_when_read_back(file: bytes) -> None:
    assert verify(file) == ()


@pytest.mark.validator
@needs_validator
@each_file
def test_the_validator_of_the_open_xml_sdk_finds_nothing(file: bytes, tmp_path: Path) -> None:
    assert complaints(file, tmp_path) == []


@each_file
def test_bookmarks_are_paired_unique_and_short(file: bytes) -> None:
    document = part(file)
    starts = list(document.iter(f"{W}bookmarkStart"))
    names = [start.get(f"{W}name", "") for start in starts]
    ids = [start.get(f"{W}id") for start in starts]
    assert len(set(ids)) == len(ids)
    assert sorted(ids, key=str) == sorted(
        (end.get(f"{W}id") for end in document.iter(f"{W}bookmarkEnd")), key=str
    )
    assert len({name.lower() for name in names}) == len(names)
    assert all(name.startswith(("_Ref", "_Toc", "_Att")) and len(name) <= 40 for name in names)


@each_file
def test_fields_are_balanced_within_the_body(file: bytes) -> None:
    depth = 0
    for mark in part(file).iter(f"{W}fldChar"):
        depth += {"begin": 1, "separate": 0, "end": -1}[mark.get(f"{W}fldCharType", "")]
        assert depth >= 0
    assert depth == 0


@each_file
def test_ids_of_content_controls_are_unique_and_tags_short(file: bytes) -> None:
    controls = [
        control
        for name in ("word/document.xml", "word/footnotes.xml")
        for control in part(file, name).iter(f"{W}sdtPr")
    ]
    ids = Counter(value(control, "id") for control in controls)
    assert all(count == 1 for count in ids.values())
    assert all(1 <= len(value(control, "tag")) <= 64 for control in controls)


@each_file
def test_every_style_that_is_used_is_there(file: bytes) -> None:
    defined = {style.get(f"{W}styleId") for style in part(file, "word/styles.xml").iter(f"{W}style")}
    used = {
        style.get(f"{W}val")
        for name in ("word/document.xml", "word/footnotes.xml", "word/numbering.xml")
        for tag in ("pStyle", "rStyle", "tblStyle")
        for style in part(file, name).iter(f"{W}{tag}")
    }
    assert used <= defined


@each_file
@pytest.mark.parametrize(("tag", "order"), [("pPr", PARAGRAPH_PROPERTIES), ("rPr", RUN_PROPERTIES)])
def test_properties_stand_in_the_order_of_the_schema(file: bytes, tag: str, order: list[str]) -> None:
    for properties in part(file).iter(f"{W}{tag}"):
        names = local_names(properties)
        assert names == sorted(set(names), key=order.index)


@each_file
def test_each_cell_ends_with_a_paragraph_and_each_table_is_followed_by_one(file: bytes) -> None:
    for cell in part(file).iter(f"{W}tc"):
        assert local_names(cell)[-1] == "p"
    for table in part(file).iter(f"{W}tbl"):
        following = table.getnext()
        assert following is not None
        assert following.tag == f"{W}p"


@each_file
def test_each_level_of_the_numbering_has_one_style_and_each_style_its_level(file: bytes) -> None:
    in_numbering = {}
    numbering = part(file, "word/numbering.xml")
    for number in numbering.iter(f"{W}num"):
        abstract = value(number, "abstractNumId")
        for level in numbering.iterfind(f"{W}abstractNum[@{W}abstractNumId='{abstract}']/{W}lvl"):
            in_numbering[value(level, "pStyle")] = (number.get(f"{W}numId"), level.get(f"{W}ilvl"))
    in_styles = {
        style.get(f"{W}styleId"): (
            value(style, "pPr", "numPr", "numId"),
            value(style, "pPr", "numPr", "ilvl"),
        )
        for style in part(file, "word/styles.xml").iter(f"{W}style")
        if style.find(f"{W}pPr/{W}numPr") is not None
    }
    assert in_numbering == in_styles
    levels = [level for listing in get_args(Listing) for level in scheme().levels(listing)]
    assert len(in_numbering) == len(levels) + 1, "the levels of all listings, and bullets"


def test_the_same_draft_makes_the_same_bytes() -> None:
    assert word(draft(agreement())) == word(draft(agreement()))


def test_no_part_tells_when_the_file_was_made() -> None:
    assert b"dcterms" not in parts(FILES["plain"])["docProps/core.xml"]
