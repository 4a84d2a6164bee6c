"""Full text search over the clauses of a library, by SQLite's FTS5."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby

from clausekit.library.clausefile import ClauseFile
from clausekit.problems import Source

_TAG = re.compile(r"\{[%#].*?[%#]\}", re.DOTALL)
_WORD = re.compile(r"\w+")
_WIDTH = 120
_COLUMNS = "name, title, summary, wording"
_TABLE = f"CREATE VIRTUAL TABLE clauses USING fts5 ({_COLUMNS}, tokenize = 'porter unicode61')"
_WEIGHTS = "20, 20, 8, 1"
"""How much a word counts in the id, in the title, in the summary and in the wording."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A clause that has all words searched for; ``excerpt`` is where it has most of them."""

    clause: ClauseFile
    source: Source
    excerpt: str


def search(clauses: Iterable[ClauseFile], texts: Iterable[str]) -> tuple[Hit, ...]:
    """Return the clauses that have every word in id, title, summary or wording, the best first.

    Of each clause the newest approved version is searched, or the newest of all where none is approved.
    Capitals and endings do not matter: "fund" finds "funds". A word counts the more the fewer clauses have
    it (BM25), and most in the id and the title.
    """
    words = [word for text in texts for word in _WORD.findall(text.lower())]
    if not words:
        return ()
    current = list(_current(clauses))
    stems = [word.rstrip("s") for word in words]
    return tuple(_hit(current[number], stems) for number in _ranked(current, words))


def _ranked(clauses: Sequence[ClauseFile], words: Sequence[str]) -> Iterator[int]:
    """Yield the places of the clauses that have all the words, the best first."""
    # Not needed by the commands that only read clauses.
    import sqlite3

    rows = ((number, c.id, c.title, c.summary, _wording(c)) for number, c in enumerate(clauses))
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute(_TABLE)
        database.executemany(f"INSERT INTO clauses (rowid, {_COLUMNS}) VALUES (?, ?, ?, ?, ?)", rows)
        query = f"SELECT rowid FROM clauses WHERE clauses MATCH ? ORDER BY bm25(clauses, {_WEIGHTS}), name"
        for (number,) in database.execute(query, [" ".join(f'"{word}"' for word in words)]):
            yield number


def _current(clauses: Iterable[ClauseFile]) -> Iterable[ClauseFile]:
    ordered = sorted(clauses, key=lambda clause: (clause.id, clause.status == "approved", clause.version))
    for _, versions in groupby(ordered, key=lambda clause: clause.id):
        *_, newest = versions
        yield newest


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
