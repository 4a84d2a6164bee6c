"""What a check found, as reports: text, JSON, SARIF, HTML, annotations. Reports only print."""

from __future__ import annotations

from collections.abc import Sequence

from clausekit.checks.outcome import Outcome
from clausekit.reports.checks.telling import comment, counts, title

__all__ = ["FORMATS", "comment", "counts", "report", "title"]

FORMATS = ("text", "json", "sarif", "html", "github")
"""The formats of a report; a copy of a Word file with comments is no report."""


def report(
    outcomes: Sequence[Outcome],
    format: str,  # noqa: A002 - named as the option of the command is
    *,
    colour: bool = False,
    width: int | None = None,
) -> str:
    """Return the report on what was found in some inputs; the same outcomes give the same report.

    ``format`` is one of ``FORMATS``; ``colour`` and ``width`` are those of a terminal, for ``text`` only.
    """
    # Each format is imported only when it is asked for.
    if format == "text":
        from clausekit.reports.checks import text

        return text.write(outcomes, colour=colour, width=width)
    if format == "json":
        from clausekit.reports.checks import json

        return json.write(outcomes)
    if format == "sarif":
        from clausekit.reports.checks import sarif

        return sarif.write(outcomes)
    if format == "html":
        from clausekit.reports.checks import html

        return html.write(outcomes)
    if format == "github":
        from clausekit.reports.checks import github

        return github.write(outcomes)
    raise ValueError(f"no such format of a report: {format}")
