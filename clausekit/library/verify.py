"""Verifies a library: sound files, approved versions that nobody edited, changes that are what they claim."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from clausekit.files import read_text, write_atomically
from clausekit.library.claims import check_claim
from clausekit.library.clausefile import ClauseFile
from clausekit.library.fields import did_you_mean, is_digest
from clausekit.library.words import terms_of
from clausekit.parameters.yamlfile import load_yaml
from clausekit.problems import ClausekitError, Finding, Source

if TYPE_CHECKING:
    from clausekit.library import Library

RECORD = "clauses/digests.yaml"
"""The file that has the digest of every approved version."""

_NUMBER = re.compile(r"([0-9]+)")
_HEADER = """\
# The digest of every version since it was approved: an approved version is never edited.
# "clausekit clause verify --record" adds new ones. A line that is here is never changed.
"""


def verify(library: Library) -> tuple[Finding, ...]:
    """Return everything that is wrong with a library, by file.

    The faults of its files; an approved version that has no recorded digest, or another than the recorded
    one; a record without its file; a clause that is replaced by none; a change that goes beyond its kind.
    """
    findings = list(library.findings)
    clauses = library.all()
    try:
        findings += _check_digests(clauses, _recorded(library), library)
    except ClausekitError as error:
        findings += error.findings
    findings += _check_replacements(clauses, library)
    findings += _check_claims(clauses)
    return tuple(sorted(findings, key=lambda found: _by_parts(found.source.file if found.source else "")))


def record_digests(library: Library) -> int:
    """Add every approved version that ``clauses/digests.yaml`` lacks, and return how many there were.

    A digest that is recorded stays. ClausekitError: the file cannot be read or written.
    """
    recorded = _recorded(library)
    approved = {clause.name: clause.digest for clause in library.all() if clause.status == "approved"}
    lines = sorted({**approved, **recorded}.items(), key=lambda item: _by_parts(item[0]))
    text = _HEADER + "".join(f"{name}: {digest}\n" for name, digest in lines)
    write_atomically(library.root / RECORD, text.encode())
    return len(approved.keys() - recorded.keys())


def _recorded(library: Library) -> Mapping[str, str]:
    path = library.root / RECORD
    if not path.exists():
        return {}
    text = read_text(path, shown=RECORD)
    if all(line.startswith("#") or not line.strip() for line in text.split("\n")):
        return {}
    yaml = load_yaml(text, RECORD)
    remedy = "Put the line back as it was when the version was approved."
    wrong = [
        Finding("clause-digest", f"{name} has no digest here.", yaml.source(name), yaml.excerpt(name), remedy)
        for name, digest in yaml.data.items()
        if not is_digest(digest)
    ]
    if wrong:
        raise ClausekitError(wrong)
    return {name: digest for name, digest in yaml.data.items() if is_digest(digest)}


def _by_parts(name: str) -> list[list[str | int]]:
    """Return what sorts a clause's file or name by clause and version, 1.10.0 after 1.9.0."""
    return [
        [int(run) if run.isdecimal() else run for run in _NUMBER.split(part)]
        for part in re.split("[/@]", name)
    ]


def _check_digests(
    clauses: tuple[ClauseFile, ...], recorded: Mapping[str, str], library: Library
) -> Iterator[Finding]:
    for clause in clauses:
        digest = recorded.get(clause.name)
        if digest is None and clause.status == "approved":
            message = f"{clause.name} is approved, but its digest is not recorded."
            remedy = "Record it: clausekit clause verify --record"
            yield Finding("clause-unrecorded", message, clause.source("status"), remedy=remedy)
        elif digest and digest != clause.digest:
            message = f"{clause.name} has been edited since it was approved."
            command = f"clausekit clause new {clause.name} --kind minor"
            remedy = f"Put the old text back, and change it in a new version: {command}"
            yield Finding("clause-edited", message, clause.source(), remedy=remedy)
    for name in recorded:
        clause_id, _, version = name.partition("@")
        if version not in map(str, library.numbers(clause_id)):
            message = f"{name} was approved, but there is no such file any more."
            remedy = "Put the file back; to take it out of use, give it the status withdrawn."
            yield Finding("clause-gone", message, Source(RECORD), name, remedy)


def _check_replacements(clauses: tuple[ClauseFile, ...], library: Library) -> Iterator[Finding]:
    for clause in clauses:
        name = clause.replaced_by
        if name and name not in library.ids():
            message = f'{clause.name} is replaced by "{name}", but there is no such clause.'
            remedy = did_you_mean(name, library.ids())
            yield Finding("unknown-clause", message, clause.source("replaced_by"), name, remedy)


def _check_claims(clauses: tuple[ClauseFile, ...]) -> Iterator[Finding]:
    terms = terms_of(clauses)
    versions = {(clause.id, clause.version): clause for clause in clauses}
    for clause in clauses:
        old = versions.get((clause.id, clause.change_from)) if clause.change_from else None
        if old:
            yield from check_claim(old, clause, terms)
