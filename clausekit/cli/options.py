"""Options and types that several commands share."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click


class DateType(click.ParamType):
    """A day written as 2026-04-01."""

    name = "date"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day; fail with an example if the text is none."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a date. Write it as 2026-04-01.", param, ctx)


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
