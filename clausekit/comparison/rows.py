"""The table of clauses: what became of each clause and schedule, in the order of the texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Literal

from clausekit.comparison.clauses import Outline, Pairs, Unit
from clausekit.comparison.edits import ClauseRow, Edit
from clausekit.comparison.places import Places

_Change = Literal["same", "changed", "inserted", "deleted", "swapped"]


def clause_rows(
    old: tuple[Outline, Places],
    new: tuple[Outline, Places],
    pairs: Pairs,
    edits: Mapping[Unit, list[Edit]],
    moved: frozenset[Unit],
) -> tuple[ClauseRow, ...]:
    """Return a line for each clause and schedule; ``edits`` are those of a unit, in either text.

    ``moved`` are the units of the new text that stand in another order. A clause of the old text that is gone
    comes after the one before it.
    """
    gone_after: dict[Unit | None, list[Unit]] = defaultdict(list)
    before: Unit | None = None
    for unit in old[0].units:
        if unit in pairs.new_of:
            before = pairs.new_of[unit]
        else:
            gone_after[before].append(unit)
    order: list[tuple[Unit | None, Unit | None]] = [(unit, None) for unit in gone_after[None]]
    for unit in new[0].units:
        order.append((pairs.old_of.get(unit), unit))
        order += ((gone, None) for gone in gone_after[unit])
    named = (pair for pair in order if any(unit and unit.named for unit in pair))
    return tuple(_row(one, other, old[1], new[1], pairs, edits, moved) for one, other in named)


def _row(
    old: Unit | None,
    new: Unit | None,
    old_places: Places,
    new_places: Places,
    pairs: Pairs,
    edits: Mapping[Unit, list[Edit]],
    moved: frozenset[Unit],
) -> ClauseRow:
    own = [edit for unit in (old, new) if unit for edit in edits.get(unit, ())]
    ids = tuple(sorted({edit.id for edit in own if edit.layer != "following"}))
    versions = (old.origin.version.number if old else "", new.origin.version.number if new else "")
    return ClauseRow(
        old_places.of_unit(old) if old else None,
        new_places.of_unit(new) if new else None,
        _change(old, new, own, pairs, moved),
        new in moved,
        versions,
        ids,
        tuple((new_places if old else old_places).of_unit(unit) for unit in pairs.split_from(old, new)),
        tuple((old_places if new else new_places).of_unit(unit) for unit in pairs.joined_from(old, new)),
    )


def _change(
    old: Unit | None, new: Unit | None, own: list[Edit], pairs: Pairs, moved: frozenset[Unit]
) -> _Change:
    if old is None or new is None:
        return "inserted" if new else "deleted"
    if pairs.swapped(old, new):
        return "swapped"
    passed_over = ("following", "order") if new in moved else ("following",)
    return "changed" if any(edit.layer not in passed_over for edit in own) else "same"
