"""The library: a folder of clause files, each clause in one or more versions.

    clauses/<family>/<alternative>/<version>.md

Files are read when they are asked for: a draft reads the clauses of its outline, a list reads them all.
"""

from __future__ import annotations

from itertools import chain
from pathlib import Path

from clausekit.cache import Cache
from clausekit.library.clausefile import ClauseFile, read_clause_file
from clausekit.library.fields import did_you_mean
from clausekit.library.folders import ClauseFolders
from clausekit.library.versions import Version
from clausekit.problems import ClausekitError, Finding, Source

MARKER = "clausekit.yaml"
"""The file that marks the folder of a library."""


class Library:
    """The clauses under ``root``. Faults in the files are collected, and never raised while reading."""

    def __init__(self, root: Path, cache: Cache) -> None:
        self.root = root
        self._cache = cache
        self._folders = ClauseFolders(root)
        self._read: dict[tuple[str, Version], tuple[ClauseFile | None, list[Finding]]] = {}

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all clauses, in alphabetical order."""
        return self._folders.ids()

    def numbers(self, clause_id: str) -> tuple[Version, ...]:
        """Return the versions of a clause, oldest first, by the names of its files; none if it is unknown."""
        return tuple(self._folders.files(clause_id))

    def version(self, clause_id: str, number: Version) -> ClauseFile | None:
        """Return one version of a clause; None if it is missing or has a fault."""
        return self._file(clause_id, number)[0]

    def versions(self, clause_id: str) -> tuple[ClauseFile, ...]:
        """Return the versions of a clause, oldest first; those with a fault are left out."""
        files = (self.version(clause_id, number) for number in self.numbers(clause_id))
        return tuple(file for file in files if file)

    def all(self) -> tuple[ClauseFile, ...]:
        """Return every version of every clause, in order; those with a fault are left out."""
        return tuple(chain.from_iterable(map(self.versions, self.ids())))

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

    def faults(self, clause_id: str, number: Version | None = None) -> tuple[Finding, ...]:
        """Return the faults of a clause's folder and of its files, or of one version's file."""
        if number:
            return tuple(self._file(clause_id, number)[1])
        files = [finding for each in self.numbers(clause_id) for finding in self.faults(clause_id, each)]
        return (*self._folders.faults.get(clause_id, ()), *files)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every fault of the library's folders and files."""
        self.all()
        return tuple(chain(*self._folders.faults.values(), *(faults for _, faults in self._read.values())))

    def unknown(self, clause_id: str, source: Source | None = None, excerpt: str = "") -> Finding:
        """Return the finding that there is no clause ``id``, with what may have been meant."""
        message = f'There is no clause "{clause_id}" in the library.'
        return Finding("unknown-clause", message, source, excerpt, self._meant_by(clause_id))

    def _meant_by(self, clause_id: str) -> str:
        """Return which clause or family may have been meant, or where to look for it."""
        family, _, alternative = clause_id.partition("/")
        siblings = [known for known in self.ids() if known.startswith(f"{family}/")]
        if siblings and not alternative:
            return f"{family} is a family; its clauses are: {', '.join(siblings)}."
        families = {known.partition("/")[0] for known in self.ids()}
        for choices in (siblings if alternative else families, self.ids()):
            if near := did_you_mean(clause_id, choices):
                return near
        if siblings:
            return f"The clauses of the family {family} are: {', '.join(siblings)}."
        return "clausekit clause list shows the clauses that there are."

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
        clause = self.version(clause_id, version)
        if clause is None:
            raise ClausekitError(self.faults(clause_id, version))
        return clause

    def _file(self, clause_id: str, number: Version) -> tuple[ClauseFile | None, list[Finding]]:
        """Return one version of a clause and the faults of its file; it is read when it is first wanted."""
        files = self._folders.files(clause_id)
        if number not in files:
            return None, []
        if (clause_id, number) not in self._read:
            self._read[clause_id, number] = read_clause_file(self.root, files[number], self._cache, files)
        return self._read[clause_id, number]


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
