"""Puts clauses and schedules together into a document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from clausekit.model import Clause, Document
from clausekit.problems import Finding, Source
from clausekit.walk import clauses

Place = tuple[str, ...]
"""The keys of the schedule, the part and the clause in which something stands, as far as it has them."""


class Addresses:
    """Where an address leads that a clause can refer to: a family, ``schedule:NAME``, ``schedule:NAME/PART``.

    What the outline repeats for a list has one address, and a key for each time.
    """

    def __init__(self, places: Iterable[tuple[str, Place]]) -> None:
        """Take each address with a place that it leads to; the last key of the place is the key there."""
        self._places: dict[str, list[Place]] = defaultdict(list)
        for address, place in places:
            self._places[address].append(place)

    def key(self, address: str, place: Place) -> str:
        """Return the key to which an address leads from a place: the one in the nearest scope that has any.

        It is the address itself if there is none, or if there are several, so that the reference is dead.
        """
        known = self._places.get(address, [])
        for depth in range(len(place), -1, -1):
            near = [other for other in known if other[:depth] == place[:depth]]
            if near:
                return near[0][-1] if len(near) == 1 else address
        return address


def repeated_families(document: Document) -> Iterator[Finding]:
    """Yield a finding for each family of which the document has two alternatives, or one of them twice.

    A reference to a family must find one clause; only what the outline repeats for a list may stand again.
    """
    families: dict[str, list[Clause]] = defaultdict(list)
    for clause in clauses(document):
        families[clause.id.partition("/")[0]].append(clause)
    for family, found in families.items():
        if len({clause.id for clause in found}) > 1 or len({clause.key for clause in found}) < len(found):
            yield Finding(
                "repeated-family",
                f"The document has more than one clause of the family {family}: "
                f"{', '.join(clause.id for clause in found)}.",
                Source(found[0].file),
                excerpt=found[0].id,
                remedy="Keep one of them in the template, or give each a condition that excludes the other.",
            )
