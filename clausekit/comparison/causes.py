"""Why each change came about: another version of a clause, another value, the outline, or a hand.

What can be seen is taken as it is: a filled-in value that is another is caused by its parameter. Where a
change could have several causes, the library drafts the text anew with one of them at a time. Without the
library, what only it could tell stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from clausekit.comparison.candidates import Candidates
from clausekit.comparison.changes import Found
from clausekit.comparison.clauses import Pairs, Unit
from clausekit.comparison.edits import Cause
from clausekit.comparison.gathering import ClauseChange
from clausekit.comparison.handwork import Handwork
from clausekit.comparison.hybrids import Candidate, Hybrids
from clausekit.comparison.outlines import SILENT, UNKNOWN, OutlineCauses, is_asked, of_value
from clausekit.comparison.places import Places
from clausekit.comparison.shown import ShownValues, by_control
from clausekit.comparison.sources import Explain, Sources, Version
from clausekit.comparison.spots import Spot
from clausekit.comparison.values import changed_values
from clausekit.reading import Passage

FOLLOWING = Cause("following")
_SOURCES = ("library", "parameter", "template")


@dataclass(frozen=True, slots=True)
class Text:
    """One of the texts: its name, where its passages are, and what it was drafted from, if that is known."""

    name: str
    places: Places
    sources: Sources | None

    def unit(self, spot: Spot | None) -> Unit | None:
        """Return the clause in which a spot of this text is."""
        return self.places.unit(spot) if spot else None


@dataclass(frozen=True, slots=True)
class Attribution:
    """The cause of each change, and what a reader must know of how far it could be told."""

    causes: Mapping[Found, Cause]
    remarks: tuple[str, ...] = ()


def find_causes(
    found: list[Found],
    clauses: Mapping[Found, ClauseChange],
    old: Text,
    new: Text,
    pairs: Pairs,
    explain: Explain | None,
    *,
    is_returned: bool = False,
) -> Attribution:
    """Return the cause of each change; ``clauses`` says which of them are of whole clauses.

    ``is_returned`` says that the new text came with tracked changes, which are not among the changes found.
    """
    if old.sources is None or new.sources is None:
        default = SILENT if old.sources or is_returned else UNKNOWN
        return Attribution({change: _by_marks(change, old, new, default) for change in found})
    if old.sources.same(new.sources):
        return Attribution({change: FOLLOWING if change.follows else SILENT for change in found})
    finder = _Causes(old, new, old.sources, new.sources, clauses, pairs, explain)
    return Attribution(finder.all(found), finder.remarks if found else ())


def _by_marks(change: Found, old: Text, new: Text, default: Cause) -> Cause:
    """Return the cause as far as content controls tell it."""
    if change.follows:
        return FOLLOWING
    before, after = old.unit(change.old), new.unit(change.new)
    if before and after and before.origin.id == after.origin.id != "":
        one, other = before.origin.version, after.origin.version
        if one.differs(other):
            return _library(before.origin.id, one, other, "")
    return (default is UNKNOWN and by_control(change)) or default


def _library(clause: str, old: Version, new: Version, note: str) -> Cause:
    return Cause("library", clause, old.number, new.number, old.step_to(new), note)


class _Causes:
    """Finds causes where the sources of both texts are known and differ."""

    def __init__(
        self,
        old_text: Text,
        new_text: Text,
        old: Sources,
        new: Sources,
        clauses: Mapping[Found, ClauseChange],
        pairs: Pairs,
        explain: Explain | None,
    ) -> None:
        self._old_text, self._new_text = old_text, new_text
        self._old, self._new = old, new
        self._clauses = clauses
        self._pairs = pairs
        self._noting = explain
        self._values = changed_values(old.parameters, new.parameters)
        self._shown = ShownValues(self._values)
        hybrids = Hybrids(old, new, explain) if explain else None
        self._old_hand = Handwork(old_text.places, hybrids.old() if hybrids and not old.made else None)
        self._new_hand = Handwork(new_text.places, hybrids.new() if hybrids and not new.made else None)
        if not (new.made or self._new_hand.known):
            hybrids = explain = None  # it is not the library from which the text was drafted
        self._explain = explain
        self._outline = OutlineCauses(old, new, self._values, hybrids, explain)
        self._candidates = Candidates(old_text.places, new_text.places, hybrids)
        self._asked_by: dict[str, tuple[Candidate, ...]] = {}
        self._causes: dict[Found, Cause] = {}
        self._by_passage: dict[Passage, Cause] = {}

    @property
    def remarks(self) -> tuple[str, ...]:
        """What could not be told: which edits of a text were made by hand."""
        sides = ((self._old_text, self._old_hand), (self._new_text, self._new_hand))
        return tuple(
            f"{text.name} cannot be drafted anew from the library, so edits by hand in it are not told apart."
            for text, hand in sides
            if self._noting and text.sources and not text.sources.made and not hand.known
        )

    def all(self, changes: list[Found]) -> dict[Found, Cause]:
        """Return all causes; those of whole clauses are found first, for others may follow from them."""
        for change in changes:
            if change in self._clauses:
                self._causes[change] = self._of_clause(change)
        waiting: list[Found] = []
        for change in changes:
            if change in self._causes:
                continue
            if cause := self._of(change):
                self._causes[change] = cause
            else:
                waiting.append(change)
        self._by_passage = {
            change.spot.passage: cause
            for change, cause in self._causes.items()
            if cause.kind in _SOURCES and not change.whole and change.spot.passage
        }
        self._settle(waiting)
        return {change: self._causes[change] for change in changes}

    def _settle(self, waiting: list[Found]) -> None:
        """Find the causes of changes that follow from others, which may follow from others in turn."""
        while waiting:
            found = {change: cause for change in waiting if (cause := self._following(change))}
            self._causes.update(found or {change: self._unexplained(change) for change in waiting})
            waiting = [change for change in waiting if change not in self._causes]

    def _of_clause(self, change: Found) -> Cause:
        clause = self._clauses[change]
        if not any(unit.origin.id for unit in (*clause.old, *clause.new)) and self._is_by_hand(change):
            return SILENT
        return self._outline.of_clause(clause)

    def _of(self, change: Found) -> Cause | None:
        """Return the cause of a change inside clauses; None if it must have followed from another."""
        if change.follows:
            return FOLLOWING
        if change.looks_only:
            return next((candidate.cause for candidate in self._versions(change)), None)
        if change.kind == "moved":
            return self._of_move(change)
        if self._is_by_hand(change):
            return SILENT
        if _is_definition(change):
            return None
        return self._shown.cause(change) or self._candidates.chosen(
            change, [*self._versions(change), *self._asked(change)]
        )

    def _of_move(self, change: Found) -> Cause:
        """Return why something moved: the order of the outline, of a list, or of a new version."""
        old, new = self._units(change)
        whole = new is not None and change.spot.passage is new.first
        if whole and (cause := self._outline.of_order(old, new)):
            return cause
        for candidate in () if whole else self._versions(change):
            return candidate.cause
        for candidate in self._asked(change):
            if candidate.value and candidate.value.reordered:
                return candidate.cause
        elsewhere = old and new and old.origin.id != new.origin.id
        return self._outline.template() if elsewhere else self._unexplained(change)

    def _unexplained(self, change: Found) -> Cause:
        """Return the cause of what no source seems to explain: a hand, if it can be one and nothing else.

        It is none where drafts made anew print the same words; where something stands they do not tell.
        """
        known = [
            hand.known
            for sources, hand in ((self._old, self._old_hand), (self._new, self._new_hand))
            if not sources.made
        ]
        printed = not change.looks_only and change.kind != "moved" and any(self._units(change))
        return SILENT if known and all(known) and not printed else UNKNOWN

    def _is_by_hand(self, change: Found) -> bool:
        old_unit, new_unit = self._units(change)
        old, new = change.old, change.new
        return bool(
            (new and self._new_hand.wrote(new))
            or (old and self._old_hand.wrote(old))
            or (new and not old and self._old_hand.took_out(new, old_unit))
            or (old and not new and self._new_hand.took_out(old, new_unit))
        )

    def _units(self, change: Found) -> tuple[Unit | None, Unit | None]:
        """Return the units around a change; where it is in one text only, that which answers to it."""
        old, new = self._old_text.unit(change.old), self._new_text.unit(change.new)
        return (
            old or (self._pairs.old_of.get(new) if new else None),
            new or (self._pairs.new_of.get(old) if old else None),
        )

    # what may be: versions and values

    def _names(self, change: Found) -> tuple[str, ...]:
        """Return the clauses of the library in which a change is."""
        return tuple(dict.fromkeys(unit.origin.id for unit in self._units(change) if unit and unit.origin.id))

    def _versions(self, change: Found) -> Iterator[Candidate]:
        for name in self._names(change):
            old, new = self._old.clauses.get(name), self._new.clauses.get(name)
            if old and new and old.differs(new):
                note = self._noting.note(name, old.number, new.number) if self._noting else ""
                yield Candidate(_library(name, old, new, note))

    def _asked(self, change: Found) -> Iterator[Candidate]:
        """Yield the values that the clause can ask for or, if that is not known, one that the words show."""
        names = self._names(change)
        if self._explain is None or not names:
            if value := self._shown.likely(change):
                yield Candidate(of_value(value), value)
            return
        for name in names:
            if name not in self._asked_by:
                self._asked_by[name] = self._candidates_of(name, self._explain)
        yield from dict.fromkeys(each for name in names for each in self._asked_by[name])

    def _candidates_of(self, name: str, explain: Explain) -> tuple[Candidate, ...]:
        """Return the values for which a clause can ask in either version."""
        asked: frozenset[str] = frozenset()
        for clauses in (self._old.clauses, self._new.clauses):
            if name in clauses:
                asked |= explain.asks(name, clauses[name].number)
        return tuple(Candidate(of_value(value), value) for value in self._values if is_asked(asked, value))

    # what follows from other changes

    def _following(self, change: Found) -> Cause | None:
        if change.looks_only:
            return self._of_looks(change)
        return self._of_definition(change) if _is_definition(change) else self._knocked_on(change)

    def _of_looks(self, change: Found) -> Cause | None:
        """Return why only looks changed: as the words beside them, or for another template."""
        passage = change.spot.passage
        if passage and (beside := self._by_passage.get(passage)):
            return beside
        return self._outline.template() if self._old.template != self._new.template else None

    def _of_definition(self, change: Found) -> Cause | None:
        """Return why a definition came or went: its clause has it no more, or nothing uses it any more."""
        for candidate in (*self._versions(change), *self._asked(change)):
            if not self._candidates.can_try or self._candidates.makes(candidate, change):
                return candidate.cause
        users = (self._causes[user] for user in self._users(change))
        return next((cause for cause in users if cause.kind in _SOURCES), None)

    def _users(self, change: Found) -> Iterator[Found]:
        """Yield the changes that brought a definition's term into the text, or took it out of it."""
        passage = change.spot.passage
        assert passage is not None
        term = re.compile(rf"\b{re.escape(passage.term)}")
        for other in self._causes:
            words = other.words[1 if change.new else 0]
            if other is not change and passage.term in words and term.search(words):
                yield other

    def _knocked_on(self, change: Found) -> Cause | None:
        """Return why words changed for which the clause itself asks nothing that differs.

        It may ask whether another clause is in, or for something that is made of several values.
        """
        causes = dict.fromkeys(self._causes[each] for each in self._clauses)
        values = {of_value(value): value for value in self._values}
        followed = [Candidate(cause, values.get(cause)) for cause in causes if cause.kind in _SOURCES]
        every = [Candidate(of_value(value), value) for value in self._values]
        return self._candidates.proven(change, every) or self._candidates.chosen(change, followed)


def _is_definition(change: Found) -> bool:
    """Tell whether a whole definition came or went."""
    passage = change.spot.passage
    return change.whole and change.kind != "moved" and passage is not None and bool(passage.term)
