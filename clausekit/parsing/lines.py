"""Rendered text as lines: without line marks, with even list markers, each with its number in the file."""

from __future__ import annotations

import re
from dataclasses import dataclass

from clausekit.marks import LINE_CLOSE, LINE_OPEN, VALUE_CLOSE, VALUE_OPEN
from clausekit.parsing.messages import MESSAGES
from clausekit.problems import Finding, Source

VALUE = re.compile(f"{VALUE_OPEN}([0-9]{{1,7}}){VALUE_CLOSE}")

LINE_MARK = re.compile(f"{LINE_OPEN}([0-9]{{1,9}}){LINE_CLOSE}")
_OPENING = r"^((?:[ >]|:(?= ))*)"
_NUMBERED = re.compile(_OPENING + r"([0-9]{1,9})[.)]( +)(?=\S)")
_ONLY_MARKER = re.compile(r"^( *)(?:[0-9]{1,9}[.)]|-) *$")


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a rendered clause: as Markdown reads them, as the author sees them, and their numbers."""

    lines: list[str]
    shown: list[str]
    numbers: list[int]

    @property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(self.lines)


def read_page(marked: str) -> Page:
    """Return the lines of a text with line marks.

    The number that an author types does not matter, so all become alike: else Markdown would take the second
    of the lines "A Partner shall:" and "2.  keep a record" for running text, and would want what is inside
    item 10 to be indented further.
    """
    lines: list[str] = []
    numbers: list[int] = []
    for line in marked.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        mark = LINE_MARK.match(line)
        numbers.append(int(mark[1]) if mark else numbers[-1] if numbers else 1)
        lines.append(LINE_MARK.sub("", line))
    shown = [VALUE.sub("[…]", line) for line in lines]
    read = _without_empty_items([line.expandtabs(4) for line in lines])
    return Page([_NUMBERED.sub(_even_marker, line) for line in read], shown, numbers)


def _even_marker(marker: re.Match[str]) -> str:
    # Before a single blank any number but 1 may be the end of a sentence: "... in\n2019. The Partners ..."
    digit = "1" if len(marker[3]) > 1 or marker[2] == "1" else "2"
    return f"{marker[1]}{digit}. "


def _without_empty_items(lines: list[str]) -> list[str]:
    """Blank out items that a choice left without words; Markdown would read their numbers as text."""
    kept = list(lines)
    indent_below = -1
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if not line.strip():
            continue
        marker = _ONLY_MARKER.match(line)
        if marker and indent_below <= len(marker[1]):
            kept[index] = ""
        else:
            indent_below = len(line) - len(line.lstrip())
    return kept


class Reporter:
    """Collects what is wrong with a page."""

    def __init__(self, page: Page, file: str) -> None:
        self._findings: dict[tuple[int, str, str], Finding] = {}
        self._page = page
        self._file = file
        for index, line in enumerate(page.shown):
            if "\t" in line:
                self.report("tab", index)

    def number(self, index: int) -> int:
        """Return the number in the clause file of the line with that index on the page."""
        return self._page.numbers[index]

    def report(self, rule: str, index: int, **details: object) -> None:
        """Note that the rule is broken at the line with that index on the page."""
        message, remedy = MESSAGES[rule]
        index = min(index, len(self._page.numbers) - 1)
        finding = Finding(
            rule,
            message.format(**details),
            Source(self._file, self._page.numbers[index]),
            excerpt=self._page.shown[index].strip(),
            remedy=remedy.format(**details),
        )
        self._findings.setdefault((index, rule, finding.message), finding)

    def findings(self) -> tuple[Finding, ...]:
        """Return each finding once, in the order of lines."""
        return tuple(self._findings[place] for place in sorted(self._findings, key=lambda place: place[0]))
