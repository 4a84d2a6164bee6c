"""The parts of a draft beside its body, its numbering and what its house style gives."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from clausekit.formats.docx.tags import MANIFEST_NAMESPACE
from clausekit.formats.docx.xml import DECLARATION, NAMESPACES, escape

if TYPE_CHECKING:
    from clausekit.model import Document

# Word's name for this kind of store in a document; it need be unique within one document only.
_MANIFEST_STORE = "{6C617573-656B-4974-A0B1-6D616E696665}"

# 15 is the compatibility mode of every Word since 2013; without it Word falls back to an older one.
SETTINGS = (
    f"{DECLARATION}<w:settings {NAMESPACES}>"
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/>'
    '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
    ' w:val="15"/></w:compat><w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/>'
    '<w:listSeparator w:val=","/></w:settings>'
)

_SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{identity}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    for identity, kind in ((-1, "separator"), (0, "continuationSeparator"))
)


def document_part(body: str) -> str:
    """Return ``word/document.xml`` around the body."""
    return f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"


def footnotes_part(footnotes: str) -> str:
    """Return ``word/footnotes.xml`` around the footnotes, with the lines that part them from the text."""
    return f"{DECLARATION}<w:footnotes {NAMESPACES}>{_SEPARATORS}{footnotes}</w:footnotes>"


def core_properties_part(document: Document) -> str:
    """Return ``docProps/core.xml``: title and language, but no date, for it would change from run to run."""
    return (
        f"{DECLARATION}<cp:coreProperties"
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(document.title)}</dc:title><dc:language>en-GB</dc:language></cp:coreProperties>"
    )


def manifest_part(manifest: Mapping[str, Any]) -> str:
    """Return the custom XML part that says what the draft was made from: JSON in one element."""
    text = json.dumps(manifest, ensure_ascii=False, sort_keys=True)
    return f'{DECLARATION}<manifest xmlns="{MANIFEST_NAMESPACE}">{escape(text)}</manifest>'


def manifest_properties_part() -> str:
    """Return the part by which Word finds the manifest among other custom XML parts."""
    return (
        f'{DECLARATION}<ds:datastoreItem ds:itemID="{_MANIFEST_STORE}"'
        ' xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{MANIFEST_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
