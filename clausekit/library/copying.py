"""A library of one's own: a copy of another's files."""

from __future__ import annotations

import shutil
from pathlib import Path

from clausekit.library import MARKER
from clausekit.problems import ClausekitError, Finding, Source

_FOLDERS = ("clauses", "templates", "schedules")
_NOT_COPIED = shutil.ignore_patterns("*.lock.yaml", "__pycache__")


def copy_library(root: Path, folder: Path) -> None:
    """Copy the library at ``root`` to a folder that does not exist yet, or is empty.

    All of it or, if that fails, nothing. Raises ClausekitError: the folder has something in it, or is in a
    folder that is to be copied, or the copy cannot be written.
    """
    parts = [root / name for name in _FOLDERS if (root / name).is_dir()]
    existed = folder.exists()
    if existed and (not folder.is_dir() or any(folder.iterdir())):
        message = "There is something here already; it is left as it is."
        raise ClausekitError(_fault("folder-exists", message, folder, "Name a folder that is new or empty."))
    if any(folder.resolve().is_relative_to(part.resolve()) for part in parts):
        message = "This folder is in the library that is to be copied."
        raise ClausekitError(_fault("folder-inside", message, folder, "Name a folder outside it."))
    try:
        folder.mkdir(exist_ok=True)
        for part in parts:
            shutil.copytree(part, folder / part.name, ignore=_NOT_COPIED)
        # The marker comes last: it makes the folder a library.
        shutil.copyfile(root / MARKER, folder / MARKER)
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        if existed:
            folder.mkdir()
        reason = f": {error.strerror}" if error.strerror else ""
        message = f"The library cannot be copied here{reason}."
        raise ClausekitError(_fault("folder-unwritable", message, folder, "Name another folder.")) from None


def _fault(rule: str, message: str, folder: Path, remedy: str) -> Finding:
    return Finding(rule, message, Source(str(folder)), remedy=remedy)
