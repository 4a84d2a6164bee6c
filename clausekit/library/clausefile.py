"""One version of a clause: a file with a head (YAML) and a body (the wording).

What a head may say, and what it must say, is described in ``docs/clause-files.md``.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal, cast, get_args

from clausekit.cache import Cache
from clausekit.files import read_text, sha256
from clausekit.library.fields import Fields, is_name
from clausekit.library.versions import CHANGE_KINDS, ChangeKind, Version
from clausekit.parameters.values import DateValue
from clausekit.parameters.yamlcache import read_yaml
from clausekit.parameters.yamlfile import YamlFile
from clausekit.problems import ClausekitError, Finding, Source

Status = Literal["draft", "approved", "on-hold", "withdrawn"]
STATUSES: tuple[Status, ...] = get_args(Status)

_HEAD_LINE = 2
_HEAD = {
    "title": "what the clause is called in lists",
    "summary": "in one line what the clause does",
    "status": "whether the version is draft, approved, on-hold or withdrawn",
    "in_force": "from which day to which day the version may be used",
    "approved": "who approved the version, and when: approved: {by: Head of Law, on: 2019-03-12}",
    "change": "what changed: change: {from: 1.0.0, kind: minor, note: ...}",
    "authority": "which statutes and guidance the clause rests on",
    "reason": "why the version is on hold or withdrawn",
    "replaced_by": "the id of the clause to use in its place",
}
_IN_FORCE = {"from": "the first day", "to": "the last day"}
_APPROVED = {"by": "which office approved the version", "on": "on which day"}
_CHANGE = {
    "from": "from which version this one was made",
    "kind": "major, minor or patch",
    "note": "in a sentence what changed, and why",
}
_AUTHORITY = {"cite": "which statute or guidance", "checked": "on which day it was last checked"}


@dataclass(frozen=True, slots=True)
class Authority:
    """A statute or guidance that a clause rests on, and the day on which it was last checked."""

    cite: str
    checked: date | None


@dataclass(frozen=True, slots=True)
class ClauseFile:
    """A version of a clause as it stands in the library.

    ``file`` is the path from the library's root, as messages and documents show it. ``body`` is the wording
    with its ``# Heading``; ``body_line`` is the line of the file on which it begins. ``digest`` covers title
    and body, so that a version may be withdrawn without becoming another. ``places`` has the place of each
    entry of the head (``change.from``).
    """

    id: str
    version: Version
    title: str
    summary: str
    status: Status
    in_force_from: date | None
    in_force_to: date | None
    approved_by: str
    approved_on: date | None
    change_from: Version | None
    change_kind: ChangeKind | None
    change_note: str
    authority: tuple[Authority, ...]
    reason: str
    replaced_by: str
    file: str
    body: str
    body_line: int
    digest: str
    places: Mapping[str, Source] = field(compare=False, repr=False)

    @property
    def family(self) -> str:
        """The first part of the id."""
        return self.id.partition("/")[0]

    @property
    def name(self) -> str:
        """Id and version, as the user names one file: ``vat/by-commissioner@1.0.0``."""
        return f"{self.id}@{self.version}"

    def source(self, entry: str = "") -> Source:
        """Return the place of an entry of the head, or the file."""
        return (self.places.get(entry) if entry else None) or Source(self.file)

    def refusal(self, on: date) -> str:
        """Return why this version may not be used in an agreement made ``on`` that day; nothing if it may."""
        if self.status == "draft":
            return "it is a draft"
        if self.status == "on-hold":
            return f"it is on hold ({self.reason.rstrip('.')})"
        if self.status == "withdrawn":
            return f"it is withdrawn ({self.reason.rstrip('.')})"
        if self.in_force_from and on < self.in_force_from:
            return f"it is in force only from {long_date(self.in_force_from)}"
        if self.in_force_to and on > self.in_force_to:
            return f"it was in force only to {long_date(self.in_force_to)}"
        return ""


def long_date(day: date) -> str:
    """Return a date as we print it.

    >>> long_date(date(2019, 4, 1))
    '1 April 2019'
    """
    return str(DateValue(day, ""))


def digest_of(title: str, body: str) -> str:
    """Return the digest by which a version is known: SHA-256 of its title and its body."""
    return sha256(f"{title}\n{body}")


def read_clause_file(
    root: Path, file: str, cache: Cache, siblings: Collection[Version]
) -> tuple[ClauseFile | None, list[Finding]]:
    """Return the clause in ``file``, ``clauses/<family>/<alternative>/<version>.md``, and its faults.

    ``siblings`` are all versions of the clause that there are. Every fault of the head is found, not only the
    first; a clause with a fault is not returned.
    """
    try:
        text = read_text(root / file, shown=file).rstrip("\n") + "\n"
        head, body = _split(text, file)
        yaml = read_yaml(head, file, cache, _HEAD_LINE)
    except ClausekitError as error:
        return None, list(error.findings)
    findings: list[Finding] = []
    clause = _clause(yaml, body, siblings, findings)
    _check_heading(clause, findings)
    return (None if findings else clause), findings


def _split(text: str, file: str) -> tuple[str, str]:
    """Return head and body, without the two marks."""
    if text.startswith("---\n"):
        head, mark, body = text[3:].partition("\n---\n")
        if mark:
            return head[1:], body
        message = "The head has no end."
    else:
        message = "The file does not begin with a head."
    first = text.partition("\n")[0]
    remedy = "A clause file begins with a head between two lines of three hyphens: ---"
    raise ClausekitError(Finding("clause-head", message, Source(file, 1), first, remedy))


def _clause(yaml: YamlFile, body: str, siblings: Collection[Version], findings: list[Finding]) -> ClauseFile:
    clause_id, _, name = yaml.file.rpartition("/")
    head = Fields(yaml, yaml.data, "", _HEAD, findings)
    in_force = head.inner("in_force", _IN_FORCE)
    approved = head.inner("approved", _APPROVED)
    change = head.inner("change", _CHANGE)
    clause = ClauseFile(
        id=clause_id.removeprefix("clauses/"),
        version=Version.parse(name.removesuffix(".md")),
        title=head.text("title"),
        summary=head.text("summary"),
        status=cast(Status, head.choice("status", STATUSES)),
        in_force_from=in_force.date("from"),
        in_force_to=in_force.date("to"),
        approved_by=approved.text("by"),
        approved_on=approved.date("on"),
        change_from=change.version("from"),
        change_kind=cast(ChangeKind, change.choice("kind", CHANGE_KINDS)) or None,
        change_note=change.text("note"),
        authority=tuple(_authorities(head)),
        reason=head.text("reason"),
        replaced_by=head.text("replaced_by"),
        file=yaml.file,
        body=body,
        body_line=_HEAD_LINE + len(yaml.lines) + 1,
        digest=digest_of(str(head.data.get("title")), body),
        places=yaml.sources,
    )
    _check_needed(clause, head, approved)
    _check_dates(clause, in_force)
    _check_change(clause, head, change, siblings)
    return clause


def _authorities(head: Fields) -> list[Authority]:
    authorities = []
    for path, element in head.items("authority"):
        entry = Fields(head.yaml, element, path, _AUTHORITY, head.findings)
        entry.need("cite")
        entry.need("checked")
        authorities.append(Authority(entry.text("cite"), entry.date("checked")))
    return authorities


def _check_needed(clause: ClauseFile, head: Fields, approved: Fields) -> None:
    head.need("title")
    head.need("status")
    if clause.status == "approved":
        head.need("approved", ", but the status is approved")
    if head.has("approved"):
        approved.need("by")
        approved.need("on")
    if clause.status in ("on-hold", "withdrawn"):
        head.need("reason", f", but the status is {clause.status}")
    parts = clause.replaced_by.split("/")
    if clause.replaced_by and not (len(parts) == 2 and all(map(is_name, parts))):
        message = f'"{clause.replaced_by}" is not the id of a clause.'
        head.fault("wrong-entry", message, "replaced_by", "Write the id only, such as vat/by-commissioner.")


def _check_dates(clause: ClauseFile, in_force: Fields) -> None:
    first, last = clause.in_force_from, clause.in_force_to
    if first and last and first > last:
        message = f"The last day in force, {long_date(last)}, is before the first, {long_date(first)}."
        in_force.fault("wrong-date", message, "to")


def _check_change(clause: ClauseFile, head: Fields, change: Fields, siblings: Collection[Version]) -> None:
    """A version says from which it was made, and its number moves by the kind of change that it claims."""
    if not head.has("change"):
        if clause.version > min(siblings):
            head.need("change", f", but {clause.version} is not the first version")
        return
    for name in _CHANGE:
        change.need(name)
    old, kind = clause.change_from, clause.change_kind
    if old is None:
        return
    if old not in siblings:
        listed = ", ".join(map(str, sorted(siblings)))
        change.fault("unknown-version", f"There is no version {old}.", "from", f"There are: {listed}.")
    elif old >= clause.version:
        change.fault("wrong-version", f"Version {clause.version} cannot have been made from {old}.", "from")
    elif kind and kind != clause.version.step_from(old):
        step = clause.version.step_from(old)
        message = f"The change is called {kind}, but from {old} to {clause.version} is a {step} step."
        change.fault("wrong-version", message, "kind", "Rename the file, or say what kind of change it is.")


def _check_heading(clause: ClauseFile, findings: list[Finding]) -> None:
    blank = len(clause.body) - len(clause.body.lstrip("\n"))
    line = clause.body.lstrip("\n").partition("\n")[0]
    if not line.startswith("# ") or not line[2:].strip():
        source = Source(clause.file, clause.body_line + blank)
        remedy = "The first line below the head is the heading, such as: # Dispute Resolution"
        findings.append(Finding("clause-heading", "The clause has no heading.", source, line, remedy))
