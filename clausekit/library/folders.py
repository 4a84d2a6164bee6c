"""The folder ``clauses/`` of a library: which files there are the versions of which clauses."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from clausekit.library.fields import is_name
from clausekit.library.versions import Version
from clausekit.problems import ClausekitError, Finding, Source


class ClauseFolders:
    """Finds the files ``clauses/<family>/<alternative>/<version>.md`` below ``root``.

    What is there and should not be becomes a finding: of the clause it stands with, or of the folder
    (``clauses``, ``clauses/vat``). Links that lead out of the library are not followed.
    """

    def __init__(self, root: Path) -> None:
        if not (root / "clauses").is_dir():
            message = f"The library {root} has no folder clauses."
            raise ClausekitError(
                Finding("library-missing", message, remedy="Name another one with --library.")
            )
        self.faults: dict[str, list[Finding]] = {}
        self._root = str(root)
        self._resolved_root = root.resolve()
        self._inside: set[str] = set()
        self._ids: tuple[str, ...] | None = None
        self._files: dict[str, Mapping[Version, str]] = {}

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all clauses, in alphabetical order."""
        if self._ids is None:
            self._ids = tuple(
                f"{family}/{alternative}"
                for family in self._folders("clauses", "a family")
                for alternative in self._folders(f"clauses/{family}", "a clause")
            )
        return self._ids

    def files(self, clause_id: str) -> Mapping[Version, str]:
        """Return the files of a clause by version, oldest first, as paths from the library's root."""
        if clause_id not in self._files:
            self._files[clause_id] = dict(sorted(self._versions(clause_id)))
        return self._files[clause_id]

    def _versions(self, clause_id: str) -> Iterator[tuple[Version, str]]:
        family, _, alternative = clause_id.partition("/")
        if not (is_name(family) and is_name(alternative)):  # an id may come from a user's file
            return
        faults = self.faults[clause_id] = []
        folder = f"clauses/{clause_id}"
        for part in ("clauses", f"clauses/{family}", folder):
            if part not in self._inside and self._leads_out(part, faults):
                return
            self._inside.add(part)
        for entry in self._entries(folder):
            file = f"{folder}/{entry.name}"
            number = _version_of(entry.name)
            if number is None:
                faults.append(_misnamed(file))
            elif not (entry.is_symlink() and self._leads_out(file, faults)):
                yield number, file

    def _folders(self, parent: str, what: str) -> Iterator[str]:
        faults = self.faults[parent] = []
        for entry in self._entries(parent):
            if not entry.is_dir():
                if entry.name.endswith(".md") and parent != "clauses":
                    faults.append(_misnamed(f"{parent}/{entry.name}"))
            elif is_name(entry.name):
                yield entry.name
            else:
                message = f'"{entry.name}" cannot be the name of {what}.'
                remedy = "Use lower-case letters, digits and single hyphens, such as by-commissioner."
                faults.append(Finding("clause-id", message, Source(f"{parent}/{entry.name}"), remedy=remedy))

    def _leads_out(self, name: str, faults: list[Finding]) -> bool:
        path = Path(self._root, name)
        if not path.is_symlink() or path.resolve().is_relative_to(self._resolved_root):
            return False
        message = "This is a link to a place outside the library, and is not read."
        faults.append(Finding("outside-library", message, Source(name), remedy="Put the file itself there."))
        return True

    def _entries(self, folder: str) -> list[os.DirEntry[str]]:
        """Return what is in a folder, by name; hidden files and editors' backups do not count."""
        try:
            with os.scandir(f"{self._root}/{folder}") as found:
                entries = [entry for entry in found if entry.name[0] != "." and entry.name[-1] != "~"]
        except OSError:
            return []
        return sorted(entries, key=lambda entry: entry.name)


def _misnamed(file: str) -> Finding:
    message = f'"{file.rpartition("/")[2]}" is not the name of a clause file.'
    remedy = "A clause file is clauses/<family>/<alternative>/<version>.md, its version such as 1.0.0."
    return Finding("clause-file-name", message, Source(file), remedy=remedy)


def _version_of(name: str) -> Version | None:
    try:
        return Version.parse(name.removesuffix(".md")) if name.endswith(".md") else None
    except ValueError:
        return None
