"""The library as the comparison asks it for causes: notes of versions, conditions, drafts made anew.

A draft is made anew from what a manifest says, or from that with one thing changed; nothing is written.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from clausekit.comparison.printed import REFERENCE, plain
from clausekit.comparison.sources import Sources
from clausekit.composition import Composition
from clausekit.draft import Draft
from clausekit.library.versions import Version
from clausekit.lock import Lock, Locked, Resolution, upgrade_changes
from clausekit.matter import Matter
from clausekit.model import (
    BLANK,
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
from clausekit.outlines import Entry, flat
from clausekit.parameters.yamlfile import YamlFile
from clausekit.problems import ClausekitError
from clausekit.rendering import Renderer
from clausekit.rendition import Rendition
from clausekit.templates import Template, load_template
from clausekit.walk import Inlines, clauses, schedules, sole_schedule
from clausekit.workshop import Workshop


class LibraryExplains:
    """Answers the comparison's questions from a library (``comparison.sources.Explain``)."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._renderer = Renderer(workshop.cache)
        self._templates: dict[str, Template | None] = {}

    def note(self, clause: str, old: str, new: str) -> str:
        """Return what the authors of a clause say of the steps from one version to another, if known."""
        try:
            before, after = Version.parse(old), Version.parse(new)
        except ValueError:
            return ""
        file = self._workshop.library.version(clause, after)
        if file is None:
            return ""
        lock = Lock("", date.min, {clause: Locked(before, "")}, {}, "")
        upgrades = upgrade_changes(lock, Resolution({clause: file}, ()), self._workshop.library)
        return " ".join(note for upgrade in upgrades for note in upgrade.notes)

    def conditions(self, sources: Sources, name: str) -> frozenset[str]:
        """Return the parameters that decide whether and how often the outline has a clause, or a title."""
        template = self._template(sources)
        asking = (
            (text for section in template.outline for text in _asking(section.entries, name))
            if template
            else ()
        )
        return frozenset().union(*map(self._asked, asking))

    def asks(self, clause: str, version: str) -> frozenset[str]:
        """Return the parameters that a version of a clause can ask for, in the way of ``schemes[].name``."""
        try:
            file = self._workshop.library.version(clause, Version.parse(version))
        except ValueError:
            return frozenset()
        return self._asked(file.body) if file else frozenset()

    def redraft(self, sources: Sources) -> Mapping[str, tuple[str, ...]] | None:
        """Return the paragraphs of a draft from the sources, by clause; None if it cannot be made."""
        template = self._template(sources)
        try:
            if template is None:
                return None
            matter = _matter(template, sources)
            rendition = Rendition(self._workshop, matter, matter.lock, self._renderer)
            return _texts(Composition(rendition).draft())
        except (ClausekitError, ValueError):
            return None

    def _template(self, sources: Sources) -> Template | None:
        name = sources.template
        if name not in self._templates:
            try:
                self._templates[name] = load_template(self._workshop.root, name, self._workshop.cache)
            except ClausekitError:
                self._templates[name] = None
        return self._templates[name]

    def _asked(self, text: str) -> frozenset[str]:
        try:
            return self._renderer.parameters_used(text)
        except ClausekitError:
            return frozenset()


def _asking(entries: tuple[Entry, ...], name: str) -> Iterator[str]:
    """Yield the questions that decide on a clause or a title, of its own entry and those around it.

    A schedule or part is in if any of what it consists of is, so the questions of these are its own too.
    """
    for entry in entries:
        if entry.name == name:
            yield from _questions(entry)
        elif entry.title and entry.title.text == name:
            yield from (question for each in flat((entry,)) for question in _questions(each))
        elif any(_is_called(each, name) for each in flat(entry.entries)):
            yield from _questions(entry)
            yield from _asking(entry.entries, name)


def _is_called(entry: Entry, name: str) -> bool:
    return entry.name == name or (entry.title is not None and entry.title.text == name)


def _questions(entry: Entry) -> Iterator[str]:
    if entry.when:
        yield f"{{% if {entry.when} %}}{{% endif %}}"
    if entry.for_each:
        yield f"{{% for {entry.for_each.name} in {entry.for_each.expression} %}}{{% endfor %}}"


def _matter(template: Template, sources: Sources) -> Matter:
    """Return the matter that sources stand for; files that it attaches are left out."""
    parameters: dict[str, Any] = {
        name: value for name, value in sources.parameters.items() if name != "attachments"
    }
    text = json.dumps(parameters, ensure_ascii=False)
    yaml = YamlFile("manifest", parameters, {}, (text,))
    as_at = date.fromisoformat(sources.as_at)
    versions = {
        name: Locked(Version.parse(version.number), version.digest)
        for name, version in sources.clauses.items()
    }
    lock = Lock(template.name, as_at, versions, {}, "")
    return Matter(Path("manifest"), yaml, template, as_at, None, lock)


def _texts(draft: Draft) -> dict[str, tuple[str, ...]]:
    """Return the paragraphs by the ids of clauses, those outside of clauses under ""."""
    document = draft.document
    titled = not sole_schedule(document) and all(section.kind != "cover" for section in document.sections)
    texts: dict[str, list[str]] = {"": [document.title] if titled else []}
    for schedule in schedules(document):
        texts[""] += _titles(schedule, draft)
    for clause in clauses(document):
        texts.setdefault(clause.id, []).extend(_paragraphs(clause, draft))
    return {name: tuple(filter(None, map(plain, lines))) for name, lines in texts.items()}


def _titles(schedule: Schedule, draft: Draft) -> Iterator[str]:
    yield _words(schedule.title, draft)
    yield from (_words(part.title, draft) for part in schedule.parts)


def _paragraphs(clause: Clause, draft: Draft) -> Iterator[str]:
    yield _words(clause.heading, draft)
    if not clause.omitted:
        yield from _of_blocks(clause.blocks, draft)


def _of_blocks(blocks: tuple[Block, ...], draft: Draft) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph() | SubHeading():
                yield from _lines(block.children, draft)
            case ItemList():
                for item in block.items:
                    yield from _of_blocks(item.blocks, draft)
            case DefinitionList():
                for entry in block.entries:
                    first, *rest = list(_of_blocks(entry.blocks, draft)) or [""]
                    yield f"{_words(entry.term, draft)} {first}"
                    yield from rest
            case Table():
                for row in (block.header, *block.rows):
                    for cell in row:
                        yield from _lines(cell, draft)
            case SignatureBlock():
                yield from _of_blocks(block.blocks, draft)
                for line in block.lines:
                    yield from _lines(line, draft)
            case DraftingNote():
                pass


def _lines(run: Inlines, draft: Draft) -> Iterator[str]:
    """Yield the words of a run, and those of its footnotes after it."""
    notes: list[Footnote] = []
    yield _words(run, draft, notes)
    for note in notes:
        yield _words(note.children, draft)


def _words(run: Inlines, draft: Draft, notes: list[Footnote] | None = None) -> str:
    """Return what a run prints, with ``REFERENCE`` for the numbers that its references print."""
    parts: list[str] = []
    for inline in run:
        match inline:
            case Text() | Value() | Use():
                parts.append(inline.text)
            case Blank():
                parts.append(BLANK)
            case Strong() | Emphasis():
                parts.append(_words(inline.children, draft, notes))
            case DefinedTerm():
                parts.append(f"“{_words(inline.children, draft, notes)}”")
            case Reference():
                resolved = draft.references[inline].parts
                parts += (REFERENCE if part.key else part.text for part in resolved)
            case Footnote():
                if notes is not None:
                    notes.append(inline)
    return "".join(parts)
