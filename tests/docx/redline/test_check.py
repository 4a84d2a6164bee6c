"""The check of a redline can fail: a good one, made by hand, with one fault after the other planted in it."""

from __future__ import annotations

import pytest

from clausekit.formats.docx.reader import read
from clausekit.formats.docx.redline.check import faults
from clausekit.problems import show
from tests.docx.redline.acceptance import differences
from tests.docx.redline.agreements import Agreement, Block, Cell, Note, Table, Words, p
from tests.docx.redline.noise import fewest_words, marked_words
from tests.docx.redline.setting import word_file
from tests.docx.word_files import parts, with_part

BY = 'w:id="9" w:author="A" w:date="2019-04-01T00:00:00Z"'
INS, DEL = f"<w:ins {BY}>", f"<w:del {BY}>"
MARK_INS, MARK_DEL = f"<w:rPr><w:ins {BY}/></w:rPr>", f"<w:rPr><w:del {BY}/></w:rPr>"


def _agreement(*middle: str, days: str, style: str, bold: bool, rows: tuple[str, ...], note: str) -> bytes:
    blocks: list[Block] = [
        p("Payment", style="Heading1"),
        p(
            Words("The Council", bold=bold),
            f" shall pay within {days} Working Days.",
            Note(note),
            style=style,
        ),
        *(p(text, style="Clause2") for text in middle),
        Table([[Cell([p(text)])] for text in rows]),
        p("end"),
    ]
    return word_file(Agreement(blocks, header="Draft"))


OLD = _agreement("It is due.", days="ten", style="Clause2", bold=False, rows=("a", "b"), note="See it.")
NEW = _agreement("It is late.", days="20", style="Clause3", bold=True, rows=("a", "c"), note="See that.")


def _r(text: str, look: str = "") -> str:
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def _d(text: str) -> str:
    return f'{DEL}<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def _i(text: str) -> str:
    return f"{INS}{_r(text)}</w:ins>"


BOLD = f"<w:rPr><w:b/><w:rPrChange {BY}><w:rPr/></w:rPrChange></w:rPr>"
RELAID = (
    f'<w:pStyle w:val="Clause3"/><w:pPrChange {BY}><w:pPr><w:pStyle w:val="Clause2"/></w:pPr></w:pPrChange>'
)
DAYS = f"{_r(' shall pay within ')}{_d('ten')}{_i('20')}{_r(' Working Days.')}"
CLAUSES = (
    f'<w:p><w:pPr><w:pStyle w:val="Clause2"/>{MARK_DEL}</w:pPr>{_d("It is due.")}</w:p>'
    f'<w:p><w:pPr><w:pStyle w:val="Clause2"/>{MARK_INS}</w:pPr>{_i("It is late.")}</w:p>'
)
ROW_DEL, ROW_INS = f"<w:trPr><w:del {BY}/></w:trPr>", f"<w:trPr><w:ins {BY}/></w:trPr>"


def _row(text: str, properties: str = "", inner: str = "") -> str:
    cell = f'<w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr><w:p>{_BODY_TEXT}{inner or _r(text)}</w:p>'
    return f"<w:tr>{properties}<w:tc>{cell}</w:tc></w:tr>"


_BODY_TEXT = '<w:pPr><w:pStyle w:val="BodyText"/></w:pPr>'
ROWS = _row("a") + _row("b", ROW_DEL, _d("b")) + _row("c", ROW_INS, _i("c"))
NOTE = f"{_r(' See ')}{_d('it.')}{_i('that.')}"


def _redline() -> bytes:
    document = parts(NEW)["word/document.xml"].decode()
    for new, tracked in (
        (_r("The Council", "<w:rPr><w:b/></w:rPr>"), _r("The Council", BOLD)),
        ('<w:pStyle w:val="Clause3"/>', RELAID),
        (_r(" shall pay within 20 Working Days."), DAYS),
        (f'<w:p><w:pPr><w:pStyle w:val="Clause2"/></w:pPr>{_r("It is late.")}</w:p>', CLAUSES),
        (_row("a") + _row("c"), ROWS),
    ):
        assert document.count(new) == 1
        document = document.replace(new, tracked)
    footnotes = parts(NEW)["word/footnotes.xml"].decode().replace(_r(" See that."), NOTE)
    whole = with_part(NEW, "word/document.xml", document.encode())
    return with_part(whole, "word/footnotes.xml", footnotes.encode())


REDLINE = _redline()


def _faults(redline: bytes) -> list[str]:
    return [show(one) for one in faults(redline, read(OLD, "old.docx"), read(NEW, "new.docx"))]


def test_a_good_redline_has_no_fault() -> None:
    assert _faults(REDLINE) == []
    assert differences(REDLINE, OLD, NEW) == []


def test_a_good_redline_marks_no_more_than_it_must() -> None:
    # ten, 20; "It is due." and "It is late."; the rows "b" and "c"
    assert marked_words(REDLINE) == 2 + 6 + 2
    assert fewest_words(["within", "ten", "Working", "Days"], ["within", "20", "Working", "Days"]) == 2


@pytest.mark.parametrize(
    ("part", "good", "bad", "said"),
    [
        ("document", _i("20"), _r("20"), "rejected, the redline does not read as old.docx: the words"),
        ("document", _d("ten"), "", "rejected, the redline does not read as old.docx: the words"),
        ("document", _d("ten"), _r("ten"), "accepted, the redline does not read as new.docx: the words"),
        ("document", _r(" Working Days."), _r(" Days Working."), "accepted"),
        ("document", _r(" Working Days."), _r(" Working  Days."), "accepted"),
        ("document", _r(" Working Days."), _r("\u00a0Working Days."), "accepted"),
        ("document", RELAID, '<w:pStyle w:val="Clause3"/>', "read as old.docx: style"),
        ("document", '<w:pPr><w:pStyle w:val="Clause2"/></w:pPr></w:pPrChange>',
         '<w:pPr><w:pStyle w:val="Clause2"/><w:jc w:val="center"/></w:pPr></w:pPrChange>', "alignment"),
        ("document", '<w:pPr><w:pStyle w:val="Clause2"/></w:pPr></w:pPrChange>',
         '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr></w:pPrChange>', "style"),
        ("document", BOLD, "<w:rPr><w:b/></w:rPr>", "rejected, the redline does not read as old.docx: bold"),
        ("document", _r("The Council", BOLD), _r("The Council"), "read as new.docx: bold"),
        ("document", MARK_INS, "", "rejected, the redline does not read as old.docx: paragraphs"),
        ("document", MARK_DEL, "", "accepted, the redline does not read as new.docx: paragraphs"),
        ("document", ROW_INS, "", "rejected, the redline does not read as old.docx: paragraphs or tables"),
        ("document", ROW_DEL, "", "accepted, the redline does not read as new.docx: paragraphs or tables"),
        ("document", "<w:tbl>", "<w:p/><w:tbl>", "paragraphs or tables"),
        ("document", 'w:type="dxa"/></w:tcPr>', 'w:type="dxa"/><w:vMerge/></w:tcPr>', "tables"),
        ("footnotes", _i("that."), _i("this."), "the words differ in footnote 1"),
        ("header1", "Draft", "Final", "the words differ in the header (default) of section 1"),
        ("numbering", "%1.%2", "%1/%2", "number"),
    ],
)  # fmt: skip
def test_each_fault_is_found(part: str, good: str, bad: str, said: str) -> None:
    name = f"word/{part}.xml"
    content = parts(REDLINE)[name].decode()
    assert good in content
    faulty = with_part(REDLINE, name, content.replace(good, bad, 1).encode())
    found = _faults(faulty)
    assert any(said in one for one in found), found
    assert differences(faulty, OLD, NEW) != []


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "_rels/.rels"])
def test_what_cannot_be_read_back_is_a_fault(part: str) -> None:
    assert "cannot be read back" in _faults(b"")[0]
    assert "cannot be read back" in _faults(with_part(REDLINE, part, b"<broken>"))[0]


def test_half_a_field_is_a_fault() -> None:
    half = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    content = parts(REDLINE)["word/document.xml"].decode().replace(_d("ten"), _d("ten") + half)
    assert "paragraphs or tables" in _faults(with_part(REDLINE, "word/document.xml", content.encode()))[0]


def test_a_fault_says_where_what_and_what_to_do() -> None:
    content = parts(REDLINE)["word/document.xml"].decode()
    [found] = _faults(with_part(REDLINE, "word/document.xml", content.replace(_d("ten"), "").encode()))
    assert (
        found
        == """\
old.docx: error: With all its changes rejected, the redline does not read as old.docx: the words differ in \
the body, at 1.1.
      | The Council shall pay within ten Working Days.[note]
  The redline is not delivered. This is a fault of clausekit, not of your files; please report it. The other \
formats of the report are not affected.
  wanted: The Council shall pay within ten Working Days.[note]
  found: The Council shall pay within  Working Days.[note]"""
    )
