"""What is wrong with a user's files: each problem a value with its place, an excerpt and a remedy.

A stage collects every problem it can find before it stops; ``ClausekitError`` carries them all at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, TypeVar

Level = Literal["error", "warning", "info"]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Source:
    """A place in a file; line and column count from 1."""

    file: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        parts = [self.file, *(str(n) for n in (self.line, self.column) if n is not None)]
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem.

    ``rule`` is its short name (``parameter-missing``), ``message`` a sentence that says what is wrong,
    ``remedy`` a sentence that says what would be right, ``excerpt`` the line that is at fault, and
    ``notes`` further facts, one a line (the clause that asks for a parameter, its help text).
    """

    rule: str
    message: str
    source: Source | None = None
    excerpt: str = ""
    remedy: str = ""
    notes: tuple[str, ...] = ()
    level: Level = "error"


class ClausekitError(Exception):
    """The user's input cannot be used; ``findings`` says why, all of it."""

    def __init__(self, findings: Finding | Iterable[Finding]) -> None:
        self.findings: tuple[Finding, ...] = (findings,) if isinstance(findings, Finding) else tuple(findings)
        super().__init__("\n".join(finding.message for finding in self.findings))


def attempt(findings: list[Finding], stage: Callable[[], T]) -> T | None:
    """Return what a stage returns; if it cannot go on, add what is wrong to the findings and return None."""
    try:
        return stage()
    except ClausekitError as error:
        findings += error.findings
        return None


def nearest(word: str, choices: Iterable[str], least: int = 70) -> str | None:
    """Return the choice most like a word, for "did you mean"; None if none is alike by ``least`` of 100.

    >>> nearest("council.adress", ["council.name", "council.address"])
    'council.address'
    """
    # Takes 35 ms, and is needed only if something is wrong.
    from rapidfuzz import fuzz, process

    found = process.extractOne(
        word, sorted(choices), scorer=fuzz.ratio, processor=str.lower, score_cutoff=least
    )
    return found[0] if found else None


def show(finding: Finding) -> str:
    """Return the finding as a person reads it: place and message, then excerpt, remedy and notes.

    >>> print(show(Finding("x", "No such clause.", Source("a.yaml", 3), "clause: vart", "Did you mean vat?")))
    a.yaml:3: error: No such clause.
        3 | clause: vart
      Did you mean vat?
    """
    place = f"{finding.source}: " if finding.source else ""
    lines = [f"{place}{finding.level}: {finding.message}"]
    if finding.excerpt:
        number = finding.source.line if finding.source and finding.source.line else ""
        lines.append(f"{number:>5} | {finding.excerpt.strip()[:160]}")
    lines += [f"  {line}" for line in (finding.remedy, *finding.notes) if line]
    return "\n".join(lines)
