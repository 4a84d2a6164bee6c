"""Where a clause, a family or a parameter is used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from clausekit.library.clausefile import ClauseFile
from clausekit.library.fields import is_name
from clausekit.problems import Source


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that uses something: who (``vat/by-commissioner@1.0.0``), where, and the line."""

    user: str
    source: Source
    excerpt: str


def references_to(clauses: Iterable[ClauseFile], family: str) -> tuple[Mention, ...]:
    """Return the lines of clauses that refer to a family, ``[[family]]``, or ask ``included("family")``."""
    if not is_name(family):  # an empty one would be found in every reference within a clause
        return ()
    name = re.escape(family)
    reference = re.compile(rf"\[\[\s*{name}\s*[\]#|\\]|included\(\s*['\"]{name}['\"]\s*\)")
    return tuple(mention for clause in clauses for mention in _lines(clause, reference))


def asks_for(used: Iterable[str], parameter: str) -> bool:
    """Tell whether a parameter, or a part of it, is among those that are used."""
    parts = (f"{parameter}.", f"{parameter}[")
    return any(path == parameter or path.startswith(parts) for path in used)


def _lines(clause: ClauseFile, pattern: re.Pattern[str]) -> Iterator[Mention]:
    for number, line in enumerate(clause.body.split("\n"), clause.body_line):
        if pattern.search(line):
            yield Mention(clause.name, Source(clause.file, number), line.strip())


def first_line_about(clause: ClauseFile, parameter: str) -> Mention:
    """Return the first line of a clause that has the name of a parameter that it asks for.

    A value inside a list goes by the name of a loop, so its last part is looked for as well.
    """
    for name in (parameter, parameter.rpartition(".")[2]):
        pattern = re.compile(rf"(?<![\w.]){re.escape(name)}(?!\w)|\.{re.escape(name)}(?!\w)")
        for mention in _lines(clause, pattern):
            return mention
    return Mention(clause.name, Source(clause.file, clause.body_line), clause.title)
