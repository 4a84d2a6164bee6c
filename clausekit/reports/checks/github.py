"""The report as annotations on GitHub: a command for each finding, which it shows beside the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausekit.checks.finding import Finding
from clausekit.checks.outcome import Outcome
from clausekit.problems import Finding as Problem
from clausekit.problems import Level
from clausekit.reports.checks.telling import counts, place
from clausekit.reports.phrases import one_line, sentence

_COMMANDS: dict[Level, str] = {"error": "error", "warning": "warning", "info": "notice"}
_IN_MESSAGES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTIES = _IN_MESSAGES | str.maketrans({":": "%3A", ",": "%2C"})


def write(outcomes: Sequence[Outcome]) -> str:
    """Return the report as commands of a workflow, one a line; the last line is for its log."""
    lines = [line for outcome in outcomes for line in _lines(outcome)]
    return "\n".join((*lines, f"{sentence(counts(outcomes))}.", ""))


def _lines(outcome: Outcome) -> Iterator[str]:
    yield from map(_finding, outcome.findings)
    yield from (_remark(problem, outcome.name) for problem in outcome.remarks)


def _finding(finding: Finding) -> str:
    message = f"{sentence(place(finding))}: {one_line(finding.message)} {one_line(finding.remedy)}"
    return _command(finding.level, finding.file, finding.line, finding.rule, message.strip())


def _remark(problem: Problem, name: str) -> str:
    file = problem.source.file if problem.source else name
    line = problem.source.line if problem.source else None
    return _command(problem.level, file, line or 0, problem.rule, f"{problem.message} {problem.remedy}")


def _command(level: Level, file: str, line: int, title: str, message: str) -> str:
    properties = {"file": file, "line": str(line) if line else "", "title": title}
    written = ",".join(
        f"{key}={one_line(given).translate(_IN_PROPERTIES)}" for key, given in properties.items() if given
    )
    return f"::{_COMMANDS[level]} {written}::{one_line(message).translate(_IN_MESSAGES)}"
