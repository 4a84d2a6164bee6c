"""A flow as parts in order, each of both texts or of one: moves unfolded, with an end that Word can hold."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from clausekit.comparison.flow import (
    Arrival,
    CellMatched,
    Deleted,
    Departure,
    Flow,
    Inserted,
    Matched,
    Move,
    RowMatched,
    Step,
    TableMatched,
)
from clausekit.reading import Block, Table

Side = Literal["both", "old", "new"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A row of paragraphs that moved, without a table in it: Word tracks it as one move, under a name."""

    name: str
    side: Side


@dataclass(frozen=True, slots=True)
class Part:
    """A step, and in which of the texts it is to be shown; the stretch to which it belongs, if it moved."""

    step: Matched | TableMatched | Inserted | Deleted
    side: Side
    stretch: Stretch | None = None
    move: Move | None = None

    @property
    def is_table(self) -> bool:
        """Whether it is a table."""
        return isinstance(self.step, TableMatched) or (
            isinstance(self.step, Inserted | Deleted) and isinstance(self.step.block, Table)
        )


def parts(flow: Flow, moves: Mapping[Move, str]) -> list[Part]:
    """Return the parts of a flow; ``moves`` are the names of those that can be tracked as moves."""
    return [part for step in flow for part in _unfolded(step, moves)]


def _unfolded(step: Step, moves: Mapping[Move, str]) -> Iterator[Part]:
    match step:
        case Departure():
            yield from _moved(step.move, "old", moves)
        case Arrival():
            yield from _moved(step.move, "new", moves)
        case Inserted():
            yield Part(step, "new")
        case Deleted():
            yield Part(step, "old")
        case Matched() | TableMatched():
            yield Part(step, "both")


def _moved(move: Move, side: Side, moves: Mapping[Move, str]) -> Iterator[Part]:
    """Yield the parts of a move on one side; each row of paragraphs between tables is a stretch."""
    name = moves.get(move)
    shown = Inserted if side == "new" else Deleted
    row = 0
    for step in move.flow:
        if isinstance(step, TableMatched):
            yield Part(step, side, move=move)
            row += 1
        elif isinstance(step, Matched):
            stretch = Stretch(f"{name}{'' if row == 0 else f'_{row}'}", side) if name else None
            yield Part(step, side, stretch, move)
        elif isinstance(step, shown):
            yield Part(step, side)


def with_last_mark(found: list[Part]) -> list[Part]:
    """Bring the last paragraphs of the old and of the new text together where a table parts them.

    For the last mark must be one of both texts. What comes or goes can stand on either side of a table that
    goes or comes; what stays cannot, and is shown as going here and coming there.
    """
    old = max((at for at, part in enumerate(found) if part.side != "new"), default=-1)
    new = max((at for at, part in enumerate(found) if part.side != "old"), default=-1)
    at = min(old, new)
    if at < 0 or old == new or found[at].is_table:
        return found
    if found[-1].is_table:
        return found if found[at].side == "both" else [*found[:at], *found[at + 1 :], found[at]]
    between = found[at + 1 : -1]
    if not any(part.is_table for part in between):
        return found
    last = found[at]
    if last.side != "both":
        return [*found[:at], *between, last, found[-1]]
    going, coming = replace(last, side="old"), replace(last, side="new")
    first, second = (coming, going) if old < new else (going, coming)
    return [*found[:at], first, *between, second, found[-1]]


# what comes and what goes


@dataclass(slots=True)
class OneSided:
    """The blocks that are in one of the texts only, and the moves of which both ends are in one story."""

    old: list[Block]
    new: list[Block]
    moves: list[Move]


def one_sided(flow: Flow) -> OneSided:
    """Return what comes and goes in a flow, cells included."""
    found = OneSided([], [], [])
    ends: list[Departure | Arrival] = []
    _gather(flow, found, ends)
    departed = {end.move for end in ends if isinstance(end, Departure)}
    found.moves += [end.move for end in ends if isinstance(end, Arrival) and end.move in departed]
    return found


def blocks_of(flow: Flow, side: Side) -> list[Block]:
    """Return the blocks of one of the texts in a flow, without those in cells."""
    found: list[Block] = []
    for part in parts(flow, {}):
        if part.side not in (side, "both"):
            continue
        match part.step:
            case Matched():
                found += part.step.olds if side == "old" else part.step.news
            case TableMatched():
                found.append(part.step.old if side == "old" else part.step.new)
            case Inserted() | Deleted():
                found.append(part.step.block)
    return found


def _gather(flow: Flow, found: OneSided, ends: list[Departure | Arrival]) -> None:
    for step in flow:
        match step:
            case Inserted():
                found.new.append(step.block)
            case Deleted():
                found.old.append(step.block)
            case Departure() | Arrival():
                ends.append(step)
                _gather_moved(step, found)
            case TableMatched():
                for row in step.rows:
                    for cell in row.cells if isinstance(row, RowMatched) else ():
                        if isinstance(cell, CellMatched):
                            _gather(cell.flow, found, ends)


def _gather_moved(end: Departure | Arrival, found: OneSided) -> None:
    for step in end.move.flow:
        if isinstance(step, Matched):
            if isinstance(end, Arrival):
                found.new += step.news
            else:
                found.old += step.olds
        elif isinstance(step, Inserted) and isinstance(end, Arrival):
            found.new.append(step.block)
        elif isinstance(step, Deleted) and isinstance(end, Departure):
            found.old.append(step.block)


def named(moves: Collection[Move]) -> dict[Move, str]:
    """Return a name for each of the moves."""
    return {move: f"move{number}" for number, move in enumerate(moves, start=1)}
