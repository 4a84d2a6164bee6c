"""Word files to be attached: one with nearly all that Word has, and ways to spoil a sound one."""

from __future__ import annotations

import base64
import re
from io import BytesIO
from typing import Any

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import parse_xml
from docx.shared import Mm, Pt, RGBColor
from lxml import etree

from clausekit.formats.docx.package import pack
from clausekit.formats.docx.xml import NAMESPACES
from tests.docx.word_files import W, parts

DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
)
"""A picture of one point."""

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def saved(document: Any) -> bytes:
    """Return a document of python-docx as a file."""
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def simple(*words: str) -> bytes:
    """Return a Word file with these paragraphs and nothing else."""
    document = docx.Document()
    for one in words or ("The Plan.",):
        document.add_paragraph(one)
    return saved(document)


def add(document: Any, xml: str) -> None:
    """Put a piece of WordprocessingML at the end of the text."""
    document.element.body.insert(len(document.element.body) - 1, piece(xml))


def piece(xml: str) -> Any:
    """Return a piece of WordprocessingML with the usual prefixes."""
    return parse_xml(re.sub(r"^<[\w:]+", lambda name: f"{name[0]} {NAMESPACES}", xml))


def field(code: str, result: str) -> str:
    """Return a field in three runs, its code in two pieces as Word likes to split it."""
    half = len(code) // 2
    pieces = "".join(
        f'<w:r><w:instrText xml:space="preserve">{part}</w:instrText></w:r>'
        for part in (code[:half], code[half:])
    )
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{pieces}'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r><w:t>{result}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def holding(*paragraphs: str) -> bytes:
    """Return a Word file with paragraphs that have this content, as WordprocessingML."""
    document = docx.Document()
    for content in paragraphs:
        add(document, f"<w:p>{content}</w:p>")
    return saved(document)


def with_parts(data: bytes, added: dict[str, bytes]) -> bytes:
    """Return the Word file with other or more parts."""
    return pack(parts(data) | added)


def with_text(data: bytes, old: str, new: str, name: str = "word/document.xml") -> bytes:
    """Return the Word file with other text in one of its parts."""
    text = parts(data)[name].decode()
    assert old in text, f"{old!r} is not in {name}"
    return with_parts(data, {name: text.replace(old, new, 1).encode()})


def with_relationship(
    data: bytes, kind: str, target: str, *, external: bool = False, part: str = "word/document.xml"
) -> bytes:
    """Return the Word file with one more relationship, ``rIdMore``."""
    folder, _, name = part.rpartition("/")
    rels = f"{folder}/_rels/{name}.rels".lstrip("/")
    mode = ' TargetMode="External"' if external else ""
    one = f'<Relationship Id="rIdMore" Type="{_RELATIONSHIP}/{kind}" Target="{target}"{mode}/>'
    none = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    )
    text = parts(data).get(rels, none.encode()).decode()
    return with_parts(data, {rels: text.replace("</Relationships>", f"{one}</Relationships>").encode()})


def with_notes(data: bytes, kind: str, notes: str, link: str = "") -> bytes:
    """Return the Word file with footnotes or endnotes; ``link`` is an address with the id ``rIdMore``."""
    part = f"word/{kind}s.xml"
    separators = "".join(
        f'<w:{kind} w:type="{name}" w:id="{identity}"><w:p><w:r><w:{name}/></w:r></w:p></w:{kind}>'
        for identity, name in ((-1, "separator"), (0, "continuationSeparator"))
    )
    xml = f"<w:{kind}s {NAMESPACES}>{separators}{notes}</w:{kind}s>"
    with_it = with_parts(data, {part: xml.encode()})
    override = f'<Override PartName="/{part}" ContentType="{_TYPE.format(f"{kind}s")}"/></Types>'
    with_it = with_text(with_it, "</Types>", override, "[Content_Types].xml")
    rels = (
        f'<Relationship Id="rId{kind}" Type="{_RELATIONSHIP}/{kind}s" Target="{kind}s.xml"/></Relationships>'
    )
    with_it = with_text(with_it, "</Relationships>", rels, "word/_rels/document.xml.rels")
    return with_relationship(with_it, "hyperlink", link, external=True, part=part) if link else with_it


def ole(*streams: str) -> bytes:
    """Return what begins as a compound file of Windows does, with the names of its streams."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "".join(streams).encode("utf-16-le")


def settings(data: bytes, xml: str) -> bytes:
    """Return the Word file with one more setting, the first after the zoom."""
    tree = etree.fromstring(parts(data)["word/settings.xml"])
    zoom = tree.find(f"{W}zoom")
    assert zoom is not None
    zoom.addnext(piece(xml))
    return with_parts(data, {"word/settings.xml": etree.tostring(tree)})


def the_plan(bookmark: str) -> bytes:
    """Return an attachment with all that makes trouble; one of its bookmarks has this name."""
    document = docx.Document()
    _restyle(document)
    front = document.sections[0]
    front.page_width, front.page_height = Mm(210), Mm(297)
    front.different_first_page_header_footer = True
    front.first_page_header.paragraphs[0].text = "First page of the plan"
    front.header.paragraphs[0].text = "The plan"
    front.header.paragraphs[0].add_run().add_picture(BytesIO(DOT), width=Mm(5))
    heading = field(" STYLEREF &quot;heading 1&quot; ", "Aims")
    front.footer.paragraphs[0]._p.extend(list(piece(f"<w:p>{heading}</w:p>")))
    document.add_paragraph("Contents of the plan")
    _add_contents(document)
    _add_text(document, bookmark)
    _add_lists(document)
    _add_table(document)
    _add_changes(document)
    _add_landscape(document)
    comment = document.add_comment(document.paragraphs[0].runs, text="Is this so?", author="A. Reader")
    comment.add_paragraph("Say.")
    data = with_notes(
        saved(document), "footnote", _note("footnote", "See the web."), "https://council.example/"
    )
    return with_notes(data, "endnote", _note("endnote", "At the end."))


def _restyle(document: Any) -> None:
    """Give styles that we have as well another look."""
    body = document.styles["Body Text"]
    body.font.name, body.font.size, body.font.color.rgb = "Georgia", Pt(13), RGBColor(0x99, 0, 0)
    document.styles["List Bullet"].font.italic = True


def _add_contents(document: Any) -> None:
    entry = '<w:hyperlink w:anchor="_Toc1"><w:r><w:t xml:space="preserve">Aims </w:t></w:r>'
    entry += field(" PAGEREF _Toc1 \\h ", "1") + "</w:hyperlink>"
    code = field(' TOC \\o "1-3" \\h ', "@").replace("<w:r><w:t>@</w:t></w:r>", entry)
    add(document, f"<w:p>{code}</w:p>")


def _add_text(document: Any, bookmark: str) -> None:
    heading = '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>'
    add(
        document,
        f'<w:p>{heading}<w:bookmarkStart w:id="0" w:name="_Toc1"/>'
        f'<w:bookmarkStart w:id="1" w:name="{bookmark}"/>'
        '<w:r><w:t>Aims</w:t></w:r><w:bookmarkEnd w:id="0"/><w:r><w:t xml:space="preserve"> of it</w:t></w:r>'
        '<w:bookmarkEnd w:id="1"/></w:p>',
    )
    document.add_paragraph("In Georgia.", style="Body Text")
    add(document, f"<w:p><w:r><w:t>As</w:t></w:r>{field(f' REF {bookmark} ', 'Aims of it')}</w:p>")
    add(document, f"<w:p>{field(' REF nowhere ', 'Nowhere')}</w:p>")
    add(document, f"<w:p>{field(' FILENAME ', 'plan.docx')}</w:p>")
    add(document, f"<w:p><w:r><w:t xml:space='preserve'>Table </w:t></w:r>{field(' SEQ Table ', '1')}</w:p>")
    note = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{0}Reference w:id="1"/></w:r>'
    add(
        document,
        f"<w:p><w:r><w:t>With notes</w:t></w:r>{note.format('footnote')}{note.format('endnote')}</w:p>",
    )
    document.add_picture(BytesIO(DOT), width=Mm(20))
    web = document.part.relate_to("https://nhs.example/plan", f"{_RELATIONSHIP}/hyperlink", is_external=True)
    disk = document.part.relate_to("file:///C:/plans/x.exe", f"{_RELATIONSHIP}/hyperlink", is_external=True)
    add(
        document,
        f'<w:p><w:hyperlink r:id="{web}"><w:r><w:t>on the web</w:t></w:r></w:hyperlink>'
        f'<w:hyperlink r:id="{disk}"><w:r><w:t>on a disk</w:t></w:r></w:hyperlink></w:p>',
    )
    add(
        document,
        '<w:sdt><w:sdtPr><w:tag w:val="own"/><w:id w:val="1"/></w:sdtPr>'
        "<w:sdtContent><w:p><w:r><w:t>In a control</w:t></w:r></w:p></w:sdtContent></w:sdt>",
    )


def _add_lists(document: Any) -> None:
    for words in ("First step", "Second step"):
        document.add_paragraph(words, style="List Number")
    document.add_paragraph("A point", style="List Bullet")
    again = document.part.numbering_part.element
    used = document.styles["List Number"].element.pPr.numPr.numId.val
    (concrete,) = again.xpath(f"w:num[@w:numId={used}]")
    restarted = again.add_num(concrete.abstractNumId.val)
    restarted.add_lvlOverride(0).add_startOverride(1)
    for words in ("Step one again", "Step two again"):
        properties = document.add_paragraph(words, style="List Number")._p.get_or_add_pPr()
        properties.get_or_add_numPr().get_or_add_numId().val = restarted.numId


def _add_table(document: Any) -> None:
    table = document.add_table(2, 2, style="Table Grid")
    for place, words in enumerate(("Body", "Money", "Council", "£1")):
        table.cell(place // 2, place % 2).text = words


def _add_changes(document: Any) -> None:
    by = 'w:author="A. Reader" w:date="2026-01-05T10:00:00Z"'
    add(
        document,
        f'<w:p><w:r><w:t xml:space="preserve">Kept </w:t></w:r>'
        f'<w:ins w:id="1" {by}><w:r><w:t>added</w:t></w:r></w:ins>'
        f'<w:del w:id="2" {by}><w:r><w:delText>removed</w:delText></w:r></w:del></w:p>',
    )


def _add_landscape(document: Any) -> None:
    wide = document.add_section(WD_SECTION.NEW_PAGE)
    wide.orientation, wide.page_width, wide.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    wide.different_first_page_header_footer = False
    wide.header.is_linked_to_previous = False
    wide.header.paragraphs[0].text = "The plan, sideways"
    document.add_paragraph("A wide page.")


def _note(kind: str, words: str) -> str:
    link = (
        '<w:hyperlink r:id="rIdMore"><w:r><w:t>here</w:t></w:r></w:hyperlink>' if kind == "footnote" else ""
    )
    return (
        f'<w:{kind} w:id="1"><w:p><w:r><w:{kind}Ref/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {words} </w:t></w:r>'
        f"{link}</w:p></w:{kind}>"
    )
