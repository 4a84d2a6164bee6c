"""The house style: a Word file that says how drafts look, made ready for a numbering scheme.

Making it ready is the slow part of writing a draft, so the result is cached: it depends on nothing but the
file and the scheme.
"""

from __future__ import annotations

import base64
from dataclasses import asdict, dataclass
from typing import Any

from clausekit.cache import Cache
from clausekit.files import sha256
from clausekit.formats.docx.styles import Indent, Styles
from clausekit.numbering import Scheme

CACHE_KIND = "house-style"
SHORT_TITLE = "Short title"
STATUS = "Status"

_FORM = "2"
"""Another word here whenever the same house style is made ready in another way."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the package that all drafts have alike.

    ``kind`` is the last word of the type of the relationship by which the document finds it; "" if it does
    not. ``id`` is the id of that relationship, if it is not the kind as well. A part of relationships has no
    content type.
    """

    name: str
    content_type: str
    kind: str
    data: bytes
    id: str = ""


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """What a draft takes from its house style.

    ``page`` is the size and the margins of a page, as XML; ``text_width`` what the margins leave, in
    twentieths of a point. ``mark(SHORT_TITLE)`` and ``mark(STATUS)`` stand in the header and footer for
    those words.
    """

    styles: Styles
    parts: tuple[Part, ...]
    page: str
    text_width: int

    def has(self, kind: str) -> bool:
        """Tell whether there is a part of this kind."""
        return any(part.kind == kind for part in self.parts)


def mark(title: str) -> str:
    """Return what stands in a header or footer in the place of the content control with this title."""
    return f"\ue000{title}\ue000"


def prepare(data: bytes, file: str, scheme: Scheme, cache: Cache) -> HouseStyle:
    """Return the house style, ready for drafts with this numbering scheme.

    Raises ClausekitError if the file cannot be read, or lacks styles that a draft with this scheme needs.
    """
    key = sha256(b"\0".join((_FORM.encode(), data, repr(scheme).encode())))
    if (kept := cache.get(CACHE_KIND, key)) is not None:
        return _from_json(kept)
    # lxml takes longer to import than a draft takes to write.
    from clausekit.formats.docx.house_style_reader import read

    house = read(data, file, scheme)
    cache.put(CACHE_KIND, key, _to_json(house))
    return house


def _to_json(house: HouseStyle) -> dict[str, Any]:
    value = asdict(house)
    for part in value["parts"]:
        part["data"] = base64.b64encode(part["data"]).decode("ascii")
    return value


def _from_json(value: dict[str, Any]) -> HouseStyle:
    indents = {identity: Indent(**indent) for identity, indent in value["styles"]["indents"].items()}
    parts = tuple(Part(**{**part, "data": base64.b64decode(part["data"])}) for part in value["parts"])
    return HouseStyle(Styles(value["styles"]["ids"], indents), parts, value["page"], value["text_width"])
