"""The changes in two flows, one by one: what was there, what is there, and where; not yet why.

What a reader sees as one change is one: words replaced with only a blank or a filled-in value around them, a
paragraph with what is set under it, a column, a footnote with its mark.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clausekit.comparison.edits import EditKind
from clausekit.comparison.flow import (
    Anchor,
    CellDeleted,
    CellInserted,
    Change,
    Deleted,
    Flows,
    Inserted,
    Matched,
    Move,
    RowDeleted,
    RowInserted,
    TableMatched,
)
from clausekit.comparison.spots import Spot, between, joined, whole_blocks, whole_cell, whole_row
from clausekit.comparison.visits import Where, visits
from clausekit.reading import NOTE_MARK, PARAGRAPH_MARK, Block, Passage, Span, Table


@dataclass(slots=True, eq=False)
class Found:
    """A change: ``whole`` if whole paragraphs, rows, columns or tables came or went."""

    kind: EditKind
    anchors: list[Anchor]
    old: Spot | None
    new: Spot | None
    whole: bool = False

    @property
    def follows(self) -> bool:
        """Whether it is only a number or reference that follows from another change."""
        return self.kind == "renumbered"

    @property
    def looks_only(self) -> bool:
        """Whether no words changed: formatting, or an empty paragraph."""
        return self.kind == "formatted" or (
            self.whole and not any(spot and spot.text.strip() for spot in (self.old, self.new))
        )

    def take(self, other: Found) -> None:
        """Make another change part of this one."""
        self.anchors += other.anchors
        self.old, self.new = joined(self.old, other.old), joined(self.new, other.new)

    @property
    def words(self) -> tuple[str, str]:
        """What was there and what is there."""
        return self.old.words if self.old else "", self.new.words if self.new else ""

    @property
    def spot(self) -> Spot:
        """Where it is in the new text, or where it was."""
        spot = self.new or self.old
        assert spot is not None
        return spot


def changes(flows: Flows) -> list[Found]:
    """Return the changes in the order of the text, each anchor of the flows in just one of them."""
    found: list[Found] = []
    columns: dict[tuple[str, Table, int | None], Found] = {}
    hosts = _Hosts()
    for step, where in visits(flows):
        match step:
            case Matched():
                inner = list(_in_passages(step, where))
            case Inserted() | Deleted():
                inner = [_block(step, where)]
            case Move():
                inner = [_move(step, where)]
            case RowInserted() | RowDeleted():
                inner = [_row(step, where)]
            case CellInserted() | CellDeleted():
                inner = _column(step, where, columns)
        for change in inner:
            if not hosts.takes(change):
                found.append(change)
                hosts.add(change)
    return found


class _Hosts:
    """The changes that take in others: a paragraph what is set under it, a note's mark the note."""

    def __init__(self) -> None:
        self._by_note: dict[tuple[bool, str], Found] = {}
        self._last: Found | None = None

    def takes(self, change: Found) -> bool:
        """Tell whether the change is part of an earlier one, and if so make it that."""
        host = self._note_host(change)
        if host:
            host.anchors += change.anchors
            if not host.spot.words.strip(NOTE_MARK):  # the mark says nothing, the note does
                host.old, host.new = change.old, change.new
            return True
        last = self._last
        if last and _is_under(change, last):
            last.take(change)
            return True
        return False

    def _note_host(self, change: Found) -> Found | None:
        if not change.whole:
            return None
        part = change.spot.part
        return self._by_note.get((change.new is not None, part)) if part else None

    def add(self, change: Found) -> None:
        """Remember the change for those that may belong to it."""
        is_block = change.whole and isinstance(change.anchors[0], Inserted | Deleted)
        self._last = change if is_block else None
        for is_new, spot in ((False, change.old), (True, change.new)):
            if spot and not change.follows and change.kind not in ("moved", "formatted"):
                for span in spot.spans:
                    if span.note:
                        self._by_note.setdefault((is_new, span.note), change)


def _is_under(change: Found, above: Found) -> bool:
    """Tell whether both are whole paragraphs, and the one is set under the other or has no number."""
    if not change.whole or change.kind != above.kind or change.spot.part != above.spot.part:
        return False
    lower, upper = change.spot.block, above.spot.block
    if not (isinstance(lower, Passage) and isinstance(upper, Passage)) or change.spot.cell or above.spot.cell:
        return False
    if lower.heading or lower.term or lower.clause != upper.clause or lower.division != upper.division:
        return False
    return not lower.label or (lower.level or 0) > (upper.level or 0)


def _in_passages(step: Matched, where: Where) -> Iterator[Found]:
    old = between(step.olds, where.old_cell, where.old_part)
    new = between(step.news, where.new_cell, where.new_part)
    words = [_change(group, old, new) for group in _groups(step, old, new)]
    yield from words
    beside = {place: each for each in words if each.new for place in (each.new.start, each.new.end)}
    for look in step.reformats:
        spots = old.at(look.old_start, look.old_end), new.at(look.new_start, look.new_end)
        touching = beside.get(look.new_start) or beside.get(look.new_end)
        if touching and not spots[1].words.strip():  # a blank goes with the words beside it
            touching.anchors.append(look)
        else:
            yield Found("formatted", [look], *spots)
    seam = next((each for each in words if each.kind in ("split", "joined")), None)
    for relaid in step.relaid:
        if seam:  # what a paragraph is split into, or joined from, is set in its own way
            seam.anchors.append(relaid)
        else:
            yield Found(
                "formatted",
                [relaid],
                whole_blocks([relaid.old], where.old_cell, where.old_part),
                whole_blocks([relaid.new], where.new_cell, where.new_part),
            )


def _groups(step: Matched, old: Spot, new: Spot) -> Iterator[list[Change]]:
    """Yield the changes of words, together where nothing but a blank or one filled-in value joins them."""
    group: list[Change] = []
    for op in step.ops:
        if not isinstance(op, Change):
            continue
        if group and not _belong_together(group[-1], op, old, new):
            yield group
            group = []
        group.append(op)
    if group:
        yield group


def _belong_together(one: Change, other: Change, old: Spot, new: Spot) -> bool:
    if one.kind != other.kind or one.kind in ("number", "note"):
        return False
    between = new.text[one.new_end : other.new_start]
    if not between.strip() and PARAGRAPH_MARK not in between:
        return True
    if one.kind == "reference":
        return False
    return any(
        value is not None and value is _value_at(spot, after)
        for spot, before, after in (
            (old, one.old_start, other.old_start),
            (new, one.new_start, other.new_start),
        )
        if (value := _value_at(spot, before))
    )


def _value_at(spot: Spot, place: int) -> Span | None:
    """Return the filled-in value in which a place is."""
    return next((span for span in spot.at(place, place + 1).spans if span.parameter), None)


def _change(group: list[Change], around_old: Spot, around_new: Spot) -> Found:
    old = around_old.at(group[0].old_start, group[-1].old_end)
    new = around_new.at(group[0].new_start, group[-1].new_end)
    anchors: list[Anchor] = [*group]
    if group[0].kind in ("number", "reference"):
        return Found("renumbered", anchors, old, new)
    removed, added = old.words.count(PARAGRAPH_MARK), new.words.count(PARAGRAPH_MARK)
    if removed != added:
        return Found("split" if added > removed else "joined", anchors, old, new)
    if _is_reference(old) and _is_reference(new):
        return Found("retargeted", anchors, old, new)
    if not old.words:
        return Found("inserted", anchors, old, new)
    return Found("replaced" if new.words else "deleted", anchors, old, new)


def _is_reference(spot: Spot) -> bool:
    spans = list(spot.spans)
    return bool(spans) and all(span.reference for span in spans)


def _block(step: Inserted | Deleted, where: Where) -> Found:
    if isinstance(step, Inserted):
        return _came(step, whole_blocks([step.block], where.new_cell, where.new_part))
    return _went(step, whole_blocks([step.block], where.old_cell, where.old_part))


def _row(step: RowInserted | RowDeleted, where: Where) -> Found:
    if isinstance(step, RowInserted):
        return _came(step, whole_row(step.row, where.new_cell, where.new_part))
    return _went(step, whole_row(step.row, where.old_cell, where.old_part))


def _column(
    step: CellInserted | CellDeleted, where: Where, columns: dict[tuple[str, Table, int | None], Found]
) -> list[Found]:
    """Return the change that a cell is, unless another cell of its column was it already."""
    if isinstance(step, CellInserted):
        change = _came(step, whole_cell(step.cell, where.new_cell, where.new_part))
    else:
        change = _went(step, whole_cell(step.cell, where.old_cell, where.old_part))
    at = change.spot.cell
    assert at is not None
    first = columns.setdefault((change.kind, at.table, at.column), change)
    if first is change:
        return [change]
    first.take(change)
    return []


def _came(step: Anchor, spot: Spot | None) -> Found:
    return Found("inserted", [step], None, spot, whole=True)


def _went(step: Anchor, spot: Spot | None) -> Found:
    return Found("deleted", [step], spot, None, whole=True)


def _move(move: Move, where: Where) -> Found:
    olds: list[Block] = []
    news: list[Block] = []
    for step in move.flow:
        match step:
            case Matched():
                olds += step.olds
                news += step.news
            case TableMatched():
                olds.append(step.old)
                news.append(step.new)
            case Inserted():
                news.append(step.block)
            case Deleted():
                olds.append(step.block)
    old, new = (
        whole_blocks(olds, where.old_cell, where.old_part),
        whole_blocks(news, where.new_cell, where.new_part),
    )
    return Found("moved", [move], old, new, whole=True)
