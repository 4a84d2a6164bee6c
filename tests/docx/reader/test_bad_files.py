"""Files that are no Word files, or were made to do harm: each gets a clear answer, at once."""

from __future__ import annotations

import struct

import pytest

from clausekit.formats.docx.package import pack
from clausekit.formats.docx.reader import read
from clausekit.problems import ClausekitError
from tests.docx.reader.small_files import (
    SPACES,
    numbered,
    p,
    passages,
    reading,
    relationships,
    style,
    t,
    word_file,
    word_parts,
    zipped,
)

GOOD = word_file(p(t("The text")))
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
OFFICE = relationships({"rId1": ("officeDocument", "word/document.xml")})
BOMB = b"<!-- " + b" " * 30_000_000 + b" -->"


def document(xml: str) -> bytes:
    return pack(word_parts("") | {"word/document.xml": xml.encode()})


def declared(entities: str, body: str = "") -> bytes:
    return document(f"<!DOCTYPE x [{entities}]><w:document {SPACES}><w:body>{body}</w:body></w:document>")


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "it is empty"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "it is protected by a password"),
        (COMPOUND + "WordDocument".encode("utf-16-le"), "it is in the format of Word before 2007 (.doc)"),
        (COMPOUND, "it is in the format of another program"),
        (b"%PDF-1.7 ...", "it is a PDF file"),
        (b"{\\rtf1 ...}", "it is an RTF file"),
        (b"Dear colleague", "it is damaged, or not a .docx file"),
        (GOOD[: len(GOOD) // 2], "it is damaged, or not a .docx file"),
        (GOOD[:-30], "it is damaged, or not a .docx file"),
        (zipped({"readme.txt": "x"}), "it is a zip file, but there is no Word document in it"),
        (
            zipped({"_rels/.rels": OFFICE, "xl/workbook.xml": "x"}),
            "it is an Excel workbook, not a Word document",
        ),
        (zipped({"mimetype": "application/vnd.oasis"}), "it is an OpenDocument file, not a Word document"),
        (zipped({"_rels/.rels": "<broken"}), "the list of its parts is damaged"),
        (zipped({"_rels/.rels": f"<!DOCTYPE x [{LAUGHS}]><x>&l9;</x>"}), "the list of its parts is damaged"),
        (document("<w:document"), "word/document.xml is damaged"),
        (document("<x/>"), "word/document.xml holds no text of a Word document"),
        (document(f"<w:document {SPACES}/>"), "word/document.xml holds no text of a Word document"),
        (
            declared('<!ENTITY x SYSTEM "file:///etc/passwd">', p("<w:r><w:t>&x;</w:t></w:r>")),
            "word/document.xml declares entities of its own, which no Word file needs",
        ),
        (
            declared('<!ENTITY l0 "ha">' + LAUGHS, p("<w:r><w:t>&l9;</w:t></w:r>")),
            "word/document.xml declares entities of its own, which no Word file needs",
        ),
        (
            word_file("<w:sdt><w:sdtContent>" * 10_000 + "</w:sdtContent></w:sdt>" * 10_000),
            "word/document.xml is nested too deeply, or has a text that is too long",
        ),
        (
            word_file(p(t("x" * 11_000_000))),
            "a part of it grows far more than text does when it is unpacked",
        ),
        (
            zipped(word_parts("") | {"word/media/a.xml": BOMB}),
            "a part of it grows far more than text does when it is unpacked",
        ),
        (
            zipped(dict.fromkeys(map(str, range(2_500)), "x")),
            "it is far larger than any Word file needs to be",
        ),
    ],
)
def test_what_cannot_be_used_is_said_with_the_reason(data: bytes, why: str) -> None:
    with pytest.raises(ClausekitError) as raised:
        read(data, "agreement.docx")
    (finding,) = raised.value.findings
    assert finding.message == f"This Word file cannot be used: {why}."
    assert finding.source is not None
    assert finding.source.file == "agreement.docx"
    assert finding.remedy


def test_a_zip_that_lies_about_the_size_of_its_parts() -> None:
    data = bytearray(zipped(word_parts(p(t("x" * 5_000)))))
    place = data.index(b"PK\x01\x02", data.index(b"word/document.xml"))
    place = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/document.xml"))
    data[place + 24 : place + 28] = struct.pack("<I", 10)
    with pytest.raises(ClausekitError, match="it is damaged"):
        read(bytes(data), "agreement.docx")


def test_a_damaged_list_of_the_parts_of_a_header_is_said() -> None:
    parts = word_parts(p(t("x")), header1=p(t("Draft"))) | {"word/_rels/header1.xml.rels": b"<broken"}
    with pytest.raises(ClausekitError, match="the list of its parts is damaged"):
        read(pack(parts), "agreement.docx")


def test_fields_that_never_end_are_no_trap() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    (found,) = passages(reading(p(begin * 30_000 + t("text"))).body)
    assert found.text == "text"


def test_nothing_is_fetched_and_it_is_said() -> None:
    parts = word_parts(p(t("The text")))
    parts["word/_rels/document.xml.rels"] = relationships(
        {"a": ("attachedTemplate", "http://evil.example/t.dotm"), "b": ("image", "http://evil.example/i.png"),
         "c": ("hyperlink", "http://council.example/")}
    )  # fmt: skip
    assert read(pack(parts), "agreement.docx").reading.unread == ("2 links to files elsewhere",)


def test_macros_are_passed_over_and_it_is_said() -> None:
    found = read(word_file(p(t("The text")), {"vbaProject.bin": b"\0"}), "agreement.docm").reading
    assert found.unread == ("macros",)


@pytest.mark.parametrize("extra", [{"media/a.png": b"one"}, {"media/a.png": b"two"}])
def test_pictures_are_told_apart_but_not_read(extra: dict[str, bytes]) -> None:
    picture = '<w:r><w:drawing><pic:pic><a:blip r:embed="media/a.png"/></pic:pic></w:drawing></w:r>'
    found = read(word_file(p(t("See ") + picture), extra), "agreement.docx").reading
    other = read(word_file(p(t("See ") + picture), {"media/a.png": b"three"}), "agreement.docx").reading
    (passage,), (changed,) = passages(found.body), passages(other.body)
    assert found.unread == ("1 picture",)
    assert passage.text == changed.text
    assert passage.spans[1].object != changed.spans[1].object != ""


def test_missing_parts_and_ids_that_occur_twice_do_no_harm() -> None:
    twice = '<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>' * 2
    parts = word_parts(p(twice + t("text")) + numbered("x"), styles=style("A", "") * 2)
    parts["word/_rels/document.xml.rels"] = relationships(
        {"a": ("styles", "styles.xml"), "b": ("numbering", "nowhere.xml"), "c": ("theme", "theme.xml")}
    )
    del parts["[Content_Types].xml"]
    found = list(passages(read(pack(parts), "agreement.docx").reading.body))
    assert [(one.text, one.bookmarks, one.label) for one in found] == [
        ("text", ("a", "a"), ""),
        ("x", (), ""),
    ]


def test_the_strict_form_of_the_format_is_read() -> None:
    strict = {
        name: data.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ).replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, data in word_parts(p(t("Bold", "<w:b/>"), '<w:ind w:start="36pt"/>')).items()
    }
    (found,) = passages(read(pack(strict), "agreement.docx").reading.body)
    assert (found.text, found.spans[0].look.bold, found.indent) == ("Bold", True, 720)


def test_an_empty_body_is_an_empty_reading() -> None:
    found = reading("")
    assert (found.body, found.structured) == ((), False)


def test_content_types_are_not_needed_to_read() -> None:
    parts = word_parts(p(t("The text"))) | {"[Content_Types].xml": b"<Types/>"}
    assert [one.text for one in passages(read(pack(parts), "a.docx").reading.body)] == ["The text"]
