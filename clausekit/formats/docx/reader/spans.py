"""What is known of each stretch of a passage: how it looks, what it stands for, who put it there."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import islice

from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_trees import r, w
from clausekit.formats.docx.package import Relationship
from clausekit.formats.docx.reader.characters import CONTROL, RUN, RUN_PROPERTIES, Piece, View
from clausekit.formats.docx.reader.looks import VAL, Looks, Style, TableLook
from clausekit.formats.docx.reader.views import child, first, in_view
from clausekit.reading import Look, Revision, RevisionKind, Span

PARAMETER = "param:"
CLAUSE = "clause:"

REVISIONS: Mapping[str, RevisionKind] = {
    w("ins"): "inserted", w("del"): "deleted", w("moveFrom"): "moved-from", w("moveTo"): "moved-to",
}  # fmt: skip
_CHANGE_OF_LOOK = f"{w('rPr')}/{w('rPrChange')}"
_PRINTED = frozenset((w("t"), w("delText")))
_PLACE_HOLDER = w("showingPlcHdr")
_CONTROL_PROPERTIES, _TAG = w("sdtPr"), w("tag")
_LINKED = (r("embed"), r("id"), r("link"))
_NOTE_KINDS = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_TEXTS = (w("t"), "{http://schemas.openxmlformats.org/officeDocument/2006/math}t")


@dataclass(frozen=True, slots=True)
class Spanner:
    """Makes the spans of passages of one part of a package.

    ``tags`` are the names that tags stand for, ``blanks`` the runs that only ask to be filled in.
    """

    view: View
    looks: Looks
    parts: Mapping[str, bytes]
    relationships: Mapping[str, Relationship]
    tags: Mapping[str, str]
    blanks: Set[Element] = frozenset()

    def spans(
        self, pieces: Sequence[Piece], style: Style, table: TableLook, *, contents: bool
    ) -> tuple[Span, ...]:
        """Return the spans of a passage; a line of the contents has no references, being computed whole."""
        found: list[Span] = []
        for piece in pieces:
            if piece.start == piece.end:
                continue
            span = self._span(piece, style, table)
            if contents and span.reference:
                span = replace(span, reference="")
            if found and _alike(found[-1], span):
                span = replace(span, start=found.pop().start)
            found.append(span)
        return tuple(found)

    def _span(self, piece: Piece, style: Style, table: TableLook) -> Span:
        run = _printing_run(piece)
        properties = None if run is None else in_view(first(run, RUN_PROPERTIES), self.view)
        return Span(
            piece.start,
            piece.end,
            self.looks.look(style, table, properties),
            parameter=self._parameter(piece.wrappers) if piece.wrappers else "",
            reference=piece.reference,
            note=_note(piece) if piece.kind == "note" else "",
            object=self._digest(piece.elements[0]) if piece.kind == "object" else "",
            revision=_revision(piece.wrappers, run),
            blank=run in self.blanks,
        )

    def _parameter(self, wrappers: Sequence[Element]) -> str:
        for wrapper in reversed(wrappers):
            if wrapper.tag == CONTROL:
                name = self.tagged(wrapper, PARAMETER)
                if name:
                    return name
        return ""

    def tagged(self, control: Element, kind: str) -> str:
        """Return what the tag of a content control says, if it is of this kind."""
        properties = child(control, _CONTROL_PROPERTIES)
        named = None if properties is None else child(properties, _TAG)
        tag = "" if named is None else named.get(VAL, "")
        return self.tags.get(tag, tag).removeprefix(kind) if tag.startswith(kind) else ""

    def _digest(self, element: Element) -> str:
        """Return a digest of what an object shows: its pictures and the words in it."""
        digest = hashlib.sha256()
        for node in element.iter():
            if node.tag in _TEXTS and node.text:
                digest.update(node.text.encode())
            for name in _LINKED:
                one = self.relationships.get(node.get(name, ""))
                if one is not None and one.kind == "image":
                    digest.update(self.parts.get(one.target, one.target.encode()))
        return digest.hexdigest()[:16]


def _printing_run(piece: Piece) -> Element | None:
    """Return the run that shows how a piece looks: of a field the first of its result."""
    if piece.kind == "text":
        return piece.elements[0]
    runs = [run for element in piece.elements for run in element.iter(RUN)]
    printing = (run for run in runs if any(child.tag in _PRINTED for child in run))
    return next(printing, runs[0] if runs else None)


def _note(piece: Piece) -> str:
    for mark in piece.elements[0]:
        if mark.tag in _NOTE_KINDS:
            return f"{_NOTE_KINDS[mark.tag]}:{mark.get(w('id'), '')}"
    return ""


def _revision(wrappers: Sequence[Element], run: Element | None) -> Revision | None:
    for wrapper in reversed(wrappers):
        if wrapper.tag in REVISIONS:
            return revision(REVISIONS[wrapper.tag], wrapper)
    change = run.find(_CHANGE_OF_LOOK) if run is not None and len(run) > 1 else None
    return None if change is None else revision("formatted", change)


def revision(kind: RevisionKind, element: Element) -> Revision:
    """Return the tracked change that an element states."""
    return Revision(kind, element.get(w("author"), ""), element.get(w("date"), ""))


def mark_revision(properties: Element | None) -> Revision | None:
    """Return the tracked change of what has these properties as a whole: a paragraph's mark, a row."""
    if properties is not None:
        for child in properties:
            if child.tag in REVISIONS:
                return revision(REVISIONS[child.tag], child)
    return None


def _alike(one: Span, other: Span) -> bool:
    if one.reference or other.reference or one.note or other.note or one.object or other.object:
        return False
    return _known(one) == _known(other)


def _known(span: Span) -> tuple[Look, str, Revision | None, bool]:
    return span.look, span.parameter, span.revision, span.blank


def blank_runs(story: Element) -> Set[Element]:
    """Return the runs of a story that stand for what nobody filled in: place-holders of content controls."""
    return frozenset(
        run
        for mark in story.iter(_PLACE_HOLDER)
        if mark.get(VAL, "1") not in ("0", "false", "off")
        for control in islice(mark.iterancestors(CONTROL), 1)
        for run in control.iter(RUN)
    )
