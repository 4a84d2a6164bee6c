"""Tracked changes accepted or rejected, all of them, as Word does it (ISO/IEC 29500-1, 17.13.5).

Three rules of Word that the standard leaves unsaid: a paragraph whose mark goes is joined with the next one,
and the whole has the properties of the next one, whose mark stays; before a table it goes only if nothing is
left in it; the last paragraph of a body, cell or note never goes. What a bookmark or comment spans may go
in part: then its other end stays where the text went.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_trees import local, remove, unwrap, w


@dataclass(frozen=True, slots=True)
class _Decision:
    """What goes: content and marks under ``goes``, the markup of controls that begin within ``ranges``."""

    goes: frozenset[str]
    ranges: frozenset[str]
    merge: str
    restores: bool


def _names(*names: str) -> frozenset[str]:
    return frozenset(w(name) for name in names)


_ACCEPT = _Decision(
    _names("del", "moveFrom", "cellDel"),
    _names("customXmlDelRangeStart", "customXmlMoveFromRangeStart"),
    w("vMerge"),
    restores=False,
)
_REJECT = _Decision(
    _names("ins", "moveTo", "cellIns"),
    _names("customXmlInsRangeStart", "customXmlMoveToRangeStart"),
    w("vMergeOrig"),
    restores=True,
)

_TRACKED = tuple(_names("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"))
_STAYING = {
    w("pPrChange"): _names("rPr", "sectPr"),
    w("sectPrChange"): _names("headerReference", "footerReference"),
    **dict.fromkeys(
        _names("rPrChange", "tblPrChange", "tblPrExChange", "trPrChange", "tcPrChange", "tblGridChange"),
        frozenset[str](),
    ),
}
"""Changes of properties, and which of the properties beside them they say nothing about."""
_AHEAD = _names("headerReference", "footerReference")
_CONTROL_RANGES = tuple(
    w(f"customXml{kind}Range{end}")
    for kind in ("Ins", "Del", "MoveFrom", "MoveTo")
    for end in ("Start", "End")
)
_MOVE_RANGES = tuple(w(f"move{way}Range{end}") for way in ("From", "To") for end in ("Start", "End"))
_OLD_NUMBERS = w("numberingChange")
_ALL = (*_TRACKED, *_STAYING, *_CONTROL_RANGES, *_MOVE_RANGES, _OLD_NUMBERS)

_SPANS = tuple(
    w(f"{what}{end}")
    for what, ends in (
        ("bookmark", ("Start", "End")),
        ("commentRange", ("Start", "End")),
        ("perm", ("Start", "End")),
    )
    for end in ends
)
_TRANSPARENT = _names("sdt", "sdtContent", "customXml", "smartTag")
_HOLLOW = _TRANSPARENT | _names("hyperlink", "fldSimple")
_MARKED = _names("rPr", "trPr", "tcPr")
_OWNERS = _names("p", "tr", "tc")
_MERGES = {"rest": "restart", "cont": "continue"}
_DELETED_TEXT = {w("delText"): w("t"), w("delInstrText"): w("instrText")}
_UNSEEN = _names("rPr", "commentReference", "lastRenderedPageBreak")
_FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"


def accept_all(trees: Mapping[str, Element]) -> None:
    """Accept every tracked change in the parts, in place: what was deleted goes, the new looks stay."""
    for tree in trees.values():
        _settle(tree, _ACCEPT)


def reject_all(trees: Mapping[str, Element]) -> None:
    """Reject every tracked change in the parts, in place: what was inserted goes, the old looks return."""
    for tree in trees.values():
        _settle(tree, _REJECT)


def has_revisions(trees: Mapping[str, Element]) -> bool:
    """Return whether there is a tracked change in any of the parts."""
    return any(next(tree.iter(*_ALL), None) is not None for tree in trees.values())


def _settle(tree: Element, decision: _Decision) -> None:
    if next(tree.iter(*_ALL), None) is None:
        return
    _settle_controls(tree, decision)
    paragraphs, rows, cells = _settle_content(tree, decision)
    for change in list(tree.iter(*_STAYING)):
        _settle_properties(change, restores=decision.restores)
    for leftover in list(tree.iter(*_MOVE_RANGES, _OLD_NUMBERS)):
        remove(leftover)
    for text in tree.iter(*_DELETED_TEXT):
        text.tag = _DELETED_TEXT[text.tag]
    _remove_cells(rows, cells)
    _join(paragraphs)


def _settle_content(tree: Element, decision: _Decision) -> tuple[list[Element], list[Element], list[Element]]:
    """Settle all that is put in or taken out; return paragraphs whose mark goes, and rows and cells that
    go."""
    going: dict[str, dict[Element, None]] = {w("p"): {}, w("tr"): {}, w("tc"): {}}
    for element in list(tree.iter(*_TRACKED)):
        parent = element.getparent()
        if parent is None:
            continue
        goes = element.tag in decision.goes
        if element.tag == w("cellMerge"):
            _settle_merge(element, parent, decision)
        elif parent.tag in _MARKED:
            remove(element)
            owner = _owner(parent)
            if goes and owner is not None:
                going[owner.tag][owner] = None
        elif parent.tag == w("numPr"):
            remove(parent if goes else element)
        elif goes:
            _remove(element)
        else:
            unwrap(element)
    return list(going[w("p")]), list(going[w("tr")]), list(going[w("tc")])


def _owner(properties: Element) -> Element | None:
    """Return the paragraph, row or cell that has these properties; None if they are former ones."""
    parent = properties.getparent()
    if parent is not None and parent.tag == w("pPr"):
        parent = parent.getparent()
    return parent if parent is not None and parent.tag in _OWNERS else None


def _settle_merge(change: Element, properties: Element, decision: _Decision) -> None:
    """Merge a cell with the one above, or not, as the change says that it is or was."""
    merge = _MERGES.get(change.get(decision.merge, ""))
    old = properties.find(w("vMerge"))
    if old is not None:
        remove(old)
    if merge is None:
        remove(change)
    else:
        change.attrib.clear()
        change.tag = w("vMerge")
        change.set(w("val"), merge)
        _in_place(properties, change)


def _in_place(properties: Element, merge: Element) -> None:
    """Put a merge where the schema wants it among the properties of a cell: after widths and spans."""
    before = _names("cnfStyle", "tcW", "gridSpan", "hMerge")
    place = sum(1 for sibling in properties if sibling.tag in before)
    properties.insert(place, merge)


def _settle_properties(change: Element, *, restores: bool) -> None:
    properties = change.getparent()
    if properties is None:
        return
    remove(change)
    if restores:
        staying = [kept for kept in properties if kept.tag in _STAYING[change.tag]]
        old = [former for wrapper in change for former in wrapper]
        ahead = [kept for kept in staying if kept.tag in _AHEAD]
        properties[:] = [*ahead, *old, *(kept for kept in staying if kept.tag not in _AHEAD)]


def _settle_controls(tree: Element, decision: _Decision) -> None:
    """Unwrap the content controls and custom XML that begin in a range whose markup goes."""
    going: list[Element] = []
    open_ranges: set[str] = set()
    for element in list(tree.iter(*_CONTROL_RANGES, w("sdt"), w("customXml"))):
        identity = element.get(w("id"), "")
        if element.tag in decision.ranges:
            open_ranges.add(identity)
        elif element.tag in _TRANSPARENT:
            going += [element] if open_ranges else []
        else:
            open_ranges.discard(identity)
        if element.tag in _CONTROL_RANGES:
            remove(element)
    for element in going:
        content = element.find(w("sdtContent"))
        for child in list(element):
            if child is content:
                unwrap(child)
            elif local(child) in ("sdtPr", "sdtEndPr", "customXmlPr"):
                remove(child)
        unwrap(element)


# what goes


def _remove(element: Element) -> None:
    """Take an element out, and the controls and links that it leaves empty; lone ends of spans stay."""
    parent = element.getparent()
    if parent is None:
        return
    spans = [(span, (local(span)[:4], span.get(w("id")))) for span in element.iter(*_SPANS)]
    ends = Counter(key for _, key in spans)
    for span, key in spans:
        if ends[key] == 1:
            element.addprevious(span)
    parent.remove(element)
    if parent.tag in _HOLLOW and all(local(child).endswith("Pr") for child in parent):
        _remove(parent)


def _remove_cells(rows: Collection[Element], cells: Collection[Element]) -> None:
    """Take out rows and cells, then rows without cells and tables without rows."""
    emptied = _remove_from(cells, w("tr"), w("tc"))
    for table in _remove_from(dict.fromkeys((*rows, *emptied)), w("tbl"), w("tr")):
        cell = next(table.iterancestors(w("tc")), None)
        _remove(table)
        if cell is not None:
            _end_with_paragraph(cell)


def _remove_from(elements: Collection[Element], around: str, name: str) -> list[Element]:
    """Take elements of a name out; return the rows or tables around them that have none left."""
    found = (next(element.iterancestors(around), None) for element in elements)
    holders = [holder for holder in dict.fromkeys(found) if holder is not None]
    for element in elements:
        _remove(element)
    return [holder for holder in holders if next(holder.iter(name), None) is None]


def _end_with_paragraph(cell: Element) -> None:
    last = next((block for block in reversed(cell) if block.tag not in _SPANS), None)
    if last is None or last.tag in (w("tcPr"), w("tbl")):
        cell.append(cell.makeelement(w("p")))


def _join(paragraphs: Sequence[Element]) -> None:
    """Join paragraphs with the next ones; take those before a table out if nothing is left in them."""
    before_tables: list[Element] = []
    # From the last to the first, so that what is joined several times is moved once.
    for paragraph in reversed(paragraphs):
        following = _following(paragraph)
        if following is None:
            continue
        if following.tag == w("tbl"):
            before_tables.append(paragraph)
        else:
            _put_first(following, [child for child in paragraph if child.tag != w("pPr")])
            _remove(paragraph)
    for paragraph in before_tables:
        if _is_empty(paragraph):
            _remove(paragraph)


def _put_first(paragraph: Element, content: Sequence[Element]) -> None:
    first = _first(paragraph)
    for child in reversed(content):
        if first is not None and first.tag == w("pPr"):
            first.addnext(child)
        else:
            paragraph.insert(0, child)


def _following(paragraph: Element) -> Element | None:
    """Return the paragraph or table after a paragraph, in or out of controls; None at the end."""
    node = _after(paragraph)
    while node is not None and node.tag not in (w("p"), w("tbl")):
        inner = _first(node) if node.tag in _TRANSPARENT else None
        node = _after(node) if inner is None else inner
    return node


def _first(element: Element) -> Element | None:
    return next(element.iterchildren(), None)


def _after(node: Element) -> Element | None:
    while (following := node.getnext()) is None:
        parent = node.getparent()
        if parent is None or parent.tag not in _TRANSPARENT:
            return None
        node = parent
    return following


def _is_empty(paragraph: Element) -> bool:
    return all(
        node.tag == w("r") and all(child.tag in _UNSEEN for child in node)
        for node in paragraph.iter(w("r"), _FORMULA)
    )
