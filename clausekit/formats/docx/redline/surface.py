"""What a reader sees of a Word file without tracked changes, line by line, to tell whether two read alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_trees import MC, r, value, w
from clausekit.formats.docx.package import relationships
from clausekit.formats.docx.reader.characters import characters
from clausekit.formats.docx.reader.fields import Field
from clausekit.formats.docx.reader.labels import Counter, lists
from clausekit.formats.docx.reader.layouts import Layouts, WordLayout
from clausekit.formats.docx.reader.looks import VAL, Looks, StyleSheet
from clausekit.reading import NOTE_MARK, OBJECT_MARK

Stretch = tuple[int, bool, bool, str]
"""How many characters are bold, italic, underlined in the same way."""

_TEXT, _RUN, _PARAGRAPH, _TABLE, _ROW, _CELL = (w(name) for name in ("t", "r", "p", "tbl", "tr", "tc"))
_PARAGRAPH_PROPERTIES, _RUN_PROPERTIES = w("pPr"), w("rPr")
_SIMPLE_FIELD, _FIELD_MARK, _CODE = w("fldSimple"), w("fldChar"), w("instrText")
_NOTES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_MARGINS = {w("headerReference"): "header", w("footerReference"): "footer"}
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_OBJECTS = frozenset((*map(w, ("drawing", "pict", "object", "ruby")), f"{_MATHS}oMath", f"{_MATHS}oMathPara"))
_CONTAINERS = frozenset(
    map(w, ("sdt", "sdtContent", "customXml", "smartTag", "hyperlink", "dir", "bdo"))
)  # fmt: skip
_ALTERNATIVES = f"{{{MC}}}AlternateContent"
_END_OF_TABLE = "end of a table"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Line(NamedTuple):
    """A paragraph, or a mark of a table's structure (``structure``, "" for a paragraph).

    ``place`` says in which part it is: "the body", "footnote 2", "the header (default) of section 1".
    """

    place: str
    structure: str
    text: str = ""
    style: str = ""
    label: str = ""
    level: int | None = None
    alignment: str = ""
    stretches: tuple[Stretch, ...] = ()


@dataclass(slots=True)
class _OpenField:
    code: str = ""
    shown: bool = False


class _Shown(NamedTuple):
    """What a paragraph shows, but for its number."""

    text: str
    layout: WordLayout
    stretches: tuple[Stretch, ...]


class _Sheet:
    """Styles and lists, and the paragraphs that were read with them, by their XML."""

    def __init__(self, styles: Element | None, numbering: Element | None) -> None:
        sheet = StyleSheet(styles, None)
        self.lists = lists(numbering, sheet)
        self.layouts = Layouts(sheet, self.lists)
        self.looks = Looks(sheet)
        self.known: dict[bytes, _Shown] = {}


class Surfaces:
    """Reads the surfaces of files; what several have in common is read once."""

    def __init__(self) -> None:
        self._sheets: dict[tuple[bytes, bytes], _Sheet] = {}

    def of(self, trees: Mapping[str, Element], parts: Mapping[str, bytes]) -> tuple[Line, ...]:
        """Return the lines of a Word file: body, then the notes that it refers to, then headers and footers.

        ``trees`` are its parsed parts by name; ``parts`` are asked for relationships only.
        """
        main, document = next((name, tree) for name, tree in trees.items() if tree.tag == w("document"))
        by_kind = {tree.tag: tree for tree in trees.values()}
        reader = _Reader(self._sheet(by_kind.get(w("styles")), by_kind.get(w("numbering"))))
        lines = reader.story("the body", document.find(w("body")))
        notes = {
            (kind, note.get(w("id"), "")): note
            for kind in _NOTES.values()
            for note in by_kind.get(w(f"{kind}s"), ())
        }
        for number, (kind, identity) in enumerate(reader.notes, start=1):
            lines += reader.story(f"{kind} {number}", notes.get((kind, identity)))
        targets = {one.id: one.target for one in relationships(parts, main)}
        for place, identity in _margins(document):
            margin = reader.story(place, trees.get(targets.get(identity, "")))
            lines += margin if any(line.text for line in margin) else []
        return tuple(lines)

    def _sheet(self, styles: Element | None, numbering: Element | None) -> _Sheet:
        key = (_xml(styles), _xml(numbering))
        if key not in self._sheets:
            self._sheets[key] = _Sheet(styles, numbering)
        return self._sheets[key]


def _xml(element: Element | None) -> bytes:
    return b"" if element is None else etree.tostring(element, with_tail=False)


def _margins(document: Element) -> Iterator[tuple[str, str]]:
    """Yield the headers and footers of each section, its own or those that go on from the one before."""
    current: dict[str, str] = {}
    for number, section in enumerate(document.iter(w("sectPr")), start=1):
        for reference in section:
            kind = _MARGINS.get(reference.tag)
            if kind:
                current[f"{kind} ({reference.get(w('type'), 'default')})"] = reference.get(r("id"), "")
        for kind, identity in sorted(current.items()):
            yield f"the {kind} of section {number}", identity


@dataclass(slots=True)
class _Reader:
    sheet: _Sheet
    notes: list[tuple[str, str]] = field(default_factory=list)
    _fields: list[_OpenField] = field(default_factory=list)
    _strays: int = 0

    def story(self, place: str, root: Element | None) -> list[Line]:
        if root is None:
            return []
        lines = self._contained(place, root, Counter(self.sheet.lists))
        lines += [Line(place, "half a field")] * (len(self._fields) + self._strays)
        self._fields.clear()
        self._strays = 0
        return lines

    def _contained(self, place: str, container: Element, counter: Counter) -> list[Line]:
        """Return the lines of a story or cell.

        Word ends each with a paragraph. One without words or a number, after a table or the end of a section,
        or alone, is there for that only, and other programs leave it out; so it is none.
        """
        lines = list(self._blocks(place, container, counter))
        if not lines or not _is_blank(lines[-1]):
            return lines
        if len(lines) == 1 or lines[-2].structure == _END_OF_TABLE or _begins_section(container):
            lines.pop()
        return lines

    def _blocks(self, place: str, container: Element, counter: Counter) -> Iterator[Line]:
        for block in container:
            tag = block.tag
            if tag == _PARAGRAPH:
                yield self._paragraph(place, block, counter)
            elif tag == _TABLE:
                yield Line(place, "table")
                yield from self._blocks(place, block, counter)
                yield Line(place, _END_OF_TABLE)
            elif tag == _ROW:
                yield Line(place, "row")
                yield from self._blocks(place, block, counter)
            elif tag == _CELL:
                yield Line(place, _cell(block))
                yield from self._contained(place, block, counter)
            elif tag in _CONTAINERS:
                yield from self._blocks(place, block, counter)

    def _paragraph(self, place: str, paragraph: Element, counter: Counter) -> Line:
        shown = self._known(paragraph)
        layout = shown.layout
        label = counter.label(layout.list, layout.level) if layout.level is not None else ""
        style = layout.style.name
        return Line(place, "", shown.text, style, label, layout.level, layout.alignment, shown.stretches)

    def _known(self, paragraph: Element) -> _Shown:
        xml = _xml(paragraph)
        if self._fields or b"fldChar" in xml or b"noteReference" in xml:
            return self._read(paragraph)
        found = self.sheet.known.get(xml)
        if found is None:
            found = self.sheet.known[xml] = self._read(paragraph)
        return found

    def _read(self, paragraph: Element) -> _Shown:
        layout = self.sheet.layouts.layout(paragraph.find(_PARAGRAPH_PROPERTIES))
        texts: list[str] = []
        stretches: list[Stretch] = []
        for text, properties in self._shown(paragraph):
            look = self.sheet.looks.look(layout.style, (), properties)
            stretch = (len(text), look.bold, look.italic, look.underline)
            if stretches and stretches[-1][1:] == stretch[1:]:
                stretch = (stretches.pop()[0] + stretch[0], *stretch[1:])
            stretches.append(stretch)
            texts.append(text)
        for unfinished in self._fields:
            unfinished.shown = True
        return _Shown("".join(texts), layout, tuple(stretches))

    def _shown(self, parent: Element) -> Iterator[tuple[str, Element | None]]:
        """Yield the printed text of each run, with the run's properties."""
        for child in parent:
            tag = child.tag
            if tag == _RUN:
                text = self._text(child)
                if text:
                    yield text, child.find(_RUN_PROPERTIES)
            elif tag in _CONTAINERS:
                yield from self._shown(child)
            elif tag == _SIMPLE_FIELD:
                if not Field(child.get(w("instr"), "")).constant:
                    yield from self._shown(child)
            elif tag in _OBJECTS:
                yield OBJECT_MARK, None

    def _text(self, run: Element) -> str:
        text = ""
        for child in run:
            tag = child.tag
            if tag == _FIELD_MARK:
                self._mark(child.get(w("fldCharType"), ""))
            elif tag == _CODE and self._fields:
                self._fields[-1].code += child.text or ""
            elif tag != _RUN_PROPERTIES and not (self._fields and self._is_hidden()):
                text += self._printed(child)
        return text

    def _is_hidden(self) -> bool:
        return not all(one.shown for one in self._fields)

    def _mark(self, kind: str) -> None:
        """Begin a field, its result, or what comes after it; a result that every page makes anew is not
        shown."""
        if kind == "begin":
            self._fields.append(_OpenField())
        elif kind == "separate" and self._fields:
            self._fields[-1].shown = not Field(self._fields[-1].code).constant
        elif kind == "end" and self._fields:
            self._fields.pop()
        elif kind == "end":
            self._strays += 1

    def _printed(self, child: Element) -> str:
        tag = child.tag
        if tag == _TEXT:
            text = child.text or ""
            return text if child.get(_SPACE) == "preserve" else text.strip(" \t\r\n")
        if tag in _NOTES:
            self.notes.append((_NOTES[tag], child.get(w("id"), "")))
            return NOTE_MARK
        if tag in _OBJECTS or tag == _ALTERNATIVES:
            return OBJECT_MARK
        return characters(child) or ""


def _is_blank(line: Line) -> bool:
    return not (line.structure or line.text or line.label)


def _begins_section(container: Element) -> bool:
    """Return whether the last of several paragraphs follows one that ends a section."""
    paragraphs = list(container.iter(_PARAGRAPH))
    return len(paragraphs) > 1 and paragraphs[-2].find(f"{_PARAGRAPH_PROPERTIES}/{w('sectPr')}") is not None


def _cell(cell: Element) -> str:
    properties = cell.find(w("tcPr"))
    merge = None if properties is None else properties.find(w("vMerge"))
    columns = value(properties, "gridSpan") if properties is not None else None
    merged = merge is not None and merge.get(VAL, "continue") == "continue"
    return f"cell of {columns or 1} columns" + (" that goes on from above" if merged else "")
