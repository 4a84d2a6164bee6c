"""A library of one's own: a copy of another's files."""

from __future__ import annotations

import shutil
from pathlib import Path

from clausekit.library import MARKER
from clausekit.problems import ClausekitError, Finding, Source

_FOLDERS = ("clauses", "templates", "schedules")


def copy_library(root: Path, folder: Path) -> None:
    """Copy the library at ``root`` to a folder that does not exist yet, or is empty.

    All of it or, if that fails, nothing. Raises ClausekitError: the folder has something in it, or the copy
    cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        message = "There is something here already; it is left as it is."
        raise ClausekitError(
            Finding(
                "folder-exists", message, Source(str(folder)), remedy="Name a folder that is new or empty."
            )
        )
    existed = folder.exists()
    try:
        folder.mkdir(exist_ok=True)
        for name in _FOLDERS:
            shutil.copytree(
                root / name, folder / name, ignore=shutil.ignore_patterns("*.lock.yaml", "__pycache__")
            )
        # The marker comes last: it makes the folder a library.
        shutil.copyfile(root / MARKER, folder / MARKER)
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        if existed:
            folder.mkdir()
        message = f"The library cannot be copied here: {error.strerror or error}."
        raise ClausekitError(
            Finding("folder-unwritable", message, Source(str(folder)), remedy="Name another folder.")
        ) from None
