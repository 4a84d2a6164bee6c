"""Bookmarks that only references in deleted text need: without them those references would be broken ones.

The new text keeps its own bookmarks; one that it lacks is put on what stands for the old place of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_trees import w
from clausekit.formats.docx.reader.fields import Field
from clausekit.formats.docx.redline.changes import DEL, Changes, made

_START = w("bookmarkStart")
_NAME = w("name")
_CODES = (w("instrText"), w("delInstrText"))
_PARAGRAPH = w("p")
_PROPERTIES = w("pPr")
_NOTHING = frozenset(("", "_top"))


def needed_by(nodes: Iterable[Element]) -> Iterator[str]:
    """Yield the names of the bookmarks to which fields and links refer."""
    for node in nodes:
        for code in node.iter(*_CODES):
            yield Field(code.text or "").reference
        for link in node.iter(w("hyperlink")):
            yield link.get(w("anchor"), "")


def restore(
    names: Iterable[str],
    old: Element,
    new: Iterable[Element],
    places: Mapping[Element | None, Element],
    changes: Changes,
) -> None:
    """Put bookmarks that no tree of the new file has on the paragraphs that stand for their old ones."""
    present = {start.get(_NAME, "").lower() for tree in new for start in tree.iter(_START)}
    missing = {name.lower() for name in names} - present - _NOTHING
    for start in old.iter(_START) if missing else ():
        name = start.get(_NAME, "")
        place = None if name.lower() not in missing else places.get(_holder(start))
        if place is not None:
            missing.discard(name.lower())
            _put(name, place, changes)


def _holder(start: Element) -> Element | None:
    """Return the paragraph in which a bookmark begins, or the next one if it begins between paragraphs."""
    around = next(start.iterancestors(_PARAGRAPH), None)
    return next(start.itersiblings(_PARAGRAPH), None) if around is None else around


def _put(name: str, paragraph: Element, changes: Changes) -> None:
    """Put a bookmark on the deleted words of a paragraph, so that it goes with them."""
    deleted = paragraph.find(DEL)
    if deleted is None:
        deleted = changes.mark(DEL)
        paragraph.insert(0 if paragraph.find(_PROPERTIES) is None else 1, deleted)
    identity = changes.next_id()
    deleted.insert(0, made("bookmarkStart", id=identity, name=name))
    deleted.append(made("bookmarkEnd", id=identity))
