"""What old text needs in the new file: its styles and lists, its pictures and links.

What the new file has already, under whatever id, is used; all else is added under an id that is free.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_trees import parse, references_in
from clausekit.formats.docx.package import CONTENT_TYPES_PART
from clausekit.formats.docx.reader import WordFile
from clausekit.formats.docx.redline.lists import Lists
from clausekit.formats.docx.redline.sheets import Sheets
from clausekit.formats.docx.redline.target import Link, Target, content_type, links

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_UNKNOWN = "application/octet-stream"


class Imports:
    """Adapts old content to the new file."""

    def __init__(self, old: WordFile, target: Target, lists: Lists) -> None:
        self._old = old
        self._target = target
        self._sheets = Sheets(old, target, lists)
        self._parts: dict[str, str] = {}
        self._links: dict[str, dict[str, Link]] = {}
        self._drawings = count(1 + max(_drawing_ids(target), default=0))

    def adapt(self, node: Element, old_part: str, new_part: str) -> None:
        """Make all that content of a part refers to that of a part of the new file."""
        self._sheets.adapt(node)
        for holder, name, identity in list(references_in(node)):
            there = self._link(old_part, identity, new_part)
            if there is None:
                del holder.attrib[name]
            else:
                holder.set(name, there)
        for drawing in node.iter(_DRAWING):
            drawing.set("id", str(next(self._drawings)))

    def state_styles(self, copy: Element) -> None:
        """State in old content what its styles say otherwise in the new file."""
        self._sheets.state_styles(copy)

    def _link(self, old_part: str, identity: str, new_part: str) -> str | None:
        if old_part not in self._links:
            self._links[old_part] = links(self._old.parts, old_part)
        link = self._links[old_part].get(identity)
        if link is None or not (link.outside or link.target in self._old.parts):
            return None
        target = link.target if link.outside else self._part(link.target)
        return self._target.relate(new_part, link.kind, target, external=link.outside)

    def _part(self, name: str) -> str:
        """Return the name that a part of the old file has in the new one; it comes with all that it uses."""
        if name not in self._parts:
            used = links(self._old.parts, name)
            if not used and name in self._target and self._target.data(name) == self._old.parts[name]:
                self._parts[name] = name
                return name
            types = parse(self._old.parts[CONTENT_TYPES_PART])
            kind = content_type(types, name) or _UNKNOWN
            self._parts[name] = self._target.add(name, self._old.parts[name], kind)
            for identity, link in used.items():
                if link.outside or link.target in self._old.parts:
                    target = link.target if link.outside else self._part(link.target)
                    there = self._parts[name]
                    self._target.relate(there, link.kind, target, external=link.outside, identity=identity)
        return self._parts[name]


def _drawing_ids(target: Target) -> Iterator[int]:
    for tree in target.trees():
        for drawing in tree.iter(_DRAWING):
            identity = drawing.get("id", "")
            if identity.isdigit():
                yield int(identity)
