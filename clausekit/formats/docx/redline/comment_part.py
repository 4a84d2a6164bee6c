"""The part of a Word file that holds its comments, to which ours are added (ISO/IEC 29500-1, 17.13.4)."""

from __future__ import annotations

from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_trees import value, w
from clausekit.formats.docx.redline.changes import Changes, made
from clausekit.formats.docx.redline.target import Target
from clausekit.formats.docx.xml import RELATIONSHIPS

_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"
_TEXT_STYLE, _MARK_STYLE = "annotation text", "annotation reference"
_MOST_INITIALS = 3


class CommentPart:
    """Writes the comments of one author, and the marks that stand for them in the text.

    The part, and what leads to it, is made when the first comment is added, if the file has none.
    """

    def __init__(self, target: Target, changes: Changes) -> None:
        self.target = target
        self.changes = changes
        self._root: Element | None = None
        self._styles: dict[str, str] = {}

    def mark(self, identity: str) -> Element:
        """Return the run that stands in the text for a comment."""
        run = made("r")
        run.extend(self._styled("rPr", "rStyle", _MARK_STYLE))
        run.append(made("commentReference", id=identity))
        return run

    def add(self, text: str) -> str:
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
