"""Redlines: a new Word file that tracks what changed from an old one."""

from __future__ import annotations

from clausekit.comparison.flow import Flows
from clausekit.formats.docx.reader import WordFile
from clausekit.formats.docx.redline.comments import Remarks

__all__ = ["Remarks", "write_redline"]


def write_redline(
    old: WordFile, new: WordFile, flows: Flows, *, author: str, date: str, remarks: Remarks | None
) -> bytes:
    """Return the new file with tracked changes from the old one, by author and date.

    Accepting all changes gives the new text, rejecting all the old one. Parts without a change keep their
    bytes; the same files and flows give the same bytes. ``remarks`` says for something that changed to which
    edit it belongs and what a comment is to say of that; there is one comment for each edit, and none without
    ``remarks``. Tracked changes that are in the new file (read as ``kept``) stay as they are, with those of
    the author around and beside them.
    """
    from clausekit.formats.docx.redline.changes import Changes, highest_id
    from clausekit.formats.docx.redline.comments import Comments
    from clausekit.formats.docx.redline.desk import Desk
    from clausekit.formats.docx.redline.imports import Imports
    from clausekit.formats.docx.redline.lists import lists_between
    from clausekit.formats.docx.redline.notes import Notes
    from clausekit.formats.docx.redline.old_text import OldText
    from clausekit.formats.docx.redline.stories import Stories
    from clausekit.formats.docx.redline.target import Target

    target = Target(new)
    changes = Changes(author, date, highest_id(target.trees()))
    notes = Notes(old, target)
    lists = lists_between(old, new, flows)
    old_text = OldText(old, Imports(old, target, lists), notes)
    desk = Desk(old_text, new.elements, changes, Comments(target, changes, remarks), notes, lists)
    Stories(old, new, target, desk).write(flows)
    return target.pack()
