"""From markdown-it's inline tokens to the nested form (see ``building``), with curly quotation marks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from markdown_it.token import Token

from clausekit.parsing.lines import VALUE, Reporter

Nested = list[Any]
"""A run of inlines or blocks in the nested form."""

_NOT_USED = (
    ("image", re.compile(r"(?<!\\)!\[[^\[\]\n]*\]\(")),
    ("link", re.compile(r"(?<![!\\])\[[^\[\]\n]*\]\(|<(?:https?|mailto):")),
    ("html", re.compile(r"(?<!\\)<(?:/?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>|!--)")),
    ("code", re.compile(r"(?<!\\)`|^ *~~~", re.MULTILINE)),
    ("rule-line", re.compile(r"^ *(?:-{2,}|_{3,}|={2,}|(?:\* *){3,}) *$", re.MULTILINE)),
    ("line-break", re.compile(r"\\$", re.MULTILINE)),
    ("number-in-text", re.compile(r"(?<=\n) *[0-9]{1,3}\. ")),
    ("heading-blank", re.compile(r"^ *#+(?=[^\s#\]])", re.MULTILINE)),
    ("colons", re.compile(r"^ *:::", re.MULTILINE)),
    ("definition-unreadable", re.compile(r"^ *:(?: |$)", re.MULTILINE)),
    ("table-unreadable", re.compile(r"^ *\|?(?: *:?-+:? *\|)+ *(?::?-+:?)? *$", re.MULTILINE)),
)
_NOT_PLAIN = re.compile(r"[!\[<`~\-_=*\\#:|]|\n *[0-9]")

_NAME = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_ANCHOR = re.compile(f"{_NAME}\\Z")
_TARGET = re.compile(
    rf"(#{_NAME}|{_NAME}(?:#{_NAME})?|(?:schedule|annex):{_NAME}(?:/{_NAME})?)(?:\s*\|\s*(number|title))?\Z"
)
_QUOTE = re.compile("[\"']")
_BLANKS = re.compile("[ \n]+")
_OPENS_AFTER = frozenset(" \u00a0([{“‘—–-/")


class InlineReader:
    """Reads the inline tokens of one run of text.

    ``anchor`` is then the name that the run began with, if any.
    """

    def __init__(self, reporter: Reporter, footnotes: Mapping[str, Nested] | None) -> None:
        self.used_footnotes: set[str] = set()
        self.anchor: str | None = None
        self._reporter = reporter
        self._footnotes = footnotes
        self._index = 0
        self._before = ""
        self._runs: list[Nested] = [[]]

    def read(self, token: Token, *, anchored: bool = False) -> Nested:
        """Return the nested inlines of an ``inline`` token; ``anchored`` if it may begin with an anchor."""
        self.anchor = None
        self._index = token.map[0] if token.map else 0
        self._before = ""
        self._runs = [[]]
        self._check(token.content)
        for position, child in enumerate(token.children or ()):
            self._child(child, first=anchored and position == 0)
        return _trimmed(self._runs[0])

    def _check(self, content: str) -> None:
        if not _NOT_PLAIN.search(content):
            return
        for rule, pattern in _NOT_USED:
            if found := pattern.search(content):
                self._report(rule, content.count("\n", 0, found.start()))

    def _child(self, child: Token, *, first: bool) -> None:
        match child.type:
            case "text":
                self._text(child.content)
            case "text_special":
                self._words(child.content)
            case "softbreak" | "hardbreak":
                self._words(" ")
                self._index += 1
            case "strong_open" | "em_open":
                self._runs.append([])
            case "strong_close":
                self._append(_strong(self._runs.pop()))
            case "em_close":
                self._append(["i", self._runs.pop()])
            case "reference":
                self._reference(child.content)
            case "anchor":
                self._anchor(child.content, first)
            case "footnote":
                self._footnote(child.content)

    def _text(self, text: str) -> None:
        if "*" in text:
            self._report("emphasis-unpaired")
        if "[[" in text or "]]" in text:
            self._report("reference-unreadable")
        elif "[#" in text:
            self._report("anchor-unreadable")
        pieces = VALUE.split(text)
        for position, piece in enumerate(pieces):
            if position % 2:
                self._append(int(piece))
            elif piece:
                self._words(self._curled(piece))

    def _words(self, words: str) -> None:
        words = _BLANKS.sub(" ", words)
        if self._before in ("", " ") and words.startswith(" "):
            words = words[1:]
        if not words:
            return
        run = self._runs[-1]
        if run and isinstance(run[-1], str):
            run[-1] += words
        else:
            run.append(words)
        self._before = words[-1]

    def _curled(self, text: str) -> str:
        """Return the text with curly quotation marks: opening ones after a blank, a bracket or a dash."""

        def curl(mark: re.Match[str]) -> str:
            start = mark.start()
            nearest = text[start - 2 : start] if start >= 2 else self._before + text[:start]
            before = nearest.rstrip("\"'")[-1:]  # the inner of two marks opens where the outer does
            opens = not before or before in _OPENS_AFTER or before == "\n"
            return ("“" if opens else "”") if mark[0] == '"' else ("‘" if opens else "’")

        return _QUOTE.sub(curl, text) if '"' in text or "'" in text else text

    def _append(self, inline: object) -> None:
        self._runs[-1].append(inline)
        if isinstance(inline, int) or inline[0] == "r":  # type: ignore[index]  # all others are lists
            self._before = "x"  # what follows a value or a number follows a word

    def _reference(self, content: str) -> None:
        if VALUE.search(content):
            self._report("reference-value")
        target = _TARGET.match(content.strip())
        if target:
            self._append(["r", target[1], target[2] or "full", self._reporter.number(self._index)])
        else:
            self._report("reference-unreadable")

    def _anchor(self, name: str, allowed: bool) -> None:
        if not allowed:
            self._report("anchor-place")
        elif _ANCHOR.match(name):
            self.anchor = name
        else:
            self._report("anchor-unreadable")

    def _footnote(self, label: str) -> None:
        if self._footnotes is None:
            self._report("footnote-inside")
        elif label in self._footnotes:
            self.used_footnotes.add(label)
            self._append(["f", self._footnotes[label]])
        else:
            self._report("footnote-undefined", name=VALUE.sub("[…]", label))

    def _report(self, rule: str, lines_below: int = 0, **details: object) -> None:
        self._reporter.report(rule, self._index + lines_below, **details)


def _strong(run: Nested) -> Nested:
    """Return words in bold, or a term that is defined where it stands: bold in quotation marks."""
    quoted = run and isinstance(run[0], str) and isinstance(run[-1], str)
    if not (quoted and run[0].startswith("“") and run[-1].endswith("”")) or run == ["“”"]:
        return ["b", run]
    inner = [run[0][1:], *run[1:]]
    inner[-1] = inner[-1][:-1]
    return ["t", [inline for inline in inner if inline != ""]]


def _trimmed(run: Nested) -> Nested:
    if run and isinstance(run[-1], str):
        run[-1] = run[-1].rstrip(" ")
        if not run[-1]:
            run.pop()
    return run
