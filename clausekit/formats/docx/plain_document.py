"""A plain page as a Word file of its own: headings, paragraphs, bullets and tables, without a house style.

The styles have the names that Word gives its own, so that whoever takes the file into a paper of theirs gets
the looks of that paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import Any

from clausekit.formats.docx.columns import column_widths
from clausekit.formats.docx.package import (
    CONTENT_TYPES_PART,
    Relationship,
    content_types_xml,
    pack,
    relationships_part,
    relationships_xml,
)
from clausekit.formats.docx.parts import document_part, manifest_part, manifest_properties_part
from clausekit.formats.docx.tags import tag
from clausekit.formats.docx.xml import DECLARATION, NAMESPACES, control, escape, paragraph, run
from clausekit.pages import Block, FromClause, Grid, Heading, Para, Runs, words

_DOCUMENT = "word/document.xml"
_PROPERTIES = "docProps/core.xml"
_MANIFEST = "customXml/item1.xml"
_MANIFEST_PROPERTIES = "customXml/itemProps1.xml"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"

_TEXT_WIDTH = 9638
"""A4 (11906 by 16838 twentieths of a point) without margins of 2 cm on either side."""

_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134"'
    ' w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
)
_BOLD = "<w:rPr><w:b/><w:bCs/></w:rPr>"
_LOOK = (
    '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1"'
    ' w:noVBand="1"/>'
)
_HEADINGS = ("Title", "Heading1", "Heading2", "Heading3")


def write_plain(
    blocks: Iterable[Block | FromClause], title: str, manifest: Mapping[str, Any] | None = None
) -> bytes:
    """Return the page as a Word file (ISO/IEC 29500 transitional); the same page makes the same bytes.

    ``title`` is what the file says of itself; it is printed only if a block says so (a heading of level 0).
    ``manifest`` says which clauses of the library it is made of, if it is.
    """
    body = "".join(_content(blocks)) or paragraph("BodyText", "")
    parts = {
        _DOCUMENT: ("document.main", "", document_part(f"{body}{_PAGE}")),
        "word/styles.xml": ("styles", "styles", _STYLES),
        "word/numbering.xml": ("numbering", "numbering", _NUMBERING),
        "word/settings.xml": ("settings", "settings", _SETTINGS),
    }
    types = {name: _WORD_TYPE.format(kind) for name, (kind, _, _) in parts.items()}
    types[_PROPERTIES] = _CORE_TYPE
    sources: dict[str, bytes] = {}
    told = [Relationship(kind, kind, name) for name, (_, kind, _) in parts.items() if kind]
    if manifest is not None:
        types |= {_MANIFEST: "application/xml", _MANIFEST_PROPERTIES: _CUSTOM_TYPE}
        told.append(Relationship("customXml", "customXml", _MANIFEST))
        properties = [Relationship("properties", "customXmlProps", _MANIFEST_PROPERTIES)]
        sources = {
            relationships_part(_MANIFEST): relationships_xml(_MANIFEST, properties),
            _MANIFEST: manifest_part(manifest).encode(),
            _MANIFEST_PROPERTIES: manifest_properties_part().encode(),
        }
    package = {
        CONTENT_TYPES_PART: content_types_xml(types),
        relationships_part(""): relationships_xml(
            "",
            (
                Relationship("document", "officeDocument", _DOCUMENT),
                Relationship("properties", "core-properties", _PROPERTIES),
            ),
        ),
        relationships_part(_DOCUMENT): relationships_xml(_DOCUMENT, told),
        **{name: xml.encode() for name, (_, _, xml) in parts.items()},
        **sources,
        _PROPERTIES: _properties(title).encode(),
    }
    return pack(package)


def _content(blocks: Iterable[Block | FromClause]) -> Iterator[str]:
    """Yield the blocks as XML, those of a clause in a content control that names it."""
    identities = count(1)
    for block in blocks:
        if isinstance(block, FromClause):
            inner = "".join(map(_block, block.blocks))
            yield control(tag("clause", block.name), next(identities), inner) if inner else ""
        else:
            yield _block(block)


def _block(block: Block) -> str:
    match block:
        case Heading():
            return paragraph(_HEADINGS[min(block.level, len(_HEADINGS) - 1)], run(block.text))
        case Para():
            return paragraph("ListBullet" if block.bullet else "BodyText", _runs(block.runs))
        case Grid():
            # Two tables that touch are one to Word.
            return _table(block) + paragraph("TableText", "")


def _runs(runs: Runs) -> str:
    return "".join(run(one.text, _BOLD if one.bold else "") for one in runs if one.text)


def _table(table: Grid) -> str:
    text = [list(table.header), *([words(cell) for cell in row] for row in table.rows)]
    widths = column_widths(text, _TEXT_WIDTH)
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    header = _row([run(name) for name in table.header], widths, heading=True)
    rows = "".join(_row([_runs(cell) for cell in row], widths, heading=False) for row in table.rows)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="PlainTable"/><w:tblW w:w="{_TEXT_WIDTH}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{_LOOK}</w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{header}{rows}</w:tbl>"
    )


def _row(cells: Sequence[str], widths: Sequence[int], *, heading: bool) -> str:
    style = "TableHeading" if heading else "TableText"
    repeat = "<w:tblHeader/>" if heading else ""
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph(style, cell)}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{inner}</w:tr>"


# the parts beside the body


def _properties(title: str) -> str:
    return (
        f"{DECLARATION}<cp:coreProperties"
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:language>en-GB</dc:language></cp:coreProperties>"
    )


def _style(
    name: str, identity: str, *, based_on: str = "Normal", following: str = "", spacing: str, look: str = ""
) -> str:
    """Return a style of paragraphs; ``spacing`` is the rest of its properties as a paragraph."""
    after = f'<w:next w:val="{following}"/>' if following else ""
    looks = f"<w:rPr>{look}</w:rPr>" if look else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based_on}"/>{after}<w:qFormat/><w:pPr>{spacing}</w:pPr>{looks}</w:style>'
    )


def _heading(level: int, before: int, size: int) -> str:
    return _style(
        f"heading {level}",
        f"Heading{level}",
        following="BodyText",
        spacing=f'<w:keepNext/><w:keepLines/><w:spacing w:before="{before}" w:after="80"/>'
        f'<w:outlineLvl w:val="{level - 1}"/>',
        look=f'<w:b/><w:bCs/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>',
    )


_STYLES = (
    f"{DECLARATION}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/><w:sz w:val="22"/>'
    '<w:szCs w:val="22"/><w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    "<w:pPrDefault/></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
    "</w:style>"
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    + _style(
        "Title",
        "Title",
        following="BodyText",
        spacing='<w:keepNext/><w:keepLines/><w:spacing w:after="240"/>',
        look='<w:b/><w:bCs/><w:sz w:val="36"/><w:szCs w:val="36"/>',
    )
    + _heading(1, 360, 30)
    + _heading(2, 240, 26)
    + _heading(3, 200, 22)
    + _style("Body Text", "BodyText", spacing='<w:spacing w:after="120" w:line="269" w:lineRule="auto"/>')
    + _style(
        "List Bullet",
        "ListBullet",
        based_on="BodyText",
        spacing='<w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="425" w:hanging="425"/>',
    )
    + _style(
        "Table Text",
        "TableText",
        spacing='<w:spacing w:before="40" w:after="40"/>',
        look='<w:sz w:val="20"/><w:szCs w:val="20"/>',
    )
    + _style(
        "Table Heading", "TableHeading", based_on="TableText", spacing="<w:keepNext/>", look="<w:b/><w:bCs/>"
    )
    + '<w:style w:type="table" w:styleId="PlainTable"><w:name w:val="Plain Table"/>'
    '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders></w:tblPr></w:style></w:styles>"
)

_NUMBERING = (
    f"{DECLARATION}<w:numbering {NAMESPACES}>"
    '<w:abstractNum w:abstractNumId="1"><w:nsid w:val="1C1A05E1"/><w:multiLevelType w:val="singleLevel"/>'
    '<w:tmpl w:val="1C1A05E2"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
    '<w:pStyle w:val="ListBullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
    '<w:pPr><w:ind w:left="425" w:hanging="425"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
)

_SETTINGS = (
    f"{DECLARATION}<w:settings {NAMESPACES}>"
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
    ' w:val="15"/></w:compat><w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/>'
    '<w:listSeparator w:val=","/></w:settings>'
)
