"""Outlines: which clauses, schedules and parts there are, in which order, when, and for which list.

An outline is written in ``template.yaml`` and ``schedule.yaml``; this module reads its entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from keyword import iskeyword
from typing import Any, Literal, NamedTuple, get_args

from clausekit.library.fields import Fields, is_name
from clausekit.library.versions import Constraint
from clausekit.problems import Source

SectionKind = Literal["cover", "parties", "recitals", "clauses", "execution", "schedules", "annexes"]
EntryKind = Literal["clause", "schedule", "annex", "part"]

SECTIONS = dict.fromkeys(get_args(SectionKind), "a section of the outline")

_WHEN = {"when": "on which condition it is in, such as funds.pooled"}
_FOR_EACH = {"for_each": "for which list it is repeated, such as partner in partners"}
_ENTRIES: Mapping[EntryKind, Mapping[str, str]] = {
    "clause": {
        "clause": "the id of the clause",
        "version": "which versions may be used, such as >=1.1, <2",
        **_WHEN,
        "omitted": "what is printed under the clause's number when it is not in, such as [Not used]",
        **_FOR_EACH,
    },
    "schedule": {
        "schedule": "the name of the schedule",
        "title": "the title of the schedule",
        **_WHEN,
        **_FOR_EACH,
    },
    "annex": {"annex": "the name of the annex", "title": "the title of the annex", **_WHEN, **_FOR_EACH},
    "part": {
        "part": "the name of the part",
        "title": "the title of the part",
        **_WHEN,
        **_FOR_EACH,
        "clauses": "which clauses the part is made of",
    },
}
_PLURALS = {"clause": "clauses", "schedule": "schedules", "annex": "annexes", "part": "parts"}
_PLACES = {
    "schedule": "A schedule belongs in the section schedules",
    "annex": "An annex belongs in the section annexes",
    "part": "A part belongs in the outline of a schedule",
}
_REPEATED = re.compile(r"(?P<name>[a-z][a-z0-9_]*)\s+in\s+(?P<expression>.+)", re.ASCII)


class ForEach(NamedTuple):
    """Says that an entry is repeated: ``name`` stands for each element of the list in turn.

    ``expression`` is the list, a Jinja expression.
    """

    name: str
    expression: str


class Title(NamedTuple):
    """The title of a schedule or part, which may have values in it, and where it is written."""

    text: str
    source: Source


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of an outline: a clause of the library, a schedule or annex, or a part of one.

    ``name`` is the id of a clause, or else a name; ``address`` is how wording refers to it: the family of the
    clause, ``schedule:NAME``, ``annex:NAME`` or ``schedule:NAME/PART``. ``when`` is a Jinja expression.
    ``entries`` are those of a schedule or a part. ``excerpt`` is the line at ``source``.
    """

    kind: EntryKind
    name: str
    address: str
    source: Source
    excerpt: str
    title: Title | None = None
    version: Constraint | None = None
    when: str | None = None
    omitted: str | None = None
    for_each: ForEach | None = None
    entries: tuple[Entry, ...] = ()


def shown(title: str) -> str:
    """Return a title for a list of outlines, with a sign in place of the values in it."""
    return re.sub(r"\{[{%].*?[}%]\}", "[…]", title)


def flat(entries: tuple[Entry, ...]) -> Iterator[Entry]:
    """Yield the entries with those inside them, each after the one that holds it."""
    for entry in entries:
        yield entry
        yield from flat(entry.entries)


def read_entries(outline: Fields, name: str, kind: EntryKind, around: str = "") -> tuple[Entry, ...]:
    """Return the entries of the list ``name``, which must be of the given kind.

    ``around`` is the address of the schedule that parts are in. What is wrong is added to the findings of
    ``outline``.
    """
    return tuple(_entry(outline, path, data, kind, around) for path, data in outline.items(name))


def title_of(fields: Fields) -> Title | None:
    """Return the title in a mapping, if it has one."""
    text = fields.text("title")
    return Title(text, fields.yaml.source(fields.path_of("title"))) if text else None


def _entry(outline: Fields, path: str, data: Any, expected: EntryKind, around: str) -> Entry:
    if isinstance(data, str):
        data = {"clause" if "/" in data else expected: data}
    kind = _kind(data, expected)
    fields = Fields(outline.yaml, data, path, _ENTRIES[kind], outline.findings)
    if kind != expected:
        fields.fault("wrong-section", f"{_PLACES.get(kind, f'Only {_PLURALS[expected]} belong here')}.")
    name = fields.text(kind)
    entry = Entry(
        kind=kind,
        name=name,
        address=_address(kind, name, around),
        source=outline.yaml.source(path),
        excerpt=outline.yaml.excerpt(path),
        title=title_of(fields),
        version=_constraint(fields),
        when=fields.text("when") or None,
        omitted=fields.text("omitted") or None,
        for_each=_for_each(fields),
        entries=read_entries(fields, "clauses", "clause") if kind == "part" else (),
    )
    _check(fields, entry)
    return entry


def _kind(data: Any, expected: EntryKind) -> EntryKind:
    """Return the kind of entry that the data say they are; the expected one where they say nothing."""
    if not isinstance(data, dict) or expected in data:
        return expected
    return next((kind for kind in _ENTRIES if kind in data), expected)


def _address(kind: EntryKind, name: str, around: str) -> str:
    match kind:
        case "clause":
            return name.partition("/")[0]
        case "part":
            return f"{around}/{name}"
        case _:
            return f"{kind}:{name}"


def _constraint(fields: Fields) -> Constraint | None:
    text = fields.text("version")
    try:
        return Constraint.parse(text) if text else None
    except ValueError as error:
        fields.fault("wrong-version", str(error), "version")
        return None


def _for_each(fields: Fields) -> ForEach | None:
    text = fields.text("for_each")
    if not text:
        return None
    match = _REPEATED.fullmatch(text)
    if match and not iskeyword(match["name"]):
        return ForEach(match["name"], match["expression"])
    remedy = "Write a name for each of them, and the list: for_each: partner in partners"
    fields.fault("wrong-entry", f'"{text}" does not say for which list.', "for_each", remedy)
    return None


def _check(fields: Fields, entry: Entry) -> None:
    if entry.kind == "clause":
        _check_clause(fields, entry)
    elif not is_name(entry.name):
        a_kind = f"{'an' if entry.kind == 'annex' else 'a'} {entry.kind}"
        remedy = "A name has small letters and digits, with hyphens between them, such as finance-protocol."
        fields.fault("wrong-entry", f'"{entry.name}" cannot be the name of {a_kind}.', entry.kind, remedy)
    if entry.kind == "part":
        fields.need("title")
        fields.need("clauses")


def _check_clause(fields: Fields, entry: Entry) -> None:
    if not (entry.name.count("/") == 1 and all(map(is_name, entry.name.split("/")))):
        message = f'"{entry.name}" is not the id of a clause.' if entry.name else "The entry names no clause."
        remedy = "Write family and alternative, such as vat/by-commissioner."
        fields.fault("wrong-entry", message, remedy=remedy)
    if entry.omitted and not entry.when:
        message = '"omitted" is never printed: without "when" the clause is always in.'
        fields.fault("wrong-entry", message, "omitted")
    if entry.omitted and entry.for_each:
        message = 'A clause that is repeated cannot be "omitted": it stands once for each of the list.'
        fields.fault("wrong-entry", message, "omitted")
