"""Why whole clauses and schedules came, went, were swapped or stand elsewhere: the outline, or a hand."""

from __future__ import annotations

from clausekit.comparison.clauses import Unit
from clausekit.comparison.edits import Cause
from clausekit.comparison.gathering import ClauseChange
from clausekit.comparison.hybrids import Candidate, Hybrids
from clausekit.comparison.sources import Explain, Sources
from clausekit.comparison.values import ChangedValue, concerns

SILENT = Cause("silent")
UNKNOWN = Cause("unknown")


class OutlineCauses:
    """Finds the causes that lie in the outline of the template, and in the values that it asks for."""

    def __init__(
        self,
        old: Sources,
        new: Sources,
        values: tuple[ChangedValue, ...],
        hybrids: Hybrids | None,
        explain: Explain | None,
    ) -> None:
        self._old, self._new = old, new
        self._values = values
        self._hybrids = hybrids
        self._explain = explain

    def of_clause(self, clause: ClauseChange) -> Cause:
        """Return why a clause or schedule came in, went out, or was swapped."""
        gone, come = _name(clause.old), _name(clause.new)
        if self._is_by_hand(gone, self._old, self._new) or self._is_by_hand(come, self._new, self._old):
            return SILENT
        conditions = self._conditions(gone) | self._conditions(come)
        candidates = [Candidate(of_value(each), each) for each in self._values if is_asked(conditions, each)]
        if not candidates:
            return self.template()
        for candidate in candidates if len(candidates) > 1 else ():
            if self._hybrids and _brings(self._hybrids, candidate, gone, come):
                return candidate.cause
        return candidates[0].cause

    def of_order(self, old: Unit | None, new: Unit | None) -> Cause | None:
        """Return why a clause stands elsewhere, if the sources have the clauses in another order."""
        if not (old and new and old.origin.id in self._old.clauses and new.origin.id in self._new.clauses):
            return None
        before = [name for name in self._old.clauses if name in self._new.clauses]
        after = [name for name in self._new.clauses if name in self._old.clauses]
        return self.template() if before != after else None

    def template(self) -> Cause:
        """Return that the outline did it, where nothing else can have; without the library it may have."""
        old, new = self._old.template, self._new.template
        if old != new:
            return Cause("template", new, old, new)
        if self._explain or not self._values:
            return Cause("template", new)
        return of_value(self._values[0]) if len(self._values) == 1 else UNKNOWN

    def _is_by_hand(self, name: str, own: Sources, other: Sources) -> bool:
        """Tell whether a clause of one text, lacking in the other, is in the sources of both or of none.

        One that an outline repeats for a list is in the sources of both all the same.
        """
        if "/" not in name or (own.made and other.made):
            return False
        if name in own.clauses:
            return name in other.clauses and self._explain is not None and not self._conditions(name)
        return True

    def _conditions(self, name: str) -> frozenset[str]:
        if not name or self._explain is None:
            return frozenset()
        return self._explain.conditions(self._old, name) | self._explain.conditions(self._new, name)


def of_value(value: ChangedValue) -> Cause:
    """Return a changed value as a cause."""
    return Cause("parameter", value.name, value.old, value.new)


def is_asked(patterns: frozenset[str], value: ChangedValue) -> bool:
    """Tell whether what asks for the patterns asks for a value."""
    return any(concerns(pattern, value.old_path) or concerns(pattern, value.new_path) for pattern in patterns)


def _name(units: tuple[Unit, ...]) -> str:
    """Return by what a clause or schedule is known in its sources: an id, or else its title."""
    if not units:
        return ""
    title = units[0].heading.words if units[0].heading else ""
    return next((unit.origin.id for unit in units if unit.origin.id), title)


def _brings(hybrids: Hybrids, candidate: Candidate, gone: str, come: str) -> bool:
    """Tell whether a candidate brings a clause in, or takes it out, or lets it stand more often."""
    for name, texts in ((come, hybrids.new), (gone, hybrids.old)):
        full, changed = texts(), texts(candidate)
        if name and full is not None and changed is not None:
            return full.get(name) != changed.get(name)
    return False
