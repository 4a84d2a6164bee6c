"""Findings that someone has looked at and lets stand, each with a reason.

    suppressions:
      - rule: CK-TERM-UNUSED
        words: Host Partner
        place: clause 1.1
        reason: The schemes that will use it are added in May.

``rule`` is an id or the beginning of one ("CK-TERM"), ``words`` the words at fault, ``place`` the beginning
of the place as a report names it; words and place narrow it down and may be left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from clausekit.checks.finding import Finding
from clausekit.problems import Finding as Problem
from clausekit.problems import Source


@dataclass(frozen=True, slots=True)
class Suppression:
    """One entry, and where it is written."""

    rule: str
    reason: str
    words: str = ""
    place: str = ""
    source: Source | None = None
    excerpt: str = ""

    def __str__(self) -> str:
        narrowed = (f"“{self.words}”" if self.words else "", self.place)
        return ", ".join((self.rule, *filter(None, narrowed)))

    def names(self, rule: str) -> bool:
        """Tell whether it is about a rule."""
        return f"{rule}-".startswith(f"{self.rule.upper().removesuffix('-')}-")

    def covers(self, finding: Finding) -> bool:
        """Tell whether it lets a finding stand."""
        return (
            self.names(finding.rule)
            and (not self.words or self.words.casefold() == finding.excerpt.words.casefold())
            and _begins(finding.place, self.place)
        )


def sift(
    findings: Iterable[Finding], suppressions: Sequence[Suppression]
) -> tuple[tuple[Finding, ...], tuple[tuple[Finding, Suppression], ...]]:
    """Return the findings that are left, and those that are let stand, each with the entry that says why."""
    left: list[Finding] = []
    stands: list[tuple[Finding, Suppression]] = []
    for finding in findings:
        covering = next((one for one in suppressions if one.covers(finding)), None)
        if covering is None:
            left.append(finding)
        else:
            stands.append((finding, covering))
    return tuple(left), tuple(stands)


def stale(
    suppressions: Iterable[Suppression], used: Iterable[Suppression], rules: Sequence[str]
) -> tuple[Problem, ...]:
    """Return a warning for each entry that nothing was found for, though a rule that it names was run."""
    done = {id(one) for one in used}
    return tuple(
        Problem(
            "check-stale-suppression",
            f"Nothing is found any more that this lets stand ({one}).",
            one.source,
            one.excerpt,
            "Take it out.",
            level="warning",
        )
        for one in suppressions
        if id(one) not in done and any(map(one.names, rules))
    )


def _begins(place: str, start: str) -> bool:
    """Tell whether a place is another, or within it: "clause 1" is in no way the beginning of "clause 11"."""
    after = place[len(start) : len(start) + 1]
    return place.casefold().startswith(start.casefold()) and not (start[-1:].isalnum() and after.isalnum())
