"""Which version of each clause a draft is made from: resolution, and the lock that keeps its outcome.

A lock is YAML beside the parameter file, ``<matter>.lock.yaml``.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from clausekit.cache import Cache
from clausekit.files import read_text
from clausekit.library import Library
from clausekit.library.clausefile import ClauseFile, long_date
from clausekit.library.fields import Fields, is_digest
from clausekit.library.versions import ChangeKind, Constraint, Version
from clausekit.parameters.yamlcache import read_yaml
from clausekit.problems import ClausekitError, Finding, Source, attempt

_UPGRADE = "run the command again with --upgrade to choose the clauses anew; it prints what changes."
_ASK = "Ask whoever keeps the library, or take the clause out of the template."
_NEW_LOCK = "Put back the lock as it was or delete it; then the clauses are chosen anew."
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

    def __str__(self) -> str:
        return f"{self.version} {self.digest}"


@dataclass(frozen=True, slots=True)
class Lock:
    """What a draft was made from: ``clauses`` by id, and the digests of what was made by ``output_name``."""

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
    between two versions, and ``notes`` says what changed in each on the way or, going back, what is given up;
    both are empty where the same version has another wording.
    """

    clause: str
    old: Version | None
    new: Version | None
    kind: ChangeKind | None = None
    notes: tuple[str, ...] = ()


def read_lock(path: Path, cache: Cache) -> Lock:
    """Return the lock in the file; ClausekitError with all its faults."""
    text = read_text(path)
    findings: list[Finding] = []
    yaml = attempt(findings, lambda: read_yaml(text, str(path), cache))
    lock = _lock(Fields(yaml, yaml.data, "", _LOCK, findings)) if yaml else None
    if findings or lock is None:
        # Nobody writes a lock by hand, so nobody should mend it line by line.
        *first, last = (replace(finding, remedy="") for finding in findings)
        raise ClausekitError([*first, replace(last, remedy=_NEW_LOCK)])
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


def output_name(file: Path, folder: Path) -> str:
    """Return what a lock in ``folder`` calls a file that was made, for comparison only.

    It is the path from there (``../drafts/a.docx``), or the whole path of a file on another drive; characters
    that may not stand in a lock are spelt out by their numbers.
    """
    try:
        path = os.path.relpath(file, folder)
    except ValueError:  # on another drive
        path = str(file.absolute())
    path = path.replace(os.sep, "/")
    return "".join(sign if sign.isprintable() else f"%{ord(sign):04X}" for sign in path)


def resolve(
    requests: Iterable[Request],
    library: Library,
    as_at: date,
    lock: Lock | None = None,
    as_at_source: Source | None = None,
    as_at_excerpt: str = "",
) -> Resolution:
    """Choose the version of each clause that is asked for, and report every one that cannot be had.

    Without a lock it is the newest approved version that is in force on ``as_at`` and meets the constraint.
    With a lock it is the version that the lock names; the wording must still have the digest that the lock
    has. A clause that the lock does not know is chosen as without a lock, with a finding of level ``info``.

    Give the day of the command line (no ``as_at_source``, or one that is no file) or the parameter file's
    own (with its place and its line), else the lock's, else today's. A lock's day rules: the clauses were
    chosen for it and someone may have signed. So if another day is given, nothing may be chosen silently for
    it: that is an error, and the remedy is to resolve anew (``--upgrade``: no lock) or to put the old day
    back. All else is then told as it is on the lock's day.
    """
    findings: list[Finding] = []
    known = lock.clauses if lock else {}
    day = lock.as_at if lock else as_at
    if lock and as_at != day:
        findings.append(_other_day(as_at, lock, as_at_source, as_at_excerpt))
    clauses: dict[str, ClauseFile] = {}
    for request in requests:
        locked = known.get(request.clause)
        if locked:
            clause = _locked_clause(request, locked, library, day, findings)
        else:
            clause = _newest(request, library, day, findings)
        if clause:
            clauses[request.clause] = clause
            if lock and not locked:
                findings.append(_new_to_lock(request, clause))
    return Resolution(clauses, tuple(findings))


def template_finding(lock: Lock, template: str, source: Source, excerpt: str = "") -> Finding | None:
    """Return the error that ``template`` is another than the lock's; None if it is the same.

    ``source`` and ``excerpt`` are where the parameter file names the template. The clauses of such a lock
    were chosen for another instrument, so resolve without it.
    """
    if lock.template == template:
        return None
    message = f"The draft is to be made from the template {template}, but its lock is of {lock.template}."
    remedy = f"Put template back to {lock.template}, or run the command again with --upgrade."
    return Finding("lock-template", message, source, excerpt, remedy)


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
        outputs=_outputs(head.entries("outputs")),
        tool=head.text("tool"),
    )


def _locked(fields: Fields) -> Locked:
    for name in _LOCKED:
        fields.need(name)
    return Locked(fields.version("version") or Version(0, 0, 0), _digest(fields, "digest"))


def _outputs(fields: Fields) -> dict[str, str]:
    return {name: _digest(fields, name) for name in fields.data}


def _digest(fields: Fields, name: str) -> str:
    digest = fields.data.get(name)
    if is_digest(digest):
        return digest
    if name in fields.data:
        fields.fault("wrong-entry", "This is not a digest: 64 digits from 0 to f.", name)
    return ""


def _locked_clause(
    request: Request, locked: Locked, library: Library, as_at: date, findings: list[Finding]
) -> ClauseFile | None:
    name, number = request.clause, locked.version
    clause = library.version(name, number)
    if clause is None:
        findings.extend(library.faults(name, number) or [_gone(request, number, library)])
    elif clause.digest != locked.digest:
        message = f"{clause.name} is not the text that this draft was made from: its file has been changed."
        remedy = (
            f"Put the old text back, and change it in a new version (clausekit clause new), or {_UPGRADE}"
        )
        findings.append(Finding("lock-digest", message, clause.source(), remedy=remedy))
    elif request.constraint and not request.constraint.matches(number):
        message = (
            f"The template now asks for {name} {request.constraint}, but the draft was made from {number}."
        )
        findings.append(_finding("lock-constraint", message, request, f"To move on, {_UPGRADE}"))
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


def _other_day(as_at: date, lock: Lock, source: Source | None, excerpt: str) -> Finding:
    message = f"The draft is to be as at {long_date(as_at)}, but its lock is as at {long_date(lock.as_at)}."
    by_option = source in (None, Source("--as-at"))
    back = "Leave out --as-at" if by_option else f"Put as_at back to {lock.as_at}"
    return Finding("lock-date", message, source, excerpt, f"{back}, or run the command again with --upgrade.")


def _new_to_lock(request: Request, clause: ClauseFile) -> Finding:
    message = f"{request.clause} is not in the lock yet; version {clause.version} was chosen."
    return Finding("lock-new-clause", message, request.source, request.excerpt, level="info")


def _gone(request: Request, number: Version, library: Library) -> Finding:
    there = library.numbers(request.clause)
    if not there:
        return library.unknown(request.clause, request.source, request.excerpt)
    message = f"The draft was made from {request.clause} {number}, but the library has no such version."
    return _finding(
        "lock-version", message, request, f"Put its file back, or {_UPGRADE}", [_there_are(there)]
    )


def _refused_since(
    request: Request, clause: ClauseFile, reason: str, library: Library, as_at: date
) -> Finding:
    message = f"The draft keeps to {request.clause} {clause.version} of its lock, but {reason}."
    in_place = _in_place_of([clause], library, as_at)
    if in_place:
        remedy = f"{in_place} To move on, {_UPGRADE}"
    else:
        remedy = "Ask whoever keeps the library what to use instead."
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
    remedy = _in_place_of(candidates, library, as_at) or _ASK
    return _finding("clause-refused", message, request, remedy, notes)


def _in_place_of(refused: Sequence[ClauseFile], library: Library, as_at: date) -> str:
    """Return what to use in place of versions of a clause; nothing if the library has nothing usable."""
    name = refused[0].id
    if successor := _successor(refused, library, as_at):
        return f"Use {successor}, which replaces it."
    others = _usable(name, library, as_at)
    if others:
        return f"Version {others[-1].version} can be used."
    family = f"{refused[0].family}/"
    siblings = [each for each in library.ids() if each.startswith(family) and _usable(each, library, as_at)]
    return f"Of the same family there can be used: {', '.join(siblings)}." if siblings else ""


def _successor(refused: Sequence[ClauseFile], library: Library, as_at: date) -> str:
    """Return the next clause by ``replaced_by`` that can be used; nothing if there is none, or a circle."""
    passed = {refused[0].id}
    while (name := _replaced_by(refused)) and name not in passed:
        if _usable(name, library, as_at):
            return name
        passed.add(name)
        refused = library.versions(name)
    return ""


def _replaced_by(versions: Sequence[ClauseFile]) -> str:
    return next((version.replaced_by for version in reversed(versions) if version.replaced_by), "")


def _usable(name: str, library: Library, as_at: date) -> list[ClauseFile]:
    return [version for version in library.versions(name) if not version.refusal(as_at)]


def _upgrade(before: Version, after: ClauseFile, library: Library) -> Upgrade:
    if before == after.version:
        return Upgrade(after.id, before, before)
    known = {version.version: version for version in library.versions(after.id)}
    if before < after.version:
        notes = [f"{step.version}: {step.change_note}" for step in _steps(before, after.version, known)]
    else:
        steps = reversed(_steps(after.version, before, known))
        notes = [f"no longer {step.version}: {step.change_note}" for step in steps]
    return Upgrade(after.id, before, after.version, after.version.step_from(before), tuple(notes))


def _steps(earlier: Version, later: Version, known: Mapping[Version, ClauseFile]) -> list[ClauseFile]:
    """Return the versions that were made one from another from ``earlier`` to ``later``, oldest first."""
    step = known.get(later)
    if step is None or step.change_from is None or step.version <= earlier:
        return []
    return [*_steps(earlier, step.change_from, known), step]
