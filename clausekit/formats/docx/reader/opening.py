"""Opening a Word file that may come from anyone: its parts, and the trees of those that are text.

Nothing outside of the file is ever fetched, and no entity of its own is expanded.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from lxml import etree
from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_trees import parse
from clausekit.formats.docx.package import Relationship, relationships, unpack, unusable
from clausekit.formats.docx.reader.tidying import tidy
from clausekit.formats.docx.xml import W

_STORIES = frozenset(("footnotes", "endnotes", "header", "footer"))
_OTHERS = frozenset(("comments", "styles", "numbering", "settings"))

_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/math": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/math"
    ),
    b"http://purl.oclc.org/ooxml/drawingml/": b"http://schemas.openxmlformats.org/drawingml/2006/",
}
"""The namespaces of the strict form of the format (ISO/IEC 29500-1), and those that everyone writes."""

_OTHER_FILES = {"xl/": "an Excel workbook", "ppt/": "a PowerPoint presentation"}


@dataclass(frozen=True, slots=True)
class Package:
    """A Word file, opened.

    ``main`` is the name of the part that holds its text, ``trees`` are the parts that are read, and
    ``relationships`` those of each of them, by id.
    """

    parts: dict[str, bytes]
    main: str
    trees: dict[str, Element] = field(default_factory=dict)
    relationships: dict[str, Mapping[str, Relationship]] = field(default_factory=dict)

    @property
    def related(self) -> Mapping[str, Relationship]:
        """The relationships of the main part."""
        return self.relationships[self.main]

    def see(self, part: str) -> None:
        """Read the relationships of a part."""
        self.relationships[part] = {one.id: one for one in relationships(self.parts, part)}

    @property
    def stories(self) -> tuple[Element, ...]:
        """The trees that hold text to be read: the main part, then notes, headers and footers."""
        names = (one.target for one in self.related.values() if one.kind in _STORIES)
        return tuple(self.trees[name] for name in dict.fromkeys((self.main, *names)) if name in self.trees)

    def of_kind(self, kind: str) -> Element | None:
        """Return the tree of the part of a kind, ``styles``; None if there is none."""
        name = self.name_of(kind)
        return None if name is None else self.trees.get(name)

    def name_of(self, kind: str) -> str | None:
        """Return the name of the part of a kind; None if there is none."""
        names = (one.target for one in self.related.values() if one.kind == kind and not one.external)
        return next((name for name in names if name in self.parts), None)


def open_package(data: bytes, file: str) -> Package:
    """Return a Word file with the trees of its text, styles, numbering and settings.

    Raises ClausekitError if it cannot be used.
    """
    parts = {name.lstrip("/"): part for name, part in unpack(data, file).items()}
    try:
        main = _main_part(parts, file)
        package = Package(_transitional(parts, main), main)
        package.see(main)
        for name in (main, *_text_parts(package)):
            package.see(name)
            package.trees[name] = _tree(package.parts[name], name, file)
    except (expat.ExpatError, ValueError) as error:
        raise unusable(file, "the list of its parts is damaged") from error
    document = package.trees[main]
    if document.tag != f"{{{W}}}document" or document.find(f"{{{W}}}body") is None:
        raise unusable(file, f"{main} holds no text of a Word document")
    return package


def _main_part(parts: Mapping[str, bytes], file: str) -> str:
    for one in relationships(parts, ""):
        if one.kind == "officeDocument" and one.target.startswith("word/") and one.target in parts:
            return one.target
    if "word/document.xml" in parts and not relationships(parts, ""):
        raise unusable(file, "it does not say which of its parts is the text")
    for folder, kind in _OTHER_FILES.items():
        if any(name.startswith(folder) for name in parts):
            raise unusable(file, f"it is {kind}, not a Word document")
    if "mimetype" in parts:
        raise unusable(file, "it is an OpenDocument file, not a Word document")
    raise unusable(file, "it is a zip file, but there is no Word document in it")


def _text_parts(package: Package) -> list[str]:
    names = (
        one.target
        for one in package.related.values()
        if one.kind in _STORIES | _OTHERS and not one.external and one.target in package.parts
    )
    return list(dict.fromkeys(names))


def _transitional(parts: dict[str, bytes], main: str) -> dict[str, bytes]:
    """Return the parts in the form that everyone writes."""
    if _STRICT not in parts[main][:4096]:
        return parts
    return {
        name: _replaced(part) if name.endswith((".xml", ".rels")) else part for name, part in parts.items()
    }


def _replaced(part: bytes) -> bytes:
    for strict, transitional in _TRANSITIONAL.items():
        part = part.replace(strict, transitional)
    return part


def _tree(data: bytes, name: str, file: str) -> Element:
    declares = unusable(file, f"{name} declares entities of its own, which no Word file needs")
    if b"<!DOCTYPE" in data:
        raise declares
    try:
        tree = parse(data)
    except etree.XMLSyntaxError as error:
        if re.search("depth|too long|huge", str(error), re.IGNORECASE):
            raise unusable(file, f"{name} is nested too deeply, or has a text that is too long") from error
        raise unusable(file, f"{name} is damaged") from error
    except ValueError as error:
        raise declares from error
    tidy(tree)
    return tree
