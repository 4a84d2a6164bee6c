"""A definition: a term, where it is defined, what it means and where it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage

DefinitionKind: TypeAlias = Literal["entry", "table", "text", "party", "abbreviation"]
_POINTS = pattern(
    r"[ \u00a0]*(?:(?:as|that) )?(?:(?:is|are) )?(?:given|set out|ascribed|assigned|defined|described)\b"
)


@dataclass(frozen=True, slots=True, eq=False)
class Definition:
    """A defined term.

    ``at`` are the words of the term where it is defined, ``passages`` those that say what it means (an entry
    with its items), ``meaning`` the words after "means" in the first of them. ``kind`` tells whether it is
    an entry in a list of definitions, a row of a table of them, stands in brackets in running text ("(the
    “Fund”)") or in the parties clause, or is a mere abbreviation ("Better Care Fund (BCF)").
    ``scope`` is the schedule or part in which it holds, "" if everywhere.
    """

    term: str
    at: Words
    kind: DefinitionKind
    meaning: Words
    passages: tuple[Passage, ...]
    variants: tuple[str, ...] = ()
    scope: str = ""

    @property
    def points_elsewhere(self) -> bool:
        """Whether it only says where the meaning is: "has the meaning given in clause 4"."""
        return _POINTS.match(self.meaning.text) is not None

    def holds_in(self, division: str) -> bool:
        """Tell whether it holds in a schedule or part."""
        return not self.scope or division == self.scope or division.startswith(f"{self.scope} ")
