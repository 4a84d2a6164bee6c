"""How the XML of a paragraph answers to the text of a passage: the one place that says so.

A paragraph's runs stand in wrappers (links, content controls, tracked changes); each run, field, note mark,
object, and each mark without width is a piece of the passage, and the pieces' texts together are its text.

What is printed of each element (ISO/IEC 29500-1, 17.3.3): ``w:t`` its text; tabs ``\\t``; line breaks
``\\n``, while breaks of pages and columns are no text; ``w:noBreakHyphen`` U+2011, ``w:softHyphen`` U+00AD,
``w:sym`` the character of its code; pictures, embedded objects and equations ``OBJECT_MARK``; the references
to notes ``NOTE_MARK``.

It is meant for trees that were tidied (``tidying``): in them a run holds characters or one other thing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_trees import MC, w
from clausekit.formats.docx.reader.fields import Field, fields_in
from clausekit.patterns import pattern
from clausekit.reading import NOTE_MARK, OBJECT_MARK, PARAGRAPH_MARK

PieceKind = Literal["text", "field", "note", "object", "structure"]
View = Literal["plain", "kept"]
Leaf = tuple[Element, tuple[Element, ...]]

Part = tuple[str, PieceKind, str]

RUN = w("r")
RUN_PROPERTIES = w("rPr")
PARAGRAPH_PROPERTIES = w("pPr")
CONTROL = w("sdt")
INSERTED = frozenset((w("ins"), w("moveTo")))
DELETED = frozenset((w("del"), w("moveFrom")))

_CONTENT = w("sdtContent")
_SIMPLE_FIELD = w("fldSimple")
_CODE = w("instr")
_WRAPPERS = INSERTED | DELETED | {w(name) for name in ("hyperlink", "smartTag", "customXml", "dir", "bdo")}
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_EQUATIONS = frozenset((f"{_MATHS}oMath", f"{_MATHS}oMathPara"))
_OBJECTS = frozenset((w("drawing"), w("pict"), w("object"), w("ruby"), f"{{{MC}}}AlternateContent"))
_NOTES = frozenset((w("footnoteReference"), w("endnoteReference")))

_TEXT = w("t")
_STRUCTURE: Part = ("", "structure", "")

# What stands in text for something else cannot stand there for itself.
_RESERVED = str.maketrans(
    {NOTE_MARK: "\ufffd", OBJECT_MARK: "\ufffd", PARAGRAPH_MARK: " ", "\t": " ", "\n": " ", "\r": " "}
)
_SYMBOL = pattern("[0-9A-Fa-f]{1,3}|[0-9A-CEFa-cef][0-9A-Fa-f]{3}")
"""The code of a character of the first plane that is no surrogate."""

_HAS_RESERVED = pattern(f"[\t\n\r{NOTE_MARK}{OBJECT_MARK}{PARAGRAPH_MARK}]")


@dataclass(slots=True, eq=False)
class Piece:
    """One stretch of a passage's text that comes from one place in the XML.

    ``start`` and ``end`` are offsets into the text; they are equal for bookmarks, the structure of fields
    that go over several paragraphs, and text that is not in this view. ``elements`` are the run; or all runs
    of a complete field, from its begin to its end; or the element itself, if it stands in no run.
    ``wrappers`` are what stands around it in its paragraph (around all of it, if it is a field), outermost
    first. ``reference`` is the bookmark whose number or page a field prints.
    """

    start: int
    end: int
    text: str
    elements: tuple[Element, ...]
    kind: PieceKind
    wrappers: tuple[Element, ...]
    reference: str = ""


def pieces(paragraphs: Sequence[Element], view: View) -> tuple[Piece, ...]:
    """Return the pieces of a passage, in order.

    In the view ``kept`` tracked changes count as rejected: inserted text is there without width.
    """
    found: list[Piece] = []
    at = 0
    for paragraph in paragraphs:
        leaves = list(_leaves(paragraph, ()))
        fields = fields_in([element for element, _ in leaves])
        place = 0
        while place < len(leaves):
            element, wrappers = leaves[place]
            is_run = element.tag == RUN
            field = fields.get(place)
            if field is not None and field.atomic:
                piece = _field_piece(leaves[place : field.end], field, at, view)
                place = field.end
                found.append(piece)
                at = piece.end
                continue
            visible = view == "plain" or not _is_inserted(wrappers)
            for text, kind, reference in _parts_of_run(element) if is_run else _part_of_other(element, view):
                shown = text if visible else ""
                found.append(Piece(at, at + len(shown), shown, (element,), kind, wrappers, reference))
                at += len(shown)
            place += 1
    return tuple(found)


def characters(child: Element) -> str | None:
    """Return what a child of a run prints; None if it is something else than characters."""
    writer = _CHARACTERS.get(child.tag)
    return None if writer is None else writer(child)


def _leaves(parent: Element, wrappers: tuple[Element, ...]) -> Iterator[Leaf]:
    """Yield the runs below a paragraph and what else stands between them, with the wrappers around each."""
    for child in parent:
        tag = child.tag
        if tag == RUN:
            yield child, wrappers
        elif tag in _WRAPPERS:
            yield from _leaves(child, (*wrappers, child))
        elif tag == CONTROL:
            content = child.find(_CONTENT)
            if content is not None:
                yield from _leaves(content, (*wrappers, child))
        elif tag == _SIMPLE_FIELD and not Field(child.get(_CODE, "")).atomic:
            yield from _leaves(child, (*wrappers, child))
        elif tag != PARAGRAPH_PROPERTIES:
            yield child, wrappers


def _field_piece(leaves: Sequence[Leaf], field: Field, at: int, view: View) -> Piece:
    """Return a whole field as one piece; what it prints is its result."""
    first = leaves[0][1]
    common = tuple(
        wrapper
        for depth, wrapper in enumerate(first)
        if all(_at(other, depth) is wrapper for _, other in leaves)
    )
    text = ""
    if view == "plain" or not _is_inserted(first):
        text = field.constant or _text(leaves[field.result - field.begin :], view)
    elements = tuple(element for element, _ in leaves)
    return Piece(at, at + len(text), text, elements, "field", common, field.reference)


def _at(wrappers: tuple[Element, ...], depth: int) -> Element | None:
    return wrappers[depth] if depth < len(wrappers) else None


def _text(leaves: Sequence[Leaf], view: View) -> str:
    return "".join(
        text
        for element, wrappers in leaves
        if element.tag == RUN and (view == "plain" or not _is_inserted(wrappers))
        for text, _, _ in _parts_of_run(element)
    )


def _is_inserted(wrappers: tuple[Element, ...]) -> bool:
    return any(wrapper.tag in INSERTED for wrapper in wrappers)


def _parts_of_run(run: Element) -> Iterable[Part]:
    """Return the text and the kind of each part of a run; there is one, if it is tidy."""
    if (
        len(run)
        and run[-1].tag == _TEXT
        and (len(run) == 1 or (len(run) == 2 and run[0].tag == RUN_PROPERTIES))
    ):
        return ((_written(run[-1]), "text", ""),)
    return _mixed_parts(run)


def _mixed_parts(run: Element) -> Iterator[Part]:
    text: list[str] = []
    something = False
    for child in run:
        tag = child.tag
        if tag == RUN_PROPERTIES:
            continue
        something = True
        printed = characters(child)
        if printed is not None:
            text.append(printed)
            continue
        if text:
            yield "".join(text), "text", ""
            text.clear()
        if tag in _OBJECTS:
            yield OBJECT_MARK, "object", ""
        elif tag in _NOTES:
            yield NOTE_MARK, "note", ""
        else:
            yield _STRUCTURE
    if text:
        yield "".join(text), "text", ""
    elif not something:
        yield _STRUCTURE


def _part_of_other(element: Element, view: View) -> Iterator[Part]:
    if element.tag in _EQUATIONS:
        yield OBJECT_MARK, "object", ""
    elif element.tag == _SIMPLE_FIELD:
        field = Field(element.get(_CODE, ""))
        yield field.constant or _text(list(_leaves(element, ())), view), "field", field.reference
    else:
        yield _STRUCTURE


def _written(child: Element) -> str:
    text = child.text or ""
    return text.translate(_RESERVED) if _HAS_RESERVED.search(text) else text


def _break(child: Element) -> str | None:
    return "\n" if child.get(w("type"), "textWrapping") == "textWrapping" else None


def _symbol(child: Element) -> str:
    code = child.get(w("char"), "")
    if not _SYMBOL.fullmatch(code):
        return "\ufffd"
    return chr(int(code, 16)).translate(_RESERVED)


_CHARACTERS: dict[str, Callable[[Element], str | None]] = {
    _TEXT: _written,
    w("delText"): _written,
    w("tab"): lambda _: "\t",
    w("ptab"): lambda _: "\t",
    w("br"): _break,
    w("cr"): lambda _: "\n",
    w("noBreakHyphen"): lambda _: "\u2011",
    w("softHyphen"): lambda _: "\u00ad",
    w("sym"): _symbol,
    w("lastRenderedPageBreak"): lambda _: "",
}
