"""The numbers that the word processor prints before paragraphs (ISO/IEC 29500-1, 17.9)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_trees import value, w
from clausekit.formats.docx.reader.counting import counted
from clausekit.formats.docx.reader.looks import VAL, StyleSheet
from clausekit.patterns import pattern

MOST_LEVELS = 9

_LONGEST_TEXT = 255

_PLACE = pattern("%([1-9])")
_PRIVATE = pattern("[\ue000-\uf8ff\uf0b7o§]")


@dataclass(frozen=True, slots=True)
class ListLevel:
    """A level of a list; ``start`` is where it begins, ``restart`` the level (from 1) after which it begins
    again: None for any above it, 0 for never. ``parts`` are those of the text: every second one is the number
    (from 1) of a level whose counter stands there."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    all_decimal: bool = False
    style: str = ""
    pattern: str = ""
    properties: Element | None = None
    parts: tuple[str, ...] = ()


_NO_LEVEL = ListLevel()


@dataclass(frozen=True, slots=True)
class List:
    """A list that paragraphs are in: its levels; ``family`` is shared by lists that count together."""

    family: str
    levels: Mapping[int, ListLevel]
    starts: Mapping[int, int]

    def level_of_style(self, style: str) -> int | None:
        """Return the level that belongs to a paragraph style."""
        return next((number for number, level in self.levels.items() if level.style == style), None)


_NO_LISTS: Mapping[str, List] = {}


def lists(numbering: Element | None, sheet: StyleSheet) -> Mapping[str, List]:
    """Return the lists of a document by id (``w:numId``); those that are not defined are left out."""
    if numbering is None:
        return _NO_LISTS
    families = {one.get(w("abstractNumId"), ""): one for one in numbering.iterchildren(w("abstractNum"))}
    numbers: dict[str, Element] = {}
    for one in numbering.iterchildren(w("num")):
        numbers.setdefault(one.get(w("numId"), ""), one)
    levels: dict[str, Mapping[int, ListLevel]] = {}
    found: dict[str, List] = {}
    for identity, number in numbers.items():
        family = _family(value(number, "abstractNumId"), families, numbers, sheet)
        if family is not None and identity != "0":
            if family not in levels:
                levels[family] = _levels(families[family])
            found[identity] = _list(family, levels[family], number)
    return found


def _family(
    identity: str | None, families: Mapping[str, Element], numbers: Mapping[str, Element], sheet: StyleSheet
) -> str | None:
    """Return the id of what defines a list; it may say that a numbering style does (17.9.21)."""
    seen: set[str] = set()
    while identity is not None and identity in families and identity not in seen:
        seen.add(identity)
        style = value(families[identity], "numStyleLink")
        if style is None:
            return identity
        chain = sheet.style("numbering", style).chain
        linked = value(chain[-1], "pPr", "numPr", "numId") if chain else None
        identity = value(numbers[linked], "abstractNumId") if linked and linked in numbers else None
    return None


def _levels(definition: Element) -> Mapping[int, ListLevel]:
    found = ((_depth(one), one) for one in definition.iterchildren(w("lvl")))
    return {depth: _level(one) for depth, one in found if 0 <= depth < MOST_LEVELS}


def _list(family: str, levels: Mapping[int, ListLevel], number: Element) -> List:
    starts: dict[int, int] = {}
    for override in number.iterchildren(w("lvlOverride")):
        depth = _depth(override)
        own = override.find(w("lvl"))
        if own is not None and 0 <= depth < MOST_LEVELS:
            levels = {**levels, depth: _level(own)}
        start = value(override, "startOverride")
        if start is not None:
            starts[depth] = _whole(start, 1)
    return List(family, levels, starts)


def _depth(element: Element) -> int:
    return _whole(element.get(w("ilvl")), -1)


def _level(element: Element) -> ListLevel:
    format_ = element.find(w("numFmt"))
    restart = value(element, "lvlRestart")
    legal = element.find(w("isLgl"))
    text = (value(element, "lvlText") or "")[:_LONGEST_TEXT]
    return ListLevel(
        format="decimal" if format_ is None else format_.get(VAL, "decimal"),
        text=text,
        parts=tuple(_PLACE.split(text)),
        start=_whole(value(element, "start"), 0),
        restart=None if restart is None else _whole(restart, 0),
        all_decimal=legal is not None and legal.get(VAL, "1") not in ("0", "false", "off"),
        style=value(element, "pStyle") or "",
        pattern="" if format_ is None else format_.get(w("format"), ""),
        properties=element.find(w("pPr")),
    )


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch(r"-?\d{1,9}", text) else default


class Counter:
    """Counts the lists of one story, paragraph by paragraph."""

    def __init__(self, lists_: Mapping[str, List]) -> None:
        self._lists = lists_
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, identity: str, depth: int) -> str:
        """Count a paragraph, and return what is printed before it."""
        list_ = self._lists[identity]
        counts = self._counts.setdefault(list_.family, {})
        start = list_.starts.get(depth, list_.levels[depth].start)
        if depth in list_.starts and (identity, depth) not in self._begun:
            counts[depth] = start
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else start
        self._begun.add((identity, depth))
        for below in [other for other in counts if other > depth]:
            level = list_.levels.get(below, _NO_LEVEL)
            if level.restart is None or depth < level.restart:
                del counts[below]
        return _label(list_, depth, counts)


def _label(list_: List, depth: int, counts: Mapping[int, int]) -> str:
    level = list_.levels[depth]
    if level.format == "bullet":
        return _PRIVATE.sub("•", level.text)
    parts = list(level.parts)
    for place in range(1, len(parts), 2):
        parts[place] = _counter(list_, int(parts[place]) - 1, counts, all_decimal=level.all_decimal)
    return "".join(parts)


def _counter(list_: List, depth: int, counts: Mapping[int, int], *, all_decimal: bool) -> str:
    """Return the counter of a level as the label of it, or of one below, prints it."""
    level = list_.levels.get(depth, _NO_LEVEL)
    format_ = "decimal" if all_decimal and level.format != "none" else level.format
    return counted(format_, counts.get(depth, level.start), level.pattern)
