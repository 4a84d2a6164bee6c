"""Fields in other people's Word files (ISO/IEC 29500-1, 17.16): their codes read, changed, or taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_trees import remove, unwrap, w

_TOKEN = re.compile(r'"[^"]*"|\S+')
_CODE_PIECES = (w("instrText"), w("delInstrText"))
_STORIES = (w("txbxContent"), w("footnote"), w("endnote"), w("comment"))


class UnbalancedError(ValueError):
    """A field begins and never ends, or the other way round."""


@dataclass(slots=True, eq=False)
class Field:
    """A field: a ``w:fldSimple``, or the marks between which the pieces of its code and its result stand.

    ``built`` says that another field stands where the name of this one should: nobody can tell what it does.
    """

    marks: list[Element] = field(default_factory=list)
    pieces: list[Element] = field(default_factory=list)
    in_code: bool = True
    built: bool = False

    @property
    def code(self) -> str:
        """The code, without what other fields in it will come to."""
        if not self.pieces:
            return self.marks[0].get(w("instr"), "")
        return "".join(piece.text or "" for piece in self.pieces)

    @property
    def words(self) -> list[str]:
        """The words of the code, quotation marks around them left out; the first is the field's name."""
        return [token.strip('"') for token in _TOKEN.findall(self.code)]

    @property
    def name(self) -> str:
        """The name of the field in capitals; "" if it has none."""
        return (self.words or [""])[0].upper()

    def put(self, code: str) -> None:
        """Give the field another code."""
        if not self.pieces:
            self.marks[0].set(w("instr"), code)
            return
        first, *others = self.pieces
        first.text = code
        first.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        for other in others:
            other.text = ""

    def unlink(self) -> None:
        """Leave of the field only what it shows."""
        if self.marks[0].tag == w("fldSimple"):
            unwrap(self.marks[0])
            return
        for element in (*self.marks, *self.pieces):
            remove(element)


def fields(tree: Element) -> Iterator[Field]:
    """Yield the fields of a part, those inside others first; raise UnbalancedError if one has no end."""
    yield from list(_in_story(tree))


def _in_story(container: Element) -> Iterator[Field]:
    """Yield the fields of a text and of the texts in it; no field reaches from one into another."""
    open_fields: list[Field] = []
    for child in container:
        yield from _walk(child, open_fields)
    if open_fields:
        raise UnbalancedError


def _walk(element: Element, open_fields: list[Field]) -> Iterator[Field]:
    if element.tag in _STORIES:
        yield from _in_story(element)
        return
    innermost = open_fields[-1] if open_fields else None
    if element.tag == w("fldChar"):
        yield from _mark(element, open_fields)
    elif element.tag in _CODE_PIECES and innermost and innermost.in_code:
        innermost.pieces.append(element)
    elif element.tag == w("fldSimple"):
        yield Field([element])
    for child in element:
        yield from _walk(child, open_fields)


def _mark(element: Element, open_fields: list[Field]) -> Iterator[Field]:
    kind = element.get(w("fldCharType"))
    if kind == "begin":
        if open_fields and open_fields[-1].in_code:
            open_fields[-1].built |= _name_is_open(open_fields[-1].code)
        open_fields.append(Field([element]))
        return
    if not open_fields:
        raise UnbalancedError
    open_fields[-1].marks.append(element)
    open_fields[-1].in_code = False
    if kind == "end":
        yield open_fields.pop()


def _name_is_open(code: str) -> bool:
    """Tell whether the name of the field has not ended yet where this code breaks off."""
    return len(code.split()) < 2 and not (code.strip() and code[-1].isspace())
