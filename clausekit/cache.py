"""What was worked out before, kept on disk for the next run.

A key is a digest of everything that the value depends on, so a value found is always the right one, and any
trouble with the cache only costs time.
"""

from __future__ import annotations

import json
import os
import stat
import weakref
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlite3 import Connection

_FILE = "cache-1.sqlite"
"""The number is to be raised when the table changes."""

_LARGEST = 200_000_000
"""A file of more bytes has mostly what nobody will ask for again; it is begun anew."""


class Cache:
    """Values by kind and key, in a folder that is private to the user; without a folder it is empty.

    A folder that cannot be made, belongs to someone else, or in which others may write is not used: what is
    in a cache is believed, so nobody else may put anything there.
    """

    def __init__(self, folder: Path | None) -> None:
        private = _private_folder(folder) if folder else None
        self._database = _open(private / _FILE) if private else None
        if self._database:
            # At the end of a process its own thread may be gone, which alone could close it; the system does.
            weakref.finalize(self, self._database.close).atexit = False

    def get(self, kind: str, key: str) -> Any | None:
        """Return the JSON value that was put there; None if there is none, or it cannot be read."""
        data = self.get_bytes(kind, key)
        try:
            return None if data is None else json.loads(data)
        except (ValueError, RecursionError):
            return None

    def put(self, kind: str, key: str, value: Any) -> None:
        """Keep a JSON value; a disk that will not take it is no error."""
        self.put_bytes(kind, key, json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())

    def get_bytes(self, kind: str, key: str) -> bytes | None:
        """Return the bytes that were put there; None if there are none, or they cannot be read."""
        if self._database is None:
            return None
        from sqlite3 import Error

        with suppress(Error):
            query = "SELECT value FROM kept WHERE kind = ? AND key = ?"
            row = self._database.execute(query, (kind, key)).fetchone()
            if row and isinstance(row[0], bytes):
                return row[0]
        return None

    def put_bytes(self, kind: str, key: str, value: bytes) -> None:
        """Keep some bytes; a disk that will not take them is no error."""
        if self._database is None:
            return
        from sqlite3 import Error

        with suppress(Error):
            self._database.execute("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", (kind, key, value))


def user_cache() -> Cache:
    """Return the user's own cache: in $CLAUSEKIT_CACHE if set, else where the system keeps caches.

    Never raises: what cannot be used is no cache.
    """
    given = os.environ.get("CLAUSEKIT_CACHE")
    if given:
        return Cache(Path(given))
    try:
        from platformdirs import user_cache_path

        return Cache(user_cache_path("clausekit", appauthor=False))
    except (OSError, RuntimeError):  # RuntimeError: the user has no home folder
        return Cache(None)


def _open(file: Path) -> Connection | None:
    """Return the database in the file, which is made anew if it is none or too large; None if that fails."""
    import sqlite3

    with suppress(OSError):
        if file.stat().st_size > _LARGEST:
            _remove(file)
    for _ in range(2):
        with suppress(sqlite3.DatabaseError, OSError):
            return _connect(file)
        _remove(file)
    return None


def _connect(file: Path) -> Connection:
    import sqlite3

    # Only one thread uses it, but another may be the one that clears away what is no longer used.
    database = sqlite3.connect(file, isolation_level=None, check_same_thread=False, timeout=0.2)
    try:
        # A write-ahead log survives a killed process; a power cut may cost the file, which is only a cache.
        database.execute("PRAGMA journal_mode = WAL").close()
        database.execute("PRAGMA synchronous = OFF").close()
        database.execute(
            "CREATE TABLE IF NOT EXISTS kept (kind TEXT, key TEXT, value BLOB, PRIMARY KEY (kind, key))"
            " WITHOUT ROWID"
        ).close()
    except sqlite3.DatabaseError:
        database.close()
        raise
    return database


def _remove(file: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        with suppress(OSError):
            file.with_name(file.name + ending).unlink()


def _private_folder(folder: Path) -> Path | None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        state = folder.stat()
    except (OSError, ValueError):
        return None
    if os.name == "posix" and (state.st_uid != os.geteuid() or state.st_mode & (stat.S_IWGRP | stat.S_IWOTH)):
        return None
    return folder
