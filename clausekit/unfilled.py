"""Clauses and templates as pages: their wording in the library, unfilled, each clause under its name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausekit.library import Library
from clausekit.library.clausefile import ClauseFile
from clausekit.lock import Lock
from clausekit.outlines import Entry, shown
from clausekit.pages import Block, FromClause, Heading, para
from clausekit.templates import Template
from clausekit.texts import blocks
from clausekit.wording import wording_of


def clause_page(clause: ClauseFile) -> FromClause:
    """Return the wording of a clause, with which version of which clause it is."""
    return FromClause(f"{clause.name}#{clause.digest[:8]}", blocks(wording_of(clause), markdown=True))


def outline_page(template: Template, library: Library, lock: Lock | None) -> Iterator[Block | FromClause]:
    """Yield the outline of a template, each clause with its wording in the version locked, or the newest."""
    yield Heading(0, template.title)
    for section in template.outline:
        yield Heading(1, section.kind.capitalize())
        yield from _entry_blocks(section.entries, library, lock)


def _entry_blocks(
    entries: Iterable[Entry], library: Library, lock: Lock | None
) -> Iterator[Block | FromClause]:
    for entry in entries:
        if entry.title is not None:
            yield Heading(2, shown(entry.title.text))
        if entry.when:
            yield para(f"[If {entry.when}:]")
        if entry.for_each:
            yield para(f"[For each {entry.for_each.name} in {entry.for_each.expression}:]")
        if entry.kind == "clause":
            yield clause_page(_in_version(entry.name, library, lock))
        yield from _entry_blocks(entry.entries, library, lock)


def _in_version(clause: str, library: Library, lock: Lock | None) -> ClauseFile:
    locked = lock.clauses.get(clause) if lock else None
    return library.find(f"{clause}@{locked.version}" if locked else clause)
