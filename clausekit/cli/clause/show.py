"""``clausekit clause show``."""

from __future__ import annotations

from pathlib import Path

import click

from clausekit.cli.options import library_option


@click.command()
@click.argument("clause")
@library_option
def show(clause: str, library: Path | None) -> None:
    """Show CLAUSE (family/alternative, or family/alternative@1.0.0): what its head says, and its wording."""
    from clausekit.cli.output import columns
    from clausekit.library.history import facts
    from clausekit.workshop import open_clauses

    found = open_clauses(library).find(clause)
    click.echo(columns(facts(found)))
    click.echo(f"\n{found.body.strip()}")
