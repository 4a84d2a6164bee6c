"""The flow of a body, cell, note or margin, written into the paragraphs and tables of the new text."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.etree import _Element as Element

from clausekit.comparison.flow import Deleted, Flow, Inserted, Matched, Move, TableMatched
from clausekit.formats.docx.attachment_trees import w
from clausekit.formats.docx.redline.atoms import IntertwinedError
from clausekit.formats.docx.redline.changes import DEL, INS, MOVED_TO
from clausekit.formats.docx.redline.desk import Desk, Laid, Line
from clausekit.formats.docx.redline.marks import keep_last_mark, part_marks, write_mark
from clausekit.formats.docx.redline.moves import close_ranges, open_ranges
from clausekit.formats.docx.redline.paragraphs import arrived, deleted, departed, inserted
from clausekit.formats.docx.redline.parts import Part, Stretch, parts, with_last_mark
from clausekit.formats.docx.redline.places import put_in_place, track_new_controls
from clausekit.formats.docx.redline.splices import Splice
from clausekit.formats.docx.redline.tables import deleted_table, inserted_table, write_table
from clausekit.reading import Block, Passage


def write_flow(flow: Flow, desk: Desk, container: Element) -> None:
    """Write a flow into the element that holds the paragraphs and tables of its new text."""
    write_parts(parts(flow, desk.moves), desk, container)


def write_parts(found: list[Part], desk: Desk, container: Element) -> None:
    """Write the parts of a flow."""
    laid: list[Laid] = []
    stretches: dict[Stretch, list[Line]] = {}
    for part in with_last_mark(found):
        lines = _lay(part, desk)
        laid += lines
        if part.stretch is not None:
            stretches.setdefault(part.stretch, []).extend(one for one in lines if isinstance(one, Line))
    open_ranges(stretches, desk.changes)
    put_in_place(laid, container, desk)
    keep_last_mark(laid)
    track_new_controls(laid, container, desk.changes)
    for one in part_marks(laid, desk):
        if isinstance(one, Line):
            write_mark(one, desk)
    close_ranges(stretches)


def _lay(part: Part, desk: Desk) -> Sequence[Laid]:
    """Write one part of a flow; what is of the old text only is still to be put in its place."""
    step = part.step
    if isinstance(step, Matched):
        laid: Sequence[Laid] = _lay_matched(step, part, desk)
    elif isinstance(step, TableMatched):
        if part.side == "both":
            return [write_table(step, desk, write_flow)]
        laid = [_lay_old(step.old, desk) if part.side == "old" else _lay_new(step.new, desk)]
    else:
        laid = [_lay_new(step.block, desk) if isinstance(step, Inserted) else _lay_old(step.block, desk)]
        _remark(step, laid[0], desk)
    if part.move is not None and part.side == "new":
        _remark(part.move, laid[0], desk)
    return laid


def _lay_matched(step: Matched, part: Part, desk: Desk) -> Sequence[Line]:
    """Write passages that answer to each other.

    Where the XML does not let their words be told apart, all of them go and come.
    """
    if part.side == "both":
        try:
            return Splice(step, desk).write()
        except IntertwinedError:
            return [*_deleted(step, desk), *_inserted(step, desk)]
    try:
        if part.stretch is not None:
            return departed(step, desk) if part.side == "old" else arrived(step, desk)
    except IntertwinedError:
        pass
    return _deleted(step, desk) if part.side == "old" else _inserted(step, desk)


def _deleted(step: Matched, desk: Desk) -> list[Line]:
    return [deleted(passage, desk) for passage in step.olds]


def _inserted(step: Matched, desk: Desk) -> list[Line]:
    return [inserted(passage, desk) for passage in step.news]


def _lay_new(block: Block, desk: Desk) -> Laid:
    return inserted(block, desk) if isinstance(block, Passage) else inserted_table(block, desk)


def _lay_old(block: Block, desk: Desk) -> Laid:
    return deleted(block, desk) if isinstance(block, Passage) else deleted_table(block, desk)


def _remark(anchor: Inserted | Deleted | Move, laid: Laid, desk: Desk) -> None:
    """Put the comment on something that stands in one of the texts only, in its first paragraph."""
    paragraph = laid.element if isinstance(laid, Line) else next(laid.element.iter(w("p")), None)
    if paragraph is None:
        return
    if laid.new is None:
        tag = DEL
    else:
        tag = MOVED_TO if isinstance(anchor, Move) and isinstance(laid, Line) else INS
    desk.comments.around(anchor, [], paragraph, tag)
