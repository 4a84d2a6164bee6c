"""What a draft looks like as a Word file."""

from __future__ import annotations

import json

import pytest
from lxml import etree

from clausekit.formats.docx.columns import column_widths
from clausekit.formats.docx.tags import tag
from clausekit.model import (
    BLANK,
    Alignment,
    Blank,
    DefinedTerm,
    Emphasis,
    Footnote,
    Inline,
    ItemList,
    SignatureBlock,
    Strong,
    Table,
    Use,
    Value,
)
from tests.builders import clause, document, item, run
from tests.docx.samples import word
from tests.docx.word_files import W, WordParagraph, paragraphs, part, value, words
from tests.formats.agreement import agreement, alone, draft, draft_of

FILE = word(draft(agreement()))


def texts(file: bytes, style: str) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(file) if paragraph.style == style]


def controls(file: bytes) -> list[tuple[str, str]]:
    """Return the tag and the words of each content control."""
    return [(value(sdt, "sdtPr", "tag"), words(sdt)) for sdt in part(file).iter(f"{W}sdt")]


def runs(*inlines: str | Inline) -> list[tuple[str, str]]:
    """Return the words of each run of a paragraph, with its properties."""
    element = part(word(draft_of(*inlines), plain=True))
    paragraph = next(p for p in element.iter(f"{W}p") if value(p, "pPr", "pStyle") == "Heading1Text")
    return [
        (words_of_run(found), " ".join(etree.QName(p).localname for p in found.iterfind(f"{W}rPr/*")))
        for found in paragraph.iter(f"{W}r")
    ]


def words_of_run(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


# the parts of an agreement


def test_the_cover_has_the_title_and_no_header_or_footer() -> None:
    cover, contents, text = part(FILE).iter(f"{W}sectPr")
    assert texts(FILE, "Cover Title") == ["Agreement under section 75"]
    assert cover.find(f"{W}headerReference") is None
    assert contents.find(f"{W}headerReference") is not None
    assert text.find(f"{W}headerReference") is None, "it goes on with that of the contents"


def test_the_contents_list_each_heading_with_its_number_and_no_page() -> None:
    assert texts(FILE, "toc 1") == [
        "Parties",
        "Background",
        "1\tDefinitions",
        "2\tPooled Fund",
        "3\t[Not used]",
        "4\tDisputes",
        "Execution",
        "Schedule\u00a01\tFinance Protocol",
        "Schedule\u00a02\tInformation Sharing",
        "Schedule\u00a03\tThe Plan",
        "Schedule\u00a04\tPerformance",
        "Annex\u00a01\tApplicability",
    ]
    assert texts(FILE, "toc 2") == [
        "Part\u00a01\tAgreement of Westmarch County Council",
        "Part\u00a02\tProtocol",
    ]


def test_each_line_of_the_contents_is_a_link_to_its_heading() -> None:
    body = part(FILE)
    anchors = [link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink")]
    marked = [
        start.get(f"{W}name")
        for start in body.iter(f"{W}bookmarkStart")
        if start.get(f"{W}name", "").startswith("_Toc")
    ]
    assert anchors == marked


def test_without_a_cover_the_title_stands_above_the_text_and_there_are_no_contents() -> None:
    file = word(draft(document(clause("term"))))
    assert paragraphs(file) == [WordParagraph("Title", "An agreement"), WordParagraph("heading 1", "Term")]


def test_a_schedule_that_stands_alone_has_its_title_as_the_title_of_the_document() -> None:
    file = word(draft(alone(), "schedule-alone"))
    assert paragraphs(file)[:3] == [
        WordParagraph("Schedule Title", "Information Sharing"),
        WordParagraph("Part Heading", "Agreement of Westmarch County Council"),
        WordParagraph("Schedule Level 1", "Purpose"),
    ]


def test_the_header_says_the_short_title_and_the_status() -> None:
    assert words(part(FILE, "word/header1.xml")) == "Section 75 agreement\tDraft 1"
    assert words(part(FILE, "word/footer1.xml")) == "\tPage 1 of 1"


def test_the_properties_say_title_and_language() -> None:
    core = part(FILE, "docProps/core.xml")
    assert [child.text for child in core] == ["Agreement under section 75", "en-GB"]


def test_a_clause_that_is_not_used_keeps_its_heading() -> None:
    assert texts(FILE, "heading 1") == ["Definitions", "Pooled Fund", "[Not used]", "Disputes"]


def test_a_clause_without_provisions_is_indented_text() -> None:
    assert paragraphs(word(draft_of("Time is of the essence.")))[-1] == WordParagraph(
        "Heading 1 Text", "Time is of the essence."
    )


def test_text_after_an_inner_list_belongs_to_the_provision_that_holds_it() -> None:
    assert "as Schedule\u00a01 (Finance Protocol) says." in texts(FILE, "Clause Level 2 Text")


def test_a_term_is_bold_and_its_meaning_goes_on_from_it() -> None:
    assert texts(FILE, "Definition") == [
        "Partner means each party to this agreement.",
        "Pooled Fund means a fund that:",
        "Budget means the money for a year.",
        "Data means what is shared.",
    ]
    first = next(p for p in part(FILE).iter(f"{W}p") if value(p, "pPr", "pStyle") == "Definition")
    assert [
        words_of_run(found) for found in first.iter(f"{W}r") if found.find(f"{W}rPr/{W}b") is not None
    ] == ["Partner"]


def test_a_line_that_leads_into_a_list_stays_with_it() -> None:
    held = [words(p) for p in part(FILE).iter(f"{W}p") if p.find(f"{W}pPr/{W}keepNext") is not None]
    assert "Pooled Fund means a fund that:" in held
    assert "Headings do not affect the meaning of this agreement." not in held


def test_a_schedule_without_wording_shows_that_it_is_to_be_attached() -> None:
    assert texts(FILE, "Schedule Heading Text") == ["[Attached: plan-2026.docx]", "[To be attached]"]


def test_a_signature_block_is_held_together_up_to_its_last_line() -> None:
    lines = [p for p in part(FILE).iter(f"{W}p") if value(p, "pPr", "pStyle") == "SignatureLine"]
    assert [words(line) for line in lines] == ["Authorised signatory\t\t", "Name\t\t"]
    assert [value(line, "pPr", "keepNext") for line in lines] == ["", "0"]


def test_a_long_label_of_a_signature_line_leaves_room_for_the_line() -> None:
    label = "The Director of Law and Governance of the Council"
    assert texts(word(draft_of(SignatureBlock("s", (), (run(label),)))), "Signature Line") == [f"{label}\t"]


def test_drafting_notes_are_printed_only_when_asked_for() -> None:
    assert texts(FILE, "Drafting Note") == []
    with_notes = word(draft(agreement()), notes=True)
    assert texts(with_notes, "Drafting Note") == ["Drafting note: Give the figures of this year."]


def test_a_bullet_stands_under_the_text_that_it_belongs_to() -> None:
    bullets = ItemList((item("b", "a bullet"),), numbered=False)
    elements = part(word(draft_of(bullets))).iter(f"{W}p")
    bullet = next(p for p in elements if value(p, "pPr", "pStyle") == "ListBullet")
    indent = bullet.find(f"{W}pPr/{W}ind")
    assert indent is not None
    assert (indent.get(f"{W}left"), indent.get(f"{W}hanging")) == ("1287", "567")


# words


def test_words_next_to_each_other_share_a_run() -> None:
    assert runs("Each ", Use("Partner", "Partner"), " shall ", Strong(run("pay")), ".") == [
        ("Each Partner shall ", ""),
        ("pay", "b bCs"),
        (".", ""),
    ]


def test_a_term_defined_in_the_text_is_bold_between_curly_quotation_marks() -> None:
    assert runs("a ", DefinedTerm(run("Notice")), ".") == [("a “", ""), ("Notice", "b bCs"), ("”.", "")]


def test_italics_within_bold_are_both() -> None:
    assert runs(Strong(run(Emphasis(run("R v Kent"))))) == [("R v Kent", "b bCs i iCs")]


def test_a_blank_is_highlighted() -> None:
    assert runs(Blank("agreement.date")) == [(BLANK, "highlight")]


@pytest.mark.parametrize(
    "text",
    [
        "A*B_C [Ltd] & Sons",
        'Smith <Jones> "and" Sons',
        "{{ name }}",
        "Café ☕ 中文 \U0001f3db",
        "]]>",
        "&amp;",
    ],
)
def test_a_value_prints_exactly_as_it_is(text: str) -> None:
    assert runs(Value("name", text)) == [(text, "")]


def test_a_character_that_xml_does_not_know_is_left_out() -> None:
    assert runs(Value("name", "a\x00b\x1fc\ufffed\ud800e")) == [("abcde", "")]


def test_a_line_end_in_a_value_is_a_line_break() -> None:
    file = word(draft_of(Value("address", "County Hall\nGlenfield")))
    assert paragraphs(file)[-1].text == "County Hall\nGlenfield"


def test_a_footnote_stands_in_the_part_of_footnotes() -> None:
    notes = part(FILE, "word/footnotes.xml")
    assert [words(note).strip() for note in notes] == ["", "", "Net of VAT."]


def test_footnotes_are_numbered_in_their_order() -> None:
    file = word(draft_of("a", Footnote(run("first")), " b", Footnote(run("second"))))
    assert paragraphs(file)[-1].text == "a1 b2"


# where text came from


def test_each_clause_and_each_value_is_in_a_content_control_of_its_own() -> None:
    found = controls(FILE)
    assert ("param:council.name", "Westmarch County Council") in found
    assert ("param:boards[0].name", "A*B_C [Ltd] & Sons") in found
    assert ("param:agreement.date", BLANK) in found
    tags = [name for name, _ in found if name.startswith("clause:")]
    assert tags[2] == "clause:background/standard@1.0.0#00000000"
    assert len(tags) == 12


def test_a_plain_file_has_the_same_words_and_no_content_controls() -> None:
    plain = word(draft(agreement()), plain=True)
    assert controls(plain) == []
    assert paragraphs(plain) == paragraphs(FILE)


def test_a_long_tag_is_cut_and_stays_unlike_others() -> None:
    long = ["x" * 70 + end for end in "ab"]
    tags = [tag("param", name) for name in long]
    assert tag("param", "council.name") == "param:council.name"
    assert [len(name) for name in tags] == [64, 64]
    assert tags[0] != tags[1]


def test_the_manifest_travels_in_the_file() -> None:
    manifest = {"template": "section-75", "parameters": {"council": {"name": "A & B <é>"}}}
    file = word(draft(document(clause("term"))), manifest=manifest)
    element = part(file, "customXml/item1.xml")
    assert element.tag == "{urn:clausekit:manifest:1}manifest"
    assert json.loads(element.text or "") == manifest


# tables


def table(*rows: tuple[str, ...]) -> Table:
    header, *body = [tuple(run(cell) for cell in row) for row in rows]
    alignments: tuple[Alignment, ...] = ("left", "centre", "right")
    return Table("t", alignments[: len(header)], header, tuple(body))


def test_the_header_row_repeats_and_no_row_is_split() -> None:
    rows = list(part(word(draft_of(table(("a", "b"), ("1", "2"), ("3", "4"))))).iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_columns_are_aligned_as_the_table_says() -> None:
    cells = part(word(draft_of(table(("a", "b", "c"), ("1", "2", "3"))))).iter(f"{W}tc")
    assert [value(cell, "p", "pPr", "jc") for cell in cells] == ["", "center", "right"] * 2


def test_an_empty_cell_has_a_paragraph() -> None:
    cells = list(part(word(draft_of(table(("a", "b"), ("", "2"))))).iter(f"{W}tc"))
    assert [words(cell) for cell in cells] == ["a", "b", "", "2"]
    assert all(cell.find(f"{W}p") is not None for cell in cells)


def test_a_table_begins_where_the_text_around_it_begins_and_ends_at_the_margin() -> None:
    element = next(part(word(draft_of(table(("a", "b"), ("1", "2"))))).iter(f"{W}tbl"))
    indent, width = (element.find(f"{W}tblPr/{W}{name}") for name in ("tblInd", "tblW"))
    assert indent is not None
    assert width is not None
    assert (indent.get(f"{W}w"), width.get(f"{W}w")) == ("720", str(9026 - 720))


def test_columns_share_the_width_by_what_they_hold() -> None:
    narrow, wide = column_widths([["No.", "Service"], ["1", "Reablement at home after discharge"]], 9000)
    assert narrow + wide == 9000
    assert wide > 3 * narrow


def test_a_long_text_does_not_squeeze_a_column_below_its_longest_word() -> None:
    sentence = "The Partners shall review the contribution each year. " * 10
    contribution, review = column_widths([["Contribution", "Review"], ["£60,267,168", sentence]], 6000)
    assert contribution > 12 * 100
    assert contribution + review == 6000


@pytest.mark.parametrize("word", ["November", "NHS", "Mammogram"])
def test_a_word_of_wide_letters_has_room(word: str) -> None:
    arial = {"N": 722, "H": 722, "S": 667, "M": 833, "m": 833, "r": 333}  # thousandths of its size, 10 points
    needed = sum(arial.get(letter, 556) for letter in word) * 200 // 1000 + 2 * 108
    narrow, _ = column_widths([["", "Step"], [word, "the Council " * 100]], 5000)
    heading, _ = column_widths([[word, "Step"], ["", "the Council " * 100]], 5000)
    assert narrow >= needed
    assert heading > narrow, "a heading is bold"


def test_where_not_all_words_fit_the_longest_give_way() -> None:
    header = ["Partner", "Telephone", "Email"]
    mailbox = "a.long.address@of.a.council.example"
    partner, telephone, email = column_widths([header, ["ELRCCG", "01632", mailbox]], 5000)
    assert partner + telephone + email == 5000
    assert email < len(mailbox) * 100, "it breaks"
    assert (partner, telephone, email) == tuple(
        column_widths([header, ["ELRCCG", "01632", mailbox * 3]], 5000)
    ), "however long it is, the others keep their words whole"
    assert telephone > 9 * 100


def test_many_wide_columns_still_add_up_to_the_page() -> None:
    assert sum(column_widths([["Responsibilities"] * 9], 9026)) == 9026


def test_a_table_without_any_words_has_columns_too() -> None:
    assert column_widths([["", ""]], 9000) == [4500, 4500]
