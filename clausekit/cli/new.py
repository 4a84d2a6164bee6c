"""``clausekit new``: a commented parameter file to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from clausekit.cli.options import library_option, output_option


@click.command()
@click.argument("template")
@output_option
@library_option
def new(template: str, output: Path | None, library: Path | None) -> None:
    """Print a commented parameter file for TEMPLATE, to be filled in."""
    from clausekit.cli.output import write_new
    from clausekit.enquiries import questionnaire_for
    from clausekit.workshop import open_workshop

    write_new(questionnaire_for(open_workshop(library), template), output)
