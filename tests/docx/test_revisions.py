"""Accepting and rejecting tracked changes: small XML in, small XML out.

The samples leave out the prefix ``w:`` of elements, and authors and dates.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from clausekit.formats.docx.revisions import accept_all, has_revisions, reject_all
from clausekit.formats.docx.xml import W
from tests.docx.redline.acceptance import Side, read
from tests.docx.redline.tracking import tracked_files
from tests.docx.word_files import part, with_part

MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"

GONE = "<pPr><rPr><del/></rPr></pPr>"
NEW = "<pPr><rPr><ins/></rPr></pPr>"
LOOSE = "<pPr><rPr/></pPr>"


def tree(xml: str) -> etree._Element:
    return etree.fromstring(f'<body xmlns="{W}" xmlns:w="{W}" xmlns:m="{MATH}">{xml}</body>')


def shown(element: etree._Element) -> str:
    """Return what is in an element, as the samples are written."""
    text = re.sub(r' xmlns(:\w)?="[^"]*"|(?<=[</])w:(?=\w)', "", etree.tostring(element).decode())
    return re.sub("^<body>|</body>$|^<body/>$", "", text)


def accepted(xml: str) -> str:
    root = tree(xml)
    accept_all({"word/document.xml": root})
    assert not has_revisions({"word/document.xml": root})
    return shown(root)


def rejected(xml: str) -> str:
    root = tree(xml)
    reject_all({"word/document.xml": root})
    assert not has_revisions({"word/document.xml": root})
    return shown(root)


def r(text: str) -> str:
    return f"<r><t>{text}</t></r>"


def p(text: str, properties: str = "") -> str:
    return f"<p>{properties}{r(text)}</p>"


def deleted(text: str) -> str:
    return f"<del><r><delText>{text}</delText></r></del>"


def inserted(text: str) -> str:
    return f"<ins>{r(text)}</ins>"


def gone(text: str) -> str:
    """A paragraph deleted as a whole."""
    return f"<p>{GONE}{deleted(text)}</p>"


def new(text: str) -> str:
    """A paragraph inserted as a whole."""
    return f"<p>{NEW}{inserted(text)}</p>"


def table(*rows: str) -> str:
    return f"<tbl>{''.join(rows)}</tbl>"


def row(*cells: str, properties: str = "") -> str:
    return f"<tr>{properties}{''.join(cells)}</tr>"


def cell(content: str, properties: str = "") -> str:
    return f"<tc>{properties}{content}</tc>"


# words


def test_words_replaced() -> None:
    xml = f"<p>{r('within ')}{deleted('ten')}{inserted('20')}{r(' days')}</p>"
    assert accepted(xml) == f"<p>{r('within ')}{r('20')}{r(' days')}</p>"
    assert rejected(xml) == f"<p>{r('within ')}{r('ten')}{r(' days')}</p>"


def test_words_that_someone_inserted_and_someone_else_deleted_are_gone_either_way() -> None:
    xml = f"<p>{r('a')}<ins>{deleted('b')}{r('c')}</ins></p>"
    assert accepted(xml) == f"<p>{r('a')}{r('c')}</p>"
    assert rejected(xml) == p("a")


def test_moved_words_stand_in_one_place() -> None:
    xml = (
        '<p><moveFromRangeStart w:id="1" w:name="m"/><moveFrom><r><t>here</t></r></moveFrom>'
        '<moveFromRangeEnd w:id="1"/></p>'
        '<p><moveToRangeStart w:id="2" w:name="m"/><moveTo><r><t>here</t></r></moveTo>'
        '<moveToRangeEnd w:id="2"/></p>'
    )
    assert accepted(xml) == f"<p/>{p('here')}"
    assert rejected(xml) == f"{p('here')}<p/>"


def test_a_deleted_field_keeps_its_instruction_when_it_returns() -> None:
    xml = "<p><del><r><delInstrText> REF _a </delInstrText></r></del></p>"
    assert rejected(xml) == "<p><r><instrText> REF _a </instrText></r></p>"


def test_a_link_or_control_that_loses_all_its_words_goes_with_them() -> None:
    link = f"<hyperlink>{deleted('the website')}</hyperlink>"
    control = f"<sdt><sdtPr/><sdtContent>{deleted('Leicester')}</sdtContent></sdt>"
    xml = f"<p>{r('see ')}{link}{control}</p>"
    assert accepted(xml) == p("see ")
    assert "hyperlink" in rejected(xml)
    assert "sdtContent" in rejected(xml)


def test_a_bookmark_that_goes_in_part_keeps_both_ends() -> None:
    start, end = '<bookmarkStart w:id="1" w:name="b"/>', '<bookmarkEnd w:id="1"/>'
    xml = f"<p><del>{start}<r><delText>old</delText></r></del>{r('kept')}{end}</p>"
    assert accepted(xml) == f"<p>{start}{r('kept')}{end}</p>"


def test_a_bookmark_that_goes_whole_is_gone() -> None:
    xml = (
        '<p><del><bookmarkStart w:id="1" w:name="b"/><r><delText>old</delText></r><bookmarkEnd w:id="1"/>'
        f"</del>{r('kept')}</p>"
    )
    assert accepted(xml) == p("kept")


# paragraphs


def test_a_whole_paragraph() -> None:
    assert accepted(p("a") + gone("b") + p("c")) == p("a") + p("c")
    assert rejected(p("a") + new("b") + p("c")) == p("a") + p("c")
    assert accepted(p("a") + new("b") + p("c")) == p("a") + p("b", LOOSE) + p("c")


def test_paragraphs_joined_have_the_properties_of_the_last() -> None:
    mark = '<pPr><pStyle w:val="Heading1"/><rPr><del/></rPr></pPr>'
    kept = '<pPr><pStyle w:val="BodyText"/></pPr>'
    assert accepted(p("a", mark) + p("b", kept)) == f"<p>{kept}{r('a')}{r('b')}</p>"
    assert accepted(p("a", mark) + p("b")) == f"<p>{r('a')}{r('b')}</p>"


def test_several_paragraphs_joined_at_once() -> None:
    assert (
        accepted(p("a", GONE) + p("b", GONE) + p("c", GONE) + p("d"))
        == f"<p>{r('a') + r('b') + r('c') + r('d')}</p>"
    )


def test_a_split_paragraph_is_whole_again() -> None:
    assert rejected(p("a", NEW) + p("b")) == f"<p>{r('a')}{r('b')}</p>"


def test_a_mark_inserted_and_deleted_is_gone_either_way() -> None:
    xml = p("a", "<pPr><rPr><ins/><del/></rPr></pPr>") + p("b")
    assert accepted(xml) == rejected(xml) == f"<p>{r('a')}{r('b')}</p>"


def test_a_moved_paragraph() -> None:
    left = "<p><pPr><rPr><moveFrom/></rPr></pPr><moveFrom><r><t>b</t></r></moveFrom></p>"
    came = "<p><pPr><rPr><moveTo/></rPr></pPr><moveTo><r><t>b</t></r></moveTo></p>"
    xml = p("a") + left + p("c") + came + p("d")
    assert accepted(xml) == p("a") + p("c") + p("b", LOOSE) + p("d")
    assert rejected(xml) == p("a") + p("b", LOOSE) + p("c") + p("d")


def test_before_a_table_an_empty_paragraph_goes_and_one_with_words_stays() -> None:
    rows = table(row(cell(p("x"))))
    assert accepted(p("a") + gone("b") + rows) == p("a") + rows
    assert accepted(p("a", GONE) + rows) == p("a", LOOSE) + rows
    assert accepted(p("a", GONE) + gone("b") + rows) == p("a", LOOSE) + rows
    assert accepted(gone("a") + gone("b") + rows) == rows


def test_the_last_paragraph_never_goes() -> None:
    assert accepted(p("a") + gone("b")) == f"{p('a')}<p>{LOOSE}</p>"
    assert accepted(p("a") + gone("b") + "<sectPr/>") == f"{p('a')}<p>{LOOSE}</p><sectPr/>"
    assert accepted(p("a", GONE) + f"<p>{deleted('b')}</p><sectPr/>") == f"{p('a')}<sectPr/>"


def test_paragraphs_are_joined_out_of_and_into_controls() -> None:
    def control(content: str) -> str:
        return f"<sdt><sdtPr/><sdtContent>{content}</sdtContent></sdt>"

    joined = f"<p>{r('a')}{r('b')}</p>"
    assert accepted(p("a", GONE) + control(p("b"))) == control(joined)
    assert accepted(control(p("x") + p("a", GONE)) + p("b")) == control(p("x")) + joined
    assert accepted(control(gone("a")) + p("b")) == p("b")


def test_a_bookmark_around_a_deleted_paragraph_moves_on_to_the_next_one() -> None:
    start, end = '<bookmarkStart w:id="1" w:name="b"/>', '<bookmarkEnd w:id="1"/>'
    assert accepted(f"<p>{GONE}{start}{deleted('a')}{end}</p>{p('b')}") == f"<p>{start}{end}{r('b')}</p>"


# tables


def test_rows() -> None:
    xml = table(
        row(cell(p("a"))),
        row(cell(gone("b")), properties="<trPr><del/></trPr>"),
        row(cell(new("c")), properties="<trPr><cantSplit/><ins/></trPr>"),
    )
    assert accepted(xml) == table(
        row(cell(p("a"))), row(cell(p("c", LOOSE)), properties="<trPr><cantSplit/></trPr>")
    )
    assert rejected(xml) == table(row(cell(p("a"))), row(cell(p("b", LOOSE)), properties="<trPr/>"))


def test_a_table_whose_rows_all_go_is_gone_and_its_neighbours_stay_apart() -> None:
    going = row(cell(gone("x")), properties="<trPr><del/></trPr>")
    assert accepted(p("a") + table(going, going) + p("b")) == p("a") + p("b")


def test_tables_may_be_left_side_by_side() -> None:
    rows = table(row(cell(p("x"))))
    assert accepted(rows + gone("between") + rows) == rows + rows


def test_cells() -> None:
    xml = table(
        row(
            cell(p("a")),
            cell(gone("b"), "<tcPr><cellDel/></tcPr>"),
            cell(new("c"), "<tcPr><cellIns/></tcPr>"),
        )
    )
    assert accepted(xml) == table(row(cell(p("a")), cell(p("c", LOOSE), "<tcPr/>")))
    assert rejected(xml) == table(row(cell(p("a")), cell(f"<p>{LOOSE}{r('b')}</p>", "<tcPr/>")))


def test_a_row_and_a_table_without_cells_go() -> None:
    only = table(row(cell(p("x"), "<tcPr><cellDel/></tcPr>")))
    assert accepted(p("a") + only + p("b")) == p("a") + p("b")


def test_a_cell_keeps_a_paragraph() -> None:
    inner = table(row(cell(p("x")), properties="<trPr><del/></trPr>"))
    assert accepted(table(row(cell(gone("b"))))) == table(row(cell(f"<p>{LOOSE}</p>")))
    assert accepted(table(row(cell(inner)))) == table(row(cell("<p/>")))


def test_merged_cells() -> None:
    xml = cell(p("a"), '<tcPr><tcW w:w="1"/><cellMerge w:vMerge="cont" w:vMergeOrig="rest"/></tcPr>')
    assert accepted(xml) == cell(p("a"), '<tcPr><tcW w:w="1"/><vMerge w:val="continue"/></tcPr>')
    assert rejected(xml) == cell(p("a"), '<tcPr><tcW w:w="1"/><vMerge w:val="restart"/></tcPr>')


# looks


@pytest.mark.parametrize(
    ("xml", "new", "old"),
    [
        ("<r><rPr><b/><rPrChange><rPr><i/></rPr></rPrChange></rPr></r>", "<b/>", "<i/>"),
        ("<tblPr><x/><tblPrChange><tblPr><y/></tblPr></tblPrChange></tblPr>", "<x/>", "<y/>"),
        ("<tblPrEx><x/><tblPrExChange><tblPrEx><y/></tblPrEx></tblPrExChange></tblPrEx>", "<x/>", "<y/>"),
        ("<trPr><x/><trPrChange><trPr><y/></trPr></trPrChange></trPr>", "<x/>", "<y/>"),
        ("<tcPr><x/><tcPrChange><tcPr><y/></tcPr></tcPrChange></tcPr>", "<x/>", "<y/>"),
        ("<tblGrid><x/><tblGridChange><tblGrid><y/></tblGrid></tblGridChange></tblGrid>", "<x/>", "<y/>"),
    ],
)
def test_looks_of_runs_tables_rows_cells_and_columns(xml: str, new: str, old: str) -> None:
    outside = xml.partition(new)[0]
    assert accepted(xml).startswith(outside + new + "</")
    assert rejected(xml).startswith(outside + old + "</")


def test_a_change_of_a_paragraph_says_nothing_of_its_mark_and_its_section() -> None:
    xml = (
        '<p><pPr><jc w:val="both"/><rPr><b/></rPr><sectPr/>'
        '<pPrChange><pPr><pStyle w:val="Title"/></pPr></pPrChange></pPr></p>'
    )
    assert accepted(xml) == '<p><pPr><jc w:val="both"/><rPr><b/></rPr><sectPr/></pPr></p>'
    assert rejected(xml) == '<p><pPr><pStyle w:val="Title"/><rPr><b/></rPr><sectPr/></pPr></p>'


def test_a_change_of_a_section_says_nothing_of_its_headers() -> None:
    xml = (
        '<sectPr><headerReference w:type="default"/><cols w:num="2"/>'
        '<sectPrChange><sectPr><cols w:num="1"/></sectPr></sectPrChange></sectPr>'
    )
    assert accepted(xml) == '<sectPr><headerReference w:type="default"/><cols w:num="2"/></sectPr>'
    assert rejected(xml) == '<sectPr><headerReference w:type="default"/><cols w:num="1"/></sectPr>'


def test_numbering_put_on_a_paragraph() -> None:
    xml = '<p><pPr><numPr><numId w:val="1"/><ins/></numPr></pPr></p>'
    assert accepted(xml) == '<p><pPr><numPr><numId w:val="1"/></numPr></pPr></p>'
    assert rejected(xml) == "<p><pPr/></p>"


def test_a_control_whose_markup_goes_leaves_its_words() -> None:
    xml = (
        '<customXmlDelRangeStart w:id="1"/><sdt><sdtPr/><sdtContent><customXmlDelRangeEnd w:id="1"/>'
        f'{p("a")}<customXmlDelRangeStart w:id="2"/></sdtContent></sdt><customXmlDelRangeEnd w:id="2"/>'
    )
    assert accepted(xml) == p("a")
    assert rejected(xml) == f"<sdt><sdtPr/><sdtContent>{p('a')}</sdtContent></sdt>"


def test_what_has_no_changes_stays_as_it_is() -> None:
    xml = p("a") + table(row(cell(p("x"))))
    assert not has_revisions({"word/document.xml": tree(xml)})
    assert accepted(xml) == rejected(xml) == xml


@settings(
    max_examples=60, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
@given(tracked_files())
def test_it_agrees_with_what_the_standard_says(file: bytes) -> None:
    sides: tuple[tuple[Side, Callable[[dict[str, etree._Element]], None]], ...] = (
        ("accepted", accept_all),
        ("rejected", reject_all),
    )
    for side, settle in sides:
        document = part(file)
        settle({"word/document.xml": document})
        settled = with_part(file, "word/document.xml", etree.tostring(document))
        assert read(settled, "accepted") == read(file, side)
