"""What the writing of each part of a redline has at hand."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from clausekit.comparison.flow import Move
from clausekit.formats.docx.redline.changes import Changes
from clausekit.formats.docx.redline.comments import Comments
from clausekit.formats.docx.redline.lists import Lists
from clausekit.formats.docx.redline.notes import Notes
from clausekit.formats.docx.redline.old_text import OldText
from clausekit.reading import Block, Cell, Passage, Row


@dataclass(slots=True)
class Desk:
    """The old text to take from, the new text to write into, and who keeps account of what was done.

    ``elements`` are the elements of the new file as its reader found them, ``twins`` those that stand for
    them in the tree that is being written. ``bound`` are its paragraphs with structure of fields that stay,
    ``moves`` the names of moves that begin and end in it. ``gone_sections`` are the paragraphs of the old
    file that end a section there which the new file does not have.
    """

    old: OldText
    elements: Mapping[Block | Row | Cell, tuple[Element, ...]]
    changes: Changes
    comments: Comments
    notes: Notes
    lists: Lists
    twins: dict[Element, Element] = field(default_factory=dict)
    bound: Collection[Element] = ()
    moves: Mapping[Move, str] = field(default_factory=dict)
    gone_sections: set[Element] = field(default_factory=set)

    def new(self, block: Block | Row | Cell) -> list[Element]:
        """Return the elements of a passage, table, row or cell of the new file in the tree being written."""
        return [self.twins[element] for element in self.elements[block]]

    def new_paragraph(self, passage: Passage) -> Element:
        """Return the paragraph that has the mark and the properties of a passage."""
        return self.twins[self.elements[passage][-1]]

    def is_in_other_list(self, old: Passage, new: Passage) -> bool:
        """Return whether a passage of the new text is not counted as the old one was."""
        return not self.lists.count_alike(self.old.original(old), self.elements[new][-1])


@dataclass(slots=True, eq=False)
class Line:
    """A paragraph of the redline: whose mark it has, of the old text, of the new one, or of both.

    ``element`` stands in the tree already, or is still to be put there; it has the properties of the passage
    ``dressed`` (of none, if it was made anew). A ``moved`` mark is tracked as moved. ``relaid`` says that the
    old properties are to be tracked, ``last`` that the mark of this paragraph never goes.
    """

    element: Element
    old: Passage | None
    new: Passage | None
    dressed: Passage | None
    moved: bool = False
    relaid: bool = False
    last: bool = False


@dataclass(slots=True, eq=False)
class Grid:
    """A table of the redline: in the old text, in the new one, or in both."""

    element: Element
    old: Block | None
    new: Block | None


Laid = Line | Grid
