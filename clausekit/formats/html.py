"""HTML: one page that needs nothing else, to be read on a screen, on a phone, aloud, or printed.

Every number and every reference is printed as text, so the page says what the Word file says. What a clause
or a value says is escaped wherever it stands, and the page forbids scripts and everything from elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from pathlib import Path
from typing import assert_never
from urllib.parse import quote

from clausekit.draft import Draft
from clausekit.formats._common import (
    ContentsEntry,
    attached,
    contents,
    cover,
    inner_sections,
    label,
    lead,
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
    Document,
    DraftingNote,
    Emphasis,
    Footnote,
    Inline,
    Item,
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
from clausekit.walk import (
    Inlines,
    defining_everywhere,
    defining_here,
    definitions,
    inline_runs,
    inlines,
    sole_schedule,
    term_of,
)

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def write(draft: Draft, *, notes: bool) -> str:
    """Return the draft as a page of HTML; with ``notes``, drafting notes are printed."""
    draft = draft if notes else without_notes(draft)
    writer = _Writer(draft, _terms(tuple(defining_everywhere(draft.document)), "", {}))
    title, below_title = cover(draft)
    parts = [
        '<header class="cover">',
        f"<h1>{writer.run(title)}</h1>",
        *([f'<p class="status">{_text(draft.document.status)}</p>'] if draft.document.status else []),
        *writer.blocks(below_title),
        "</header>",
        *_contents(contents(draft)),
        '<main id="page:text">',
        *writer.text(),
        *writer.footnote_list(),
        "</main>",
    ]
    return "\n".join([*_head(draft.document), *parts, "</body>", "</html>", ""])


def _head(document: Document) -> list[str]:
    stylesheet = Path(__file__).with_name("html.css").read_text("utf-8")
    return [
        "<!DOCTYPE html>",
        '<html lang="en-GB">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_text(document.title)}</title>",
        f"<style>\n{stylesheet}{_running_header(document)}</style>",
        "</head>",
        "<body>",
        '<a class="skip" href="#page:text">Skip to the text</a>',
    ]


def _running_header(document: Document) -> str:
    """Return the rule that prints the short title and the status at the head of each page but the first."""
    return (
        f"@page {{ @top-left {{ content: {_css_string(document.short_title)} }}"
        f" @top-right {{ content: {_css_string(document.status)} }} }}\n"
        "@page :first { @top-left { content: none } @top-right { content: none } }\n"
    )


def _contents(entries: tuple[ContentsEntry, ...]) -> list[str]:
    return [
        '<nav aria-labelledby="page:contents">',
        '<h2 id="page:contents">Contents</h2>',
        *_contents_list(entries),
        "</nav>",
    ]


def _contents_list(entries: tuple[ContentsEntry, ...]) -> list[str]:
    lines = [part for entry in entries for part in _contents_line(entry)]
    return ["<ul>", *lines, "</ul>"] if entries else []


def _contents_line(entry: ContentsEntry) -> list[str]:
    link = f'<a href="{_link(entry.key)}">{_number(entry.number)}{_text(entry.heading)}</a>'
    if not entry.parts:
        return [f"<li>{link}</li>"]
    return [f"<li>{link}", *_contents_list(entry.parts), "</li>"]


# where terms are defined


@dataclass(frozen=True, slots=True)
class _Terms:
    """The key of the place where each term is defined, and the terms still to be met in running text."""

    places: Mapping[str, str]
    to_come: set[str]


def _terms(clauses: Sequence[Clause], scope: str, outer: Mapping[str, str]) -> _Terms:
    """Return the terms that hold in a scope. A list of definitions goes before the running text."""
    entries = {term_of(entry.term): entry.key for clause in clauses for entry in definitions(clause.blocks)}
    running = {
        term_of(inline.children)
        for clause in clauses
        for run in inline_runs(clause.blocks)
        for inline in inlines(run)
        if isinstance(inline, DefinedTerm)
    } - entries.keys()
    return _Terms({**outer, **{name: f"{scope}term:{name}" for name in running}, **entries}, running)


# the text


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes nodes as HTML. ``level`` is the heading level of clauses; footnotes gather as they are met."""

    draft: Draft
    terms: _Terms
    level: int = 2
    footnotes: list[str] = field(default_factory=list)

    def text(self) -> list[str]:
        if alone := sole_schedule(self.draft.document):
            return self.under_title(alone)
        return [part for section in inner_sections(self.draft) for part in self.section(section)]

    def section(self, section: Section) -> list[str]:
        parts: list[str] = []
        for child in section.children:
            if isinstance(child, Schedule):
                parts += self.schedule(child)
            else:
                parts += self.clause(child, section.kind)
        return parts

    def clause(self, clause: Clause, kind: str) -> list[str]:
        number = label(self.draft.numbers, clause.key)
        return [
            f'<section id="{_id(clause.key)}" class="{kind}{" numbered" if number else ""}">',
            f"<h{self.level}>{_number(number)}{self.run(clause.heading)}</h{self.level}>",
            *self.blocks(clause.blocks),
            "</section>",
        ]

    def schedule(self, schedule: Schedule) -> list[str]:
        number = _number(label(self.draft.numbers, schedule.key))
        return [
            f'<section id="{_id(schedule.key)}" class="schedule">',
            f"<h{self.level}>{number}{self.run(schedule.title)}</h{self.level}>",
            *replace(self, level=self.level + 1).under_title(schedule),
            "</section>",
        ]

    def under_title(self, schedule: Schedule) -> list[str]:
        parts = [line for part in schedule.parts for line in self.part(part)]
        parts += self.scope(schedule.key, schedule.clauses)
        if schedule.attachment or not schedule.contents:
            parts.append(f"<p><mark>{_text(attached(schedule.attachment))}</mark></p>")
        return parts

    def part(self, part: Part) -> list[str]:
        number = _number(label(self.draft.numbers, part.key))
        return [
            f'<section id="{_id(part.key)}" class="part">',
            f"<h{self.level}>{number}{self.run(part.title)}</h{self.level}>",
            *replace(self, level=self.level + 1).scope(part.key, part.clauses),
            "</section>",
        ]

    def scope(self, key: str, clauses: tuple[Clause, ...]) -> list[str]:
        """Return the clauses of a schedule or part, in which terms may be defined anew."""
        inner = replace(self, terms=_terms(defining_here(clauses), f"{key}/", self.terms.places))
        return [line for clause in clauses for line in inner.clause(clause, "paragraph")]

    def blocks(self, blocks: tuple[Block, ...]) -> list[str]:
        return [part for block in blocks for part in self.block(block)]

    def block(self, block: Block) -> list[str]:
        match block:
            case Paragraph():
                return [f"<p>{self.run(block.children)}</p>"]
            case SubHeading():
                return [f"<h{self.level + 1}>{self.run(block.children)}</h{self.level + 1}>"]
            case ItemList():
                kind = "items" if block.numbered else "bullets"
                return [
                    f'<ul class="{kind}">',
                    *(part for item in block.items for part in self.item(item)),
                    "</ul>",
                ]
            case DefinitionList():
                return [
                    "<dl>",
                    *(part for entry in block.entries for part in self.definition(entry)),
                    "</dl>",
                ]
            case Table():
                return self.table(block)
            case DraftingNote():
                heading = '<p class="label">Drafting note</p>'
                return ['<aside class="note">', heading, *self.blocks(block.blocks), "</aside>"]
            case SignatureBlock():
                return self.signature(block)
            case _:
                assert_never(block)

    def item(self, item: Item) -> list[str]:
        words, below = lead(item.blocks)
        first = f"<p>{_number(label(self.draft.numbers, item.key))}{self.run(words)}</p>"
        return [f'<li id="{_id(item.key)}">{first}', *self.blocks(below), "</li>"]

    def definition(self, entry: DefinitionEntry) -> list[str]:
        words, below = lead(entry.blocks)
        return [
            f'<div id="{_id(entry.key)}"><dt>{self.run(entry.term)}</dt>',
            f"<dd><p>{self.run(words)}</p>",
            *self.blocks(below),
            "</dd></div>",
        ]

    def table(self, table: Table) -> list[str]:
        header = zip(table.alignments, table.header, strict=True)
        cells = "".join(f'<th scope="col"{_aligned(side)}>{self.run(cell)}</th>' for side, cell in header)
        return [
            '<div class="table"><table>',
            f"<thead><tr>{cells}</tr></thead>",
            "<tbody>",
            *(self.row(table.alignments, row) for row in table.rows),
            "</tbody>",
            "</table></div>",
        ]

    def row(self, alignments: tuple[Alignment, ...], row: tuple[Inlines, ...]) -> str:
        cells = zip(alignments, row, strict=True)
        return (
            "<tr>" + "".join(f"<td{_aligned(side)}>{self.run(cell)}</td>" for side, cell in cells) + "</tr>"
        )

    def signature(self, block: SignatureBlock) -> list[str]:
        lines = (f"<li>{self.run(line)}</li>" for line in block.lines)
        return [
            '<div class="signature"><div>',
            *self.blocks(block.blocks),
            '</div><ul class="lines">',
            *lines,
            "</ul></div>",
        ]

    def run(self, run: Inlines) -> str:
        return "".join(self.inline(inline) for inline in run)

    def inline(self, inline: Inline) -> str:
        match inline:
            case Text():
                return _text(inline.text)
            case Strong():
                return f"<strong>{self.run(inline.children)}</strong>"
            case Emphasis():
                return f"<em>{self.run(inline.children)}</em>"
            case Value():
                return f'<span data-parameter="{escape(inline.parameter)}">{_text(inline.text)}</span>'
            case Blank():
                return f'<mark data-parameter="{escape(inline.parameter)}">{BLANK}</mark>'
            case DefinedTerm():
                return self.defined_term(inline)
            case Use():
                return self.use(inline)
            case Reference():
                words = self.draft.references[inline].text
                return f'<a href="{_link(inline.target)}">{_text(words)}</a>'
            case Footnote():
                return self.footnote(inline)
            case _:
                assert_never(inline)

    def defined_term(self, defined: DefinedTerm) -> str:
        name = term_of(defined.children)
        anchor = ""
        if name in self.terms.to_come:
            self.terms.to_come.remove(name)
            anchor = f' id="{_id(self.terms.places[name])}"'
        return f"“<dfn{anchor}>{self.run(defined.children)}</dfn>”"

    def use(self, use: Use) -> str:
        place = self.terms.places.get(use.term)
        return f'<a class="term" href="{_link(place)}">{_text(use.text)}</a>' if place else _text(use.text)

    def footnote(self, footnote: Footnote) -> str:
        place = len(self.footnotes)
        number = place + 1
        self.footnotes.append("")
        back = f'<a href="#page:mark-{number}" aria-label="Back to the text">{number}</a>'
        self.footnotes[place] = f'<li id="page:note-{number}">{back} {self.run(footnote.children)}</li>'
        mark = (
            f'<a id="page:mark-{number}" href="#page:note-{number}" aria-label="Note {number}">{number}</a>'
        )
        return f"<sup>{mark}</sup>"

    def footnote_list(self) -> list[str]:
        if not self.footnotes:
            return []
        heading = '<h2 id="page:notes">Notes</h2>'
        return [
            '<section class="footnotes" aria-labelledby="page:notes">',
            heading,
            "<ul>",
            *self.footnotes,
            "</ul>",
            "</section>",
        ]


# small pieces


def _text(text: str) -> str:
    return escape(text, quote=False)


def _number(number: str) -> str:
    return f'<span class="number">{_text(number)}</span> ' if number else ""


def _aligned(alignment: Alignment) -> str:
    return "" if alignment == "left" else f' class="{alignment}"'


def _id(key: str) -> str:
    return escape(_fragment(key))


def _link(key: str) -> str:
    return f"#{quote(_fragment(key), safe='/:~')}"


def _fragment(key: str) -> str:
    """Return the fragment of a key: a ``#`` would begin another fragment, and an id may hold no space."""
    return "_".join(key.replace("#", ".").split())


def _css_string(text: str) -> str:
    """Return a CSS string in which all but letters and digits is escaped, so nothing can end it."""
    return '"' + re.sub(r"[^A-Za-z0-9]", lambda found: f"\\{ord(found.group()):06x}", text) + '"'
