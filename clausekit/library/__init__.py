"""The library: a folder of clause files, each clause in one or more versions.

    clauses/<family>/<alternative>/<version>.md

Files are read when they are asked for: a draft reads the clauses of its outline, a list reads them all.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from clausekit.library.clausefile import ClauseFile, Heads, read_clause_file
from clausekit.library.fields import did_you_mean
from clausekit.library.folders import ClauseFolders
from clausekit.library.versions import Version
from clausekit.problems import ClausekitError, Finding, Source

if TYPE_CHECKING:
    from clausekit.cache import Cache

MARKER = "clausekit.yaml"
"""The file that marks the folder of a library."""


class Library:
    """The clauses under ``root``. Faults in the files are collected, and never raised while reading."""

    def __init__(self, root: Path, cache: Cache) -> None:
        self.root = root
        self._folders = ClauseFolders(root)
        self._heads = Heads(self._folders.resolved_root, cache)
        self._read: dict[tuple[str, Version], ClauseFile | None] = {}
        self._faults: dict[tuple[str, Version], list[Finding]] = {}

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all clauses, in alphabetical order."""
        return self._folders.ids()

    def numbers(self, clause_id: str) -> tuple[Version, ...]:
        """Return the versions of a clause, oldest first, by the names of its files; none if it is unknown."""
        return tuple(self._folders.files(clause_id))

    def versions(self, clause_id: str) -> tuple[ClauseFile, ...]:
        """Return the versions of a clause, oldest first; those with a fault are left out."""
        return self.read((clause_id, number) for number in self.numbers(clause_id))

    def all(self) -> tuple[ClauseFile, ...]:
        """Return every version of every clause, in order; those with a fault are left out."""
        return self.read(
            (clause_id, number) for clause_id in self.ids() for number in self.numbers(clause_id)
        )

    def read(self, wanted: Iterable[tuple[str, Version]]) -> tuple[ClauseFile, ...]:
        """Return the wanted versions in one go; those that are missing or have a fault are left out."""
        clauses = [self._version(clause_id, number) for clause_id, number in wanted]
        self._heads.save()
        return tuple(clause for clause in clauses if clause)

    def find(self, reference: str) -> ClauseFile:
        """Return the clause that the user names by ``vat/by-commissioner`` or ``vat/by-commissioner@1.0.0``.

        Without a version it is the newest that is approved, or the newest of all where none is.
        ClausekitError: unknown id or version, each with what there is; or the file's own faults.
        """
        clause_id, _, number = reference.partition("@")
        if not self.numbers(clause_id):
            raise ClausekitError(self.unknown(clause_id))
        if number:
            return self._numbered(clause_id, number)
        versions = self.versions(clause_id)
        if not versions:
            raise ClausekitError(self.faults(clause_id))
        return next((c for c in reversed(versions) if c.status == "approved"), versions[-1])

    def faults(self, clause_id: str, version: Version | None = None) -> tuple[Finding, ...]:
        """Return the faults of a clause's folder and of its files, or of one version's file, so far read."""
        if version:
            return tuple(self._faults.get((clause_id, version), ()))
        files = [finding for number in self.numbers(clause_id) for finding in self.faults(clause_id, number)]
        return (*self._folders.faults.get(clause_id, ()), *files)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every fault of the library's files, by file; reads what was not read yet."""
        self.all()
        found = chain(*self._folders.faults.values(), *self._faults.values())
        return tuple(sorted(found, key=lambda finding: (finding.source and finding.source.file) or ""))

    def unknown(self, clause_id: str, source: Source | None = None, excerpt: str = "") -> Finding:
        """Return the finding that there is no clause ``id``, with the ids that may have been meant."""
        family = clause_id.partition("/")[0]
        siblings = [known for known in self.ids() if known.partition("/")[0] == family]
        if clause_id == family and siblings:
            remedy = f"{family} is a family; its clauses are: {', '.join(siblings)}."
        else:
            remedy = did_you_mean(clause_id, siblings) or did_you_mean(clause_id, self.ids())
        remedy = remedy or "clausekit clause list shows the clauses that there are."
        return Finding(
            "unknown-clause", f'There is no clause "{clause_id}" in the library.', source, excerpt, remedy
        )

    def _numbered(self, clause_id: str, number: str) -> ClauseFile:
        listed = f"There are: {', '.join(map(str, self.numbers(clause_id)))}."
        try:
            version = Version.parse(number)
        except ValueError as error:
            raise ClausekitError(Finding("wrong-version", str(error), remedy=listed)) from None
        if version not in self.numbers(clause_id):
            raise ClausekitError(
                Finding("unknown-version", f"There is no version {version} of {clause_id}.", remedy=listed)
            )
        clause = self._version(clause_id, version)
        self._heads.save()
        if clause is None:
            raise ClausekitError(self.faults(clause_id, version))
        return clause

    def _version(self, clause_id: str, number: Version) -> ClauseFile | None:
        key = (clause_id, number)
        files = self._folders.files(clause_id)
        if key not in self._read and number in files:
            clause, faults = read_clause_file(self.root, files[number], self._heads, files)
            self._read[key] = clause
            self._faults[key] = faults
        return self._read.get(key)


def find_library(start: Path, given: Path | None = None) -> Path:
    """Return the root of the library: ``given``, else the nearest folder from ``start`` upwards, or ours.

    A library's root holds ``clausekit.yaml``. Our own library is part of the installed package; in a checkout
    it is the folder above the package. ClausekitError: ``given`` is no library, or there is none at all.
    """
    if given is not None:
        if (given / MARKER).is_file():
            return given
        message = f"{given} is not a library: it has no file {MARKER}."
        raise ClausekitError(
            Finding("library-missing", message, remedy="Name the folder that holds that file.")
        )
    package = Path(__file__).resolve().parent.parent
    candidates = [start.absolute(), *start.absolute().parents, package / "_library", package.parent]
    for folder in candidates:
        if (folder / MARKER).is_file():
            return folder
    message = f"No library was found from {start} upwards: no folder there holds {MARKER}."
    raise ClausekitError(
        Finding("library-missing", message, remedy="Name the library's folder with --library.")
    )
