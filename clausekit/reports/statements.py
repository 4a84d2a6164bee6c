"""Key changes in plain sentences, one for each cause: what a committee is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace

from clausekit.comparison.edits import Cause, Comparison, Edit, Place
from clausekit.comparison.flow import CellDeleted, CellInserted, Deleted, Inserted, RowDeleted, RowInserted
from clausekit.reading import Table
from clausekit.reports.anchors import terms
from clausekit.reports.phrases import (
    became,
    because,
    counted,
    number_of,
    numbers,
    one_line,
    places,
    quoted,
    sentence,
    stopped,
    value,
    where,
)

_LONGEST_WITH_CONTEXT = 60
_MOST_IN_WORDS = 3
"""So many edits of one cause in one clause are each told in a sentence; more are counted."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence on some edits, by their ids."""

    text: str
    edits: tuple[int, ...]

    @property
    def numbered(self) -> str:
        """Which changes it is about ("changes 3 and 4")."""
        return f"change{'s' if len(self.edits) > 1 else ''}\u00a0{numbers(self.edits)}"


class Teller:
    """Tells the edits of one comparison in sentences."""

    def __init__(self, comparison: Comparison) -> None:
        self._rows = {id_: row for row in comparison.clauses for id_ in row.edits}
        self._terms: dict[int, str] = {}
        self._whole: set[int] = set()
        self._tables: set[int] = set()
        self._row_edits: set[int] = set()
        self._column_edits: set[int] = set()
        found = terms(comparison.flows)
        for anchor, edit in comparison.by_anchor.items():
            if anchor in found:
                self._terms.setdefault(edit.id, one_line(found[anchor]))
            if isinstance(anchor, Inserted | Deleted):
                self._whole.add(edit.id)
                if isinstance(anchor.block, Table):
                    self._tables.add(edit.id)
            elif isinstance(anchor, RowInserted | RowDeleted):
                self._row_edits.add(edit.id)
            elif isinstance(anchor, CellInserted | CellDeleted):
                self._column_edits.add(edit.id)

    def statements(self, edits: Iterable[Edit]) -> tuple[Statement, ...]:
        """Return sentences on the edits, in their order, those of one cause together."""
        groups: dict[Hashable, list[Edit]] = {}
        for edit in edits:
            groups.setdefault(self._group(edit), []).append(edit)
        return tuple(
            Statement(stopped(sentence(text)), tuple(edit.id for edit in told))
            for group in groups.values()
            for text, told in self._told(group)
        )

    def one(self, edit: Edit) -> Statement:
        """Return the sentence on one edit alone."""
        return Statement(stopped(sentence(self._single(edit))), (edit.id,))

    def _group(self, edit: Edit) -> Hashable:
        cause = edit.cause
        match edit.layer:
            case "parameter":
                place = _place(edit)
                if place.cell and "[" in cause.name:
                    return edit.layer, _record(cause), place.number, place.heading
                return edit.layer, cause.name, cause.old, cause.new
            case "formatting":
                return edit.layer
            case "definition":
                return edit.layer, self._terms.get(edit.id, edit.id)
            case "clause" | "order":
                return edit.layer, edit.id
            case _:
                place = _place(edit)
                row = self._rows.get(edit.id)
                return edit.layer, cause, id(row) if row else (place.heading, place.part)

    def _told(self, group: Sequence[Edit]) -> list[tuple[str, Sequence[Edit]]]:
        first = group[0]
        several = len(group) > 1
        if first.layer == "parameter" and several:
            if len({edit.cause.name for edit in group}) == 1:
                return [(self._parameter(group), group)]
            return [(self._cells(group), group)]
        if first.layer == "formatting" and several:
            found = places([_place(edit) for edit in group])
            return [(f"the formatting changed in {counted(len(group), 'place')}: {found}", group)]
        if first.layer == "definition":
            return [(self._definition(group), group)]
        if first.cause.kind == "library" and first.layer != "clause":
            return [(self._library(group), group)]
        if len(group) > _MOST_IN_WORDS:
            what = "in its tables" if first.layer == "table" else "in its words"
            return [(f"{self._clause(group)}: {counted(len(group), 'change')} {what}", group)]
        return [(self._single(edit), (edit,)) for edit in group]

    # sentences on several edits

    def _parameter(self, group: Sequence[Edit]) -> str:
        cause = group[0].cause
        turns = Counter((edit.removed, edit.added) for edit in group)
        ((removed, added), _) = turns.most_common(1)[0]
        # What is printed reads better than the bare value, if it is the same everywhere.
        old, new = (removed, added) if len(turns) == 1 else (cause.old, cause.new)
        if old and new:
            turn = f"changed from {value(old)} to {value(new)}"
        else:
            turn = f"now gives {value(new)}" if new else f"no longer gives {value(old)}" if old else "changed"
        found = places([_place(edit) for edit in group])
        number = counted(len(group), "place")
        return f"the parameter {one_line(cause.name)} {turn}, in {number}: {found}"

    def _cells(self, group: Sequence[Edit]) -> str:
        place = where(replace(_place(group[0]), cell=""))
        cells, record = counted(len(group), "cell"), _record(group[0].cause)
        return f"{place}: {cells} of its table changed, because the parameter {record} changed"

    def _library(self, group: Sequence[Edit]) -> str:
        cause = group[0].cause
        kind = f", a {one_line(cause.change)} change" if cause.change else ""
        note = f" ({quoted(cause.note)})" if cause.note else ""
        in_place = f" in place of {one_line(cause.old)}" if cause.old else ""
        if cause.new:
            told = f"{one_line(cause.name)} is in version {one_line(cause.new)}{in_place}{kind}{note}"
        else:
            told = f"{one_line(cause.name)} changed{kind}{note}"
        if len(group) == 1:
            return f"{self._single(group[0], why=False)}, because {told}"
        if len(group) <= _MOST_IN_WORDS and not any(edit.id in self._whole for edit in group):
            changes = "; ".join(became(edit.removed, edit.added) for edit in group)
        else:
            changes = f"{counted(len(group), 'change')} in its words"
        return f"{self._clause(group)}: {told}; {changes}"

    def _definition(self, group: Sequence[Edit]) -> str:
        first = group[0]
        term = self._terms.get(first.id, "")
        name = f"the definition of {term}" if term else f"the definition in {where(_place(first))}"
        if first.id in self._whole:
            told = f"{name} was {'added' if first.kind == 'inserted' else 'removed'}"
        elif len(group) == 1 and len(first.removed) + len(first.added) < 160:
            told = f"{name} changed: {became(first.removed, first.added)}{because(first.cause)}"
        else:
            told = f"{name} changed{because(first.cause)}"
        return told + _effect(group)

    # sentences on one edit

    def _single(self, edit: Edit, *, why: bool = True) -> str:
        cause = because(edit.cause) if why else ""
        place = where(_place(edit))
        match edit.kind:
            case "moved":
                return self._moved(edit)
            case "swapped":
                return self._swapped(edit)
            case "split":
                return f"{place} was split{_into(edit)}{cause}"
            case "joined":
                return f"{place} was joined with the text beside it{cause}"
            case "formatted":
                words = f" of {quoted(edit.added or edit.removed, 60)}" if edit.added or edit.removed else ""
                return f"{place}: the formatting{words} changed{cause}"
            case "retargeted":
                return f"{place}: the reference {became(edit.removed, edit.added)}{cause}"
            case "renumbered":
                return f"{place}: the number {became(edit.removed, edit.added)}{cause}"
            case "inserted" | "deleted":
                return self._put_in_or_out(edit, place) + cause
            case "replaced":
                # A value in a definition changes all clauses that use the term.
                term = self._terms.get(edit.id, "") if edit.affects else ""
                name = f"the definition of {term}" if term else place
                told = f"{name}: {became(edit.removed, edit.added)}{_context(edit)}{cause}"
                return told + _effect([edit])

    def _put_in_or_out(self, edit: Edit, place: str) -> str:
        done = "added" if edit.kind == "inserted" else "removed"
        if edit.layer == "clause":
            return f"{place} was {done}"
        words = edit.added or edit.removed
        if edit.id in self._row_edits or edit.id in self._column_edits:
            what = "row" if edit.id in self._row_edits else "column or cell"
            return f"{place}: a {what} of a table was {done}" + (f": {quoted(words)}" if words else "")
        if edit.id in self._tables:
            return f"{place}: a table was {done}: {quoted(words)}"
        if edit.id in self._whole:
            numbered = _place(edit).number
            told = f"{place} was {done}" if numbered else f"{place}: a paragraph was {done}"
            return told + (f": {quoted(words)}" if words else "")
        return f"{place}: {became(edit.removed, edit.added)}{_context(edit)}"

    def _moved(self, edit: Edit) -> str:
        old, new = edit.old or _place(edit), edit.new or _place(edit)
        row = self._rows.get(edit.id)
        to = number_of(new).removeprefix("clause ") if new.number != old.number else ""
        told = f"{where(old)} moved to {to}" if to else f"{where(old)} stands in another place"
        if not row or not row.moved:
            return told
        others = len(row.edits) - 1
        if others <= 0 and row.change == "same":
            return f"{told}; its words are unchanged"
        return f"{told}, with {counted(others, 'change')} in it" if others > 0 else told

    def _swapped(self, edit: Edit) -> str:
        cause = edit.cause
        old, new = edit.old or _place(edit), edit.new or _place(edit)
        was, now = one_line(cause.old or old.clause), one_line(cause.new or new.clause)
        swap = f"{now} takes the place of {was}" if was and now else "another alternative takes its place"
        if one_line(old.heading) != one_line(new.heading) and old.heading and new.heading:
            return f"{where(new)} takes the place of {where(old)}: {swap}"
        return f"{where(new)}: {swap}"

    def _clause(self, group: Sequence[Edit]) -> str:
        """Return the name of the clause that edits are in."""
        row = self._rows.get(group[0].id)
        if row:
            return where(row.new or row.old or Place())
        place = replace(_place(group[0]), cell="")
        together = all(_place(edit).number == place.number for edit in group)
        return where(place if together else replace(place, number=""))


def _effect(group: Sequence[Edit]) -> str:
    """Return which clauses changed in effect, to be put after a sentence on a definition."""
    affected = list(dict.fromkeys(place for edit in group for place in edit.affects))
    if not affected:
        return ""
    number = counted(len(affected), "clause that uses it changes", "clauses that use it change")
    return f"; {number} in effect: {places(affected)}"


def _record(cause: Cause) -> str:
    """Return the parameter that holds the list in which a parameter is ("shares" of "shares[0].amount")."""
    return one_line(cause.name.partition("[")[0])


def _place(edit: Edit) -> Place:
    return edit.new or edit.old or Place()


def _into(edit: Edit) -> str:
    if edit.old and edit.new and edit.old.number and edit.new.number and edit.old.number != edit.new.number:
        return f", into {edit.old.number} and {edit.new.number}"
    return " in two"


def _context(edit: Edit) -> str:
    """Return the words around a short edit, so that the sentence says what it is about."""
    short = (
        len(edit.removed) + len(edit.added) <= _LONGEST_WITH_CONTEXT and (edit.removed + edit.added).strip()
    )
    if not (edit.before.strip() or edit.after.strip()) or not short:
        return ""
    return f", in {quoted(f'{edit.before}{edit.added or chr(8230)}{edit.after}')}"
