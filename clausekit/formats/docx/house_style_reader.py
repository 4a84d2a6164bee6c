"""Reads a house style that anyone may have edited in Word, and ties its styles to a numbering scheme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.parsers import expat

from lxml import etree
from lxml.etree import _Element as Element

from clausekit.formats.docx.house_style import SHORT_TITLE, STATUS, HouseStyle, Part, mark
from clausekit.formats.docx.numbering import lists, numbering_part
from clausekit.formats.docx.package import (
    Relationship,
    relationships,
    relationships_part,
    relationships_xml,
    unpack,
    unusable,
)
from clausekit.formats.docx.styles import FOOTNOTE_MARK, TABLE, Indent, Styles, needed
from clausekit.formats.docx.xml import RELATIONSHIPS, W, escape
from clausekit.numbering import Scheme
from clausekit.problems import ClausekitError, Finding, Source, nearest

_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
_PICTURE_TYPES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
}
_STYLE_TYPES = {TABLE: "table", FOOTNOTE_MARK: "character"}
_BEFORE_NUMBERING = ("keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
_BEFORE_PARAGRAPH_PROPERTIES = (
    "name", "aliases", "basedOn", "next", "link", "autoRedefine", "hidden", "uiPriority", "semiHidden",
    "unhideWhenUsed", "qFormat", "locked", "personal", "personalCompose", "personalReply", "rsid",
)  # fmt: skip
_FARTHEST_ANCESTOR = 50


def read(data: bytes, file: str, scheme: Scheme) -> HouseStyle:
    """Return the house style in a Word file, ready for drafts with this numbering scheme.

    Raises ClausekitError if the file cannot be read, or lacks styles that a draft with this scheme needs.
    """
    try:
        return _Reader(unpack(data, file), file).read(scheme)
    except (etree.XMLSyntaxError, expat.ExpatError, ValueError) as error:
        raise unusable(file, "its contents are damaged") from error


class _Reader:
    """One house style file while it is read."""

    def __init__(self, parts: Mapping[str, bytes], file: str) -> None:
        self.parts = parts
        self.file = file
        self.document = self._only(relationships(parts, ""), "officeDocument")
        self.found = relationships(parts, self.document)

    def read(self, scheme: Scheme) -> HouseStyle:
        """Return what a draft takes from the file."""
        tree = _parse(self.parts[self._only(self.found, "styles")])
        styles = self._styles(tree, scheme)
        _number(tree, styles, scheme)
        section = self._last_section()
        page, text_width = _page(section)
        parts = [
            Part("word/styles.xml", _WORD_TYPE.format("styles"), "styles", _bytes(tree)),
            Part(
                "word/numbering.xml",
                _WORD_TYPE.format("numbering"),
                "numbering",
                numbering_part(scheme, styles).encode(),
            ),
            *self._fonts_and_theme(),
            *self._running("header", section),
            *self._running("footer", section),
        ]
        return HouseStyle(styles, tuple(parts), page, text_width)

    def _only(self, found: tuple[Relationship, ...], kind: str) -> str:
        targets = [one.target for one in found if one.kind == kind and one.target in self.parts]
        if not targets:
            raise unusable(self.file, f"it has no {'text' if kind == 'officeDocument' else kind}")
        return targets[0]

    def _styles(self, tree: Element, scheme: Scheme) -> Styles:
        elements = {
            (style.get(_w("type")), name.lower()): style
            for style in tree.iterfind(_w("style"))
            if (name := _value(style, "name")) is not None
        }
        names = list(dict.fromkeys(needed(scheme)))
        wanted = {name: (_STYLE_TYPES.get(name, "paragraph"), name.lower()) for name in names}
        missing = [name for name, place in wanted.items() if place not in elements]
        if missing:
            known = [name for style in elements.values() if (name := _value(style, "name"))]
            raise ClausekitError(self._missing(name, known) for name in missing)
        by_id = {style.get(_w("styleId")): style for style in elements.values()}
        ids = {place[1]: elements[place].get(_w("styleId"), "") for place in wanted.values()}
        return Styles(ids, {identity: _indent(by_id[identity], by_id) for identity in ids.values()})

    def _missing(self, name: str, known: list[str]) -> Finding:
        near = nearest(name, known, least=80)
        hint = f'It has "{near}", which may be the one that was meant. ' if near else ""
        return Finding(
            "house-style-lacks-style",
            f'The house style has no {_STYLE_TYPES.get(name, "paragraph")} style named "{name}".',
            Source(self.file),
            remedy=f"{hint}Open the file in Word and make a style with exactly this name.",
        )

    def _last_section(self) -> Element:
        section = _parse(self.parts[self.document]).find(f"{_w('body')}/{_w('sectPr')}")
        if section is None:
            raise unusable(self.file, "it says nothing of the page, its size and margins")
        return section

    def _fonts_and_theme(self) -> Iterator[Part]:
        for one in self.found:
            if one.target not in self.parts or one.kind not in ("fontTable", "theme"):
                continue
            tree = _parse(self.parts[one.target])
            if one.kind == "theme":
                yield Part("word/theme/theme1.xml", _THEME_TYPE, "theme", _bytes(tree))
            else:
                etree.strip_elements(
                    tree, *(_w(f"embed{face}") for face in ("Regular", "Bold", "Italic", "BoldItalic"))
                )
                yield Part("word/fontTable.xml", _WORD_TYPE.format("fontTable"), "fontTable", _bytes(tree))

    def _running(self, kind: str, section: Element) -> Iterator[Part]:
        """Yield the header or footer of ordinary pages, with what it needs."""
        for reference in section.iterfind(_w(f"{kind}Reference")):
            if reference.get(_w("type")) == "default":
                identity = reference.get(f"{{{RELATIONSHIPS}}}id")
                part = self._only(tuple(one for one in self.found if one.id == identity), kind)
                tree = _parse(self.parts[part])
                _put_marks(tree)
                name = f"word/{kind}1.xml"
                yield Part(name, _WORD_TYPE.format(kind), kind, _bytes(tree))
                yield from self._what_it_needs(part, name)

    def _what_it_needs(self, part: str, name: str) -> Iterator[Part]:
        needs = relationships(self.parts, part)
        if not needs:
            return
        for one in needs:
            extension = one.target.rpartition(".")[2].lower()
            if (
                one.kind == "image"
                and not one.external
                and extension in _PICTURE_TYPES
                and one.target in self.parts
            ):
                yield Part(one.target, _PICTURE_TYPES[extension], "", self.parts[one.target])
            elif one.kind != "hyperlink":
                raise self._strange_header()
        yield Part(relationships_part(name), "", "", relationships_xml(name, needs))

    def _strange_header(self) -> ClausekitError:
        return ClausekitError(
            Finding(
                "house-style-header",
                "The running header or footer holds something other than text, pictures and links.",
                Source(self.file),
                remedy="Take it out in Word, or put it in as a picture of the kind PNG or JPEG.",
            )
        )


def _number(tree: Element, styles: Styles, scheme: Scheme) -> None:
    """Give each style its place in Word's numbering; any numbering that the house style had is dropped."""
    etree.strip_elements(tree, _w("numPr"))
    by_id = {style.get(_w("styleId")): style for style in tree.iterfind(_w("style"))}
    for identity, levels in enumerate(lists(scheme), start=1):
        for depth, level in enumerate(levels):
            _number_style(by_id[styles.id(level.style)], identity, depth)
            _hang_out(by_id[styles.id(level.style)], styles.indent(level.style))
    _unnumber_heirs(by_id)


def _number_style(style: Element, list_id: int, depth: int = 0) -> None:
    """Tie a style to a level of a list; list 0 is no list."""
    properties = _child(style, "pPr", after=_BEFORE_PARAGRAPH_PROPERTIES)
    numbering = _child(properties, "numPr", after=_BEFORE_NUMBERING)
    etree.SubElement(numbering, _w("ilvl")).set(_w("val"), str(depth))
    etree.SubElement(numbering, _w("numId")).set(_w("val"), str(list_id))


def _hang_out(style: Element, place: Indent) -> None:
    """State in the style's own indent how far its first line hangs out.

    Word takes nothing for granted there, but LibreOffice takes the hanging of the list.
    """
    properties = style.find(_w("pPr"))
    own = properties.find(_w("ind")) if properties is not None else None
    if own is not None and not any(_w(name) in own.attrib for name in ("hanging", "firstLine")):
        own.set(_w("hanging"), str(place.hanging))


def _unnumber_heirs(by_id: Mapping[str | None, Element]) -> None:
    """Keep styles that are based on a numbered one from taking its number along with its looks."""
    numbered = {identity for identity, style in by_id.items() if style.find(".//" + _w("numPr")) is not None}
    for identity, style in by_id.items():
        ancestors = {ancestor.get(_w("styleId")) for ancestor in _ancestors(style, by_id)}
        if identity not in numbered and ancestors & numbered:
            _number_style(style, 0)


def _child(parent: Element, name: str, after: tuple[str, ...]) -> Element:
    """Return the child of this name, made in its place if it is not there."""
    child = parent.find(_w(name))
    if child is None:
        before = {_w(other) for other in after}
        child = etree.Element(_w(name))
        parent.insert(sum(1 for sibling in parent if sibling.tag in before), child)
    return child


def _indent(style: Element, by_id: Mapping[str | None, Element]) -> Indent:
    """Return the indent of a style; each measure is its own, or else that of the style it is based on."""
    measures: dict[str, int] = {}
    for ancestor in _ancestors(style, by_id):
        element = ancestor.find(f"{_w('pPr')}/{_w('ind')}")
        for name, other in (("left", "start"), ("hanging", "hanging")):
            if element is not None and name not in measures:
                measure = element.get(_w(name), element.get(_w(other)))
                if measure is not None:
                    measures[name] = int(measure)
    return Indent(**measures)


def _ancestors(style: Element, by_id: Mapping[str | None, Element]) -> Iterator[Element]:
    current: Element | None = style
    for _ in range(_FARTHEST_ANCESTOR):  # two styles may be based on each other
        if current is None:
            return
        yield current
        current = by_id.get(_value(current, "basedOn"))


def _page(section: Element) -> tuple[str, int]:
    size, margins = section.find(_w("pgSz")), section.find(_w("pgMar"))
    xml = "".join(_copied(element) for element in (size, margins) if element is not None)
    width = int(size.get(_w("w"), "11906")) if size is not None else 11906
    sides = ("left", "right", "gutter")
    taken = sum(int(margins.get(_w(side), "0")) for side in sides) if margins is not None else 0
    return xml, width - taken


def _copied(element: Element) -> str:
    attributes = "".join(
        f' w:{etree.QName(name).localname}="{escape(str(value))}"'
        for name, value in element.items()
        if str(name).startswith(_w(""))
    )
    return f"<w:{etree.QName(element).localname}{attributes}/>"


def _put_marks(tree: Element) -> None:
    """Put marks in place of the content controls for the short title and the status."""
    for control in list(tree.iter(_w("sdt"))):
        title = _value(control, "sdtPr", "alias")
        content = control.find(_w("sdtContent"))
        parent = control.getparent()
        if title not in (SHORT_TITLE, STATUS) or content is None or parent is None:
            continue
        texts = list(content.iter(_w("t")))
        for text in texts:
            text.text = ""
        if texts:
            texts[0].text = mark(title)
        for child in list(content):
            control.addprevious(child)
        parent.remove(control)


def _parse(data: bytes) -> Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    tree = etree.fromstring(data, parser)
    if tree.getroottree().docinfo.internalDTD is not None:
        raise ValueError("no Word file declares entities of its own")
    return tree


def _bytes(tree: Element) -> bytes:
    return etree.tostring(tree, encoding="UTF-8", xml_declaration=True, standalone=True)


def _value(element: Element, *path: str) -> str | None:
    found = element.find("/".join(_w(name) for name in path))
    return None if found is None else found.get(_w("val"))


def _w(name: str) -> str:
    return f"{{{W}}}{name}"
