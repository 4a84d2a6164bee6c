"""The stories of a redline: body, notes, headers and footers, each written into its part of the new file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml.etree import _Element as Element

from clausekit.comparison.flow import Deleted, Flow, Flows, Inserted, is_changed
from clausekit.formats.docx.attachment_trees import w
from clausekit.formats.docx.reader import WordFile
from clausekit.formats.docx.redline.bookmarks import restore
from clausekit.formats.docx.redline.changes import DEL
from clausekit.formats.docx.redline.desk import Desk
from clausekit.formats.docx.redline.flows import write_flow, write_parts
from clausekit.formats.docx.redline.margins import part_without_words
from clausekit.formats.docx.redline.parts import blocks_of, named, one_sided, parts
from clausekit.formats.docx.redline.sections import Breaks, state_inherited_margins, with_breaks
from clausekit.formats.docx.redline.target import Target
from clausekit.formats.docx.redline.wholes import bound_paragraphs, mark_whole
from clausekit.reading import Block, Passage

_KEYED = tuple(w(name) for name in ("p", "tbl", "tr", "tc"))
_PARAGRAPH = w("p")
_SECTION = w("sectPr")
_PROPERTIES = w("pPr")


@dataclass(slots=True)
class Stories:
    """Writes the flows of two files into the new one."""

    old: WordFile
    new: WordFile
    target: Target
    desk: Desk
    _is_body_marked: bool = False

    def write(self, flows: Flows) -> None:
        """Write all flows; notes last, when it is known which marks of notes stayed.

        Where nothing that is printed differs, nothing is marked: breaks of sections may still be made another
        way, as they are in a file that another program saved again.
        """
        if flows.unchanged:
            return
        self._write_body(flows.body)
        for key, flow in flows.margins:
            if is_changed(flow):
                self._write_margin(key, flow)
        self._write_notes({(old, new): flow for old, new, flow in flows.notes})
        if not self._is_body_marked and not self.desk.comments.are_there:
            self.target.leave(self.target.main)
        if self.new.reading.tracked:
            for tree in self.target.changed():
                self.desk.changes.settle_ids(tree)
        old = self.desk.old
        restore(
            old.references, self.old.trees[self.old.main], self.target.trees(), old.places, self.desk.changes
        )

    def _write_body(self, flow: Flow) -> None:
        desk, main = self.desk, self.target.main
        before = Breaks.of(_body(self.old.trees[self.old.main]), self.old.elements)
        now = Breaks.of(_body(self.new.trees[main]), self.new.elements)
        desk.old.elements = {**self.old.elements, **before.elements()}
        desk.elements = {**self.new.elements, **now.elements()}
        body = _body(self.target.tree(main))
        self._turn_to(flow, main, body)
        found = with_breaks(parts(flow, desk.moves), before, now, (desk.old.elements, desk.elements))
        last_id = desk.changes.last_id
        write_parts(found, desk, body)
        state_inherited_margins(body)
        self._is_body_marked = desk.changes.last_id != last_id

    def _write(self, flow: Flow, part: str, container: Element) -> None:
        self._turn_to(flow, part, container)
        write_flow(flow, self.desk, container)

    def _turn_to(self, flow: Flow, part: str, container: Element) -> None:
        """Lay out on the desk what the writing of a flow into a part needs."""
        desk = self.desk
        self._meet(part)
        going = one_sided(flow)
        new = {paragraph for block in _passages(going.new) for paragraph in desk.new(block)}
        old = {desk.old.original(block) for block in _passages(going.old)}
        desk.bound = bound_paragraphs(container, new) if new else ()
        desk.old.open(self._old_part(flow) or self.old.main, part, old)
        desk.moves = named(going.moves)

    def _meet(self, part: str) -> None:
        """Learn which elements of a part that is written stand for those that the reader found."""
        original = self.new.trees.get(part)
        if original is not None and original not in self.desk.twins:
            tree = self.target.tree(part)
            self.desk.twins[original] = tree
            self.desk.twins.update(zip(original.iter(*_KEYED), tree.iter(*_KEYED), strict=True))

    def _old_part(self, flow: Flow) -> str | None:
        return _part_of(blocks_of(flow, "old"), self.old)

    # headers and footers

    def _write_margin(self, key: str, flow: Flow) -> None:
        part = _part_of(blocks_of(flow, "new"), self.new) or self._part_for_old(key)
        if part is not None:
            self.desk.comments.closed = True
            self._write(flow, part, self.target.tree(part))
            self.desk.comments.closed = False

    def _part_for_old(self, key: str) -> str | None:
        """Return the part for a header or footer of the old file; None if its section itself is there as
        deleted."""
        number, kind, page = key.split(":")
        section = list(self.old.trees[self.old.main].iter(_SECTION))[int(number) - 1]
        paragraph = next(section.iterancestors(_PARAGRAPH), None)
        body = _body(self.target.tree(self.target.main))
        holder = body if paragraph is None else self.desk.old.places.get(paragraph)
        path = _SECTION if paragraph is None else f"{_PROPERTIES}/{_SECTION}"
        there = None if holder is None else holder.find(path)
        if there is None or paragraph in self.desk.gone_sections:
            return None
        self._is_body_marked = True
        return part_without_words(kind, page, there, self.target)

    # notes

    def _write_notes(self, flows: Mapping[tuple[str | None, str | None], Flow]) -> None:
        notes, old, new = self.desk.notes, self.old.reading.notes, self.new.reading.notes
        marks = notes.marks()
        for before, now in dict.fromkeys(notes.kept):
            flow = flows.get((before, now)) or _replaced(old[before], new[now])
            if is_changed(flow):
                self._write_note(now, flow, marks)
        for key in dict.fromkeys(notes.inserted):
            if key in new:
                self._write_note(key, flows.get((None, key)) or _replaced((), new[key]), marks)
        for key, note, mark in notes.taken:
            self._fill(note, key)
            self.desk.comments.mark_of_note = mark.getparent()
            for step in flows.get((key, None), ()):
                if isinstance(step, Deleted):
                    self.desk.comments.around(step, [], note)
        self.desk.comments.mark_of_note = None

    def _write_note(self, key: str, flow: Flow, marks: Mapping[str, Element]) -> None:
        self.desk.comments.mark_of_note = marks[key].getparent()
        self._write(flow, *self.desk.notes.new_note(key))

    def _fill(self, note: Element, key: str) -> None:
        """Write into a note what a note of the old file says, all of it deleted."""
        old_part, original = self.desk.notes.old_note(key)
        old = self.desk.old
        old.open(old_part, self.desk.notes.part_of(key), ())
        copy = old.plain(original)
        old.take([copy])
        note.extend(list(copy))
        for paragraph in list(note.iter(_PARAGRAPH)):
            mark_whole(paragraph, DEL, self.desk.changes)


def _body(document: Element) -> Element:
    body = document.find(w("body"))
    assert body is not None
    return body


def _passages(blocks: Sequence[Block]) -> list[Passage]:
    return [block for block in blocks if isinstance(block, Passage)]


def _part_of(blocks: Sequence[Block], file: WordFile) -> str | None:
    """Return the part of a file in which blocks stand; None if there are none."""
    if not blocks:
        return None
    root = file.elements[blocks[0]][0].getroottree().getroot()
    return next((part for part, tree in file.trees.items() if tree is root), None)


def _replaced(old: Sequence[Block], new: Sequence[Block]) -> Flow:
    return (*map(Deleted, old), *map(Inserted, new))
