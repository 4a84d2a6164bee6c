"""The report as SARIF 2.1.0 (OASIS, 27 March 2020), which services and editors show beside the text.

A finding in a text has a line; in a Word file, which has none, the clause is its place. What is let stand is
told as suppressed, with its reason.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from clausekit import __version__
from clausekit.checks.baseline import fingerprint
from clausekit.checks.finding import Finding, Related
from clausekit.checks.outcome import Outcome
from clausekit.checks.rule import Rule
from clausekit.checks.rules import load
from clausekit.problems import Finding as Problem
from clausekit.problems import Level
from clausekit.reports.checks.explaining import reasons
from clausekit.reports.checks.json import dumped
from clausekit.reports.checks.telling import excerpt, place
from clausekit.reports.phrases import one_line

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: dict[Level, str] = {"error": "error", "warning": "warning", "info": "note"}
_FINGERPRINT = "clausekitFinding/v1"


def write(outcomes: Sequence[Outcome]) -> str:
    """Return the report as a SARIF log of one run."""
    told = [finding for outcome in outcomes for finding in outcome.findings]
    stands = [pair for outcome in outcomes for pair in outcome.stands]
    ids = sorted({finding.rule for finding in (*told, *(finding for finding, _ in stands))})
    index = {id_: at for at, id_ in enumerate(ids)}
    results = [_result(finding, index) for finding in told]
    results += [_result(finding, index) | _suppressed(why.reason) for finding, why in stands]
    remarks = [_notification(problem) for outcome in outcomes for problem in outcome.remarks]
    run = {
        "tool": {
            "driver": {
                "name": "clausekit",
                "version": __version__,
                "rules": [_rule(load(id_)) for id_ in ids],
            }
        },
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": remarks}],
        "results": results,
        "columnKind": "unicodeCodePoints",
    }
    return dumped({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule) -> dict[str, Any]:
    why = " ".join(reasons(rule))
    fails, passes = rule.fails.strip("\n"), rule.passes.strip("\n")
    return {
        "id": rule.id,
        "shortDescription": {"text": f"{rule.title}."},
        "fullDescription": {"text": why},
        "help": {
            "text": f"{why}\n\nIt finds what stands between ⟦ ⟧ here:\n\n{fails}\n\n"
            f"It finds nothing here:\n\n{passes}",
            "markdown": f"{why}\n\nIt finds what stands between ⟦ ⟧ here:\n\n```text\n{fails}\n```\n\n"
            f"It finds nothing here:\n\n```text\n{passes}\n```",
        },
        "defaultConfiguration": {"level": _LEVELS[rule.level]},
    }


def _result(finding: Finding, index: Mapping[str, int]) -> dict[str, Any]:
    result = {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": _LEVELS[finding.level],
        "message": {"text": _said(finding.message, finding.remedy)},
        "locations": [_location(finding)],
        "partialFingerprints": {_FINGERPRINT: fingerprint(finding)},
        "properties": {"confidence": finding.confidence},
    }
    if finding.related:
        result["relatedLocations"] = [
            _location(one) | {"id": number} for number, one in enumerate(finding.related, start=1)
        ]
    return result


def _suppressed(reason: str) -> dict[str, Any]:
    return {"suppressions": [{"kind": "external", "justification": reason}]}


def _location(found: Finding | Related) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": _artifact(found.file)}
    if found.line:
        snippet = {"text": excerpt(found).marked("", "").strip()}
        physical["region"] = {"startLine": found.line, "snippet": snippet}
    return {
        "physicalLocation": physical,
        "logicalLocations": [{"fullyQualifiedName": place(found), "kind": "element"}],
        "message": {"text": _said(excerpt(found).marked("“", "”"))},
    }


def _said(*sentences: str) -> str:
    """Return sentences as a message, in which no words of a document are a link ("[words](address)")."""
    return one_line(" ".join(sentences)).replace("](", "] (")


def _artifact(file: str) -> dict[str, str]:
    return {"uri": uri_of(file)}


def uri_of(file: str) -> str:
    """Return the name of a file as a reference: relative to where the check ran, unless the name is whole."""
    path = PurePath(file)
    written = quote(path.as_posix().encode("utf-8", "replace"))
    return f"file://{'' if written.startswith('/') else '/'}{written}" if path.is_absolute() else written


def _notification(problem: Problem) -> dict[str, Any]:
    notification: dict[str, Any] = {
        "descriptor": {"id": problem.rule},
        "level": _LEVELS[problem.level],
        "message": {"text": _said(problem.message, problem.remedy)},
    }
    if source := problem.source:
        physical: dict[str, Any] = {"artifactLocation": _artifact(source.file)}
        if source.line:
            physical["region"] = {"startLine": source.line}
        notification["locations"] = [{"physicalLocation": physical}]
    return notification
