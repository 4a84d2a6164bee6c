"""Small documents in a line or two, for tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from clausekit.cache import Cache
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
    Part,
    Reference,
    ReferenceForm,
    Schedule,
    Section,
    SectionKind,
    Text,
)
from clausekit.numbering import Scheme, scheme_from
from clausekit.templates import load_numbering

ROOT = Path(__file__).parent.parent


@cache
def scheme(name: str = "agreement") -> Scheme:
    """Return a numbering scheme of the library."""
    return scheme_from(load_numbering(ROOT, name, Cache(None)))


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


def schedule(name: str, *content: Clause | Part, kind: str = "schedule") -> Schedule:
    """Return a schedule of clauses or of parts, or an annex."""
    own = tuple(child for child in content if isinstance(child, Clause))
    parts = tuple(child for child in content if isinstance(child, Part))
    return Schedule(f"{kind}:{name}", run(name.title()), own, parts)


def annex(name: str, *content: Clause | Part) -> Schedule:
    """Return an annex of clauses or of parts."""
    return schedule(name, *content, kind="annex")


def part(key: str, *clauses: Clause) -> Part:
    """Return a part of a schedule; ``key`` is as in ``schedule:finance/statement``."""
    return Part(key, run(key.partition("/")[2].title()), clauses)


def reference(target: str, form: ReferenceForm = "full", scope: str = "") -> Reference:
    """Return a reference; ``scope`` is the key of the part or schedule in which it stands."""
    return Reference(target, form, scope)


def document(*children: Clause | Schedule, kind: SectionKind = "clauses") -> Document:
    """Return a document: clauses in a section of the given kind, schedules and annexes in their own."""
    own = tuple(child for child in children if isinstance(child, Clause))
    schedules = tuple(child for child in children if isinstance(child, Schedule))
    annexes = tuple(child for child in schedules if child.key.startswith("annex:"))
    sections = (
        Section(kind, own),
        Section("schedules", tuple(child for child in schedules if child not in annexes)),
        Section("annexes", annexes),
    )
    return Document("An agreement", "Agreement", "Draft", tuple(one for one in sections if one.children))
