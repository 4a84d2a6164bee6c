"""Comments on changes: one for each edit, at its first change that stands where Word allows a comment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from clausekit.comparison.flow import Anchor
from clausekit.formats.docx.attachment_trees import value, w
from clausekit.formats.docx.redline.changes import MOVED_FROM, MOVED_TO, TRACKED, Changes, made
from clausekit.formats.docx.redline.target import Target
from clausekit.formats.docx.xml import RELATIONSHIPS

Remarks = Callable[[Anchor], tuple[object, str] | None]

_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"
_TEXT_STYLE, _MARK_STYLE = "annotation text", "annotation reference"
_PROPERTIES = w("pPr")
_MOST_INITIALS = 3


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
    _root: Element | None = None
    _styles: dict[str, str] = field(default_factory=dict)

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
        identity = self._add(remark[1])
        start, end = (made(f"commentRange{where}", id=identity) for where in ("Start", "End"))
        mark = self._mark(identity)
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

    def _mark(self, identity: str) -> Element:
        run = made("r")
        run.extend(self._styled("rPr", "rStyle", _MARK_STYLE))
        run.append(made("commentReference", id=identity))
        return run

    def _add(self, text: str) -> str:
        """Add a comment to the part of comments; return its id."""
        root = self._comments()
        identity = self.changes.next_id()
        author = self.changes.author
        initials = "".join(word[0] for word in author.split())[:_MOST_INITIALS].upper()
        comment = made("comment", id=identity, author=author, date=self.changes.date, initials=initials)
        for number, line in enumerate(text.split("\n")):
            paragraph = made("p")
            paragraph.extend(self._styled("pPr", "pStyle", _TEXT_STYLE))
            if number == 0:
                mark = made("r")
                mark.extend(self._styled("rPr", "rStyle", _MARK_STYLE))
                mark.append(made("annotationRef"))
                paragraph.append(mark)
            paragraph.append(_run(line))
            comment.append(paragraph)
        root.append(comment)
        return identity

    def _comments(self) -> Element:
        if self._root is None:
            part = self.target.related("comments")
            if part is None:
                part = self.target.add_story("comments", made("comments"))
                self.target.relate(self.target.main, f"{RELATIONSHIPS}/comments", part)
            self._root = self.target.tree(part)
            self._styles = self._comment_styles()
        return self._root

    def _comment_styles(self) -> dict[str, str]:
        """Return the ids of the styles for comments, as far as the file has them."""
        part = self.target.related("styles")
        styles = self.target.peek(part).iterchildren(w("style")) if part else ()
        names = {(value(style, "name") or ""): style.get(w("styleId"), "") for style in styles}
        return {name: names[name] for name in (_TEXT_STYLE, _MARK_STYLE) if name in names}

    def _styled(self, properties: str, reference: str, name: str) -> list[Element]:
        if name not in self._styles:
            return []
        holder = made(properties)
        holder.append(made(reference, val=self._styles[name]))
        return [holder]


def _run(line: str) -> Element:
    run, text = made("r"), made("t")
    text.text = line
    text.set(_PRESERVE, "preserve")
    run.append(text)
    return run
