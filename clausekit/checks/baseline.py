"""What was found before: a baseline, of which only what is new is told.

A finding is known again by its rule and its words with those around them, not by number or line: so a clause
put in before it makes nothing new. The same words found twice stand in the baseline twice.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from clausekit.checks.finding import Finding
from clausekit.problems import ClausekitError, Source
from clausekit.problems import Finding as Problem

FORMAT = "clausekit-check-baseline"
VERSION = 1


def fingerprint(finding: Finding) -> str:
    """Return what a finding is known by: a digest that its number, its line and its file are no part of."""
    said = "\n".join((finding.rule, finding.message, finding.excerpt.marked()))
    return sha256(said.encode()).hexdigest()[:16]


def dump(findings: Iterable[Finding]) -> str:
    """Return the text of a baseline of the findings; the same findings give the same text."""
    known = Counter(map(fingerprint, findings))
    data = {"format": FORMAT, "version": VERSION, "findings": dict(sorted(known.items()))}
    return json.dumps(data, indent=1) + "\n"


def read(text: str, file: str) -> Counter[str]:
    """Return how often a baseline has each fingerprint. Raises ClausekitError if the text is no baseline."""
    try:
        data = json.loads(text)
        if (data["format"], data["version"]) != (FORMAT, VERSION):
            raise ValueError
        known = Counter({str(mark): int(times) for mark, times in data["findings"].items()})
        if min(known.values(), default=1) < 1:
            raise ValueError
        return known
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise ClausekitError(
            Problem(
                "check-baseline",
                "This is no baseline of clausekit check.",
                Source(file),
                remedy="Make one with --write-baseline FILE.",
            )
        ) from None


def new(findings: Iterable[Finding], known: Counter[str]) -> tuple[Finding, ...]:
    """Return the findings that a baseline does not have; those that it has are taken out of ``known``."""
    found: list[Finding] = []
    for finding in findings:
        mark = fingerprint(finding)
        if known[mark]:
            known[mark] -= 1
        else:
            found.append(finding)
    return tuple(found)
