"""Markdown: reads well as it stands, and suits a comparison line by line.

Each paragraph is one line, and each provision a list item that begins with its number as text, so that text
below an inner list stays with its own provision. What a clause or a value says is escaped where Markdown
would read it as markup: it prints exactly as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from string import punctuation
from typing import assert_never
from unicodedata import category

from clausekit.draft import Draft
from clausekit.formats._common import (
    DOTS,
    attached,
    cover,
    inner_sections,
    label,
    lead,
    one_line,
    without_notes,
)
from clausekit.model import (
    BLANK,
    Alignment,
    Blank,
    Block,
    Clause,
    DefinedTerm,
    DefinitionEntry,
    DefinitionList,
    DraftingNote,
    Emphasis,
    Footnote,
    Item,
    ItemList,
    Paragraph,
    Part,
    Reference,
    Schedule,
    SignatureBlock,
    Strong,
    SubHeading,
    Table,
    Text,
    Use,
    Value,
)
from clausekit.walk import Inlines, sole_schedule

# Private-use characters, which no file and no value may hold, stand for marks until the text is escaped.
_STRONG, _STRONG_END, _EMPHASIS, _EMPHASIS_END, _NOTE, _NOTE_END = map(chr, range(0xE010, 0xE016))
_MARKUP = {_STRONG: "**", _STRONG_END: "**", _EMPHASIS: "_", _EMPHASIS_END: "_", _NOTE: "[^", _NOTE_END: "]"}
_OPENING = f"{_STRONG}{_EMPHASIS}"
_CLOSING = f"{_STRONG_END}{_EMPHASIS_END}"

_IDLE = re.compile(
    f"{_STRONG}{_STRONG_END}|{_STRONG_END}{_STRONG}|{_EMPHASIS}{_EMPHASIS_END}|{_EMPHASIS_END}{_EMPHASIS}"
)
_AROUND_OPENING = re.compile(rf"[\s{_OPENING}]+")
_AROUND_CLOSING = re.compile(rf"[\s{_CLOSING}]+")
_BESIDE_EMPHASIS = re.compile(rf".(?=[{_OPENING}])|(?<=[{_CLOSING}]).")

_SPECIAL = re.compile(r"[\\`*_\[<|~#$]|&(?=[#\w])|!(?=" + _NOTE + r")|(?<=" + _NOTE_END + r")[(:]")
_SPECIAL_AT_START = re.compile(r"^(?:\d{1,9}(?=[.)](?: |$))|(?=[-+>:=]))")

_RULES: dict[Alignment, str] = {"left": "---", "centre": ":---:", "right": "---:"}


def write(draft: Draft, *, notes: bool) -> str:
    """Return the draft as Markdown; with ``notes``, drafting notes are printed."""
    draft = draft if notes else without_notes(draft)
    writer = _Writer(draft)
    title, below_title = cover(draft)
    parts = [
        f"# {writer.line(title)}",
        *([_escaped(draft.document.status)] if draft.document.status else []),
        *writer.blocks(below_title),
    ]
    if alone := sole_schedule(draft.document):
        parts += writer.under_title(alone)
    else:
        for section in inner_sections(draft):
            for child in section.children:
                parts += writer.schedule(child) if isinstance(child, Schedule) else writer.clause(child)
    return "\n\n".join([*parts, *writer.footnotes]) + "\n"


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes nodes as Markdown. ``level`` is that of the headings of clauses; footnotes gather as met."""

    draft: Draft
    level: int = 2
    footnotes: list[str] = field(default_factory=list)

    def schedule(self, schedule: Schedule) -> list[str]:
        heading = self.heading(self.level, schedule.title, label(self.draft.numbers, schedule.key))
        return [heading, *self.inner.under_title(schedule)]

    def under_title(self, schedule: Schedule) -> list[str]:
        parts: list[str] = []
        for child in schedule.contents:
            parts += self.part(child) if isinstance(child, Part) else self.clause(child)
        if schedule.attachment or not schedule.contents:
            parts.append(_escaped(attached(schedule.attachment)))
        return parts

    def part(self, part: Part) -> list[str]:
        heading = self.heading(self.level, part.title, label(self.draft.numbers, part.key))
        return [heading, *(line for clause in part.clauses for line in self.inner.clause(clause))]

    @property
    def inner(self) -> _Writer:
        """The writer of what stands under a heading."""
        return replace(self, level=self.level + 1)

    def clause(self, clause: Clause) -> list[str]:
        number = label(self.draft.numbers, clause.key)
        return [self.heading(self.level, clause.heading, number), *self.blocks(clause.blocks)]

    def heading(self, level: int, run: Inlines, number: str = "") -> str:
        return f"{'#' * level} {self.line(run, number)}"

    def blocks(self, blocks: tuple[Block, ...]) -> list[str]:
        return [part for block in blocks for part in self.block(block)]

    def block(self, block: Block) -> list[str]:
        match block:
            case Paragraph():
                return [self.line(block.children)]
            case SubHeading():
                return [self.heading(self.level + 1, block.children)]
            case ItemList():
                return [self.item(item) for item in block.items]
            case DefinitionList():
                return [self.definition(entry) for entry in block.entries]
            case Table():
                return [self.table(block)]
            case DraftingNote():
                quoted = "\n\n".join(self.blocks(block.blocks)).split("\n")
                return ["\n".join(["> [!NOTE]", *(f"> {line}".rstrip() for line in quoted)])]
            case SignatureBlock():
                lines = (f"- {self.line(line)}: {DOTS}" for line in block.lines)
                return [*self.blocks(block.blocks), *lines]
            case _:
                assert_never(block)

    def item(self, item: Item) -> str:
        words, below = lead(item.blocks)
        return _list_item(self.line(words, label(self.draft.numbers, item.key)), self.blocks(below))

    def definition(self, entry: DefinitionEntry) -> str:
        words, below = lead(entry.blocks)
        return _list_item(self.line((Strong(entry.term), Text(" "), *words)), self.blocks(below))

    def table(self, table: Table) -> str:
        rules = (_RULES[alignment] for alignment in table.alignments)
        header, *rows = (map(self.line, cells) for cells in (table.header, *table.rows))
        return "\n".join(_row(cells) for cells in (header, rules, *rows))

    def line(self, run: Inlines, number: str = "") -> str:
        return _escaped(f"{number} {self.marked(run)}")

    def marked(self, run: Inlines, strong: bool = False, emphasis: bool = False) -> str:
        """Return the words of a run, with private marks around bold, italics and the numbers of notes."""
        parts: list[str] = []
        for inline in run:
            match inline:
                case Text() | Value() | Use():
                    parts.append(inline.text)
                case Blank():
                    parts.append(BLANK)
                case Strong():
                    words = self.marked(inline.children, True, emphasis)
                    parts.append(words if strong else f"{_STRONG}{words}{_STRONG_END}")
                case Emphasis():
                    words = self.marked(inline.children, strong, True)
                    parts.append(words if emphasis else f"{_EMPHASIS}{words}{_EMPHASIS_END}")
                case DefinedTerm():
                    words = f"“{self.marked(inline.children, True, emphasis)}”"
                    parts.append(words if strong else f"{_STRONG}{words}{_STRONG_END}")
                case Reference():
                    parts.append(self.draft.references[inline].text)
                case Footnote():
                    parts.append(f"{_NOTE}{self.footnote(inline)}{_NOTE_END}")
                case _:
                    assert_never(inline)
        return "".join(parts)

    def footnote(self, footnote: Footnote) -> int:
        place = len(self.footnotes)
        self.footnotes.append("")
        self.footnotes[place] = f"[^{place + 1}]: {self.line(footnote.children)}"
        return place + 1


def _list_item(first: str, below: list[str]) -> str:
    lines = "\n\n".join([first, *below]).split("\n")
    return "- " + "\n".join(f"  {line}" if line else "" for line in lines).lstrip()


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escaped(marked: str) -> str:
    """Return a line of marked text as Markdown that prints exactly its words."""
    line = one_line(_tidy(marked)).strip()
    line = _SPECIAL.sub(lambda found: f"\\{found.group()}", line)
    line = _SPECIAL_AT_START.sub(lambda found: f"{found.group()}\\", line)
    line = _BESIDE_EMPHASIS.sub(lambda found: _neutral(found.group()), line)
    return "".join(_MARKUP.get(character, character) for character in line)


def _tidy(line: str) -> str:
    """Return the line with space moved out of the edges of emphasis, and with no idle marks."""
    line = _AROUND_OPENING.sub(_space_first, line)
    line = _AROUND_CLOSING.sub(_space_last, line)
    shorter = _IDLE.sub("", line)
    return line if shorter == line else _tidy(shorter)


def _space_first(mixed: re.Match[str]) -> str:
    return "".join(sorted(mixed.group(), key=_is_mark))


def _space_last(mixed: re.Match[str]) -> str:
    return "".join(sorted(mixed.group(), key=_is_mark, reverse=True))


def _is_mark(character: str) -> bool:
    return character in _MARKUP


def _neutral(character: str) -> str:
    """Return the neighbour of an emphasis so written that the emphasis still begins or ends there.

    CommonMark 0.31, section 6.2: where emphasised words begin or end with punctuation, what stands beside
    them must be a space or punctuation. An entity (``&#115;``) begins and ends with punctuation.
    """
    neutral = character.isspace() or character in punctuation or character in _MARKUP
    return character if neutral or category(character).startswith("P") else f"&#{ord(character)};"
