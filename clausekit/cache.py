"""What was worked out before, kept on disk for the next run.

A key is a digest of everything that the value depends on, so a value found is always the right one, and any
trouble with the cache only costs time.
"""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import Any

from clausekit.files import write_atomically
from clausekit.problems import ClausekitError


class Cache:
    """JSON values by kind and key in a folder that is private to the user; without a folder it is empty.

    A folder that cannot be made, belongs to someone else, or in which others may write is not used: what is
    in a cache is believed, so nobody else may put anything there.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = _private_folder(folder) if folder else None

    def get(self, kind: str, key: str) -> Any | None:
        """Return the value that was put there; None if there is none, or it cannot be read."""
        if self._folder is None:
            return None
        try:
            return json.loads((self._folder / kind / f"{key}.json").read_bytes())
        except (OSError, ValueError, RecursionError):
            return None

    def put(self, kind: str, key: str, value: Any) -> None:
        """Keep a JSON value; a disk that will not take it is no error."""
        folder = self.folder_for(kind)
        if folder is None:
            return
        data = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
        try:
            write_atomically(folder / f"{key}.json", data, durable=False)
        except ClausekitError:
            return

    def folder_for(self, kind: str) -> Path | None:
        """Return the folder of one kind, made if need be; None if there is no cache."""
        return _private_folder(self._folder / kind) if self._folder else None


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


def _private_folder(folder: Path) -> Path | None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        state = folder.stat()
    except (OSError, ValueError):
        return None
    if os.name == "posix" and (state.st_uid != os.geteuid() or state.st_mode & (stat.S_IWGRP | stat.S_IWOTH)):
        return None
    return folder
