"""Readings of small texts that a lawyer could read.

    1 Term
      1.1 This agreement begins on 1 April 2026.
        (a) an item
    Words without a number.
    | a cell | another |

A first word that is a number becomes the label; the depth of indentation gives the level. A line whose text
has no full stop and stands at the margin with a number is the heading of a clause; "Schedule 1 Money" heads
a division. ``{clause-x}`` before the words of a line puts a bookmark there; ``{>clause-x}`` in them is a
field that prints its number. "Law means ..." defines a term. "^note text^" is a footnote. Words
between ``*`` are bold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from textwrap import dedent

from clausekit.reading import NOTE_MARK, Block, Cell, Look, Passage, Reading, Row, Span, Table

PLAIN = Look(size=22, font="Arial")
BOLD = Look(size=22, font="Arial", bold=True)

_LABEL = re.compile(r"(\d{1,2}[A-Z]?(?:\.\d+)*|\([a-z0-9A-Z]+\))[ ]+(?=\S)")
_DIVISION = re.compile(r"(Schedule|Annex|Part) (\w+) (?=\S)")
_INLINE = re.compile(r"\{>([\w-]+)\}|\^([^^]+)\^|\*([^*]+)\*")
_TERM = re.compile(r"([^.]{1,40}?) means ")
_BOOKMARK = re.compile(r"\{([\w-]+)\}")


@dataclass
class _Reader:
    typed: bool
    notes: dict[str, tuple[Block, ...]] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    above: dict[int, str] = field(default_factory=dict)
    division: str = ""

    def block(self, lines: list[str]) -> Block:
        if lines[0].lstrip().startswith("|"):
            return table_of(*([cell.strip() for cell in line.strip(" |").split("|")] for line in lines))
        return self.passage(lines[0])

    def passage(self, line: str) -> Passage:
        words = line.lstrip()
        level = (len(line) - len(words)) // 2
        heading = 0
        if match := _DIVISION.match(words):
            name = f"{match[1]} {match[2]}"
            part = match[1] == "Part"
            self.division = f"{self.division.partition(' Part ')[0]} {name}".strip() if part else name
            heading, label = 1, name
        elif match := _LABEL.match(words):
            label = match[1]
            heading = 2 if level == 0 and not words.endswith(".") else 0
        else:
            label = ""
        number = self.number(label, level) if match and heading != 1 else label
        words = words[match.end() if match else 0 :]
        bookmarks: tuple[str, ...] = ()
        if named := _BOOKMARK.match(words):
            bookmarks = (named[1],)
            words = words[named.end() :]
        prefix = f"{label}\t" if self.typed and label else ""
        text, spans = self.inlines(prefix, words)
        return Passage(
            text,
            spans,
            style=f"Heading {heading}" if heading else f"Level {level}",
            level=level if label else None,
            label=label,
            number=number,
            typed=len(prefix),
            division=self.division,
            heading=heading,
            bookmarks=bookmarks,
            term=term[1] if (term := _TERM.match(words)) else "",
        )

    def number(self, label: str, level: int) -> str:
        full = f"{self.above.get(level - 1, '')}{label}" if label.startswith("(") else label
        self.above[level] = full
        return full

    def inlines(self, prefix: str, words: str) -> tuple[str, tuple[Span, ...]]:
        pieces: list[tuple[str, Span]] = []
        if prefix:
            pieces.append((prefix, Span(0, 0, PLAIN)))
        end = 0
        for match in [*_INLINE.finditer(words), None]:
            plain = words[end : match.start() if match else None]
            if plain:
                pieces.append((plain, Span(0, 0, PLAIN)))
            if match is None:
                break
            end = match.end()
            if match[1]:
                pieces.append((self.numbers.get(match[1], "0"), Span(0, 0, PLAIN, reference=match[1])))
            elif match[2]:
                key = f"footnote:{len(self.notes) + 1}"
                self.notes[key] = (passage_of(match[2]),)
                pieces.append((NOTE_MARK, Span(0, 0, PLAIN, note=key)))
            else:
                pieces.append((match[3], Span(0, 0, BOLD)))
        return _joined(pieces)


def _joined(pieces: Iterable[tuple[str, Span]]) -> tuple[str, tuple[Span, ...]]:
    text, spans = "", []
    for piece, span in pieces:
        spans.append(Span(len(text), len(text) + len(piece), span.look, "", span.reference, span.note))
        text += piece
    return text, tuple(spans)


def reading_of(text: str, *, typed: bool = False) -> Reading:
    """Return the reading of a text; with ``typed`` its numbers are typed by hand."""
    lines = [line for line in dedent(text).split("\n") if line.strip()]
    groups: list[list[str]] = []
    for line in lines:
        row = line.lstrip().startswith("|")
        if row and groups and groups[-1][-1].lstrip().startswith("|"):
            groups[-1].append(line)
        else:
            groups.append([line])
    scout = _Reader(typed)
    for group in groups:  # what a field prints may stand further on
        block = scout.block(group)
        if isinstance(block, Passage):
            scout.numbers.update(dict.fromkeys(block.bookmarks, block.number))
    reader = _Reader(typed, numbers=scout.numbers)
    body = tuple(reader.block(group) for group in groups)
    return Reading(body, notes=reader.notes)


def passage_of(text: str) -> Passage:
    """Return a paragraph that says only this."""
    return Passage(text, (Span(0, len(text), PLAIN),) if text else ())


def table_of(*rows: list[str]) -> Table:
    """Return a table of cells of one paragraph each; the first row is its header."""
    return Table(
        tuple(
            Row(tuple(Cell((passage_of(cell),)) for cell in row), header=index == 0)
            for index, row in enumerate(rows)
        )
    )
