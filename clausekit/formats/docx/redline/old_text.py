"""What is taken over from the old file: copies of its paragraphs and tables, made fit for the new one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from copy import deepcopy

from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_trees import remove, unwrap, w
from clausekit.formats.docx.reader import WordFile
from clausekit.formats.docx.redline.bookmarks import needed_by
from clausekit.formats.docx.redline.changes import made
from clausekit.formats.docx.redline.imports import Imports
from clausekit.formats.docx.redline.notes import Notes
from clausekit.formats.docx.redline.wholes import bound_paragraphs, expand_simple_fields, open_parts
from clausekit.reading import Block, Cell, Passage, Row, Table

_PARAGRAPH = w("p")
_CONTROL = w("sdt")
_CONTENT = w("sdtContent")
_TRANSPARENT = tuple(w(name) for name in ("smartTag", "customXml", "dir", "bdo"))
_NOT_TAKEN = tuple(
    w(name)
    for name in (
        *("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference"),
        *("annotationRef", "proofErr", "permStart", "permEnd", "lastRenderedPageBreak", "sdtPr", "sdtEndPr"),
    )
)
_NOTES = tuple(w(name) for name in ("footnoteReference", "endnoteReference"))


class OldText:
    """Copies of what the old file holds.

    ``references`` are the bookmarks to which what was taken refers, ``places`` the paragraphs of the redline
    that stand for those of the old file.

    Content controls, bookmarks and comments stay behind: the new text has them, or they have no meaning more.
    """

    def __init__(self, old: WordFile, imports: Imports, notes: Notes) -> None:
        self.elements: Mapping[Block | Row | Cell, tuple[Element, ...]] = old.elements
        self._imports = imports
        self._notes = notes
        self._bound: Collection[Element] = ()
        self._from = self._into = old.main
        self.references: dict[str, None] = {}
        self.places: dict[Element | None, Element] = {}

    def open(self, part: str, into: str, going: Collection[Element]) -> None:
        """Turn to a part, from which text goes into a part of the new file.

        ``going`` are its paragraphs of which nothing stays.
        """
        self._from, self._into = part, into
        root = next(iter(going)).getroottree().getroot() if going else None
        self._bound = () if root is None else bound_paragraphs(root, going)

    def original(self, passage: Passage) -> Element:
        """Return the paragraph of a passage in the old file."""
        return self.elements[passage][-1]

    def paragraph(self, passage: Passage) -> Element:
        """Return a copy of a passage as a paragraph without any markup but its runs, fields and links."""
        original = self.original(passage)
        copy = self.plain(original)
        if original in self._bound:
            for part in open_parts(copy):
                remove(part)
        return copy

    def properties(self, passage: Passage, *, section: bool = False) -> Element | None:
        """Return a copy of the properties of a passage, with the styles and lists that the new file has.

        With ``section`` those of the section that it ends are among them.
        """
        holder = made("p")
        properties = self.original(passage).find(w("pPr"))
        if properties is not None:
            holder.append(deepcopy(properties))
        self._imports.state_styles(holder)
        copy = holder.find(w("pPr"))
        if copy is None:
            return None
        holder.remove(copy)
        for ended in () if section else copy.findall(w("sectPr")):
            copy.remove(ended)
        self._imports.adapt(copy, self._from, self._into)
        return copy

    def take(self, nodes: Iterable[Element]) -> None:
        """Make nodes that are taken over into the new text fit for it: styles, lists, notes, pictures,
        links."""
        nodes = list(nodes)
        self.references.update(dict.fromkeys(needed_by(nodes)))
        for node in nodes:
            self._imports.adapt(node, self._from, self._into)
            for reference in node.iter(*_NOTES):
                self._notes.take(reference)

    def element(self, key: Table | Row | Cell) -> Element:
        """Return a table, row or cell of the old file itself."""
        return self.elements[key][0]

    def copy(self, key: Table | Row | Cell) -> Element:
        """Return a copy of a table, row or cell."""
        original = self.element(key)
        copy = self.plain(original)
        self.places.update(zip(original.iter(_PARAGRAPH), copy.iter(_PARAGRAPH), strict=True))
        return copy

    def plain(self, original: Element) -> Element:
        """Return a copy of anything of the old file, without what has no meaning beyond it."""
        copy = deepcopy(original)
        copy.tail = None
        _strip(copy)
        self._imports.state_styles(copy)
        return copy


def _strip(copy: Element) -> None:
    """Leave out what has no meaning beyond the old file."""
    for control in list(copy.iter(_CONTROL)):
        _unwrap_control(control)
    for wrapper in list(copy.iter(*_TRANSPARENT)):
        unwrap(wrapper)
    for left in list(copy.iter(*_NOT_TAKEN)):
        remove(left)
    expand_simple_fields(copy)


def _unwrap_control(control: Element) -> None:
    content = control.find(_CONTENT)
    if content is None:
        remove(control)
        return
    for child in list(content):
        control.addprevious(child)
    remove(control)
