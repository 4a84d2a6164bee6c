"""The marks of paragraphs: who has which, and what to do where one cannot go.

A mark holds the properties of its paragraph. Where it goes, what stands before it joins the next paragraph
and gets the properties of that one; so the last mark of a body, cell or note can neither come nor go.
"""

from __future__ import annotations

from copy import deepcopy

from lxml import etree
from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_trees import w
from clausekit.formats.docx.redline.changes import DEL, INS, MOVED_FROM, MOVED_TO, former, made
from clausekit.formats.docx.redline.desk import Desk, Grid, Laid, Line
from clausekit.formats.docx.redline.places import end_with_paragraph
from clausekit.formats.docx.redline.sections import ends_section
from clausekit.reading import Passage

_PROPERTIES = w("pPr")
_CHANGE = w("pPrChange")


def keep_last_mark(laid: list[Laid]) -> None:
    """Let the last mark be one of both texts.

    It takes over the mark that is the last of the other text. If that one was of both, it becomes one that
    comes or goes; else its paragraph becomes the beginning of the next. If the other text ends in a table, or
    is empty, the last mark stands there as the end that Word wants.
    """
    final = laid[-1] if laid else None
    if isinstance(final, Grid):
        _end_after_table(final, laid)
    if not isinstance(final, Line) or (final.old and final.new):
        return
    side = "old" if final.old is None else "new"
    place = max((at for at, one in enumerate(laid) if getattr(one, side) is not None), default=None)
    other = None if place is None else laid[place]
    if place is None or not isinstance(other, Line):
        final.last = True
        return
    if any(isinstance(one, Grid) for one in laid[place:]):
        return
    if side == "old":
        final.old, other.old = other.old, None
    else:
        final.new, other.new = other.new, None
    final.moved = other.relaid = False
    final.relaid = True
    if other.old is None and other.new is None:
        following = laid[place + 1]
        _prepend(other.element, following.element)
        laid.remove(other)


def _end_after_table(table: Grid, laid: list[Laid]) -> None:
    """Add the paragraph that Word wants after a table, if there is none.

    Where the table is in one text only, the last mark of the other text is that of this paragraph.
    """
    end = end_with_paragraph(table.element)
    if end is None or (table.old and table.new):
        return
    side = "old" if table.old is None else "new"
    place = max((at for at, one in enumerate(laid) if getattr(one, side) is not None), default=None)
    other = None if place is None else laid[place]
    if isinstance(other, Line) and not ends_section(other.element):
        line = Line(end, None, None, None, last=True)
        setattr(line, side, getattr(other, side))
        setattr(other, side, None)
        laid.append(line)


def _prepend(paragraph: Element, following: Element) -> None:
    """Make a paragraph the beginning of the next one."""
    content = [one for one in paragraph if one.tag != _PROPERTIES]
    at = 1 if following.find(_PROPERTIES) is not None else 0
    following[at:at] = content
    parent = paragraph.getparent()
    if parent is not None:
        parent.remove(paragraph)


def part_marks(laid: list[Laid], desk: Desk) -> list[Laid]:
    """Return the lines with those parted whose mark cannot be told as one of both texts.

    That is so where it ends a section in one of them only, or where someone else changed its properties.
    """
    parted: list[Laid] = []
    for one in laid[:-1]:
        if not isinstance(one, Line) or one.old is None or one.new is None:
            parted.append(one)
            continue
        ends, ended = ends_section(one.element), ends_section(desk.old.original(one.old))
        if ends and not ended:
            parted += _old_mark_first(one, one.old)
        elif (ended and not ends) or (one.relaid and _is_changed(one.element)):
            parted += _new_mark_first(one, one.old)
        else:
            parted.append(one)
    return parted + laid[-1:]


def _old_mark_first(line: Line, old: Passage) -> tuple[Line, Line]:
    before = made("p")
    before.extend([one for one in line.element if one.tag != _PROPERTIES])
    line.element.addprevious(before)
    return Line(before, old, None, None), Line(line.element, None, line.new, line.dressed)


def _new_mark_first(line: Line, old: Passage) -> tuple[Line, Line]:
    after = made("p")
    line.element.addnext(after)
    return Line(line.element, None, line.new, line.dressed), Line(after, old, None, None)


def _is_changed(paragraph: Element) -> bool:
    return paragraph.find(f"{_PROPERTIES}/{_CHANGE}") is not None


def write_mark(line: Line, desk: Desk) -> None:
    """Give a line the properties of its mark, and say as what the mark is tracked."""
    if line.old is not None:
        desk.old.places[desk.old.original(line.old)] = line.element
    if line.new is not None and line.dressed is not line.new:
        _dress(line.element, _new_properties(line.new, desk))
    elif line.new is None and line.old is not None and line.dressed is not line.old:
        _dress(line.element, desk.old.properties(line.old, section=True))
    if line.old is not None and line.new is not None:
        if line.relaid:
            say_former(line.element, line.old, desk)
    elif line.last:
        _say_plain(line, desk)
    else:
        if line.old is not None and ends_section(line.element):
            desk.gone_sections.add(desk.old.original(line.old))
        inserted, deleted = (MOVED_TO, MOVED_FROM) if line.moved else (INS, DEL)
        desk.changes.mark_paragraph(line.element, inserted if line.old is None else deleted)


def _say_plain(line: Line, desk: Desk) -> None:
    """Let a mark that stays have properties in its own text only."""
    old = desk.old.properties(line.old) if line.old is not None else None
    if line.new is None:
        _dress(line.element, None)
    if _content(old) != _content(line.element.find(_PROPERTIES)):
        desk.changes.change_paragraph(line.element, made("pPr") if old is None else old)


def _dress(paragraph: Element, properties: Element | None) -> None:
    present = paragraph.find(_PROPERTIES)
    if present is not None:
        paragraph.remove(present)
    if properties is not None:
        paragraph.insert(0, properties)


def _new_properties(passage: Passage, desk: Desk) -> Element | None:
    properties = desk.elements[passage][-1].find(_PROPERTIES)
    return None if properties is None else deepcopy(properties)


def say_former(paragraph: Element, old: Passage, desk: Desk) -> None:
    """Say what the properties of a paragraph were in the old text, if that differs."""
    properties = desk.old.properties(old)
    present = paragraph.find(_PROPERTIES)
    if _content(properties) != _content(present) or _is_changed(paragraph):
        desk.changes.change_paragraph(paragraph, made("pPr") if properties is None else properties)


def _content(properties: Element | None) -> list[bytes]:
    if properties is None:
        return []
    return [etree.tostring(one, method="c14n", exclusive=True) for one in former(deepcopy(properties), "pPr")]
