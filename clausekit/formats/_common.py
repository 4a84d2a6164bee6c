"""What the text formats share: the words of a run, the cover, the list of contents."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import assert_never

from clausekit.draft import Draft
from clausekit.model import (
    BLANK,
    Attachment,
    Blank,
    Block,
    Clause,
    DefinedTerm,
    DefinitionList,
    DraftingNote,
    Emphasis,
    Footnote,
    ItemList,
    Paragraph,
    Part,
    Reference,
    Schedule,
    Section,
    SignatureBlock,
    Strong,
    SubHeading,
    Table,
    Text,
    Use,
    Value,
)
from clausekit.numbering import Numbers
from clausekit.references import References
from clausekit.walk import Inlines, map_clauses, sole_schedule

DOTS = "." * 40
"""Where a text format leaves room to write by hand."""

_SPACE = re.compile(r"[ \t\r\n\f\v]+")


# words


def one_line(text: str) -> str:
    """Return the text with each run of breaking space as one blank; no-break spaces stay."""
    return _SPACE.sub(" ", text)


def printed(run: Inlines, references: References, footnote: Callable[[Footnote], str] = lambda _: "") -> str:
    """Return the words of a run on one line, as they are printed: the text of references included.

    ``footnote`` returns the mark of a footnote; without it footnotes are left out.
    """
    parts: list[str] = []
    for inline in run:
        match inline:
            case Text() | Value() | Use():
                parts.append(inline.text)
            case Blank():
                parts.append(BLANK)
            case Strong() | Emphasis():
                parts.append(printed(inline.children, references, footnote))
            case DefinedTerm():
                parts.append(f"“{printed(inline.children, references, footnote)}”")
            case Reference():
                parts.append(references[inline].text)
            case Footnote():
                parts.append(footnote(inline))
            case _:
                assert_never(inline)
    return one_line("".join(parts))


def label(numbers: Numbers, key: str) -> str:
    """Return what stands before the paragraph with this key; nothing if it has no number."""
    number = numbers.get(key)
    return number.label if number else ""


def lead(blocks: tuple[Block, ...]) -> tuple[Inlines, tuple[Block, ...]]:
    """Return the words that stand on the line of a number or a term, and the blocks below that line."""
    match blocks:
        case (Paragraph() as first, *below):
            return first.children, tuple(below)
        case _:
            return (), blocks


def attached(attachment: Attachment | None) -> str:
    """Return the words that stand in a schedule for a Word file, or for one that is still to come."""
    return f"[Attached: {PurePath(attachment.file).name}]" if attachment else "[To be attached]"


# the document


def without_notes(draft: Draft) -> Draft:
    """Return the draft as it goes out to others: with no drafting notes."""
    return replace(draft, document=map_clauses(draft.document, _clause_without_notes))


def _clause_without_notes(clause: Clause) -> Clause:
    return replace(clause, blocks=_blocks_without_notes(clause.blocks))


def _blocks_without_notes(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    kept: list[Block] = []
    for block in blocks:
        match block:
            case DraftingNote():
                pass
            case ItemList():
                items = (replace(item, blocks=_blocks_without_notes(item.blocks)) for item in block.items)
                kept.append(replace(block, items=tuple(items)))
            case DefinitionList():
                entries = (
                    replace(entry, blocks=_blocks_without_notes(entry.blocks)) for entry in block.entries
                )
                kept.append(replace(block, entries=tuple(entries)))
            case SignatureBlock():
                kept.append(replace(block, blocks=_blocks_without_notes(block.blocks)))
            case Paragraph() | SubHeading() | Table():
                kept.append(block)
            case _:
                assert_never(block)
    return tuple(kept)


def cover(draft: Draft) -> tuple[Inlines, tuple[Block, ...]]:
    """Return the title of the instrument and what else its cover says.

    The heading of the cover's clause is the title, or that of a schedule that stands alone; else it is the
    title of the template.
    """
    clauses = [
        child
        for section in draft.document.sections
        if section.kind == "cover"
        for child in section.children
        if isinstance(child, Clause)
    ]
    if schedule := sole_schedule(draft.document):
        return schedule.title, ()
    title = clauses[0].heading if clauses else (Text(draft.document.title),)
    return title, tuple(block for clause in clauses for block in clause.blocks)


def inner_sections(draft: Draft) -> Iterator[Section]:
    """Yield the sections that follow the cover."""
    return (section for section in draft.document.sections if section.kind != "cover")


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the list of contents, and the lines of its parts."""

    key: str
    number: str
    heading: str
    parts: tuple[ContentsEntry, ...] = ()


def contents(draft: Draft) -> tuple[ContentsEntry, ...]:
    """Return the list of contents: what stands after the cover, clause by clause, and the parts of schedules.

    Of a schedule that stands alone it is the list of its parts or, without parts, of its clauses.
    """
    if schedule := sole_schedule(draft.document):
        return _entries(schedule.contents, draft)
    return _entries((child for section in inner_sections(draft) for child in section.children), draft)


def _entries(children: Iterable[Clause | Schedule | Part], draft: Draft) -> tuple[ContentsEntry, ...]:
    return tuple(_entry(child, draft) for child in children)


def _entry(child: Clause | Schedule | Part, draft: Draft) -> ContentsEntry:
    heading = child.heading if isinstance(child, Clause) else child.title
    parts = _entries(child.parts, draft) if isinstance(child, Schedule) else ()
    return ContentsEntry(
        child.key, label(draft.numbers, child.key), printed(heading, draft.references), parts
    )
