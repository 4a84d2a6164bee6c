"""Passages that stand in one of the texts only, or elsewhere in it, as paragraphs of the redline."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml.etree import _Element as Element

from clausekit.comparison.flow import Change, Matched
from clausekit.formats.docx.redline.atoms import atoms, between, nodes_of, paragraph_of
from clausekit.formats.docx.redline.changes import DEL, INS, MOVED_FROM, MOVED_TO
from clausekit.formats.docx.redline.desk import Desk, Line
from clausekit.formats.docx.redline.marks import say_former
from clausekit.formats.docx.redline.splices import Splice
from clausekit.formats.docx.redline.texts import mark_offsets
from clausekit.formats.docx.redline.wholes import mark_whole, open_parts, say_deleted
from clausekit.reading import Passage

# passages that stand in one of the texts only


def inserted(passage: Passage, desk: Desk) -> Line:
    """Mark a passage that only the new text has."""
    _mark_new(passage, INS, desk)
    return Line(desk.new_paragraph(passage), None, passage, passage)


def deleted(passage: Passage, desk: Desk) -> Line:
    """Return a passage that only the old text has."""
    paragraph = desk.old.paragraph(passage)
    desk.old.take([paragraph])
    mark_whole(paragraph, DEL, desk.changes)
    return Line(paragraph, passage, None, passage)


def _mark_new(passage: Passage, tag: str, desk: Desk, done: Iterable[Element] = ()) -> None:
    ours = set(done)
    for paragraph in desk.new(passage):
        left = open_parts(paragraph) if paragraph in desk.bound else ()
        for mark in mark_whole(paragraph, tag, desk.changes, done=ours, left=left):
            desk.notes.insert(mark)


# passages that moved


def arrived(step: Matched, desk: Desk) -> list[Line]:
    """Mark matched passages where they stand in the new text."""
    changes = [op for op in step.ops if isinstance(op, Change)]
    cuts = {offset for op in changes for offset in (op.new_start, op.new_end)}
    Splice(step, desk).track_looks()
    text = atoms([desk.new(passage) for passage in step.news], "kept", cuts)
    done: list[Element] = []
    for op in changes:
        marks = desk.changes.wrap(nodes_of(between(text, op.new_start, op.new_end)), INS)
        for mark in marks:
            desk.notes.insert(mark)
        if marks:
            desk.comments.around(op, marks, paragraph_of(marks[0]))
        done += marks
    for relaid in step.relaid:
        paragraph = desk.new_paragraph(relaid.new)
        say_former(paragraph, relaid.old, desk)
        desk.comments.around(relaid, [], paragraph, MOVED_TO)
    inserted_marks = _marks(step.news, changes, "new")
    for passage in step.news:
        _mark_new(passage, MOVED_TO, desk, done)
    return [
        Line(desk.new_paragraph(passage), None, passage, passage, moved=number not in inserted_marks)
        for number, passage in enumerate(step.news)
    ]


def departed(step: Matched, desk: Desk) -> list[Line]:
    """Return matched passages as they stood in the old text."""
    changes = [op for op in step.ops if isinstance(op, Change)]
    cuts = {offset for op in changes for offset in (op.old_start, op.old_end)}
    paragraphs = [desk.old.paragraph(passage) for passage in step.olds]
    text = atoms([[paragraph] for paragraph in paragraphs], "plain", cuts)
    desk.old.take(paragraphs)
    deleted_marks = _marks(step.olds, changes, "old")
    done: list[Element] = []
    for op in changes:
        marks = desk.changes.wrap(nodes_of(between(text, op.old_start, op.old_end)), DEL)
        say_deleted(marks)
        if marks and op.new_start == op.new_end:
            desk.comments.around(op, marks, paragraph_of(marks[0]))
        done += marks
    for paragraph in paragraphs:
        mark_whole(paragraph, MOVED_FROM, desk.changes, done=done)
    return [
        Line(paragraph, passage, None, passage, moved=number not in deleted_marks)
        for number, (paragraph, passage) in enumerate(zip(paragraphs, step.olds, strict=True))
    ]


def _marks(passages: Sequence[Passage], changes: Iterable[Change], side: str) -> set[int]:
    """Return which of the passages have their mark in a change of one side."""
    ranges = [(op.old_start, op.old_end) if side == "old" else (op.new_start, op.new_end) for op in changes]
    ends = mark_offsets(passages)[:-1]
    return {number for number, end in enumerate(ends) if any(start <= end < stop for start, stop in ranges)}
