"""Breaks of sections: paragraphs that only end a section are no passages, but come and go like them.

A section has its headers and footers from its own properties, or from the section before (ISO/IEC 29500-1,
17.10); both must hold whether the changes are accepted or rejected.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from clausekit.comparison.flow import Deleted, Inserted, Matched, Relaid, Same, TableMatched
from clausekit.formats.docx.attachment_trees import w
from clausekit.formats.docx.redline.parts import Part
from clausekit.reading import Block, Cell, Passage, Row

Elements = Mapping[Block | Row | Cell, tuple[Element, ...]]

_SECTION = w("sectPr")
_PROPERTIES = w("pPr")
_PARAGRAPH, _TABLE = w("p"), w("tbl")
_TRANSPARENT = frozenset((w("sdt"), w("sdtContent"), w("customXml")))
_REFERENCES = (w("headerReference"), w("footerReference"))
_TYPE = w("type")
_INSERTED = f"{w('rPr')}/{w('ins')}"


@dataclass(slots=True)
class Breaks:
    """The paragraphs of a body that only end a section, by the paragraph or table that follows each."""

    before: dict[Element | None, list[Element]] = field(default_factory=dict)
    passages: dict[Element, Passage] = field(default_factory=dict)

    @classmethod
    def of(cls, body: Element, elements: Elements) -> Breaks:
        """Find them in a body, of which all other paragraphs have been read as passages."""
        found = cls()
        holders = [section.getparent() for section in body.iter(_SECTION)]
        paragraphs = [one.getparent() for one in holders if one is not None and one.tag == _PROPERTIES]
        if paragraphs:
            read = {element for several in elements.values() for element in several}
            for paragraph in paragraphs:
                if paragraph is not None and paragraph not in read:
                    found.passages[paragraph] = Passage("", ())
                    found.before.setdefault(_following(paragraph), []).append(paragraph)
        return found

    def ahead_of(self, element: Element | None) -> Iterator[Passage]:
        """Yield the breaks right before an element (before the end, if None), in order."""
        for paragraph in self.before.get(element, ()):
            yield from self.ahead_of(paragraph)
            yield self.passages[paragraph]

    def elements(self) -> dict[Block | Row | Cell, tuple[Element, ...]]:
        """Return the paragraph of each."""
        return {passage: (paragraph,) for paragraph, passage in self.passages.items()}


def _following(node: Element) -> Element | None:
    """Return the paragraph or table that follows, in or out of content controls."""
    after = _after(node)
    while after is not None and after.tag not in (_PARAGRAPH, _TABLE):
        after = after[0] if after.tag in _TRANSPARENT and len(after) else _after(after)
    return after


def _after(node: Element) -> Element | None:
    while (following := node.getnext()) is None:
        parent = node.getparent()
        if parent is None or parent.tag not in _TRANSPARENT:
            return None
        node = parent
    return following


def with_breaks(
    found: list[Part], old: Breaks, new: Breaks, elements: tuple[Elements, Elements]
) -> list[Part]:
    """Return the parts of a body with its breaks among them.

    Between two parts that are in both texts, breaks are paired in order; others come or go.
    """
    if not old.passages and not new.passages:
        return found
    woven: list[Part] = []
    gap = _Gap()
    for part in found:
        blocks = _first_blocks(part)
        if blocks[0] is not None:
            gap.add_old(old.ahead_of(elements[0][blocks[0]][0]))
        if blocks[1] is not None:
            gap.add_new(new.ahead_of(elements[1][blocks[1]][0]))
        if part.side == "both":
            woven += [*gap.close(), part]
            gap = _Gap()
        else:
            gap.add(part)
    gap.add_old(old.ahead_of(None))
    gap.add_new(new.ahead_of(None))
    return woven + gap.close()


@dataclass(slots=True)
class _Gap:
    """What stands between two parts that are in both texts: of the old one and of the new one."""

    parts: list[Part] = field(default_factory=list)
    old: list[list[Part] | Passage] = field(default_factory=lambda: [[]])
    new: list[list[Part] | Passage] = field(default_factory=lambda: [[]])

    def add(self, part: Part) -> None:
        self.parts.append(part)
        row = (self.old if part.side == "old" else self.new)[-1]
        assert isinstance(row, list)
        row.append(part)

    def add_old(self, passages: Iterable[Passage]) -> None:
        for passage in passages:
            self.old += [passage, []]

    def add_new(self, passages: Iterable[Passage]) -> None:
        for passage in passages:
            self.new += [passage, []]

    def close(self) -> list[Part]:
        if len(self.old) == len(self.new) == 1:
            return self.parts
        woven: list[Part] = []
        for place in range(max(len(self.old), len(self.new))):
            before = self.old[place] if place < len(self.old) else None
            now = self.new[place] if place < len(self.new) else None
            if isinstance(before, Passage) and isinstance(now, Passage):
                relaid = (Relaid(before, now, ()),)
                woven.append(Part(Matched((before,), (now,), (Same(0, 0, 0, 0),), relaid=relaid), "both"))
                continue
            woven += [Part(Deleted(before), "old")] if isinstance(before, Passage) else before or []
            woven += [Part(Inserted(now), "new")] if isinstance(now, Passage) else now or []
        return woven


def _first_blocks(part: Part) -> tuple[Block | None, Block | None]:
    """Return the blocks of the old and of the new text with which a part begins."""
    step = part.step
    old: Block | None = None
    new: Block | None = None
    match step:
        case Matched():
            old, new = step.olds[0], step.news[0]
        case TableMatched():
            old, new = step.old, step.new
        case Inserted():
            new = step.block
        case Deleted():
            old = step.block
    return (old if part.side != "new" else None), (new if part.side != "old" else None)


def ends_section(paragraph: Element) -> bool:
    """Return whether a paragraph ends a section."""
    return paragraph.find(f"{_PROPERTIES}/{_SECTION}") is not None


def state_inherited_margins(body: Element) -> None:
    """Give sections after an inserted one the headers and footers that they have only from that.

    Without the inserted one they would have none.
    """
    standing: dict[tuple[str, str], Element] = {}
    passing: dict[tuple[str, str], Element] = {}
    for section in body.iter(_SECTION):
        own = {(one.tag, one.get(_TYPE, "default")): one for one in section.iterchildren(*_REFERENCES)}
        holder = section.getparent()
        if holder is not None and holder.find(_INSERTED) is not None:
            passing.update(own)
            continue
        for key in [key for key in passing if key not in own and key not in standing]:
            own[key] = deepcopy(passing[key])
            section.insert(0, own[key])
        standing.update(own)
