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
    from clausekit import pipeline
    from clausekit.cli.output import write_new

    write_new(pipeline.questionnaire_for(pipeline.open_workshop(library), template), output)
