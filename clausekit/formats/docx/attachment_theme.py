"""The theme of a Word file: its fonts and colours, written out where another theme would change them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree
from lxml.etree import _Element as Element

from clausekit.formats.docx.attachment_trees import A, local, take, w

_FONTS = {"asciiTheme": "ascii", "hAnsiTheme": "hAnsi", "eastAsiaTheme": "eastAsia", "cstheme": "cs"}
_SCRIPTS = {"EastAsia": "ea", "Bidi": "cs"}
_COLOUR_ATTRIBUTES = (
    "themeColor", "themeTint", "themeShade", "themeFill", "themeFillTint", "themeFillShade",
)  # fmt: skip
_MAPPED = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}


def write_out(theme: Element | None, trees: Iterable[Element]) -> None:
    """Name in the trees the fonts and colours themselves instead of their places in the theme."""
    fonts, colours = ({}, {}) if theme is None else (_fonts(theme), _colours(theme))
    for tree in trees:
        _name_fonts(tree, fonts)
        # The colour itself stands beside its place in the theme, for programs that know no themes.
        etree.strip_attributes(tree, *(w(name) for name in _COLOUR_ATTRIBUTES))
        _name_colours(tree, colours)


def _fonts(theme: Element) -> dict[str, str]:
    """Return the font at each place, such as ``minorHAnsi``, as far as the theme names one."""
    found: dict[str, str] = {}
    for size in ("major", "minor"):
        for place in ("Ascii", "HAnsi", "EastAsia", "Bidi"):
            font = theme.find(f".//{{{A}}}{size}Font/{{{A}}}{_SCRIPTS.get(place, 'latin')}")
            if font is not None and (typeface := font.get("typeface")):
                found[f"{size}{place}"] = typeface
    return found


def _colours(theme: Element) -> dict[str, str]:
    """Return the colour at each place, such as ``accent1``."""
    scheme = theme.find(f".//{{{A}}}clrScheme")
    found: dict[str, str] = {}
    for place in scheme if scheme is not None else ():
        for colour in place:
            found[local(place)] = str(colour.get("lastClr") or colour.get("val"))
    return found


def _name_fonts(tree: Element, fonts: Mapping[str, str]) -> None:
    for element in tree.iter(w("rFonts")):
        for themed, plain in _FONTS.items():
            place = take(element, w(themed))
            if place is not None and place in fonts:
                element.set(w(plain), fonts[place])


def _name_colours(tree: Element, colours: Mapping[str, str]) -> None:
    for element in list(tree.iter(f"{{{A}}}schemeClr")):
        place = element.get("val", "")
        colour = colours.get(_MAPPED.get(place, place))
        if colour:
            element.tag = f"{{{A}}}srgbClr"
            element.set("val", colour)
