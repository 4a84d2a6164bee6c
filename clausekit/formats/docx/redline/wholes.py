"""Paragraphs that come or go as a whole: every run of theirs is marked, what stands around the runs stays."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_trees import w
from clausekit.formats.docx.redline.atoms import RUN, field_character, is_part_of_field
from clausekit.formats.docx.redline.changes import DEL, INS, MOVED_TO, OLD_TEXT, Changes, made

_SIMPLE_FIELD = w("fldSimple")
_CONTROL = w("sdt")
_CONTENT = w("sdtContent")
_PARAGRAPH = w("p")
_HOLDERS = frozenset(w(name) for name in ("hyperlink", "smartTag", "customXml", "dir", "bdo"))
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MARKABLE = OLD_TEXT | {RUN, f"{_MATHS}oMath", f"{_MATHS}oMathPara"}
_AS_DELETED = {w("t"): w("delText"), w("instrText"): w("delInstrText")}


def mark_whole(
    paragraph: Element,
    tag: str,
    changes: Changes,
    *,
    done: Collection[Element] = (),
    left: Collection[Element] = (),
) -> list[Element]:
    """Mark all content of a paragraph; return the marks.

    ``done`` are marks of ours that stand already, ``left`` runs that stay. What someone else inserted is left
    alone: it is not there before their change.
    """
    expand_simple_fields(paragraph)
    for control in list(paragraph.iter(_CONTROL)) if tag in (INS, MOVED_TO) else ():
        track_control(control, changes)
    nodes = [node for node in _markable(paragraph) if node not in done and node not in left]
    marks = changes.wrap(nodes, tag)
    if tag == DEL:
        say_deleted(marks)
    return marks


def _markable(parent: Element) -> Iterator[Element]:
    for child in parent:
        if child.tag in _MARKABLE:
            yield child
        elif child.tag in _HOLDERS:
            yield from _markable(child)
        elif child.tag == _CONTROL:
            content = child.find(_CONTENT)
            yield from _markable(content) if content is not None else ()


def say_deleted(marks: Collection[Element]) -> None:
    """Write text and codes of fields in marks of deletion as deleted ones."""
    for mark in marks:
        for run in mark.iter(RUN):
            for child in run:
                child.tag = _AS_DELETED.get(child.tag, child.tag)


def track_control(control: Element, changes: Changes) -> None:
    """Say that a content control was inserted, not only what is in it."""
    content = control.find(_CONTENT)
    if content is None:
        return
    for place, inner in (
        (control.addprevious, lambda end: content.insert(0, end)),
        (content.append, control.addnext),
    ):
        start = changes.mark(w("customXmlInsRangeStart"))
        place(start)
        inner(made("customXmlInsRangeEnd", id=start.get(w("id"), "")))


def expand_simple_fields(paragraph: Element) -> None:
    """Write fields that are one element as runs, which a tracked change can hold."""
    for field in list(paragraph.iter(_SIMPLE_FIELD)):
        code = made("instrText")
        code.text = field.get(w("instr"), "")
        code.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        before = (made("fldChar", fldCharType="begin"), code, made("fldChar", fldCharType="separate"))
        for part in before:
            field.addprevious(_run(part))
        for child in list(field):
            field.addprevious(child)
        field.addprevious(_run(made("fldChar", fldCharType="end")))
        parent = field.getparent()
        assert parent is not None
        parent.remove(field)


def _run(child: Element) -> Element:
    run = made("r")
    run.append(child)
    return run


# fields that go over several paragraphs


def open_parts(paragraph: Element) -> list[Element]:
    """Return the runs of a paragraph that are structure of fields which begin or end in another one."""
    stack: list[list[Element]] = []
    lone: list[Element] = []
    for run in paragraph.iter(RUN):
        if not is_part_of_field(run):
            continue
        character = field_character(run)
        if character == "begin":
            stack.append([run])
        elif not stack:
            lone.append(run)
        elif character == "end":
            stack.pop()
        else:
            stack[-1].append(run)
    return lone + [run for parts in stack for run in parts]


def bound_paragraphs(story: Element, going: Collection[Element]) -> set[Element]:
    """Return the paragraphs that hold structure of a field of which another paragraph stays.

    ``going`` are the paragraphs that come or go as a whole.
    """
    bound: set[Element] = set()
    stack: list[Element | None] = []
    for character in story.iter(w("fldChar")):
        kind = character.get(w("fldCharType"))
        paragraph = next(character.iterancestors(_PARAGRAPH), None)
        if kind == "begin":
            stack.append(paragraph)
        elif kind == "end" and stack:
            first = stack.pop()
            if first is not paragraph and not (first in going and paragraph in going):
                bound.update(one for one in (first, paragraph) if one is not None)
    return bound
