"""``clausekit init``: a library of one's own."""

from __future__ import annotations

from pathlib import Path

import click

from clausekit.cli.options import library_option


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@library_option
def init(folder: Path, library: Path | None) -> None:
    """Copy the library to the new folder FOLDER, to be edited.

    Without --library it is the library that came with clausekit, or the one around the working folder.
    """
    from clausekit.library import find_library
    from clausekit.library.copying import copy_library

    root = find_library(Path(), library)
    copy_library(root, folder)
    click.echo(f"Copied the library to {folder}. In that folder, clausekit uses it instead of its own.")
