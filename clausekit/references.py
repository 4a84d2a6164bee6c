"""What each cross-reference prints, computed beside the tree."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from clausekit.model import Clause, Document, Reference
from clausekit.numbering import Number, Numbers
from clausekit.problems import Finding, Source, nearest
from clausekit.walk import clauses, definitions, inline_runs, inlines, plain_text, schedules

NO_BREAK_SPACE = "\u00a0"

_REPEAT = re.compile(r"\+[0-9.]+")
"""What the key of something has after it that an outline repeats for a list."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A piece of a printed reference; with ``key``, the text is the number of the node with that key."""

    text: str
    key: str | None = None


@dataclass(frozen=True, slots=True)
class ResolvedReference:
    """A reference and what it prints, piece by piece."""

    target: str
    parts: tuple[Printed, ...]

    @property
    def text(self) -> str:
        """The whole of what it prints."""
        return "".join(part.text for part in self.parts)


References = Mapping[Reference, ResolvedReference]


def resolve(document: Document, numbers: Numbers) -> tuple[References, list[Finding]]:
    """Return what each reference prints, and a finding for each dead one."""
    titles = _titles(document)
    resolved: dict[Reference, ResolvedReference] = {}
    findings: list[Finding] = []
    for clause, reference in references(document):
        if reference in resolved:
            continue
        if reference.target in numbers and numbers[reference.target].full:
            parts = tuple(_parts(reference, numbers, titles))
            resolved[reference] = ResolvedReference(reference.target, parts)
        else:
            findings.append(_dead(reference, clause, titles, numbers))
    return resolved, findings


def references(document: Document) -> Iterator[tuple[Clause, Reference]]:
    """Yield each reference of the document, with the clause in which it stands."""
    for clause in clauses(document):
        for run in (clause.heading, *inline_runs(clause.blocks)):
            for inline in inlines(run):
                if isinstance(inline, Reference):
                    yield clause, inline


def _titles(document: Document) -> dict[str, str]:
    titles: dict[str, str] = {}
    for clause in clauses(document):
        titles[clause.key] = plain_text(clause.heading)
        titles.update((entry.key, plain_text(entry.term)) for entry in definitions(clause.blocks))
    for schedule in schedules(document):
        titles[schedule.key] = plain_text(schedule.title)
        titles.update((part.key, plain_text(part.title)) for part in schedule.parts)
    return titles


def _parts(reference: Reference, numbers: Numbers, titles: Mapping[str, str]) -> Iterator[Printed]:
    number = numbers[reference.target]
    if reference.form == "number":
        yield Printed(number.full, reference.target)
        return
    before, _, after = number.level.refer.partition("{}")
    if before:
        yield Printed(before.rstrip() + NO_BREAK_SPACE)
    yield Printed(number.full, reference.target)
    if after:
        yield Printed(after)
    yield from _scope(number, set(_scopes_around(reference, numbers)), numbers, titles)
    if reference.form == "title":
        title = titles.get(reference.target) or titles[reference.target.partition("#")[0]]
        yield Printed(f" ({title})")


def _scopes_around(reference: Reference, numbers: Numbers) -> Iterator[str]:
    """Yield the part and the schedule in which a reference stands."""
    scope: str | None = reference.scope
    while scope:
        yield scope
        scope = numbers[scope].within


def _scope(
    number: Number, around: Collection[str], numbers: Numbers, titles: Mapping[str, str]
) -> Iterator[Printed]:
    """Yield " of Part 1 of Schedule 2" or " of the definition of Law" for what is numbered inside one.

    A reference names no part or schedule that is ``around`` it.
    """
    if number.within is None or number.within in around:
        return
    scope = numbers[number.within]
    if number.listing == "definitions":
        yield Printed(f" of the definition of {titles[number.within]}")
    elif scope.full:  # a schedule that stands alone has no number
        yield Printed(" of ")
        yield Printed(scope.full, number.within)
        yield from _scope(scope, around, numbers, titles)


def _dead(reference: Reference, clause: Clause, titles: Mapping[str, str], numbers: Numbers) -> Finding:
    written = f"[[{reference.target}]]"
    repeats = sum(1 for key in numbers if _REPEAT.sub("", key) == reference.target)
    if reference.target in titles:
        message = f"The reference {written} points to a provision that has no number."
        remedy = "Refer to a numbered provision, or write the words out."
    elif repeats:
        message = f"The reference {written} may mean any of {repeats}: the document repeats it for a list."
        remedy = "Refer to it from the same part only, or say in words which one is meant."
    else:
        family = reference.target.partition("#")[0]
        message = f"The reference {written} points to nothing in this document."
        remedy = (
            f"The document has {family}, but no anchor {reference.target.partition('#')[2]} in it."
            if family in titles
            else f'If it may be left out, write {{% if included("{family}") %}} around the reference.'
        )
        remedy = f"{_did_you_mean(reference.target, [*numbers, *titles])}{remedy}"
    return Finding(
        "dead-reference", message, Source(clause.file, reference.line or None), excerpt=written, remedy=remedy
    )


def _did_you_mean(target: str, keys: list[str]) -> str:
    near = nearest(target, (key for key in keys if "~" not in key and "+" not in key), least=75)
    return f"Did you mean [[{near}]]? " if near else ""
