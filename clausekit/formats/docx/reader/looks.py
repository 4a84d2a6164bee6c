"""What formatting comes to, through the defaults, the styles and what is set directly.

The order is that of ISO/IEC 29500-1, 17.7.2: the document's defaults, the table style, the paragraph style,
the character style, what is set directly. Properties that are switches, such as bold, turn each other off
between styles (17.7.3): a bold character style in a bold paragraph style is not bold.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_trees import A, value, w
from clausekit.formats.docx.reader.style_names import known_name
from clausekit.reading import Look

Properties = Mapping[str, Any]
TableLook = tuple[tuple[tuple[str, Any], ...], ...]
"""What the parts of a table style that apply to a cell say of its characters, the weakest first."""

VAL = w("val")
_NO: Properties = {}
_OFF = frozenset(("0", "false", "off", "none"))
_SWITCHES = {
    w("b"): "bold", w("i"): "italic", w("strike"): "strike", w("dstrike"): "double_strike",
    w("caps"): "caps", w("smallCaps"): "small_caps", w("vanish"): "hidden",
}  # fmt: skip
_VALUES = {
    w("u"): "underline", w("vertAlign"): "vertical", w("highlight"): "highlight", w("color"): "colour",
    w("sz"): "size",
}  # fmt: skip
_FONTS, _SHADING, _FILL = w("rFonts"), w("shd"), w("fill")
_HIGHLIGHTS = {
    "FFFF00": "yellow", "00FF00": "green", "00FFFF": "cyan", "FF00FF": "magenta", "0000FF": "blue",
    "FF0000": "red", "000080": "darkBlue", "008080": "darkCyan", "008000": "darkGreen",
    "800080": "darkMagenta", "800000": "darkRed", "808000": "darkYellow", "808080": "darkGray",
    "C0C0C0": "lightGray", "000000": "black",
}  # fmt: skip
_PLAIN = {
    "underline": ("none",), "vertical": ("baseline",), "highlight": ("none",), "colour": ("auto", "000000"),
    "shading": ("AUTO", "FFFFFF"),
}  # fmt: skip
_DEFAULT_SIZE = "20"
_DEFAULT_FONT = "Times New Roman"
_MOST_ANCESTORS = 64


@dataclass(frozen=True, slots=True)
class Style:
    """A style: the chain of those that it is based on, itself last; how they format characters, merged."""

    id: str
    name: str
    chain: tuple[Element, ...]
    run: Properties


class StyleSheet:
    """The styles of a document, by kind and id."""

    def __init__(self, styles: Element | None, theme: bytes | None) -> None:
        self._theme_fonts = _theme_fonts(theme)
        self._elements: dict[tuple[str, str], Element] = {}
        self._defaults: dict[str, str] = {}
        self._known: dict[tuple[str, str], Style] = {}
        for element in styles.iterchildren(w("style")) if styles is not None else ():
            kind, identity = element.get(w("type"), "paragraph"), element.get(w("styleId"), "")
            self._elements.setdefault((kind, identity), element)
            if element.get(w("default"), "0") not in _OFF:
                self._defaults[kind] = identity
        defaults = None if styles is None else styles.find(w("docDefaults"))
        run = None if defaults is None else defaults.find(f"{w('rPrDefault')}/{w('rPr')}")
        self.default_run = self.run_properties(run)
        self.default_paragraph = None if defaults is None else defaults.find(f"{w('pPrDefault')}/{w('pPr')}")

    def style(self, kind: str, identity: str | None) -> Style:
        """Return a style; the default one of its kind if there is none with this id."""
        if identity is None or (kind, identity) not in self._elements:
            identity = self._defaults.get(kind, "")
        found = self._known.get((kind, identity))
        if found is None:
            found = self._known[kind, identity] = self._resolved(kind, identity)
        return found

    def _resolved(self, kind: str, identity: str) -> Style:
        chain: list[Element] = []
        based_on: str | None = identity
        while based_on is not None and len(chain) < _MOST_ANCESTORS:
            element = self._elements.get((kind, based_on))
            if element is None or element in chain:
                break
            chain.append(element)
            based_on = value(element, "basedOn")
        chain.reverse()
        run: dict[str, Any] = {}
        for element in chain:
            run.update(self.run_properties(element.find(w("rPr"))))
        return Style(
            identity, known_name(value(chain[-1], "name") or identity) if chain else "", tuple(chain), run
        )

    def run_properties(self, element: Element | None) -> Properties:
        """Return what the properties of a run say about how it looks."""
        if element is None or not len(element):
            return _NO
        found: dict[str, Any] = {}
        for child in element:
            tag = child.tag
            if tag in _SWITCHES:
                found[_SWITCHES[tag]] = child.get(VAL, "1") not in _OFF
            elif tag in _VALUES:
                found[_VALUES[tag]] = child.get(VAL, "")
            elif tag == _SHADING:
                found["shading"] = child.get(_FILL, "auto").upper()
            elif tag == _FONTS:
                font = self._font(child)
                if font:
                    found["font"] = font
        return found

    def _font(self, fonts: Element) -> str:
        theme = self._theme_fonts.get(fonts.get(w("asciiTheme"), "")[:5])
        return theme or fonts.get(w("ascii")) or ""


class Looks:
    """Works out how runs look; what it has worked out it keeps."""

    def __init__(self, sheet: StyleSheet) -> None:
        self._sheet = sheet
        self._known: dict[tuple[object, ...], Look] = {}

    def look(self, paragraph: Style, table: TableLook, properties: Element | None) -> Look:
        """Return how a run looks that has these properties (``w:rPr``)."""
        key = (paragraph.id, table, *_signature(properties))
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._effective(paragraph, table, properties)
        return found

    def _effective(self, paragraph: Style, table: TableLook, properties: Element | None) -> Look:
        direct = self._sheet.run_properties(properties)
        named = value(properties, "rStyle") if properties is not None else None
        character = self._sheet.style("character", named).run if named else _NO
        whole: dict[str, Any] = {}
        for part in table:
            whole.update(part)
        levels = (whole, paragraph.run, character)
        defaults = self._sheet.default_run

        def switch(name: str) -> bool:
            if name in direct:
                return bool(direct[name])
            if defaults.get(name):
                return True
            return sum(bool(level.get(name)) for level in levels) % 2 == 1

        def setting(name: str, default: str = "") -> str:
            for level in (direct, character, paragraph.run, whole, defaults):
                if name in level:
                    found = str(level[name])
                    return "" if found in _PLAIN.get(name, ()) else found
            return default

        caps = "all" if switch("caps") else "small" if switch("small_caps") else ""
        return Look(
            bold=switch("bold"),
            italic=switch("italic"),
            underline=setting("underline"),
            strike=switch("strike") or switch("double_strike"),
            caps=caps,
            vertical=setting("vertical"),
            highlight=setting("highlight") or _highlight(setting("shading")),
            colour=setting("colour").lower(),
            size=measure(setting("size", _DEFAULT_SIZE)),
            font=setting("font", _DEFAULT_FONT),
            hidden=switch("hidden"),
        )


def _highlight(shading: str) -> str:
    """Return the highlight that a shading is alike to: some programs save the one as the other."""
    return _HIGHLIGHTS.get(shading, shading.lower())


def _signature(properties: Element | None) -> Iterator[object]:
    if properties is not None:
        for child in properties:
            yield child.tag
            yield from child.attrib.values()


def table_looks(sheet: StyleSheet, table: Style) -> Mapping[str, TableLook]:
    """Return how a table style formats the characters of the whole table ("") and of its special parts."""
    found: dict[str, dict[str, Any]] = {"": dict(table.run)}
    for element in table.chain:
        for part in element.iterchildren(w("tblStylePr")):
            looks = found.setdefault(part.get(w("type"), ""), {})
            looks.update(sheet.run_properties(part.find(w("rPr"))))
    return {name: (tuple(looks.items()),) for name, looks in found.items() if looks}


def measure(text: str) -> int:
    """Return a measure in its unit; the strict form of the format writes "12pt" for some."""
    try:
        return round(float(text[:-2]) * 20) if text.endswith("pt") else round(float(text))
    except (ValueError, OverflowError):
        return 0


def _theme_fonts(theme: bytes | None) -> Mapping[str, str]:
    """Return the font for headings (``major``) and that for text (``minor``)."""
    if theme is None:
        return {}
    # Most documents name their fonts and need no theme.
    from lxml import etree

    from clausekit.formats.docx.attachment_trees import parse

    try:
        tree = parse(theme)
    except (etree.XMLSyntaxError, ValueError):
        return {}
    found = {}
    for kind in ("major", "minor"):
        latin = tree.find(f".//{{{A}}}{kind}Font/{{{A}}}latin")
        if latin is not None:
            found[kind] = latin.get("typeface", "")
    return found
