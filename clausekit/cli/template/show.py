"""``clausekit template show``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clausekit.cli.options import library_option

if TYPE_CHECKING:
    from clausekit.templates import Template


@click.command()
@click.argument("name")
@library_option
def show(name: str, library: Path | None) -> None:
    """Show the outline of the template NAME: clauses and schedules in order, and when they are in."""
    from clausekit.cache import user_cache
    from clausekit.cli.output import columns
    from clausekit.library import find_library
    from clausekit.templates import load_template

    template = load_template(find_library(Path(), library), name, user_cache())
    binding = "binding" if template.binding else "not binding"
    click.echo(f"{template.title} ({binding}; numbering {template.numbering})\n")
    click.echo(columns(list(_rows(template))))


def _rows(template: Template) -> Iterator[tuple[str, str, str]]:
    for section in template.outline:
        for place, entry in enumerate(section.entries, start=1):
            name = entry.clause or f"{entry.schedule} ({entry.title})"
            version = f" {entry.version}" if entry.version else ""
            yield f"{section.kind} {place}", f"{name}{version}", f"when {entry.when}" if entry.when else ""
