"""Choosing among several possible causes: the text is drafted anew with one thing as it is on the other side.

Versions of clauses are told from values first, with all of each exchanged at once; then values by the first
names of their paths; then, in one group, value by value. So few drafts answer for many changes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from clausekit.comparison.changes import Found
from clausekit.comparison.edits import Cause
from clausekit.comparison.hybrids import Candidate, Exchange, Hybrids, Texts
from clausekit.comparison.places import Places
from clausekit.comparison.printed import closest, located, plain_passage, touches
from clausekit.comparison.spots import Spot
from clausekit.comparison.values import concerns

_MOST_IN_A_GROUP = 6
"""Of more values in one group the likeliest is taken for granted."""


class Candidates:
    """Decides which of several candidates makes a change; without ``hybrids`` the likeliest is taken."""

    def __init__(self, old: Places, new: Places, hybrids: Hybrids | None) -> None:
        self._old = old
        self._new = new
        self._hybrids = hybrids
        self._counts: dict[tuple[Places, str], Counter[str]] = {}

    @property
    def can_try(self) -> bool:
        """Whether drafts can be made to see what a candidate makes."""
        return self._hybrids is not None

    def chosen(self, change: Found, candidates: Sequence[Candidate]) -> Cause | None:
        """Return the one of the candidates that makes the change; None if there is none."""
        versions = [candidate for candidate in candidates if candidate.value is None]
        values = sorted(
            (candidate for candidate in candidates if candidate.value),
            key=lambda candidate: _unlikeliness(candidate, change),
        )
        if versions and values and not self._is_of_values(change):
            values = []
        chosen = self._among(change, values) if values else self._first_that_makes(change, versions)
        return chosen.cause if chosen else None

    def proven(self, change: Found, values: Sequence[Candidate]) -> Cause | None:
        """Return the value without which the words would be others; None if there is none such."""
        likely_first = sorted(values, key=lambda candidate: _unlikeliness(candidate, change))
        for group in dict.fromkeys(group for candidate in likely_first if (group := candidate.group)):
            if self._makes_words(group, change):
                of_group = [candidate for candidate in likely_first if candidate.group == group]
                chosen = self._among(change, of_group)
                return chosen.cause if chosen else None
        return None

    def _is_of_values(self, change: Found) -> bool:
        """Tell whether values make a change, and not the versions of clauses."""
        if not self.makes("versions", change):
            return self.makes("values", change)
        if not self.makes("values", change) or self._makes_words("versions", change):
            return False
        return self._makes_words("values", change)

    def makes(self, exchange: Exchange, change: Found) -> bool:
        """Tell whether the paragraphs of a change are others with something as it is on the other side."""
        against = self._against(exchange, change)
        if against is None:
            return False
        spot, places, printed = against
        there = self._counted(places, spot)
        return any(
            printed.count(line) < there[line] for passage in spot.passages if (line := plain_passage(passage))
        )

    def _counted(self, places: Places, spot: Spot) -> Counter[str]:
        """Return how often each paragraph of the clause around a spot stands in its text."""
        unit = places.unit(spot)
        name = unit.origin.id if unit else ""
        if (places, name) not in self._counts:
            self._counts[places, name] = Counter(map(plain_passage, places.passages(name)))
        return self._counts[places, name]

    def _among(self, change: Found, values: Sequence[Candidate]) -> Candidate | None:
        groups = dict.fromkeys(group for candidate in values if (group := candidate.group))
        group = self._first_that_makes(change, list(groups))
        of_group = [candidate for candidate in values if candidate.group == group]
        return self._first_that_makes(change, of_group) if len(of_group) <= _MOST_IN_A_GROUP else of_group[0]

    def _first_that_makes(self, change: Found, candidates: Sequence[Candidate]) -> Candidate | None:
        """Return the first candidate that makes the words of a change, or just the first."""
        if self._hybrids and len(candidates) > 1:
            for candidate in candidates:
                if self._makes_words(candidate, change):
                    return candidate
        return candidates[0] if candidates else None

    def _makes_words(self, exchange: Exchange, change: Found) -> bool:
        """Tell whether just the words would differ that changed."""
        if change.whole:
            return self.makes(exchange, change)
        against = self._against(exchange, change)
        passage = against[0].passage if against else None
        if against is None or passage is None:
            return False
        spot, _, printed = against
        text, start, end = located(passage, *spot.within(passage))
        return text not in printed and touches(text, start, end, closest(text, printed))

    def _against(self, exchange: Exchange, change: Found) -> tuple[Spot, Places, tuple[str, ...]] | None:
        """Return the spot of a change, its text, and what its clause prints with something of the other."""
        for spot, places, texts in self._sides(change):
            unit = places.unit(spot)
            hybrid = texts(exchange) if unit else None
            if unit and hybrid is not None:
                return spot, places, hybrid.get(unit.origin.id, ())
        return None

    def _sides(self, change: Found) -> Iterator[tuple[Spot, Places, Callable[[Exchange], Texts | None]]]:
        if self._hybrids and change.new:
            yield change.new, self._new, self._hybrids.new
        if self._hybrids and change.old:
            yield change.old, self._old, self._hybrids.old


def _unlikeliness(candidate: Candidate, change: Found) -> int:
    """Return 0 for a value that stands in the words that changed, 1 for one that comes or goes, else 2."""
    value = candidate.value
    assert value is not None
    for spot, path in ((change.old, value.old_path), (change.new, value.new_path)):
        if spot and any(concerns(span.parameter, path) for span in spot.spans):
            return 0
    return 1 if value.comes_or_goes else 2
