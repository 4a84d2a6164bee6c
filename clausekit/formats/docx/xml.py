"""The few pieces of WordprocessingML that everything else is built from, as text.

Elements are written in the order that the schema (ISO/IEC 29500-1, 17.3) prescribes; Word refuses any other.
"""

from __future__ import annotations

import re

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"

NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{RELATIONSHIPS}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w15"'
)
"""What the root of each part that we write declares; an older Word passes over ``w15``."""

TAB = "<w:r><w:tab/></w:r>"

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def escape(text: str) -> str:
    """Return the text as it stands in XML; characters that XML 1.0 does not know are left out."""
    if _NOT_XML.search(text):
        text = _NOT_XML.sub("", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def run(text: str, properties: str = "") -> str:
    """Return a run of text; a line end in it becomes a line break, a tab a tab."""
    escaped = escape(text)
    if "\n" in escaped or "\t" in escaped or "\r" in escaped:
        pieces = re.split(r"(\r\n|[\n\r\t])", escaped)
        inner = "".join(_piece(piece) for piece in pieces if piece)
    else:
        inner = f'<w:t xml:space="preserve">{escaped}</w:t>'
    return f"<w:r>{properties}{inner}</w:r>"


def _piece(piece: str) -> str:
    if piece == "\t":
        return "<w:tab/>"
    if piece in ("\n", "\r", "\r\n"):
        return "<w:br/>"
    return f'<w:t xml:space="preserve">{piece}</w:t>'


def paragraph(style: str, content: str, properties: str = "") -> str:
    """Return a paragraph; ``properties`` are those of its own, beyond its style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def indent(left: int, hanging: int = 0) -> str:
    """Return an indent in twentieths of a point: where text stands, and how far its first line hangs out."""
    hang = f' w:hanging="{hanging}"' if hanging else ""
    return f'<w:ind w:left="{left}"{hang}/>'


def field(code: str, result: str, properties: str = "") -> str:
    """Return a field: its code, and the runs that show what Word will compute."""
    return f"{field_begin(code, properties)}{result}{field_end(properties)}"


def field_begin(code: str, properties: str = "") -> str:
    """Return the runs of a field that stand before its result."""
    return (
        f'<w:r>{properties}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{properties}<w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
        f'<w:r>{properties}<w:fldChar w:fldCharType="separate"/></w:r>'
    )


def field_end(properties: str = "") -> str:
    """Return the run that ends a field."""
    return f'<w:r>{properties}<w:fldChar w:fldCharType="end"/></w:r>'


def control(tag: str, identity: int, content: str) -> str:
    """Return a content control that shows no frame in Word."""
    return (
        f'<w:sdt><w:sdtPr><w:tag w:val="{escape(tag)}"/><w:id w:val="{identity}"/>'
        f'<w15:appearance w15:val="hidden"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'
    )
