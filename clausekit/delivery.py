"""Saving a draft and its lock, without losing what anybody made."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from clausekit.cache import Cache
from clausekit.files import read_bytes, sha256, write_atomically
from clausekit.lock import Lock, dump, output_name, read_lock
from clausekit.matter import lock_path
from clausekit.problems import ClausekitError, Finding, Source


def save(matter: Path, lock: Lock, target: Path, data: bytes, *, cache: Cache, force: bool = False) -> None:
    """Write a draft of the matter, then its lock. Refuse to overwrite a file that someone changed since.

    The lock keeps the digest of each file made; a file with another digest, or one that the lock does not
    know, is somebody's own, unless it has just the bytes that are to be written. The parameter file and the
    lock are never overwritten, not even with ``force``.
    """
    lock_file = lock_path(matter)
    for own in (matter, lock_file):
        if _is_same_file(target, own):
            raise ClausekitError(_over_input(target))
    name = output_name(target, lock_file.parent)
    outputs = _outputs(lock_file, cache)
    if target.exists() and not force:
        existing = sha256(read_bytes(target))
        if existing not in (outputs.get(name), sha256(data)):
            raise ClausekitError(_edited(target, known=name in outputs))
    write_atomically(target, data)
    # Read again: another draft of this matter may have been saved in the meantime.
    outputs = {**_outputs(lock_file, cache), name: sha256(data)}
    write_atomically(lock_file, dump(replace(lock, outputs=outputs)).encode())


def _outputs(lock_file: Path, cache: Cache) -> Mapping[str, str]:
    """Return the digests of the files made so far; none if there is no lock, or none that can be read."""
    try:
        return read_lock(lock_file, cache).outputs
    except ClausekitError:
        return {}


def _is_same_file(one: Path, other: Path) -> bool:
    return os.path.realpath(one) == os.path.realpath(other) or (
        one.exists() and other.exists() and one.samefile(other)
    )


def _over_input(target: Path) -> Finding:
    return Finding(
        "file-input",
        "This is the parameter file or its lock; a draft is never written over them.",
        Source(str(target)),
        remedy="Name another file with -o.",
    )


def _edited(target: Path, *, known: bool) -> Finding:
    message = (
        "This file has been edited since it was made; it is left as it is."
        if known
        else "There is a file of this name that this matter's lock does not know; it is left as it is."
    )
    return Finding(
        "file-edited",
        message,
        Source(str(target)),
        remedy="Name another file with -o, or write over it with --force.",
    )
