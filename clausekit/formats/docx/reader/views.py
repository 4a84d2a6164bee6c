"""Properties as they are, or as they were before tracked changes."""

from __future__ import annotations

from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_trees import w
from clausekit.formats.docx.reader.characters import View

_CHANGES = {w(name): w(f"{name}Change") for name in ("rPr", "pPr", "tblPr", "trPr", "tcPr")}


def child(owner: Element, tag: str) -> Element | None:
    """Return the first child with a tag; much faster than ``find``, which reads a path first."""
    return next(owner.iterchildren(tag), None)


def first(owner: Element, tag: str) -> Element | None:
    """Return the first of all children if it has this tag: the place of properties in a paragraph or run."""
    return owner[0] if len(owner) and owner[0].tag == tag else None


def in_view(properties: Element | None, view: View) -> Element | None:
    """Return properties as they are in a view: before their tracked change, if it is kept."""
    if properties is None or view == "plain":
        return properties
    change = child(properties, _CHANGES[properties.tag])
    return properties if change is None else child(change, properties.tag)
