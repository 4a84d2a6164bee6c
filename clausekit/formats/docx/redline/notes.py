"""Footnotes and endnotes: what becomes of a note follows what becomes of its mark in the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_trees import w
from clausekit.formats.docx.reader import WordFile
from clausekit.formats.docx.redline.changes import ID, made
from clausekit.formats.docx.redline.target import Target
from clausekit.formats.docx.xml import RELATIONSHIPS

KINDS = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
REFERENCES = tuple(KINDS)

_NOT_TEXT = ("separator", "continuationSeparator", "continuationNotice")


def key_of(reference: Element) -> str:
    """Return the key of the note whose mark this is, ``footnote:3``."""
    return f"{KINDS[reference.tag]}:{reference.get(ID, '')}"


@dataclass(slots=True)
class Notes:
    """The notes met in the text: kept (keys of the old and the new one), inserted (new), taken over (old).

    With those that are taken over stand the note that is to be filled, and its mark.
    """

    old: WordFile
    target: Target
    kept: list[tuple[str, str]] = field(default_factory=list)
    inserted: list[str] = field(default_factory=list)
    taken: list[tuple[str, Element, Element]] = field(default_factory=list)

    def insert(self, node: Element) -> None:
        """Note that the notes whose marks are in this node are new."""
        self.inserted += (key_of(reference) for reference in node.iter(*REFERENCES))

    def take(self, reference: Element) -> None:
        """Add an empty note for the mark of a note of the old file, which is then that of the new note."""
        key = key_of(reference)
        kind = KINDS[reference.tag]
        root = self.target.tree(self._part(kind))
        numbers = (int(note.get(ID, "0")) for note in root if note.get(ID, "").isdigit())
        note = made(kind, id=str(1 + max(numbers, default=0)))
        root.append(note)
        reference.set(ID, note.get(ID, ""))
        self.taken.append((key, note, reference))

    def old_note(self, key: str) -> tuple[str, Element]:
        """Return a note of the old file and the part in which it is."""
        return _find(self.old.trees, key)

    def new_note(self, key: str) -> tuple[str, Element]:
        """Return a note of the new file, to be changed, and the part in which it is."""
        kind = key.partition(":")[0]
        part = self._part(kind)
        return _find({part: self.target.tree(part)}, key)

    def marks(self) -> dict[str, Element]:
        """Return the marks of notes in the text by the keys of their notes."""
        return {key_of(mark): mark for mark in self.target.peek(self.target.main).iter(*REFERENCES)}

    def part_of(self, key: str) -> str:
        """Return the part of the new file that has the notes of the kind of a key."""
        return self._part(key.partition(":")[0])

    def _part(self, kind: str) -> str:
        part = self.target.related(f"{kind}s")
        if part is None:
            root = made(f"{kind}s")
            part = self.target.add_story(f"{kind}s", root)
            self.target.relate(self.target.main, f"{RELATIONSHIPS}/{kind}s", part)
            for number, name in enumerate(_NOT_TEXT[:2], start=-1):
                root.append(_line(kind, name, number))
        return part


def _line(kind: str, name: str, number: int) -> Element:
    """Return the note that draws the line above notes."""
    note = made(kind, type=name, id=str(number))
    paragraph, run = made("p"), made("r")
    run.append(made(name))
    paragraph.append(run)
    note.append(paragraph)
    return note


def _find(trees: Mapping[str, Element], key: str) -> tuple[str, Element]:
    kind, _, identity = key.partition(":")
    for part, tree in trees.items():
        if tree.tag == w(f"{kind}s"):
            for note in tree.iterchildren(w(kind)):
                if note.get(ID) == identity:
                    return part, note
    raise KeyError(key)
