"""``clausekit clause search``."""

from __future__ import annotations

from pathlib import Path

import click

from clausekit.cli.options import library_option


@click.command()
@click.argument("words", nargs=-1, required=True)
@library_option
def search(words: tuple[str, ...], library: Path | None) -> None:
    """Find the clauses that have all WORDS in their id, title, summary or wording; the best come first."""
    from clausekit.library.search import search as find
    from clausekit.workshop import open_clauses

    hits = find(open_clauses(library).all(), words)
    for hit in hits:
        click.echo(f"{hit.clause.name}: {hit.clause.title}\n    {hit.source}: {hit.excerpt}")
    if not hits:
        click.echo("No clause has these words.", err=True)
        raise SystemExit(1)
