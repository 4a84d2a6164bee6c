"""What a Word file reads as if all its tracked changes are accepted, or all rejected.

Written from ISO/IEC 29500-1 (17.13.5 for tracked changes, 17.3 to 17.10 for the rest) with the standard
library alone: it shares nothing with what writes and checks redlines, so that it may judge them. It changes
nothing, but reads through the changes: of each insertion and deletion either the content or nothing, of each
change of properties either the new or the old ones.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby, repeat
from typing import Literal, TypeAlias
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Side = Literal["accepted", "rejected"]

_GOING: dict[Side, tuple[str, ...]] = {
    "accepted": ("del", "moveFrom", "cellDel"),
    "rejected": ("ins", "moveTo", "cellIns"),
}
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_OBJECTS = ("drawing", "pict", "object")
_ON_EVERY_PAGE = ("PAGE", "NUMPAGES", "SECTIONPAGES")
_OFF = ("0", "false", "off", "none")


@dataclass
class Page:
    """A file as it reads: four levels, each a list of lines, the codes of its fields, and its bookmarks.

    Bookmarks do not count for equality: when what one was around goes, an empty one may stay.
    """

    text: list[str] = field(default_factory=list)
    layout: list[str] = field(default_factory=list)
    looks: list[str] = field(default_factory=list)
    margins: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list, compare=False)


@dataclass
class _Paragraph:
    characters: list[_Characters]
    properties: list[Element]
    goes_on: bool


@dataclass
class _Cell:
    width: str
    blocks: list[_Block]


@dataclass
class _Table:
    rows: list[list[_Cell]]


_Block: TypeAlias = _Paragraph | _Table
_Characters: TypeAlias = tuple[str, list[Element]]
"""Some characters and the properties of their run."""


def read(data: bytes, side: Side) -> Page:
    """Return how a Word file reads on one side of its tracked changes."""
    return _Reader(data, side).page


def differences(redline: bytes, old: bytes, new: bytes) -> list[str]:
    """Return where a redline is not exact, in words; nothing if it is."""
    sides: tuple[tuple[Side, bytes], ...] = (("accepted", new), ("rejected", old))
    found: list[str] = []
    for side, file in sides:
        got, wanted = read(redline, side), read(file, "accepted")
        # The old file's bookmarks, and so its references, may need other names beside those of the new one.
        for level in ("text", "layout", "looks", "margins", *(["codes"] if side == "accepted" else [])):
            ours, theirs = getattr(got, level), getattr(wanted, level)
            if ours != theirs:
                found.append(f"{side}, {level}: {_first_difference(ours, theirs)}")
        if len(set(got.bookmarks)) < len(got.bookmarks):
            found.append(f"{side}: a bookmark twice: {sorted(got.bookmarks)}")
        if side == "accepted" and not set(wanted.bookmarks) <= set(got.bookmarks):
            found.append(f"{side}: bookmarks {got.bookmarks}, wanted {wanted.bookmarks}")
    return found


def _first_difference(got: list[str], wanted: list[str]) -> str:
    at = next(
        (n for n, (a, b) in enumerate(zip(got, wanted, strict=False)) if a != b), min(len(got), len(wanted))
    )
    return f"line {at} is {got[at : at + 1]}, wanted {wanted[at : at + 1]}"


class _Reader:
    def __init__(self, data: bytes, side: Side) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self._parts = {name: archive.read(name) for name in archive.namelist()}
        self._going = tuple(W + name for name in _GOING[side])
        self._rejects = side == "rejected"
        self._styles = _Styles(self._tree("styles"), self._tree("numbering"))
        self._notes: list[tuple[str, str]] = []
        self._fields: list[dict[str, str]] = []
        self.page = Page()
        document = self._tree("document")
        self._story(document.find(f"{W}body"))
        for kind, identity in self._notes:
            self.page.text.append(f"{kind}:")
            self._story(next(note for note in self._tree(f"{kind}s") if note.get(f"{W}id") == identity))
        self.page.margins = list(self._margins(document))

    def _tree(self, name: str) -> Element:
        data = self._parts.get(f"word/{name}.xml")
        return ElementTree.fromstring(data) if data else Element("none")

    def _margins(self, document: Element) -> Iterator[str]:
        """Yield the headers and footers of each section; they go on until another takes their place."""
        targets = {
            one.get("Id"): one.get("Target", "").split("/")[-1].removesuffix(".xml")
            for one in ElementTree.fromstring(self._parts["word/_rels/document.xml.rels"])
        }
        current: dict[tuple[str, str], str] = {}
        sections = [
            section
            for holder in document.iter()
            if holder.tag in (f"{W}p", f"{W}body") and not self._mark_goes(holder)
            for section in (holder.find(f"{W}pPr/{W}sectPr"), holder.find(f"{W}sectPr"))
            if section is not None
        ]
        # The section of the body comes last, though the body comes first.
        for number, section in enumerate(sorted(sections, key=lambda one: one in list(document[0]))):
            for kind in ("header", "footer"):
                for one in section.findall(f"{W}{kind}Reference"):
                    current[kind, one.get(f"{W}type", "")] = targets[one.get(f"{R}id")]
            for place, name in sorted(current.items()):
                page, self.page = self.page, Page()
                self._story(self._tree(name))
                page, self.page = self.page, page
                if any(line != "p: " for line in page.text):
                    yield f"{place} of section {number}: {page.text} {page.layout} {page.looks}"

    # blocks

    def _story(self, root: Element | None) -> None:
        assert root is not None
        self._fields.clear()
        self._write(self._joined(list(self._blocks(root))))

    def _blocks(self, container: Element) -> Iterator[_Block]:
        for child in container:
            name = child.tag.removeprefix(W)
            if name == "p":
                properties = self._properties(child, "pPr")
                yield _Paragraph(list(self._characters(child)), properties, self._mark_goes(child))
            elif name == "tbl":
                rows = [cells for row in self._rows(child) if (cells := list(self._cells(row)))]
                if rows:
                    yield _Table(rows)
            elif name in ("sdt", "sdtContent", "customXml"):
                yield from self._blocks(child)
            elif name == "bookmarkStart":
                self.page.bookmarks.append(child.get(f"{W}name", ""))

    def _rows(self, container: Element) -> Iterator[Element]:
        for child in container:
            if child.tag == f"{W}tr" and not self._goes(child.find(f"{W}trPr")):
                yield child
            elif child.tag in (f"{W}sdt", f"{W}sdtContent"):
                yield from self._rows(child)

    def _cells(self, row: Element) -> Iterator[_Cell]:
        for child in row:
            if child.tag == f"{W}tc" and not self._goes(child.find(f"{W}tcPr")):
                properties = self._properties(child, "tcPr")
                span = [one.get(f"{W}val") for one in properties if one.tag == f"{W}gridSpan"]
                merge = [one.get(f"{W}val", "continue") for one in properties if one.tag == f"{W}vMerge"]
                change = child.find(f"{W}tcPr/{W}cellMerge")
                if change is not None:
                    merge = [change.get(f"{W}vMergeOrig" if self._rejects else f"{W}vMerge", "none")]
                above = any(one in ("continue", "cont") for one in merge)
                yield _Cell(f"{span} {above}", self._joined(list(self._blocks(child))))
            elif child.tag in (f"{W}sdt", f"{W}sdtContent"):
                yield from self._cells(child)

    def _goes(self, properties: Element | None) -> bool:
        return properties is not None and any(child.tag in self._going for child in properties)

    def _mark_goes(self, paragraph: Element) -> bool:
        return self._goes(paragraph.find(f"{W}pPr/{W}rPr"))

    def _joined(self, blocks: list[_Block]) -> list[_Block]:
        """Join each paragraph whose mark goes with the next; before a table, drop it if nothing is left."""
        joined: list[_Block] = []
        ahead: list[_Characters] = []
        for block, following in zip(blocks, [*blocks, None][1:], strict=True):
            if isinstance(block, _Table):
                joined.append(block)
                continue
            block.characters = ahead + block.characters
            ahead = []
            if block.goes_on and isinstance(following, _Paragraph):
                ahead = block.characters
            elif not (block.goes_on and isinstance(following, _Table) and not block.characters):
                joined.append(block)
        return joined

    def _write(self, blocks: list[_Block]) -> None:
        for block in blocks[:-1] if self._is_end_only(blocks) else blocks:
            if isinstance(block, _Table):
                self.page.text.append("table")
                for row in block.rows:
                    self.page.text.append("row")
                    for cell in row:
                        self.page.text.append(f"cell {cell.width}")
                        self._write(cell.blocks)
                self.page.text.append("end of table")
            else:
                self.page.text.append(f"p: {''.join(text for text, _ in block.characters)}")
                self.page.layout.append(self._styles.layout(block.properties))
                looks = [
                    look
                    for text, run in block.characters
                    for look in repeat(self._styles.look(block.properties, run), len(text))
                ]
                self.page.looks.append(" ".join(f"{len(list(same))}{look}" for look, same in groupby(looks)))

    def _is_end_only(self, blocks: list[_Block]) -> bool:
        """Return whether the last paragraph says nothing: Word wants one after a table or section, and
        alone."""
        last = blocks[-1] if blocks else None
        return (
            isinstance(last, _Paragraph)
            and not any(text for text, _ in last.characters)
            and "no list" in self._styles.layout(last.properties)
            and (len(blocks) == 1 or isinstance(blocks[-2], _Table) or _ends_section(blocks[-2]))
        )

    # words

    def _characters(self, parent: Element) -> Iterator[_Characters]:
        for child in parent:
            name = child.tag.removeprefix(W)
            if child.tag in self._going:
                continue
            if name == "r":
                yield from self._run(child)
            elif name == "bookmarkStart":
                self.page.bookmarks.append(child.get(f"{W}name", ""))
            elif name not in ("pPr", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr"):
                yield from self._characters(child)

    def _run(self, run: Element) -> Iterator[_Characters]:
        properties = self._properties(run, "rPr")
        for child in run:
            name = child.tag.removeprefix(W)
            if name == "fldChar":
                self._field(child.get(f"{W}fldCharType", ""))
            elif name in ("instrText", "delInstrText"):
                self._fields[-1]["code"] += child.text or ""
            elif any(one["shown"] == "no" for one in self._fields):
                continue
            elif name in ("t", "delText"):
                text = child.text or ""
                text = text if child.get(SPACE) == "preserve" else text.strip(" \t\r\n")
                yield text, properties
            elif name in _CHARACTERS and child.get(f"{W}type") not in ("page", "column"):
                yield _CHARACTERS[name], properties
            elif name in _OBJECTS:
                yield "[object]", properties
            elif name in ("footnoteReference", "endnoteReference"):
                self._notes.append((name.removesuffix("Reference"), child.get(f"{W}id", "")))
                yield "[note]", properties

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append({"code": "", "shown": "no"})
        elif kind == "separate":
            code = self._fields[-1]["code"].split()
            self._fields[-1]["shown"] = "no" if code and code[0] in _ON_EVERY_PAGE else "yes"
        else:
            self.page.codes.append(self._fields.pop()["code"])

    def _properties(self, owner: Element, name: str) -> list[Element]:
        """Return the properties of a paragraph, run or cell, those from before a change if it is rejected."""
        properties = owner.find(W + name)
        if properties is None:
            return []
        change = properties.find(f"{W}{name}Change")
        if change is None or not self._rejects:
            return list(properties)
        return list(change[0])


def _ends_section(paragraph: _Paragraph) -> bool:
    return any(one.tag == f"{W}sectPr" for one in paragraph.properties)


class _Styles:
    """What styles and lists say, as far as the four levels ask for it."""

    def __init__(self, styles: Element, numbering: Element) -> None:
        self._styles = {style.get(f"{W}styleId"): style for style in styles.iter(f"{W}style")}
        self._default = next(
            (
                identity
                for identity, style in self._styles.items()
                if (style.get(f"{W}type"), style.get(f"{W}default")) == ("paragraph", "1")
            ),
            None,
        )
        abstracts = {one.get(f"{W}abstractNumId"): one for one in numbering.iter(f"{W}abstractNum")}
        self._lists = {
            one.get(f"{W}numId"): abstracts[_value(one.find(f"{W}abstractNumId"))]
            for one in numbering.iter(f"{W}num")
        }

    def _chain(self, identity: str | None) -> Iterator[Element]:
        """Yield a style and those that it is based on."""
        while identity in self._styles:
            style = self._styles[identity]
            yield style
            identity = _value(style.find(f"{W}basedOn"))

    def layout(self, properties: list[Element]) -> str:
        """Return style, list level with its format, and alignment of a paragraph."""
        chain = list(self._chain(_of(properties, "pStyle") or self._default))
        sources = [properties, *(list(style.find(f"{W}pPr") or []) for style in chain)]
        name = _value(chain[0].find(f"{W}name")) if chain else None
        alignment = next((found for one in sources if (found := _of(one, "jc"))), "left")
        numbers = [child for one in sources for child in one if child.tag == f"{W}numPr"]
        identity = next((x for one in numbers if (x := _value(one.find(f"{W}numId")))), None)
        level = next((x for one in numbers if (x := _value(one.find(f"{W}ilvl")))), "0")
        side = {"start": "left", "end": "right"}.get(alignment, alignment)
        return f"{str(name).lower()}, {self._level(identity, level)}, {side}"

    def _level(self, identity: str | None, level: str) -> str:
        for one in self._lists.get(identity, ()):
            if one.get(f"{W}ilvl") == level:
                return f"level {level} {_value(one.find(f'{W}lvlText'))} {_value(one.find(f'{W}numFmt'))}"
        return "no list"

    def look(self, paragraph: list[Element], run: list[Element]) -> str:
        """Return whether a run is bold, italic, underlined: a letter for each."""
        paragraph_style = list(self._chain(_of(paragraph, "pStyle") or self._default))
        character_style = list(self._chain(_of(run, "rStyle")))
        look = ""
        for name in ("b", "i"):
            direct = _switch(run, name)
            styled = [
                next((x for style in chain if (x := _switch(style.find(f"{W}rPr"), name)) is not None), False)
                for chain in (paragraph_style, character_style)
            ]
            look += name if (direct if direct is not None else styled[0] != styled[1]) else ""
        lines = [run, *(style.find(f"{W}rPr") for style in (*character_style, *paragraph_style))]
        underline = next((u for one in lines if one is not None and (u := _of(list(one), "u"))), "none")
        return look + ("" if underline == "none" else f"u({underline})")


def _value(element: Element | None) -> str | None:
    return None if element is None else element.get(f"{W}val")


def _of(properties: list[Element], name: str) -> str | None:
    return next((_value(child) for child in properties if child.tag == W + name), None)


def _switch(properties: list[Element] | Element | None, name: str) -> bool | None:
    for child in properties if properties is not None else ():
        if child.tag == W + name:
            return child.get(f"{W}val", "1") not in _OFF
    return None
