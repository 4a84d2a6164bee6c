"""Agreements as others write them, with their faults marked, and how well rules find those.

A text holds its faults as ``⟦words|CK-RULE⟧``. ``⟦words|CK-ONE,CK-OTHER⟧`` leaves open which rule tells,
``⟦words|CK-RULE?⟧`` whether one tells at all.

    python -m tests.checks.foreign_texts CK-TERM     prints false alarms, misses and the figures
    python -m tests.checks.foreign_texts unseen      the same for texts on which no rule was tried before

The texts of ``foreign`` are those by which rules were made better, so that they show what is known. How well
rules do on what they have not met, those of ``unseen`` tell: they are measured, and not tuned to.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from clausekit.checks.finding import Finding
from clausekit.checks.rules import RULES, load
from clausekit.checks.running import Options, run
from clausekit.texts import read
from tests.checks.instruments import AS_AT

FOREIGN = Path(__file__).parent / "foreign"
UNSEEN = Path(__file__).parent / "unseen"
_LONGEST = 12
"""So many lines a paragraph has at most: what stands farther below the first line of one is rarely in it."""
_MARK = re.compile(r"⟦([^⟦⟧|]*)\|([A-Z, -]+)(\??)⟧")


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault that was put into a text: its words, the rules that may tell, its line.

    ``open`` means that it may be told or not.
    """

    file: str
    line: int
    words: str
    rules: tuple[str, ...]
    open: bool

    def is_told_by(self, finding: Finding) -> bool:
        """Tell whether a finding is about this fault: its words, or for a number or a figure its line.

        Of two numbers or shares that do not fit together, either may be the wrong one.
        """
        if finding.rule not in self.rules:
            return False
        if finding.line == self.line and finding.rule.startswith(("CK-NUMBER", "CK-FIGURE")):
            return True
        words = _squeezed(finding.words.text)
        return finding.line <= self.line and (self.words in words or words in self.words)

    def __str__(self) -> str:
        return f"{self.file}:{self.line} {'/'.join(self.rules)} “{self.words}”"


@dataclass(slots=True)
class Score:
    """What was found: how many faults of each rule ``told`` and ``missed``, and ``false`` alarms."""

    told: list[tuple[Fault, Finding]] = field(default_factory=list)
    missed: list[Fault] = field(default_factory=list)
    false: list[Finding] = field(default_factory=list)
    right: Counter[str] = field(default_factory=Counter)

    @property
    def precision(self) -> float:
        """The part of the errors and warnings that are about a fault."""
        return _part(sum(self.right.values()), len(self.false))

    @property
    def recall(self) -> float:
        """The part of the faults that were found, at the level of the rule."""
        return _part(len(self.told), len(self.missed))


@cache
def texts(folder: Path = FOREIGN) -> tuple[tuple[str, str, tuple[Fault, ...]], ...]:
    """Return the texts: name, text without marks, faults."""
    files = sorted(file for file in folder.iterdir() if file.suffix in (".txt", ".md"))
    return tuple(_without_marks(file.name, file.read_text("utf-8")) for file in files)


def measure(*families: str, folder: Path = FOREIGN, among: tuple[str, ...] = ()) -> Score:
    """Return how well the rules of some families ("CK-TERM") find the faults of all texts of a folder.

    They run alone, or ``among`` those of other families; then who asks for several families waits once only.
    """
    score = Score()
    for (_, _, faults), found in zip(texts(folder), _findings(among or families, folder), strict=True):
        findings = [one for one in found if one.rule.startswith(families)]
        _judge(score, findings, [_as_of(fault, families) for fault in faults if _belongs(fault, families)])
    return score


@cache
def _findings(families: tuple[str, ...], folder: Path) -> tuple[tuple[Finding, ...], ...]:
    """Return what the rules of some families find in each text of a folder."""
    options = Options(select=families, as_at=AS_AT)
    return tuple(
        tuple(run(read(text, name, markdown=name.endswith(".md")).reading, options, name=name))
        for name, text, _ in texts(folder)
    )


def _judge(score: Score, findings: Iterable[Finding], faults: list[Fault]) -> None:
    left = list(faults)
    for finding in findings:
        told = (one for one in left if one.is_told_by(finding))
        fault = min(told, key=lambda one: (one.line - finding.line > _LONGEST, one.open), default=None)
        if fault is None:
            if finding.level != "info":
                score.false.append(finding)
            continue
        if finding.level != "info":
            score.right[finding.rule] += 1
        if fault.open or finding.level == load(finding.rule).level:
            left.remove(fault)
        if not fault.open and fault not in left:
            score.told.append((fault, finding))
    score.missed += [fault for fault in left if not fault.open]


def _belongs(fault: Fault, families: Iterable[str]) -> bool:
    return any(rule in RULES and rule.startswith(family) for rule in fault.rules for family in families)


def _as_of(fault: Fault, families: Iterable[str]) -> Fault:
    """Return a fault as some families have to find it: one that rules of others may tell is open to them."""
    shared = any(rule in RULES and not rule.startswith(tuple(families)) for rule in fault.rules)
    return replace(fault, open=True) if shared else fault


def _without_marks(name: str, text: str) -> tuple[str, str, tuple[Fault, ...]]:
    faults = [
        Fault(
            name,
            text.count("\n", 0, mark.start()) + 1,
            _squeezed(mark[1]),
            tuple(re.split(r", *", mark[2])),
            bool(mark[3]),
        )
        for mark in _MARK.finditer(text)
    ]
    return name, _MARK.sub(lambda mark: mark[1], text), tuple(faults)


def _squeezed(words: str) -> str:
    """Return words as they are read: with one blank between them, and without ligatures."""
    return " ".join(words.replace("ﬁ", "fi").replace("ﬂ", "fl").split())


def _part(these: int, others: int) -> float:
    return these / (these + others) if these + others else 1.0


def report(families: tuple[str, ...], folder: Path = FOREIGN) -> Iterator[str]:
    """Yield the lines that say how well some families of rules do."""
    score = measure(*families, folder=folder)
    for one in score.false:
        yield f"false   {one.file}:{one.line} {one.rule} {one.level} {one.excerpt.marked()}"
    for fault in score.missed:
        yield f"missed  {fault}"
    told = Counter(one.rule for _, one in score.told)
    false = Counter(one.rule for one in score.false)
    missed = Counter(fault.rules[0] for fault in score.missed)
    for rule in sorted({*told, *false, *missed, *score.right}):
        yield _figures(rule, score.right[rule], false[rule], told[rule], missed[rule])
    yield _figures(
        " ".join(families), score.right.total(), len(score.false), len(score.told), len(score.missed)
    )


def _figures(name: str, right: int, false: int, told: int, missed: int) -> str:
    precision = f"precision {_part(right, false):.3f} ({right} right, {false} false)"
    return f"{name:32} {precision}  recall {_part(told, missed):.3f} ({told} of {told + missed})"


if __name__ == "__main__":
    asked = tuple(one for one in sys.argv[1:] if one != "unseen") or ("CK",)
    for line in report(asked, UNSEEN if "unseen" in sys.argv else FOREIGN):
        print(line)
