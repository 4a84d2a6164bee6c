"""Changes that together are one: a clause, a schedule or an annex that came, went or was swapped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from clausekit.comparison.changes import Found
from clausekit.comparison.clauses import Pairs, Unit
from clausekit.comparison.flow import Deleted, Inserted
from clausekit.comparison.places import Places
from clausekit.comparison.spots import whole_blocks


@dataclass(frozen=True, slots=True)
class ClauseChange:
    """What came, went or was swapped: the units of each text, the first of them that by which it is known."""

    old: tuple[Unit, ...]
    new: tuple[Unit, ...]


class Gathering:
    """The changes of two texts, those of whole clauses as one each; ``clauses`` says which these are."""

    def __init__(self, found: Iterable[Found], old: Places, new: Places, pairs: Pairs) -> None:
        self._pairs = pairs
        self._old, self._new = old, new
        found = list(found)
        gone, come = _blocks_gone_and_come(found)
        self._emptied = {
            (one, other) for one, other in pairs.new_of.items() if _is_emptied(one, other, gone, come)
        }
        self._wholes: dict[Unit, tuple[Unit, ...]] = {}
        self.clauses: dict[Found, ClauseChange] = {}
        self.found = list(self._gathered(found))

    def _gathered(self, found: list[Found]) -> Iterator[Found]:
        groups: dict[ClauseChange, Found] = {}
        headings: dict[tuple[Unit, Unit], Found] = {}
        for change in found:
            group = None if change.follows or change.kind == "moved" else self._group(change)
            heading = self._of_heading(change)
            if group in groups:
                groups[group].anchors += change.anchors
            elif group:
                groups[group] = one = _clause_change(group, change)
                self.clauses[one] = group
                yield one
            elif heading in headings:
                both = headings[heading]
                both.take(change)
                both.kind = (
                    "moved" if both.old and both.new and both.old.words == both.new.words else "replaced"
                )
            elif heading:
                headings[heading] = change
                yield change
            else:
                self._note_seam(change)
                yield change

    def _of_heading(self, change: Found) -> tuple[Unit, Unit] | None:
        """Return the clause of both texts of which a heading came or went: it may have got another."""
        passage = change.spot.passage
        if not change.whole or passage is None or change.kind not in ("inserted", "deleted"):
            return None
        old = self._old.unit(change.old) if change.old else None
        new = self._new.unit(change.new) if change.new else None
        if old and old.heading is passage and old in self._pairs.new_of:
            return old, self._pairs.new_of[old]
        if new and new.heading is passage and new in self._pairs.old_of:
            return self._pairs.old_of[new], new
        return None

    def _note_seam(self, change: Found) -> None:
        """Note that a clause was split by a heading put into it, or joined to another by one taken out."""
        passage = change.spot.passage
        if not change.whole or passage is None:
            return
        if change.kind == "inserted" and (new := self._new.unit(change.spot)) and new.heading is passage:
            change.kind = "split"
            self.clauses[change] = ClauseChange((), (new,))
        elif change.kind == "deleted" and (old := self._old.unit(change.spot)) and old.heading is passage:
            change.kind = "joined"
            self.clauses[change] = ClauseChange((old,), ())

    def _group(self, change: Found) -> ClauseChange | None:
        """Return the change of a clause to which a change belongs."""
        new = self._new.unit(change.new) if change.new else None
        old = self._old.unit(change.old) if change.old else None
        if new and new.named:
            former = self._pairs.old_of.get(new)
            if self._pairs.is_new(new):
                return ClauseChange((), self._with_schedule(new, self._new, self._pairs.is_new))
            if former and self._is_exchange(former, new):
                return ClauseChange((former,), (new,))
        if old and old.named:
            later = self._pairs.new_of.get(old)
            if self._pairs.is_gone(old):
                return ClauseChange(self._with_schedule(old, self._old, self._pairs.is_gone), ())
            if later and self._is_exchange(old, later):
                return ClauseChange((old,), (later,))
        return None

    def _is_exchange(self, old: Unit, new: Unit) -> bool:
        return self._pairs.swapped(old, new) or (old, new) in self._emptied

    def _with_schedule(
        self, unit: Unit, places: Places, is_whole: Callable[[Unit], bool]
    ) -> tuple[Unit, ...]:
        """Return the whole schedule or part in which a unit stands, if all of it came or went."""
        if unit not in self._wholes:
            divisions = (each for each in places.divisions(unit) if all(map(is_whole, each)))
            self._wholes[unit] = next(divisions, (unit,))
        return self._wholes[unit]


def _clause_change(group: ClauseChange, first: Found) -> Found:
    old = whole_blocks([block for unit in group.old for block in unit.blocks])
    new = whole_blocks([block for unit in group.new for block in unit.blocks])
    if old is None or new is None:
        return Found("inserted" if new else "deleted", first.anchors, old, new, whole=True)
    before, after = len(group.old[0].blocks), len(group.new[0].blocks)
    if group.old[0].origin.id == group.new[0].origin.id:
        return Found("deleted" if before > after else "inserted", first.anchors, old, new, whole=True)
    return Found("swapped", first.anchors, old, new, whole=True)


def _blocks_gone_and_come(found: Iterable[Found]) -> tuple[set[object], set[object]]:
    gone: set[object] = set()
    come: set[object] = set()
    for change in found:
        for anchor in change.anchors:
            if isinstance(anchor, Deleted):
                gone.add(anchor.block)
            elif isinstance(anchor, Inserted):
                come.add(anchor.block)
    return gone, come


def _is_emptied(old: Unit, new: Unit, gone: set[object], come: set[object]) -> bool:
    """Tell whether of a clause only the number was left with some words ("Not used"), or the reverse."""
    if not old.origin.id or old.origin.id != new.origin.id or len(old.blocks) == len(new.blocks):
        return False
    if len(new.blocks) == 1:
        return all(block in gone for block in old.blocks[1:])
    return len(old.blocks) == 1 and all(block in come for block in new.blocks[1:])
