"""``clausekit clause history``."""

from __future__ import annotations

from pathlib import Path

import click

from clausekit.cli.options import library_option


@click.command()
@click.argument("clause")
@library_option
def history(clause: str, library: Path | None) -> None:
    """Show the versions of CLAUSE (an id, or a family), newest first, and what changed in each."""
    from clausekit.library.history import history_of
    from clausekit.workshop import open_clauses

    click.echo("\n\n".join(history_of(open_clauses(library), clause)))
