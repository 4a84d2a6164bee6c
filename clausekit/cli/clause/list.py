"""``clausekit clause list``."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import click

from clausekit.cli.options import library_option


@click.command("list")
@click.argument("family", required=False)
@library_option
def list_(family: str | None, library: Path | None) -> None:
    """List the clauses, or those of one FAMILY: id, newest version, its status, and what the clause does."""
    from clausekit.cli.output import columns
    from clausekit.problems import ClausekitError
    from clausekit.workshop import open_clauses

    clauses = open_clauses(library)
    rows = []
    for name, versions in groupby(clauses.all(), key=lambda clause: clause.id):
        *_, newest = versions
        if family in (None, newest.family):
            rows.append((name, str(newest.version), newest.status, newest.summary or newest.title))
    if family and not rows:
        raise ClausekitError(clauses.unknown(family))
    click.echo(columns(rows))
