"""Headers and footers that only the old file has."""

from __future__ import annotations

from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_trees import r, w
from clausekit.formats.docx.redline.changes import made
from clausekit.formats.docx.redline.target import Target
from clausekit.formats.docx.xml import RELATIONSHIPS

_SECTION = w("sectPr")
_WORDS = (w("t"), w("drawing"), w("pict"), w("object"), w("tbl"))
_ROOTS = {"header": "hdr", "footer": "ftr"}


def part_without_words(kind: str, page: str, section: Element, target: Target) -> str | None:
    """Return the part in which a header or footer of a section can be shown as deleted.

    ``kind`` is "header" or "footer", ``page`` "default", "first" or "even". The part is one that the new file
    has without any words in it, or a new one. None if the new file has other words there, which it continues
    from the section before.
    """
    sections = list(target.tree(target.main).iter(_SECTION))
    for one in sections[sections.index(section) :: -1]:
        for reference in one.iterchildren(w(f"{kind}Reference")):
            if reference.get(w("type"), "default") == page:
                return _emptied(reference.get(r("id"), ""), target)
    part = target.add_story(kind, made(_ROOTS[kind]))
    reference = made(f"{kind}Reference", type=page)
    reference.set(r("id"), target.relate(target.main, f"{RELATIONSHIPS}/{kind}", part))
    section.insert(0, reference)
    return part


def _emptied(identity: str, target: Target) -> str | None:
    part = target.linked(target.main, identity)
    if part is None or _has_words(target.peek(part)):
        return None
    tree = target.tree(part)
    for child in list(tree):
        tree.remove(child)
    return part


def _has_words(tree: Element) -> bool:
    return next(tree.iter(*_WORDS), None) is not None
