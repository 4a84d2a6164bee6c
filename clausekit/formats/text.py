"""Plain text for mail and for comparison: lines of at most 80 characters, numbers before a hanging indent."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import assert_never

from clausekit.draft import Draft
from clausekit.formats._common import (
    DOTS,
    ContentsEntry,
    attached,
    contents,
    cover,
    inner_sections,
    label,
    lead,
    printed,
    without_notes,
)
from clausekit.model import (
    Alignment,
    Block,
    Clause,
    DefinitionEntry,
    DefinitionList,
    DraftingNote,
    Footnote,
    Item,
    ItemList,
    Paragraph,
    Part,
    Schedule,
    SignatureBlock,
    SubHeading,
    Table,
)
from clausekit.walk import Inlines, sole_schedule

_WIDTH = 80
_STEP = 8
_BULLET_STEP = 2
_COLUMN_GAP = "  "


def write(draft: Draft, *, notes: bool) -> str:
    """Return the draft as plain text; with ``notes``, drafting notes are printed."""
    draft = draft if notes else without_notes(draft)
    writer = _Writer(draft)
    title, below_title = cover(draft)
    parts = [
        _underlined(_wrapped(writer.words(title), _WIDTH), "="),
        *([_wrapped(draft.document.status, _WIDTH)] if draft.document.status else []),
        *writer.blocks(below_title, _WIDTH),
        *_contents(contents(draft)),
    ]
    if alone := sole_schedule(draft.document):
        parts += writer.under_title(alone)
    else:
        for section in inner_sections(draft):
            for child in section.children:
                parts += writer.schedule(child) if isinstance(child, Schedule) else writer.clause(child)
    if writer.footnotes:
        parts += [_underlined("Notes", "-"), *writer.footnotes]
    return "\n\n".join(parts) + "\n"


def _contents(entries: tuple[ContentsEntry, ...]) -> list[str]:
    if not entries:
        return []
    return [_underlined("Contents", "-"), "\n".join(_contents_lines(entries, _WIDTH))]


def _contents_lines(entries: tuple[ContentsEntry, ...], width: int) -> Iterator[str]:
    for entry in entries:
        yield _hanging(entry.number, entry.heading, width, _step(entry.number))
        yield from (_indented(line, _STEP) for line in _contents_lines(entry.parts, width - _STEP))


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes nodes as plain text of a given width, unindented; footnotes gather as they are met."""

    draft: Draft
    footnotes: list[str] = field(default_factory=list)

    def schedule(self, schedule: Schedule) -> list[str]:
        number = label(self.draft.numbers, schedule.key)
        return [self.heading(schedule.title, number, "="), *self.under_title(schedule)]

    def under_title(self, schedule: Schedule) -> list[str]:
        parts: list[str] = []
        for child in schedule.contents:
            parts += self.part(child) if isinstance(child, Part) else self.clause(child)
        if schedule.attachment or not schedule.contents:
            parts.append(_wrapped(attached(schedule.attachment), _WIDTH))
        return parts

    def part(self, part: Part) -> list[str]:
        clauses = (paragraph for clause in part.clauses for paragraph in self.clause(clause))
        return [self.heading(part.title, label(self.draft.numbers, part.key), "="), *clauses]

    def clause(self, clause: Clause) -> list[str]:
        number = label(self.draft.numbers, clause.key)
        parts = [self.heading(clause.heading, number, "-")]
        for block in clause.blocks:
            hangs_out = isinstance(block, ItemList) and block.numbered
            step = _STEP if number and not hangs_out else 0
            parts += (_indented(part, step) for part in self.block(block, _WIDTH - step))
        return parts

    def heading(self, run: Inlines, number: str, underline: str) -> str:
        """Return a heading, with a line of its own left blank before it."""
        heading = _hanging(number, self.words(run), _WIDTH, _step(number))
        return f"\n{_underlined(heading, underline)}"

    def blocks(self, blocks: tuple[Block, ...], width: int) -> list[str]:
        return [part for block in blocks for part in self.block(block, width)]

    def block(self, block: Block, width: int) -> list[str]:
        match block:
            case Paragraph() | SubHeading():
                return [_wrapped(self.words(block.children), width)]
            case ItemList():
                return [part for item in block.items for part in self.item(item, width)]
            case DefinitionList():
                return [part for entry in block.entries for part in self.definition(entry, width)]
            case Table():
                return [self.table(block, width)]
            case DraftingNote():
                text = "\n\n".join(["Drafting note", *self.blocks(block.blocks, width - 2)])
                return ["\n".join(f"| {line}".rstrip() for line in text.split("\n"))]
            case SignatureBlock():
                lines = (_wrapped(f"{self.words(line)}: {DOTS}", width) for line in block.lines)
                return [*self.blocks(block.blocks, width), *lines]
            case _:
                assert_never(block)

    def item(self, item: Item, width: int) -> list[str]:
        words, below = lead(item.blocks)
        number = label(self.draft.numbers, item.key)
        step = _STEP if number else _BULLET_STEP
        first = _hanging(number or "•", self.words(words), width, step)
        return [first, *(_indented(part, step) for part in self.blocks(below, width - step))]

    def definition(self, entry: DefinitionEntry, width: int) -> list[str]:
        words, below = lead(entry.blocks)
        first = _wrapped(f"“{self.words(entry.term)}” {self.words(words)}", width)
        return [first, *self.blocks(below, width)]

    def table(self, table: Table, width: int) -> str:
        """Return a table in aligned columns or, if its words are too long for them, row by row."""
        header, *rows = ([self.words(cell) for cell in row] for row in (table.header, *table.rows))
        widths = _column_widths([header, *rows], width)
        return _columns(header, rows, widths, table.alignments) if widths else _records(header, rows, width)

    def words(self, run: Inlines) -> str:
        return printed(run, self.draft.references, self.footnote)

    def footnote(self, footnote: Footnote) -> str:
        place = len(self.footnotes)
        mark = f"[{place + 1}]"
        self.footnotes.append("")
        self.footnotes[place] = _hanging(mark, self.words(footnote.children), _WIDTH, _STEP)
        return mark


# lines


def _wrapped(text: str, width: int, indent: str = "") -> str:
    """Return the text in lines of a width. Only blanks are broken at, so a long word may stand out."""
    return textwrap.fill(
        text, max(width, 1), subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def _hanging(number: str, text: str, width: int, step: int) -> str:
    """Return a number and a text whose lines all begin ``step`` characters from the edge."""
    return _wrapped(f"{number.ljust(step - 1)} {text}" if number else text, width, " " * step)


def _indented(text: str, step: int) -> str:
    return textwrap.indent(text, " " * step)


def _step(number: str) -> int:
    """Return how far from the edge a heading stands: two blanks at least after its number."""
    return max(_STEP, len(number) + 2) if number else 0


def _underlined(heading: str, line: str) -> str:
    return f"{heading}\n{line * max(map(len, heading.splitlines()), default=0)}"


# tables


def _column_widths(rows: list[list[str]], width: int) -> list[int] | None:
    """Return widths at which the columns fit and no word breaks, or None if there are none such."""
    columns = list(zip(*rows, strict=True))
    least = [max(len(word) for cell in column for word in cell.split(" ")) for column in columns]
    widths = [max(map(len, column)) for column in columns]
    too_wide = sum(widths) + len(_COLUMN_GAP) * (len(widths) - 1) - width
    for _ in range(too_wide):
        wide = [index for index, column in enumerate(widths) if column > least[index]]
        if not wide:
            return None
        widths[max(wide, key=widths.__getitem__)] -= 1
    return widths


def _columns(
    header: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int], sides: Sequence[Alignment]
) -> str:
    rule = _COLUMN_GAP.join("-" * column for column in widths)
    lines = [_row(row, widths, sides) for row in rows]
    between = "\n\n" if any("\n" in line for line in lines) else "\n"
    return f"{_row(header, widths, sides)}\n{rule}\n{between.join(lines)}".rstrip()


def _records(header: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> str:
    """Return each row as lines that begin with the heading of their column."""
    return "\n\n".join(
        "\n".join(
            _wrapped(f"{heading}: {cell}" if heading else cell, width, " " * _BULLET_STEP)
            for heading, cell in zip(header, row, strict=True)
        )
        for row in rows
    )


def _row(cells: Sequence[str], widths: Sequence[int], alignments: Sequence[Alignment]) -> str:
    wrapped = (_wrapped(cell, column).split("\n") for cell, column in zip(cells, widths, strict=True))
    lines = zip_longest(*wrapped, fillvalue="")
    return "\n".join(_COLUMN_GAP.join(map(_aligned, line, widths, alignments)).rstrip() for line in lines)


def _aligned(text: str, width: int, alignment: Alignment) -> str:
    match alignment:
        case "left":
            return text.ljust(width)
        case "centre":
            return text.center(width)
        case "right":
            return text.rjust(width)
