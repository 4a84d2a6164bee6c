"""Styles and lists of an attachment, added to those of the draft under names and numbers of their own.

A style of the attachment may have the name of one of ours and look otherwise, and the other way round; so
each comes over with the file's name behind its own. It looks there as it did before: what the attachment lays
down for all text is written into the styles that are based on no other.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_trees import (
    PARAGRAPH_PROPERTIES,
    RUN_PROPERTIES,
    STYLE,
    child,
    elements,
    remove,
    take,
    value,
    w,
)

_REFERENCES = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link", "styleLink", "numStyleLink")
_OF_THE_TEXT = ("pStyle", "rStyle", "tblStyle")
_LISTED_IN_CONTENTS = 2
"""How many levels of the outline the contents of a draft list."""

_DEEPEST_OUTLINE = 8
_LONGEST_NAME = 250
_WORDS_OWN = {
    "rFonts": dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), "Times New Roman"),
    "sz": {"val": "20"},
    "szCs": {"val": "20"},
    "spacing": {"before": "0", "after": "0", "line": "240", "lineRule": "auto"},
}
"""What Word takes where a file lays nothing down for all text."""


@dataclass(slots=True)
class Sheet:
    """The styles and the lists of a Word file, and what it lays down for all text."""

    styles: Element
    numbering: Element

    def by_id(self) -> dict[str, Element]:
        """Return the styles by their ids."""
        return {style.get(w("styleId"), ""): style for style in self.styles.iterfind(w("style"))}

    def default(self, kind: str) -> str:
        """Return the id of the style that text of this kind has if it names none; "" if there is none."""
        for style in self.styles.iterfind(w("style")):
            if style.get(w("type")) == kind and style.get(w("default")) in ("1", "true", "on"):
                return style.get(w("styleId"), "")
        return ""

    def defaults(self, kind: str) -> dict[str, dict[str, str]]:
        """Return what is laid down for all text: of each property (``rPr`` or ``pPr``) its attributes."""
        found = self.styles.find(f"{w('docDefaults')}/{w(kind + 'Default')}/{w(kind)}")
        return {
            etree.QName(one).localname: {str(name): str(setting) for name, setting in one.attrib.items()}
            for one in (found if found is not None else ())
        }


def add_styles(ours: Sheet, theirs: Sheet, stories: Sequence[Element], name: str) -> dict[str, str]:
    """Add to our sheet what the stories use of theirs; return the new names of styles by the old ones.

    The stories, and their sheet, then use the new ids and numbers. ``name`` tells the styles from all others.
    """
    _state_defaults(theirs, stories)
    _settle_spacing_in_tables(theirs, stories)
    known = theirs.by_id()
    for tree in (*stories, theirs.styles, theirs.numbering):
        for reference in elements(tree, *_REFERENCES):
            if value(reference) not in known:
                remove(reference)
    used = _used(theirs, stories)
    _state_what_holds_for_all_text(ours, theirs, used)
    renamed = _rename(ours, theirs, stories, used, name)
    _add_lists(ours, theirs, stories, used, name)
    for style in used.values():
        ours.styles.append(style)
    return renamed


# what stands in the text


def _state_defaults(sheet: Sheet, stories: Sequence[Element]) -> None:
    """Name the style of each paragraph and each table that names none."""
    if not sheet.default("paragraph"):
        style = etree.SubElement(sheet.styles, w("style"))
        style.attrib.update({w("type"): "paragraph", w("default"): "1", w("styleId"): "Plain"})
        child(style, "name").set(w("val"), "Plain")
    known = sheet.by_id()
    for tree in stories:
        for paragraph in tree.iter(w("p")):
            style = child(child(paragraph, "pPr"), "pStyle")
            if value(style) not in known:
                style.set(w("val"), sheet.default("paragraph"))
        for table in tree.iter(w("tbl")) if sheet.default("table") else ():
            style = child(child(table, "tblPr"), "tblStyle")
            if value(style) not in known:
                style.set(w("val"), sheet.default("table"))


def _settle_spacing_in_tables(sheet: Sheet, stories: Sequence[Element]) -> None:
    """State in paragraphs of tables the spacing that they have from the style of their table.

    It goes before what is laid down for all text, which is about to become part of the styles of paragraphs;
    those go before the style of the table.
    """
    known = sheet.by_id()
    for tree in stories:
        for table in tree.iter(w("tbl")):
            spacing = _inherited_spacing(known, value(table, "tblPr", "tblStyle"))
            for paragraph in table.iter(w("p")) if spacing else ():
                if next(paragraph.iterancestors(w("tbl"))) is not table:
                    continue
                own = _inherited_spacing(known, value(paragraph, "pPr", "pStyle"))
                element = child(child(paragraph, "pPr"), "spacing", PARAGRAPH_PROPERTIES)
                for name, setting in spacing.items():
                    if name not in own and name not in element.attrib:
                        element.set(name, setting)


def _inherited_spacing(known: Mapping[str, Element], style: str | None) -> dict[str, str]:
    """Return the spacing that a style states, with what it inherits."""
    found: dict[str, str] = {}
    for one in _line(known, style):
        spacing = one.find(f"{w('pPr')}/{w('spacing')}")
        for name, setting in spacing.attrib.items() if spacing is not None else ():
            found.setdefault(str(name), str(setting))
    return found


def _line(known: Mapping[str, Element], style: str | None) -> Iterator[Element]:
    """Yield a style and those that it is based on; a circle is gone round once."""
    met: set[str] = set()
    while style is not None and style in known and style not in met:
        met.add(style)
        yield known[style]
        style = value(known[style], "basedOn")


# what is used


def _used(sheet: Sheet, stories: Sequence[Element]) -> dict[str, Element]:
    """Return the styles that the stories use, with those that these need, in the order of the sheet."""
    known = sheet.by_id()
    found: set[str] = set()
    waiting = {str(value(one)) for tree in stories for name in _OF_THE_TEXT for one in tree.iter(w(name))}
    waiting |= {str(value(one)) for tree in stories for one in _lists_of(sheet, tree)}
    while waiting:
        identity = waiting.pop()
        found.add(identity)
        style = known[identity]
        needed = {str(value(one)) for name in ("basedOn", "next", "link") for one in style.iter(w(name))}
        waiting |= (needed | {str(value(one)) for one in _lists_of(sheet, style)}) - found
    return {
        identity: style
        for identity, style in known.items()
        if identity in found and style.get(w("type")) in ("paragraph", "table", "character", "numbering")
    }


def _lists_of(sheet: Sheet, tree: Element) -> Iterator[Element]:
    """Yield the references to styles in the lists that a tree uses."""
    for number in {value(one) for one in tree.iter(w("numId"))}:
        for definition in _definitions(sheet, number):
            yield from elements(definition, "pStyle", "styleLink", "numStyleLink")


def _definitions(sheet: Sheet, number: str | None) -> Iterator[Element]:
    """Yield the list with a number (``w:num``) and its definition (``w:abstractNum``)."""
    for one in sheet.numbering.iterfind(w("num")):
        if one.get(w("numId")) == number:
            yield one
            for definition in sheet.numbering.iterfind(w("abstractNum")):
                if definition.get(w("abstractNumId")) == value(one, "abstractNumId"):
                    yield definition


# names


def _rename(
    ours: Sheet, theirs: Sheet, stories: Sequence[Element], used: Mapping[str, Element], name: str
) -> dict[str, str]:
    """Give the used styles ids and names that ours has not; return the new names by the old ones."""
    ids: dict[str, str] = {}
    names: dict[str, str] = {}
    taken_ids = {identity.lower() for identity in ours.by_id()}
    taken_names = {str(value(style, "name")).lower() for style in ours.by_id().values()}
    for identity, style in used.items():
        ids[identity] = _free(f"{identity}{zlib.crc32(name.encode()):08x}", taken_ids)
        old = value(style, "name") or identity
        new = _free(f"{old[: _LONGEST_NAME - len(name)]} ({name})", taken_names)
        names[old.lower()] = new
        _settle_as_foreign(style, ids[identity], new)
    plain = {theirs.default(kind): ours.default(kind) for kind in ("character", "numbering")}
    ids |= {
        identity: other for identity, other in plain.items() if identity and other and identity not in used
    }
    for tree in (*stories, *used.values(), theirs.numbering):
        for reference in elements(tree, *_REFERENCES):
            reference.set(w("val"), ids.get(str(value(reference)), ""))
            if not value(reference):
                remove(reference)
    return names


def _free(wanted: str, taken: set[str]) -> str:
    """Return the name, with a number behind it if it is taken; it is taken from now on."""
    name, number = wanted, 1
    while name.lower() in taken:
        number += 1
        name = f"{wanted} {number}"
    taken.add(name.lower())
    return name


def _settle_as_foreign(style: Element, identity: str, name: str) -> None:
    """Give a style its new name, as one that stands in no gallery and is nobody's default."""
    take(style, w("default"))
    style.attrib.update({w("styleId"): identity, w("customStyle"): "1"})
    child(style, "name").set(w("val"), name)
    for element in elements(style, "aliases", "qFormat", "autoRedefine", "rsid", "locked"):
        remove(element)
    lower_outline(style)


def lower_outline(tree: Element) -> None:
    """Put each heading in a tree lower in the outline, below all that the contents of the draft list.

    Else Word would add the headings of the attachment when it renews the contents.
    """
    for level in tree.iter(w("outlineLvl")):
        depth = value(level) or ""
        if re.fullmatch(f"[0-{_DEEPEST_OUTLINE}]", depth):
            level.set(w("val"), str(min(int(depth) + _LISTED_IN_CONTENTS, _DEEPEST_OUTLINE)))


# what is laid down for all text


def _state_what_holds_for_all_text(ours: Sheet, theirs: Sheet, used: Mapping[str, Element]) -> None:
    """State in their styles what their file lays down for all text, where ours lays down something else."""
    for kind, order in (("rPr", RUN_PROPERTIES), ("pPr", PARAGRAPH_PROPERTIES)):
        there, here = theirs.defaults(kind), ours.defaults(kind)
        wanted = {
            name: there.get(name) or {w(part): setting for part, setting in _WORDS_OWN[name].items()}
            for name in order
            if name in there or (name in here and name in _WORDS_OWN)
        }
        differing = {name: settings for name, settings in wanted.items() if settings != here.get(name)}
        for style in used.values():
            if style.get(w("type")) == "paragraph" and style.find(w("basedOn")) is None:
                properties = child(style, kind, STYLE) if differing else style
                for name, settings in differing.items():
                    _state(child(properties, name, order), settings)


def _state(element: Element, settings: Mapping[str, str]) -> None:
    for name, setting in settings.items():
        if name not in element.attrib:
            element.set(name, setting)


# lists


def _add_lists(
    ours: Sheet, theirs: Sheet, stories: Sequence[Element], used: Mapping[str, Element], name: str
) -> None:
    """Add the lists in use to ours with numbers of their own, each counting for itself."""
    trees = (*stories, *used.values())
    wanted = dict.fromkeys(str(value(one)) for tree in trees for one in tree.iter(w("numId")))
    numbers: dict[str, str] = {}
    definitions: dict[str, str] = {}
    next_number = _after(ours.numbering, "num", "numId")
    next_definition = _after(ours.numbering, "abstractNum", "abstractNumId")
    for number in wanted:
        found = list(_definitions(theirs, number))
        if len(found) < 2:
            continue
        concrete, abstract = deepcopy(found[0]), found[1]
        old = abstract.get(w("abstractNumId"), "")
        if old not in definitions:
            definitions[old] = next_definition()
            _add_definition(ours.numbering, deepcopy(abstract), definitions[old], f"{name} {old}")
        numbers[number] = next_number()
        concrete.set(w("numId"), numbers[number])
        child(concrete, "abstractNumId").set(w("val"), definitions[old])
        ours.numbering.append(concrete)
    for tree in trees:
        for reference in tree.iter(w("numId")):
            reference.set(w("val"), numbers.get(str(value(reference)), "0"))


def _after(numbering: Element, name: str, attribute: str) -> Callable[[], str]:
    """Return what gives out numbers after those in use."""
    in_use = (int(one.get(w(attribute), "0")) for one in numbering.iterfind(w(name)))
    last = max(in_use, default=0)

    def following() -> str:
        nonlocal last
        last += 1
        return str(last)

    return following


def _add_definition(numbering: Element, definition: Element, identity: str, mark: str) -> None:
    definition.set(w("abstractNumId"), identity)
    for element in elements(definition, "tmpl", "lvlPicBulletId"):
        remove(element)
    # By this number Word tells whether two lists are one; docxcompose would take a new one each time.
    child(definition, "nsid").set(w("val"), f"{zlib.crc32(mark.encode()) & 0x7FFFFFFF:08X}")
    first = numbering.find(w("num"))
    if first is None:
        numbering.append(definition)
    else:
        first.addprevious(definition)


def picture_bullets(sheet: Sheet) -> Iterable[Element]:
    """Return the pictures that stand for bullets; they do not come over."""
    return sheet.numbering.iterfind(w("numPicBullet"))
