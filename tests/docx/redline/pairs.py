"""Pairs of an old and a new agreement, made by hypothesis: one drawn, the other edited by a drawn script."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import TypeVar

from hypothesis import strategies as st

from tests.docx.redline.agreements import (
    Agreement,
    Block,
    Cell,
    Clause,
    Note,
    Para,
    Piece,
    Ref,
    Table,
    Words,
    paragraphs,
)
from tests.docx.redline.choosing import ALIGNMENTS, Choice, Edit, words
from tests.docx.redline.edits import DESTRUCTIVE, EDITS
from tests.docx.redline.setting import word_file

T = TypeVar("T")


@dataclass(frozen=True)
class Pair:
    """Two agreements and the names of the edits that lead from the one to the other."""

    old: Agreement
    new: Agreement
    script: tuple[str, ...]

    @property
    def files(self) -> tuple[bytes, bytes]:
        """Both as Word files."""
        return word_file(self.old), word_file(self.new)


class Drawn:
    """Leaves each decision to hypothesis."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def number(self, least: int, most: int) -> int:
        return self._draw(st.integers(least, most))

    def one(self, choices: Sequence[T]) -> T:
        return choices[self.number(0, len(choices) - 1)]


@st.composite
def pairs(draw: st.DrawFn, most_edits: int = 4) -> Pair:
    """Draw a pair; one in twenty is of an agreement and an empty or entirely other one."""
    choice = Drawn(draw)
    old = draw(agreements())
    new = deepcopy(old)
    edits = DESTRUCTIVE if choice.number(0, 19) == 19 else EDITS
    script = tuple(_edit(new, edits, choice) for _ in range(choice.number(1, most_edits)))
    _end(new)
    new.cut = choice.one((0, 0, 3))
    return Pair(new, old, script) if choice.number(0, 9) == 9 else Pair(old, new, script)


@dataclass(frozen=True)
class Returned:
    """An agreement as it was sent, as it was edited in silence, and as it then was edited with tracking."""

    sent: Agreement
    silently: Agreement
    openly: Agreement
    script: tuple[str, ...]


@st.composite
def returned_drafts(draw: st.DrawFn) -> Returned:
    """Draw a draft that the other side sends back, sometimes without an edit in silence."""
    choice = Drawn(draw)
    sent = draw(agreements())
    silently = deepcopy(sent)
    script = tuple(_edit(silently, EDITS, choice) for _ in range(choice.number(0, 2)))
    _end(silently)
    openly = deepcopy(silently)
    script += tuple(_edit(openly, EDITS, choice) for _ in range(choice.number(1, 3)))
    _end(openly)
    return Returned(sent, silently, openly, script)


def _edit(agreement: Agreement, edits: Sequence[Edit], choice: Choice) -> str:
    """Make an edit, after a few tries one that changes something, and return its name."""
    before = deepcopy(agreement)
    for _ in range(4):
        edit = choice.one(edits)
        edit(agreement, choice)
        if agreement != before:
            break
    return edit.__name__


def _end(agreement: Agreement) -> None:
    """End the agreement as Word ends every file: with a paragraph, and with no section but the last one."""
    last = agreement.blocks[-1]
    if isinstance(last, Para):
        last.section = False
    else:
        agreement.blocks.append(Para([]))


@st.composite
def agreements(draw: st.DrawFn) -> Agreement:
    """Draw an agreement with all that one may have in it."""
    choice = Drawn(draw)
    names = [f"{n}" for n in range(choice.number(0, 2))]
    blocks: list[Block] = [_block(choice, names) for _ in range(choice.number(1, 7))]
    # Word always has a last paragraph.
    blocks.append(_paragraph(choice, names))
    numbered = [one for one in paragraphs(blocks) if one.style == "Clause2"]
    for name, paragraph in zip(names, numbered, strict=False):
        paragraph.name = name
    return Agreement(blocks, choice.one(("", "Section 75 agreement\tDraft")), choice.one(("", "Page")))


def _block(choice: Choice, names: list[str]) -> Block:
    match choice.number(0, 7):
        case 0 | 4:
            return _table(choice, names, nested=choice.number(0, 3) == 3)
        case 1 | 2 | 3:
            heading = Para([Words(words(choice, 1, 3))], "Heading1")
            rest: list[Block] = [_paragraph(choice, names, "Clause2") for _ in range(choice.number(1, 3))]
            if choice.number(0, 4) == 4:
                rest += [_table(choice, names, nested=False), _paragraph(choice, names, "Clause3")]
            return Clause(f"clause:a/b@1.0.0#{choice.number(1, 9)}", [heading, *rest])
        case _:
            paragraph = _paragraph(choice, names)
            paragraph.section = choice.number(0, 9) == 9
            return paragraph


def _paragraph(choice: Choice, names: list[str], style: str = "") -> Para:
    style = style or choice.one(("BodyText", "BodyText", "Clause3", "Heading1", "ListBullet", "Title"))
    pieces = [_piece(choice, names) for _ in range(choice.number(0, 4))]
    paragraph = Para(pieces, style, choice.one(("", "", "", *ALIGNMENTS)))
    match choice.number(0, 7):
        case 6:
            paragraph.typed = True
        case 7:
            paragraph.list_level = choice.number(0, 2)
    return paragraph


def _piece(choice: Choice, names: list[str]) -> Piece:
    match choice.number(0, 11):
        case 9:
            return Note(words(choice))
        case 10 if names:
            return Ref(choice.one(names))
        case 11:
            return Words(words(choice, 1, 2), link=True)
        case 8:
            return Words(words(choice, 1, 2), parameter="money.council")
        case 7:
            return Words(f" {words(choice)} ", bold=True, underline=bool(choice.number(0, 1)))
        case 6:
            return Words(f"{words(choice)}  twice\ttabbed ", italic=True)
        case _:
            return Words(f"{words(choice, 1, 14)} ")


def _table(choice: Choice, names: list[str], *, nested: bool) -> Table:
    columns = choice.number(1, 3)
    rows = [
        [Cell([Para([Words(words(choice, 0, 3))], "TableText")]) for _ in range(columns)]
        for _ in range(choice.number(1, 3))
    ]
    if nested:
        rows[0][0].blocks.insert(0, _table(choice, names, nested=False))
    if len(rows) > 1 and choice.number(0, 4) == 4:
        rows[1][0].above = True
    if columns > 1 and choice.number(0, 4) == 4:
        rows[0][0].columns = 2
        del rows[0][1]
    return Table(rows)
