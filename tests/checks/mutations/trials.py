"""Plants faults of every kind by turns, runs all rules, and tells which were found and what else was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from clausekit.checks.finding import Finding
from clausekit.checks.instrument import Instrument
from tests.checks.mutations import (
    blanks,
    figures,
    law,
    mechanical,
    missing,
    numbers,
    parties,
    references,
    terms,
)
from tests.checks.mutations.editing import Fault
from tests.checks.mutations.kinds import Kind
from tests.checks.mutations.sources import MUTATED, Source, findings, key, source

KINDS: tuple[Kind, ...] = (
    *terms.KINDS,
    *references.KINDS,
    *numbers.KINDS,
    *blanks.KINDS,
    *figures.KINDS,
    *parties.KINDS,
    *law.KINDS,
    *missing.KINDS,
    *mechanical.KINDS,
)

_LONG = "section-75"
_SHORT = tuple(name for name in MUTATED if _LONG not in name)
_IN_SHORT = tuple(f"{name}{form}" for name in _SHORT for form in ("", ".txt"))
_IN_LONG = tuple(f"{name}{form}" for name in MUTATED if _LONG in name for form in ("", ".txt"))


@dataclass(frozen=True)
class Trial:
    """A fault that was planted: whether it was found, and what else the rules say since it is there."""

    kind: Kind
    source: str
    fault: Fault
    found: bool
    second: tuple[Finding, ...]

    def __str__(self) -> str:
        words = self.fault.at[0].text if self.fault.at else ""
        told = "; ".join(f"{one.rule} “{one.words.text[:60]}”" for one in self.second)
        return f"{self.kind.name} [{'/'.join(self.kind.rules)}] in {self.source}: “{words[:90]}” {told}"


def trials(number: int, *, seed: int, long: bool = False) -> Iterator[Trial]:
    """Yield trials of so many faults, as many of each kind; the long examples are left out unless a kind has
    its place in no other."""
    chance = Random(seed)
    examples = {kind: _examples(kind, chance, long=long) for kind in KINDS}
    planted = 0
    while planted < number:
        before = planted
        for kind in KINDS:
            trial = _trial(kind, examples[kind], chance)
            if trial is not None and planted < number:
                planted += 1
                yield trial
        assert planted > before


def _examples(kind: Kind, chance: Random, *, long: bool) -> list[str]:
    """Return the examples in which a kind of fault is planted, in the order in which their turns come."""
    fit = [
        name
        for name in (*_IN_SHORT, *(_IN_LONG if long else ()))
        if not kind.sources or any(part in name for part in kind.sources)
    ]
    fit = fit or [name for name in _IN_LONG if any(part in name for part in kind.sources)]
    return chance.sample(fit, len(fit))


def _trial(kind: Kind, examples: list[str], chance: Random) -> Trial | None:
    """Plant a fault of a kind in the first example that has a place for it; its next turn comes last."""
    for _ in range(len(examples)):
        name = examples.pop(0)
        examples.append(name)
        example = source(name)
        fault = kind.plant(example, chance)
        if fault is not None:
            return _judged(kind, example, fault)
    return None


def _judged(kind: Kind, example: Source, fault: Fault) -> Trial:
    facts = Instrument(fault.reading, example.name, example.facts.as_at)
    fresh = _fresh(findings(facts), example.known)
    right = [one for one in fresh if one.rule in kind.rules and _is_there(one, fault)]
    second = tuple(one for one in fresh if one not in right[:1])
    return Trial(kind, example.name, fault, bool(right), second)


def _fresh(found: Sequence[Finding], known: Counter[tuple[str, str]]) -> list[Finding]:
    """Return the findings that the clean example has not."""
    left = known.copy()
    fresh = []
    for one in found:
        if left[key(one)]:
            left[key(one)] -= 1
        else:
            fresh.append(one)
    return fresh


def _is_there(finding: Finding, fault: Fault) -> bool:
    return any(finding.words == words or finding.words.overlaps(words) for words in fault.at)


def table(tried: Sequence[Trial]) -> str:
    """Return what was found of each kind, as a table."""
    lines = []
    for kind in KINDS:
        of_kind = [one for one in tried if one.kind is kind]
        found = sum(one.found for one in of_kind)
        second = sum(bool(one.second) for one in of_kind)
        rules = ", ".join(kind.rules)
        lines.append(f"{kind.name:<45} {rules:<44} {found:>3}/{len(of_kind):<3} second {second}")
    return "\n".join(lines)
