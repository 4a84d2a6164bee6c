"""Schedules of one make in one file, one after another: they share styles, lists and settings.

They need no styles of their own, as attachments do, so that even hundreds make a file that Word opens. Each
is a section with its own header and footer. Its title is the first level of its list, at which numbers begin
anew. What must be unique in a file gets another name: bookmarks, with what refers to them, controls, notes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import count

from lxml import etree
from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_trees import parse, r, serialised, w
from clausekit.formats.docx.house_style import HouseStyle, Part
from clausekit.formats.docx.package import pack, relationships
from clausekit.formats.docx.writing import CORE_PROPERTIES, DOCUMENT, FOOTNOTES, MANIFEST, package_around
from clausekit.model import Document

Parts = Mapping[str, bytes]

_OWN = (DOCUMENT, FOOTNOTES, CORE_PROPERTIES, MANIFEST)
_RUNNING = ("header", "footer")
_NAMED = re.compile(r"_(?:Ref|Toc)\w+")
_NO_SPACE = {"before": "0", "after": "0", "line": "20", "lineRule": "exact"}
"""The spacing of a paragraph that must be there, since a section ends with one, and takes no room."""


def are_alike(packages: Sequence[Parts]) -> bool:
    """Tell whether Word files, as their parts, differ in nothing but text, title, header and footer."""
    shared = [_shared(parts) for parts in packages]
    roots = {parts[DOCUMENT].partition(b"<w:body>")[0] for parts in packages}
    return len(roots) == 1 and all(one == shared[0] for one in shared)


def series(title: str, packages: Sequence[Parts], house: HouseStyle) -> bytes:
    """Return the schedules, which are alike, as one Word file with that title."""
    joined = _Joined()
    bodies = [joined.body(parts, last=parts is packages[-1]) for parts in packages]
    common = tuple(part for part in house.parts if part.kind not in _RUNNING)
    house = replace(house, parts=(*common, *joined.running.values()))
    document = Document(title, title, "", ())
    return pack(package_around("".join(bodies), "".join(joined.footnotes), document, house, None))


def _shared(parts: Parts) -> dict[str, bytes]:
    own = {*_OWN, *(one.target for one in relationships(parts, DOCUMENT) if one.kind in _RUNNING)}
    return {name: data for name, data in parts.items() if name not in own}


class _Joined:
    """What has been joined so far: ``running`` are headers and footers by kind and content."""

    def __init__(self) -> None:
        self.running: dict[tuple[str, bytes], Part] = {}
        self.footnotes: list[str] = []
        self._schedule = 0
        self._notes = 0
        self._bookmarks: dict[tuple[int, str], str] = {}
        self._controls = count(1)

    def body(self, parts: Parts, *, last: bool) -> str:
        """Return the content of a schedule's body, fit for its place in the whole."""
        self._schedule += 1
        document, footnotes = parse(parts[DOCUMENT]), parse(parts[FOOTNOTES])
        for note in footnotes.findall(w("footnote")):
            if note.get(w("type")):  # lines between text and notes, which every file has
                footnotes.remove(note)
        for tree in (document, footnotes):
            for element in tree.iter():
                self._fit(element, parts)
        self.footnotes.append(_inside(footnotes, "w:footnotes"))
        self._notes += len(footnotes)
        if not last:
            _end_with_paragraph(document[0])
        return _inside(document, "w:body")

    def _fit(self, element: Element, parts: Parts) -> None:
        match element.tag.rpartition("}")[2] if isinstance(element.tag, str) else "":
            case "bookmarkStart":
                element.set(w("name"), self._own_name(element.get(w("name"), "")))
                self._number(element)
            case "bookmarkEnd":
                self._number(element)
            case "instrText":
                element.text = _NAMED.sub(lambda found: self._own_name(found[0]), element.text or "")
            case "hyperlink" if anchor := element.get(w("anchor")):
                element.set(w("anchor"), self._own_name(anchor))
            case "id":  # of a content control
                element.set(w("val"), str(next(self._controls)))
            case "sectPr":
                _restart_notes(element)
            case "footnoteReference" | "footnote":
                element.set(w("id"), str(int(element.get(w("id"), "0")) + self._notes))
            case "headerReference" | "footerReference" as name:
                element.set(
                    r("id"), self._running(name.removesuffix("Reference"), element.get(r("id"), ""), parts)
                )

    def _own_name(self, name: str) -> str:
        return f"{name}_{self._schedule}"

    def _number(self, element: Element) -> None:
        key = self._schedule, element.get(w("id"), "")
        element.set(w("id"), self._bookmarks.setdefault(key, str(len(self._bookmarks) + 1)))

    def _running(self, kind: str, identity: str, parts: Parts) -> str:
        """Return the id of a header or footer; schedules that have the same one share it."""
        (target,) = (one.target for one in relationships(parts, DOCUMENT) if one.id == identity)
        key = kind, parts[target]
        if key not in self.running:
            number = len(self.running) + 1
            name = f"word/{kind}{number}.xml"
            content_type = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
            self.running[key] = Part(name, content_type, kind, parts[target], f"{kind}{number}")
        return self.running[key].id


def _end_with_paragraph(body: Element) -> None:
    """Put the last section of a body into a paragraph, so that another can follow."""
    section = body[-1]
    paragraph = etree.SubElement(body, w("p"))
    properties = etree.SubElement(paragraph, w("pPr"))
    etree.SubElement(properties, w("spacing"), {w(name): value for name, value in _NO_SPACE.items()})
    properties.append(section)


def _restart_notes(section: Element) -> None:
    """Let the numbers of footnotes begin anew in a section."""
    notes = etree.Element(w("footnotePr"))
    etree.SubElement(notes, w("numRestart"), {w("val"): "eachSect"})
    references = [
        one for one in section if etree.QName(one).localname in ("headerReference", "footerReference")
    ]
    section.insert(len(references), notes)


def _inside(tree: Element, tag: str) -> str:
    """Return what stands inside an element of this tag, as XML."""
    text = serialised(tree).decode()
    opening, closing = re.search(rf"<{tag}[^>]*>", text), text.rfind(f"</{tag}>")
    return text[opening.end() : closing] if opening and closing >= 0 else ""
