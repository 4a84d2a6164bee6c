"""What is masked before texts are compared: numbers typed by hand, references, page numbers in contents.

A clause put in renumbers all that follow it and every reference to them. Compared as they stand, such
passages differ; worse, boilerplate that many clauses share is then most alike to the wrong one. So numbers
and references are hidden while passages are paired, and judged afterwards by what they point to.

Of a typed reference ("clauses 7.3(b) and 8") only the numbers are masked: the words around them are words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from clausekit.reading import Passage

MASK = "\ue001"
"""Stands in masked text for what was hidden."""

_ITEMS = r"(?:\([a-z0-9]{1,5}\))+"
_NUMBER = rf"(?:\d+[A-Z]?(?:\.\d+[A-Z]?)*(?:{_ITEMS})?|{_ITEMS}|[A-Z](?![\w'’]))"
_REFERENCE = re.compile(
    r"\b(?P<word>(?:[Ss]ub-?)?(?:[Cc]lause|[Pp]aragraph)s?|[Ss]chedules?|[Aa]nnex(?:es)?|[Aa]ppendi(?:x|ces)"
    r"|[Pp]arts?|[Ss]ections?)"
    rf"[ \u00a0](?P<numbers>{_NUMBER}(?:(?:,[ ]|[ ](?:and|or|to)[ ])(?=[\d(]){_NUMBER})*)"
    r"(?!%|\w|/|[ \u00a0](?:of|to)[ \u00a0]the[ \u00a0][A-Z])"
)
_NUMBERS = re.compile(_NUMBER)
_CONTENTS_NUMBER = re.compile(r"(?:(?:Schedule|Annex|Part|Appendix)[ \u00a0])?[\dA-Z][\w.]*(?=\t)")
_PAGE = re.compile(r"(?<=\t)\s*[\divxlc]+\s*$")


@dataclass(frozen=True, slots=True)
class Mask:
    """A range of a passage's text that is hidden while passages are paired.

    ``bookmark`` is what a reference that is a field points to; ``word`` the word before the number of one
    that was typed ("clause"). A ``number`` was typed by hand or is that of a line of contents.
    """

    start: int
    end: int
    kind: Literal["number", "reference"]
    bookmark: str = ""
    word: str = ""


def masks(passage: Passage) -> tuple[Mask, ...]:
    """Return what is masked of the passage's text, in order."""
    found = [Mask(0, passage.typed, "number")] if passage.typed else []
    if passage.contents:
        return tuple(found + list(_contents(passage)))
    fields = [
        Mask(span.start, span.end, "reference", span.reference)
        for span in passage.spans
        if span.reference and span.end > span.start
    ]
    typed = [
        mask
        for mask in _typed_references(passage.text, passage.typed)
        if not any(field.start < mask.end and mask.start < field.end for field in fields)
    ]
    return tuple(found + (sorted(fields + typed, key=lambda mask: mask.start) if fields else typed))


def masked_text(passage: Passage, hidden: tuple[Mask, ...]) -> str:
    """Return the text with a ``MASK`` for each reference, without a number of its own."""
    pieces = []
    end = 0
    for mask in hidden:
        pieces.append(passage.text[end : mask.start])
        if mask.kind == "reference":
            pieces.append(MASK)
        end = mask.end
    pieces.append(passage.text[end:])
    return "".join(pieces)


def _contents(passage: Passage) -> Iterator[Mask]:
    if not passage.typed and (number := _CONTENTS_NUMBER.match(passage.text)):
        yield Mask(0, number.end(), "number")
    if page := _PAGE.search(passage.text, passage.typed):
        yield Mask(page.start(), page.end(), "number")


def _typed_references(text: str, start: int) -> Iterator[Mask]:
    for phrase in _REFERENCE.finditer(text, start):
        word = phrase["word"].lower()
        for number in _NUMBERS.finditer(text, phrase.start("numbers"), phrase.end("numbers")):
            yield Mask(number.start(), number.end(), "reference", word=word)
