"""Copies of Word files with comments on their very words.

Nothing but comments is new in a copy: its text, its tracked changes and the comments of others stay, and
parts that have none of ours keep their bytes. Word allows no comments in notes, headers and footers: what is
to be said of them stands at the mark of the note, or on the first paragraph of the text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_trees import w
from clausekit.formats.docx.package import unpack
from clausekit.formats.docx.reader import WordFile, read
from clausekit.formats.docx.reader.characters import CONTROL, RUN, pieces
from clausekit.formats.docx.redline.atoms import split
from clausekit.formats.docx.redline.changes import Changes, highest_id, made
from clausekit.formats.docx.redline.comment_part import CommentPart
from clausekit.formats.docx.redline.notes import REFERENCES, key_of
from clausekit.formats.docx.redline.target import Target
from clausekit.formats.docx.revisions import accept_all
from clausekit.reading import Block, Passage

_PARAGRAPH = w("p")
_PROPERTIES = w("pPr")
_CONTROL_PROPERTIES = w("sdtPr")
_OF_ONE_TEXT = frozenset(w(name) for name in ("text", "date", "comboBox", "dropDownList", "docPartList"))
"""Content controls that hold a text and nothing else: no mark of a comment can stand in them."""

_Nodes = Sequence[Element]


@dataclass(frozen=True, slots=True)
class Note:
    """What is to be said of some words: the range of a passage's text, empty for all of it."""

    passage: Passage
    start: int
    end: int
    text: str


def comment_on(data: bytes, word_file: WordFile, notes: Iterable[Note], *, author: str, date: str) -> bytes:
    """Return a copy of a Word file (``data``) with comments on what was read of it (``word_file``).

    ``word_file`` was read with its tracked changes accepted; the copy has them as they are. ``date`` is that
    of the comments. The same file and notes give the same bytes.
    """
    is_as_it_came = unpack(data, word_file.file) == word_file.parts
    kept = word_file if is_as_it_came else read(data, word_file.file, "kept")
    target = Target(kept)
    changes = Changes(author, date, highest_id(target.trees()))
    commenter = _Commenter(word_file, _twins(word_file, kept, target), CommentPart(target, changes))
    for passage, about in _by_passage(notes).items():
        commenter.comment(passage, about)
    return target.pack()


def _by_passage(notes: Iterable[Note]) -> Mapping[Passage, Sequence[Note]]:
    found: dict[Passage, list[Note]] = {}
    for note in notes:
        found.setdefault(note.passage, []).append(note)
    return found


def _twins(word_file: WordFile, kept: WordFile, target: Target) -> Mapping[Element, Element]:
    """Return for each element of the text as it was read the one in the tree that is to be commented on."""
    read_tree, tree = word_file.trees[word_file.main], target.tree(target.main)
    if kept is word_file:
        return dict(zip(read_tree.iter(), tree.iter(), strict=True))
    accepted = deepcopy(kept.trees[kept.main])
    pairs = dict(zip(accepted.iter(), tree.iter(), strict=True))
    accept_all({kept.main: accepted})
    return {
        element: pairs[same]
        for element, same in zip(read_tree.iter(), accepted.iter(), strict=True)
        if same in pairs
    }


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A stretch of a passage's text, and what holds it in the tree."""

    start: int
    end: int
    nodes: _Nodes


class _Commenter:
    """Puts comments on passages; ``twins`` leads from what was read to what is commented on."""

    def __init__(self, word_file: WordFile, twins: Mapping[Element, Element], part: CommentPart) -> None:
        self._elements = word_file.elements
        self._twins = twins
        self._part = part
        self._noted = {
            passage: key for key, blocks in word_file.reading.notes.items() for passage in _passages(blocks)
        }
        root = twins[word_file.trees[word_file.main]]
        self._marks = {key_of(mark): mark for mark in root.iter(*REFERENCES)}
        self._first = next(root.iter(_PARAGRAPH), None)

    def comment(self, passage: Passage, notes: Sequence[Note]) -> None:
        """Put comments on some words of a passage."""
        paragraphs = self._elements[passage]
        if paragraphs[-1] not in self._twins:
            self._comment_aside(passage, notes)
            return
        cuts = sorted({offset for note in notes for offset in (note.start, note.end)})
        stretches = list(self._stretches(paragraphs, cuts))
        placed = [(self._part.add(note.text), self._nodes(note, stretches, paragraphs)) for note in notes]
        # From the last to the first, so that marks in one place stand in the order of their comments.
        for identity, nodes in reversed(placed):
            self._put(identity, nodes)

    def _comment_aside(self, passage: Passage, notes: Sequence[Note]) -> None:
        """Put comments on what can have none itself where its readers will find them."""
        mark = self._marks.get(self._noted.get(passage, ""))
        holder = self._first if mark is None else mark.getparent()
        where = "In a header or footer" if mark is None else "In the note"
        if holder is None:
            return
        placed = [self._part.add(f"{where}: {note.text}") for note in notes]
        for identity in reversed(placed):
            self._put(identity, [holder] if holder.tag == RUN else _content(holder) or [holder])

    def _stretches(self, paragraphs: Sequence[Element], cuts: Sequence[int]) -> Iterator[_Stretch]:
        """Yield the stretches of a passage, its runs cut in two wherever words begin or end."""
        for piece in pieces(paragraphs, "plain"):
            nodes = [self._twins[element] for element in piece.elements if element in self._twins]
            if piece.start == piece.end or not nodes:
                continue
            start, run = piece.start, nodes[0]
            within = cuts[bisect_right(cuts, piece.start) : bisect_left(cuts, piece.end)]
            for cut in within if piece.kind == "text" else ():
                yield _Stretch(start, cut, [run])
                start, run = cut, split(run, cut - start)
            yield _Stretch(start, piece.end, nodes if start == piece.start else [run])

    def _nodes(self, note: Note, stretches: Sequence[_Stretch], paragraphs: Sequence[Element]) -> _Nodes:
        """Return what holds the words of a note; the whole paragraph if it has no words of its own there."""
        whole = note.start == note.end
        nodes = [
            node
            for stretch in stretches
            if whole or (stretch.start < note.end and note.start < stretch.end)
            for node in stretch.nodes
        ]
        paragraph = self._twins[paragraphs[-1]]
        return nodes or _content(paragraph) or [paragraph]

    def _put(self, identity: str, nodes: _Nodes) -> None:
        """Put the marks of a comment around nodes, or into a paragraph that is empty."""
        start, end = (made(f"commentRange{where}", id=identity) for where in ("Start", "End"))
        mark = self._part.mark(identity)
        if nodes[0].tag == _PARAGRAPH:
            nodes[0].extend((start, end, mark))
            return
        _beyond_control(nodes[0]).addprevious(start)
        last = _beyond_control(nodes[-1])
        last.addnext(end)
        end.addnext(mark)


def _beyond_control(node: Element) -> Element:
    """Return a node, or the outermost content control around it that can hold no mark of a comment."""
    for control in node.iterancestors(CONTROL, _PARAGRAPH):
        if control.tag == _PARAGRAPH:
            break
        properties = control.find(_CONTROL_PROPERTIES)
        if properties is not None and any(one.tag in _OF_ONE_TEXT for one in properties):
            node = control
    return node


def _content(paragraph: Element) -> list[Element]:
    return [child for child in paragraph if child.tag != _PROPERTIES]


def _passages(blocks: Collection[Block]) -> Iterator[Passage]:
    for block in blocks:
        if isinstance(block, Passage):
            yield block
        else:
            yield from (one for row in block.rows for cell in row.cells for one in _passages(cell.blocks))
