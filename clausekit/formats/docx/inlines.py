"""Inline nodes as runs: words, values and blanks in content controls, references as fields, footnotes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from clausekit.draft import Draft
from clausekit.formats._common import printed
from clausekit.formats.docx.references import CrossReferences
from clausekit.formats.docx.styles import FOOTNOTE_MARK, FOOTNOTE_TEXT, Styles
from clausekit.formats.docx.tags import tag
from clausekit.formats.docx.xml import TAB, control, field, paragraph, run
from clausekit.model import (
    BLANK,
    Blank,
    DefinedTerm,
    Emphasis,
    Footnote,
    Reference,
    Strong,
    Text,
    Use,
    Value,
)
from clausekit.walk import Inlines


class InlineWriter:
    """Writes runs of inlines; holds the footnotes met so far, and gives out ids of content controls."""

    def __init__(self, draft: Draft, styles: Styles, references: CrossReferences, *, controls: bool) -> None:
        self._draft = draft
        self._styles = styles
        self._references = references
        self._controls = controls
        self._last_control = 0
        self.footnotes: list[str] = []

    def write(self, children: Inlines, *, bold: bool = False, italic: bool = False) -> str:
        """Return the runs of the inlines."""
        return "".join(self._runs(children, bold, italic))

    def controlled(self, kind: str, name: str, content: str) -> str:
        """Return the content, in a content control if the file is to have them."""
        if not self._controls:
            return content
        self._last_control += 1
        return control(tag(kind, name), self._last_control, content)

    def _runs(self, children: Inlines, bold: bool, italic: bool) -> Iterator[str]:
        """Yield runs; words that stand next to each other share one."""
        look = _look(bold, italic)
        words: list[str] = []
        for child in children:
            match child:
                case Text() | Use():
                    words.append(child.text)
                    continue
                case DefinedTerm():
                    words.append("“")
            if words:
                yield run("".join(words), look)
                words.clear()
            match child:
                case Strong():
                    yield from self._runs(child.children, True, italic)
                case Emphasis():
                    yield from self._runs(child.children, bold, True)
                case DefinedTerm():
                    yield from self._runs(child.children, True, italic)
                    words.append("”")
                case Value():
                    yield self.controlled("param", child.parameter, run(child.text, look))
                case Blank():
                    blank = run(BLANK, _look(bold, italic, highlight=True))
                    yield self.controlled("param", child.parameter, blank)
                case Reference():
                    yield from self._reference(child, look)
                case Footnote():
                    yield self._footnote(child)
                case _:
                    assert_never(child)
        if words:
            yield run("".join(words), look)

    def _reference(self, reference: Reference, look: str) -> Iterator[str]:
        for part in self._draft.references[reference].parts:
            if part.key is None:
                yield run(part.text, look)
                continue
            for number in self._references.fields(part.key):
                yield field(number.code, run(number.text, look), look)

    def _footnote(self, footnote: Footnote) -> str:
        look = f'<w:rPr><w:rStyle w:val="{self._styles.id(FOOTNOTE_MARK)}"/></w:rPr>'
        number = len(self.footnotes) + 1
        self.footnotes.append("")
        content = f"<w:r>{look}<w:footnoteRef/></w:r>{TAB}{self.write(footnote.children)}"
        note = paragraph(self._styles.id(FOOTNOTE_TEXT), content)
        self.footnotes[number - 1] = f'<w:footnote w:id="{number}">{note}</w:footnote>'
        return f'<w:r>{look}<w:footnoteReference w:id="{number}"/></w:r>'

    def plain(self, children: Inlines) -> str:
        """Return the words of the inlines as they are printed, without footnotes."""
        return printed(children, self._draft.references)


def _look(bold: bool, italic: bool, *, highlight: bool = False) -> str:
    properties = (
        ("<w:b/><w:bCs/>" if bold else "")
        + ("<w:i/><w:iCs/>" if italic else "")
        + ('<w:highlight w:val="yellow"/>' if highlight else "")
    )
    return f"<w:rPr>{properties}</w:rPr>" if properties else ""
