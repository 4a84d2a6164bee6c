"""Paragraphs and tables of a story, in order, with what they say of themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_trees import value, w
from clausekit.formats.docx.reader.characters import (
    CONTROL,
    PARAGRAPH_PROPERTIES,
    RUN_PROPERTIES,
    Piece,
    View,
    pieces,
)
from clausekit.formats.docx.reader.fields import CONTENTS, Field
from clausekit.formats.docx.reader.labels import Counter, List
from clausekit.formats.docx.reader.layouts import Layouts
from clausekit.formats.docx.reader.looks import StyleSheet, TableLook, measure, table_looks
from clausekit.formats.docx.reader.spans import CLAUSE, Spanner, mark_revision
from clausekit.formats.docx.reader.views import child, first, in_view
from clausekit.patterns import pattern
from clausekit.recognition.lines import BlockLines, CellLines, Line, RowLines, TableLines

_PARAGRAPH, _TABLE, _ROW, _CELL = w("p"), w("tbl"), w("tr"), w("tc")
_BOOKMARK = w("bookmarkStart")
_NAME = w("name")
_SECTION = w("sectPr")
_CONTENT = w("sdtContent")
_FIELD_CHARACTER = w("fldChar")
_PASSED = frozenset(w(n) for n in ("customXml", "smartTag", "ins", "del", "moveFrom", "moveTo"))
_GOING = frozenset(("inserted", "moved-to"))
_NOTHING: TableLook = ()
_CONTENTS_STYLE = pattern(r"TOC \d|table of (?:figures|authorities)")


@dataclass(slots=True)
class Surroundings:
    """What holds for all paragraphs of a place: the clause, the look of the table, the column in it."""

    clause: str = ""
    table: TableLook = _NOTHING
    column: int | None = None


@dataclass(slots=True)
class BlockReader:
    """Reads the blocks of one story; paragraphs are counted across all that it reads."""

    layouts: Layouts
    sheet: StyleSheet
    lists: Mapping[str, List]
    spanner: Spanner
    view: View
    counter: Counter
    _open_fields: list[str] = field(default_factory=list)
    _open_contents: int = 0
    _bookmarks: list[str] = field(default_factory=list)

    def read(self, story: Element, around: Surroundings) -> list[BlockLines]:
        """Return the blocks of a story, or of a cell.

        In the view ``kept`` a paragraph whose mark was inserted goes together with the one that follows.
        Empty paragraphs that only end a section are left out: they are a break, and nobody sees them.
        """
        blocks: list[BlockLines] = []
        waiting: list[Element] = []
        for element, clause in self._elements(story, around.clause):
            here = Surroundings(clause, around.table, around.column)
            if element.tag == _TABLE:
                blocks += self._left_over(waiting, here)
                blocks += self._table(element, here)
                waiting = []
                continue
            waiting.append(element)
            if self.view == "kept" and _mark_goes(element):
                continue
            blocks += self._line(waiting, here)
            waiting = []
        blocks += self._left_over(waiting, around, needed=not blocks)
        return blocks

    def _elements(self, parent: Element, clause: str) -> Iterator[tuple[Element, str]]:
        """Yield the paragraphs and tables in a place, and the clause around each."""
        for one in parent:
            tag = one.tag
            if tag in (_PARAGRAPH, _TABLE):
                yield one, clause
            elif tag == CONTROL:
                content = one.find(_CONTENT)
                if content is not None:
                    yield from self._elements(content, self.spanner.tagged(one, CLAUSE) or clause)
            elif tag in _PASSED:
                yield from self._elements(one, clause)
            elif tag == _BOOKMARK:
                self._bookmarks.append(one.get(_NAME, ""))

    def _left_over(
        self, paragraphs: list[Element], around: Surroundings, *, needed: bool = False
    ) -> list[Line]:
        """Return the line of paragraphs whose marks go, but which nothing follows that they could join."""
        if not paragraphs or not (needed or any(piece.text for piece in pieces(paragraphs, self.view))):
            return []
        return self._line(paragraphs, around)

    # paragraphs

    def _line(self, paragraphs: Sequence[Element], around: Surroundings) -> list[Line]:
        properties = first(paragraphs[-1], PARAGRAPH_PROPERTIES)
        found = pieces(paragraphs, self.view)
        text = "".join([piece.text for piece in found])
        inside_contents = self._in_contents(found)
        self._bookmarks += _bookmarks_in(found)
        if not text and properties is not None and child(properties, _SECTION) is not None:
            return []
        bookmarks, self._bookmarks = tuple(self._bookmarks), []
        layout = self.layouts.layout(in_view(properties, self.view))
        contents = inside_contents or _CONTENTS_STYLE.fullmatch(layout.style.name) is not None
        label = (
            self.counter.label(layout.list, layout.level) if layout.list and layout.level is not None else ""
        )
        mark = child(properties, RUN_PROPERTIES) if properties is not None else None
        return [
            Line(
                tuple(paragraphs),
                layout,
                text,
                self.spanner.spans(found, layout.style, around.table, contents=contents),
                label,
                around.clause,
                bookmarks,
                mark_revision(mark),
                contents,
                around.column,
                level=layout.level,
            )
        ]

    def _in_contents(self, found: Sequence[Piece]) -> bool:
        """Tell whether a paragraph has text in a table of contents, which may go over many paragraphs."""
        inside = self._open_contents > 0
        for piece in found:
            if piece.kind != "structure":
                continue
            for one in piece.elements[0]:
                if one.tag == _FIELD_CHARACTER:
                    self._field_character(one.get(w("fldCharType"), ""))
                elif one.tag == w("instrText") and self._open_fields and not self._open_fields[-1]:
                    self._open_fields[-1] = Field(one.text or "").name
                    self._open_contents += self._open_fields[-1] in CONTENTS
            inside = inside or self._open_contents > 0
        return inside

    def _field_character(self, kind: str) -> None:
        if kind == "begin":
            self._open_fields.append("")
        elif kind == "end" and self._open_fields:
            self._open_contents -= self._open_fields.pop() in CONTENTS

    # tables

    def _table(self, table: Element, around: Surroundings) -> list[TableLines]:
        properties = in_view(child(table, w("tblPr")), self.view)
        style = self.sheet.style("table", value(properties, "tblStyle") if properties is not None else None)
        looks = TableLooks(table_looks(self.sheet, style), properties)
        rows = [row for row in _within(table, _ROW) if not self._is_gone(row, "trPr")]
        read = [
            self._row(row, around, looks, first=place == 0, last=place == len(rows) - 1)
            for place, row in enumerate(rows)
        ]
        return [TableLines(table, read, style.name, around.clause)] if read else []

    def _row(
        self, row: Element, around: Surroundings, looks: TableLooks, *, first: bool, last: bool
    ) -> RowLines:
        properties = in_view(child(row, w("trPr")), self.view)
        elements = [cell for cell in _within(row, _CELL) if not self._is_gone(cell, "tcPr", "cellIns")]
        cells = []
        for place, cell in enumerate(elements):
            look = looks.of(first, last, place == 0, place == len(elements) - 1)
            cells.append(self._cell(cell, Surroundings(around.clause, look, place)))
        header = properties is not None and _is_on(properties.find(w("tblHeader")))
        return RowLines(row, cells, header, mark_revision(row.find(w("trPr"))))

    def _cell(self, cell: Element, around: Surroundings) -> CellLines:
        properties = in_view(child(cell, w("tcPr")), self.view)
        merged = None if properties is None else properties.find(w("vMerge"))
        columns = value(properties, "gridSpan") if properties is not None else None
        return CellLines(
            cell,
            self.read(cell, around),
            max(1, measure(columns or "1")),
            merged is not None and merged.get(w("val"), "continue") == "continue",
        )

    def _is_gone(self, element: Element, properties: str, *names: str) -> bool:
        """Tell whether a row or cell was inserted, and so is not there before the changes."""
        if self.view == "plain":
            return False
        found = element.find(w(properties))
        return found is not None and any(
            found.find(w(name)) is not None for name in names or ("ins", "moveTo")
        )


class TableLooks:
    """Which parts of a table style apply to which of its cells."""

    def __init__(self, parts: Mapping[str, TableLook], properties: Element | None) -> None:
        look = None if properties is None else properties.find(w("tblLook"))
        self._parts = parts
        self._on = {
            name: look is not None and _has(look, name, bit)
            for name, bit in (
                ("firstRow", 0x20),
                ("lastRow", 0x40),
                ("firstColumn", 0x80),
                ("lastColumn", 0x100),
            )
        }

    def of(self, first_row: bool, last_row: bool, first_column: bool, last_column: bool) -> TableLook:
        """Return what applies to a cell, the weakest first: the columns, then the rows."""
        names = [""]
        for there, name, part in (
            (first_column, "firstColumn", "firstCol"),
            (last_column, "lastColumn", "lastCol"),
            (last_row, "lastRow", "lastRow"),
            (first_row, "firstRow", "firstRow"),
        ):
            if there and self._on[name]:
                names.append(part)
        return tuple(part for name in names for part in self._parts.get(name, ()))


def _has(look: Element, name: str, bit: int) -> bool:
    switch = look.get(w(name))
    if switch is not None:
        return switch not in ("0", "false", "off")
    try:
        return bool(int(look.get(w("val"), "0"), 16) & bit)
    except ValueError:
        return False


def _bookmarks_in(found: Sequence[Piece]) -> Iterator[str]:
    for piece in found:
        if piece.kind in ("structure", "field"):
            for element in piece.elements:
                if element.tag == _BOOKMARK:
                    yield element.get(_NAME, "")


def _within(parent: Element, tag: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, also those in content controls."""
    for one in parent:
        if one.tag == tag:
            yield one
        elif one.tag == CONTROL:
            content = one.find(_CONTENT)
            if content is not None:
                yield from _within(content, tag)
        elif one.tag in _PASSED:
            yield from _within(one, tag)


def _mark_goes(paragraph: Element) -> bool:
    properties = paragraph.find(f"{PARAGRAPH_PROPERTIES}/{RUN_PROPERTIES}")
    found = mark_revision(properties)
    return found is not None and found.kind in _GOING


def _is_on(switch: Element | None) -> bool:
    return switch is not None and switch.get(w("val"), "1") not in ("0", "false", "off")
