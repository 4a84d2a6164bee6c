"""Drafts as Word files (.docx, ISO/IEC 29500 transitional)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from clausekit.cache import Cache
from clausekit.draft import Draft
from clausekit.formats.docx.body import BodyWriter
from clausekit.formats.docx.columns import LayOut, lay_out
from clausekit.formats.docx.house_style import SHORT_TITLE, STATUS, HouseStyle, Part, mark, prepare
from clausekit.formats.docx.package import (
    CONTENT_TYPES_PART,
    Relationship,
    content_types_xml,
    pack,
    relationships_part,
    relationships_xml,
)
from clausekit.formats.docx.parts import (
    SETTINGS,
    core_properties_part,
    document_part,
    footnotes_part,
    manifest_part,
    manifest_properties_part,
)
from clausekit.formats.docx.xml import escape
from clausekit.model import Document

DOCUMENT = "word/document.xml"
FOOTNOTES = "word/footnotes.xml"
CORE_PROPERTIES = "docProps/core.xml"
MANIFEST = "customXml/item1.xml"
_MANIFEST_PROPERTIES = "customXml/itemProps1.xml"

_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"


def write(
    draft: Draft,
    *,
    house_style: bytes,
    house_style_file: str = "templates/house-style.docx",
    manifest: Mapping[str, Any] | None,
    notes: bool,
    plain: bool,
    cache: Cache,
) -> bytes:
    """Return the draft as a Word file; the same input makes the same bytes.

    ``notes`` prints the drafting notes; ``plain`` leaves out the content controls that tell which clause and
    which parameter a text came from; ``manifest`` says what the draft was made from and, unless it is None,
    travels in the file.
    Raises ClausekitError if the house style cannot be used; its findings name ``house_style_file``.
    """
    house = prepare(house_style, house_style_file, draft.scheme, cache)
    widths = partial(lay_out, text_width=house.text_width)
    return pack(package_of(draft, house, widths, manifest, notes=notes, plain=plain))


def package_of(
    draft: Draft,
    house: HouseStyle,
    lay_out: LayOut,
    manifest: Mapping[str, Any] | None,
    *,
    notes: bool = False,
    plain: bool = False,
) -> dict[str, bytes]:
    """Return the parts of the Word file by name, in their order; ``lay_out`` says how wide tables are."""
    writer = BodyWriter(draft, house, lay_out, notes=notes, plain=plain)
    body = writer.write()
    return package_around(body, writer.footnotes, draft.document, house, manifest)


def package_around(
    body: str, footnotes: str, document: Document, house: HouseStyle, manifest: Mapping[str, Any] | None
) -> dict[str, bytes]:
    """Return the parts around a body, by name, in their order; ``document`` says title and status."""
    parts = (
        _part(DOCUMENT, _WORD_TYPE.format("document.main"), "", document_part(body)),
        _part(FOOTNOTES, _WORD_TYPE.format("footnotes"), "footnotes", footnotes_part(footnotes)),
        _part("word/settings.xml", _WORD_TYPE.format("settings"), "settings", SETTINGS),
        *(_filled_in(part, document) for part in house.parts),
        *_manifest_parts(manifest),
        _part(CORE_PROPERTIES, _CORE_TYPE, "", core_properties_part(document)),
    )
    return _package(parts)


def _manifest_parts(manifest: Mapping[str, Any] | None) -> tuple[Part, ...]:
    if manifest is None:
        return ()
    return (
        _part(MANIFEST, "application/xml", "customXml", manifest_part(manifest)),
        _part(_MANIFEST_PROPERTIES, _CUSTOM_TYPE, "", manifest_properties_part()),
    )


def _part(name: str, content_type: str, kind: str, xml: str) -> Part:
    return Part(name, content_type, kind, xml.encode())


def _filled_in(part: Part, document: Document) -> Part:
    """Return a header or footer of the house style with the words of this document in it."""
    if part.kind not in ("header", "footer"):
        return part
    data = part.data
    for title, words in ((SHORT_TITLE, document.short_title), (STATUS, document.status)):
        data = data.replace(mark(title).encode(), escape(words).encode())
    return replace(part, data=data)


def _package(parts: Sequence[Part]) -> dict[str, bytes]:
    """Return all parts of the package by name, those that tie it together first."""
    relationships = {
        "": [
            Relationship("document", "officeDocument", DOCUMENT),
            Relationship("properties", "core-properties", CORE_PROPERTIES),
        ],
        DOCUMENT: [Relationship(part.id or part.kind, part.kind, part.name) for part in parts if part.kind],
    }
    if any(part.name == MANIFEST for part in parts):
        relationships[MANIFEST] = [Relationship("properties", "customXmlProps", _MANIFEST_PROPERTIES)]
    types = {part.name: part.content_type for part in parts if part.content_type}
    return {
        CONTENT_TYPES_PART: content_types_xml(types),
        **{relationships_part(name): relationships_xml(name, found) for name, found in relationships.items()},
        **{part.name: part.data for part in parts},
    }
