"""Assembles partnership agreements between councils and the NHS from a versioned library of clauses."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clausekit.comparison.edits import Comparison
    from clausekit.diffing import Changes

__version__ = "0.1.0"


def diff(
    old: str | Path,
    new: str | Path | None = None,
    *,
    library: Path | None = None,
    as_at: date | None = None,
    changes: Changes | None = None,
    ignore_spaces: bool = False,
) -> Comparison:
    """Return what changed from the old to the new side: see ``clausekit.diffing.diff``."""
    from clausekit import diffing  # what else is imported of the package need not pay for it

    return diffing.diff(old, new, library=library, as_at=as_at, changes=changes, ignore_spaces=ignore_spaces)
