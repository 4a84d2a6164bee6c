"""What a clause's head says, and how its versions came about, in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clausekit.library.clausefile import Authority, ClauseFile, long_date
from clausekit.problems import ClausekitError

if TYPE_CHECKING:
    from clausekit.library import Library


def facts(clause: ClauseFile) -> tuple[tuple[str, str], ...]:
    """Return names and values of what the head says, without what it leaves out."""
    named = (
        ("clause", clause.name),
        ("title", clause.title),
        ("summary", clause.summary),
        ("status", f"{clause.status}: {clause.reason}" if clause.reason else clause.status),
        ("in force", _in_force(clause)),
        ("approved", _approved(clause)),
        ("change", _change(clause)),
        *(("authority", _authority(authority)) for authority in clause.authority),
        ("replaced by", clause.replaced_by),
        ("file", clause.file),
    )
    return tuple((name, value) for name, value in named if value)


def history_of(library: Library, name: str) -> tuple[str, ...]:
    """Return a paragraph for each version of a clause (or of each clause of a family), newest first.

    ClausekitError: the library has no such clause or family.
    """
    ids = [known for known in library.ids() if name in (known, known.partition("/")[0])]
    if not ids:
        raise ClausekitError(library.unknown(name))
    return tuple("\n".join(_told(clause)) for known in ids for clause in reversed(library.versions(known)))


def _in_force(clause: ClauseFile) -> str:
    """Return the days on which a version may be used; nothing if its head does not limit them."""
    days = (("from", clause.in_force_from), ("to", clause.in_force_to))
    return " ".join(f"{word} {long_date(day)}" for word, day in days if day)


def _told(clause: ClauseFile) -> Iterator[str]:
    change = (
        f", {clause.change_kind} change of {clause.change_from}" if clause.change_from else ", first version"
    )
    yield f"{clause.name}{change}"
    yield from (
        f"    {line}"
        for line in (
            clause.change_note,
            f"{clause.status}: {clause.reason}" if clause.reason else "",
            f"approved {_approved(clause)}" if clause.approved_by else "",
            f"in force {_in_force(clause)}" if _in_force(clause) else "",
        )
        if line
    )


def _approved(clause: ClauseFile) -> str:
    if not clause.approved_by or not clause.approved_on:
        return ""
    return f"by {clause.approved_by} on {long_date(clause.approved_on)}"


def _change(clause: ClauseFile) -> str:
    return (
        f"{clause.change_kind}, from {clause.change_from}: {clause.change_note}" if clause.change_from else ""
    )


def _authority(authority: Authority) -> str:
    return (
        f"{authority.cite} (checked {long_date(authority.checked)})" if authority.checked else authority.cite
    )
