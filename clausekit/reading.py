"""An instrument as a reader meets it: passages with their numbers and looks, tables, notes, margins.

A ``Reading`` is what a comparison compares and a proofreader proofreads, whoever made the file and however
it was made. It holds what is printed, beside what the file itself says of where it came from (content
controls, fields, tracked changes, a manifest), and never how the file says it: that stays with the reader
of the format.

    Reading
      body, notes, margins: Blocks
        Passage (a paragraph) | Table > Row > Cell > Blocks

Passages, tables, rows and cells are equal only to themselves: two paragraphs with the same words are two
paragraphs. So they serve as keys of what is found out about them, such as the XML that they were read from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

PARAGRAPH_MARK = "\u2029"
"""Stands between passages where several are compared as one text."""

NOTE_MARK = "\ue000"
"""Stands in a passage's text for the mark of a footnote or endnote."""

OBJECT_MARK = "\ufffc"
"""Stands in a passage's text for a picture or an embedded object."""

Alignment = Literal["left", "centre", "right", "justified"]
RevisionKind = Literal["inserted", "deleted", "moved-from", "moved-to", "formatted"]


@dataclass(frozen=True, slots=True)
class Look:
    """How characters look, after styles: what a reader can see of their formatting.

    ``underline``, ``caps`` ("all", "small"), ``vertical`` ("superscript", "subscript"), ``highlight`` and
    ``colour`` are "" where there is none; ``size`` is in half-points.
    """

    bold: bool = False
    italic: bool = False
    underline: str = ""
    strike: bool = False
    caps: str = ""
    vertical: str = ""
    highlight: str = ""
    colour: str = ""
    size: int = 0
    font: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Revision:
    """A tracked change of whoever edited the file: its kind, author and date (as the file has it, or
    "")."""

    kind: RevisionKind
    author: str
    date: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A range of a passage's text (``start`` to ``end``) that is alike in all that is known of it.

    ``parameter`` is the parameter that filled it in; ``reference`` the name of the bookmark whose number it
    prints (a field); ``note`` the key in ``Reading.notes`` of the note whose mark it is; ``object`` a
    digest of a picture or embedded object. ``revision`` is the tracked change that put it there, if any.
    ``blank`` tells that it only asks to be filled in: a content control shows it, or a form field is empty.
    Spans cover the text without gaps, in order. A reference is one span, never more.
    """

    start: int
    end: int
    look: Look
    parameter: str = ""
    reference: str = ""
    note: str = ""
    object: str = ""
    revision: Revision | None = None
    blank: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A paragraph.

    ``text`` is all that is printed but for a number that the word processor gives: "\\t" is a tab, "\\n" a
    line break; ``NOTE_MARK`` and ``OBJECT_MARK`` stand for what is not text, "#" for the number of the page
    on which it is printed. Of it the first ``typed`` characters are a number typed by hand with the blank or
    tab after it.
    ``label`` is the number as printed before it, native or typed ("(b)"), ``number`` the same with those of
    the levels above ("7.3(b)"), "" if there is none. ``division`` is the schedule, annex or part in which
    it stands, as printed ("Schedule 2 Part 1"), "" in the body; numbers are unique within a division only.
    ``style`` is the name of its style, ``level`` its level in a list (from 0), None outside of lists, both
    for typed numbers too. ``indent`` and ``first_line`` are in twentieths of a point, after styles.
    ``heading`` is 0 for text, 1 for the heading of a division (or a title), 2 for that of a clause, 3 for
    one below it. ``contents`` marks a line of a table of contents.
    ``term`` is the term it defines, if it is a definition. ``clause`` says which clause of the library it
    came from, ``family/alternative@1.0.0#digest``, "" if nothing says so. ``bookmarks`` are those that
    begin in it. ``line`` is the line of a text file on which it begins, 0 in other files.
    ``signature`` marks a line to be filled in by who signs. ``doubtful`` says that its reader is not sure
    that it is what was printed, as a row of a table that was recovered from a text.
    """

    text: str
    spans: tuple[Span, ...]
    style: str = ""
    level: int | None = None
    alignment: Alignment = "left"
    indent: int = 0
    first_line: int = 0
    label: str = ""
    number: str = ""
    typed: int = 0
    division: str = ""
    heading: int = 0
    contents: bool = False
    term: str = ""
    clause: str = ""
    bookmarks: tuple[str, ...] = ()
    revision: Revision | None = None
    line: int = 0
    signature: bool = False
    doubtful: bool = False

    @property
    def words(self) -> str:
        """The text without a number typed by hand."""
        return self.text[self.typed :]


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """A cell; ``columns`` is how many columns it is wide, ``merged`` whether it goes on from the row
    above."""

    blocks: tuple[Block, ...]
    columns: int = 1
    merged: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A row; ``header`` if it is repeated on each page. ``revision`` is the tracked change of a whole
    row."""

    cells: tuple[Cell, ...]
    header: bool = False
    revision: Revision | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table, with the clause and the division in which it stands, as for a passage.

    ``holds_text`` tells that it only lays out the text: what stands in its cells are provisions, to be read
    one after the other.
    """

    rows: tuple[Row, ...]
    style: str = ""
    division: str = ""
    clause: str = ""
    holds_text: bool = False


Block: TypeAlias = Passage | Table


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in the margin: who, when, what, and the words that it is anchored to."""

    author: str
    date: str
    text: str
    anchor: str
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class Tracked:
    """A tracked change that stands in the file: the words it is about, and where.

    ``text`` of a change of formatting are the words formatted; of a paragraph mark ``PARAGRAPH_MARK``.
    ``comments`` are those anchored to its words.
    """

    revision: Revision
    text: str
    passage: Passage | None = None
    comments: tuple[Comment, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole instrument, read.

    ``notes`` are footnotes and endnotes by key ("footnote:3"); ``margins`` headers and footers by section,
    kind and page ("1:header:default"), without empty ones. ``manifest`` is what a file made by clausekit
    says of its making. ``unread`` says in words what no one compares or proofreads: pictures, embedded
    objects, macros ("2 pictures"). ``structured`` tells whether clauses were recognised; if not there are
    paragraphs only.
    """

    body: tuple[Block, ...]
    notes: Mapping[str, tuple[Block, ...]] = field(default_factory=dict)
    margins: Mapping[str, tuple[Block, ...]] = field(default_factory=dict)
    comments: tuple[Comment, ...] = ()
    tracked: tuple[Tracked, ...] = ()
    manifest: Mapping[str, Any] | None = None
    unread: tuple[str, ...] = ()
    structured: bool = True


def passages_of(blocks: Iterable[Block]) -> Iterator[Passage]:
    """Yield the paragraphs of some blocks, with those in tables."""
    for block in blocks:
        if isinstance(block, Passage):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from passages_of(cell.blocks)
