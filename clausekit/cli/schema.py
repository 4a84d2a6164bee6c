"""``clausekit schema``: what a template asks for, as JSON Schema."""

from __future__ import annotations

from pathlib import Path

import click

from clausekit.cli.options import library_option


@click.command()
@click.argument("template")
@library_option
def schema(template: str, library: Path | None) -> None:
    """Print what TEMPLATE asks for as JSON Schema, for editors and web forms."""
    import json

    from clausekit.enquiries import schema_for
    from clausekit.workshop import open_workshop

    part = schema_for(open_workshop(library), template)
    click.echo(json.dumps(part, ensure_ascii=False, indent=2))
