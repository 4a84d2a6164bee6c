"""What is said about the journal of a batch."""

from __future__ import annotations

import errno
from pathlib import Path

from clausekit.problems import Finding, Source

_GO_ON = "Free some space and run the same command again: it goes on where this one stopped."


def held(path: Path) -> Finding:
    """Say that another process works with the journal."""
    message = "Another batch is at work in this folder."
    return Finding("batch-held", message, Source(str(path)), remedy="Wait until it has ended.")


def other_batch(path: Path, template: object, wanted: str) -> Finding:
    """Say that the journal is of another template than is wanted."""
    return Finding(
        "batch-other",
        f"This folder has the documents of another batch, made from {template}; this one is of {wanted}.",
        Source(str(path)),
        remedy="Name another folder with --out.",
    )


def unreadable(path: Path, number: int, line: bytes) -> Finding:
    """Say that a line of the journal says nothing."""
    return Finding(
        "batch-journal",
        "This line of the journal cannot be read; what it told of is looked at anew.",
        Source(str(path), number),
        line.decode(errors="replace").strip(),
        "Nobody needs to edit this file.",
        level="warning",
    )


def unwritable(path: Path, error: OSError) -> Finding:
    """Say why the journal cannot be written."""
    full = error.errno in (errno.ENOSPC, errno.EDQUOT)
    reason = "the disk is full" if full else (error.strerror or str(error))
    return Finding(
        "batch-journal-unwritable",
        f"The journal of the batch cannot be written: {reason}.",
        Source(str(path)),
        remedy=_GO_ON if full else "Check that you may write in this folder.",
    )
