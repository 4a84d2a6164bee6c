"""New clause files: the first version of a clause, or the next one."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from clausekit.files import write_atomically
from clausekit.library.clausefile import ClauseFile
from clausekit.library.fields import is_name
from clausekit.library.versions import ChangeKind, Version
from clausekit.problems import ClausekitError, Finding, Source

if TYPE_CHECKING:
    from clausekit.library import Library

_PLAIN = re.compile(r"[A-Za-z][\w ()/.'’-]*", re.ASCII)


def first_version(library: Library, clause_id: str) -> Path:
    """Write the first version of a new clause, a draft to be filled in, and return its path for printing.

    ClausekitError: the id is none, or the library has the clause already.
    """
    parts = clause_id.split("/")
    if len(parts) != 2 or not all(map(is_name, parts)):
        message = f'"{clause_id}" cannot be the id of a clause.'
        remedy = "Write family and alternative in lower-case letters, such as vat/by-commissioner."
        raise ClausekitError(Finding("clause-id", message, remedy=remedy))
    if numbers := library.numbers(clause_id):
        message = f"The library has {clause_id} already: {', '.join(map(str, numbers))}."
        remedy = f"To change it: clausekit clause new {clause_id} --kind minor"
        raise ClausekitError(Finding("clause-exists", message, remedy=remedy))
    title = parts[0].replace("-", " ").capitalize()
    head = [f"title: {title}", "summary: Say here in one line what the clause does.", "status: draft"]
    body = f"# {title.title()}\n\n1.  Each Partner shall ...\n"
    return _write(library, clause_id, Version(1, 0, 0), head, body)


def next_version(library: Library, start: ClauseFile, kind: ChangeKind) -> Path:
    """Write the version that follows ``start`` by a change of this kind, and return its path for printing.

    It is a draft with the same wording, for the author to change. Its number is the next one that is free:
    where 1.1.0 has been made from 1.0.0 before, the next minor change of 1.0.0 is 1.2.0.
    """
    number = _next_number(start.version, kind, library.numbers(start.id))
    change = f"{{from: {start.version}, kind: {kind}, note: Say here what changed and why.}}"
    head = [
        f"title: {_scalar(start.title)}",
        f"summary: {_scalar(start.summary)}" if start.summary else "",
        "status: draft",
        f"change: {change}",
    ]
    if start.authority:
        head.append("authority:")
        head += [f"  - {{cite: {_scalar(a.cite)}, checked: {a.checked}}}" for a in start.authority]
    return _write(library, start.id, number, head, start.body)


def _next_number(start: Version, kind: ChangeKind, taken: Iterable[Version]) -> Version:
    if kind == "major":
        return Version(max(v.major for v in taken) + 1, 0, 0)
    if kind == "minor":
        return Version(start.major, max(v.minor for v in taken if v.major == start.major) + 1, 0)
    patches = [v.patch for v in taken if (v.major, v.minor) == (start.major, start.minor)]
    return Version(start.major, start.minor, max(patches) + 1)


def _scalar(text: str) -> str:
    """Return words as YAML has them, in quotation marks where they could be read as something else."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _write(library: Library, clause_id: str, number: Version, head: Iterable[str], body: str) -> Path:
    file = f"clauses/{clause_id}/{number}.md"
    path = library.root / file
    if path.exists():
        message = "There is a file of this name; it is left as it is."
        raise ClausekitError(Finding("clause-exists", message, Source(file)))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"The folder for this file cannot be made: {error.strerror}."
        raise ClausekitError(Finding("file-folder-missing", message, Source(file))) from None
    lines = "".join(f"{line}\n" for line in head if line)
    write_atomically(path, f"---\n{lines}---\n{body}".encode())
    return _from_here(path, library.root)


def _from_here(path: Path, root: Path) -> Path:
    """Return a path from the working folder if that is in the library, else as the user named the library."""
    return Path(os.path.relpath(path)) if Path.cwd().is_relative_to(root) else path
