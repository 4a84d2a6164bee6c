"""Agreements that come as plain text, as text extracted from a PDF, or as Markdown.

text --(plain_text, markdown)--> paragraphs and tables --(seeing)--> Reading, for who proofreads it
                                                       --(setting)--> a plain page, for who compares it
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from clausekit import pages
from clausekit.problems import Finding, Source
from clausekit.reading import Reading
from clausekit.texts.markdown import shapes_of_markdown
from clausekit.texts.opening import open_text
from clausekit.texts.plain_text import shapes_of_text
from clausekit.texts.seeing import reading_of
from clausekit.texts.setting import set_as_page
from clausekit.texts.shapes import Shape

__all__ = ["MARKDOWN_ENDINGS", "Recovered", "blocks", "open_text", "read", "read_file"]

MARKDOWN_ENDINGS = (".md", ".markdown")


@dataclass(frozen=True, slots=True)
class Recovered:
    """The reading of a text, and remarks (level info) on where it may not be what was printed."""

    reading: Reading
    unsure: tuple[Finding, ...] = ()


def read(text: str, file: str, *, markdown: bool) -> Recovered:
    """Return what a text says; ``file`` is its name as shown to people."""
    shapes = _shapes(text, markdown)
    return Recovered(reading_of(shapes, shows_bold=markdown), tuple(_remarks(shapes, file)))


def read_file(path: Path) -> Recovered:
    """Return what a file of text or Markdown says. Raises ClausekitError if it holds no text."""
    return read(open_text(path), str(path), markdown=path.suffix.lower() in MARKDOWN_ENDINGS)


def blocks(text: str, *, markdown: bool) -> tuple[pages.Block, ...]:
    """Return the headings, paragraphs and tables of a text as a page shows them."""
    return tuple(set_as_page(_shapes(text, markdown)))


def _shapes(text: str, markdown: bool) -> list[Shape]:
    return shapes_of_markdown(text) if markdown else shapes_of_text(text)


def _remarks(shapes: list[Shape], file: str) -> list[Finding]:
    return [
        Finding(
            "text-unsure",
            shape.doubt,
            Source(file, shape.first_line),
            remedy="Compare with the page; what is found here may come from the extraction of the text.",
            level="info",
        )
        for shape in shapes
        if shape.doubt
    ]
