"""The report as JSON for other programs; ``check.schema.json`` beside this file says what is in it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from clausekit.checks.baseline import fingerprint
from clausekit.checks.finding import Excerpt, Finding, Related
from clausekit.checks.outcome import Outcome
from clausekit.problems import Finding as Problem
from clausekit.reports.checks.telling import LEVELS

FORMAT = "clausekit-check"
VERSION = 1


def write(outcomes: Sequence[Outcome]) -> str:
    """Return the report as JSON."""
    data = {"format": FORMAT, "version": VERSION, "inputs": [_input(outcome) for outcome in outcomes]}
    return dumped(data)


def dumped(data: dict[str, Any]) -> str:
    """Return data as the text of a JSON file."""
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    # A file's name may hold half characters, which no encoding can write.
    return text.encode("utf-8", "replace").decode()


def _input(outcome: Outcome) -> dict[str, Any]:
    found = Counter(finding.level for finding in outcome.findings)
    extent = outcome.extent
    return {
        "name": outcome.name,
        "title": outcome.title,
        "read": {"clauses": extent.clauses, "sentences": extent.sentences, "rules": extent.rules},
        "counts": {level: found[level] for level in LEVELS} | {"known": outcome.known},
        "findings": [_finding(finding) for finding in outcome.findings],
        "stands": [_finding(finding) | {"reason": why.reason} for finding, why in outcome.stands],
        "remarks": [_remark(problem) for problem in outcome.remarks],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "level": finding.level,
        "confidence": finding.confidence,
        "message": finding.message,
        "remedy": finding.remedy,
        **_place(finding),
        "number": finding.number,
        "heading": finding.heading,
        "related": [_place(one) for one in finding.related],
        "fingerprint": fingerprint(finding),
    }


def _place(found: Finding | Related) -> dict[str, Any]:
    return {
        "place": found.place,
        "file": found.file,
        "line": found.line or None,
        "excerpt": _excerpt(found.excerpt),
    }


def _excerpt(excerpt: Excerpt) -> dict[str, str]:
    return {"before": excerpt.before, "words": excerpt.words, "after": excerpt.after}


def _remark(problem: Problem) -> dict[str, Any]:
    source = problem.source
    return {
        "rule": problem.rule,
        "level": problem.level,
        "message": problem.message,
        "remedy": problem.remedy,
        "file": source.file if source else None,
        "line": source.line if source else None,
    }
