"""The report as text: each finding with its place and its words, in the order of the text.

In a terminal there are colours beside the same signs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from clausekit.checks.finding import Excerpt, Finding
from clausekit.checks.outcome import Outcome
from clausekit.reports.checks.telling import (
    address,
    counts,
    excerpt,
    level,
    name,
    opening,
    place,
    related,
    remark,
)
from clausekit.reports.lines import coloured, mark, plain, wrapped
from clausekit.reports.phrases import counted, one_line, sentence

_WIDTH = 80
_LEAST_WIDTH = 30
_INDENT = "  "
_DEEPER = "      "


def write(outcomes: Sequence[Outcome], *, colour: bool = False, width: int | None = None) -> str:
    """Return the report as text in lines of a width (80 if None is given)."""
    writer = _Writer(max(width or _WIDTH, _LEAST_WIDTH))
    parts = [part for outcome in outcomes for part in writer.outcome(outcome)]
    if len(outcomes) > 1:
        parts.append(mark(f"{counted(len(outcomes), 'text')}: {counts(outcomes)}.", "bold"))
    printed = "\n\n".join(parts)
    return (coloured(printed) if colour else plain(printed)) + "\n"


class _Writer:
    """Writes for lines of one width."""

    def __init__(self, width: int) -> None:
        self.width = width

    def outcome(self, outcome: Outcome) -> Iterator[str]:
        yield self.heading(outcome)
        for where, findings in groupby(outcome.findings, key=_where):
            yield "\n".join((wrapped(where, self.width, others=_INDENT), *map(self.finding, findings)))
        yield from map(remark, outcome.remarks)
        yield wrapped(mark(sentence(opening(outcome)), "bold"), self.width)

    def heading(self, outcome: Outcome) -> str:
        told = name(outcome)
        called = one_line(outcome.title)
        text = wrapped(told if not called or called in told else f"{told}: {called}", self.width)
        return f"{mark(text, 'bold')}\n{'=' * max(map(len, text.split(chr(10))))}"

    def finding(self, finding: Finding) -> str:
        said = f"{mark(level(finding), finding.level)}: {one_line(finding.message)}"
        lines = [
            wrapped(f"{said} {mark(finding.rule, 'quiet')}", self.width, _INDENT, _INDENT * 2),
            *underlined(excerpt(finding), self.width, _DEEPER, finding.level),
        ]
        for line in (one_line(finding.remedy), *related(finding)):
            lines += [wrapped(line, self.width, _INDENT * 2, _INDENT * 2)] if line else []
        return "\n".join(lines)


def _where(finding: Finding) -> str:
    """Return where a finding stands: the place as a lawyer names it and, if it is known, file and line."""
    where = mark(sentence(place(finding)), "bold")
    return f"{where}, {mark(address(finding), 'quiet')}" if address(finding) else where


def underlined(words: Excerpt, width: int, indent: str, style: str) -> Iterator[str]:
    """Yield an excerpt in lines of a width, and below each line that has words at fault a line of carets."""
    text = words.marked("", "")
    start = len(words.before)
    end = start + max(len(words.words), 1)
    for first, last in _lines(text, width - len(indent)):
        if last <= start or end <= first:
            yield f"{indent}{text[first:last]}".rstrip()
            continue
        begins, ends = max(start, first), max(min(end, last), max(start, first) + 1)
        marked = mark(text[begins:ends], style)
        yield f"{indent}{text[first:begins]}{marked}{text[ends:last]}".rstrip()
        yield f"{indent}{' ' * (begins - first)}{mark('^' * (ends - begins), style)}"


def _lines(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield the ranges of a text that are its lines, broken at blanks if there are any in reach."""
    first = len(text) - len(text.lstrip(" "))
    end = len(text.rstrip(" "))
    while end - first > width:
        blank = text.rfind(" ", first + 1, first + width + 1)
        last = blank if blank > first else first + width
        yield first, last
        first = last + (blank > first)
    yield first, max(end, first)
