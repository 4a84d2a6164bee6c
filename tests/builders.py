"""Small documents in a line or two, for tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from clausekit.model import (
    Block,
    Clause,
    DefinitionEntry,
    DefinitionList,
    Document,
    Inline,
    Item,
    ItemList,
    Paragraph,
    Reference,
    ReferenceForm,
    Schedule,
    Section,
    SectionKind,
    Text,
)
from clausekit.numbering import Scheme, scheme_from
from clausekit.parameters.yamlfile import load_yaml

ROOT = Path(__file__).parent.parent


def scheme(name: str = "agreement") -> Scheme:
    """Return a numbering scheme of the library."""
    file = ROOT / "templates" / "numbering.yaml"
    data: Any = load_yaml(file.read_text("utf-8"), file.name).data[name]
    return scheme_from(data)


def run(*inlines: str | Inline) -> tuple[Inline, ...]:
    """Return inlines; a string is text."""
    return tuple(Text(inline) if isinstance(inline, str) else inline for inline in inlines)


def paragraph(*inlines: str | Inline, key: str = "") -> Paragraph:
    """Return a paragraph."""
    return Paragraph(key, run(*inlines))


def item(key: str, *content: str | Inline | Block) -> Item:
    """Return an item: its inlines make the first paragraph, its blocks follow."""
    inlines = [part for part in content if isinstance(part, str | Inline)]
    blocks = [part for part in content if not isinstance(part, str | Inline)]
    return Item(key, (paragraph(*inlines), *blocks))


def items(*content: Item) -> ItemList:
    """Return a numbered list."""
    return ItemList(content)


def definition(term: str, *meaning: str | Inline | Block, variants: tuple[str, ...] = ()) -> DefinitionEntry:
    """Return a definition; its key is ``term-`` and the term."""
    first = paragraph(*(part for part in meaning if isinstance(part, str | Inline)))
    blocks = [part for part in meaning if not isinstance(part, str | Inline)]
    return DefinitionEntry(f"term-{term}", run(term), variants, (first, *blocks), line=1)


def definitions(*entries: DefinitionEntry) -> DefinitionList:
    """Return a list of definitions."""
    return DefinitionList(entries)


def clause(key: str, *blocks: Block, heading: str = "") -> Clause:
    """Return a clause whose heading is its key with capitals, unless one is given."""
    return Clause(
        key,
        f"{key}/standard",
        "1.0.0",
        "0" * 64,
        run(heading or key.title()),
        blocks,
        file=f"{key}.md",
        line=1,
    )


def schedule(name: str, *clauses: Clause) -> Schedule:
    """Return a schedule."""
    return Schedule(f"schedule:{name}", run(name.title()), clauses)


def reference(target: str, form: ReferenceForm = "full") -> Reference:
    """Return a reference."""
    return Reference(target, form)


def document(*clauses: Clause | Schedule, kind: SectionKind = "clauses") -> Document:
    """Return a document: clauses in a section of the given kind, schedules in one of their own."""
    own = tuple(child for child in clauses if isinstance(child, Clause))
    schedules = tuple(child for child in clauses if isinstance(child, Schedule))
    sections = [Section(kind, own)] if own else []
    if schedules:
        sections.append(Section("schedules", schedules))
    return Document("An agreement", "Agreement", "Draft", tuple(sections))
