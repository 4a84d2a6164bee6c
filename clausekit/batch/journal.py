"""The journal of a batch, ``manifest.jsonl``: what was made of what, so that nothing is made twice or lost.

It is a text file with one JSON object a line, to which lines are only added while a batch runs:

    {"template": "scheme-specification", "as_at": "2026-04-01", "tool": "clausekit 0.1.0"}
    {"lock": "5f0c...", "clauses": {"scheme-vat/blank": "1.0.0 9c4e..."}}
    {"output": "Falls.docx", "row": "Schemes 5", "inputs": "77b0...", "lock": "5f0c...", "digest": "a31f...",
     "time": "2026-04-02T09:30:00+00:00", "status": "done"}
    {"output": "Stroke.docx", "row": "Schemes 6", "inputs": "91d2...", "time": ..., "status": "failed"}
    {"beside": "errors.csv", "kind": "failures", "digest": "c09b..."}

A file is entered first and put in its place afterwards. So whenever the process is killed, a file in the
folder is one that the journal knows, or somebody's own, and what is entered but not there is made again. A
last line that was cut short is dropped. At the end the journal is written anew, all at once, with those lines
that still count.
"""

from __future__ import annotations

import errno
import json
import os
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, date, datetime
from io import FileIO
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, TypeAlias

from clausekit.batch.journal_messages import held, other_batch, unreadable, unwritable
from clausekit.batch.register import Register
from clausekit.files import sha256
from clausekit.lock import Locked
from clausekit.problems import ClausekitError, Finding

NAME = "manifest.jsonl"
_DIGITS = 32
"""So many digits tell inputs and locks apart; the digest of an output is kept whole."""


Clauses: TypeAlias = tuple[tuple[str, Locked], ...]
"""The clauses in a document, by id."""


class Made(NamedTuple):
    """A file that was made: digests of what it was made of and of itself."""

    inputs: str
    lock: str
    digest: str


class Journal:
    """The journal in a folder, open for a run. Use it as a context manager.

    ``as_at`` is the day of the last run, None if there was none; ``beside`` are the digests of what else it
    has written, by kind and name; ``findings`` tells of lines that cannot be read. Raises ClausekitError if
    the journal is of another template, or cannot be written.
    """

    def __init__(self, folder: Path, template: str) -> None:
        self.path = folder / NAME
        self.as_at: date | None = None
        self.beside: dict[str, dict[str, str]] = defaultdict(dict)
        self.findings: list[Finding] = []
        self._template = template
        # Rows may be many, and the lines are on the disk: kept is only where they begin.
        self._known = Register()
        self._counting = array("q")
        self._earlier: dict[str, set[str]] = defaultdict(set)
        self._locks: dict[str, Mapping[str, str]] = {}
        self._last_clauses: Clauses | None = None
        self._last_lock = ""
        self._head = 0
        try:
            self._file = self.path.open("ab", buffering=0)
            self._lines = self.path.open("rb")
        except OSError as error:
            raise ClausekitError(unwritable(self.path, error)) from None
        try:
            if not _hold(self._file):
                raise ClausekitError(held(self.path))
            self._read()
        except ClausekitError:
            self.__exit__()
            raise

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()
        self._lines.close()

    # what was made

    def made(self, output: str) -> Made | None:
        """Return what the journal knows of a file that an earlier run made, until a row is done with it."""
        start = self._known.get(output)
        if start is None:
            return None
        entry = self._entry(start)
        return Made(entry["inputs"], entry["lock"], entry["digest"])

    def keep(self, output: str) -> None:
        """Note that a row has the file, if there is one, and that what is known of it goes on to count."""
        start = self._known.pop(output)
        if start is not None:
            self._counting.append(start)

    def left(self) -> tuple[str, ...]:
        """Return the names of files that earlier runs made, and no row has been done with."""
        return tuple(self._entry(start)["output"] for start in self._known.numbers())

    def clauses(self, lock: str) -> Mapping[str, str]:
        """Return the clauses by id, each with its version and digest, that a lock stands for."""
        return self._locks.get(lock, {})

    def is_ours(self, output: str, digest: str) -> bool:
        """Tell whether a file with this name and this digest is one that a batch has made."""
        made = self.made(output)
        return made is not None and (digest == made.digest or digest in self._earlier.get(output, ()))

    # a run

    def begin(self, as_at: date, tool: str) -> None:
        """Enter a run."""
        self.as_at = as_at
        self._head = self._add({"template": self._template, "as_at": as_at.isoformat(), "tool": tool})

    def enter(self, output: str, row: str, inputs: str, clauses: Clauses, digest: str) -> None:
        """Enter a file that is about to be put in its place."""
        lock = self._enter_lock(clauses)
        self._known.pop(output)
        start = self._add(
            {
                "output": output,
                "row": row,
                "inputs": inputs,
                "lock": lock,
                "digest": digest,
                "time": _now(),
                "status": "done",
            }
        )
        self._counting.append(start)

    def _enter_lock(self, clauses: Clauses) -> str:
        """Enter clauses, if they are not yet, and return the lock that stands for them."""
        if clauses is not self._last_clauses:  # most rows have those of the row before
            versions = {name: str(locked) for name, locked in sorted(clauses)}
            self._last_clauses, self._last_lock = clauses, sha256(json.dumps(versions))[:_DIGITS]
            if self._last_lock not in self._locks:
                self._locks[self._last_lock] = versions
                self._add({"lock": self._last_lock, "clauses": versions})
        return self._last_lock

    def enter_failure(self, output: str, row: str, inputs: str) -> None:
        """Enter a row of which nothing could be made; what it had before stays."""
        self.keep(output)
        entry = {"output": output, "row": row, "inputs": inputs, "time": _now(), "status": "failed"}
        self._counting.append(self._add(entry))

    def enter_beside(self, kind: str, digests: Mapping[str, str]) -> None:
        """Enter what else was written of a kind, in place of what was entered of it before."""
        self.beside[kind] = dict(digests)
        for name, digest in digests.items():
            self._add(_beside(kind, name, digest))

    def compact(self) -> None:
        """Write the journal anew with those lines that still count, and close it."""
        temporary = self.path.with_name(f".clausekit-{NAME}.tmp")
        try:
            with temporary.open("wb") as file:
                file.writelines(self._lines_that_count())
                file.flush()
                os.fsync(file.fileno())
            self.__exit__()  # Windows replaces no file that is open
            temporary.replace(self.path)
        except OSError as error:
            temporary.unlink(missing_ok=True)
            raise ClausekitError(unwritable(self.path, error)) from None

    # lines

    def _lines_that_count(self) -> Iterator[bytes]:
        yield _line_at(self._lines, self._head)
        locks: set[str] = set()
        for start in sorted(self._counting):
            line = _line_at(self._lines, start)
            locks.add(json.loads(line).get("lock"))
            yield line
        for lock in sorted(self._locks.keys() & locks):
            yield _as_line({"lock": lock, "clauses": self._locks[lock]})
        for kind, digests in self.beside.items():
            yield from (_as_line(_beside(kind, name, digest)) for name, digest in digests.items())

    def _read(self) -> None:
        start = 0
        with self.path.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                if not line.endswith(b"\n"):
                    break
                try:
                    self._take(json.loads(line), start)
                except (ValueError, KeyError, TypeError, AttributeError):
                    self.findings.append(unreadable(self.path, number, line))
                start += len(line)
        self._file.truncate(start)

    def _take(self, entry: dict[str, Any], start: int) -> None:
        match entry:
            case {"template": template, "as_at": as_at}:
                if template != self._template:
                    raise ClausekitError(other_batch(self.path, template, self._template))
                self.as_at, self._head = date.fromisoformat(as_at), start
            case {"lock": str(lock), "clauses": dict(clauses)}:
                self._locks[lock] = clauses
            case {"output": str(output), "inputs": str(), "lock": str(), "digest": str()}:
                self._note(output, start)
            case {"beside": str(name), "kind": str(kind), "digest": str(digest)}:
                self.beside[kind][name] = digest
            case {"output": _, "status": "failed"}:
                pass
            case _:
                raise ValueError(entry)

    def _note(self, output: str, start: int) -> None:
        if before := self.made(output):
            self._earlier[output].add(before.digest)
        self._known.put(output, start)

    def _entry(self, start: int) -> dict[str, Any]:
        """Return what the line says that begins there."""
        entry: dict[str, Any] = json.loads(_line_at(self._lines, start))
        return entry

    def _add(self, entry: Mapping[str, Any]) -> int:
        """Add a line; return where it begins."""
        start = self._file.seek(0, os.SEEK_END)
        line = _as_line(entry)
        try:
            written = self._file.write(line)
        except OSError as error:
            raise ClausekitError(unwritable(self.path, error)) from None
        if written != len(line):  # the rest had no room
            raise ClausekitError(unwritable(self.path, OSError(errno.ENOSPC, "")))
        return start


def inputs_digest(common: str, data: Mapping[str, Any], attached: Collection[str]) -> str:
    """Return a digest of the data of a row, of files it attaches, and of what all rows have in common."""
    own = json.dumps(data, ensure_ascii=False, sort_keys=True)
    return sha256("\0".join((common, own, *attached)))[:_DIGITS]


def _hold(file: FileIO) -> bool:
    """Keep other processes from working with the file; return False if one does already."""
    try:
        import fcntl
    except ImportError:  # Windows, where nobody is kept from it
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system that knows no locks
        return True
    return True


def _beside(kind: str, name: str, digest: str) -> dict[str, str]:
    return {"beside": name, "kind": kind, "digest": digest}


def _as_line(entry: Mapping[str, Any]) -> bytes:
    return json.dumps(entry, ensure_ascii=False).encode() + b"\n"


def _line_at(file: BinaryIO, start: int) -> bytes:
    file.seek(start)
    return file.readline()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
