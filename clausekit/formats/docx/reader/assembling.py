"""Putting a reading together: the blocks of each story, seen in their places, as passages and tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field, replace

from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_trees import w
from clausekit.formats.docx.reader.blocks import BlockReader, Surroundings
from clausekit.formats.docx.reader.characters import View
from clausekit.formats.docx.reader.labels import Counter, List, lists
from clausekit.formats.docx.reader.layouts import Layouts
from clausekit.formats.docx.reader.looks import Looks, StyleSheet
from clausekit.formats.docx.reader.manifests import manifest_in, names_of_tags
from clausekit.formats.docx.reader.opening import Package
from clausekit.formats.docx.reader.spans import Spanner, blank_runs
from clausekit.formats.docx.reader.stories import NOTE_PARTS, margins, note_keys, notes, says_more
from clausekit.formats.docx.reader.tracked import Annotations
from clausekit.formats.docx.reader.unread import unread
from clausekit.reading import Block, Cell, Passage, Reading, Row, Table
from clausekit.recognition.lines import BlockLines, Line, TableLines
from clausekit.recognition.structure import Structure, is_structured

Elements = dict[Passage | Table | Row | Cell, tuple[Element, ...]]


@dataclass
class Assembler:
    """Reads an opened package.

    Afterwards ``elements`` tells what each part of the reading was read from, ``layouts`` how paragraphs
    stand.
    """

    package: Package
    view: View
    elements: Elements = field(default_factory=dict)

    def __post_init__(self) -> None:
        package = self.package
        theme = package.name_of("theme")
        self._manifest = manifest_in(package.parts)
        self._tags = names_of_tags(self._manifest)
        self._sheet = StyleSheet(package.of_kind("styles"), package.parts[theme] if theme else None)
        self._lists: Mapping[str, List] = lists(package.of_kind("numbering"), self._sheet)
        self.layouts = Layouts(self._sheet, self._lists)
        self._looks = Looks(self._sheet)
        self._known_blanks: dict[str, Set[Element]] = {}

    def reading(self, written: Annotations) -> Reading:
        """Return the whole reading, with what others have written into the file."""
        body = self._body()
        families = {identity: list_.family for identity, list_ in self._lists.items()}
        Structure(families).see(body)
        reading = Reading(
            body=self._blocks(body),
            notes=self._notes(body),
            margins=self._margins(),
            manifest=self._manifest,
            unread=unread(self.package),
            structured=is_structured(body),
        )
        if not written:
            return reading
        passages = {
            paragraph: passage
            for passage, paragraphs in self.elements.items()
            if isinstance(passage, Passage)
            for paragraph in paragraphs
        }
        comments = written.comments(passages)
        return replace(
            reading, comments=tuple(comments.values()), tracked=written.tracked(passages, comments)
        )

    def _reader(self, part: str) -> BlockReader:
        related = self.package.relationships[part]
        spanner = Spanner(self.view, self._looks, self.package.parts, related, self._tags, self._blanks(part))
        return BlockReader(self.layouts, self._sheet, self._lists, spanner, self.view, Counter(self._lists))

    def _blanks(self, part: str) -> Set[Element]:
        if part not in self._known_blanks:
            self._known_blanks[part] = blank_runs(self.package.trees[part])
        return self._known_blanks[part]

    def _body(self) -> list[BlockLines]:
        document = self.package.trees[self.package.main]
        reader = self._reader(self.package.main)
        return [
            block for body in document.iterchildren(w("body")) for block in reader.read(body, Surroundings())
        ]

    def _notes(self, body: Iterable[BlockLines]) -> Mapping[str, tuple[Block, ...]]:
        """Return the notes whose marks stand in the text."""
        there = notes(self.package)
        found: dict[str, tuple[Block, ...]] = {}
        for key in note_keys(body):
            if key in there:
                part = self.package.name_of(NOTE_PARTS[key.partition(":")[0]]) or self.package.main
                found[key] = self._blocks(self._reader(part).read(there[key], Surroundings()))
        return found

    def _margins(self) -> Mapping[str, tuple[Block, ...]]:
        found: dict[str, tuple[Block, ...]] = {}
        before: dict[str, str] = {}
        for key, part in margins(self.package):
            lines = self._reader(part).read(self.package.trees[part], Surroundings())
            if says_more(key, lines, before):
                found[key] = self._blocks(lines)
        return found

    # freezing

    def _blocks(self, blocks: Iterable[BlockLines]) -> tuple[Block, ...]:
        return tuple(
            self._passage(block) if isinstance(block, Line) else self._table(block) for block in blocks
        )

    def _passage(self, line: Line) -> Passage:
        layout = line.layout
        passage = Passage(
            text=line.text,
            spans=line.spans,
            style=layout.style_name,
            level=line.level,
            alignment=layout.alignment,
            indent=layout.indent,
            first_line=layout.first_line,
            label=line.label,
            number=line.number,
            typed=line.typed,
            division=line.division,
            heading=line.heading,
            contents=line.contents,
            term=line.term,
            clause=line.clause,
            bookmarks=line.bookmarks,
            revision=line.revision,
            signature=line.signature,
        )
        self.elements[passage] = line.elements
        return passage

    def _table(self, table: TableLines) -> Table:
        rows = []
        for row in table.rows:
            cells = []
            for cell in row.cells:
                frozen = Cell(self._blocks(cell.blocks), cell.columns, cell.merged)
                self.elements[frozen] = (cell.element,)
                cells.append(frozen)
            rows.append(Row(tuple(cells), row.header, row.revision))
            self.elements[rows[-1]] = (row.element,)
        found = Table(tuple(rows), table.style, table.division, table.clause, table.holds_text)
        self.elements[found] = (table.element,)
        return found
