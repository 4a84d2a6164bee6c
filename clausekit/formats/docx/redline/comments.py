"""Comments on changes: one for each edit, at its first change that stands where Word allows a comment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from clausekit.comparison.flow import Anchor
from clausekit.formats.docx.attachment_trees import w
from clausekit.formats.docx.redline.changes import MOVED_FROM, MOVED_TO, TRACKED, Changes, made
from clausekit.formats.docx.redline.comment_part import CommentPart
from clausekit.formats.docx.redline.target import Target

Remarks = Callable[[Anchor], tuple[object, str] | None]

_PROPERTIES = w("pPr")


@dataclass(slots=True)
class Comments:
    """Puts comments around changes; ``remarks`` says what is to be said of one."""

    target: Target
    changes: Changes
    remarks: Remarks | None
    closed: bool = False
    """Whether the story is one that cannot have comments: a header or footer."""
    mark_of_note: Element | None = None
    """Where the story is a note, its mark in the text: comments on the note stand there."""
    _done: set[object] = field(default_factory=set)
    _part: CommentPart = field(init=False)

    def __post_init__(self) -> None:
        self._part = CommentPart(self.target, self.changes)

    @property
    def are_there(self) -> bool:
        """Whether there is any comment of ours."""
        return bool(self._done)

    def around(self, anchor: Anchor, nodes: list[Element], paragraph: Element, tag: str = "") -> None:
        """Put the comment on a change, if there is one to put, around nodes of a paragraph.

        It goes around the whole paragraph if there are none. ``tag`` says as what the paragraph is tracked.
        """
        remark = self.remarks(anchor) if self.remarks and not self.closed else None
        if remark is None or remark[0] in self._done:
            return
        self._done.add(remark[0])
        if self.mark_of_note is not None:
            nodes, tag = [self.mark_of_note], ""
        identity = self._part.add(remark[1])
        start, end = (made(f"commentRange{where}", id=identity) for where in ("Start", "End"))
        mark = self._part.mark(identity)
        if not nodes:
            begin = 0 if paragraph.find(_PROPERTIES) is None else 1
            nodes = list(paragraph)[begin:]
            paragraph.insert(begin, start)
        else:
            nodes[0].addprevious(start)
        tag = tag or (nodes[-1].tag if nodes else "")
        # LibreOffice loses moved words if the mark of a comment stands behind them.
        last = start if tag in (MOVED_FROM, MOVED_TO) or not nodes else nodes[-1]
        last.addnext(end)
        end.addnext(mark)
        if tag in TRACKED:
            # The mark goes where the words go, so that no comment on nothing stays behind.
            self.changes.wrap([mark], tag)
