"""The marks of tracked changes (ISO/IEC 29500-1, 17.13.5): each with an id of its own, an author and a date.

Revisions, comments and bookmarks take their ids from one counter, as Word's do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lxml import etree
from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_trees import PARAGRAPH_PROPERTIES, child, w
from clausekit.formats.docx.xml import W

ID = w("id")
INS, DEL = w("ins"), w("del")
MOVED_FROM, MOVED_TO = w("moveFrom"), w("moveTo")
TRACKED = frozenset((INS, DEL, MOVED_FROM, MOVED_TO))
OLD_TEXT = frozenset((DEL, MOVED_FROM))

_CHANGES = tuple(w(name) for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange"))
_COUNTED = frozenset(
    w(name)
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange"),
        *("trPrChange", "tcPrChange", "tblPrExChange", "tblGridChange", "numberingChange", "cellIns"),
        *(
            "cellDel",
            "cellMerge",
            "bookmarkStart",
            "bookmarkEnd",
            "commentRangeStart",
            "comment",
            "permStart",
        ),
        *("moveFromRangeStart", "moveToRangeStart", "customXmlInsRangeStart", "customXmlDelRangeStart"),
        *("customXmlMoveFromRangeStart", "customXmlMoveToRangeStart"),
    )
)
_MARK_ORDER = (INS, DEL, MOVED_FROM, MOVED_TO)
_NAMESPACE = {"w": W}
_NOT_FORMER = frozenset((w("rPr"), w("sectPr"), w("pPrChange")))


def made(name: str, /, **attributes: str) -> Element:
    """Return a new element of WordprocessingML."""
    named = {w(key): setting for key, setting in attributes.items()}
    return etree.Element(w(name), named, nsmap=_NAMESPACE)


def highest_id(trees: Iterable[Element]) -> int:
    """Return the highest id that a revision, comment or bookmark has in the trees, 0 if there is none."""
    return max(map(_number, _counted(trees)), default=0)


def _counted(trees: Iterable[Element]) -> Iterator[Element]:
    for tree in trees:
        yield from tree.iter(*_COUNTED)


def _number(element: Element) -> int:
    identity = element.get(ID, "")
    return int(identity) if identity.isascii() and identity.isdigit() else 0


class Changes:
    """Makes the marks of one author's changes."""

    def __init__(self, author: str, date: str, last_id: int) -> None:
        self.author = author
        self.date = date
        self.last_id = last_id

    def next_id(self) -> str:
        """Return an id that nothing else has."""
        self.last_id += 1
        return str(self.last_id)

    def mark(self, tag: str) -> Element:
        """Return an empty mark of a change, with id, author and date."""
        attributes = {ID: self.next_id(), w("author"): self.author, w("date"): self.date}
        return etree.Element(tag, attributes, nsmap=_NAMESPACE)

    def wrap(self, nodes: Sequence[Element], tag: str) -> list[Element]:
        """Put nodes of the tree into marks of this kind, one for each row of neighbours; return the marks."""
        marks: list[Element] = []
        last: Element | None = None
        for node in nodes:
            whole = self.beyond_tracked(node)
            if last is not None and last.getnext() is whole:
                last.append(whole)
                continue
            last = self.mark(tag)
            whole.addprevious(last)
            last.append(whole)
            marks.append(last)
        return marks

    def beyond_tracked(self, node: Element) -> Element:
        """Return what holds the node alone, beyond the tracked changes of others around it.

        Where such a change holds other nodes too, it is parted.
        """
        while (parent := node.getparent()) is not None and parent.tag in TRACKED:
            self.part_before(node)
            following = node.getnext()
            if following is not None:
                self.part_before(following)
                parent = node.getparent()
                assert parent is not None
            node = parent
        return node

    def part_before(self, node: Element) -> None:
        """Part the element around a node so that the node begins it; the earlier part comes before it."""
        parent = node.getparent()
        if parent is None or node.getprevious() is None:
            return
        earlier = etree.Element(parent.tag, nsmap=_NAMESPACE)
        earlier.attrib.update(parent.attrib)
        earlier.extend(list(node.itersiblings(preceding=True))[::-1])
        parent.addprevious(earlier)

    def settle_ids(self, tree: Element) -> None:
        """Give new ids to changes of others that were parted, and so are there twice."""
        seen: set[str] = set()
        for change in tree.iter(*_CHANGES):
            identity = change.get(ID, "")
            if identity in seen:
                change.set(ID, self.next_id())
            seen.add(identity)

    # properties

    def mark_paragraph(self, paragraph: Element, tag: str) -> None:
        """Track the mark of a paragraph: ``tag`` says as what. Someone else may have done so already."""
        properties = child(child(paragraph, "pPr"), "rPr", PARAGRAPH_PROPERTIES)
        if properties.find(tag) is not None:
            return
        earlier = _MARK_ORDER[: _MARK_ORDER.index(tag)]
        place = sum(1 for one in properties if one.tag in earlier)
        properties.insert(place, self.mark(tag))

    def change_paragraph(self, paragraph: Element, old: Element) -> None:
        """Say what the properties of a paragraph were.

        There can be one such change only: where someone else made one, that goes back to these properties.
        """
        properties = child(paragraph, "pPr")
        change = properties.find(w("pPrChange"))
        if change is None:
            change = self.mark(w("pPrChange"))
            properties.append(change)
        change[:] = [former(old, "pPr")]

    def change_run(self, run: Element, old: Element | None) -> None:
        """Say what the properties of a run were."""
        properties = child(run, "rPr")
        change = self.mark(w("rPrChange"))
        former_look = made("rPr")
        former_look.extend([] if old is None else [one for one in old if one.tag != w("rPrChange")])
        change.append(former_look)
        properties.append(change)


def former(properties: Element, name: str) -> Element:
    """Return properties as those that something had before: without what says nothing of its look."""
    old = made(name)
    old.extend([one for one in properties if one.tag not in _NOT_FORMER])
    return old
