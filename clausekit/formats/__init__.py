"""The formats that a draft can be set in: one module each, and this table."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from clausekit.draft import Draft


class Write(Protocol):
    """Sets a draft as text; ``notes`` prints the drafting notes too."""

    def __call__(self, draft: Draft, *, notes: bool) -> str:
        """Return the whole text of the file."""


def _html() -> Write:
    from clausekit.formats.html import write

    return write


def _markdown() -> Write:
    from clausekit.formats.markdown import write

    return write


def _json() -> Write:
    from clausekit.formats.json import write

    return write


def _text() -> Write:
    from clausekit.formats.text import write

    return write


TEXT_FORMATS: dict[str, Callable[[], Write]] = {"html": _html, "md": _markdown, "json": _json, "txt": _text}
"""The text formats by the ending of their files; each is imported when it is wanted."""

FORMATS = ("docx", *TEXT_FORMATS)
"""All formats by the ending of their files; Word files are written by ``docx``."""
