"""The text of a passage, and how it answers to the XML."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausekit.formats.docx.reader import WordFile, read
from clausekit.formats.docx.reader.characters import pieces
from clausekit.reading import NOTE_MARK, OBJECT_MARK, Passage
from tests.docx.reader.small_files import field, p, passage, passages, reading, t, word_file

DRAWING = '<w:drawing><a:blip r:embed="media/a.png"/></w:drawing>'


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<w:r><w:t>one</w:t><w:tab/><w:t>two</w:t></w:r>", "one\ttwo"),
        ("<w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:cr/></w:r>", "one\ntwo\n"),
        ('<w:r><w:t>one</w:t><w:br w:type="page"/><w:t>two</w:t></w:r>', "onetwo"),
        ("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t><w:softHyphen/></w:r>", "co\u2011op\u00ad"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "\uf0fc"),
        ('<w:r><w:sym w:font="Wingdings" w:char="D800"/></w:r>', "\ufffd"),
        ("<w:r><w:t> blanks at the ends </w:t></w:r>", "blanks at the ends"),
        ('<w:r><w:t xml:space="preserve"> blanks </w:t></w:r>', " blanks "),
        ('<w:r><w:t xml:space="preserve">a line\nend in the file</w:t></w:r>', "a line end in the file"),
        ('<w:r><w:footnoteReference w:id="2"/></w:r>', NOTE_MARK),
        (f"<w:r>{DRAWING}</w:r>", OBJECT_MARK),
        ("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", OBJECT_MARK),
        (f"<w:r><w:t>{OBJECT_MARK}{NOTE_MARK}</w:t></w:r>", "\ufffd\ufffd"),
        (
            "<w:r><mc:AlternateContent><mc:Choice><w:t>new</w:t></mc:Choice><mc:Fallback><w:t>old</w:t>"
            "</mc:Fallback></mc:AlternateContent></w:r>",
            "old",
        ),
        (
            f"<w:r><mc:AlternateContent><mc:Choice>{DRAWING}</mc:Choice><mc:Fallback><w:pict/></mc:Fallback>"
            "</mc:AlternateContent></w:r>",
            OBJECT_MARK,
        ),
    ],
)
def test_each_character_is_read_once(content: str, text: str) -> None:
    assert passage(content).text == text


@pytest.mark.parametrize(
    "around",
    [
        '<w:hyperlink r:id="x">{}</w:hyperlink>',
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:smartTag>{}</w:smartTag>",
        "<w:customXml>{}</w:customXml>",
        '<w:dir w:val="ltr">{}</w:dir>',
        "<w:bdo>{}</w:bdo>",
        '<w:fldSimple w:instr=" HYPERLINK x ">{}</w:fldSimple>',
    ],
)
def test_what_stands_around_runs_is_seen_through(around: str) -> None:
    inner = around.format(t("the Partners"))
    assert passage(t("All of ") + inner + t(" agree")).text == "All of the Partners agree"


def test_a_field_is_one_piece_and_one_span() -> None:
    content = t("see clause ") + field("REF _Ref1 \\n \\h", t("7") + t(".3", "<w:b/>")) + t(" above")
    file = read(word_file(p(content)), "agreement.docx")
    (found,) = passages(file.reading.body)
    assert found.text == "see clause 7.3 above"
    assert [(found.text[span.start : span.end], span.reference) for span in found.spans] == [
        ("see clause ", ""),
        ("7.3", "_Ref1"),
        (" above", ""),
    ]
    (piece,) = [piece for piece in pieces(file.elements[found], "plain") if piece.kind == "field"]
    assert len(piece.elements) == 6


@pytest.mark.parametrize(
    ("content", "text", "reference"),
    [
        ('<w:fldSimple w:instr=" REF a \\h "><w:r><w:t>8</w:t></w:r></w:fldSimple>', "8", "a"),
        (field("PAGEREF b", t("12")), "12", "b"),
        (field("PAGE", t("3")), "#", ""),
        (field("HYPERLINK http://council.example", t("our site")), "our site", ""),
        (field("HYPERLINK x", field("PAGEREF c \\h", t("4"))), "4", "c"),
        (field("IF 1 = 1", t("yes") + field("REF d", t("9"))), "yes9", ""),
        ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>no end</w:t></w:r>', "no end", ""),
        ('<w:r><w:t>no begin</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>', "no begin", ""),
    ],
)
def test_what_fields_print(content: str, text: str, reference: str) -> None:
    found = passage(content)
    assert found.text == text
    assert {span.reference for span in found.spans} == {reference}


def test_a_table_of_contents_is_text_in_lines_of_contents() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> TOC \\h </w:instrText></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    body = p(begin + t("1\tTerm")) + p(t("2\tFunds") + end) + p(t("The text"))
    assert [(found.text, found.contents) for found in passages(reading(body).body)] == [
        ("1\tTerm", True),
        ("2\tFunds", True),
        ("The text", False),
    ]


def test_how_runs_are_cut_makes_no_difference() -> None:
    whole = passage(t("the Pooled Fund", "<w:b/>"))
    cut = passage(
        t("the P", "<w:b/>") + '<w:proofErr w:type="spellStart"/>' + t("ooled Fund", '<w:b w:val="1"/>')
    )
    assert (cut.text, cut.spans) == (whole.text, whole.spans)


INNER = st.sampled_from(
    ["<w:t>words</w:t>", "<w:tab/>", "<w:br/>", '<w:br w:type="page"/>', '<w:footnoteReference w:id="2"/>',
     '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="separate"/>',
     '<w:fldChar w:fldCharType="end"/>', "<w:instrText>REF x</w:instrText>", "<w:drawing/>",
     "<w:rPr><w:b/></w:rPr>"]
)  # fmt: skip
RUNS = st.lists(INNER, max_size=4).map(lambda inner: f"<w:r>{''.join(inner)}</w:r>")
WRAPPED = st.tuples(
    st.sampled_from(["ins", "del", "hyperlink", "smartTag", "moveTo"]), st.lists(RUNS, max_size=3)
).map(lambda pair: f"<w:{pair[0]}>{''.join(pair[1])}</w:{pair[0]}>")
MARKS = st.just('<w:bookmarkStart w:id="1" w:name="a"/>')


@given(st.lists(st.one_of(RUNS, WRAPPED, MARKS), max_size=8))
def test_pieces_and_spans_cover_the_text_whatever_stands_in_a_paragraph(content: list[str]) -> None:
    file = read(word_file(p("".join(content))), "agreement.docx", "kept")
    for found in passages(file.reading.body):
        parts = pieces(file.elements[found], "kept")
        assert "".join(piece.text for piece in parts) == found.text
        assert_cover(found.text, [(piece.start, piece.end) for piece in parts])
        assert_cover(found.text, [(span.start, span.end) for span in found.spans])
        assert_each_run_once(file, found)


def assert_cover(text: str, ranges: Iterable[tuple[int, int]]) -> None:
    at = 0
    for start, end in ranges:
        assert start == at
        at = end
    assert at == len(text)


def assert_each_run_once(file: WordFile, found: Passage) -> None:
    elements = [one for piece in pieces(file.elements[found], "kept") for one in piece.elements]
    assert len(elements) == len(set(elements))
