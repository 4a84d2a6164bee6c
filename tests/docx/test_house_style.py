"""A house style is anyone's Word file: what it gives, and what is said when it cannot be used."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from clausekit.cache import Cache
from clausekit.formats.docx import house_style_reader
from clausekit.formats.docx.house_style import HouseStyle, prepare
from clausekit.formats.docx.package import verify
from clausekit.formats.docx.writing import write
from clausekit.problems import ClausekitError, show
from tests.builders import clause, document, scheme
from tests.docx.word_files import HOUSE_STYLE, W, part, parts, value, with_part, words
from tests.formats.agreement import draft

DATA = HOUSE_STYLE.read_bytes()
PICTURE = bytes.fromhex("89504e470d0a1a0a")
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def changed(name: str, old: str, new: str) -> bytes:
    """Return the house style with one text in one part replaced."""
    text = parts(DATA)[name].decode()
    assert old in text
    return with_part(DATA, name, text.replace(old, new).encode())


def with_more(data: bytes, more: dict[str, bytes]) -> bytes:
    buffer = BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as archive:
        for name, content in more.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def prepared(data: bytes) -> HouseStyle:
    return prepare(data, "house-style.docx", scheme(), Cache(None))


def written(data: bytes) -> bytes:
    return write(
        draft(document(clause("term"))),
        house_style=data,
        manifest={},
        notes=False,
        plain=False,
        cache=Cache(None),
    )


def said(data: bytes) -> str:
    with pytest.raises(ClausekitError) as raised:
        prepared(data)
    return "\n".join(show(finding) for finding in raised.value.findings)


# what is taken over


def test_a_style_that_was_renumbered_or_moved_is_found_by_its_name() -> None:
    data = changed("word/styles.xml", '"ClauseLevel2"', '"Absatz7"')
    assert prepared(data).styles.id("Clause Level 2") == "Absatz7"


def test_the_indents_of_the_styles_are_those_of_the_numbers() -> None:
    data = changed("word/styles.xml", 'w:left="1701" w:hanging="981"', 'w:left="1800" w:hanging="900"')
    numbering = part(written(data), "word/numbering.xml")
    indents = {
        (level.find(f"{W}pStyle").get(f"{W}val"), level.find(f"{W}pPr/{W}ind").get(f"{W}left"))  # type: ignore[union-attr]
        for level in numbering.iter(f"{W}lvl")
    }
    assert ("ClauseLevel3", "1800") in indents


def test_a_style_inherits_the_indent_of_the_style_that_it_is_based_on() -> None:
    text = parts(DATA)["word/styles.xml"].decode()
    own = re.search(r'<w:style [^>]*w:styleId="ClauseLevel3Text">.*?</w:style>', text)
    assert own
    inheriting = own[0].replace('"BodyText"', '"ClauseLevel3"').replace('<w:ind w:left="1701"/>', "")
    data = with_part(DATA, "word/styles.xml", text.replace(own[0], inheriting).encode())
    assert prepared(data).styles.indent("Clause Level 3 Text").left == 1701
    made = part(written(data), "word/styles.xml")
    heir = next(style for style in made.iter(f"{W}style") if style.get(f"{W}styleId") == "ClauseLevel3Text")
    assert value(heir, "pPr", "numPr", "numId") == "0", "it takes the indent, but not the number"


def test_numbers_that_someone_gave_a_style_in_word_are_dropped() -> None:
    own = '<w:pPr><w:numPr><w:numId w:val="77"/></w:numPr><w:spacing w:after="160"/></w:pPr>'
    data = changed("word/styles.xml", '<w:pPr><w:spacing w:after="160"/></w:pPr>', own)
    assert b'w:val="77"' not in parts(written(data))["word/styles.xml"]


def test_the_page_is_that_of_the_house_style() -> None:
    house = prepared(changed("word/document.xml", 'w:left="1440"', 'w:left="1800"'))
    assert 'w:left="1800"' in house.page
    assert house.text_width == 11906 - 1800 - 1440


def test_the_words_of_a_draft_take_the_place_of_the_content_controls_with_these_titles() -> None:
    data = changed(
        "word/header1.xml", "<w:r><w:tab/></w:r>", '<w:r><w:t xml:space="preserve"> – </w:t></w:r>'
    )
    assert words(part(written(data), "word/header1.xml")) == "Agreement – Draft"


def test_a_picture_in_the_header_comes_along() -> None:
    relationships = (
        f'<Relationships xmlns="{RELATIONSHIPS}">'
        f'<Relationship Id="rId1" Type="{OFFICE}/image" Target="media/crest.png"/></Relationships>'
    )
    more = {"word/_rels/header1.xml.rels": relationships.encode(), "word/media/crest.png": PICTURE}
    file = written(with_more(DATA, more))
    assert parts(file)["word/media/crest.png"] == PICTURE
    assert b'Target="media/crest.png"' in parts(file)["word/_rels/header1.xml.rels"]
    assert verify(file) == ()


def test_a_house_style_is_made_ready_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(tmp_path / "cache")
    first = prepare(DATA, "house-style.docx", scheme(), cache)
    monkeypatch.setattr(house_style_reader, "read", lambda *_: pytest.fail("read again"))
    assert prepare(DATA, "house-style.docx", scheme(), cache) == first


# what is wrong


def test_a_missing_style_is_named_with_the_file_and_the_likeliest_other() -> None:
    data = changed("word/styles.xml", '<w:name w:val="Clause Level 3"/>', '<w:name w:val="Clause Lvel 3"/>')
    assert said(data) == (
        'house-style.docx: error: The house style has no paragraph style named "Clause Level 3".\n'
        '  It has "Clause Lvel 3", which may be the one that was meant. '
        "Open the file in Word and make a style with exactly this name."
    )


def test_all_missing_styles_are_named_at_once() -> None:
    text = parts(DATA)["word/styles.xml"].decode()
    without = re.sub(r'<w:name w:val="(Recital|Party|Agreement Table)"/>', r'<w:name w:val="x\1"/>', text)
    found = said(with_part(DATA, "word/styles.xml", without.encode()))
    assert [f'named "{name}"' in found for name in ("Recital", "Party", "Agreement Table")] == [True] * 3
    assert 'no table style named "Agreement Table"' in found


@pytest.mark.parametrize(
    "data",
    [b"", b"not a zip", DATA[:-200], DATA[:2000] + bytes(50) + DATA[2050:]],
    ids=["empty", "text", "cut off", "scribbled over"],
)
def test_a_damaged_file_is_refused(data: bytes) -> None:
    assert said(data).startswith("house-style.docx: error: This Word file cannot be used: it is ")


def test_a_zip_that_is_no_word_file_is_refused() -> None:
    assert "it has no text" in said(with_more(b"", {"a.txt": b"a"}))


def test_two_parts_of_one_name_are_refused() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        doubled = with_more(DATA, {"word/styles.xml": b"<x/>"})
    assert "two parts of the same name" in said(doubled)


def test_a_file_that_unpacks_to_far_too_much_is_refused() -> None:
    buffer = BytesIO(DATA)
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/big.png", bytes(100_000_001))
    assert "far larger" in said(buffer.getvalue())


@pytest.mark.parametrize("name", ["word/styles.xml", "word/document.xml", "word/_rels/document.xml.rels"])
def test_a_part_that_is_no_xml_is_refused(name: str) -> None:
    assert "its contents are damaged" in said(with_part(DATA, name, b"<w:styles"))


def test_a_part_with_entities_of_its_own_is_refused() -> None:
    text = parts(DATA)["word/styles.xml"].decode()
    doctype = '<!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/hostname">]>'
    evil = text.replace("?>\n", f"?>\n{doctype}", 1).replace('"House', '"&file;')
    assert "its contents are damaged" in said(with_part(DATA, "word/styles.xml", evil.encode()))


def test_a_header_that_holds_something_active_is_refused() -> None:
    relationships = (
        f'<Relationships xmlns="{RELATIONSHIPS}">'
        f'<Relationship Id="rId1" Type="{OFFICE}/oleObject" Target="embeddings/a.bin"/></Relationships>'
    )
    data = with_more(DATA, {"word/_rels/header1.xml.rels": relationships.encode()})
    assert "other than text, pictures and links" in said(data)


def test_a_picture_that_would_be_loaded_from_elsewhere_is_refused() -> None:
    relationships = (
        f'<Relationships xmlns="{RELATIONSHIPS}"><Relationship Id="rId1" Type="{OFFICE}/image"'
        ' Target="https://example.org/a.png" TargetMode="External"/></Relationships>'
    )
    data = with_more(DATA, {"word/_rels/header1.xml.rels": relationships.encode()})
    assert "other than text, pictures and links" in said(data)
