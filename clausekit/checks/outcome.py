"""What a check of one input comes to: reports print it."""

from __future__ import annotations

from dataclasses import dataclass

from clausekit.checks.finding import Finding
from clausekit.checks.suppressions import Suppression
from clausekit.problems import Finding as Problem


@dataclass(frozen=True, slots=True)
class Extent:
    """How much was read: the clauses of the body, all sentences, and by how many rules."""

    clauses: int = 0
    sentences: int = 0
    rules: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found in one input.

    ``name`` is the input's as the user gave it, ``title`` the instrument's, ``extent`` what was read of it.
    ``findings`` are told, ``stands`` let stand for a reason, ``known`` how many more a baseline has.
    ``remarks`` are about the input itself: what is not read of it, where its reader is unsure.
    """

    name: str
    title: str
    extent: Extent
    findings: tuple[Finding, ...]
    stands: tuple[tuple[Finding, Suppression], ...] = ()
    known: int = 0
    remarks: tuple[Problem, ...] = ()

    @property
    def is_clean(self) -> bool:
        """Whether there is no finding at level error or warning."""
        return all(finding.level == "info" for finding in self.findings)
