"""What a comparison finds: typed edits, each with layer, cause and place. Reports only print them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from clausekit.comparison.flow import Anchor, Flows
from clausekit.reading import Comment, Passage, Reading

Layer = Literal[
    "clause",
    "order",
    "wording",
    "parameter",
    "definition",
    "table",
    "formatting",
    "hand",
    "following",
]
"""In which of its layers an agreement changed; each edit is in one of them.

``clause``: a clause or schedule added, removed, or swapped for an alternative. ``order``: text that moved.
``wording``: words of a clause. ``parameter``: a value that the matter gives. ``definition``: the meaning of
a defined term. ``table``: a cell, row or column. ``formatting``: looks only. ``hand``: an edit made in Word
that no source explains. ``following``: a number, reference or contents line that follows from another edit.
"""

EditKind = Literal[
    "inserted",
    "deleted",
    "replaced",
    "moved",
    "split",
    "joined",
    "swapped",
    "formatted",
    "renumbered",
    "retargeted",
]

CauseKind = Literal["library", "parameter", "template", "tracked", "silent", "following", "unknown"]
"""Where an edit came from.

``library``: another version of a clause. ``parameter``: a value. ``template``: the outline. ``tracked``: a
tracked change of the other side. ``silent``: a change by hand that was not tracked. ``following``: another
edit. ``unknown``: the files do not say (they were not made by clausekit).
"""

FigureKind = Literal["money", "percentage", "period", "date"]


@dataclass(frozen=True, slots=True)
class Cause:
    """Why an edit came about.

    ``name`` is the clause's id, the parameter's path, the template's name or the author's name; ``old`` and
    ``new`` the versions or values; ``change`` the class of a library change (major, minor, patch) and
    ``note`` what its author says of it, or the comment of the other side; ``date`` that of a tracked
    change.
    """

    kind: CauseKind
    name: str = ""
    old: str = ""
    new: str = ""
    change: str = ""
    note: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an edit is in one of the texts.

    ``number`` is printed ("7.3(b)", or "Schedule 2 Part 1, 3.1"), "" if there is none; ``heading`` that of
    the clause around it; ``clause`` the clause's id in the library, if known. ``cell`` names row and column
    in a table ("Leicester City CCG, 2019/20"). ``part`` is "" in the body, else "footnote 3" or "header".
    """

    number: str = ""
    heading: str = ""
    clause: str = ""
    cell: str = ""
    part: str = ""

    def __str__(self) -> str:
        clause = (
            f"{self.number} ({self.heading})" if self.number and self.heading else self.number or self.heading
        )
        return ", ".join(piece for piece in (clause, self.cell, self.part) if piece)


@dataclass(frozen=True, slots=True)
class Edit:
    """One change, in one layer, with one cause.

    ``id`` counts from 1 in the order of the flow. ``old`` and ``new`` are its places (None where it is not
    in that text), ``removed`` and ``added`` the words, ``before`` and ``after`` a few words around them.
    ``affects`` are, for a definition, the places of the clauses that use its term and so changed in effect.
    """

    id: int
    layer: Layer
    kind: EditKind
    cause: Cause
    old: Place | None
    new: Place | None
    removed: str = ""
    added: str = ""
    before: str = ""
    after: str = ""
    affects: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """A line of the table of clauses: what became of a clause or schedule.

    ``change`` is "same", "changed", "inserted", "deleted", "swapped"; ``moved`` whether it stands in
    another order; ``versions`` are the old and the new version in the library, if known; ``edits`` the ids
    of its edits, without those that merely follow. ``split`` and ``joined`` name the other clauses
    involved.
    """

    old: Place | None
    new: Place | None
    change: Literal["same", "changed", "inserted", "deleted", "swapped"]
    moved: bool = False
    versions: tuple[str, str] = ("", "")
    edits: tuple[int, ...] = ()
    split: tuple[Place, ...] = ()
    joined: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A money figure, percentage, period or date that changed, was put in or taken out ("" for none)."""

    kind: FigureKind
    old: str
    new: str
    place: Place
    edit: int


@dataclass(frozen=True, slots=True)
class Stale:
    """A reference whose words stayed while what it points to became another: "clause 7.3" was, and now
    is."""

    place: Place
    words: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Side:
    """What was compared: its name as the user gave it, a title for people, and what it was read as."""

    name: str
    title: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that a comparison found.

    ``by_anchor`` gives the edit of each changed place in ``flows``. ``concordance`` pairs old and new
    numbers of all numbered passages that both have ("7.3(b)", "8.2(c)"), in old order; ``renumbered`` are
    those that differ. ``stale`` are references that no longer point to what they did. ``unread`` says what
    was not compared, ``remarks`` what a reader of the report must know (no clauses recognised; nothing in
    common). ``comments`` are those of the new file; ``tracked`` are by the passage in which they stand the
    edits that others tracked there, which ``flows`` are without.
    """

    old: Side
    new: Side
    flows: Flows
    edits: tuple[Edit, ...]
    by_anchor: Mapping[Anchor, Edit]
    clauses: tuple[ClauseRow, ...] = ()
    concordance: tuple[tuple[str, str], ...] = ()
    figures: tuple[FigureChange, ...] = ()
    stale: tuple[Stale, ...] = ()
    unread: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    comments: tuple[Comment, ...] = ()
    tracked: Mapping[Passage, tuple[Edit, ...]] = field(default_factory=dict)

    @property
    def headline(self) -> tuple[Edit, ...]:
        """The edits that count: all but those that merely follow from others."""
        return tuple(edit for edit in self.edits if edit.layer != "following")

    @property
    def renumbered(self) -> tuple[tuple[str, str], ...]:
        """The numbers that differ."""
        return tuple(pair for pair in self.concordance if pair[0] != pair[1])
