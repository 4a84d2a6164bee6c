"""Wording as it stands in the library, before anything is filled in, as a text that a reviewer reads.

Questions and repetitions stand in brackets: "[If funds.pooled:]". So two versions of a clause, or of the
outline of a template, can be compared with all their branches, whatever a matter makes of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.library.clausefile import ClauseFile

_TAG = re.compile(r"\{%-?\s*(?P<statement>.*?)\s*-?%\}|\{\{-?\s*(?P<value>.*?)\s*-?\}\}|\{#.*?#\}", re.DOTALL)
_ITEM = re.compile(r"(?P<indent> *)\d+[.)]\s+")
_ANCHOR = re.compile(r"(?<!\[)\[#[a-z0-9-]+\]\s*")
_END = "[End]"
_STATEMENTS = (
    (re.compile(r"if (.*)", re.DOTALL), "[If {}:]"),
    (re.compile(r"elif (.*)", re.DOTALL), "[Else, if {}:]"),
    (re.compile(r"else"), "[Otherwise:]"),
    (re.compile(r"for (.*)", re.DOTALL), "[For each {}:]"),
    (re.compile(r"endif|endfor"), _END),
)
_OPENS = re.compile(r"\[(?:If|For each) .*:\]")
_ALTERNATIVE = re.compile(r"\[(?:Else, if .*|Otherwise):\]")
_ALONE = re.compile(r"\[.*\]")


def wording_of(clause: ClauseFile) -> str:
    """Return the wording of a clause as Markdown with its numbers written out."""
    text = _ANCHOR.sub("", _TAG.sub(_told, clause.body))
    return "\n".join(_numbered(text.split("\n")))


def _told(tag: re.Match[str]) -> str:
    """Return what a tag says in words: a value's name, a question; nothing for a remark."""
    if tag["value"] is not None:
        return f"[{' '.join(tag['value'].split())}]"
    statement = " ".join((tag["statement"] or "").split())
    for pattern, words in _STATEMENTS:
        if found := pattern.fullmatch(statement):
            return words.format(*found.groups())
    return f"[{statement}]" if statement else ""


def _numbered(lines: list[str]) -> Iterator[str]:
    """Yield the lines with the numbers that their items have; what the author typed does not matter.

    Alternatives begin with the same number. A question on a line of its own is a paragraph of its own.
    """
    counts: dict[int, int] = {}
    opened: list[dict[int, int]] = []
    for line in lines:
        if item := _ITEM.match(line):
            indent = len(item["indent"])
            counts = {known: count for known, count in counts.items() if known <= indent}
            counts[indent] = counts.get(indent, 0) + 1
            number = ".".join(str(counts[known]) for known in sorted(counts))
            yield f"\n{item['indent']}{number} {line[item.end() :]}"
            continue
        question = line.strip()
        if _OPENS.fullmatch(question):
            opened.append(counts)
        elif _ALTERNATIVE.fullmatch(question) and opened:
            counts = opened[-1]
        elif question == _END and opened:
            opened.pop()
        yield f"\n{line}\n" if _ALONE.fullmatch(question) else line
