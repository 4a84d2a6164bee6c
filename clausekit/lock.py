"""Which version of each clause a draft is made from: resolution, and the lock that keeps its outcome.

A lock is YAML beside the parameter file, ``<matter>.lock.yaml``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from clausekit.files import read_text
from clausekit.library.clausefile import ClauseFile, long_date
from clausekit.library.fields import Fields, read_yaml
from clausekit.library.versions import ChangeKind, Constraint, Version
from clausekit.problems import ClausekitError, Finding, Source

if TYPE_CHECKING:
    from clausekit.cache import Cache
    from clausekit.library import Library

_UPGRADE = "Run the command again with --upgrade to resolve the clauses anew; it prints what changes."
_DIGEST = re.compile(r"[0-9a-f]{64}")
_LOCK = {
    "template": "from which template the draft was made",
    "as_at": "for which day the clauses were chosen",
    "tool": "which clausekit made the draft",
    "clauses": "the version and the digest of each clause",
    "outputs": "the digest of each file that was made",
}
_LOCKED = {"version": "which version was used", "digest": "the digest of its title and wording"}
_HEADER = """\
# Made by clausekit: the versions of the clauses that this draft was made from. Keep it beside the parameter
# file, and leave it as it is; "clausekit draft --upgrade" makes it anew.
"""


@dataclass(frozen=True, slots=True)
class Locked:
    """A clause's version and the digest that it had."""

    version: Version
    digest: str


@dataclass(frozen=True, slots=True)
class Lock:
    """What a draft was made from: ``clauses`` by id, and the digests of the files made, by relative path."""

    template: str
    as_at: date
    clauses: Mapping[str, Locked]
    outputs: Mapping[str, str]
    tool: str


@dataclass(frozen=True, slots=True)
class Request:
    """A clause that an outline asks for, and where it does; ``excerpt`` is the line at ``source``."""

    clause: str
    constraint: Constraint | None
    source: Source
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class Resolution:
    """The clauses of a draft by id, in the order of the requests, and what was found on the way."""

    clauses: Mapping[str, ClauseFile]
    findings: tuple[Finding, ...]

    def locked(self) -> dict[str, Locked]:
        """Return what a lock keeps of the clauses."""
        return {name: Locked(clause.version, clause.digest) for name, clause in self.clauses.items()}


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What resolving anew changes in one clause.

    ``old`` is None for a clause that comes in, ``new`` for one that goes out. ``kind`` is the weightiest step
    between two versions, and ``notes`` says what changed in each; both are empty where the same version has
    another wording.
    """

    clause: str
    old: Version | None
    new: Version | None
    kind: ChangeKind | None = None
    notes: tuple[str, ...] = ()


def read_lock(path: Path, cache: Cache) -> Lock:
    """Return the lock in the file; ClausekitError with all its faults."""
    yaml = read_yaml(read_text(path), str(path), cache)
    findings: list[Finding] = []
    lock = _lock(Fields(yaml, yaml.data, "", _LOCK, findings))
    if findings:
        raise ClausekitError(findings)
    return lock


def dump(lock: Lock) -> str:
    """Return the text of a lock file; the same lock gives the same text."""
    clauses = (
        f"  {name}: {{version: {locked.version}, digest: {locked.digest}}}\n"
        for name, locked in sorted(lock.clauses.items())
    )
    outputs = (
        f"  {json.dumps(path, ensure_ascii=False)}: {digest}\n"
        for path, digest in sorted(lock.outputs.items())
    )
    head = f"template: {lock.template}\nas_at: {lock.as_at}\ntool: {json.dumps(lock.tool)}\n"
    return "".join([_HEADER, head, _block("clauses", clauses), _block("outputs", outputs)])


def resolve(
    requests: Iterable[Request],
    library: Library,
    as_at: date,
    lock: Lock | None = None,
    as_at_source: Source | None = None,
) -> Resolution:
    """Choose the version of each clause that is asked for, and report every one that cannot be had.

    Without a lock it is the newest approved version that is in force on ``as_at`` and meets the constraint.
    With a lock it is the version that the lock names; the wording must still have the digest that the lock
    has. A clause that the lock does not know is chosen as without a lock, with a finding of level ``info``.

    Give the parameter file's own ``as_at`` (found at ``as_at_source``) if it has one, else the lock's, else
    today's date. A lock's date rules: the clauses were chosen for it and someone may have signed. So if the
    parameter file now says another day, nothing may be chosen silently for either: that is an error, and
    the remedy is to resolve anew (``--upgrade``: no lock) or to put the old day back.
    """
    wanted = list(requests)
    findings: list[Finding] = []
    known = lock.clauses if lock else {}
    if lock and lock.as_at != as_at:
        findings.append(_other_day(as_at, lock, as_at_source))
    _read_ahead(wanted, library, known)
    clauses: dict[str, ClauseFile] = {}
    for request in wanted:
        locked = known.get(request.clause)
        if locked:
            clause = _locked_clause(request, locked, library, as_at, findings)
        else:
            clause = _newest(request, library, as_at, findings)
        if clause:
            clauses[request.clause] = clause
            if lock and not locked:
                findings.append(_new_to_lock(request, clause))
    return Resolution(clauses, tuple(findings))


def upgrade_changes(old: Lock, new: Resolution, library: Library) -> tuple[Upgrade, ...]:
    """Return what ``new`` changes against the lock, clause by clause in alphabetical order."""
    upgrades = []
    for name in sorted(old.clauses.keys() | new.clauses.keys()):
        before, after = old.clauses.get(name), new.clauses.get(name)
        if before and after:
            if (before.version, before.digest) != (after.version, after.digest):
                upgrades.append(_upgrade(before.version, after, library))
        elif after:
            upgrades.append(Upgrade(name, None, after.version))
        elif before:
            upgrades.append(Upgrade(name, before.version, None))
    return tuple(upgrades)


def _block(name: str, lines: Iterable[str]) -> str:
    text = "".join(lines)
    return f"{name}:\n{text}" if text else f"{name}: {{}}\n"


def _lock(head: Fields) -> Lock:
    for name in _LOCK:
        head.need(name)
    listed = head.entries("clauses")
    return Lock(
        template=head.text("template"),
        as_at=head.date("as_at") or date.min,
        clauses={name: _locked(listed.inner(name, _LOCKED)) for name in listed.data},
        outputs=dict(_digests(head.entries("outputs"))),
        tool=head.text("tool"),
    )


def _locked(fields: Fields) -> Locked:
    for name in _LOCKED:
        fields.need(name)
    digest = fields.text("digest")
    if digest and not _DIGEST.fullmatch(digest):
        fields.fault("wrong-entry", "This is not a digest: 64 digits from 0 to f.", "digest")
    return Locked(fields.version("version") or Version(0, 0, 0), digest)


def _digests(fields: Fields) -> Iterator[tuple[str, str]]:
    for name in fields.data:
        digest = fields.text(name)
        if not _DIGEST.fullmatch(digest):
            fields.fault("wrong-entry", "This is not a digest: 64 digits from 0 to f.", name)
        yield name, digest


def _read_ahead(wanted: Iterable[Request], library: Library, known: Mapping[str, Locked]) -> None:
    """Read all files that will be looked at in one go."""
    library.read(
        (request.clause, number)
        for request in wanted
        for number in (
            [known[request.clause].version] if request.clause in known else library.numbers(request.clause)
        )
    )


def _locked_clause(
    request: Request, locked: Locked, library: Library, as_at: date, findings: list[Finding]
) -> ClauseFile | None:
    name, number = request.clause, locked.version
    clause = next(iter(library.read([(name, number)])), None)
    if clause is None:
        findings.extend(library.faults(name, number) or [_gone(request, number, library)])
    elif clause.digest != locked.digest:
        message = f"{clause.name} is not the text that this draft was made from: its file has been changed."
        remedy = "Put the old text back: a change needs a new version (clausekit clause new). " + _UPGRADE
        findings.append(Finding("lock-digest", message, clause.source(), remedy=remedy))
    elif request.constraint and not request.constraint.matches(number):
        message = (
            f"The template now asks for {name} {request.constraint}, but the draft was made from {number}."
        )
        findings.append(_finding("lock-constraint", message, request, _UPGRADE))
    else:
        if reason := clause.refusal(as_at):
            findings.append(_refused_since(request, clause, reason, library, as_at))
        return clause
    return None


def _newest(request: Request, library: Library, as_at: date, findings: list[Finding]) -> ClauseFile | None:
    name, constraint = request.clause, request.constraint
    versions = library.versions(name)
    faults = library.faults(name)
    if faults:
        findings.extend(faults)
        return None
    if not versions:
        findings.append(library.unknown(name, request.source, request.excerpt))
        return None
    candidates = [v for v in versions if not constraint or constraint.matches(v.version)]
    if not candidates:
        findings.append(_no_match(request, versions))
        return None
    usable = [candidate for candidate in candidates if not candidate.refusal(as_at)]
    if not usable:
        findings.append(_none_usable(request, candidates, library, as_at))
        return None
    findings.extend(_passed_over(request, usable[-1], candidates, as_at))
    return usable[-1]


def _finding(rule: str, message: str, request: Request, remedy: str, notes: Iterable[str] = ()) -> Finding:
    return Finding(rule, message, request.source, request.excerpt, remedy, tuple(notes))


def _other_day(as_at: date, lock: Lock, source: Source | None) -> Finding:
    message = f"The draft is to be as at {long_date(as_at)}, but its lock is as at {long_date(lock.as_at)}."
    remedy = f"Put as_at back to {lock.as_at}, or run the command again with --upgrade."
    return Finding("lock-date", message, source, remedy=remedy)


def _new_to_lock(request: Request, clause: ClauseFile) -> Finding:
    message = f"{request.clause} is not in the lock yet; version {clause.version} was chosen."
    return Finding("lock-new-clause", message, request.source, request.excerpt, level="info")


def _gone(request: Request, number: Version, library: Library) -> Finding:
    there = library.numbers(request.clause)
    if not there:
        return library.unknown(request.clause, request.source, request.excerpt)
    message = f"The draft was made from {request.clause} {number}, but the library has no such version."
    return _finding("lock-version", message, request, f"Put its file back. {_UPGRADE}", [_there_are(there)])


def _refused_since(
    request: Request, clause: ClauseFile, reason: str, library: Library, as_at: date
) -> Finding:
    message = f"The draft keeps to {request.clause} {clause.version} of its lock, but {reason}."
    remedy = f"{_replacement(request, [clause], library, as_at)} {_UPGRADE}".strip()
    return Finding("lock-refused", message, request.source, request.excerpt, remedy, level="warning")


def _no_match(request: Request, versions: Iterable[ClauseFile]) -> Finding:
    message = f"{request.clause} has no version {request.constraint}."
    return _finding("unknown-version", message, request, _there_are(v.version for v in versions))


def _there_are(numbers: Iterable[Version]) -> str:
    return f"There are: {', '.join(map(str, numbers))}."


def _passed_over(
    request: Request, chosen: ClauseFile, candidates: list[ClauseFile], as_at: date
) -> Iterator[Finding]:
    """A newer version that someone has stopped is worth knowing; a draft or one for later is not."""
    for newer in candidates:
        if newer.version > chosen.version and newer.status in ("on-hold", "withdrawn"):
            reason = newer.refusal(as_at)
            message = f"{request.clause} {chosen.version} is used, since {newer.version} cannot be: {reason}."
            yield Finding("clause-passed-over", message, request.source, request.excerpt, level="info")


def _none_usable(request: Request, candidates: list[ClauseFile], library: Library, as_at: date) -> Finding:
    newest, *others = reversed(candidates)
    message = (
        f"{request.clause} {newest.version} cannot be used as at {long_date(as_at)}: {newest.refusal(as_at)}."
    )
    notes = [f"Nor can {other.version}: {other.refusal(as_at)}." for other in others]
    return _finding(
        "clause-refused", message, request, _replacement(request, candidates, library, as_at), notes
    )


def _replacement(request: Request, refused: list[ClauseFile], library: Library, as_at: date) -> str:
    """Return which clause to use in place of the refused ones; nothing if the library has none."""
    named = [clause.replaced_by for clause in reversed(refused) if clause.replaced_by]
    if named:
        return f"Use {named[0]}, which replaces it."
    others = [v for v in library.versions(request.clause) if not v.refusal(as_at)]
    if others:
        return f"Version {others[-1].version} can be used."
    family = f"{request.clause.partition('/')[0]}/"
    siblings = [name for name in library.ids() if name.startswith(family) and name != request.clause]
    usable = [name for name in siblings if any(not v.refusal(as_at) for v in library.versions(name))]
    return f"Of the same family there can be used: {', '.join(usable)}." if usable else ""


def _upgrade(before: Version, after: ClauseFile, library: Library) -> Upgrade:
    if before == after.version:
        return Upgrade(after.id, before, before)
    steps = [v for v in library.versions(after.id) if before < v.version <= after.version]
    notes = tuple(f"{step.version}: {step.change_note}" for step in steps if step.change_note)
    return Upgrade(after.id, before, after.version, after.version.step_from(before), notes)
