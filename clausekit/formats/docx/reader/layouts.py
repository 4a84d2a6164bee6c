"""How paragraphs stand: style, alignment, indents, level of outline, and the list that they are in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_trees import value, w
from clausekit.formats.docx.reader.labels import List
from clausekit.formats.docx.reader.looks import VAL, Style, StyleSheet, measure
from clausekit.reading import Alignment
from clausekit.recognition.lines import Layout

_ALIGNMENTS: Mapping[str, Alignment] = {
    "center": "centre", "right": "right", "end": "right", "both": "justified", "distribute": "justified",
    "thaiDistribute": "justified", "lowKashida": "justified", "mediumKashida": "justified",
    "highKashida": "justified",
}  # fmt: skip
_STYLE, _LIST, _JUSTIFICATION, _INDENT, _OUTLINE = (
    w(n) for n in ("pStyle", "numPr", "jc", "ind", "outlineLvl")
)
_RELEVANT = frozenset((_STYLE, _LIST, _JUSTIFICATION, _INDENT, _OUTLINE))
_INDENTS = (
    (w("left"), "indent", 1),
    (w("start"), "indent", 1),
    (w("firstLine"), "first_line", 1),
    (w("hanging"), "first_line", -1),
)
_NO_LIST = "0"


@dataclass(frozen=True, slots=True)
class WordLayout(Layout):
    """How a paragraph of a Word file stands, with its style."""

    style: Style = field(kw_only=True)


class Layouts:
    """Works out how paragraphs stand with the styles and ``lists`` of a file; keeps what it worked out."""

    def __init__(self, sheet: StyleSheet, lists: Mapping[str, List]) -> None:
        self._sheet = sheet
        self.lists = lists
        self._known: dict[tuple[object, ...], WordLayout] = {}

    def layout(self, properties: Element | None) -> WordLayout:
        """Return how a paragraph stands that has these properties (``w:pPr``)."""
        key = tuple(_signature(properties))
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._effective(properties)
        return found

    def _effective(self, properties: Element | None) -> WordLayout:
        style = self._sheet.style(
            "paragraph", value(properties, "pStyle") if properties is not None else None
        )
        steps = [element.find(w("pPr")) for element in style.chain]
        levels = [self._sheet.default_paragraph, *steps, properties]
        ids = ["", *(element.get(w("styleId"), "") for element in style.chain), ""]
        alignment: Alignment = "left"
        outline: int | None = None
        indents = {"indent": 0, "first_line": 0}
        list_, level = _NO_LIST, 0
        for identity, own in zip(ids, levels, strict=True):
            if own is None:
                continue
            for child in own:
                if child.tag == _JUSTIFICATION:
                    alignment = _ALIGNMENTS.get(child.get(VAL, ""), "left")
                elif child.tag == _OUTLINE:
                    outline = measure(child.get(VAL, "9"))
                elif child.tag == _LIST:
                    list_, level = self._place(child, identity, list_, level)
                    indents.update(self._indents_of_level(list_, level))
            indents.update(_indents(own.find(_INDENT)))
        in_list = list_ in self.lists and level in self.lists[list_].levels
        return WordLayout(
            style.name,
            alignment,
            indents["indent"],
            indents["first_line"],
            outline if outline is not None and outline < 9 else None,
            list_ if in_list else "",
            level if in_list else None,
            style=style,
        )

    def _place(self, numbering: Element, style: str, list_: str, level: int) -> tuple[str, int]:
        """Return the list and the level that the properties of a style, or of a paragraph ("") say."""
        own_list, own_level = value(numbering, "numId"), value(numbering, "ilvl")
        list_ = own_list if own_list is not None else list_
        if own_level is not None:
            return list_, measure(own_level)
        linked = self.lists[list_].level_of_style(style) if style and list_ in self.lists else None
        return list_, linked if linked is not None else 0 if own_list is not None else level

    def _indents_of_level(self, list_: str, level: int) -> Mapping[str, int]:
        found = self.lists[list_].levels.get(level) if list_ in self.lists else None
        if found is None or found.properties is None:
            return {}
        return _indents(found.properties.find(_INDENT))


def _indents(element: Element | None) -> Mapping[str, int]:
    if element is None:
        return {}
    found: dict[str, int] = {}
    for attribute, name, sign in _INDENTS:
        amount = element.get(attribute)
        if amount is not None:
            found[name] = sign * measure(amount)
    return found


def _signature(properties: Element | None) -> Iterator[object]:
    if properties is None:
        return
    for child in properties:
        if child.tag in _RELEVANT:
            yield child.tag
            yield tuple(child.attrib.items())
            if child.tag == _LIST:
                yield from ((part.tag, part.get(VAL)) for part in child)
