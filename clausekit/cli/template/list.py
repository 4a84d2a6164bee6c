"""``clausekit template list``."""

from __future__ import annotations

from pathlib import Path

import click

from clausekit.cli.options import library_option


@click.command("list")
@library_option
def list_(library: Path | None) -> None:
    """List the templates, and the schedules, which can be drafted alone too: name, kind, title, summary."""
    from clausekit.cache import user_cache
    from clausekit.cli.output import columns
    from clausekit.library import find_library
    from clausekit.outlines import shown
    from clausekit.templates import load_template, schedule_names, template_names

    root = find_library(Path(), library)
    cache = user_cache()
    names = (*template_names(root), *schedule_names(root))
    templates = [load_template(root, name, cache) for name in names]
    click.echo(columns([(one.name, one.kind, shown(one.title), one.summary) for one in templates]))
