"""The folder of a batch: what is there, what need not be made again, and what is somebody's own."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Literal, TypeAlias

from clausekit.batch.journal import Clauses, Journal
from clausekit.files import read_bytes, sha256, write_atomically
from clausekit.problems import ClausekitError, Finding, Source

State: TypeAlias = Literal["to be made", "as it was", "edited"]

_TEMPORARY = re.compile(r"\.clausekit-.*\.tmp")


class Folder:
    """The documents of a batch, and its journal. ``force`` overwrites what somebody has edited."""

    def __init__(self, path: Path, journal: Journal, *, force: bool) -> None:
        self._path = path
        self._journal = journal
        self._force = force
        _remove_temporary(path)

    def state(self, output: str, inputs: str, is_current: Callable[[str], bool]) -> State:
        """Return whether a file must be made of these inputs, is there already, or was edited since.

        ``is_current`` tells of a lock in the journal whether it would have the same clauses now.
        """
        made = self._journal.made(output)
        digest = self._digest(output)
        if made is None or digest is None:
            return "to be made"
        if not self._journal.is_ours(output, digest):
            return "to be made" if self._force else "edited"
        is_same = made.inputs == inputs and made.digest == digest
        return "as it was" if is_same and is_current(made.lock) else "to be made"

    def save(self, output: str, row: str, inputs: str, clauses: Clauses, data: bytes) -> bool:
        """Put a file in its place; return False if there is one that no batch has made.

        Raises ClausekitError if it cannot be written.
        """
        digest = sha256(data)
        there = self._digest(output)
        is_free = there is None or there == digest or self._journal.is_ours(output, there)
        if not is_free and not self._force:
            return False
        self._journal.enter(output, row, inputs, clauses, digest)
        if there != digest:
            write_atomically(self._place(output), data, durable=False)
        return True

    def left_over(self) -> Iterator[str]:
        """Yield the files that an earlier run has made and no row makes any more."""
        for output in self._journal.left():
            if self._digest(output) is not None:
                self._journal.keep(output)
                yield output

    def _digest(self, output: str) -> str | None:
        """Return the digest of a file; None if there is none, or nothing in it: a power cut leaves such."""
        path = self._place(output)
        if not path.exists():
            return None
        data = read_bytes(path)
        return sha256(data) if data else None

    def _place(self, output: str) -> Path:
        return Path(f"{self._path}/{output}")  # "/" would make Python keep a table of all names


def _remove_temporary(folder: Path) -> None:
    """Remove what a run that was killed was about to write."""
    with os.scandir(folder) as files:  # one at a time; a folder has ten thousand, and glob would list them
        for file in files:
            if _TEMPORARY.fullmatch(file.name):
                with suppress(OSError):
                    Path(file).unlink()


def open_folder(path: Path) -> None:
    """Make the folder of a batch, if it is not there. Raises ClausekitError if it cannot be."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        message = "This is a file, not a folder; the documents of a batch go into a folder of their own."
        raise ClausekitError(
            _fault("batch-folder", message, path, "Name another folder with --out.")
        ) from None
    except OSError as error:
        message = f"This folder cannot be made: {error.strerror}."
        raise ClausekitError(
            _fault("batch-folder", message, path, "Name another folder with --out.")
        ) from None


def foreign(path: Path) -> Finding:
    """Return the finding that a document cannot be put where somebody's own file is."""
    message = "There is a file of this name that no batch has made; it is left as it is."
    return _fault("batch-foreign", message, path, "Give it another name, or write over it with --force.")


def _fault(rule: str, message: str, path: Path, remedy: str) -> Finding:
    return Finding(rule, message, Source(str(path)), remedy=remedy)
