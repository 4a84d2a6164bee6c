"""Footnotes: their marks in the text, and the notes at the foot of the page or at the end of the text.

A mark is kept in the text as one character that tells the number of its note.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from unicodedata import normalize

from clausekit.pages import Run
from clausekit.patterns import pattern
from clausekit.texts.openings import has_ended, label_of
from clausekit.texts.printed import Printed, by_page
from clausekit.texts.shapes import Paragraph, Shape

_FIRST, _MOST = 0xE100, 999
_MARKS = pattern(f"([{chr(_FIRST + 1)}-{chr(_FIRST + _MOST)}])")
_MOST_UNMARKED = 20
"""On a page with more lines that begin like notes, and have no mark, numbers are no notes."""
_BRACKETED = pattern(r"\[\^?(?P<number>\d{1,3})\]")
_NOTE = pattern(r"\[\^?(?P<number>\d{1,3})\]:?\s+(?=\S)")
_AT_FOOT = pattern(r"(?:(?P<number>\d{1,3})|(?P<raised>[⁰¹²³⁴-⁹]{1,3}))(?:\s+(?=\S)|$)")
_GLUED = r"(?<=[a-z.,;:)\]”’'\"●%])(?<!\d[.,]){}(?=$|[\s.,;:)])"
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def mark(number: int) -> str:
    """Return the character that stands for the mark of a note."""
    return chr(_FIRST + number)


def pieces_with_notes(text: str) -> Iterator[tuple[str, int]]:
    """Yield the pieces of a text that are alike: words with 0, the mark of a note with its number."""
    for piece in _MARKS.split(text):
        if piece:
            number = ord(piece[0]) - _FIRST
            yield piece, number if 0 < number <= _MOST else 0


def without_marks(text: str) -> str:
    """Return a text with the numbers of its notes as people read them: "[1]"."""
    return _MARKS.sub(lambda found: f"[{ord(found[0]) - _FIRST}]", text)


def is_note(text: str) -> bool:
    """Tell whether a line begins with the number of a note in brackets."""
    return _NOTE.match(text) is not None


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote at the foot of a page: its number, and its lines."""

    number: int
    lines: list[Printed]


def without_notes(lines: Sequence[Printed]) -> tuple[list[Printed], list[Note]]:
    """Return the lines without the footnotes at the foot of pages, and those.

    A note is one if its number comes next, and the page has a mark with that number, set close to a word.
    """
    body: list[Printed] = []
    notes: list[Note] = []
    for page in by_page(lines):
        own, found = _on_page(page, notes[-1].number + 1 if notes else 1)
        body += own
        notes += found
    return body, notes


def _on_page(page: list[Printed], expected: int) -> tuple[list[Printed], list[Note]]:
    notes: list[Note] = []
    body: list[Printed] = []
    place = unmarked = 0
    while place < len(page):
        line = page[place]
        note = _AT_FOOT.match(line.text)
        if note is not None and (
            not (line.gap or notes or note["raised"])
            or int(normalize("NFKC", note[1] or note[2])) != expected
        ):
            note = None
        end = _end(page, place) if note is not None else 0
        marked = _marked(body, expected) if end and has_ended(page[end - 1].text) else None
        unmarked += end > 0 and marked is None
        if unmarked > _MOST_UNMARKED:
            return page, []
        if note is None or marked is None:
            body.append(line)
            place += 1
            continue
        first = replace(line, text=line.text[note.end() :])
        notes.append(Note(expected, [first] * bool(first.text) + page[place + 1 : end]))
        body, place, expected = marked, end, expected + 1
    return body, notes


def _end(page: Sequence[Printed], start: int) -> int:
    """Return where a note ends that begins at a line: before the next, or a gap after its last words."""
    end = start + 1
    while end < len(page):
        before, line = page[end - 1], page[end]
        if has_ended(before.text) and (line.gap or _AT_FOOT.match(line.text) or label_of(line.text)):
            break
        end += 1
    return end


def _marked(lines: Sequence[Printed], number: int) -> list[Printed] | None:
    """Return lines with the mark of a note in the place of its number; None if they do not have it."""
    glued = re.compile(_GLUED.format(f"(?:{number}|{str(number).translate(_RAISED)})"))
    for place, line in enumerate(lines):
        if glued.search(line.text):
            marked = replace(line, text=glued.sub(mark(number), line.text, count=1))
            return [*lines[:place], marked, *lines[place + 1 :]]
    return None


def with_marks(shapes: Iterable[Shape]) -> list[Shape]:
    """Return shapes with the notes among them known as such, and "[1]" or "[^1]" as the marks of those."""
    found = list(shapes)
    numbers = set()
    for shape in found:
        if isinstance(shape, Paragraph) and not shape.note:
            note = _NOTE.match(shape.text)
            if note:
                numbers.add(int(note["number"]))
                shape.note = int(note["number"])
                shape.runs = (replace(shape.runs[0], text=shape.runs[0].text[note.end() :]), *shape.runs[1:])
    if numbers:
        for shape in found:
            if isinstance(shape, Paragraph):
                shape.runs = _with_marks(shape.runs, numbers)
            else:
                shape.rows = [[_with_marks(cell, numbers) for cell in row] for row in shape.rows]
    return found


def _with_marks(runs: tuple[Run, ...], numbers: set[int]) -> tuple[Run, ...]:
    def marked(found: re.Match[str]) -> str:
        number = int(found["number"])
        return mark(number) if number in numbers else found[0]

    return tuple(replace(run, text=_BRACKETED.sub(marked, run.text)) for run in runs)
