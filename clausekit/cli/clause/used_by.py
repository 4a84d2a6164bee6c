"""``clausekit clause used-by``."""

from __future__ import annotations

from pathlib import Path

import click

from clausekit.cli.options import library_option


@click.command("used-by")
@click.argument("name")
@library_option
def used_by(name: str, library: Path | None) -> None:
    """Show the templates that have the clause or family NAME and the clauses that refer to it.

    If NAME is a parameter, such as council.name: the clauses that ask for it.
    """
    from clausekit.enquiries import used_by as mentions_of
    from clausekit.workshop import open_workshop

    mentions = mentions_of(open_workshop(library), name)
    for mention in mentions:
        click.echo(f"{mention.source}: {mention.user}\n    {mention.excerpt.strip()}")
    if not mentions:
        click.echo(f"Nothing uses {name}.", err=True)
        raise SystemExit(1)
