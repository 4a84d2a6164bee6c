"""Ways through the document model: every inline, every block, plain text, rewriting."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import assert_never

from clausekit.model import (
    BLANK,
    Blank,
    Block,
    Clause,
    DefinedTerm,
    DefinitionEntry,
    DefinitionList,
    Document,
    DraftingNote,
    Emphasis,
    Footnote,
    Inline,
    Item,
    ItemList,
    Paragraph,
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

Inlines = tuple[Inline, ...]

_ARTICLE = re.compile(r"^(the|an?) ", re.IGNORECASE)


def clauses(document: Document) -> Iterator[Clause]:
    """Yield every clause in the order in which the document prints them, those of schedules included."""
    for section in document.sections:
        for child in section.children:
            if isinstance(child, Clause):
                yield child
            else:
                for scope in scopes(child):
                    yield from scope


def schedules(document: Document) -> Iterator[Schedule]:
    """Yield every schedule and annex."""
    for section in document.sections:
        for child in section.children:
            if isinstance(child, Schedule):
                yield child


def scopes(schedule: Schedule) -> Iterator[tuple[Clause, ...]]:
    """Yield the clauses of each part of a schedule or, if it has no parts, all its clauses."""
    if schedule.parts:
        yield from (part.clauses for part in schedule.parts)
    else:
        yield schedule.clauses


def defining_everywhere(document: Document) -> Iterator[Clause]:
    """Yield the clauses whose definitions hold in the whole document: those of its body, and a glossary."""
    for section in document.sections:
        for child in section.children:
            if isinstance(child, Clause):
                yield child
            else:
                yield from (clause for scope in scopes(child) for clause in scope if _is_glossary(clause))


def defining_here(scope: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """Return those clauses of a schedule or part whose definitions hold in it alone."""
    return tuple(clause for clause in scope if not _is_glossary(clause))


def _is_glossary(clause: Clause) -> bool:
    """Tell whether it is of the family ``definitions``; in some instruments that is a schedule."""
    return clause.id.startswith("definitions/")


def sole_schedule(document: Document) -> Schedule | None:
    """Return the schedule that is the whole document; None of any other. It has the document's title."""
    match document.sections:
        case (Section(children=(Schedule() as schedule,)),):
            return schedule
        case _:
            return None


def map_clauses(document: Document, change: Callable[[Clause], Clause]) -> Document:
    """Return the document with each clause, also in schedules, replaced by what ``change`` returns of it."""
    sections = (
        replace(section, children=tuple(_map_child(child, change) for child in section.children))
        for section in document.sections
    )
    return replace(document, sections=tuple(sections))


def _map_child(child: Clause | Schedule, change: Callable[[Clause], Clause]) -> Clause | Schedule:
    if isinstance(child, Clause):
        return change(child)
    parts = (replace(part, clauses=tuple(map(change, part.clauses))) for part in child.parts)
    return replace(child, clauses=tuple(map(change, child.clauses)), parts=tuple(parts))


def runs(document: Document) -> Iterator[Inlines]:
    """Yield each run of inlines of a document: titles and headings, and all that stands under them."""
    for schedule in schedules(document):
        yield schedule.title
        yield from (part.title for part in schedule.parts)
    for clause in clauses(document):
        yield clause.heading
        yield from inline_runs(clause.blocks)


def inline_runs(blocks: tuple[Block, ...]) -> Iterator[Inlines]:
    """Yield each run of inlines in the blocks, at any depth, in reading order."""
    for block in blocks:
        match block:
            case Paragraph() | SubHeading():
                yield block.children
            case ItemList():
                for item in block.items:
                    yield from inline_runs(item.blocks)
            case DefinitionList():
                for entry in block.entries:
                    yield entry.term
                    yield from inline_runs(entry.blocks)
            case Table():
                yield from block.header
                for row in block.rows:
                    yield from row
            case DraftingNote():
                yield from inline_runs(block.blocks)
            case SignatureBlock():
                yield from inline_runs(block.blocks)
                yield from block.lines
            case _:
                assert_never(block)


def definitions(blocks: tuple[Block, ...]) -> Iterator[DefinitionEntry]:
    """Yield each definition of the definition lists in the blocks, those under items included."""
    for block in blocks:
        if isinstance(block, DefinitionList):
            yield from block.entries
        elif isinstance(block, ItemList):
            for item in block.items:
                yield from definitions(item.blocks)


def inlines(run: Inlines) -> Iterator[Inline]:
    """Yield every inline of a run, those inside others after the one that holds them."""
    for inline in run:
        yield inline
        if isinstance(inline, Strong | Emphasis | DefinedTerm | Footnote):
            yield from inlines(inline.children)


def plain_text(run: Inlines) -> str:
    """Return the words of a run, without footnotes and without the text of references."""
    parts: list[str] = []
    for inline in run:
        match inline:
            case Text() | Value() | Use():
                parts.append(inline.text)
            case Blank():
                parts.append(BLANK)
            case Strong() | Emphasis() | DefinedTerm():
                parts.append(plain_text(inline.children))
            case Reference() | Footnote():
                pass
            case _:
                assert_never(inline)
    return "".join(parts)


def term_of(run: Inlines) -> str:
    """Return the term that a run defines: its words, without an article before them."""
    return _ARTICLE.sub("", plain_text(run))


def rewrite_inlines(blocks: tuple[Block, ...], change: Callable[[Inlines], Inlines]) -> tuple[Block, ...]:
    """Return the blocks with each run of inlines in them replaced by what ``change`` makes of it."""
    return tuple(_rewrite_block(block, change) for block in blocks)


def _rewrite_block(block: Block, change: Callable[[Inlines], Inlines]) -> Block:
    match block:
        case Paragraph():
            return Paragraph(block.key, change(block.children), block.line)
        case SubHeading():
            return block
        case ItemList():
            items = (Item(item.key, rewrite_inlines(item.blocks, change), item.line) for item in block.items)
            return ItemList(tuple(items), block.numbered)
        case DefinitionList():
            entries = tuple(
                replace(entry, blocks=rewrite_inlines(entry.blocks, change)) for entry in block.entries
            )
            return DefinitionList(entries)
        case Table():
            rows = tuple(tuple(change(cell) for cell in row) for row in block.rows)
            return replace(block, header=tuple(change(cell) for cell in block.header), rows=rows)
        case DraftingNote():
            return replace(block, blocks=rewrite_inlines(block.blocks, change))
        case SignatureBlock():
            return replace(block, blocks=rewrite_inlines(block.blocks, change))
        case _:
            assert_never(block)
