"""Where old paragraphs and tables stand among the new ones.

They stand beside their neighbours: within the content control of their own clause if the new text has one
there, else between the controls.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_trees import w
from clausekit.formats.docx.redline.changes import Changes, made
from clausekit.formats.docx.redline.desk import Desk, Laid, Line
from clausekit.formats.docx.redline.wholes import track_control
from clausekit.reading import Passage

_SECTION = w("sectPr")
_PARAGRAPH, _TABLE = w("p"), w("tbl")
_CONTROL, _CONTENT = w("sdt"), w("sdtContent")


def put_in_place(laid: Sequence[Laid], container: Element, desk: Desk) -> None:
    """Put those that are not in the tree yet into the container."""
    at = 0
    while at < len(laid):
        if not _is_loose(laid[at]):
            at += 1
            continue
        end = at
        while end < len(laid) and _is_loose(laid[end]):
            end += 1
        before = laid[at - 1] if at else None
        after = laid[end] if end < len(laid) else None
        _put_between(laid[at:end], before, after, container, desk)
        at = end


def _is_loose(one: Laid) -> bool:
    return one.element.getparent() is None


def _put_between(
    loose: Sequence[Laid], before: Laid | None, after: Laid | None, container: Element, desk: Desk
) -> None:
    begin = _count_while(loose, before)
    end = len(loose) - _count_while(loose[begin:][::-1], after)
    if before is not None:
        _put_after(before.element, loose[:begin])
    if after is not None:
        for one in loose[end:]:
            after.element.addprevious(one.element)
    middle = loose[begin:end]
    if not middle:
        return
    last = loose[begin - 1] if begin else before
    following = loose[end] if end < len(loose) else after
    if last is not None and not (following and _begins_section(middle[0], desk)):
        _put_after(_climbed(last.element, following, container), middle)
    elif following is not None:
        top = _climbed(following.element, last, container)
        for one in middle:
            top.addprevious(one.element)
    else:
        _put_first(container, middle)


def _count_while(loose: Sequence[Laid], neighbour: Laid | None) -> int:
    """Return how many, from the first on, are of the clause of their neighbour."""
    clause = _clause(neighbour) if neighbour is not None else ""
    count = 0
    while clause and count < len(loose) and _clause(loose[count]) == clause:
        count += 1
    return count


def _clause(one: Laid) -> str:
    """Return the id of the clause from which something came, in whatever version."""
    block = one.new or one.old
    return block.clause.partition("@")[0] if block is not None else ""


def _put_after(element: Element, loose: Sequence[Laid]) -> None:
    for one in loose:
        element.addnext(one.element)
        element = one.element


def _put_first(container: Element, loose: Sequence[Laid]) -> None:
    place = sum(1 for child in container if child.tag.endswith("Pr") and child.tag != _SECTION)
    for number, one in enumerate(loose):
        container.insert(place + number, one.element)


def _climbed(element: Element, other: Laid | None, container: Element) -> Element:
    """Return the outermost thing around an element that does not hold the other one too."""
    around = set(other.element.iterancestors()) if other is not None else {container}
    while (parent := element.getparent()) is not None and parent not in around and parent is not container:
        element = parent
    # From within a control to its content is one step; what stands beside a control stands beside all of it.
    return element


def end_with_paragraph(table: Element) -> Element | None:
    """Add the paragraph that Word wants after a table with which a text ends; None if there is one."""
    node = table
    while (parent := node.getparent()) is not None:
        if any(one.tag == _PARAGRAPH for one in node.itersiblings()):
            return None
        if parent.tag not in (_CONTROL, _CONTENT):
            break
        node = parent
    end = made("p")
    node.addnext(end)
    return end


def track_new_controls(laid: Sequence[Laid], container: Element, changes: Changes) -> None:
    """Say of content controls that they were inserted, if all that is in them was."""
    new = dict.fromkeys(one.element for one in laid if one.old is None)
    controls: dict[Element, None] = {}
    for element in new:
        for around in element.iterancestors():
            if around is container:
                break
            if around.tag == _CONTROL:
                controls[around] = None
    for control in controls:
        if all(block in new for block in _blocks(control)):
            track_control(control, changes)


def _blocks(control: Element) -> Iterator[Element]:
    content = control.find(_CONTENT)
    for child in content if content is not None else ():
        if child.tag == _CONTROL:
            yield from _blocks(child)
        elif child.tag in (_PARAGRAPH, _TABLE):
            yield child


def _begins_section(one: Laid, desk: Desk) -> bool:
    """Return whether something follows on an empty paragraph that only ends a section in the old file."""
    if not isinstance(one, Line) or not isinstance(one.old, Passage):
        return False
    before = desk.old.original(one.old).getprevious()
    return (
        before is not None
        and before.tag == _PARAGRAPH
        and before.find(f"{w('pPr')}/{_SECTION}") is not None
        and before.find(w("r")) is None
    )
