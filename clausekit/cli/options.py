"""Options that several commands share."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click


def read_day(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    """Return the day that an option gives as 2026-04-01; fail with an example if it is none."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        message = f'"{value}" is not a date. Write it as 2026-04-01.'
        raise click.BadParameter(message, ctx, param) from None


library_option = click.option(
    "--library",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder of the library. Without it: the nearest folder upwards with a clausekit.yaml, "
    "else the library that came with clausekit.",
)

output_option = click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Where to write. - is the screen."
)
