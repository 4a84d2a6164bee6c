"""Old text whose style says something else in the new file: what the style said is stated in the text itself.

A style cannot be two things in one file. So its list, its alignment, and whether it is bold, italic or
underlined, go into the properties of the paragraphs and runs that are taken over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_trees import PARAGRAPH_PROPERTIES, RUN_PROPERTIES, child, value, w
from clausekit.formats.docx.reader.layouts import WordLayout
from clausekit.formats.docx.redline.changes import made
from clausekit.formats.docx.redline.lists import Lists

Styles = Mapping[str, Element]
Renaming = Callable[[str], str | None]

_PARAGRAPH, _RUN = w("p"), w("r")
_OF_PARAGRAPHS = ("jc",)
_OF_RUNS = ("b", "i", "u")


@dataclass(frozen=True, slots=True)
class Difference:
    """What is to be stated in paragraphs and runs of a style."""

    paragraphs: tuple[Element, ...]
    runs: tuple[Element, ...]


class Restyling:
    """Compares the paragraph styles of two files; ``there`` gives the new style of the same name."""

    def __init__(self, old: Styles, new: Styles, there: Callable[[str], str | None], lists: Lists) -> None:
        self._old = old
        self._new = new
        self._there = there
        self._lists = lists
        self._differences: dict[str, Difference | None] = {}
        self._default = next((key for key, style in old.items() if _is_default(style)), "")

    def state(self, copy: Element) -> None:
        """State in old content what its styles said."""
        for paragraph in copy.iter(_PARAGRAPH):
            properties = paragraph.find(w("pPr"))
            style = value(properties, "pStyle")
            self._state_list(paragraph, style)
            difference = self._difference(style or self._default)
            if difference is not None:
                _state(child(paragraph, "pPr"), difference.paragraphs, PARAGRAPH_PROPERTIES)
                for run in paragraph.iter(_RUN) if difference.runs else ():
                    _state(child(run, "rPr"), difference.runs, RUN_PROPERTIES)

    def _state_list(self, paragraph: Element, style: str | None) -> None:
        """State the list of a paragraph, if its style does not put it into the one that stands for it."""
        before = self._lists.old.layout(paragraph.find(w("pPr")))
        own = paragraph.find(f"{w('pPr')}/{w('numPr')}")
        there = None if style is None else self._there(style)
        if own is not None and before.level is None:
            return
        if own is None and style is not None and there not in self._new:
            # The style is to be added, with its own list or with another one that stands for that.
            if before.level is None or before.list not in self._lists.lists:
                return
        elif own is None and self._lists.are_alike(before, self._lists.new.layout(_styled(there))):
            return
        properties = child(paragraph, "pPr")
        _say_list(child(properties, "numPr", PARAGRAPH_PROPERTIES), before)
        if before.level is not None and properties.find(w("ind")) is None:
            # A list that is stated brings its own indents, over those of the style.
            _say_indents(child(properties, "ind", PARAGRAPH_PROPERTIES), before)

    def _difference(self, identity: str) -> Difference | None:
        if identity not in self._differences:
            old, new = self._old.get(identity), self._new.get(self._there(identity) or "")
            self._differences[identity] = self._compared(old, new)
        return self._differences[identity]

    def _compared(self, old: Element | None, new: Element | None) -> Difference | None:
        if old is None or new is None:
            return None
        paragraphs = list(self._stated(old, new, "pPr", _OF_PARAGRAPHS))
        runs = list(self._stated(old, new, "rPr", _OF_RUNS))
        return Difference(tuple(paragraphs), tuple(runs)) if paragraphs or runs else None

    def _stated(self, old: Element, new: Element, holder: str, names: tuple[str, ...]) -> Iterator[Element]:
        for name in names:
            before = _inherited(old, self._old, holder, name)
            now = _inherited(new, self._new, holder, name)
            if _said(before) != _said(now):
                yield _nothing(name) if before is None else deepcopy(before)


def _styled(style: str | None) -> Element | None:
    """Return the properties of a paragraph that has this style, and nothing of its own."""
    if style is None:
        return None
    properties = made("pPr")
    properties.append(made("pStyle", val=style))
    return properties


def _say_list(numbering: Element, layout: WordLayout) -> None:
    for one in numbering.findall(w("ilvl")) + numbering.findall(w("numId")):
        numbering.remove(one)
    level = [] if layout.level is None else [made("ilvl", val=str(layout.level))]
    numbering[:0] = [*level, made("numId", val=layout.list or "0")]


def _say_indents(indents: Element, layout: WordLayout) -> None:
    indents.set(w("left"), str(layout.indent))
    first = "hanging" if layout.first_line < 0 else "firstLine"
    indents.set(w(first), str(abs(layout.first_line)))


def _is_default(style: Element) -> bool:
    return style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true", "on")


def _inherited(style: Element, styles: Styles, holder: str, name: str) -> Element | None:
    """Return what a style says of something, or the style that it is based on."""
    seen: set[Element] = set()
    current: Element | None = style
    while current is not None and current not in seen:
        seen.add(current)
        found = current.find(f"{w(holder)}/{w(name)}")
        if found is not None:
            return found
        current = styles.get(value(current, "basedOn") or "")
    return None


def _said(element: Element | None) -> bytes:
    return b"" if element is None else etree.tostring(element, method="c14n", exclusive=True)


def _nothing(name: str) -> Element:
    """Return the element that says of something that there is none."""
    return made(name, val={"jc": "left", "u": "none"}.get(name, "0"))


def _state(properties: Element, stated: tuple[Element, ...], order: tuple[str, ...]) -> None:
    for one in stated:
        name = etree.QName(one).localname
        if properties.find(one.tag) is None:
            place = child(properties, name, order)
            properties.replace(place, deepcopy(one))
