"""The table of contents: a field that Word can renew, with its entries already in it.

It is an arrangement of the headings without page numbers, as in an Act: only Word knows where pages end,
and a page number that may be wrong is worse than none. Each entry is a link to its heading.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from clausekit.formats.docx.styles import CONTENTS_ENTRIES, CONTENTS_HEADING, Styles
from clausekit.formats.docx.xml import TAB, field_begin, field_end, paragraph, run

# Headings of the first two levels by style or by outline level, as links, without page numbers.
_CODE = 'TOC \\o "1-2" \\n \\h \\u'


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the contents: the bookmark of the heading, its number ("" for none), its words, its level."""

    bookmark: str
    number: str
    title: str
    level: int


def write_contents(entries: Sequence[ContentsEntry], styles: Styles, section: str) -> str:
    """Return the contents as a section of the document, which ends with the properties ``section``."""
    entry_styles = [styles.id(name) for name in CONTENTS_ENTRIES]
    lines = [_entry(entry) for entry in entries]
    if lines:
        lines[0] = field_begin(_CODE) + lines[0]
        lines[-1] += field_end()
    heading = paragraph(styles.id(CONTENTS_HEADING), run("Contents"))
    paragraphs = "".join(
        paragraph(entry_styles[entry.level - 1], line) for entry, line in zip(entries, lines, strict=True)
    )
    # The section ends outside the field, or LibreOffice would lose the fields of its footer.
    return f"{heading}{paragraphs}{paragraph(entry_styles[0], '', section)}"


def _entry(entry: ContentsEntry) -> str:
    number = run(entry.number) + TAB if entry.number else ""
    return f'<w:hyperlink w:anchor="{entry.bookmark}" w:history="1">{number}{run(entry.title)}</w:hyperlink>'
