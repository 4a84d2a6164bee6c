"""The document model: what an instrument is made of.

    Document
      Section (cover, parties, recitals, clauses, execution, schedules, annexes)
        Clause | Schedule (of clauses, or of Parts of clauses)
          Block: SubHeading, Paragraph, ItemList, DefinitionList, Table, DraftingNote, SignatureBlock
            Inline: Text, Strong, Emphasis, Value, Blank, DefinedTerm, Use, Reference, Footnote

Nodes are immutable values that hold no numbers: numbers, the text of references and the terms in use are
computed beside the tree (``numbering``, ``references``, ``definitions``) and found by ``key``.

A key is stable. A clause has its family as its key; a block has the key of its clause, then ``#`` and its
anchor where the author gave one, else ``~`` and a digest of its own wording before values are filled in (with
``-2``, ``-3`` for repeats). So a paragraph put in the middle leaves the keys of all others as they were. What
an outline repeats for each element of a list has ``+1``, ``+2`` after the key that it would have else.

``line`` is the line in the clause's file (``Clause.file``) from which a node came; 0 if unknown. It is no
part of a node's value: moving text to another line is no change.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

BLANK = "[●]"
"""What a blank prints."""

Alignment = Literal["left", "centre", "right"]
SectionKind = Literal["cover", "parties", "recitals", "clauses", "execution", "schedules", "annexes"]
ReferenceForm = Literal["full", "number", "title"]


# inline nodes


@dataclass(frozen=True, slots=True)
class Text:
    """Words of the clause itself."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words in bold."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words in italics."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """A filled-in value: the parameter it came from (``council.name``) and the text that it prints."""

    parameter: str
    text: str


@dataclass(frozen=True, slots=True)
class Blank:
    """A place still to be filled in: the parameter is null. Prints ``BLANK``."""

    parameter: str


@dataclass(frozen=True, slots=True)
class DefinedTerm:
    """A term that is defined in the running text; printed bold in quotation marks."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Use:
    """Words that are a use of a defined term: ``term`` as it is defined, ``text`` as it stands here."""

    term: str
    text: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A cross-reference to the node with the key ``target``, such as ``vat#rate`` or ``schedule:NAME/PART``.

    Form ``full`` prints "clause 7.3", ``number`` "7.3", ``title`` "clause 7 (Pooled Fund)". ``scope`` is the
    key of the part or schedule in which it stands: "paragraph 2 of Part 1" is "paragraph 2" in Part 1 itself.
    """

    target: str
    form: ReferenceForm = "full"
    scope: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote, where its mark stands."""

    children: tuple[Inline, ...]


Inline: TypeAlias = Text | Strong | Emphasis | Value | Blank | DefinedTerm | Use | Reference | Footnote


# blocks


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph without a number of its own.

    As the first block of an item it carries the item's number; later in an item it is flush text.
    """

    key: str
    children: tuple[Inline, ...]
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class SubHeading:
    """An unnumbered heading inside a clause."""

    key: str
    children: tuple[Inline, ...]
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered (or bulleted) provision; its first block is a paragraph."""

    key: str
    blocks: tuple[Block, ...]
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class ItemList:
    """A run of items. Lists of one clause at one level continue each other's numbers."""

    items: tuple[Item, ...]
    numbered: bool = True


@dataclass(frozen=True, slots=True)
class DefinitionEntry:
    """A definition: the term, its declared plurals and variants, and its meaning."""

    key: str
    term: tuple[Inline, ...]
    variants: tuple[str, ...]
    blocks: tuple[Block, ...]
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class DefinitionList:
    """Definitions, kept only as far as the document reaches their terms, in alphabetical order."""

    entries: tuple[DefinitionEntry, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; each cell is a run of inlines. All rows have ``len(alignments)`` cells."""

    key: str
    alignments: tuple[Alignment, ...]
    header: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class DraftingNote:
    """A note to the officer; printed only in the officer's copy."""

    key: str
    blocks: tuple[Block, ...]
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Where one party signs: the attestation, then lines to be filled in by hand (their labels)."""

    key: str
    blocks: tuple[Block, ...]
    lines: tuple[tuple[Inline, ...], ...]
    line: int = field(default=0, compare=False)


Block: TypeAlias = Paragraph | SubHeading | ItemList | DefinitionList | Table | DraftingNote | SignatureBlock


# containers


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of the library as it stands in this document.

    ``omitted`` clauses keep their number and print only their heading ("[Not used]").
    """

    key: str
    id: str
    version: str
    digest: str
    heading: tuple[Inline, ...]
    blocks: tuple[Block, ...]
    omitted: bool = False
    file: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A Word file drafted elsewhere, to be merged as a section of its own."""

    key: str
    file: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a schedule; key ``schedule:NAME/PART``. Its clauses are numbered anew."""

    key: str
    title: tuple[Inline, ...]
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Schedule:
    """A schedule, key ``schedule:NAME``, or an annex, key ``annex:NAME``.

    It has clauses, or parts, or an attachment; with none of them it is a slot to be filled.
    """

    key: str
    title: tuple[Inline, ...]
    clauses: tuple[Clause, ...] = ()
    parts: tuple[Part, ...] = ()
    attachment: Attachment | None = None

    @property
    def contents(self) -> tuple[Clause, ...] | tuple[Part, ...]:
        """What stands under its title: its parts or, without parts, its clauses."""
        return self.parts or self.clauses


@dataclass(frozen=True, slots=True)
class Section:
    """A division of the document; its kind decides how its clauses are numbered and set."""

    kind: SectionKind
    children: tuple[Clause | Schedule, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole instrument. ``status`` (such as "Draft 1") and ``short_title`` stand in the running header."""

    title: str
    short_title: str
    status: str
    sections: tuple[Section, ...]
