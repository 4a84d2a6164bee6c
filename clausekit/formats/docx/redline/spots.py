"""Places in the new text where old words can stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_trees import w
from clausekit.formats.docx.redline.atoms import Atom
from clausekit.formats.docx.redline.changes import TRACKED, Changes


@dataclass(frozen=True, slots=True)
class Spot:
    """A place before or after a node, or at the end within a paragraph."""

    node: Element
    where: Literal["before", "after", "within"]

    @property
    def is_in_paragraph(self) -> bool:
        """Whether it is in a paragraph itself, and not in a link or content control there."""
        if self.where == "within":
            return True
        parent = beyond(self.node).getparent()
        return parent is not None and parent.tag == w("p")

    def put(self, element: Element, changes: Changes) -> None:
        """Put an element there; where someone else's change goes over the place, it is parted."""
        node = self.node
        is_tracked = _is_tracked(node.getparent())
        if self.where == "within":
            node.append(element)
        elif self.where == "before":
            if is_tracked:
                changes.part_before(node)
            beyond(node).addprevious(element)
        else:
            following = node.getnext()
            if following is not None and is_tracked:
                changes.part_before(following)
            beyond(node).addnext(element)


def beyond(node: Element) -> Element:
    """Return a node, or the outermost tracked change around it."""
    while (parent := node.getparent()) is not None and parent.tag in TRACKED:
        node = parent
    return node


def _is_tracked(element: Element | None) -> bool:
    return element is not None and element.tag in TRACKED


def shared(one: Sequence[Element], other: Sequence[Element]) -> tuple[Element, ...]:
    """Return what stands around both of two atoms."""
    return tuple(a for a, b in zip(one, other, strict=False) if a is b)


def outermost(atom: Atom, within: Sequence[Element]) -> Element:
    """Return what holds an atom inside these wrappers: the next wrapper, or the atom itself."""
    inner = atom.wrappers[len(within) :]
    return inner[0] if inner else atom.nodes[0]


def last_of(atom: Atom) -> Element:
    """Return what ends an atom in its paragraph: the outermost wrapper, or its last node."""
    return atom.wrappers[0] if atom.wrappers else atom.nodes[-1]
