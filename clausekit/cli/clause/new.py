"""``clausekit clause new``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from clausekit.cli.options import library_option

if TYPE_CHECKING:
    from clausekit.library.versions import ChangeKind


@click.command()
@click.argument("clause")
@click.option("--kind", type=click.Choice(["major", "minor", "patch"]), help="How the next version differs.")
@library_option
def new(clause: str, kind: ChangeKind | None, library: Path | None) -> None:
    """Begin a new clause, or with --kind the next version of CLAUSE (an id, or family/alternative@1.0.0).

    It begins as a draft, to be edited and approved; no file is overwritten.
    """
    from clausekit.library.new import first_version, next_version
    from clausekit.workshop import open_clauses

    clauses = open_clauses(library)
    path = next_version(clauses, clauses.find(clause), kind) if kind else first_version(clauses, clause)
    click.echo(f"Wrote {path}. Edit it, then set its status to approved.")
