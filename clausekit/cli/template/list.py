"""``clausekit template list``."""

from __future__ import annotations

from pathlib import Path

import click

from clausekit.cli.options import library_option


@click.command("list")
@library_option
def list_(library: Path | None) -> None:
    """List the templates."""
    from clausekit.cache import user_cache
    from clausekit.cli.output import columns
    from clausekit.library import find_library
    from clausekit.templates import load_template, template_names

    root = find_library(Path(), library)
    cache = user_cache()
    click.echo(columns([(name, load_template(root, name, cache).title) for name in template_names(root)]))
