"""Full text search over the clauses of a library."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from clausekit.library.clausefile import ClauseFile
from clausekit.problems import Source

_TAG = re.compile(r"\{[%#].*?[%#]\}", re.DOTALL)
_WIDTH = 120
_IN_ID_OR_TITLE = 100
_IN_SUMMARY = 10
_IN_BODY_AT_MOST = 9


@dataclass(frozen=True, slots=True)
class Hit:
    """A clause that has all words searched for; ``excerpt`` is where it has most of them."""

    clause: ClauseFile
    source: Source
    excerpt: str


def search(clauses: Iterable[ClauseFile], phrases: Sequence[str]) -> tuple[Hit, ...]:
    """Return the clauses that have every phrase in id, title, summary or wording, the best first.

    Of each clause the newest approved version is searched, or the newest of all where none is approved.
    Capitals do not matter, and "fund" finds "funds". A phrase in the id or title counts most, then one in the
    summary, then how often it stands in the wording; equals come in the order of their ids.
    """
    wanted = [" ".join(phrase.lower().split()) for phrase in phrases if phrase.strip()]
    hits = [
        (-sum(scores), clause.id, _hit(clause, wanted))
        for clause in _current(clauses)
        if wanted and all(scores := [_score(clause, phrase) for phrase in wanted])
    ]
    return tuple(hit for _, _, hit in sorted(hits, key=lambda ranked: ranked[:2]))


def _current(clauses: Iterable[ClauseFile]) -> Iterable[ClauseFile]:
    ordered = sorted(clauses, key=lambda clause: (clause.id, clause.status == "approved", clause.version))
    for _, versions in groupby(ordered, key=lambda clause: clause.id):
        *_, newest = versions
        yield newest


def _score(clause: ClauseFile, phrase: str) -> int:
    named = phrase in clause.id.lower() or phrase in clause.title.lower()
    in_body = " ".join(_wording(clause).lower().split()).count(phrase)
    return (
        _IN_ID_OR_TITLE * named
        + _IN_SUMMARY * (phrase in clause.summary.lower())
        + min(in_body, _IN_BODY_AT_MOST)
    )


def _hit(clause: ClauseFile, phrases: Sequence[str]) -> Hit:
    lines = _wording(clause).split("\n")
    counts = [sum(phrase in line.lower() for phrase in phrases) for line in lines]
    if not any(counts):
        return Hit(clause, clause.source(), clause.summary or clause.title)
    best = counts.index(max(counts))
    source = Source(clause.file, clause.body_line + best)
    return Hit(clause, source, _around(lines[best].strip(), phrases))


def _wording(clause: ClauseFile) -> str:
    """Return the text below the heading, without tags but on the same lines; the heading is as the title."""
    heading, below = clause.body.lstrip("\n").split("\n", 1)
    blank = len(clause.body) - len(below) - len(heading) - 1
    return "\n" * (blank + 1) + _TAG.sub(lambda tag: "\n" * tag[0].count("\n"), below)


def _around(line: str, phrases: Sequence[str]) -> str:
    """Return the part of a long line around the first phrase in it, cut between words."""
    if len(line) <= _WIDTH:
        return line
    first = min(place for phrase in phrases if (place := line.lower().find(phrase)) >= 0)
    start = max(0, min(first - _WIDTH // 3, len(line) - _WIDTH))
    end = start + _WIDTH
    if start:
        start = line.find(" ", start, first) + 1 or start
    if end < len(line):
        end = max(line.rfind(" ", first, end), first)
    return f"{'… ' if start else ''}{line[start:end].strip()}{' …' if end < len(line) else ''}"
