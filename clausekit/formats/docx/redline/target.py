"""The package that a redline becomes: that of the new file, with only those parts rewritten that change."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_trees import parse, serialised
from clausekit.formats.docx.package import CONTENT_TYPES_PART, pack, relationships_part
from clausekit.formats.docx.reader import WordFile
from clausekit.formats.docx.xml import CONTENT_TYPES, PACKAGE_RELATIONSHIPS, RELATIONSHIPS

_RELATIONSHIP = f"{{{PACKAGE_RELATIONSHIPS}}}Relationship"
_DEFAULT = f"{{{CONTENT_TYPES}}}Default"
_OVERRIDE = f"{{{CONTENT_TYPES}}}Override"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship of a part: its whole type, and the part or the address that it points to."""

    kind: str
    target: str
    outside: bool


class Target:
    """The parts of the new file, with copies of those trees that were asked for in order to change them."""

    def __init__(self, new: WordFile) -> None:
        self.main = new.main
        self._trees = new.trees
        self._parts = dict(new.parts)
        self._changed: dict[str, Element] = {}

    def __contains__(self, part: str) -> bool:
        return part in self._parts

    def tree(self, part: str) -> Element:
        """Return a part's tree, to be changed."""
        tree = self._changed.get(part)
        if tree is None:
            known = self._trees.get(part)
            tree = parse(self._parts[part]) if known is None else deepcopy(known)
            self._changed[part] = tree
        return tree

    def peek(self, part: str) -> Element:
        """Return a part's tree as it is now, only to be read."""
        return self._changed[part] if part in self._changed else self._read(part)

    def _read(self, part: str) -> Element:
        return self._trees[part] if part in self._trees else parse(self._parts[part])

    def trees(self) -> Iterator[Element]:
        """Yield all trees of the new file, as they are now."""
        yield from {**self._trees, **self._changed}.values()

    def leave(self, part: str) -> None:
        """Let a part keep its bytes: its tree was not changed after all."""
        self._changed.pop(part, None)

    def changed(self) -> Iterator[Element]:
        """Yield the trees that were asked for in order to change them."""
        yield from self._changed.values()

    def pack(self) -> bytes:
        """Return the file."""
        changed = {part: serialised(tree) for part, tree in self._changed.items()}
        return pack({part: changed.pop(part, data) for part, data in self._parts.items()} | changed)

    # parts

    def related(self, kind: str) -> str | None:
        """Return the part of a kind (``styles``) that the main part uses; None if there is none."""
        for one in self._relationships(self.main):
            if one.get("Type") == f"{RELATIONSHIPS}/{kind}" and one.get("TargetMode") != "External":
                return target_of(self.main, one.get("Target", ""))
        return None

    def linked(self, part: str, identity: str) -> str | None:
        """Return the part to which a relationship of a part points; None if there is none."""
        for one in self._relationships(part):
            if one.get("Id") == identity and one.get("TargetMode") != "External":
                return target_of(part, one.get("Target", ""))
        return None

    def relate(self, part: str, kind: str, target: str, *, external: bool = False, identity: str = "") -> str:
        """Return the id of a part's relationship of this type to another part or address.

        It is made if needed, under the given id if there is one.
        """
        there = target if external else posixpath.relpath(target, posixpath.dirname(part) or ".")
        mode = "External" if external else None
        taken = set()
        for one in self._relationships(part):
            taken.add(one.get("Id"))
            same_target = one.get("Target") if external else target_of(part, one.get("Target", ""))
            if not identity and (one.get("Type"), same_target, one.get("TargetMode")) == (kind, target, mode):
                return one.get("Id", "")
        identity = identity or next(name for name in _names("rId", "") if name not in taken)
        self._ensure(relationships_part(part), f"{{{PACKAGE_RELATIONSHIPS}}}Relationships")
        made = etree.SubElement(self.tree(relationships_part(part)), _RELATIONSHIP)
        made.attrib.update({"Id": identity, "Type": kind, "Target": there})
        if mode:
            made.set("TargetMode", mode)
        return identity

    def _relationships(self, part: str) -> Iterator[Element]:
        name = relationships_part(part)
        return self.peek(name).iterchildren(_RELATIONSHIP) if name in self else iter(())

    def _ensure(self, part: str, root: str) -> None:
        if part not in self:
            self._changed[part] = etree.Element(root)
            self._parts[part] = b""

    def add_story(self, kind: str, root: Element) -> str:
        """Add a part of text of a kind (``comments``); return its name."""
        name = self._free_name(f"word/{kind}", ".xml")
        self._changed[name] = root
        self._parts[name] = b""
        self._declare(name, f"{_WORD}.{kind.rstrip('0123456789')}+xml")
        return name

    def add(self, name: str, data: bytes, kind: str) -> str:
        """Add a part of another file, with its content type; return the name that it has here."""
        stem, extension = posixpath.splitext(name)
        free = self._free_name(stem.rstrip("0123456789"), extension)
        self._parts[free] = data
        self._declare(free, kind)
        return free

    def data(self, part: str) -> bytes:
        """Return a part as it came."""
        return self._parts[part]

    def _free_name(self, stem: str, extension: str) -> str:
        taken = {name.lower() for name in self._parts}
        return next(name for name in _names(stem, extension) if name.lower() not in taken)

    def _declare(self, part: str, kind: str) -> None:
        types = self.tree(CONTENT_TYPES_PART)
        if content_type(types, part) != kind:
            etree.SubElement(types, _OVERRIDE, PartName=f"/{part}", ContentType=kind)


def _names(stem: str, extension: str) -> Iterator[str]:
    yield f"{stem}{extension}" if extension else f"{stem}1"
    number = 1 if extension else 2
    while True:
        yield f"{stem}{number}{extension}"
        number += 1


def target_of(part: str, target: str) -> str:
    """Return the name of the part that a relationship of a part points to."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")


def content_type(types: Element, part: str) -> str | None:
    """Return what the list of content types says that a part is."""
    for one in types.iterchildren(_OVERRIDE):
        if one.get("PartName") == f"/{part}":
            return one.get("ContentType")
    extension = part.rpartition(".")[2].lower()
    for one in types.iterchildren(_DEFAULT):
        if one.get("Extension", "").lower() == extension:
            return one.get("ContentType")
    return None


def links(parts: Mapping[str, bytes], part: str) -> dict[str, Link]:
    """Return the relationships of a part by id, with their whole types."""
    data = parts.get(relationships_part(part))
    found: dict[str, Link] = {}
    for one in parse(data).iterchildren(_RELATIONSHIP) if data is not None else ():
        outside = one.get("TargetMode") == "External"
        target = one.get("Target", "")
        found[one.get("Id", "")] = Link(
            one.get("Type", ""), target if outside else target_of(part, target), outside
        )
    return found
