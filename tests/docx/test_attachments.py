"""Word files drafted elsewhere become sections of their own; nothing of them, or of ours, is lost unsaid."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree

from clausekit.formats.docx.attachments import Attached, AttachedFile, attach, place
from clausekit.formats.docx.package import verify
from clausekit.formats.docx.references import bookmark
from clausekit.model import Attachment, Document, Schedule, Section
from clausekit.problems import ClausekitError, Source
from tests.builders import clause, item, items, reference, run, schedule
from tests.docx.attachment_files import (
    field,
    holding,
    ole,
    saved,
    settings,
    simple,
    the_plan,
    with_parts,
    with_relationship,
    with_text,
)
from tests.docx.samples import word
from tests.docx.word_files import (
    W,
    complaints,
    needs_libreoffice,
    needs_validator,
    part,
    parts,
    printed_by_libreoffice,
    value,
    words,
)
from tests.formats.agreement import draft

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PLAN = "schedule:plan/attachment"
MAP = "schedule:map/attachment"


def agreement(*schedules: Schedule) -> bytes:
    """Return an agreement with these schedules as a Word file that has the places of their attachments."""
    cover = clause("cover", heading="The Agreement")
    body = clause("money", items(item("money#pay", "Pay.")), heading="Money")
    sections = (Section("cover", (cover,)), Section("clauses", (body,)), Section("schedules", schedules))
    return word(draft(Document("The Agreement", "The Agreement", "Draft 1", sections)))


def attached_schedule(key: str, title: str) -> Schedule:
    return Schedule(
        key.partition("/")[0],
        run(title),
        attachment=Attachment(key, f"{title.lower().replace(' ', '-')}.docx"),
    )


FINANCE = schedule(
    "finance",
    clause(
        "finance",
        items(
            item("finance#a", "See ", reference("money#pay"), " and ", reference("finance#b"), "."),
            item("finance#b", "B."),
        ),
    ),
)
DRAFT = agreement(attached_schedule(PLAN, "The Plan"), FINANCE)
TAKEN = bookmark("money#pay")
"""The name of a bookmark of the draft."""

FILE = AttachedFile(PLAN, "attachments/plan.docx", the_plan(TAKEN))
MERGED = attach(DRAFT, [FILE])


def with_plan(data: bytes) -> Attached:
    return attach(DRAFT, [replace(FILE, data=data)])


def messages(attached: Attached) -> list[str]:
    return [finding.message for finding in attached.findings]


def refused(data: bytes) -> list[str]:
    with pytest.raises(ClausekitError) as error:
        with_plan(data)
    assert all(finding.level == "error" and finding.remedy for finding in error.value.findings)
    return [
        finding.message.removeprefix('"plan.docx" cannot be attached: ') for finding in error.value.findings
    ]


def lines(data: bytes) -> list[str]:
    return [text for one in part(data).iter(f"{W}p") if (text := words(one))]


def of_the_plan(data: bytes) -> list[etree._Element]:
    """Return what stands in the body from the section of the draft that ends before the plan on."""
    body = list(part(data)[0])
    (start,) = (
        number
        for number, one in enumerate(body)
        if one.find(f"{W}pPr/{W}sectPr") is not None and "The Plan" in words(body[number - 1])
    )
    return body[start + 1 :]


def codes(data: bytes) -> list[str]:
    """Return the codes of the fields, in order."""
    found: list[str] = []
    for mark in part(data).iter(f"{W}fldChar", f"{W}instrText"):
        if mark.tag == f"{W}instrText":
            found[-1] += mark.text or ""
        elif mark.get(f"{W}fldCharType") == "begin":
            found.append("")
    return [" ".join(code.split()) for code in found]


def running(data: bytes) -> list[dict[str, str]]:
    """Return for each section the words of the headers and footers that it has, its own or inherited."""
    rels = {one.get("Id"): one.get("Target", "") for one in part(data, "word/_rels/document.xml.rels")}
    now: dict[str, str] = {}
    found = []
    for section in part(data).iter(f"{W}sectPr"):
        for one in section:
            if one.tag in (f"{W}headerReference", f"{W}footerReference"):
                kind = etree.QName(one).localname.removesuffix("Reference")
                target = rels[one.get(f"{R}id")]
                name = (
                    target.removeprefix("/")
                    if target.startswith("/")
                    else f"word/{target}".replace("word/../", "")
                )
                now[f"{one.get(f'{W}type')} {kind}"] = words(part(data, name))
        found.append(dict(now))
    return found


# where it stands


def test_the_text_stands_under_the_heading_of_its_schedule_and_before_the_next() -> None:
    merged = attach(DRAFT, [replace(FILE, data=simple("One.", "Two."))])
    texts = lines(merged.data)
    assert texts[texts.index("The Plan", 5) :][:4] == ["The Plan", "One.", "Two.", "Finance"]
    assert merged.findings == ()


def test_the_words_of_the_place_are_gone() -> None:
    assert "[Attached: the-plan.docx]" in lines(DRAFT)
    assert "[Attached: the-plan.docx]" not in lines(MERGED.data)
    assert place(PLAN).encode() not in parts(MERGED.data)["word/document.xml"]


def test_a_draft_without_attachments_stays_as_it_is_and_loads_no_library() -> None:
    script = (
        "import sys; from clausekit.formats.docx.attachments import attach; "
        "assert attach(b'draft', []).data == b'draft'; "
        "print({'lxml', 'docx', 'docxcompose'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_the_same_files_make_the_same_bytes() -> None:
    assert attach(DRAFT, [FILE]).data == MERGED.data


def test_a_draft_without_a_place_for_it_is_no_fault_of_a_user() -> None:
    with pytest.raises(ValueError, match="no place"):
        attach(DRAFT, [replace(FILE, key="schedule:other/attachment")])


# its sections


def test_its_pages_keep_their_size_and_those_of_the_draft_go_on_after_it() -> None:
    sizes = [
        (section.find(f"{W}pgSz").get(f"{W}w"), section.find(f"{W}pgSz").get(f"{W}orient"))  # type: ignore[union-attr]
        for section in part(MERGED.data).iter(f"{W}sectPr")
    ]
    ours = ("11906", None)
    assert sizes == [ours, ours, ours, ours, ("16838", "landscape"), ours]


def test_headers_and_footers_are_those_of_the_attachment_in_it_and_ours_before_and_after_it() -> None:
    _, _, before, first, second, after = running(MERGED.data)
    ours = {"default header": "The Agreement\tDraft 1", "default footer": "\tPage 1 of 1"}
    assert before == ours
    assert first == {
        "first header": "First page of the plan",
        "default header": "The plan",
        "first footer": "",
        "default footer": "Aims",
    }
    assert second == first | {"default header": "The plan, sideways"}
    assert after == second | ours  # only pages that ask for a first header of their own have one


def test_an_attachment_without_headers_and_footers_has_those_of_the_draft() -> None:
    document = docx.Document()
    document.sections[0].different_first_page_header_footer = True
    data = with_plan(saved(document)).data
    _, _, before, plan, after = running(data)
    assert before == plan == after
    assert all(section.find(f"{W}titlePg") is None for section in part(data).iter(f"{W}sectPr"))


def test_the_pages_count_on() -> None:
    document = docx.Document()
    document.add_paragraph("Page one.")
    numbering = etree.SubElement(document.sections[0]._sectPr, f"{W}pgNumType")
    numbering.set(f"{W}start", "1")
    merged = with_plan(saved(document))
    assert messages(merged) == ["The pages of plan.docx count on from those of the agreement."]
    assert [finding.level for finding in merged.findings] == ["info"]


def test_a_draft_that_ends_with_an_attachment_has_no_empty_page_behind_it() -> None:
    data = attach(agreement(FINANCE, attached_schedule(PLAN, "The Plan")), [FILE]).data
    body = list(part(data)[0])
    assert body[-1].tag == f"{W}sectPr"
    assert body[-1].find(f"{W}pgSz").get(f"{W}orient") == "landscape"  # type: ignore[union-attr]
    assert words(body[-2]) == "A wide page."
    assert body[-2].find(f"{W}pPr/{W}sectPr") is None


def test_an_attachment_that_ends_with_a_table_still_ends_its_section() -> None:
    document = docx.Document()
    document.add_table(1, 1).cell(0, 0).text = "Last."
    data = with_plan(saved(document)).data
    table, end, heading, *_ = of_the_plan(data)
    assert (words(table), words(end), words(heading)) == ("Last.", "", "Finance")
    assert end.find(f"{W}pPr/{W}sectPr") is not None


# its looks


def look(document: bytes, text: str) -> tuple[object, object, object]:
    """Return font, size and colour of the paragraph with this text, from its style and those above it."""
    (paragraph,) = (one for one in docx.Document(BytesIO(document)).paragraphs if one.text == text)
    above: list[Any] = [paragraph.style]
    while (base := above[-1].base_style) is not None:
        above.append(base)
    fonts = [style.font for style in above]
    return (
        next((font.name for font in fonts if font.name), None),
        next((font.size.pt for font in fonts if font.size), None),
        next((font.color.rgb for font in fonts if font.color.rgb), None),
    )


def test_a_style_with_the_name_of_one_of_ours_keeps_its_own_look_and_ours_keeps_its() -> None:
    names = [value(style, "name") for style in part(MERGED.data, "word/styles.xml").iter(f"{W}style")]
    assert {"Body Text", "Body Text (plan)", "heading 1", "heading 1 (plan)"} <= set(names)
    assert len(set(names)) == len(names)
    assert look(MERGED.data, "In Georgia.") == look(FILE.data, "In Georgia.")
    before, after = (
        {
            value(style, "name"): etree.tostring(style)
            for style in part(data, "word/styles.xml").iter(f"{W}style")
        }
        for data in (DRAFT, MERGED.data)
    )
    ours = [name for name in before if "(" not in name]
    # Each namespace that the file now uses is declared in each of them; that is all that may differ.
    assert [docx_look(before[name]) for name in ours] == [docx_look(after[name]) for name in ours]


def docx_look(style: bytes) -> bytes:
    return re.sub(rb' xmlns:\w+="[^"]*"', b"", style)


def test_what_a_file_lays_down_for_all_text_holds_in_its_own_styles_only() -> None:
    assert look(MERGED.data, "A wide page.")[0] == "Cambria"
    defaults = [part(data, "word/styles.xml").find(f"{W}docDefaults") for data in (DRAFT, MERGED.data)]
    assert docx_look(etree.tostring(defaults[0])) == docx_look(etree.tostring(defaults[1]))  # type: ignore[arg-type]


def test_fonts_and_colours_of_its_theme_are_named() -> None:
    xml = parts(MERGED.data)["word/document.xml"] + parts(MERGED.data)["word/styles.xml"]
    assert b"Theme=" not in xml
    assert b"themeColor" not in xml


def test_rows_of_a_table_are_as_high_as_they_were() -> None:
    (cell,) = (one for one in part(MERGED.data).iter(f"{W}p") if words(one) == "Council")
    spacing = cell.find(f"{W}pPr/{W}spacing")
    assert spacing is not None
    assert (spacing.get(f"{W}after"), spacing.get(f"{W}line")) == ("0", "240")


def test_its_headings_stay_out_of_the_contents_of_the_draft() -> None:
    levels = {
        value(style, "name"): value(style, "pPr", "outlineLvl")
        for style in part(MERGED.data, "word/styles.xml").iter(f"{W}style")
    }
    assert (levels["heading 1"], levels["heading 1 (plan)"]) == ("0", "2")


# its lists


@needs_libreoffice
@pytest.mark.libreoffice
def test_its_lists_count_for_themselves_and_those_of_the_draft_go_on(tmp_path: Path) -> None:
    printed = printed_by_libreoffice(MERGED.data, tmp_path)
    steps = [line for line in printed if "tep" in line]
    assert steps == ["1. First step", "2. Second step", "1. Step one again", "2. Step two again"]
    (tmp_path / "alone").mkdir()
    alone = printed_by_libreoffice(DRAFT, tmp_path / "alone")
    assert printed[-3:] == alone[-3:]
    assert [line.partition(" ")[0] for line in printed[-3:]] == ["1", "1.1", "1.2"]


def test_lists_of_the_draft_stay_and_no_two_have_one_number() -> None:
    before, after = (part(data, "word/numbering.xml") for data in (DRAFT, MERGED.data))
    for name, attribute in (("abstractNum", "abstractNumId"), ("num", "numId")):
        ids = [one.get(f"{W}{attribute}") for one in after.iterfind(f"{W}{name}")]
        assert len(set(ids)) == len(ids)
        ours = [one.get(f"{W}{attribute}") for one in before.iterfind(f"{W}{name}")]
        assert ids[: len(ours)] == ours
    marks = [value(one, "nsid") for one in after.iterfind(f"{W}abstractNum")]
    assert len(set(marks)) == len(marks)


# bookmarks, references, links


def test_a_bookmark_with_the_name_of_one_of_ours_is_renamed_and_its_references_follow() -> None:
    names = [one.get(f"{W}name", "") for one in part(MERGED.data).iter(f"{W}bookmarkStart")]
    assert TAKEN in names
    assert f"_A1{TAKEN}" in names
    assert len({name.lower() for name in names}) == len(names)
    assert f"REF _A1{TAKEN}" in codes(MERGED.data)
    assert "PAGEREF _A1_Toc1 \\h" in codes(MERGED.data)
    anchors = [one.get(f"{W}anchor") for one in part(MERGED.data).iter(f"{W}hyperlink")]
    assert "_A1_Toc1" in anchors
    assert "_Toc1" not in anchors


def test_bookmarks_that_overlap_still_end_where_they_did() -> None:
    (heading,) = (one for one in of_the_plan(MERGED.data) if words(one) == "Aims of it")
    ids = {one.get(f"{W}name"): one.get(f"{W}id") for one in heading.iter(f"{W}bookmarkStart")}
    ends = [one.get(f"{W}id") for one in heading.iter(f"{W}bookmarkEnd")]
    assert ends == [ids["_A1_Toc1"], ids[f"_A1{TAKEN}"]]


def test_fields_of_the_draft_stay_as_they_are() -> None:
    ours = codes(DRAFT)
    assert [code for code in codes(MERGED.data) if code in ours] == ours


def test_a_reference_to_nowhere_becomes_the_words_that_it_shows() -> None:
    assert "Nowhere" in lines(MERGED.data)
    assert not any("nowhere" in code for code in codes(MERGED.data))
    assert "A reference of plan.docx leads nowhere; it is plain text now." in messages(MERGED)


def test_its_contents_and_what_its_file_is_called_become_plain_text() -> None:
    assert {"Aims 1", "plan.docx"} <= set(lines(MERGED.data))
    assert [code for code in codes(MERGED.data) if code.startswith(("TOC", "FILENAME"))] == codes(DRAFT)[:1]
    assert "A table of contents or index of plan.docx stays as it is; Word no longer renews it." in messages(
        MERGED
    )
    assert "A field of plan.docx that prints a property of its file is plain text now." in messages(MERGED)


def test_captions_count_for_themselves() -> None:
    assert "SEQ A1_Table" in codes(MERGED.data)


def test_a_field_in_its_footer_finds_the_style_that_it_names() -> None:
    footers = [data for name, data in parts(MERGED.data).items() if "A1" in name and b"STYLEREF" in data]
    assert [b'STYLEREF "heading 1 (plan)"' in data for data in footers] == [True]


def test_links_to_the_web_stay_and_those_to_files_do_not() -> None:
    rels = [
        (one.get("Target"), one.get("TargetMode"))
        for one in part(MERGED.data, "word/_rels/document.xml.rels")
    ]
    assert ("https://nhs.example/plan", "External") in rels
    assert not any("x.exe" in str(target) for target, _ in rels)
    assert "on the webon a disk" in lines(MERGED.data)
    assert "A link of plan.docx to a file or a program was taken out; its words stay." in messages(MERGED)


@pytest.mark.parametrize(
    ("code", "there"),
    [
        (' HYPERLINK \\l "l" ', 'HYPERLINK \\l "A1_l"'),
        (" l \\h ", "REF A1_l \\h"),
        (" = l * 2 ", "= A1_l * 2"),
        (' HYPERLINK "https://a.example/" ', 'HYPERLINK "https://a.example/"'),
        (' HYPERLINK "file://server/share" ', None),
        (' STYLEREF "No Such Style" ', None),
        (" PAGE ", "PAGE"),
    ],
)
def test_a_field_follows_what_it_names(code: str, there: str | None) -> None:
    marked = '<w:bookmarkStart w:id="1" w:name="l"/><w:r><w:t>5</w:t></w:r><w:bookmarkEnd w:id="1"/>'
    merged = with_plan(holding(marked, field(code.replace('"', "&quot;"), "shown")))
    assert "shown" in lines(merged.data)
    assert [code for code in codes(merged.data) if code not in codes(DRAFT)] == ([there] if there else [])
    assert len(merged.findings) == (0 if there else 1)


# notes, pictures, changes, comments


def test_footnotes_come_with_their_links_and_endnotes_become_footnotes() -> None:
    notes = part(MERGED.data, "word/footnotes.xml")
    texts = {one.get(f"{W}id"): words(one).strip() for one in notes}
    used = [one.get(f"{W}id") for one in part(MERGED.data).iter(f"{W}footnoteReference")]
    assert [texts[identity] for identity in used] == ["See the web. here", "At the end."]
    rels = part(MERGED.data, "word/_rels/footnotes.xml.rels")
    assert [(one.get("Id"), one.get("Target")) for one in rels] == [
        (next(notes.iter(f"{W}hyperlink")).get(f"{R}id"), "https://council.example/")
    ]
    assert "An endnote of plan.docx became a footnote." in messages(MERGED)


def test_pictures_come_with_the_text_and_with_the_header() -> None:
    pictures = [name for name in parts(MERGED.data) if name.endswith(".png")]
    assert len(pictures) == 2
    ids = [one.get("id") for one in part(MERGED.data).iter() if etree.QName(one).localname == "docPr"]
    assert len(ids) == len(set(ids)) == 1


SHAPES = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
TEXT_BOX = f"""<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">
<mc:Choice Requires="x" xmlns:x="{SHAPES}"><w:drawing>
<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">
<wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="Box"/>
<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="{SHAPES}">
<x:wsp><x:cNvSpPr/><x:spPr><a:solidFill><a:schemeClr val="accent1"/></a:solidFill></x:spPr>
<x:txbx><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent></x:txbx><x:bodyPr/></x:wsp>
</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>
<mc:Choice Requires="y" xmlns:y="urn:example"><y:new/></mc:Choice>
<mc:Fallback><w:t>A box</w:t></mc:Fallback></mc:AlternateContent>"""


def with_box() -> Attached:
    return with_plan(with_text(simple("@"), "<w:t>@</w:t>", TEXT_BOX.replace("\n", "")))


def test_a_text_box_keeps_its_alternative_for_older_programs_and_its_colour() -> None:
    root = part(with_box().data)
    choices = [one for one in root.iter() if etree.QName(one).localname == "Choice"]
    assert [one.get("Requires") for one in choices] == ["wps"]
    assert root.nsmap["wps"] == SHAPES
    ignorable = root.get("{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable", "")
    assert "wps" in ignorable.split()
    assert [one.get("val") for one in root.iter() if etree.QName(one).localname == "srgbClr"] == ["4F81BD"]
    assert "In a box" in lines(with_box().data)


def test_of_alternatives_that_word_does_not_know_the_last_resort_stands() -> None:
    unknown = TEXT_BOX.replace("\n", "").replace(SHAPES, "urn:example:shapes")
    assert "A box" in lines(with_plan(with_text(simple("@"), "<w:t>@</w:t>", unknown)).data)


@needs_validator
@pytest.mark.validator
def test_the_validator_finds_nothing_in_a_text_box(tmp_path: Path) -> None:
    assert complaints(with_box().data, tmp_path) == []


def test_comments_are_left_out_and_told() -> None:
    assert not any(
        b"comment" in data for name, data in parts(MERGED.data).items() if name.startswith("word/")
    )
    assert "A comment of plan.docx was left out." in messages(MERGED)


def test_tracked_changes_stay_and_are_told() -> None:
    changes = list(part(MERGED.data).iter(f"{W}ins", f"{W}del"))
    assert [one.get(f"{W}author") for one in changes] == ["A. Reader", "A. Reader"]
    told = "2 tracked changes of plan.docx stand in the draft, neither accepted nor rejected."
    assert told in messages(MERGED)


def test_what_settings_of_a_whole_file_did_is_told() -> None:
    protected = settings(simple(), '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>')
    assert messages(with_plan(protected)) == [
        "plan.docx was protected against changes; in the draft it is not."
    ]


def test_an_embedded_object_is_left_out_and_told() -> None:
    box = (
        '<w:r><w:object><v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="a"/>'
        '<o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" Type="Embed" r:id="rIdMore"/>'
        "</w:object></w:r>"
    )
    data = with_relationship(with_parts(holding(box), {"word/a.bin": b"PK"}), "oleObject", "a.bin")
    data = with_text(
        data, "</Types>", '<Default Extension="bin" ContentType="a/b"/></Types>', "[Content_Types].xml"
    )
    merged = with_plan(data)
    assert messages(merged) == ["An embedded object of plan.docx was left out; its picture stays."]
    assert not any(name.endswith(".bin") for name in parts(merged.data))


# the whole file


def everything() -> bytes:
    """Return a draft with two attachments that are the same file, the second at the end."""
    made = agreement(attached_schedule(PLAN, "The Plan"), FINANCE, attached_schedule(MAP, "The Map"))
    return attach(made, [FILE, replace(FILE, key=MAP)]).data


def test_ids_are_unique_with_the_same_file_attached_twice() -> None:
    data = everything()
    names = (
        "word/document.xml",
        "word/footnotes.xml",
        *(name for name in parts(data) if "/word/header" in name),
    )
    trees = [part(data, name) for name in names]
    numbered = [f"{W}{name}" for name in ("bookmarkStart", "ins", "del")]
    marks = Counter(one.get(f"{W}id") for tree in trees for one in tree.iter(*numbered))
    controls = Counter(value(one, "id") for tree in trees for one in tree.iter(f"{W}sdtPr"))
    assert max(marks.values()) == max(controls.values()) == 1
    styles = Counter(value(one, "name").lower() for one in part(data, "word/styles.xml").iter(f"{W}style"))
    assert max(styles.values()) == 1
    bookmarks = Counter(one.get(f"{W}name") for tree in trees for one in tree.iter(f"{W}bookmarkStart"))
    assert max(bookmarks.values()) == 1


def test_a_merged_file_is_sound_when_read_back() -> None:
    assert verify(MERGED.data) == verify(everything()) == ()


@needs_validator
@pytest.mark.validator
def test_the_validator_of_the_open_xml_sdk_finds_nothing(tmp_path: Path) -> None:
    assert complaints(everything(), tmp_path) == []


def test_files_with_one_name_are_told_apart() -> None:
    styles = [value(one, "name") for one in part(everything(), "word/styles.xml").iter(f"{W}style")]
    assert {"heading 1 (plan)", "heading 1 (plan 2)"} <= set(styles)


# files that cannot be attached


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "it is empty."),
        (b"%PDF-1.7", "it is a PDF."),
        (b"{\\rtf1", "it is an RTF file."),
        (b"Dear all,", "it is damaged, or not a .docx file."),
        (simple()[:3000], "it is damaged, or not a .docx file."),
        (ole("WordDocument"), "it is not a .docx file but one of an older Word (.doc) or its like."),
        (ole("EncryptionInfo", "EncryptedPackage"), "it is protected by a password."),
        (b"PK\x05\x06" + b"\0" * 18, "it is a zip file, but not of Word."),
    ],
    ids=["empty", "pdf", "rtf", "text", "cut off", "doc", "password", "zip"],
)
def test_another_kind_of_file_is_refused(data: bytes, why: str) -> None:
    assert refused(data) == [why]


MACROS = "it holds macros or other programs."
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


@pytest.mark.parametrize(
    ("main", "why"),
    [
        ("application/vnd.ms-word.document.macroEnabled.main+xml", MACROS),
        (MAIN.replace("document.main", "template.main"), "it is a template, or not of Word."),
    ],
)
def test_a_file_of_another_type_is_refused(main: str, why: str) -> None:
    assert refused(with_text(simple(), MAIN, main, "[Content_Types].xml")) == [why]


def test_strict_open_xml_is_refused() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    assert refused(with_text(simple(), usual, strict)) == ["it is saved as Strict Open XML."]


def test_macros_are_refused_under_any_name() -> None:
    data = with_parts(simple(), {"word/vbaProject.bin": b"x"})
    assert refused(data) == [MACROS]
    assert refused(with_relationship(with_parts(simple(), {"word/x.bin": b"x"}), "vbaProject", "x.bin")) == [
        MACROS
    ]


def test_entities_of_its_own_are_refused() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "b">]>'
    xml = parts(simple())["word/document.xml"].decode()
    data = with_parts(simple(), {"word/document.xml": (bomb + xml[xml.index("<w:document") :]).encode()})
    assert refused(data) == ["its contents are damaged."]


@pytest.mark.parametrize(
    ("kind", "target", "part_name", "what"),
    [
        ("attachedTemplate", "https://evil.example/t.dotm", "word/settings.xml", "its template"),
        ("image", "https://evil.example/p.png", "word/document.xml", "a picture"),
        ("oleObject", "file:///C:/x.xls", "word/document.xml", "an object of another program"),
        ("subDocument", "file:///C:/x.docx", "word/document.xml", "a part of its text"),
        ("frame", "https://evil.example/", "word/webSettings.xml", "a frame"),
    ],
)
def test_what_word_would_fetch_is_refused(kind: str, target: str, part_name: str, what: str) -> None:
    data = with_relationship(simple(), kind, target, external=True, part=part_name)
    assert refused(data) == [f"it fetches {what} from elsewhere ({target})."]


def test_a_template_on_a_disk_is_no_fault_and_stays_behind() -> None:
    data = with_relationship(
        simple(), "attachedTemplate", "file:///C:/Normal.dotm", external=True, part="word/settings.xml"
    )
    merged = with_plan(settings(data, '<w:attachedTemplate r:id="rIdMore"/>'))
    assert merged.findings == ()
    assert b"Normal.dotm" not in b"".join(parts(merged.data).values())


@pytest.mark.parametrize("name", ["DDEAUTO", "dde", "INCLUDETEXT", "INCLUDEPICTURE", "LINK", "IMPORT", "RD"])
def test_a_field_that_fetches_something_is_refused(name: str) -> None:
    why = f"it holds a {name.upper()} field, which fetches something or runs a program."
    assert refused(holding(field(f" {name} c:\\\\x.exe ", "x"))) == [why]
    assert refused(holding(f'<w:fldSimple w:instr=" {name} x"><w:r><w:t>x</w:t></w:r></w:fldSimple>')) == [
        why
    ]


def test_a_field_whose_name_is_made_by_other_fields_is_refused() -> None:
    name = field(" QUOTE 68 68 69 ", "DDE")
    begin, code, end = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        '<w:r><w:instrText xml:space="preserve"> x y </w:instrText></w:r>',
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    )
    why = ["it holds a field whose code is made by other fields."]
    assert refused(holding(begin + name + code + end)) == why
    assert refused(holding(begin + code.replace(" x y ", " D") + name + end)) == why
    merged = with_plan(holding(begin + code.replace(" x y ", " IF ") + name + code + end))
    assert merged.findings == ()


def test_a_field_without_an_end_is_refused() -> None:
    (why,) = refused(holding('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'))
    assert why == "a field in it begins and has no end, or ends and has no beginning."


def test_a_file_that_word_would_only_take_in_later_is_refused() -> None:
    data = with_relationship(with_parts(simple(), {"word/a.xml": b"<a/>"}), "aFChunk", "a.xml")
    assert refused(data) == ["it holds another file that Word would only take in when opening it."]


@pytest.mark.parametrize("content", ['<w:hyperlink r:id="rIdNone"><w:r/></w:hyperlink>'])
def test_a_reference_to_a_part_that_is_not_there_is_refused(content: str) -> None:
    assert refused(holding(content)) == ["a part that word/document.xml needs is not in it."]


def test_a_picture_that_is_none_is_refused() -> None:
    blip = '<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:embed="rIdMore"/>'
    data = with_relationship(
        holding(f"<w:r><w:drawing>{blip}</w:drawing></w:r>"), "theme", "theme/theme1.xml"
    )
    assert refused(data) == ["word/document.xml needs a part that is of another kind."]


def test_all_that_is_wrong_is_told_at_once_where_the_files_are_named() -> None:
    made = agreement(attached_schedule(PLAN, "The Plan"), attached_schedule(MAP, "The Map"))
    files = [
        AttachedFile(
            PLAN, "plan.docx", holding(field(" DDE x y ", "")), Source("matter.yaml", 7), "file: plan.docx"
        ),
        AttachedFile(MAP, "map.docx", b"%PDF"),
    ]
    with pytest.raises(ClausekitError) as error:
        attach(made, files)
    first, second = error.value.findings
    assert (first.source, first.excerpt) == (Source("matter.yaml", 7), "file: plan.docx")
    assert (second.source, second.message) == (
        Source("map.docx"),
        '"map.docx" cannot be attached: it is a PDF.',
    )
