"""From two texts side by side to what changed: each change once, in one layer, with one cause and a place.

The layer of a change is the first of these that is true of it:

1.  ``following``: a number or reference that follows from another change, or a line of the contents.
2.  ``formatting``: no words changed.
3.  ``hand``: its cause is a hand, tracked or not; what no source explains must not hide in another layer.
4.  ``order``: it moved.
5.  ``clause``: a whole clause or schedule came, went, or was swapped for an alternative.
6.  ``definition``: a whole definition came or went, or its meaning changed by other than a value.
7.  ``parameter``: a value changed it, in a table too.
8.  ``table``: it is in a table, and no version of a clause explains it.
9.  ``wording``: all else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from clausekit.comparison.causes import FOLLOWING, Text, find_causes
from clausekit.comparison.changes import Found, changes
from clausekit.comparison.clauses import Outline, Pairs, Unit
from clausekit.comparison.concordance import answers, concordance, stale_references
from clausekit.comparison.definitions import affected
from clausekit.comparison.edits import Cause, Comparison, Edit, Layer, Side
from clausekit.comparison.figures import figure_changes
from clausekit.comparison.flow import Change, Flows, Matched, Move
from clausekit.comparison.gathering import Gathering
from clausekit.comparison.places import Places
from clausekit.comparison.returned import TrackedEdit, by_passage, is_kept, tracked_edits
from clausekit.comparison.rows import clause_rows
from clausekit.comparison.sources import Explain, Sources
from clausekit.comparison.spots import Spot
from clausekit.comparison.visits import visits
from clausekit.reading import NOTE_MARK, Passage

_WORDS_AROUND = 40
"""So many characters of the text before and after an edit are told, less the word that is cut."""


def compare(
    old: Side,
    new: Side,
    flows: Flows,
    old_sources: Sources | None,
    new_sources: Sources | None,
    explain: Explain | None = None,
) -> Comparison:
    """Return what changed from ``old`` to ``new``, whose texts ``flows`` lays side by side.

    The sources are what is known of where each text came from; ``explain`` is the library, if there is one.
    Of a returned draft, read with its tracked changes kept, ``flows`` lead to the text without them: what
    changed there was not tracked. The tracked changes become edits after those.
    """
    return _Comparing(old, new, flows, old_sources, new_sources, explain).comparison()


@dataclass(frozen=True, slots=True)
class _Judged:
    """A change, the edit that it is, and the clauses in which it is."""

    found: Found
    edit: Edit
    units: tuple[Unit, ...]


class _Comparing:
    """Makes one comparison."""

    def __init__(
        self,
        old: Side,
        new: Side,
        flows: Flows,
        old_sources: Sources | None,
        new_sources: Sources | None,
        explain: Explain | None,
    ) -> None:
        self._old, self._new, self._flows = old, new, flows
        self._matched = [step for step, _ in visits(flows) if isinstance(step, Matched)]
        self._old_outline = Outline(old.reading, old_sources)
        self._new_outline = Outline(new.reading, new_sources)
        self._pairs = Pairs(self._old_outline, self._new_outline, self._matched)
        self._old_text = Text(old.name, Places(old.reading, self._old_outline), old_sources)
        self._new_text = Text(new.name, Places(new.reading, self._new_outline), new_sources)
        self._explain = explain
        self._told: tuple[str, ...] = ()

    def comparison(self) -> Comparison:
        """Return all that was found."""
        judged = list(self._judged())
        answering = {**self._pairs.headings(), **answers(self._matched)}
        old, new = (self._old_outline, self._old_text.places), (self._new_outline, self._new_text.places)
        tracked = list(tracked_edits(self._new.reading, self._new_text.places, first=len(judged) + 1))
        return Comparison(
            self._old,
            self._new,
            self._flows,
            (*(one.edit for one in judged), *(one.edit for one in tracked)),
            {anchor: one.edit for one in judged for anchor in one.found.anchors},
            clause_rows(old, new, self._pairs, self._by_unit(judged, tracked), self._moved(judged)),
            concordance(self._old_outline, answering),
            figure_changes((one.edit, one.found) for one in judged if one.edit.layer != "following"),
            tuple(stale_references(self._matched, old, new, answering)),
            tuple(f"{side.name}: {what}" for side in (self._old, self._new) for what in side.reading.unread),
            tuple(self._remarks()),
            self._new.reading.comments,
            by_passage(tracked),
        )

    def _judged(self) -> Iterator[_Judged]:
        """Yield each change with the edit that it is."""
        found = [change for change in changes(self._flows) if not self._is_passed_over(change)]
        gathering = Gathering(found, self._old_text.places, self._new_text.places, self._pairs)
        attribution = find_causes(
            gathering.found,
            gathering.clauses,
            self._old_text,
            self._new_text,
            self._pairs,
            self._explain,
            is_returned=is_kept(self._new.reading),
        )
        self._told = attribution.remarks
        terms = {change: self._term(change) for change in gathering.found}
        effects = affected(
            terms.values(), self._new_outline, self._new_text.places, self._changed_passages(gathering.found)
        )
        for number, change in enumerate(gathering.found, start=1):
            cause = FOLLOWING if self._is_contents(change) else attribution.causes[change]
            layer = self._layer(change, cause, is_clause=change in gathering.clauses)
            edit = self._edit(number, change, layer, cause)
            clause = gathering.clauses.get(change)
            units = (*clause.old, *clause.new) if clause else tuple(self._units(change))
            yield _Judged(change, replace(edit, affects=effects.get(terms[change], ())), units)

    def _is_passed_over(self, change: Found) -> bool:
        """Tell whether a change of blanks is not to be reported."""
        return self._flows.ignore_spaces and all(
            isinstance(anchor, Change) and anchor.kind == "space" for anchor in change.anchors
        )

    def _layer(self, change: Found, cause: Cause, *, is_clause: bool) -> Layer:
        if cause == FOLLOWING:
            return "following"
        if change.looks_only:
            return "formatting"
        if cause.kind in ("silent", "tracked"):
            return "hand"
        if change.kind == "moved":
            return "order"
        if is_clause:
            return "clause"
        if self._term(change) and (change.whole or cause.kind != "parameter"):
            return "definition"
        if cause.kind == "parameter":
            return "parameter"
        if change.spot.in_table and cause.kind != "library":
            return "table"
        return "wording"

    def _term(self, change: Found) -> str:
        """Return the term in whose definition words changed, "" elsewhere."""
        if change.follows or change.looks_only or change.kind == "moved":
            return ""
        outline = self._new_outline if change.new else self._old_outline
        passage = change.spot.passage
        definition = outline.definition_of.get(passage) if passage else None
        return definition.term if definition else ""

    def _is_contents(self, change: Found) -> bool:
        return any(unit.contents for unit in self._units(change))

    def _changed_passages(self, found: list[Found]) -> Iterator[Passage]:
        """Yield the passages of the new text of which words changed."""
        for change in found:
            if change.new and not change.follows and change.kind not in ("moved", "formatted"):
                yield from change.new.passages if change.whole else filter(None, [change.new.passage])

    def _edit(self, number: int, change: Found, layer: Layer, cause: Cause) -> Edit:
        old = self._old_text.places.of_spot(change.old) if change.old else None
        new = self._new_text.places.of_spot(change.new) if change.new else None
        before, after = _around(change.spot)
        removed, added = (
            spot.words.replace(NOTE_MARK, "") if spot else "" for spot in (change.old, change.new)
        )
        if change.follows:
            removed, added = removed.strip(), added.strip()  # a number has a tab after it
        return Edit(
            number,
            layer,
            change.kind,
            cause,
            old,
            new,
            removed,
            added,
            before,
            after,
        )

    def _units(self, change: Found) -> Iterator[Unit]:
        for spot, text in ((change.old, self._old_text), (change.new, self._new_text)):
            if spot and (unit := text.places.unit(spot)):
                yield unit

    def _by_unit(self, judged: list[_Judged], tracked: list[TrackedEdit]) -> dict[Unit, list[Edit]]:
        edits: dict[Unit, list[Edit]] = defaultdict(list)
        for one in judged:
            for unit in one.units:
                edits[unit].append(one.edit)
        for each in tracked:
            for passage in each.passages:
                if within := self._new_outline.unit_of.get(passage):
                    edits[within].append(each.edit)
        return edits

    def _moved(self, judged: list[_Judged]) -> frozenset[Unit]:
        """Return the units of the new text that begin with something that moved."""
        return frozenset(
            unit
            for one in judged
            if one.found.new and any(isinstance(anchor, Move) for anchor in one.found.anchors)
            for passage in one.found.new.passages
            if (unit := self._new_outline.unit_of.get(passage)) and unit.first is passage
        )

    def _remarks(self) -> Iterator[str]:
        for side in (self._old, self._new):
            if not side.reading.structured:
                yield f"No clauses were recognised in {side.name}; its paragraphs were compared."
        yield from self._told


def _around(spot: Spot) -> tuple[str, str]:
    """Return a few words before and after a stretch of text, of its own paragraph only."""
    passage = spot.passage
    if spot.block is not None or passage is None:
        return "", ""
    start, end = spot.within(passage)
    before, after = passage.text[passage.typed : start], passage.text[end:]
    if len(before) > _WORDS_AROUND:
        before = before[-_WORDS_AROUND:].partition(" ")[2]
    if len(after) > _WORDS_AROUND:
        after = after[:_WORDS_AROUND].rpartition(" ")[0]
    return before, after
