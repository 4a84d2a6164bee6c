"""How commands print: aligned columns, and text to a file or to the screen."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import click


def columns(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as lines with their columns aligned; the last column runs free."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "\n".join(line.rstrip() for line in lines)


def write_new(text: str, output: Path | None) -> None:
    """Write text to a new file, or to the screen if there is no file or it is "-".

    Raises ClausekitError if the file exists: what someone wrote is not overwritten.
    """
    from clausekit.files import write_atomically

    if output is None or str(output) == "-":
        click.echo(text, nl=not text.endswith("\n"))
        return
    refuse_existing(output)
    write_atomically(output, text.encode())
    click.echo(f"Wrote {output}.")


def write_file(path: Path, data: bytes, *, force: bool) -> None:
    """Write a file; raises ClausekitError if there is one of that name, unless ``force``."""
    from clausekit.files import write_atomically

    refuse_existing(path, force=force)
    write_atomically(path, data)


def screen(output: Path | None) -> tuple[bool, int | None]:
    """Return whether to print in colour, and how wide; a pipe, or "-" for it, has no colour and no width."""
    if output is not None or not sys.stdout.isatty():
        return False, None
    return "NO_COLOR" not in os.environ, shutil.get_terminal_size().columns


def refuse_existing(output: Path, *, force: bool | None = None) -> None:
    """Raise ClausekitError if the file exists, unless ``force``; it is None where there is no such option."""
    from clausekit.problems import ClausekitError, Finding, Source

    if force or not output.exists():
        return
    remedy = "Name another file with -o." if force is None else "Name another file with -o, or add --force."
    message = "There is a file of this name; it is left as it is."
    raise ClausekitError(Finding("file-exists", message, Source(str(output)), remedy=remedy))
