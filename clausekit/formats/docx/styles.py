"""The styles of a house style that a draft needs, found by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from clausekit.numbering import Listing, Scheme

TITLE = "Title"
COVER_TITLE = "Cover Title"
COVER_TEXT = "Cover Text"
CONTENTS_HEADING = "TOC Heading"
CONTENTS_ENTRIES = ("toc 1", "toc 2")
SECTION_HEADING = "Section Heading"
SUB_HEADING = "Sub-Heading"
BODY_TEXT = "Body Text"
BULLET = "List Bullet"
TABLE = "Agreement Table"
TABLE_HEADING = "Table Heading"
TABLE_TEXT = "Table Text"
SIGNATURE_TEXT = "Signature Text"
SIGNATURE_LINE = "Signature Line"
DRAFTING_NOTE = "Drafting Note"
FOOTNOTE_TEXT = "footnote text"
FOOTNOTE_MARK = "footnote reference"

_ALWAYS_NEEDED = (
    TITLE, COVER_TITLE, COVER_TEXT, CONTENTS_HEADING, *CONTENTS_ENTRIES, SECTION_HEADING, SUB_HEADING,
    BODY_TEXT, BULLET, TABLE, TABLE_HEADING, TABLE_TEXT, SIGNATURE_TEXT, SIGNATURE_LINE, DRAFTING_NOTE,
    FOOTNOTE_TEXT, FOOTNOTE_MARK,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Indent:
    """An indent in twentieths of a point: where text stands, and how far its first line hangs out."""

    left: int = 0
    hanging: int = 0


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a house style: their ids by name in lower case, and their indents by id."""

    ids: Mapping[str, str]
    indents: Mapping[str, Indent]

    def id(self, name: str) -> str:
        """Return the id of the style with this name."""
        return self.ids[name.lower()]

    def indent(self, name: str) -> Indent:
        """Return the indent of the style with this name, with what it inherits."""
        return self.indents[self.id(name)]


def text_style(level_style: str) -> str:
    """Return the name of the style for text without a number that belongs to a numbered level."""
    return f"{level_style} Text"


def needed(scheme: Scheme) -> Iterator[str]:
    """Yield the name of each style that a draft with this scheme may use."""
    yield from _ALWAYS_NEEDED
    for listing in get_args(Listing):
        for level in scheme.levels(listing):
            yield level.style
            yield text_style(level.style)
