"""``clausekit template show``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clausekit.cli.options import library_option

if TYPE_CHECKING:
    from clausekit.outlines import Entry


@click.command()
@click.argument("name")
@library_option
def show(name: str, library: Path | None) -> None:
    """Show the outline of the template or schedule NAME: what is in it, in order, and when."""
    from clausekit.cache import user_cache
    from clausekit.cli.output import columns
    from clausekit.library import find_library
    from clausekit.outlines import shown
    from clausekit.templates import load_template

    template = load_template(find_library(Path(), library), name, user_cache())
    binding = "binding" if template.binding else "not binding"
    click.echo(f"{shown(template.title)} ({binding}; numbering {template.numbering})\n")
    click.echo(columns([row for section in template.outline for row in _rows(section.kind, section.entries)]))


def _rows(name: str, entries: Iterable[Entry], indent: str = "") -> Iterator[tuple[str, str, str]]:
    from clausekit.outlines import shown

    for place, entry in enumerate(entries, start=1):
        title = f" ({shown(entry.title.text)})" if entry.title else ""
        version = f" {entry.version}" if entry.version else ""
        yield f"{indent}{name} {place}", f"{entry.name}{title}{version}", _condition(entry)
        for kind, inner in groupby(entry.entries, key=lambda one: one.kind):
            yield from _rows(kind, inner, f"{indent}  ")


def _condition(entry: Entry) -> str:
    when = f"when {entry.when}" if entry.when else ""
    repeated = f"for each {entry.for_each.name} in {entry.for_each.expression}" if entry.for_each else ""
    return ", ".join(part for part in (repeated, when) if part)
