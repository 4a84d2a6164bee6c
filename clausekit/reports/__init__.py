"""What a comparison found, as reports: text, Markdown, HTML, JSON. Reports only print."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clausekit.comparison.edits import Comparison

FORMATS = ("text", "md", "html", "json")
"""The formats of a report; a redline, the new document with tracked changes, is no report."""


def report(
    comparison: Comparison,
    format: str,  # noqa: A002 - named as the option of the command is
    *,
    colour: bool = False,
    width: int | None = None,
) -> str:
    """Return the report on a comparison in one of ``FORMATS``; the same comparison gives the same report.

    ``colour`` and ``width`` are those of a terminal, for ``text`` only.
    """
    # Each format is imported only when it is asked for.
    if format == "text":
        from clausekit.reports import text

        return text.write(comparison, colour=colour, width=width)
    if format == "md":
        from clausekit.reports import markdown

        return markdown.write(comparison)
    if format == "html":
        from clausekit.reports import html

        return html.write(comparison)
    if format == "json":
        from clausekit.reports import json

        return json.write(comparison)
    raise ValueError(f"no such format of a report: {format}")
