"""Word's own numbering, made from the numbering scheme: a list for each listing, a style for each level."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from clausekit.formats.docx.styles import BULLET, Styles
from clausekit.formats.docx.xml import DECLARATION, NAMESPACES, escape, indent
from clausekit.numbering import Format, Listing, Scheme

_FORMATS: Mapping[Format, str] = {
    "decimal": "decimal",
    "lower-letter": "lowerLetter",
    "upper-letter": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "none": "none",
}


@dataclass(frozen=True, slots=True)
class ListLevel:
    """One level of a list: Word's name of the format, the text of the number, the style that carries it."""

    format: str
    text: str
    style: str


def lists(scheme: Scheme) -> tuple[tuple[ListLevel, ...], ...]:
    """Return Word's lists; the first has the number 1 (``w:numId``). The bullets come last."""
    listings = [
        tuple(ListLevel(_FORMATS[level.format], level.text, level.style) for level in scheme.levels(listing))
        for listing in get_args(Listing)
        if scheme.levels(listing)
    ]
    return (*listings, (ListLevel("bullet", "•", BULLET),))


def numbering_part(scheme: Scheme, styles: Styles) -> str:
    """Return ``numbering.xml`` for the scheme, with the indents of the styles."""
    numbered = list(enumerate(lists(scheme), start=1))
    abstract = "".join(_list(identity, levels, styles) for identity, levels in numbered)
    concrete = "".join(
        f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{identity}"/></w:num>'
        for identity, _ in numbered
    )
    return f"{DECLARATION}<w:numbering {NAMESPACES}>{abstract}{concrete}</w:numbering>"


def _list(identity: int, levels: Sequence[ListLevel], styles: Styles) -> str:
    # Word merges lists with the same nsid when text is copied from one document into another.
    nsid = zlib.crc32(repr(levels).encode()) & 0x7FFFFFFF
    kind = "multilevel" if len(levels) > 1 else "singleLevel"
    inner = "".join(_level(depth, level, styles) for depth, level in enumerate(levels))
    return (
        f'<w:abstractNum w:abstractNumId="{identity}"><w:nsid w:val="{nsid:08X}"/>'
        f'<w:multiLevelType w:val="{kind}"/>{inner}</w:abstractNum>'
    )


def _level(depth: int, level: ListLevel, styles: Styles) -> str:
    place = styles.indent(level.style)
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{level.format}"/>'
        f'<w:pStyle w:val="{styles.id(level.style)}"/>{_suffix(level, place.hanging)}'
        f'<w:lvlText w:val="{escape(level.text)}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{indent(place.left, place.hanging)}</w:pPr></w:lvl>"
    )


def _suffix(level: ListLevel, hanging: int) -> str:
    """Return what parts the number from the text: a tab to the indent, or a blank where nothing hangs out."""
    if not level.text:
        return '<w:suff w:val="nothing"/>'
    return "" if hanging else '<w:suff w:val="space"/>'
